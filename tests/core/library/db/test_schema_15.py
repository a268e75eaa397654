"""A library of version 15 has what came later, and can be worked on; see test_kept_libraries."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from core.library.edits.edits import RemoveSongs
from core.library.store import Library
from tests.support.released_files import ANNOTATOR, digest_of

VERSION = 15


def test_it_can_be_read_only(kept_path: Path, expected: dict[str, Any]) -> None:
    with Library.open(kept_path, read_only=True, annotator=ANNOTATOR) as library:
        assert digest_of(library, expected["columns"]) == expected["digest"]
        assert library.removed.known_files() == {}
        assert not library.removed.hold("x")


def test_its_songs_can_be_removed_and_brought_back(
    kept_library: Library, expected: dict[str, Any]
) -> None:
    kept_library.do(RemoveSongs((1, 2)))
    assert len(kept_library.removed.known_files()) == 2
    kept_library.undo()
    assert kept_library.removed.known_files() == {}
    assert digest_of(kept_library, expected["columns"]) == expected["digest"]
