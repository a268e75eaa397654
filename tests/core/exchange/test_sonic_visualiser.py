"""Sonic Visualiser's layers: written ones come back but for what is declared, others' come in."""

from __future__ import annotations

import bz2
from pathlib import Path

import pytest
from defusedxml import ElementTree
from hypothesis import given, settings

from core.errors import ExchangeError
from core.exchange.files import xml_reading
from core.exchange.format_records import LabelFormat
from core.exchange.format_registry import format_of
from core.exchange.formats import sonic_visualiser, sonic_visualiser_csv
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

SVL, CSV = sonic_visualiser.FORMAT, sonic_visualiser_csv.FORMAT
BOTH = pytest.mark.parametrize("form", [SVL, CSV], ids=["svl", "csv"])


def read(form: LabelFormat, path: Path) -> LabelFile:
    assert form.read is not None
    return form.read(path, SILENT)


def svl(path: Path, data: str, display: str = "") -> Path:
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE sonic-visualiser>\n'
        f"<sv>\n <data>\n{data} </data>\n <display>\n{display} </display>\n</sv>\n",
        encoding="utf-8",
    )
    return path


@BOTH
def test_layers_come_back(
    form: LabelFormat, labelled: Library, fresh: Library, tmp_path: Path
) -> None:
    written = write(form, labelled, tmp_path / "out")
    assert [path.stem for path in written.files] == ["song 1", "song 2", "song 3"]
    assert format_of(tmp_path / "out") == format_of(written.files[0]) == form
    plan = read_into(form, tmp_path / "out", fresh)
    assert (plan.faults, plan.file.remarks) == ((), [])
    assert {key[:4] for key in decisions(fresh)} == {key[:4] for key in kept_in_labels(labelled)}
    for key in decisions(fresh):
        assert any(
            key[:4] == kept[:4] and key[5:] == pytest.approx(kept[5:], abs=0.5 / 44100)
            for kept in kept_in_labels(labelled)
        )
    assert written.n_rows == len(decisions(fresh))


@BOTH
@settings(max_examples=5, deadline=None)
@given(drawn=drawn_decisions(hundredths=True))
def test_whatever_was_decided_comes_back(form: LabelFormat, drawn: list[Drawn]) -> None:
    with library_of(drawn) as (folder, library), fresh_library(folder) as fresh:
        if write(form, library, folder / "out").files:
            read_into(form, folder / "out", fresh)
        assert decisions(fresh) == kept_in_labels(library)


def test_a_layer_is_as_sonic_visualiser_writes_it(labelled: Library, tmp_path: Path) -> None:
    path = write(SVL, labelled, tmp_path / "out").files[0]
    root = ElementTree.parse(path).getroot()
    model, dataset, layer = (
        root.find(name) for name in ("data/model", "data/dataset", "display/layer")
    )
    assert model is not None
    assert dataset is not None
    assert layer is not None
    assert (model.get("subtype"), model.get("sampleRate")) == ("region", "44100")
    assert (model.get("dataset"), layer.get("model")) == (dataset.get("id"), model.get("id"))
    assert [(point.get("frame"), point.get("duration")) for point in dataset] == [
        ("0", "463050"), ("110250", "77175"),
    ]  # fmt: skip
    assert path.read_text(encoding="utf-8").splitlines()[1] == "<!DOCTYPE sonic-visualiser>"


def test_layers_of_regions_instants_and_segments_come_in(tmp_path: Path) -> None:
    path = svl(
        tmp_path / "My Song.svl",
        '<model id="1" name="My Song.wav" sampleRate="48000" type="wavefile" mainModel="true"/>\n'
        '<model id="3" sampleRate="48000" type="sparse" dimensions="1" dataset="2"/>\n'
        '<dataset id="2" dimensions="1">\n<point frame="48000" label="kick" />\n'
        '<point frame="96000" label="New Point" />\n<point frame="x" label="lost"/></dataset>\n'
        '<model id="5" sampleRate="48000.0" type="sparse" subtype="region" dataset="4"/>'
        '<dataset id="4" dimensions="3"><point frame="24000" value="1" duration="72000"'
        ' label="voice: female &amp; male, ?spoken" /><point frame="0" value="2" duration="9"'
        ' label="" /></dataset>\n'
        '<model id="7" sampleRate="48000" type="sparse" dimensions="1" dataset="6"/>'
        '<dataset id="6" dimensions="1"><point frame="0" label="verse"/>'
        '<point frame="480000" label="refrain"/><point frame="960000" label="end"/></dataset>',
        '<layer id="8" type="timeinstants" model="7" plotStyle="1"/>'
        '<layer id="9" type="timeinstants" model="3" plotStyle="0"/>',
    )
    file = read(SVL, path)
    assert words_in_time(file) == {
        ("My Song.svl", "", "kick", "yes", 1.0, 2.0),
        ("My Song.svl", "voice", "female & male", "yes", 0.5, 2.0),
        ("My Song.svl", "", "spoken", "unsure", 0.5, 2.0),
        ("My Song.svl", "", "verse", "yes", 0.0, 10.0),
        ("My Song.svl", "", "refrain", "yes", 10.0, 20.0),
        ("My Song.svl", "", "end", "yes", 20.0, 21.0),
    }
    assert [fault.text for fault in file.faults] == ['<point frame="x" label="lost">']
    assert file.remarks == [
        "2 points in time were read as regions of one second",
        "2 points without a label were left out",
    ]


