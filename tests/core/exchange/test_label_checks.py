"""What a file says is made usable for a library, or listed with the reason why it is not."""

from __future__ import annotations

import math

import pytest

from core.exchange.label_checks import usable_name, usable_note, usable_time
from core.exchange.label_records import LabelFile, LabelledDecision, LabelledSong, LabelledWord


def decided(**values: object) -> LabelFile:
    file = LabelFile("test")
    song, word = file.add_song(LabelledSong("a.wav")), file.add_word(LabelledWord("kick"))
    file.decide(LabelledDecision(song, word, line=7, **values), "a.txt")  # type: ignore[arg-type]
    return file


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"start_s": 2.0, "end_s": 1.0}, "it does not end after it begins"),
        ({"start_s": 1.0, "end_s": 1.0}, "it does not end after it begins"),
        ({"start_s": -1.0, "end_s": 1.0}, "it begins before the song"),
        ({"start_s": 0.0, "end_s": math.inf}, "it begins before the song"),
        ({"start_s": math.nan, "end_s": 1.0}, "it begins before the song"),
        ({"start_s": 1.0}, "only one of start and end is given"),
        ({"intensity": 1.5}, "an intensity is a number from 0 to 1, not 1.5"),
        ({"intensity": math.nan}, "an intensity is a number from 0 to 1, not nan"),
    ],
)
def test_what_no_library_can_hold_is_a_fault(values: dict[str, object], reason: str) -> None:
    file = decided(**values)
    assert len(file.decisions) == 0
    [fault] = file.faults
    assert (fault.line, fault.text, fault.file) == (7, "kick", "a.txt")
    assert fault.reason.startswith(reason)


def test_texts_and_times_are_made_usable() -> None:
    file = decided(
        annotator=" A\tB ", created_at="2020-01-02T03:04:05+02:00", note="low \ud800\0 sign"
    )
    assert file.decisions[0].annotator == "A B"
    assert file.decisions[0].created_at == "2020-01-02T01:04:05.000Z"
    assert file.decisions[0].note == "low ? sign"


def test_what_is_no_time_is_left_out() -> None:
    assert usable_time("2020-01-02T03:04:05.678Z") == "2020-01-02T03:04:05.678Z"
    assert usable_time("2020-01-02") == "2020-01-02T00:00:00.000Z"
    for text in ("", "yesterday", "2020-13-01", "0001-01-01T00:00:00+14:00"):
        assert usable_time(text) == ""


def test_names_fit() -> None:
    assert usable_name("\x1b[31mBo\u202e") == "\\x1b[31mBo\\u202e"
    assert len(usable_name("x" * 1000)) == 200
    assert usable_name(" \n") == ""
    assert usable_note("two\nlines") == "two\nlines"
