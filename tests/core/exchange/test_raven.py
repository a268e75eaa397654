"""Raven's selection tables: all of a decision comes back, others' own columns come in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from core.errors import ExchangeError
from core.exchange.format_registry import format_of
from core.exchange.formats import raven
from core.exchange.label_records import LabelFile
from core.jobs import SILENT
from core.library.edits.edits import SetDecisionNote
from core.library.store import Library
from tests.support.drawn_decisions import Drawn, drawn_decisions, library_of
from tests.support.round_trips import (
    decisions,
    fresh_library,
    read_into,
    tag_id,
    words_in_time,
    write,
)

HEAD = "Selection\tView\tChannel\tBegin Time (s)\tEnd Time (s)\tLow Freq (Hz)\tHigh Freq (Hz)"


def read(path: Path) -> LabelFile:
    return raven.read(path, SILENT)


def table(path: Path, *rows: str) -> Path:
    path.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_everything_comes_back(labelled: Library, fresh: Library, tmp_path: Path) -> None:
    female = tag_id(labelled, "female")
    decision = labelled.annotations.of_song_and_tag(3, female)
    assert decision is not None
    note = "=tab\tand\nline \\n, "
    labelled.do(SetDecisionNote(decision.id, note))
    written = write(raven.FORMAT, labelled, tmp_path / "out")
    assert [path.name for path in written.files] == [f"song {n}.selections.txt" for n in (1, 2, 3)]
    assert written.n_rows == len(decisions(labelled))
    assert format_of(tmp_path / "out") == format_of(written.files[0]) == raven.FORMAT
    assert read_into(raven.FORMAT, tmp_path / "out", fresh).faults == ()
    assert decisions(fresh) == decisions(labelled)
    back = fresh.annotations.of_song_and_tag(3, female)
    assert back is not None
    assert (back.note, back.created_at) == (note, decision.created_at)


@settings(max_examples=5, deadline=None)
@given(drawn=drawn_decisions())
def test_whatever_was_decided_comes_back(drawn: list[Drawn]) -> None:
    with library_of(drawn) as (folder, library), fresh_library(folder) as fresh:
        if write(raven.FORMAT, library, folder / "out").files:
            read_into(raven.FORMAT, folder / "out", fresh)
        assert decisions(fresh) == decisions(library)


def test_no_cell_is_run_by_a_spreadsheet(labelled: Library, tmp_path: Path) -> None:
    [_, second, _] = write(raven.FORMAT, labelled, tmp_path / "out").files
    assert '\t\'=odd; name, "x"\t' in second.read_text(encoding="utf-8")


def test_a_table_of_raven_pro_comes_in_once_a_selection(tmp_path: Path) -> None:
    selection = "1\t1.500000000\t3.250000000\t\t\t1.75\t-40.1\tkick, ?drums\tdark\tloud\t3"
    path = table(
        tmp_path / "My Song.Table.1.selections.txt",
        f"{HEAD}\tDelta Time (s)\tAvg Power Density (dB FS/Hz)\tAnnotation\tMood\tNotes\tCount",
        f"1\tWaveform 1\t{selection}",
        f"1\tSpectrogram 1\t{selection}",
        "2\tSpectrogram 1\t1\t4\t5\t0.0\t22050.0\t1\t-38.2\t\t\t\t",
    )
    file = read(path)
    assert format_of(path) == raven.FORMAT
    assert words_in_time(file) == {
        ("My Song.txt", "", "kick", "yes", 1.5, 3.25),
        ("My Song.txt", "", "drums", "unsure", 1.5, 3.25),
        ("My Song.txt", "Mood", "dark", "yes", 1.5, 3.25),
    }
    assert len(file.decisions) == 3
    assert {decision.note for decision in file.decisions} == {"loud"}
    assert file.remarks == ["1 point without a label was left out"]


def test_a_table_of_several_files_comes_in(tmp_path: Path) -> None:
    path = table(
        tmp_path / "birds.selections.txt",
        f"{HEAD}\tBegin Path\tFile Offset (s)\tSpecies\tConfidence",
        "1\tSpectrogram 1\t1\t3.0\t6.0\t0\t15000\tD:\\rec\\a.wav\t3.0\tblackbird\t0.91",
        "2\tSpectrogram 1\t1\t63.0\t66.5\t0\t15000\tD:\\rec\\b.wav\t1.25\tblackbird\t0.55",
    )
    assert words_in_time(read(path)) == {
        ("D:\\rec\\a.wav", "Species", "blackbird", "yes", 3.0, 6.0),
        ("D:\\rec\\b.wav", "Species", "blackbird", "yes", 1.25, 4.75),
    }


def test_bad_rows_and_files_are_listed_and_the_good_ones_come_in(tmp_path: Path) -> None:
    table(
        tmp_path / "a.txt", f"{HEAD}\tTag\tState\tScope\tIntensity",
        "1\tS\t1\t1\t2\t\t\tkick\tyes\tregion\t", "2\tS\t1\tone\t2\t\t\tkick\tyes\tregion\t",
        "3\tS\t1\t1\t2\t\t\tkick\tperhaps\tregion\t", "4\tS\t1\t1\t2\t\t\tkick\tyes\tsong\t7",
        "5\tS\t1\t2\t1\t\t\tkick\tyes\tregion\t", "6", "7\tS\t1\t1\t2\t\t\t\tyes\tregion\t",
    )  # fmt: skip
    table(tmp_path / "b.txt", "Selection\tView", "1\tS")
    file = read(tmp_path)
    assert words_in_time(file) == {("a.txt", "", "kick", "yes", 1.0, 2.0)}
    assert [(fault.file, fault.line) for fault in file.faults] == [
        *(("a.txt", line) for line in range(3, 9)), ("b.txt", 0),
    ]  # fmt: skip
    with pytest.raises(ExchangeError, match="line 1 is “Selection\tView”") as raised:
        read(tmp_path / "b.txt")
    assert raised.value.remedy
