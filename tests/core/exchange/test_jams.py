"""JAMS: valid for the jams package, back unchanged, and others' files read where they are tags."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from core.errors import ExchangeError
from core.exchange.files.output import free_file_name
from core.exchange.format_registry import format_of
from core.exchange.formats import jams
from core.exchange.formats.jams_records import cal500_word
from core.exchange.label_records import LabelFile
from core.jobs import SILENT
from core.library.records import DecisionSource, State
from core.library.store import Library
from tests.support.drawn_decisions import Drawn, drawn_decisions, library_of
from tests.support.round_trips import (
    decisions,
    fresh_library,
    read_into,
    tag_id,
    write,
)


def read(path: Path) -> LabelFile:
    return jams.read_jams(path, SILENT)


def contents(file: LabelFile) -> set[tuple[Any, ...]]:
    """What a file says: word, category, state, start, end."""
    return {
        (
            file.words[decision.word].name,
            file.words[decision.word].category,
            decision.state.value,
            decision.start_s,
            decision.end_s,
        )
        for decision in file.decisions
    }


def put(path: Path, *annotations: dict[str, Any], **metadata: Any) -> Path:
    """Write a JAMS file as another program does."""
    content = {
        "file_metadata": {"title": "", "artist": "", "release": "", "duration": 30.0,
                          "identifiers": {}, "jams_version": "0.3.4", **metadata},
        "annotations": list(annotations),
        "sandbox": {},
    }  # fmt: skip
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def annotation(namespace: str, *rows: tuple[float, float, Any], **metadata: Any) -> dict[str, Any]:
    return {
        "namespace": namespace,
        "annotation_metadata": metadata,
        "data": [
            {"time": time, "duration": duration, "value": value, "confidence": None}
            for time, duration, value in rows
        ],
        "sandbox": {},
        "time": 0,
        "duration": None,
    }


def test_everything_comes_back(labelled: Library, fresh: Library, tmp_path: Path) -> None:
    written = write(jams.FORMAT, labelled, tmp_path / "out")
    assert [path.name for path in written.files] == [f"song {n}.jams" for n in (1, 2, 3)]
    assert written.n_rows == len(decisions(labelled))
    assert format_of(tmp_path / "out") == format_of(written.files[0]) == jams.FORMAT
    plan = read_into(jams.FORMAT, tmp_path / "out", fresh)
    assert (plan.faults, plan.file.remarks) == ((), [])
    assert decisions(fresh) == decisions(labelled)
    song = fresh.songs.get(1)
    assert song is not None
    assert song.note == "of the tape:\n=loud"
    decision = fresh.annotations.of_song_and_tag(3, tag_id(fresh, "female"))
    assert decision is not None
    before = labelled.annotations.of_song_and_tag(3, tag_id(labelled, "female"))
    assert before is not None
    assert (decision.note, decision.created_at) == (before.note, before.created_at)
    assert decision.source is DecisionSource.IMPORT
    odd = fresh.codebook.find('=odd; name, "x"')
    kick = fresh.codebook.find("kick")
    assert odd is not None
    assert kick is not None
    assert odd.category_id == kick.category_id


@settings(max_examples=5, deadline=None)
@given(drawn=drawn_decisions())
def test_whatever_was_decided_comes_back(drawn: list[Drawn]) -> None:
    with library_of(drawn) as (folder, library), fresh_library(folder) as fresh:
        write(jams.FORMAT, library, folder / "out")
        if drawn:
            read_into(jams.FORMAT, folder / "out", fresh)
        assert decisions(fresh) == decisions(library)


def test_the_jams_package_takes_the_files_and_gives_them_back(
    labelled: Library, fresh: Library, tmp_path: Path
) -> None:
    package = pytest.importorskip("jams", reason="the jams package is only in the dev extra")
    written = write(jams.FORMAT, labelled, tmp_path / "out")
    for path in written.files:
        loaded = package.load(str(path), validate=True)
        again = path.with_suffix(".jamz")
        loaded.save(str(again))
        with gzip.open(again) as file:
            assert json.load(file) == json.loads(path.read_text(encoding="utf-8"))
        path.unlink()
    first = package.load(str(tmp_path / "out" / "song 1.jamz"))
    by_ann = first.annotations.search(namespace="tag_open", annotator={"name": "Ann"})
    assert {(row.value, row.time, row.duration) for part in by_ann for row in part.data} == {
        ("kick", 0.0, 10.5), ("female", 2.5, 1.75),
    }  # fmt: skip
    metadata = by_ann[0].annotation_metadata
    assert metadata.data_source == "manual"
    assert metadata.validation.startswith("ear 1; ")
    assert first.file_metadata.identifiers.audio_hash == f"{1:032x}"
    read_into(jams.FORMAT, tmp_path / "out", fresh)
    assert decisions(fresh) == decisions(labelled)


def test_what_another_program_changes_counts(
    labelled: Library, fresh: Library, tmp_path: Path
) -> None:
    write(jams.FORMAT, labelled, tmp_path / "out")
    path = tmp_path / "out" / "song 1.jams"
    content = json.loads(path.read_text(encoding="utf-8"))
    [part] = [part for part in content["annotations"] if part["data"][:1] and
              part["data"][0]["value"] == "kick"]  # fmt: skip
    part["data"] = [{"time": 0.0, "duration": 10.5, "value": "drums", "confidence": 0.9}]
    path.write_text(json.dumps(content), encoding="utf-8")
    plan = read_into(jams.FORMAT, path, fresh)
    assert {key[2] for key in decisions(fresh) if key[3] == "yes"} == {"drums", "female"}
    assert plan.file.remarks == ["1 yes was taken out by another program and is not read"]


def test_a_gtzan_file_comes_in(tmp_path: Path) -> None:
    path = put(
        tmp_path / "reggae.00003.jams",
        annotation("tag_gtzan", (0, 30.013, "reggae"), annotator={"name": "G. Tzanetakis"}),
        annotation("beat", (0.5, 0.0, 1), (1.0, 0.0, 2)),
        annotation("tempo", (0, 30, 120.0)),
        duration=30.013,
    )
    file = read(path)
    assert contents(file) == {("reggae", "genre", "yes", None, None)}
    assert file.songs[0].path == "reggae.00003.jams"
    assert file.decisions[0].annotator == "G. Tzanetakis"
    assert file.remarks == ["2 annotations hold no tags and were left out: beat, tempo"]


def test_files_of_many_namespaces_come_in(tmp_path: Path) -> None:
    path = put(
        tmp_path / "a.jams",
        annotation("tag_medleydb_instruments", (0, 0, "cello"), (3, 2.5, "oboe")),
        annotation("tag_fma_genre", (0, 30, "Rock")),
        annotation("tag_audioset_genre", (12, 0, "Reggae"), data_source="program",
                   annotation_tools="tagger 1.0"),
        annotation("tag_cal500", (0, 30, "NOT-Emotion-Angry_/_Aggressive"),
                   (0, 30, "Genre--_Soft_Rock")),
        annotation("segment_open", (0, 10, "verse"), (10, 20, "refrain")),
        annotation("mood_thayer", (0, 30, [0.1, 0.2])),
        title="T", artist="A",
    )  # fmt: skip
    file = read(path)
    assert contents(file) == {
        ("cello", "instruments", "yes", None, None), ("oboe", "instruments", "yes", 3.0, 5.5),
        ("Rock", "genre", "yes", None, None), ("Reggae", "genre", "yes", 12.0, 13.0),
        ("Angry / Aggressive", "emotion", "no", None, None),
        ("Soft Rock", "genre", "yes", None, None),
        ("verse", "segment", "yes", 0.0, 10.0), ("refrain", "segment", "yes", 10.0, 30.0),
    }  # fmt: skip
    assert {d.annotator for d in file.decisions} == {"", "tagger 1.0"}
    assert file.remarks == [
        "1 annotation holds no tags and was left out: mood_thayer",
        "1 point in time was read as a region of one second",
        "1 annotation was made by a program",
    ]
    assert cal500_word("Instrument_-_Piano-Solo") == ("instruments", "Piano-Solo", False)
    assert cal500_word("else") == ("", "else", False)


def test_older_and_denser_forms_come_in(tmp_path: Path) -> None:
    old = {
        "file_metadata": {"title": "x"},
        "tag": [
            {"annotation_metadata": {}, "data": [{"value": {"value": "slow", "confidence": 1}}]}
        ],
        "beat": [{"data": []}],
    }
    (tmp_path / "old.jams").write_text(json.dumps(old))
    dense = annotation("tag_open")
    dense["data"] = {"time": [0, 1], "duration": [30, 2], "value": ["dark", "open"],
                     "confidence": [0, 0.5]}  # fmt: skip
    put(tmp_path / "dense.jams", dense)
    file = read(tmp_path)
    assert contents(file) == {
        ("slow", "", "yes", None, None), ("dark", "", "unsure", None, None),
        ("open", "", "yes", 1.0, 3.0),
    }  # fmt: skip
    assert "1 tag of confidence 0 was read as unsure" in file.remarks


def test_bad_rows_and_files_are_listed_and_the_good_ones_come_in(tmp_path: Path) -> None:
    part = annotation("tag_open", (0, 30, "good"), (-1, 2, "before"), (0, 30, 7), (0, 30, " "))
    part["data"] += ["text", {"value": "huge", "time": 1e400, "duration": 1}]
    part["sandbox"] = {"rhythmcap": {"decisions": [
        {"tag": "kick", "state": "perhaps"},
        {"tag": "dark", "state": "no", "start_s": 9, "end_s": 8},
        {"tag": "open", "state": "no", "created_at": "once", "intensity": 5}, "x",
    ]}}  # fmt: skip
    put(tmp_path / "a.jams", part, "no object", duration="long")
    (tmp_path / "b.jams").write_text("{")
    (tmp_path / "c.jams").write_text("[" * 100_000)
    (tmp_path / "d.jamz").write_bytes(gzip.compress(b"{}")[:12])
    (tmp_path / "e.jams").write_bytes(b"\xff\xfe{\0")
    file = read(tmp_path)
    assert contents(file) == {("good", "", "yes", None, None)}
    by_file = [fault.file for fault in file.faults]
    assert by_file == ["a.jams"] * 9 + ["b.jams", "c.jams", "d.jamz", "e.jams"]
    assert file.faults[0].text == "annotations[0].data[1]"
    assert "annotations[0].sandbox.rhythmcap.decisions[0]" in {f.text for f in file.faults}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"not json", "line 1, sign 1 is no JSON"),
        (b'{"a": 1}', "it has no annotations and no file data"),
        (b"[]", "it has no annotations and no file data"),
        (b'{"annotations": {"a": 1}}', "its annotations are no list"),
        (b'{"annotations": [' + b" " * (33 << 20), "it is larger than 32 MB"),
    ],
)
def test_what_is_no_jams_says_why(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "x.jams"
    path.write_bytes(content)
    with pytest.raises(ExchangeError) as raised:
        read(path)
    assert why in raised.value.message
    assert raised.value.remedy


def test_a_bomb_of_gzip_stays_packed(tmp_path: Path) -> None:
    path = tmp_path / "bomb.jamz"
    path.write_bytes(gzip.compress(b'{"annotations": [' + b" " * (40 << 20), compresslevel=1))
    with pytest.raises(ExchangeError, match="larger than 32 MB"):
        read(path)


def test_a_folder_without_files_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")
    with pytest.raises(ExchangeError, match=r"contains no file that ends in \.jams, \.jamz"):
        read(tmp_path)


def test_the_same_song_in_three_files_is_one(labelled: Library, tmp_path: Path) -> None:
    write(jams.FORMAT, labelled, tmp_path / "out")
    first = tmp_path / "out" / "song 1.jams"
    for name in ("again.jams", "and again.jams"):
        (tmp_path / "out" / name).write_bytes(first.read_bytes())
    file = read(tmp_path / "out")
    assert len(file.songs) == 3
    assert {decision.state for decision in file.decisions} == set(State)


def test_names_that_clash_or_no_disk_takes(labelled: Library, tmp_path: Path) -> None:
    for number, name in ((1, "Song.wav"), (2, "song.flac"), (3, "東" * 80 + ".wav")):
        labelled.database.write(
            "UPDATE songs SET path = ? WHERE id = ?", (str(tmp_path / name), number)
        )
    written = write(jams.FORMAT, labelled, tmp_path / "out")
    assert [path.name for path in written.files] == [
        "Song.jams", "song (2).jams", "東" * 66 + ".jams",
    ]  # fmt: skip
    assert all(path.exists() for path in written.files)


def test_no_file_has_the_name_of_a_device() -> None:
    names = [free_file_name(stem, ".jams", set()) for stem in ("CON", "aux.1", "lpt1", "console")]
    assert names == ["_CON.jams", "_aux.1.jams", "_lpt1.jams", "console.jams"]
