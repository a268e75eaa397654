"""A published split is kept by sound, and taken back by one undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.library.edits.split_edits import StoreSplit
from core.library.store import Library
from tests.support.round_trips import fresh_library
from tests.support.small_songs import content


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with fresh_library(tmp_path) as opened:
        yield opened


def sound(number: int) -> str:
    return f"{number:032x}"


def test_songs_keep_their_sides_and_may_change_them(library: Library) -> None:
    library.do(StoreSplit("one", {sound(1): "train", sound(2): "test", sound(9): "test"}))
    library.do(StoreSplit("one", {sound(2): "valid", sound(3): "test"}))
    library.do(StoreSplit("other", {sound(1): "test"}))
    assert library.evaluation.named_split("one") == {1: "train", 2: "valid", 3: "test"}
    assert library.evaluation.named_splits() == {
        "one": {"test": 1, "train": 1, "valid": 1},
        "other": {"test": 1},
    }
    assert library.evaluation.named_split("unknown") == {}


def test_undo_takes_a_split_back(library: Library) -> None:
    library.do(StoreSplit("one", {sound(1): "train"}))
    before = content(library)
    library.do(StoreSplit("one", {sound(1): "test", sound(2): "test"}))
    library.undo()
    assert content(library) == before
    library.redo()
    assert library.evaluation.named_split("one") == {1: "test", 2: "test"}


def test_a_split_that_is_there_leaves_no_trace(library: Library) -> None:
    library.do(StoreSplit("one", {sound(1): "train"}))
    before = content(library)
    library.do(StoreSplit("one", {sound(1): "train"}))
    assert content(library) == before
