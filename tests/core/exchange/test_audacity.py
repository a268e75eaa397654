"""Audacity's labels: what is written comes back but for what is declared, others' come in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from core.errors import ExchangeError
from core.exchange.format_registry import format_of
from core.exchange.formats import audacity
from core.exchange.label_records import LabelFile
from core.jobs import SILENT
from core.library.store import Library
from tests.support.drawn_decisions import Drawn, drawn_decisions, library_of
from tests.support.round_trips import (
    decisions,
    fresh_library,
    kept_in_labels,
    read_into,
    words_in_time,
    write,
)


def read(path: Path) -> LabelFile:
    return audacity.read(path, SILENT)


def test_labels_come_back(labelled: Library, fresh: Library, tmp_path: Path) -> None:
    written = write(audacity.FORMAT, labelled, tmp_path / "out")
    assert [path.name for path in written.files] == ["song 1.txt", "song 2.txt", "song 3.txt"]
    assert written.files[0].read_text(encoding="utf-8") == (
        "0.000000\t10.500000\t* rhythm: kick, instruments: -piano, sound: ?dark\n"
        "2.500000\t4.250000\tvoice: female\n"
    )
    assert format_of(tmp_path / "out") == format_of(written.files[1]) == audacity.FORMAT
    plan = read_into(audacity.FORMAT, tmp_path / "out", fresh)
    assert (plan.faults, plan.file.remarks) == ((), [])
    assert decisions(fresh) == kept_in_labels(labelled)
    assert written.n_rows == len(decisions(fresh))


@settings(max_examples=5, deadline=None)
@given(drawn=drawn_decisions(hundredths=True))
def test_whatever_was_decided_comes_back(drawn: list[Drawn]) -> None:
    with library_of(drawn) as (folder, library), fresh_library(folder) as fresh:
        if write(audacity.FORMAT, library, folder / "out").files:
            read_into(audacity.FORMAT, folder / "out", fresh)
        assert decisions(fresh) == kept_in_labels(library)


def test_songs_of_the_same_name_are_told_apart(
    labelled: Library, fresh: Library, tmp_path: Path
) -> None:
    for library in (labelled, fresh):
        for number, name in ((1, "a/01.wav"), (2, "b/01.flac"), (3, "c/a?b-labels.wav")):
            library.database.write(
                "UPDATE songs SET path = ? WHERE id = ?", (str(tmp_path / name), number)
            )
    written = write(audacity.FORMAT, labelled, tmp_path / "out")
    assert [path.name for path in written.files] == [
        f"01 {1:032x}.txt", f"01 {2:032x}.txt", f"a?b-labels {3:032x}.txt".replace("?", "_"),
    ]  # fmt: skip
    read_into(audacity.FORMAT, tmp_path / "out", fresh)
    assert decisions(fresh) == kept_in_labels(labelled)


def test_a_track_of_audacity_with_frequencies_comes_in(tmp_path: Path) -> None:
    path = tmp_path / "My Song-labels.txt"
    path.write_bytes(
        b"2.150000\t2.150000\tkick\r\n"
        b"3.400000\t6.100000\tvoice: female, ?spoken\r\n\\\t1484.669312\t2969.338523\r\n"
        b"7.000000\t8.500000\t-drums\r\n\r\n"
    )
    file = read(path)
    assert format_of(path) == audacity.FORMAT
    assert words_in_time(file) == {
        ("My Song.txt", "", "kick", "yes", 2.15, 3.15),
        ("My Song.txt", "voice", "female", "yes", 3.4, 6.1),
        ("My Song.txt", "", "spoken", "unsure", 3.4, 6.1),
        ("My Song.txt", "", "drums", "no", 7.0, 8.5),
    }
    assert file.remarks == [
        "1 point in time was read as a region of one second",
        "1 range of frequencies was left out",
    ]


def test_an_old_track_with_commas_and_another_encoding_comes_in(tmp_path: Path) -> None:
    path = tmp_path / "Stück.wav.txt"
    path.write_bytes("0,5\t1,5\tHörner\n2,0\tHörner\n".encode("utf-16"))
    assert words_in_time(read(path)) == {
        ("Stück.wav", "", "Hörner", "yes", 0.5, 1.5), ("Stück.wav", "", "Hörner", "yes", 2.0, 3.0),
    }  # fmt: skip
    path.write_bytes("0.5\t1.5\tHörner\n".encode("cp1252"))
    assert {key[2] for key in words_in_time(read(path))} == {"Hörner"}


def test_bad_lines_and_files_are_listed_and_the_good_ones_come_in(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "1.0\t2.0\tgood\n2.0\t1.0\tbackwards\n-1.0\t1.0\tbefore\n1.0\t2.0\t\n"
        "no times\n1.0\nnan\t1.0\tx\n1e999\t2\ty\n"
    )
    (tmp_path / "readme.txt").write_text("These are labels.\n")
    (tmp_path / "z.txt").write_bytes(b"1.0\t2.0\tok\n\0\0\n")
    file = read(tmp_path)
    assert {key[2] for key in words_in_time(file)} == {"good", "ok"}
    assert [(fault.file, fault.line) for fault in file.faults] == [
        *(("a.txt", line) for line in range(2, 9)), ("readme.txt", 0), ("z.txt", 0),
    ]  # fmt: skip
    with pytest.raises(ExchangeError, match=r"line 1 is “These are labels\.”") as raised:
        read(tmp_path / "readme.txt")
    assert raised.value.remedy


def test_very_many_labels_come_in_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "many.txt"
    with path.open("w") as file:
        file.writelines(f"{n}.0\t{n}.5\tkick\n" for n in range(20_000))
    assert len(read(path).decisions) == 20_000
