"""A tag that is called like a column of songs has a column of its own, and comes back as it was."""

from __future__ import annotations

import csv
import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.exchange.formats.wide_table import CSV_WIDE
from core.exchange.tables.columns import NO_TAGS, TAG_SIGN, tag_column, tag_of_column
from core.library.edits.edits import AddTag, Judge
from core.library.records import State
from core.library.store import Library
from tests.support.round_trips import read_into, tag_id, write

RESERVED = ("title", "Path", "artist", "song", "note", "id", "=year", "title (tag)", "Stück")


@pytest.fixture
def odd(labelled: Library) -> Library:
    """A library whose fourth song is judged on words that columns are called by."""
    for name in RESERVED:
        if labelled.codebook.find(name) is None:
            labelled.do(AddTag(name, 1))
        labelled.do(Judge(4, tag_id(labelled, name), State.YES))
    return labelled


def states(library: Library) -> dict[str, str]:
    found = library.annotations.of_song(4)
    return {library.codebook.tag(tag).name: row.state.value for tag, row in found.items()}


def test_no_two_columns_have_one_name(odd: Library, tmp_path: Path) -> None:
    table, _, package = write(CSV_WIDE, odd, tmp_path / "out.csv").files
    with table.open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    names = [name.casefold() for name in header]
    assert len(set(names)) == len(names)
    schema = json.loads(package.read_text(encoding="utf-8"))["resources"][0]["schema"]
    assert [field["name"] for field in schema["fields"]] == header
    [described] = [field for field in schema["fields"] if field["name"] == "title (tag)"]
    assert described["title"] == "title"


@pytest.mark.parametrize("reordered", [False, True])
def test_words_that_name_columns_come_back(
    odd: Library, fresh: Library, tmp_path: Path, reordered: bool
) -> None:
    path = write(CSV_WIDE, odd, tmp_path / "out.csv").files[0]
    if reordered:  # as a spreadsheet saves it whose columns were moved
        with path.open(encoding="utf-8", newline="") as file:
            columns = list(zip(*csv.reader(file), strict=True))
        random.Random(1).shuffle(columns)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(zip(*columns, strict=True))
    assert read_into(CSV_WIDE, path, fresh).faults == ()
    assert states(fresh) == states(odd)
    assert set(RESERVED) <= set(states(fresh))


@given(st.sampled_from(sorted(NO_TAGS)) | st.text(max_size=8), st.integers(0, 3))
def test_any_name_comes_back(name: str, n_signs: int) -> None:
    tag = name + n_signs * TAG_SIGN
    assert tag_of_column(tag_column(tag)) == tag