def test_a_session_comes_in_with_the_song_it_names(fresh: Library, tmp_path: Path) -> None:
    path = svl(
        tmp_path / "work.xml",
        '<model id="1" name="song 2.wav" sampleRate="44100" start="0" end="926100"'
        ' type="wavefile" file="C:\\Müsic, all\\song 2.wav" mainModel="true"/>'
        '<model id="3" sampleRate="44100" dataset="2"/><dataset id="2">'
        '<point frame="0" label="slow"/><point frame="441000" label="fast"/></dataset>',
        '<layer id="8" type="timeinstants" model="3" plotStyle="1"/>',
    )
    session = tmp_path / "work.sv"
    session.write_bytes(bz2.compress(path.read_bytes()))
    assert format_of(session) == SVL
    read_into(SVL, session, fresh)
    assert {(int(key[0]), key[2], *key[5:]) for key in decisions(fresh)} == {
        (2, "slow", 0.0, 10.0), (2, "fast", 10.0, 21.0),
    }  # fmt: skip


def test_a_packed_bomb_stays_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_reading, "MAX_UNPACKED", 1 << 20)
    path = tmp_path / "bomb.sv"
    path.write_bytes(bz2.compress(b"<sv>" + b" " * (8 << 20)))
    with pytest.raises(ExchangeError, match="larger than 1 MB"):
        read(SVL, path)
    path.write_bytes(bz2.compress(b"<sv></sv>")[:20])
    with pytest.raises(ExchangeError, match="cannot be read as XML"):
        read(SVL, path)


def test_a_layer_without_a_rate_is_a_fault(tmp_path: Path) -> None:
    path = svl(tmp_path / "a.svl", '<dataset id="1"><point frame="1" label="x"/></dataset>')
    file = read(SVL, path)
    assert [fault.reason for fault in file.faults] == ["its layer has no sample rate"]
    assert len(file.decisions) == 0


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE sv [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><sv>&b;</sv>',
        '<!DOCTYPE sv [<!ENTITY a SYSTEM "file:///etc/passwd">]><sv>&a;</sv>',
        "<sv><data>",
        "<other/>",
        "",
    ],
)
def test_bombs_and_other_xml_say_why(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.svl"
    path.write_text(text)
    with pytest.raises(ExchangeError, match="cannot be read as XML") as raised:
        read(SVL, path)
    assert raised.value.remedy


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("TIME,VALUE,DURATION,LABEL\n1.5,0,2.25,kick\n", [(1.5, 3.75)]),
        ("FRAME,LABEL\n44100,kick\n", [(1.0, 2.0)]),
        ('START,END,LABEL\r\n1.5,2.5,"kick"\r\n', [(1.5, 2.5)]),
        ("LABEL,TIME,DURATION\nkick,1,2\n", [(1.0, 3.0)]),
        ("1.500000000,kick\n2.500000000,kick\n", [(1.5, 2.5), (2.5, 3.5)]),
        ("1.500000000\t0\t2.250000000\tkick\n", [(1.5, 3.75)]),
        ("0.000000000,4.5,kick\n4.500000000,9,kick\n", [(0.0, 4.5), (4.5, 9.0)]),
        ("10.000000000,0.5,kick\n20.000000000,0.5,kick\n", [(10.0, 11.0), (20.0, 21.0)]),
        ("44100,kick\n4410000,kick\n", [(1.0, 2.0), (100.0, 101.0)]),
        ("0,5000000;1,5;kick\n2,0000000;3;kick\n", [(0.5, 1.5), (2.0, 3.0)]),
    ],
)
def test_tables_with_and_without_a_header_come_in(
    tmp_path: Path, text: str, spans: list[tuple[float, float]]
) -> None:
    path = tmp_path / "My Song.csv"
    path.write_text(text, encoding="utf-8-sig", newline="")
    file = read(CSV, path)
    assert words_in_time(file) == {("My Song.csv", "", "kick", "yes", *span) for span in spans}
    assert ("44" in text) == ("44100 frames" in " ".join(file.remarks))


def test_labels_with_commas_stay_several_tags(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('1.000000000,"voice: female, -drums"\n2.000000000,kick, piano\n3.000000000,\n')
    file = read(CSV, path)
    assert {key[2:4] for key in words_in_time(file)} == {
        ("female", "yes"), ("drums", "no"), ("kick", "yes"), ("piano", "yes"),
    }  # fmt: skip
    assert format_of(path) == CSV


def test_other_tables_are_not_taken_for_layers(tmp_path: Path) -> None:
    for text in ("song,tag\na.wav,kick\n", "TIME,LABEL,SONG\n1,a,b\n", "1,kick\n", "", "a\n"):
        path = tmp_path / "a.csv"
        path.write_text(text)
        assert not sonic_visualiser_csv.recognises(path, text.encode())
    path.write_text("song,tag\na.wav,kick\n")
    with pytest.raises(ExchangeError, match="line 1 is “song, tag”"):
        read(CSV, path)


def test_bad_rows_and_files_are_listed_and_the_good_ones_come_in(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "TIME,DURATION,LABEL\n1,2,good\n1\nx,2,bad\n1,-2,backwards\n1,,none\n-1,1,before\n"
    )
    (tmp_path / "b.csv").write_text("song,tag\n")
    (tmp_path / "c.csv").write_text("")
    file = read(CSV, tmp_path)
    assert {key[2] for key in words_in_time(file)} == {"good"}
    assert [(fault.file, fault.line) for fault in file.faults] == [
        *(("a.csv", line) for line in range(3, 8)), ("b.csv", 0),
    ]  # fmt: skip
