"""When something was decided is told where it cannot be read, in formats that know but one form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.exchange.format_registry import format_named
from core.exchange.formats.raven import MEASURED, OWN
from core.exchange.label_records import LabelFile, LabelledDecision, LabelledSong, LabelledWord
from core.jobs import SILENT

DATES = ("2021-05-13", "", "soon", 44329)


def write_jams(path: Path) -> None:
    decisions = [
        {"tag": f"t{n}", "state": "no", "created_at": date} for n, date in enumerate(DATES)
    ]
    own = {"rhythmcap": {"version": 1, "category": "x", "decisions": decisions}}
    content = {
        "file_metadata": {"identifiers": {"file_name": "a.wav"}, "duration": 9.0},
        "annotations": [{"namespace": "tag_open", "data": [], "sandbox": own}],
    }
    path.write_text(json.dumps(content), encoding="utf-8")


def write_raven(path: Path) -> None:
    rows = [(*MEASURED, *OWN)]
    for number, date in enumerate(DATES):
        measured = (str(number + 1), "S", "1", "0", "9", "0", "100", "a.wav", "0")
        rows.append((*measured, "x", f"t{number}", "no", "song", "", "", "", str(date), ""))
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


@pytest.mark.parametrize(("form", "write"), [("jams", write_jams), ("raven", write_raven)])
def test_dates_that_are_not_read_are_told(form: str, write: object, tmp_path: Path) -> None:
    assert callable(write)
    write(tmp_path / "a.x")
    read = format_named(form).read
    assert read is not None
    file = read(tmp_path / "a.x", SILENT)
    assert [decision.created_at[:10] for decision in file.decisions] == [DATES[0], "", "", ""]
    assert file.remarks == [
        "2 dates of decisions are left out, as only such as 2021-05-13 are read here."
        " The first is “soon”, on a.wav."
    ]


def test_what_a_reader_says_later_stays_beside_it() -> None:
    file = LabelFile("x")
    song, word = file.add_song(LabelledSong("a.wav")), file.add_word(LabelledWord("kick"))
    for text in ("soon", "2021-05-13", "later"):
        file.decide(LabelledDecision(song, word, created_at=text))
        file.remarks.append(text)
    assert [remark[:6] for remark in file.remarks] == ["2 date", "soon", "2021-0", "later"]
