"""Tags of files come in as suggestions; what was written from here is read as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from mutagen.flac import FLAC
from mutagen.id3 import COMM, ID3, TCON, TMOO, TXXX

from core.errors import ExchangeError
from core.exchange.file_tags.library_records import LibraryRecords
from core.exchange.file_tags.planning import compare, wanted_tags
from core.exchange.file_tags.reading import parse_reading, read_file_tags
from core.exchange.file_tags.tag_records import FileDiff, WriteOptions, WrittenFile
from core.exchange.file_tags.writing import write_file
from core.exchange.import_plan import plan_import
from core.exchange.importing import import_in_slices
from core.exchange.label_records import LabelFile
from core.library.edits.edits import Judge
from core.library.records import DecisionSource, Song, State
from core.library.store import Library, run_to_end
from tests.support.encoded_sounds import needs_ffmpeg
from tests.support.small_songs import tag_id, write_tone
from tests.support.tagged_files import KINDS, add_song, make_song


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as opened:
        yield opened


def songs(library: Library) -> list[Song]:
    return library.songs.after(0, 1000)


def words_in(file: LabelFile) -> set[tuple[int, str, str]]:
    return {
        (decision.song, file.words[decision.word].category, file.words[decision.word].name)
        for decision in file.decisions
    }


def test_genres_moods_comments_and_own_texts_are_read(library: Library, tmp_path: Path) -> None:
    path = write_tone(tmp_path / "a.flac")
    file = FLAC(path)
    file["genre"], file["Mood"] = ["Techno; House", "Deep  House"], ["dark"]
    file["comment"], file["ear"] = ["nice /* kick / bass */"], ["warm"]
    file.save()
    add_song(library, path)
    mapping = parse_reading(["GENRE=genre", "mood=mood", "COMMENT", "TXXX:EAR=sound"])
    assert mapping[2:] == (("COMMENT", ""), ("EAR", "sound"))
    found = read_file_tags(songs(library), mapping)
    assert words_in(found) == {
        (0, "genre", "Techno"), (0, "genre", "House"), (0, "genre", "Deep House"),
        (0, "mood", "dark"), (0, "", "kick"), (0, "", "bass"), (0, "sound", "warm"),
    }  # fmt: skip
    assert found.remarks == ["1 file read: GENRE 1, MOOD 1, COMMENT 1, EAR 1"]
    assert found.songs[0].audio_hash == songs(library)[0].audio_hash
    whole = read_file_tags(songs(library), mapping[:1], separators=())
    assert {name for _, _, name in words_in(whole)} == {"Techno; House", "Deep House"}


@needs_ffmpeg
def test_id3_as_other_programs_write_it(library: Library, tmp_path: Path) -> None:
    """Genres by number, several values, a comment of iTunes that is none, My Tags in another."""
    path = make_song(tmp_path, "mp3 v2.4")
    tags = ID3(path)
    tags.setall("TCON", [TCON(encoding=3, text=["17", "(4)Eurodisco"])])
    tags.setall("TMOO", [TMOO(encoding=3, text=["calm", "sad"])])
    tags.add(TXXX(encoding=3, desc="Ear", text=["a", "b"]))
    tags.setall("COMM", [
        COMM(encoding=3, lang="eng", desc="iTunNORM", text=["/* no */"]),
        COMM(encoding=3, lang="eng", desc="", text=["/* Peak / Vocal */"]),
    ])  # fmt: skip
    tags.save()
    add_song(library, path)
    found = read_file_tags(
        songs(library), (*parse_reading(["ear"]), ("GENRE", ""), ("MOOD", ""), ("COMMENT", ""))
    )
    names = {name for _, _, name in words_in(found)}
    assert names == {"Rock", "Disco", "Eurodisco", "calm", "sad", "a", "b", "old", "Peak", "Vocal"}


@needs_ffmpeg
@pytest.mark.parametrize("kind", KINDS)
def test_what_was_written_is_read_and_imported_as_it_was(
    kind: str, library: Library, tmp_path: Path
) -> None:
    path = make_song(tmp_path, kind)
    add_song(library, path)
    wished = {"kick": State.YES, "drums": State.YES, "bass": State.NO, "piano": State.YES}
    for name, state in wished.items():
        library.do(Judge(1, tag_id(library, name), state))
    fields = (("rhythm", "GENRE"), ("instruments", "COMMENT"))
    for wanted in wanted_tags(library, [1], fields):
        diff = compare(wanted)
        assert isinstance(diff, FileDiff)
        assert isinstance(write_file(diff, WriteOptions(), LibraryRecords(library)), WrittenFile)
    with Library.open(tmp_path / "fresh.db") as fresh:
        add_song(fresh, path)
        mapping = (("GENRE", "rhythm"), ("COMMENT", "instruments"))
        found = read_file_tags(songs(fresh), mapping)
        run_to_end(import_in_slices(fresh, plan_import(fresh, found, path)))
        decided = fresh.annotations.of_song(1)
        states = {name: decided.get(tag_id(fresh, name)) for name in wished}
        assert states.pop("bass") is None, "only yes is written"
        assert all(found and found.state is State.YES for found in states.values())
        assert {found.source for found in decided.values()} == {DecisionSource.IMPORT}


def test_files_that_cannot_be_read_are_faults(library: Library, tmp_path: Path) -> None:
    gone, spoiled = write_tone(tmp_path / "gone.flac"), write_tone(tmp_path / "bad.flac", hz=300)
    for path in (gone, spoiled):
        add_song(library, path)
    gone.unlink()
    spoiled.write_bytes(b"nothing of the kind")
    found = read_file_tags(songs(library))
    assert [fault.reason for fault in found.faults] == [
        "it is not there", "its tags cannot be read",
    ]  # fmt: skip
    assert found.songs == []


def test_files_without_tags_are_told_as_such() -> None:
    found = read_file_tags([])
    assert found.remarks == ["0 files were read and hold no genre, mood, grouping or comment"]


def test_a_field_that_means_something_else_is_not_read() -> None:
    with pytest.raises(ExchangeError, match="means something else"):
        parse_reading(["TITLE=genre"])
