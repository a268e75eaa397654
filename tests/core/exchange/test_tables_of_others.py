"""Tables of other programs come in as they are, and what is wrong in them is told row by row."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import ExchangeError
from core.exchange.format_records import LabelFormat
from core.exchange.format_registry import format_of
from core.exchange.formats.long_table import CSV, TSV
from core.exchange.formats.wide_table import CSV_WIDE, TSV_WIDE
from core.exchange.label_records import MAX_FAULTS, LabelFile
from core.exchange.tables.cell_values import NotAValue, seconds_of
from core.exchange.tables.columns import find_columns
from core.jobs import SILENT
from tests.support.round_trips import (
    decisions,
    fresh_library,
    read_into,
)

FORMATS = (CSV, TSV, CSV_WIDE, TSV_WIDE)


def read(path: Path, form: LabelFormat | None = None) -> LabelFile:
    form = form or format_of(path)
    assert form.read is not None
    return form.read(path, SILENT)


def stated(file: LabelFile) -> list[tuple[str, str, str]]:
    """Return song, tag and state of all decisions, in the file's order."""
    return [
        (file.songs[d.song].name, file.words[d.word].name, d.state.value) for d in file.decisions
    ]


# -- as other programs write them ------------------------------------------------------------


@pytest.mark.parametrize("note", ["Bemerkung", "Anmerkung", "Kommentare"])
def test_excel_in_german_a_row_a_song_with_crosses(tmp_path: Path, note: str) -> None:
    path = tmp_path / "Stücke.csv"
    path.write_text(
        f"Dateiname;Künstler;Titel;Länge;Klavier;Bläser;{note}\r\n"
        'a.mp3;Die Ärzte;"Schrei nach ""Liebe""";3:12;x;;"laut;\r\nsehr"\r\n'
        "b.mp3;Nina Hagen;Naturträne;245,5;;x;\r\n",
        encoding="utf-8-sig", newline="",
    )  # fmt: skip
    file = read(path)
    assert stated(file) == [("a.mp3", "Klavier", "yes"), ("b.mp3", "Bläser", "yes")]
    assert file.closed
    assert file.notes == [(0, "laut;\r\nsehr")]
    assert [(song.artist, song.duration_s) for song in file.songs] == [
        ("Die Ärzte", 192.0), ("Nina Hagen", 245.5),
    ]  # fmt: skip
    assert any("Dateiname → path" in remark for remark in file.remarks)
    assert "semicolons" in file.remarks[0]


