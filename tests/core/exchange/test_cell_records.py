"""What a spreadsheet would run is quoted, and comes back equal."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.exchange.formats.long_table import CSV
from core.exchange.tables.cell_records import from_cell, tab_text, to_cell
from core.library.edits.edits import AddTag, Judge
from core.library.records import NewSong, State
from core.library.store import Library
from tests.support.round_trips import write

START = st.sampled_from(["", "=", "+", "-", "@", "\t", "\r", "\n", "'", "''", "'=", "＝", " ="])


@given(START, st.text())
def test_every_text_comes_back_through_a_table_and_none_begins_like_a_formula(
    start: str, rest: str
) -> None:
    cell = str(to_cell(start + rest))
    text = io.StringIO(newline="")
    csv.writer(text).writerow([cell])
    assert from_cell(cell) == start + rest
    assert not cell.startswith(("=", "@", "\t", "\r", "\n"))


@pytest.mark.parametrize("value", ["-5", "+.05", "-0,3", "12 %", 3, -2.5, "", "'tis", "a=b"])
def test_numbers_and_plain_texts_stay_as_they_are(value: object) -> None:
    assert to_cell(value) == value


@pytest.mark.parametrize("text", ["=1+1", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "'=1"])
def test_formulas_are_quoted(text: str) -> None:
    assert to_cell(text) == f"'{text}"


def test_no_cell_of_the_clipboard_spills_into_the_next() -> None:
    assert tab_text([["a\tb", "=1"], ["c\r\nd", "-5"]]) == "a b\t'=1\nc d\t-5"


def test_the_table_of_decisions_holds_no_formula_and_comes_back_equal(tmp_path: Path) -> None:
    title = '=HYPERLINK("http://example.invalid")'
    with Library.open(tmp_path / "library.db") as library:
        song_id, _ = library.songs.add(
            NewSong("0" * 32, tmp_path / "@a.wav", 1, 0.0, title, "@artist", "\tx", 1999, 6.0,
                    44_100, 2)
        )  # fmt: skip
        library.do(AddTag("+loud", library.codebook.categories()[0].id))
        tag = library.codebook.find("+loud")
        assert tag is not None
        library.do(Judge(song_id, tag.id, State.YES))
        write(CSV, library, tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["title"], row["artist"], row["tag"]) == (f"'{title}", "'@artist", "'+loud")
    assert [from_cell(row[name]) for name in ("title", "artist", "tag", "year")] == [
        title, "@artist", "+loud", "1999",
    ]  # fmt: skip
