"""What tests of scanning share: a cache, and a library without songs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.features.cache import FeatureCache
from core.library.store import Library
from tests.support.small_songs import library_with


@pytest.fixture
def cache(tmp_path: Path) -> FeatureCache:
    return FeatureCache(tmp_path / "cache")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with library_with(tmp_path / "library.db", 0) as opened:
        yield opened