def test_a_column_may_name_its_category(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("file,Form: Rondo,piano\na.mp3,1,0\n", encoding="utf-8")
    words = {(word.category, word.name) for word in read(path).words}
    assert words == {("Form", "Rondo"), ("", "piano")}


def test_excel_s_unicode_text_a_row_a_decision(tmp_path: Path) -> None:
    path = tmp_path / "Decisiones.txt"
    text = (
        "Título\tArtista\tEtiqueta\tValor\tIntensidad\r\n"
        "Niño\tDúo\tpiano\tsí\t0,75\r\nNiño\tDúo\tvoz\tno\t\r\nLuna\tDúo\tvoz\t?\t\r\n"
        "Luna\tDúo\tpiano\t\t\r\n"
    )
    path.write_bytes(text.encode("utf-16"))
    file = read(path)
    assert file.format == "tsv"
    assert stated(file) == [
        ("Dúo - Niño", "piano", "yes"), ("Dúo - Niño", "voz", "no"),
        ("Dúo - Luna", "voz", "unsure"),
    ]  # fmt: skip
    assert file.decisions[0].intensity == 0.75
    assert file.faults == []


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "utf-8", "utf-16-le"])
def test_an_old_sheet_in_italian_with_a_list_of_tags(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "brani.csv"
    text = "Titolo,Anno,Etichette\nCittà vuota,1963,voce; archi ;\nPerché no,1964,\nÈ sera,,voce\n"
    path.write_bytes(text.encode(encoding))
    file = read(path)
    assert stated(file) == [
        ("Città vuota", "voce", "yes"), ("Città vuota", "archi", "yes"), ("È sera", "voce", "yes"),
    ]  # fmt: skip
    assert [song.year for song in file.songs] == [1963, 1964, None]
    assert file.faults == []


def test_pandas_and_r_write_numbers_and_an_index(tmp_path: Path) -> None:
    path = tmp_path / "frame.csv"
    path.write_text(
        ",file_name,kick,snare,tempo\n0,x/a.wav,1.0,0.0,120.5\n1,x/b.wav,,1.0,98\n"
        "2,x/c.wav,True,FALSE,133\n3,x/d.wav,0.5,maybe,\n"
    )
    file = read(path)
    assert stated(file) == [
        ("x/a.wav", "kick", "yes"), ("x/a.wav", "snare", "no"), ("x/b.wav", "snare", "yes"),
        ("x/c.wav", "kick", "yes"), ("x/c.wav", "snare", "no"),
        ("x/d.wav", "kick", "unsure"), ("x/d.wav", "snare", "unsure"),
    ]  # fmt: skip
    assert any("tempo" in remark for remark in file.remarks)


def test_a_table_without_a_header_and_with_excel_s_separator_line(tmp_path: Path) -> None:
    path = tmp_path / "bare.csv"
    path.write_text("sep=|\na.mp3|piano|1\na.mp3|voice|0\n\nb.mp3|piano|1\n")
    file = read(path)
    assert stated(file) == [
        ("a.mp3", "piano", "yes"),
        ("a.mp3", "voice", "no"),
        ("b.mp3", "piano", "yes"),
    ]
    assert [decision.line for decision in file.decisions] == [2, 3, 5]
    assert any("header" in remark for remark in file.remarks)


@pytest.mark.parametrize("title", ["", "My songs\n\n", "My songs, 1995\n"])
def test_rows_of_many_widths_leave_the_header_where_it_is(title: str, tmp_path: Path) -> None:
    path = tmp_path / "trimmed.csv"
    rows = "a.mp3,1\nb.mp3,0,1\nc.mp3\n\n\nd.mp3,,,,1\ne.mp3,,1\nf.mp3,,0\n"
    path.write_text(title + "file,rock,pop,jazz,folk\n" + rows)
    file = read(path)
    assert stated(file) == [
        ("a.mp3", "rock", "yes"), ("b.mp3", "rock", "no"), ("b.mp3", "pop", "yes"),
        ("d.mp3", "folk", "yes"), ("e.mp3", "pop", "yes"), ("f.mp3", "pop", "no"),
    ]  # fmt: skip


@pytest.mark.parametrize("title", ["My songs, 1995\n\n", "My songs;;;\n;;;\n"])
def test_a_title_above_the_table_is_passed_over(title: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text(title + "file;year;tag 1;Tag2\na.mp3;1995;piano;voice\nb.mp3;1996;;piano\n")
    file = read(path)
    assert stated(file) == [
        ("a.mp3", "piano", "yes"), ("a.mp3", "voice", "yes"), ("b.mp3", "piano", "yes"),
    ]  # fmt: skip
    assert [decision.line for decision in file.decisions] == [4, 4, 5]


def test_a_column_of_one_tag_may_hold_several(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text("file,label\na.mp3,piano|voice\nb.mp3,voice | voice\nc.mp3,organ\n")
    assert [name for _, name, _ in stated(read(path))] == ["piano", "voice", "voice", "organ"]
    path.write_text("file,label,value\na.mp3,piano|voice,1\n")
    assert [name for _, name, _ in stated(read(path))] == ["piano|voice"]


def test_quotes_that_are_no_quotes_swallow_nothing(tmp_path: Path) -> None:
    path = tmp_path / "titles.tsv"
    rows = "".join(f"song {n}\tpiano\n" for n in range(40))
    path.write_text(f'title\ttag\n"Heroes\tvoice\n{rows}12" mix\tvoice\n')
    file = read(path)
    assert len(file.decisions) == 42
    assert stated(file)[0] == ('"Heroes', "voice", "yes")


# -- bad input -------------------------------------------------------------------------------


def test_contradicting_columns_of_one_name_are_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("path,kick,kick,piano\nsong 1.wav,1,0,1\nsong 2.wav,1,1,0\n")
    assert stated(read(path)) == [
        ("song 1.wav", "kick", "yes"), ("song 1.wav", "kick", "no"), ("song 1.wav", "piano", "yes"),
        ("song 2.wav", "kick", "yes"), ("song 2.wav", "piano", "no"),
    ]  # fmt: skip
    with fresh_library(tmp_path) as library:
        [fault] = read_into(CSV_WIDE, path, library).faults
    assert (fault.line, fault.text) == (2, "song 1.wav")
    assert "kick" in fault.reason


def test_bad_rows_are_listed_and_the_good_ones_come_in(tmp_path: Path) -> None:
    path = tmp_path / "half wrong.csv"
    path.write_text(
        "path,tag,state,intensity,start_s,end_s,created_at\n"
        "a.wav,kick,yes,,,,yesterday\n"
        ",kick,yes,,,,\n"
        "a.wav,,yes,,,,\n"
        "a.wav,kick,perhaps not,,,,\n"
        "a.wav,kick,yes,7,,,\n"
        "a.wav,kick,yes,,3,2,\n"
        "a.wav,kick,yes,,3,,\n"
        "a.wav,kick,yes,,,,,drum, bass\n"
        "a.wav,drum\n"
    )
    file = read(path)
    assert stated(file) == [("a.wav", "kick", "yes")]
    assert [fault.line for fault in file.faults] == [3, 4, 5, 6, 7, 8, 9]
    assert all(fault.reason for fault in file.faults)
    assert file.decisions[0].created_at == ""
    assert any("yesterday" in remark for remark in file.remarks)


def test_a_damaged_letter_costs_its_row_only(tmp_path: Path) -> None:
    path = tmp_path / "damaged.csv"
    good = b"".join(f"sång {n}.wav,piano\n".encode() for n in range(30))
    path.write_bytes(b"path,tag\n" + good + b"s\xe5ng x.wav,piano\n")
    file = read(path)
    assert len(file.decisions) == 30
    assert [fault.line for fault in file.faults] == [32]


def test_a_cell_that_is_no_answer_costs_that_cell_only(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text("path,kick,snare\na.wav,1,loud\nb.wav,0,1\n")
    file = read(path)
    assert stated(file) == [
        ("a.wav", "kick", "yes"),
        ("b.wav", "kick", "no"),
        ("b.wav", "snare", "yes"),
    ]
    assert [(fault.line, fault.text) for fault in file.faults] == [(2, "a.wav,1,loud")]


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (b"", "bad.csv"),
        (b"\n\n", "bad.csv"),
        (b"PK\x03\x04\0\0\x01\0\x80", "bad.csv"),
        (b"colour,shape\nred,round\nblue,oval\n", "bad.csv"),
        (b"1,2,3\n4,5,6\n", "bad.csv"),
    ],
)
def test_what_is_no_table_of_songs_is_an_error_with_a_remedy(
    content: bytes, names: str, tmp_path: Path
) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    for form in FORMATS:
        with pytest.raises(ExchangeError) as caught:
            read(path, form)
        assert names in caught.value.message
        assert caught.value.remedy


def test_a_table_without_a_tag_names_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "bare.csv"
    path.write_text("path,colour\na.wav,red\n")
    for form in (CSV, CSV_WIDE):
        with pytest.raises(ExchangeError) as caught:
            read(path, form)
        assert "colour" in caught.value.message


def test_a_folder_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError) as caught:
        format_of(tmp_path)
    assert caught.value.id == "exchange.no_label_files"


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("Dateiname;Interpret;Dauer (s);Klavier", "path artist duration_s"),
        ("nome file;Artista;durata;pianoforte", "path artist duration_s"),
        ("Nombre de archivo;Intérprete;Duración;piano", "path artist duration_s"),
        ("Track Title;PERFORMER;Release Year;piano", "title artist year"),
        ("AudioHash;file_name;Subset;piano", "audio_hash path split"),
    ],
)
def test_columns_are_known_by_name_in_four_languages(header: str, found: str) -> None:
    columns = find_columns([header.split(";"), ["", "", "", "1"]], wide=True)
    assert {column.value for column in columns.of} == set(found.split())
    assert columns.tags == (3,)


