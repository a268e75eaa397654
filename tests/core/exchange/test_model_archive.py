"""A model is exported and imported unchanged; whatever else is in a zip is an error."""

from __future__ import annotations

import errno
import json
import os
import stat
import zipfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest
import torch

from core.cli import main
from core.errors import AudioError, ModelError
from core.exchange.model_files.model_archive import (
    README,
    copy_in,
    export_folder,
    export_zip,
    import_zip,
)
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel
from core.library.store import Library
from core.model_store.registry import add_file, ensure_starter, remove
from core.models.card import ModelCard, card_path
from core.models.checkpoint import load_checkpoint, save_checkpoint
from core.models.choi_lstm import ChoiConfig, ChoiLstm
from core.models.predict import predict_song
from core.models.weights_limits import MAX_FILE_BYTES
from core.paths import folders

TINY = ChoiConfig(
    n_tags=2, n_mels=96, n_frames=64, channels=(6, 8), pools=((4, 4), (4, 2)),
    hidden=16, classifier_hidden=16,
)  # fmt: skip


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A small model with a name that is no file name."""
    torch.manual_seed(1)
    card = ModelCard(
        "My ear · 3/4", "choi_lstm", asdict(TINY), RECIPES["thesis"], ("low", "brass"),
        description="Knows two words.", licence="CC BY 4.0",
    )  # fmt: skip
    return save_checkpoint(tmp_path / "mine", card, ChoiLstm(TINY))


def scores(path: Path) -> np.ndarray:
    values = np.random.default_rng(2).normal(-10, 2, (96, 200)).astype(np.float32)
    return predict_song(load_checkpoint(path), LogMel(values, RECIPES["thesis"], "x")).scores


def test_a_zip_holds_the_same_model(model: Path, tmp_path: Path) -> None:
    packed = export_zip(model, tmp_path / "for you.zip")
    path, card = import_zip(packed, tmp_path / "theirs")
    assert card == load_checkpoint(model).card
    assert path.read_bytes() == model.read_bytes()
    np.testing.assert_array_equal(scores(path), scores(model))
    assert not [path for path in (tmp_path / "theirs").iterdir() if path.name.startswith(".")]


def test_the_zip_explains_how_to_import_it_and_its_licence(model: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(export_zip(model, tmp_path / "m.zip")) as packed:
        text = packed.read(README).decode()
    for words in ("rhythmcap models import m.zip", "CC BY 4.0", "low, brass", "My ear · 3/4"):
        assert words in text


def test_importing_twice_gives_two_models_that_own_their_files(model: Path, tmp_path: Path) -> None:
    packed = export_zip(model, tmp_path / "m.zip")
    first, second = (import_zip(packed, folders().models)[0] for _ in range(2))
    with Library.open(tmp_path / "library.db") as library:
        rows = [add_file(library, path) for path in (first, second)]
        assert [row.name for row in rows] == ["My ear · 3/4", "My ear · 3/4 2"]
        remove(library, rows[1])
        assert not second.exists()
        assert not card_path(second).exists()
        assert load_checkpoint(first).words == ("low", "brass")


def test_the_starter_model_is_removed_from_one_library_only(home: Path) -> None:
    home.mkdir()
    with Library.open(home / "a.db") as library, Library.open(home / "b.db") as other:
        row, same = ensure_starter(library), ensure_starter(other)
        if row is None or same is None:
            pytest.skip("this checkout has no starter model")
        fresh = add_file(library, library.models.folder / row.file, name="another")
        library.models.set_active(fresh.id)
        remove(library, row)
        assert (other.models.folder / same.file).exists()


def test_a_folder_holds_the_two_files_and_overwrites_nothing(model: Path, tmp_path: Path) -> None:
    first, second = (export_folder(model, tmp_path / "out") for _ in range(2))
    assert first.name == "my-ear-3-4.safetensors"
    assert second.name == "my-ear-3-4-2.safetensors"
    np.testing.assert_array_equal(scores(second), scores(model))
    assert load_checkpoint(copy_in(card_path(second), tmp_path / "in")).words == ("low", "brass")


def repacked(model: Path, target: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """The zip of a model with something done to its members."""
    with zipfile.ZipFile(export_zip(model, target)) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    change(members)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return target


WEIGHTS, CARD = "my-ear-3-4.safetensors", "my-ear-3-4.json"


def _rename(old: str, new: str) -> Callable[[dict[str, bytes]], None]:
    return lambda members: members.update({new: members.pop(old)})


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda members: members.pop(WEIGHTS), r"one .safetensors file and holds 0"),
        (lambda members: members.pop(CARD), r"one .json file and holds 0"),
        (lambda members: members.update({"b.safetensors": b"x"}), "holds 2"),
        (lambda members: members.update({"setup.py": b"import os"}), "“setup.py” has no place"),
        (lambda members: members.update({"model.pth": b"x"}), "“model.pth” has no place"),
        (_rename(WEIGHTS, f"../{WEIGHTS}"), "not the plain name"),
        (_rename(WEIGHTS, f"/tmp/{WEIGHTS}"), "not the plain name"),
        (_rename(WEIGHTS, f"a/{WEIGHTS}"), "not the plain name"),
        (_rename(WEIGHTS, f"..\\{WEIGHTS}"), "not the plain name"),
        (_rename(WEIGHTS, f"C:{WEIGHTS}"), "not the plain name"),
        (_rename(WEIGHTS, ".safetensors"), "not the plain name"),
        (_rename(CARD, "other.json"), "is not the card of"),
        (lambda members: members.update({WEIGHTS: bytes(30_000_000)}), "would unpack to 30,000"),
        (lambda members: members.update({WEIGHTS: members[WEIGHTS][:-9]}), "not those its card"),
        (lambda members: members.update({CARD: b"{}"}), "card"),
        (lambda members: members.update({CARD: b"not json"}), "card"),
        (lambda members: members.update({f"{n}.txt": b"" for n in range(99)}), "102 files"),
    ],
)
def test_a_zip_with_anything_odd_is_an_error_and_leaves_nothing(
    model: Path, tmp_path: Path, change: Callable[[dict[str, bytes]], None], error: str
) -> None:
    packed = repacked(model, tmp_path / "odd.zip", change)
    with pytest.raises(ModelError, match=error):
        import_zip(packed, tmp_path / "theirs")
    assert not list((tmp_path / "theirs").iterdir())
    assert not (tmp_path / WEIGHTS).exists()


def test_an_archive_of_songs_is_told_as_one(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "songs.zip", "w") as packed:
        for number in range(40):
            packed.writestr(f"Album/{number}.MP3", b"")
    with pytest.raises(AudioError, match="Unpack it, and add the folder"):
        import_zip(tmp_path / "songs.zip", tmp_path / "models")


def test_a_link_in_a_zip_is_an_error(model: Path, tmp_path: Path) -> None:
    link = zipfile.ZipInfo(WEIGHTS)
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "link.zip", "w") as packed:
        packed.writestr(link, "/etc/passwd")
        packed.writestr(CARD, card_path(model).read_bytes())
    with pytest.raises(ModelError, match="not an ordinary file"):
        import_zip(tmp_path / "link.zip", tmp_path / "theirs")


def test_macos_metadata_in_a_zip_is_ignored(model: Path, tmp_path: Path) -> None:
    packed = repacked(
        model, tmp_path / "mac.zip",
        lambda members: members.update({f"__MACOSX/._{CARD}": b"x", ".DS_Store": b"x"}),
    )  # fmt: skip
    assert import_zip(packed, tmp_path / "theirs")[1].words == ("low", "brass")


def test_damage_inside_a_zip_is_an_error(model: Path, tmp_path: Path) -> None:
    whole = export_zip(model, tmp_path / "m.zip").read_bytes()
    middle = whole.index(b"weight", 2000) + 300
    flipped = whole[:middle] + bytes([whole[middle] ^ 255]) + whole[middle + 1 :]
    for number, content in enumerate((whole[: len(whole) // 2], flipped, b"", b"PK no zip")):
        path = tmp_path / f"{number}.zip"
        path.write_bytes(content)
        with pytest.raises(ModelError, match=r"not a model to import|is empty"):
            import_zip(path, tmp_path / "theirs")
    with pytest.raises(ModelError, match="no file"):
        import_zip(tmp_path / "nowhere.zip", tmp_path / "theirs")


def test_a_card_of_a_newer_version_is_an_error(model: Path, tmp_path: Path) -> None:
    def age(members: dict[str, bytes]) -> None:
        card = json.loads(members[CARD])
        members[CARD] = json.dumps({**card, "format_version": 99}).encode()

    with pytest.raises(ModelError, match="newer RhythmCap"):
        import_zip(repacked(model, tmp_path / "new.zip", age), tmp_path / "theirs")


def test_a_path_that_cannot_be_written_is_an_error(model: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ModelError, match="could not be written"):
        export_zip(model, tmp_path / "file" / "m.zip")
    with pytest.raises(ModelError, match="could not be written"):
        export_folder(model, tmp_path / "file")


def test_a_model_whose_card_finds_no_room_is_not_there_either(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find_disk_full(_card: ModelCard) -> str:
        raise OSError(errno.ENOSPC, "no space")

    card = load_checkpoint(model).card
    monkeypatch.setattr(ModelCard, "to_json", find_disk_full)
    with pytest.raises(ModelError, match="could not be written: the disk is full"):
        export_folder(model, tmp_path / "out", card=card)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_model_of_two_files_is_checked_and_copied_in_by_the_command_line(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "import", str(model)]) == 0
    (copied,) = folders().models.glob("my-ear*.safetensors")
    assert copied.read_bytes() == model.read_bytes()
    assert copy_in(copied, folders().models) == copied, "one that lies there stays"
    content = bytearray(model.read_bytes())
    content[-1] ^= 1
    model.write_bytes(content)
    capsys.readouterr()
    assert main(["models", "import", str(model)]) == 1
    assert "not those its card was written for" in capsys.readouterr().err
    os.truncate(model, MAX_FILE_BYTES + 1)
    assert main(["models", "import", str(card_path(model))]) == 1
    assert "4.0 GB" in capsys.readouterr().err
    assert len(list(folders().models.glob("my-ear*.safetensors"))) == 1
    assert not list(folders().models.glob(".draft-*"))
    model.unlink()
    os.mkfifo(model)
    with pytest.raises(ModelError, match="cannot be used"):
        copy_in(model, tmp_path / "in")


def test_a_renamed_model_has_its_new_name_outside_too(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "import", str(model)]) == 0
    assert main(["models", "rename", "My ear · 3/4", "Our ear"]) == 0
    for target in (tmp_path / "our.zip", tmp_path / "out"):
        assert main(["models", "export", "Our ear", str(target)]) == 0
    capsys.readouterr()
    assert main(["models", "card", "Our ear"]) == 0
    assert json.loads(capsys.readouterr().out)["name"] == "Our ear"
    path, card = import_zip(tmp_path / "our.zip", tmp_path / "theirs")
    assert (card.name, path.name[:8]) == ("Our ear", "our-ear-")
    assert scores(path) == pytest.approx(scores(model))
    with zipfile.ZipFile(tmp_path / "our.zip") as packed:
        assert packed.read(README).startswith(b"Our ear:")
    (weights,) = (tmp_path / "out").glob("*.safetensors")
    assert load_checkpoint(weights).card.name == "Our ear"
    assert load_checkpoint(model).card.name == "My ear · 3/4", "its own file is as it was"
