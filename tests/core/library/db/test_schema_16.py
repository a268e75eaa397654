"""A library of version 16 opens, loses nothing, and what was done in it can be taken back.

The library lies in tests/data/schema_16; see packaging/keep_released_files.py.
"""

from __future__ import annotations

import json
import lzma
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from core.library.db import schema
from core.library.db.write_ahead_log import read_uri
from core.library.edits.edits import AddAnchor, RemoveSongs, SettleDisagreement
from core.library.records import State
from core.library.recovery.repair import find_faults
from core.library.review_records import Verdict
from core.library.store import Library
from tests.support.released_files import (
    ANNOTATOR,
    digest_of,
    library_values,
    redo_all,
    undo_all,
)

FOLDER = Path(__file__).resolve().parents[3] / "data" / "schema_16"


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(unpacked("expected.json"))
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "library.db").write_bytes(unpacked("library.db"))
    return tmp_path / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path, annotator=ANNOTATOR) as opened:
        yield opened


def unpacked(name: str) -> bytes:
    return lzma.decompress((FOLDER / f"{name}.xz").read_bytes())


def test_it_is_of_version_16_and_small(path: Path) -> None:
    with closing(sqlite3.connect(read_uri(path), uri=True)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (16,)
    assert schema.MIGRATIONS.index(schema.queues_and_second_judgments) == 16
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 100_000


def test_all_of_it_is_there_and_is_taken_back_and_done_again(
    library: Library, path: Path, expected: dict[str, Any]
) -> None:
    columns = expected["columns"]
    found = library_values(library)
    assert found.keys() == expected["portrait"].keys()
    for name, value in expected["portrait"].items():  # as texts: no NaN equals another
        assert json.dumps(found[name]) == json.dumps(value), name
    assert digest_of(library, columns) == expected["digest"]
    assert redo_all(library, columns) == expected["on_first"]
    assert undo_all(library, columns) == expected["back"]
    assert redo_all(library, columns) == expected["on"]
    assert find_faults(path) == []


def test_it_can_be_read_only(path: Path, expected: dict[str, Any]) -> None:
    with Library.open(path, read_only=True, annotator=ANNOTATOR) as library:
        assert digest_of(library, expected["columns"]) == expected["digest"]
        assert library.repeats.all() == library.repeats.due("9999") == []
        assert library.queues.all() == library.queues.random_songs() == []
        assert library.prequential.all() == library.listened_parts.all() == []
        assert library.anchors.all() == library.word_rules.all() == []
        assert library.disputes.all() == library.disputes.unclear() == []
        assert library.tag_uses.used_tags()
        assert library.annotations.labels().n_unclear == 0
        assert {version.annotator_id for version in library.codebook.history()} == {None}
        tag = library.annotations.counts_by_tag().popitem()[0]
        assert isinstance(library.annotations.decided_under_older(tag), tuple)


def test_what_was_unclear_before_is_learned_from_as_before(path: Path) -> None:
    with closing(sqlite3.connect(path)) as older, older:
        row = older.execute(
            "SELECT song_id, tag_id, annotator_id FROM annotations WHERE start_s IS NULL"
        ).fetchone()
        older.execute(
            "INSERT INTO disputes (song_id, tag_id, annotator_id, score, verdict, created_at)"
            " VALUES (?, ?, ?, 0.9, 'unclear', '2026-01-01T00:00:00.000Z')",
            row,
        )
    with Library.open(path, annotator=ANNOTATOR) as library:
        assert library.disputes.unclear() == []
        assert library.annotations.labels().n_unclear == 0


def test_its_songs_can_be_removed_and_brought_back(
    library: Library, expected: dict[str, Any]
) -> None:
    tag_id, model_id = library.codebook.tags()[0].id, library.models.list()[0].id
    library.do(AddAnchor(1, tag_id, State.YES, 1.0, 2.0))
    library.do(SettleDisagreement(1, tag_id, model_id, 0.9, Verdict.UNCLEAR))
    library.do(RemoveSongs((1, 2)))
    assert library.anchors.all() == library.disputes.all() == []
    library.undo()
    assert len(library.anchors.all()) == len(library.disputes.unclear()) == 1
    library.undo()
    library.undo()
    assert digest_of(library, expected["columns"]) == expected["digest"]