def test_a_column_of_splits_is_kept_as_a_split(tmp_path: Path) -> None:
    path = tmp_path / "genres.csv"
    path.write_text("path,split,rock\nsong 1.wav,train,1\nsong 2.wav,test,0\n")
    file = read(path)
    assert (file.split, [song.side for song in file.songs]) == ("genres", ["train", "test"])


@pytest.mark.parametrize(
    ("cell", "seconds"),
    [("3,5", 3.5), ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("1:02:03.5", 3723.5), ("4:05", 245.0),
     ("", None), ("nan", None), (" 12 ", 12.0)],
)  # fmt: skip
def test_numbers_have_a_point_or_a_comma(cell: str, seconds: float | None) -> None:
    assert seconds_of(cell) == seconds


@pytest.mark.parametrize("cell", ["inf", "1_0", "-3", "1:xx", "a"])
def test_what_is_no_length_is_told(cell: str) -> None:
    with pytest.raises(NotAValue):
        seconds_of(cell)


def test_very_many_bad_rows_are_counted_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("path,tag\na.wav,kick\n" + ",kick\n" * (MAX_FAULTS + 5))
    file = read(path, CSV)
    assert (len(file.decisions), len(file.faults), file.n_more_faults) == (1, MAX_FAULTS, 5)


def test_the_same_song_three_times_counts_its_last_row(tmp_path: Path) -> None:
    path = tmp_path / "thrice.csv"
    path.write_text("path,kick\nsong 1.wav,1\nsong 1.wav,0\nsong 1.wav,?\n")
    with fresh_library(tmp_path) as library:
        plan = read_into(CSV_WIDE, path, library)
        assert [key[3] for key in decisions(library)] == ["unsure"]
    assert (plan.counts.n_twice, [fault.line for fault in plan.faults]) == (2, [2, 3])
