"""What the tests of formats share: a library to write, and one to read into."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.library.store import Library
from tests.support.round_trips import fresh_library, labelled_library


@pytest.fixture
def labelled(tmp_path: Path) -> Iterator[Library]:
    """A library of two annotators with all kinds of decisions."""
    with labelled_library(tmp_path) as library:
        yield library


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Library]:
    """A library with the same songs and no decisions."""
    with fresh_library(tmp_path) as library:
        yield library
