"""The library of most tests of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.library.store import Library
from tests.support.small_songs import library_with, miscounts


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A new library with four songs; its counts must be right when the test is over."""
    with library_with(tmp_path / "library.db", 4) as opened:
        yield opened
        assert miscounts(opened) == []
