"""Libraries of older versions open, lose nothing, and what was done in them can be taken back.

They lie in tests/data/schema_NN; see packaging/keep_released_files.py.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from core.library.db import schema
from core.library.db.write_ahead_log import read_uri
from core.library.recovery.repair import find_faults
from core.library.store import Library
from tests.support.released_files import (
    KeptLibrary,
    digest_of,
    library_values,
    redo_all,
    undo_all,
)

VERSIONS = {
    15: (schema.written_and_removed_files, 800_000),
    16: (schema.queues_and_second_judgments, 100_000),
}  # the first migration that one needs, and its bytes at most


@pytest.fixture(params=VERSIONS)
def kept(request: pytest.FixtureRequest) -> KeptLibrary:
    return KeptLibrary(request.param)


def test_it_is_of_its_version_and_small(kept: KeptLibrary, kept_path: Path) -> None:
    with closing(sqlite3.connect(read_uri(kept_path), uri=True)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (kept.version,)
    migration, most_bytes = VERSIONS[kept.version]
    assert schema.MIGRATIONS.index(migration) == kept.version
    assert kept.n_bytes < most_bytes


def test_all_of_it_is_there_and_is_taken_back_and_done_again(
    kept_library: Library, kept_path: Path, expected: dict[str, Any]
) -> None:
    columns = expected["columns"]
    found = library_values(kept_library)
    assert found.keys() == expected["portrait"].keys()
    for name, value in expected["portrait"].items():  # as texts: no NaN equals another
        assert json.dumps(found[name]) == json.dumps(value), name
    assert digest_of(kept_library, columns) == expected["digest"]
    assert redo_all(kept_library, columns) == expected["on_first"]
    assert undo_all(kept_library, columns) == expected["back"]
    assert redo_all(kept_library, columns) == expected["on"]
    assert find_faults(kept_path) == []
