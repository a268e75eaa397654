"""Files of labels on the command line: previewed, taken in, written, and their formats listed."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from core.cli import main
from core.cli.export import chosen_format
from core.exchange.import_plan import plan_import
from core.exchange.import_records import ImportPlan
from core.library.store import Library
from core.paths import folders
from tests.support.round_trips import add_songs, decisions, labelled_library
from tests.support.small_songs import write_tone

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def library(tmp_path: Path) -> None:
    """The user's library, with four songs and no decisions."""
    folders().library_file.parent.mkdir(parents=True, exist_ok=True)
    with Library.open(folders().library_file, annotator="Ann") as library:
        add_songs(library, tmp_path)


def answer(capsys: Captured, *argv: str, code: int = 0) -> Any:
    """Return a verb's answer, parsed from JSON."""
    assert main(["--json", "--quiet", *argv]) == code
    return json.loads(capsys.readouterr().out)


def kept() -> set[tuple[str, str, str]]:
    """Return annotator, tag and state of all decisions."""
    with Library.open(folders().library_file) as library:
        return {key[1:4] for key in decisions(library)}


def table(path: Path, *lines: str) -> str:
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return str(path)


@pytest.mark.usefixtures("library")
def test_a_file_is_previewed_taken_in_and_taken_back(tmp_path: Path, capsys: Captured) -> None:
    path = table(
        tmp_path / "sheet.csv", "file,kick,Ki-ck,theremin,pianno", "song 1.wav,1,,0,?",
        "song 2.wav,0,1,loud,", "elsewhere/song 9.wav,1,,,",
    )  # fmt: skip
    assert main(["import-labels", path, "--dry-run"]) == 0
    shown = capsys.readouterr()
    lines = shown.out.splitlines()
    assert lines[0] == "songs found: 2 by path ending"
    assert "not found: elsewhere/song 9.wav (line 4)" in lines
    assert "other name: Ki-ck = kick" in lines
    assert "new tag: Imported: theremin" in lines
    assert "new tag: Imported: pianno (looks like piano)" in lines
    assert any(line.startswith("line 3: “loud” under “theremin”") for line in lines)
    assert "4 decisions would be added" in shown.err
    assert "file → path" in shown.err
    assert kept() == set()
    done = answer(capsys, "import-labels", path)
    assert (done["counts"]["new"], done["counts"]["lost"], done["counts"]["twice"]) == (4, 1, 1)
    assert done["matched"] == {"path ending": 2, "none": 1}
    assert [fault["line"] for fault in done["faults"]] == [3, 3]
    assert {word["word"]: word["becomes"] for word in done["words"]} == {
        "kick": "tag", "Ki-ck": "alias", "theremin": "new", "pianno": "new",
    }  # fmt: skip
    assert ("Ann", "theremin", "no") in kept()
    assert main(["undo", "-q"]) == 0
    assert kept() == set()


@pytest.mark.usefixtures("library")
def test_a_list_says_what_words_become(tmp_path: Path, capsys: Captured) -> None:
    path = table(tmp_path / "a.csv", "path,bd,voc,hmm,pno,Kick", "song 1.wav,1,1,1,1,")
    words = table(
        tmp_path / "map.csv", "word;target", "bd;=kick", "voc;Sounds: vocals", "HMM;-",
        "pno;piano", "absent;kick",
    )  # fmt: skip
    assert main(["import-labels", path, "--map", words]) == 0
    assert "not in the file: absent (line 6)\n" in capsys.readouterr().err
    assert kept() == {("Ann", "kick", "yes"), ("Ann", "vocals", "yes"), ("Ann", "piano", "yes")}
    with Library.open(folders().library_file) as library:
        kick, vocals, bd = (library.codebook.find(name) for name in ("kick", "vocals", "bd"))
        assert bd == kick
        assert vocals is not None
        assert library.codebook.category(vocals.category_id).name == "Sounds"
    german = table(tmp_path / "german.csv", "Wort;Ziel", "pno;piano")
    assert main(["import-labels", path, "--map", german]) == 0
    assert "not in the file" not in capsys.readouterr().err
    for line, problem in (("pno;harp", "no tag “harp”"), ("pno", "no word with its target")):
        bad = table(tmp_path / "bad.csv", "Wort;Ziel", line)
        assert main(["import-labels", path, "--map", bad]) == 1
        assert problem in capsys.readouterr().err


