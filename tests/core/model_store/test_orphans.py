"""Model files that no library registered are found, adopted or deleted on request."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.cli import main
from core.features.cache import FeatureCache
from core.library.store import Library
from core.model_store.orphans import find_orphans
from core.model_store.registry import add_file, model_path
from core.paths import folders
from tests.support.synthetic_songs import make_round, parent_file, synthetic_labels


def doctor(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    """What the doctor finds about models, as one line each."""
    main(["--library", str(folders().library_file), "doctor", "--json", *words])
    found = json.loads(capsys.readouterr().out)["findings"]
    return [
        f"{finding['what']}: {finding['found']}" for finding in found if "model" in finding["what"]
    ]


def test_an_orphan_is_named_and_adopted_only_on_request(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Library.open(folders().library_file) as library:
        parent = add_file(library, parent_file(folders().models))
    labels = synthetic_labels(FeatureCache(tmp_path / "cache"))
    learning_round = make_round(tmp_path, labels, epochs=1)
    learning_round = learning_round.with_request(models_folder=folders().models)
    saved = learning_round.run().model_path  # and killed before it was registered
    half = saved.with_name("half.safetensors")
    half.write_bytes(b"its card was never written")
    findings = doctor(capsys)
    assert any(str(saved) in line and "my ear" in line for line in findings)
    assert any("half.safetensors" in line and "no use" in line for line in findings)
    assert not any("repair" in line for line in doctor(capsys, "--repair"))
    assert saved.exists()
    assert half.exists()
    assert f"repair: models: {saved.name} adopted as my ear" in doctor(
        capsys, "--repair", "--strays", "adopt"
    )
    with Library.open(folders().library_file) as library:
        row = library.models.get("my ear")
        assert row is not None
        assert row.parent_id == parent.id
        assert model_path(row) == saved
    doctor(capsys, "--repair", "--strays", "remove")
    assert saved.exists()
    assert not half.exists()


def test_models_of_another_library_that_was_opened_here_are_no_orphans(tmp_path: Path) -> None:
    with Library.open(tmp_path / "other.db") as other:
        add_file(other, parent_file(folders().models))
    with Library.open(tmp_path / "library.db") as library:
        assert len(find_orphans(library)) == 1
        assert find_orphans(library, [tmp_path / "other.db"]) == ()
