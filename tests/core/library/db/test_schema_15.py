"""A library of version 15 opens, loses nothing, and what was done in it can be taken back.

The library lies in tests/data/schema_15; see packaging/keep_released_files.py.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from core.library.db import schema
from core.library.db.write_ahead_log import read_uri
from core.library.edits.edits import RemoveSongs
from core.library.recovery.repair import find_faults
from core.library.store import Library
from tests.support.released_files import (
    ANNOTATOR,
    digest_of,
    library_values,
    redo_all,
    undo_all,
)

FOLDER = Path(__file__).resolve().parents[3] / "data" / "schema_15"


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copyfile(FOLDER / "library.db", tmp_path / "library.db"))


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path, annotator=ANNOTATOR) as opened:
        yield opened


def test_it_is_of_version_15_and_small(path: Path) -> None:
    with closing(sqlite3.connect(read_uri(path), uri=True)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (15,)
    assert schema.MIGRATIONS.index(schema.written_and_removed_files) == 15
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 800_000


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
        assert library.removed.known_files() == {}
        assert not library.removed.hold("x")


def test_its_songs_can_be_removed_and_brought_back(
    library: Library, expected: dict[str, Any]
) -> None:
    library.do(RemoveSongs((1, 2)))
    assert len(library.removed.known_files()) == 2
    library.undo()
    assert library.removed.known_files() == {}
    assert digest_of(library, expected["columns"]) == expected["digest"]
