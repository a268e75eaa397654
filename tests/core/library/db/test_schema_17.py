"""A library of version 17 opens, loses nothing, and what was done in it can be taken back.

The library lies in tests/data/schema_17; see packaging/keep_released_files.py.
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

from core.library.abx_records import AnsweredTrial, PlayedClip
from core.library.db import schema
from core.library.db.write_ahead_log import read_uri
from core.library.edits.edits import JudgeMany, KeepAbxTest
from core.library.records import DecisionContext, DecisionSource, State
from core.library.recovery.repair import find_faults
from core.library.store import Library
from tests.support.released_files import (
    ANNOTATOR,
    digest_of,
    library_values,
    redo_all,
    undo_all,
)
from tests.support.small_songs import miscounts

FOLDER = Path(__file__).resolve().parents[3] / "data" / "schema_17"


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


def last_id(path: Path) -> int:
    with closing(sqlite3.connect(read_uri(path), uri=True)) as connection:
        sql = "SELECT seq FROM sqlite_sequence WHERE name = 'annotations'"
        return int(connection.execute(sql).fetchone()[0])


def test_it_is_of_version_17_and_small(path: Path) -> None:
    with closing(sqlite3.connect(read_uri(path), uri=True)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (17,)
        for table in ("repeats", "queues", "prequential", "listened_parts", "word_rules"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() > (0,)
    assert schema.MIGRATIONS.index(schema.listening_tests_and_rule_decisions) == 17
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 100_000


def test_all_of_it_is_there_and_is_taken_back_and_done_again(
    path: Path, expected: dict[str, Any]
) -> None:
    columns, ids = expected["columns"], last_id(path)
    with Library.open(path, annotator=ANNOTATOR) as library:
        assert last_id(path) == ids  # the journal names rows that are gone by their numbers
        found = library_values(library)
        assert found.keys() == expected["portrait"].keys()
        for name, value in expected["portrait"].items():  # as texts: no NaN equals another
            assert json.dumps(found[name]) == json.dumps(value), name
        assert digest_of(library, columns) == expected["digest"]
        assert miscounts(library) == []
        assert redo_all(library, columns) == expected["on_first"]
        assert undo_all(library, columns) == expected["back"]
        assert redo_all(library, columns) == expected["on"]
        assert miscounts(library) == []
    assert find_faults(path) == []


def test_it_can_be_read_only(path: Path, expected: dict[str, Any]) -> None:
    with Library.open(path, read_only=True, annotator=ANNOTATOR) as library:
        assert digest_of(library, expected["columns"]) == expected["digest"]
        assert library.abx_tests.all() == library.abx_tests.of_pair(1, 2) == []
        assert library.tag_uses.used_tags()
        assert not library.tag_uses.is_used(max(library.tag_uses.used_tags()) + 1)


def test_it_takes_tests_and_decisions_of_rules(library: Library, expected: dict[str, Any]) -> None:
    first, second = (tag.id for tag in library.codebook.tags()[:2])
    clip = PlayedClip("00" * 16)
    by_rule = DecisionContext(DecisionSource.RULE)
    library.do(KeepAbxTest(first, second, 1, (AnsweredTrial(clip, clip, clip, True, True),)))
    library.do(JudgeMany((1, 2), first, State.NO, by_rule))
    assert library.annotations.of_song(1)[first].source is DecisionSource.RULE
    assert miscounts(library) == []
    library.undo()
    library.undo()
    assert library.abx_tests.all() == []
    assert digest_of(library, expected["columns"]) == expected["digest"]
