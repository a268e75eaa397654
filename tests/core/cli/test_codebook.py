"""The codebook on the command line: listed, added to, exported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.cli import main
from core.library.codebook.codebook_file import TEMPLATES, read_codebook
from core.library.edits.edits import Judge, RetireTag
from core.library.records import State
from core.library.store import Library
from core.paths import folders
from tests.support.small_songs import library_with, tag_id


@pytest.fixture(autouse=True)
def own_library() -> None:
    """The user's own library, with one decision and one retired tag."""
    folders().data.mkdir(parents=True, exist_ok=True)
    with library_with(folders().library_file, 2) as library:
        library.do(Judge(1, tag_id(library, "kick"), State.YES))
        library.do(RetireTag(tag_id(library, "piano")))


def answer(capsys: pytest.CaptureFixture[str], *argv: str, code: int = 0) -> Any:
    """Return a verb's answer, parsed from JSON."""
    assert main(["--json", "--quiet", *argv]) == code
    return json.loads(capsys.readouterr().out or "null")


def names() -> list[str]:
    with Library.open(folders().library_file) as library:
        return [tag.name for tag in library.codebook.tags()]


def test_words_are_listed_with_their_counts(capsys: pytest.CaptureFixture[str]) -> None:
    rows = {row["tag"]: row for row in answer(capsys, "codebook", "list")}
    assert len(rows) == 62
    assert (rows["kick"]["yes"], rows["kick"]["no"], rows["kick"]["category"]) == (1, 0, "rhythm")
    assert rows["bass lead"]["other_names"] == ["basslead"]
    assert "piano" not in rows
    retired = answer(capsys, "codebook", "list", "--retired")
    assert [row["tag"] for row in retired if row["retired"]] == ["piano"]
    assert main(["codebook", "list"]) == 0
    assert "r k" in capsys.readouterr().out


def test_templates_and_their_words_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert [row["name"] for row in answer(capsys, "codebook", "templates")] == list(TEMPLATES)
    words = answer(capsys, "codebook", "templates", "neutral")
    assert words[0]["tag"] == "female voice"
    assert all(row["definition"] for row in words)


def test_only_new_words_are_added_and_a_dry_run_adds_none(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "scales.csv"
    file.write_text("rhythm,kick,\nscale,dorian,\nscale,Dorian,\n")
    planned = answer(capsys, "codebook", "add", "--dry-run", str(file))
    assert planned == [{"category": "scale", "tag": "dorian"}]
    assert "dorian" not in names()
    assert answer(capsys, "codebook", "add", str(file)) == planned
    assert names()[-1] == "dorian"
    answer(capsys, "undo")
    assert "dorian" not in names()


def test_used_words_are_not_replaced(capsys: pytest.CaptureFixture[str]) -> None:
    answer(capsys, "codebook", "add", "pop", "--replace", code=1)
    assert "kick" in names()
    for _ in range(2):
        answer(capsys, "undo")
    answer(capsys, "codebook", "add", "pop", "--replace")
    assert names()[0] == "female lead"
    assert "kick" not in names()


def test_the_codebook_is_exported(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    assert answer(capsys, "codebook", "export", str(file))["n_tags"] == 62
    assert sum(len(category.tags) for category in read_codebook(file).categories) == 62


def test_what_is_neither_template_nor_file_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["codebook", "add", "no-such-words"]) == 1
    assert "not a codebook" in capsys.readouterr().err
