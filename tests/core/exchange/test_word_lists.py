"""Lists in cells, columns that number rows and columns without entries, in tables of any form."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.exchange.format_registry import format_of
from core.exchange.formats.wide_table import CSV_WIDE
from core.exchange.label_records import LabelFile
from core.exchange.tables.cell_values import NotAValue
from core.exchange.tables.word_lists import words_of_list
from core.jobs import SILENT
from tests.support.round_trips import fresh_library, write


def read(path: Path, *rows: tuple[str, ...]) -> LabelFile:
    """Write rows as CSV, and read them in the format that they look like."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    form = format_of(path)
    assert form.read is not None
    return form.read(path, SILENT)


def stated(file: LabelFile) -> list[tuple[str, str, str, str]]:
    return [
        (
            file.songs[d.song].name,
            file.words[d.word].category,
            file.words[d.word].name,
            d.state.value,
        )
        for d in file.decisions
    ]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("['kick', 'piano']", ["kick", "piano"]),
        ('["kick", "pi\\u00e4no", "kick"]', ["kick", "piäno"]),
        ("['kick' 'piano']", ["kick", "piano"]),
        ("{'kick'}", ["kick"]),
        ("['it\\'s', \"so\", nan, None]", ["it's", "so"]),
        ('["a", null]', ["a"]),
        ('{"choices": ["kick", "piano"]}', ["kick", "piano"]),
        ('{"choices": "kick"}', ["kick"]),
        (" [] ", []),
        ("kick", None), ("[live]", None), ("", None), ("[", None), ("'kick'", None),
        ("['kick'", None), ("['a']['b']", None),
    ],
)  # fmt: skip
def test_lists_of_programs_are_read_and_other_texts_are_words(
    cell: str, words: list[str] | None
) -> None:
    assert words_of_list(cell) == words


@pytest.mark.parametrize(
    "cell", ["[1, 0]", "{}", '[{"start": 1, "labels": ["x"]}]', '[["a"]]', '{"number": 3}']
)
def test_lists_of_something_else_are_no_words(cell: str) -> None:
    with pytest.raises(NotAValue):
        words_of_list(cell)


@given(st.lists(st.text(min_size=1).map(lambda t: " ".join(t.split())).filter(bool), unique=True))
def test_any_list_of_python_and_json_comes_back(words: list[str]) -> None:
    for cell in (str(words), json.dumps(words), json.dumps(words, ensure_ascii=False)):
        assert words_of_list(cell) == words


def test_a_list_that_never_ends_is_looked_at_once() -> None:
    assert words_of_list("[" + "'a'    " * 5000 + "x]") is None


def test_label_studio_writes_choices_under_the_question(tmp_path: Path) -> None:
    file = read(
        tmp_path / "project.csv",
        ("audio", "annotation_id", "instruments", "mood"),
        ("a.mp3", "1", '{"choices":["kick","piano"]}', "dark"),
        ("b.mp3", "2", "kick", '{"choices":["dark","slow"]}'),
        ("c.mp3", "3", "", "[1]"),
    )
    assert stated(file) == [
        ("a.mp3", "instruments", "kick", "yes"), ("a.mp3", "instruments", "piano", "yes"),
        ("a.mp3", "mood", "dark", "yes"), ("b.mp3", "instruments", "kick", "yes"),
        ("b.mp3", "mood", "dark", "yes"), ("b.mp3", "mood", "slow", "yes"),
    ]  # fmt: skip
    assert [fault.line for fault in file.faults] == [4]
    assert "a list of words in quotes" in file.faults[0].reason
    assert "Columns that only number the rows, not read: annotation_id." in file.remarks


def test_pandas_lists_stand_beside_columns_of_tags(tmp_path: Path) -> None:
    file = read(
        tmp_path / "frame.csv",
        ("path", "kick", "snare", "genres", "tags"),
        ("a.mp3", "1", "0", "['rock', 'pop']", "['loud']"),
        ("b.mp3", "0", "1", "[]", ""),
    )
    assert stated(file)[:5] == [
        ("a.mp3", "", "kick", "yes"), ("a.mp3", "", "snare", "no"),
        ("a.mp3", "genres", "rock", "yes"), ("a.mp3", "genres", "pop", "yes"),
        ("a.mp3", "", "loud", "yes"),
    ]  # fmt: skip
    assert file.faults == []


def test_a_long_table_s_column_of_tags_may_hold_lists(tmp_path: Path) -> None:
    file = read(
        tmp_path / "long.csv", ("path", "tags"), ("a.mp3", "['kick, loud', 'piano']"),
        ("b.mp3", "[]"), ("c.mp3", "voice"), ("d.mp3", ""),
    )  # fmt: skip
    assert [name for *_, name, _ in stated(file)] == ["kick, loud", "piano", "voice"]
    assert file.faults == []
    assert "“tags” holds lists: each of their words is a tag." in file.remarks


def test_a_word_of_a_table_with_states_is_never_a_list(tmp_path: Path) -> None:
    file = read(tmp_path / "own.csv", ("path", "tag", "state"), ("a.mp3", "['a', 'b']", "yes"))
    assert [name for *_, name, _ in stated(file)] == ["['a', 'b']"]


@pytest.mark.parametrize("name", ["id", "track_id", "Index", "Unnamed: 0", "Nr."])
def test_a_number_of_the_row_is_no_tag(name: str, tmp_path: Path) -> None:
    file = read(
        tmp_path / "a.csv", (name, "path", "kick", "snare"),
        ("0", "a.mp3", "1", "0"), ("1", "b.mp3", "0", "1"),
    )  # fmt: skip
    assert [word.name for word in file.words] == ["kick", "snare"]
    assert f"Columns that only number the rows, not read: {name}." in file.remarks


def test_a_column_that_counts_up_is_no_tag_whatever_its_name(tmp_path: Path) -> None:
    rows = [(str(n), f"{n}.mp3", str(n % 2), "1") for n in range(3)]
    file = read(tmp_path / "a.csv", ("song no", "path", "kick", "snare"), *rows)
    assert [word.name for word in file.words] == ["kick", "snare"]


def test_a_tag_may_be_called_like_a_number_where_it_holds_decisions(tmp_path: Path) -> None:
    file = read(
        tmp_path / "a.csv", ("path", "id", "snare"), ("a.mp3", "yes", "0"), ("b.mp3", "no", "1")
    )
    assert [word.name for word in file.words] == ["id", "snare"]


def test_a_column_without_an_entry_makes_no_tag_and_a_late_one_does(tmp_path: Path) -> None:
    rows = [(f"{n}.mp3", "1", "", "NA", "") for n in range(600)]
    rows += [("late.mp3", "0", "1", "", "")]
    file = read(tmp_path / "a.csv", ("path", "kick", "rare", "never", "nor"), *rows)
    assert [word.name for word in file.words] == ["kick", "rare"]
    assert "Columns without any entry, which make no tags: never, nor." in file.remarks


def test_an_own_table_brings_the_words_that_nobody_judged(tmp_path: Path) -> None:
    with fresh_library(tmp_path) as library:
        n_tags = len(library.codebook.tags())
        write(CSV_WIDE, library, tmp_path / "own.csv")
    assert CSV_WIDE.read is not None
    assert len(CSV_WIDE.read(tmp_path / "own.csv", SILENT).words) == n_tags