@pytest.mark.usefixtures("library")
def test_what_is_missing_and_what_contradicts_is_settled_as_chosen(
    tmp_path: Path, capsys: Captured
) -> None:
    path = table(tmp_path / "a.csv", "path,kick,piano", "song 1.wav,x,", "song 2.wav,,x")
    done = answer(capsys, "import-labels", path, "--dry-run")
    assert (done["missing"], done["counts"]["new"]) == ("no", 4)
    done = answer(capsys, "import-labels", path, "--missing", "unjudged")
    assert done["counts"]["new"] == 2
    assert main(["import-labels", path, "--dry-run"]) == 0
    assert "What is not ticked counts as no; --missing unjudged" in capsys.readouterr().err
    assert main(["import-labels", path, "--dry-run", "--missing", "unjudged"]) == 0
    assert "What is not ticked stays not judged." in capsys.readouterr().err
    other = table(tmp_path / "b.csv", "path,tag,state", "song 1.wav,kick,no")
    done = answer(capsys, "import-labels", other, code=1)
    assert (done["counts"]["conflicts"], done["conflicts"][0]["here"]) == (1, "yes")
    assert ("Ann", "kick", "yes") in kept()
    assert main(["import-labels", other, "--conflicts", "both"]) == 0
    assert "conflict: " in capsys.readouterr().out
    assert {("Ann", "kick", "yes"), ("Ann (b.csv)", "kick", "no")} <= kept()
    assert answer(capsys, "import-labels", other, "--conflicts", "theirs")["counts"]["changed"] == 1
    assert ("Ann", "kick", "no") in kept()


@pytest.mark.usefixtures("library")
def test_an_annotator_who_is_new_here_may_bring_decisions(tmp_path: Path, capsys: Captured) -> None:
    path = table(tmp_path / "a.csv", "title,tag", "fur elise,kick")
    for flag in ("--dry-run", "--quiet"):
        assert main(["import-labels", path, "--annotator", "Zoë", flag, "--likely"]) == 0
    capsys.readouterr()
    assert kept() == {("Zoë", "kick", "yes")}


