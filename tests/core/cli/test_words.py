"""What is typed: options and tags, wrong words, numbers that are titles, rehearsals, history."""

from __future__ import annotations

import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from core.cli import main
from core.library.store import Library
from core.paths import folders
from tests.support.scan_in_process import import_in_process
from tests.support.small_songs import new_song, write_tone
from tests.support.verb_process import PROGRAM, ROOT

Captured = pytest.CaptureFixture[str]


NAMES = ("Blue", "1", "1999")


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """Three songs without files; the titles of the second and the third are numbers."""
    folders().library_file.parent.mkdir(parents=True)
    with Library.open(folders().library_file) as library:
        for number, name in enumerate(NAMES):
            path = tmp_path / f"{name}.wav"
            library.songs.add(new_song(number, path=path, title=name, artist=""))
    return tmp_path


@pytest.fixture
def imported(tmp_path: Path) -> Path:
    """The same with files."""
    for number, name in enumerate(NAMES):
        path = write_tone(tmp_path / f"{name}.wav", hz=220 * (number + 1), seconds=0.5)
        import_in_process(path)
    return tmp_path


def answer(capsys: Captured, *argv: str, code: int = 0) -> Any:
    """Return a verb's answer, parsed from JSON."""
    assert main(["--json", "--quiet", *argv]) == code
    return json.loads(capsys.readouterr().out)


@pytest.mark.usefixtures("listed")
def test_an_option_behind_tag_is_no_tag_but_behind_two_hyphens_every_word_is(
    capsys: Captured,
) -> None:
    assert main(["tag", "Blue", "+kick", "-piano", "-q"]) == 0
    assert capsys.readouterr().err == ""
    assert answer(capsys, "tag", "Blue", "+slow")["tags"] == {
        "kick": "yes", "piano": "no", "slow": "yes",
    }  # fmt: skip
    assert main(["tag", "Blue", "-q"]) == 2, "a song without a decision"
    assert main(["tag", "Blue", "-n", "-v", "+happy"]) == 0
    capsys.readouterr()
    assert "happy" not in answer(capsys, "songs", "Blue")[0]["tags"]
    assert main(["tag", "Blue", "--nonsense", "+happy"]) == 2
    assert main(["tag", "Blue", "--", "-q"]) == 2, "there is no such tag"
    tags = answer(capsys, "tag", "--new", "--", "Blue", "-q", "+-h", "+--json")["tags"]
    assert (tags["q"], tags["-h"], tags["--json"]) == ("no", "yes", "yes")


