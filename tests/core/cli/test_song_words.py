"""The verbs words and read-words: what files say, what users say instead, and files retagged."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from mutagen.flac import FLAC

from core.cli import main
from core.cli.song_verbs import FIELDS
from core.library.songs import SONG_WORDS
from tests.support.scan_in_process import import_in_process
from tests.support.small_songs import write_tone

Captured = pytest.CaptureFixture[str]


def retag(path: Path, **words: object) -> Path:
    """Write a file's own words, as another program does."""
    tags = FLAC(path)
    tags.delete()
    tags.update({name: word for name, word in words.items() if word})
    tags.save()
    return path


@pytest.fixture
def duet(tmp_path: Path) -> Path:
    """A song by two artists, and another without any words; ids 1 and 2."""
    path = retag(
        write_tone(tmp_path / "duet.flac", seconds=1.0), title="Blue", artist=["Ann", "Bo"],
        date="1959",
    )  # fmt: skip
    import_in_process(path, write_tone(tmp_path / "x.wav", hz=300, seconds=1.0))
    return path


def answer(capsys: Captured, *argv: str, code: int = 0) -> Any:
    """Return a verb's answer, parsed from JSON."""
    assert main(["--json", "--quiet", *argv]) == code
    return json.loads(capsys.readouterr().out)


def test_the_words_that_can_be_typed_are_those_of_the_library() -> None:
    assert FIELDS == SONG_WORDS


def test_songs_lists_artists_one_by_one_and_which_words_are_the_users(
    duet: Path, capsys: Captured
) -> None:
    song = answer(capsys, "songs", "Blue")[0]
    assert (song["path"], song["artist"]) == (str(duet), "Ann; Bo")
    assert (song["artists"], song["own_words"]) == (["Ann", "Bo"], [])
    answer(capsys, "words", "1", "--artist", "Cy", "--artist", "Di; Ed", "--year", "1960")
    song = answer(capsys, "songs", "Blue")[0]
    assert (song["artists"], song["year"]) == (["Cy", "Di", "Ed"], 1960)
    assert song["own_words"] == ["artist", "year"]
    known = answer(capsys, "words", "1")[0]
    assert (known["artists"], known["own_words"]) == (song["artists"], song["own_words"])
    of_file = {"title": "Blue", "artist": "Ann; Bo", "album": "", "year": 1959}
    assert known["file_words"] == of_file, "the file's are kept beside them"


@pytest.mark.usefixtures("duet")
def test_own_words_are_set_and_given_up_as_one_step_of_undo(capsys: Captured) -> None:
    own = ["--title", "Azure", "--album", "Kind", "--year", ""]
    known = answer(capsys, "words", "Blue", *own)[0]
    assert (known["title"], known["album"], known["year"]) == ("Azure", "Kind", None)
    assert answer(capsys, "undo")["songs"] == [1]
    assert answer(capsys, "words", "1")[0]["own_words"] == []
    assert answer(capsys, "redo")["songs"] == [1]
    known = answer(capsys, "words", "1", "--clear", "title", "--clear", "year", "--album", "")[0]
    assert (known["title"], known["year"], known["own_words"]) == ("Blue", 1959, [])
    answer(capsys, "undo")
    assert answer(capsys, "words", "1")[0]["title"] == "Azure", "both in one step"
    assert answer(capsys, "words", "1", "--clear", "all")[0]["own_words"] == []


@pytest.mark.usefixtures("duet")
def test_several_songs_get_their_words_in_one_step_but_no_common_title(capsys: Captured) -> None:
    known = answer(capsys, "words", "1", "2", "1", "--artist", "Both")
    assert [song["artists"] for song in known] == [["Both"], ["Both"]]
    answer(capsys, "undo")
    assert [s["artists"] for s in answer(capsys, "words", "1", "2")] == [["Ann", "Bo"], []]
    assert main(["words", "1", "2", "--title", "Same"]) == 2
    assert "--title" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["words"],
        ["words", "1", "--year", "99"],
        ["words", "1", "--year", "1960s"],
        ["words", "1", "--clear", "tags"],
        ["words", "1", "--title", "A", "--clear", "all"],
        ["words", "1", "--clear"],
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("duet")
def test_wrong_words_are_refused_and_change_nothing(words: list[str], capsys: Captured) -> None:
    assert main(words) == 2
    assert capsys.readouterr().out == ""
    assert answer(capsys, "words", "1")[0]["own_words"] == []


@pytest.mark.usefixtures("duet")
def test_a_rehearsal_shows_the_words_and_keeps_the_old_ones(capsys: Captured) -> None:
    assert answer(capsys, "words", "1", "--title", "Azure", "-n")[0]["title"] == "Azure"
    assert answer(capsys, "words", "1")[0]["title"] == "Blue"
    assert main(["undo", "-q"]) == 1, "nothing was done"


def test_what_is_shown_says_whose_a_word_is(duet: Path, capsys: Captured) -> None:
    answer(capsys, "words", "1", "--title", "Azure\x1b[1m", "--album", "Kind")
    assert main(["words", "1", "-q"]) == 0
    assert capsys.readouterr().out.split("\n")[:-1] == [
        f"1  {duet}",
        "  title:  Azure [1m  (yours; the file says Blue)",
        "  artist: Ann; Bo",
        "  album:  Kind  (yours; the file says nothing)",
        "  year:   1959",
    ]


def test_retagged_files_are_read_again_and_own_words_stay(duet: Path, capsys: Captured) -> None:
    assert answer(capsys, "read-words") == {"changed": [], "missing": [], "different": []}
    answer(capsys, "words", "1", "--title", "Azure")
    retag(duet, title="Blue in Green", artist="Ann", album="Kind")
    would = answer(capsys, "read-words", "-n")["changed"]
    assert [song["id"] for song in would] == [1]
    assert answer(capsys, "words", "1")[0]["artists"] == ["Ann", "Bo"], "only rehearsed"
    changed = answer(capsys, "read-words", "1")["changed"][0]
    assert (changed["title"], changed["artists"], changed["album"]) == ("Azure", ["Ann"], "Kind")
    assert changed["file_words"]["title"] == "Blue in Green"
    assert answer(capsys, "read-words")["changed"] == []


def test_files_that_are_gone_or_hold_another_sound_are_named(duet: Path, capsys: Captured) -> None:
    write_tone(duet, hz=880, seconds=1.0)
    other = duet.with_name("x.wav")
    other.unlink()
    assert answer(capsys, "read-words") == {
        "changed": [],
        "missing": [{"id": 2, "path": str(other)}],
        "different": [{"id": 1, "path": str(duet)}],
    }
    assert main(["read-words", "2"]) == 1
    assert str(other) in capsys.readouterr().err


@pytest.mark.usefixtures("duet")
@pytest.mark.parametrize("typed", ["c1965", "1965年", " 1965 ", "[1965]", "１９６５", "MCMLXV"])
def test_an_own_year_is_read_as_files_write_it(typed: str, capsys: Captured) -> None:
    assert answer(capsys, "words", "1", "--year", typed)[0]["year"] == 1965