@pytest.mark.usefixtures("library")
def test_an_import_that_finds_the_disk_full_brings_no_annotator_either(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = [f"fur elise,word {number} {'x' * 90}" for number in range(900)]
    path = table(tmp_path / "a.csv", "title,tag", *words)

    def plan_on_a_full_disk(library: Library, *values: Any) -> ImportPlan:
        n_pages = library.database.value("PRAGMA page_count")
        library.database.value(f"PRAGMA max_page_count = {n_pages + 20}")
        return plan_import(library, *values)

    monkeypatch.setattr("core.cli.labels.plan_import", plan_on_a_full_disk)
    assert main(["import-labels", path, "--annotator", "Zoë", "--likely"]) == 1
    assert "There is no room left for the library" in capsys.readouterr().err
    with Library.open(folders().library_file, read_only=True) as library:
        assert [annotator.name for annotator in library.annotators.list()] == ["Ann"]
        assert not any(tag.name.startswith("word") for tag in library.codebook.tags())


@pytest.mark.usefixtures("library")
def test_songs_that_only_look_alike_need_a_yes(tmp_path: Path, capsys: Captured) -> None:
    path = table(tmp_path / "a.csv", "title,artist,tag", "Fur Elisse,AC-DC,kick")
    done = answer(capsys, "import-labels", path, code=1)
    assert (done["songs"][0]["by"], done["songs"][0]["taken"]) == ("likeness", False)
    assert answer(capsys, "import-labels", path, "--likely")["counts"]["new"] == 1


def test_sound_files_that_the_table_names_are_added_first(tmp_path: Path, capsys: Captured) -> None:
    music = tmp_path / "music"
    for name in ("one/tone.wav", "two/tone.wav", "two/other.wav"):
        (music / name).parent.mkdir(parents=True, exist_ok=True)
        write_tone(music / name, hz=220 + 60 * len(list(music.rglob("*.wav"))), seconds=2.0)
    write_tone(tmp_path / "outside.wav", hz=880, seconds=2.0)
    path = table(
        tmp_path / "a.csv", "path,tag", "D:\\old\\one\\TONE.wav,kick", "../outside.wav,kick"
    )
    argv = ["import-labels", path, "--audio", str(music)]
    assert answer(capsys, *argv, "--dry-run")["songs_added"] == 1
    assert main([*argv, "--dry-run"]) == 0
    told = capsys.readouterr().err
    assert "1 song of" in told
    assert "so that below they count as not found" in told
    done = answer(capsys, *argv)
    assert (done["songs_added"], done["counts"]["new"], done["counts"]["lost"]) == (1, 1, 1)
    assert done["songs"][0]["path"] == str(music / "one" / "tone.wav")
    assert main(["import-labels", path, "--audio", str(tmp_path / "nowhere")]) == 1
    assert "nowhere" in capsys.readouterr().err


@pytest.mark.usefixtures("library")
def test_what_cannot_be_read_or_written_is_told(tmp_path: Path, capsys: Captured) -> None:
    path = table(tmp_path / "a.csv", "path,tag", "song 9.wav,kick")
    assert main(["import-labels", path]) == 1, "nothing came in"
    assert main(["import-labels", str(tmp_path / "absent.csv")]) == 1
    assert "absent.csv cannot be read" in capsys.readouterr().err
    assert main(["import-labels", path, "--format", "m3u8"]) == 2
    assert "can only be written" in capsys.readouterr().err
    assert main(["export", "--format", "mixxx", str(tmp_path / "x")]) == 2
    assert "can only be read" in capsys.readouterr().err
    assert main(["export", "--format", "nonsense", str(tmp_path / "x")]) == 2
    assert "csv-wide" in capsys.readouterr().err
    assert main(["export", "--relative", "-"]) == 2
    assert main(["export", "--format", "m3u8-tags", "-"]) == 2
    assert "several files" in capsys.readouterr().err


def test_export_takes_a_format_a_search_and_all_annotators(
    tmp_path: Path, capsys: Captured
) -> None:
    with labelled_library(tmp_path) as library:
        path = library.path
    wide = answer(
        capsys, "--library", str(path), "export", "--all-annotators", str(tmp_path / "w.tsv")
    )
    assert (wide["format"], wide["rows"], len(wide["files"])) == ("tsv", 11, 3)
    argv = ["--library", str(path), "export", "--format", "csv-wide", "elise", "-"]
    assert main([*argv, "-q"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
    assert [(row["title"], row["kick"], row["piano"], row["dark"]) for row in rows] == [
        ("Für Elise", "1", "0", "?")
    ]
    assert main(["--library", str(path), "export", "year:", "-"]) == 2
    assert main(["--library", str(path), "export", "--captions", "--format", "csv", "-"]) == 2
    assert "csv has no column for captions." in capsys.readouterr().err


def test_export_says_what_and_whose_is_not_in_it(tmp_path: Path, capsys: Captured) -> None:
    with labelled_library(tmp_path) as library:
        path = library.path
    argv = ["--library", str(path), "export", "--format", "csv-wide"]
    assert main([*argv, str(tmp_path / "w.csv")]) == 0
    told = capsys.readouterr().err
    assert "not in it. Lost in CSV (wide): " in told
    assert "decisions on regions of songs" in told
    assert "--all-annotators writes everybody's" in told
    assert main([*argv[:3], "--all-annotators", str(tmp_path / "l.csv")]) == 0
    told = capsys.readouterr().err
    assert "not in it" not in told
    assert "--all-annotators" not in told
    assert main([*argv[:3], str(tmp_path / "list.m3u8"), "--format", "m3u8"]) == 0
    assert "--all-annotators" not in capsys.readouterr().err, "a list of songs has no decisions"
    assert main([*argv[:3], str(tmp_path / "x.jams")]) == 0
    assert f"of the folder {tmp_path / 'x.jams'}.\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.csv", "csv"), ("a.tsv", "tsv"), ("a.xml", "rekordbox"), ("a.m3u8", "m3u8"),
     ("a.org", "org"), ("a.JAMS", "jams"), ("a.txt", "tsv"), ("a", "csv"), ("a.odd", "csv")],
)  # fmt: skip
def test_a_suffix_means_the_file_that_people_expect(name: str, form: str) -> None:
    assert chosen_format(None, Path(name)).name == form


def test_the_list_of_formats_says_what_is_lost(capsys: Captured) -> None:
    listed = {form["name"]: form for form in answer(capsys, "formats")}
    assert listed["csv"]["in"]
    assert listed["csv"]["out"]
    assert listed["csv"]["lost"]
    assert listed["m3u8-tags"]["is_folder"]
    assert main(["formats"]) == 0
    assert "decisions on regions" in capsys.readouterr().out


@pytest.mark.usefixtures("library")
def test_a_song_that_only_has_another_length_is_named_with_both(
    tmp_path: Path, capsys: Captured
) -> None:
    path = table(tmp_path / "sheet.csv", "file,duration,kick", "song 1.wav,125,1")
    assert main(["import-labels", path, "--dry-run"]) == 1
    told = capsys.readouterr().out
    assert "not found: song 1.wav (line 2): a song of that name has another length: " in told
    assert " in the library, 2:05 in the file" in told


@pytest.mark.usefixtures("library")
def test_songs_that_only_look_alike_are_not_taken_and_that_is_told(
    tmp_path: Path, capsys: Captured
) -> None:
    path = table(tmp_path / "a.csv", "title,kick", "Für Elise,1", "nowhere,1")
    assert main(["import-labels", path]) == 1
    told = capsys.readouterr().err
    assert "2 on songs that were not found." in told
    assert "1 song only alike, and not taken" in told
    assert main(["import-labels", path, "--likely"]) == 0
    assert "only alike" not in capsys.readouterr().err