@pytest.mark.parametrize(
    "words",
    [
        ["songs", "foo("],
        ["songs", '"foo'],
        ["songs", 'title:"foo'],
        ["tag", "999", "+kick"],
        ["tag", "-1", "+kick"],
        ["tag", "Blu", "+kick"],
        ["tag", "99", "+kick"],
        ["tag", "no such song", "+kick"],
        ["words", "Blu", "--title", "Green"],
        ["words", "-1", "--title", "Green"],
        ["read-words", "Blu"],
        ["predict", "999"],
        ["models", "fetch", "nonsense"],
        ["songs", "tag:"],
        ["songs", "--order", "nonsense"],
        ["songs", "--order", "predicted:nonsense"],
        ["songs", "--order", "category:nonsense"],
        ["songs", "two", "words"],
        ["songs", "--annotator", "Nobody Known"],
        ["tag", "Blue", "kick"],
        ["tag", "Blue", "+nonsense"],
        ["tag", "Blue", "+"],
        ["tag", "Blue", "+\x07", "--new"],
        ["tag", "1", "+kick"],
        ["predict", "Blue", "--model", "nonsense"],
        ["train", "--from", "nonsense"],
        ["train", "--epochs", "0"],
        ["train", "--seed", "1.5"],
        ["train", "--depth", "nonsense"],
        ["train", "--split", "nonsense"],
        ["evaluate", "--split", "nonsense"],
        ["evaluate", "--model", "nonsense"],
        ["models"],
        ["models", "use", "nonsense"],
        ["models", "card", "nonsense"],
        ["models", "words", "nonsense"],
        ["models", "words", "--map", "nonsense"],
        ["models", "words", "--map", "nonsense=kick"],
        ["models", "compare", "starter"],
        ["models", "rename", "starter", " "],
        ["models", "import", "a.onnx", "--rate", "0"],
        ["models", "import", "a.onnx", "--window", "nan"],
        ["completion", "tcsh"],
        ["nonsense"],
        ["import"],
        ["-q", "-v"],
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("listed")
def test_wrong_words_exit_with_two_and_change_nothing(words: list[str], capsys: Captured) -> None:
    before = answer(capsys, "songs")
    assert main(words) == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert "rhythmcap" in written.err
    assert "\x07" not in written.err
    assert answer(capsys, "songs") == before


def test_a_number_is_an_id_unless_a_title_is_the_same(listed: Path, capsys: Captured) -> None:
    assert answer(capsys, "tag", "2", "+kick")["path"] == str(listed / "1.wav")
    assert main(["tag", "1999", "+kick"]) == 2, "no id, but nobody said it is the title"
    assert "title:1999" in capsys.readouterr().err
    assert answer(capsys, "tag", "title:1999", "+kick")["path"] == str(listed / "1999.wav")
    assert main(["tag", "9" * 30, "+kick"]) == 2


@pytest.fixture
def sung(tmp_path: Path) -> Path:
    """Songs without files whose titles and artists are words of other titles, too."""
    folders().library_file.parent.mkdir(parents=True)
    words = (("Gymnopédie No. 1", "Satie"), ("Blue in Green", "Miles Davis; Bill Evans"),
             ("So What", "Miles Davis"), ("So What", "Pink"), ("?", ""), ("In", ""))  # fmt: skip
    with Library.open(folders().library_file) as library:
        for number, (title, artist) in enumerate(words):
            path = tmp_path / f"{number}.wav"
            library.songs.add(new_song(number, path=path, title=title, artist=artist))
    return tmp_path


@pytest.mark.parametrize(
    ("name", "song_id"),
    [
        ("gymnopedie no. 1", 1), ("Satie - Gymnopédie  No. 1", 1),
        ("Bill Evans – Blue in Green", 2), ("miles davis - so what", 3), ("PINK — So What", 4),
        ("?", 5), ("in", 6), ("IN", 6),
        ("title:Blue in green", 2), ("Miles Davis; Bill Evans - Blue In Green", 2),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("sung")
def test_a_whole_title_names_a_song_for_writing(name: str, song_id: int, capsys: Captured) -> None:
    assert answer(capsys, "tag", name, "+kick")["id"] == song_id


@pytest.mark.parametrize(
    "name",
    ["No", "No. 1", "-1", "-99", "gymno", "Green", "Satie", "Satie - Gymnopédie", "So What", "!",
     "title:No", "Pink - In", "wav", "0.wav", "...", "(*_*)"],
)  # fmt: skip
@pytest.mark.usefixtures("sung")
def test_less_than_a_whole_name_decides_nothing(name: str, capsys: Captured) -> None:
    for words in (["tag", name, "+kick"], ["words", name, "--album", "X"], ["read-words", name]):
        assert main(words) == 2
    assert capsys.readouterr().out == ""
    assert not any(song["tags"] or song["album"] == "X" for song in answer(capsys, "songs"))


@pytest.mark.usefixtures("sung")
def test_candidates_are_named_and_reading_takes_a_search(capsys: Captured) -> None:
    assert main(["tag", "Green", "+kick"]) == 2
    assert "Did you mean 2 Blue in Green?" in capsys.readouterr().err
    assert answer(capsys, "words", "Green")[0]["id"] == 2


def test_a_wrong_option_is_named_before_what_is_missing(capsys: Captured) -> None:
    for words in (["tag", "1", "--bogus"], ["predict", "--bogus"], ["models", "use", "--bogus=1"]):
        assert main(words) == 2
        assert "--bogus" in capsys.readouterr().err


def test_a_path_means_the_sound_that_its_file_holds_now(imported: Path, capsys: Captured) -> None:
    path = imported / "Blue.wav"
    other = write_tone(imported / "other.wav", hz=1500, seconds=0.7)
    os.utime(other, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    other.replace(path)
    assert main(["tag", str(path), "+kick", "--dry-run"]) == 1
    assert "another sound" in capsys.readouterr().err
    assert answer(capsys, "tag", str(path), "+kick")["id"] == 4
    songs = {song["id"]: song for song in answer(capsys, "songs")}
    assert (songs[1]["tags"], songs[1]["missing"]) == ({}, True)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_on_a_terminal_it_is_asked_which_song_is_meant(listed: Path) -> None:
    ours, theirs = pty.openpty()
    os.write(ours, b"2\n")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "tag", "1", "+kick"],
        cwd=ROOT, stdin=theirs, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    os.close(theirs)
    os.close(ours)
    assert "Which id?" in done.stderr
    assert done.stdout == "1: +kick\n"
    del listed


@pytest.mark.usefixtures("imported")
def test_a_rehearsal_says_what_would_be_and_changes_nothing(
    tmp_path: Path, capsys: Captured
) -> None:
    answer(capsys, "tag", "Blue", "+kick")
    library = folders().library_file
    with Library.open(library) as opened:
        before = list(opened.database.connection.iterdump())
    new = write_tone(tmp_path / "new.wav", hz=990, seconds=0.5)
    would = answer(capsys, "tag", "Blue", "-kick", "+brand new", "--new", "-n", "--annotator", "Bo")
    assert would["tags"] == {"kick": "no", "brand new": "yes"} or would["tags"]
    expected = {"new": [str(new)], "already": 3, "links": []}
    assert answer(capsys, "import", "-n", str(tmp_path)) == expected
    assert answer(capsys, "undo", "-n")["undone"] == "kick: yes"
    new.with_name("1.wav").rename(tmp_path / "moved.wav")
    assert len(answer(capsys, "rescan", "-n", str(tmp_path))["found"]) == 1
    answer(capsys, "duplicates", "--join", "-n")
    answer(capsys, "models", "rename", "-n", "starter", "other")
    answer(capsys, "models", "words", "-n", "--map", "piano=kick")
    with Library.open(library) as opened:
        assert list(opened.database.connection.iterdump()) == before


@pytest.mark.usefixtures("listed")
def test_undo_and_redo_take_back_and_do_again(capsys: Captured) -> None:
    answer(capsys, "tag", "Blue", "+kick", "-piano")
    undone = answer(capsys, "undo")
    assert (undone["songs"], undone["next_undo"]) == ([1], None)
    assert answer(capsys, "songs", "Blue")[0]["tags"] == {}
    assert answer(capsys, "redo")["next_redo"] is None
    assert answer(capsys, "songs", "Blue")[0]["tags"] == {"kick": "yes", "piano": "no"}
    assert main(["redo"]) == 1
    assert "nothing to do again" in capsys.readouterr().err


@pytest.mark.usefixtures("listed")
def test_annotators_decide_beside_each_other(capsys: Captured) -> None:
    answer(capsys, "tag", "Blue", "+kick")
    assert answer(capsys, "tag", "Blue", "-kick", "--annotator", "Bo")["tags"] == {"kick": "no"}
    assert answer(capsys, "songs", "Blue")[0]["tags"] == {"kick": "yes"}, "of who was here first"
    assert answer(capsys, "--annotator", "Bo", "songs", "Blue")[0]["tags"] == {"kick": "no"}


@pytest.mark.usefixtures("listed")
def test_a_library_that_lost_its_header_is_damaged_and_repair_is_named(capsys: Captured) -> None:
    answer(capsys, "tag", "Blue", "+kick")
    library = folders().library_file
    bare = library.with_name("bare.db")  # no copies beside it
    bare.write_bytes(bytes(4096) + library.read_bytes()[4096:])
    for words in (["songs"], ["export", "-"]):
        assert main(["--library", str(bare), *words]) == 1
        assert "doctor --repair" in capsys.readouterr().err
    assert main(["--library", str(bare), "doctor", "--repair"]) in (0, 1)
    capsys.readouterr()
    assert answer(capsys, "--library", str(bare), "songs", "Blue")[0]["tags"] == {"kick": "yes"}
    photo = library.with_name("photo.db")
    photo.write_bytes(bytes(range(1, 256)) * 200)
    assert main(["--library", str(photo), "songs"]) == 1
    assert "no RhythmCap library" in capsys.readouterr().err.replace("not a", "no")


@pytest.mark.usefixtures("listed")
def test_a_damaged_name_in_the_settings_stops_nothing_and_is_named(capsys: Captured) -> None:
    folders().settings_file.parent.mkdir(parents=True, exist_ok=True)
    folders().settings_file.write_text(r'{"annotator": "\ud800"}')
    assert main(["tag", "Blue", "+kick"]) == 0
    shown = capsys.readouterr()
    assert shown.out == "Blue: +kick\n"
    assert str(folders().settings_file) in shown.err
    assert "annotator" in shown.err


@pytest.mark.usefixtures("listed")
def test_a_model_s_words_stand_for_tags(capsys: Captured) -> None:
    def tag_of(*argv: str) -> object:
        words = answer(capsys, "models", "words", *argv)["words"]
        return next(row["tag"] for row in words if row["word"] == "piano")

    assert tag_of() == "piano"
    assert tag_of("--map", "piano=kick") == "kick"
    assert tag_of("starter", "--map", "piano=") is None
    assert tag_of("--unmap", "piano") == "piano"


def test_joining_says_what_was_joined(imported: Path, capsys: Captured) -> None:
    import soundfile

    samples, rate_hz = soundfile.read(imported / "Blue.wav")
    soundfile.write(imported / "Blue again.flac", samples * 0.9, rate_hz)
    assert main(["import", "-q", str(imported)]) == 0
    assert main(["duplicates", "--join"]) == 0
    shown = capsys.readouterr()
    joined = [line for line in shown.out.splitlines() if line.startswith("joined: ")]
    assert len(joined) == 1
    assert str(imported) in joined[0]
    assert "1 was joined" in shown.err


def test_export_to_stdout_is_the_table_alone(listed: Path, capsys: Captured) -> None:
    answer(capsys, "tag", "Blue", "+kick")
    assert main(["export", "-"]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("audio_hash,path,")
    assert len(shown.out.splitlines()) == 2
    assert shown.err == "1 decision.\n"
    del listed


def test_lists_give_absolute_paths(
    imported: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    (imported / "broken.mp3").write_bytes(b"no sound")
    monkeypatch.chdir(imported)
    monkeypatch.setattr(sys, "stdin", io.StringIO("broken.mp3\n"))
    assert main(["import", "-", "Blue.wav"]) == 0
    assert capsys.readouterr().out.startswith(str(imported / "broken.mp3"))
    assert main(["export", "out.csv"]) == 0
    assert all(Path(line).is_absolute() for line in capsys.readouterr().out.splitlines())


def test_predicting_a_missing_file_says_so(capsys: Captured, tmp_path: Path) -> None:
    assert main(["predict", "nowhere.flac", str(tmp_path)]) == 1
    error = capsys.readouterr().err
    assert "There is no file nowhere.flac, and no song of that name." in error
    assert f"{tmp_path} is a folder." in error


def test_a_full_disk_and_a_closed_output_are_failures() -> None:
    for redirection in ("> /dev/full", ">&-"):
        for words in ("models architectures", "completion bash"):
            done = subprocess.run(
                f"{sys.executable} -c '{PROGRAM}' {words} {redirection}",
                cwd=ROOT, shell=True, capture_output=True, text=True, check=False,
            )  # fmt: skip
            assert done.returncode == 1, (words, redirection, done.stderr)
            assert "Traceback" not in done.stderr
