"""Libraries as older versions of the schema wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.library.store import Library
from tests.support.released_files import ANNOTATOR, KeptLibrary


@pytest.fixture
def kept(request: pytest.FixtureRequest) -> KeptLibrary:
    """Of the version that the module names as VERSION."""
    return KeptLibrary(request.module.VERSION)


@pytest.fixture
def expected(kept: KeptLibrary) -> dict[str, Any]:
    """What was in it as it was written."""
    return kept.expected()


@pytest.fixture
def kept_path(kept: KeptLibrary, tmp_path: Path) -> Path:
    """A copy of it, not opened yet."""
    return kept.copy(tmp_path)


@pytest.fixture
def kept_library(kept_path: Path) -> Iterator[Library]:
    """A copy of it, brought to the version of today."""
    with Library.open(kept_path, annotator=ANNOTATOR) as opened:
        yield opened
