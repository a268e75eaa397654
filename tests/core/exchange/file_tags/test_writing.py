"""Files are written as planned, the library knows them afterwards, and all of it is taken back."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from core.audio.file_stats import FileStats
from core.errors import ExchangeError
from core.exchange.file_tags import writing
from core.exchange.file_tags.library_records import (
    LibraryRecords,
    settle_interrupted,
    writes_to_take_back,
)
from core.exchange.file_tags.planning import compare, wanted_tags
from core.exchange.file_tags.tag_records import (
    FieldDiff,
    FileDiff,
    Skipped,
    WriteOptions,
    WrittenFile,
)
from core.exchange.file_tags.tag_values import field_named, parse_mapping, read_mapping
from core.exchange.file_tags.taking_back import take_back
from core.exchange.file_tags.writing import write_file
from core.library.edits.edits import Judge
from core.library.records import State
from core.library.scan.scanning import find_unchanged
from core.library.store import Library
from core.temporary_folders import process_mark
from tests.support.encoded_sounds import needs_ffmpeg
from tests.support.small_songs import tag_id
from tests.support.tagged_files import add_song, make_song

pytestmark = needs_ffmpeg

KINDS = ("mp3 v2.3", "flac", "ogg", "m4a")
MAPPING = (("rhythm", "GENRE"), ("instruments", "COMMENT"))
YES, NO = State.YES, State.NO


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def song(library: Library, tmp_path: Path) -> Path:
    """A FLAC file of the library, with two tags on it."""
    path = make_song(tmp_path, "flac")
    add_song(library, path)
    decide(library, 1)
    return path


def decide(library: Library, song_id: int) -> None:
    for name, state in (("kick", YES), ("drums", YES), ("bass", NO), ("piano", YES)):
        library.do(Judge(song_id, tag_id(library, name), state))


def plan(library: Library, mapping: Sequence[tuple[str, str]] = MAPPING) -> list[object]:
    ids = [int(song_id) for song_id in library.songs.all_ids()]
    return [compare(wanted) for wanted in wanted_tags(library, ids, mapping)]


def write(library: Library, *, keep_times: bool = False) -> list[object]:
    records, options = LibraryRecords(library), WriteOptions(keep_times)
    return [
        write_file(diff, options, records) if isinstance(diff, FileDiff) else diff
        for diff in plan(library)
    ]


def revert(library: Library) -> list[object]:
    outcomes = []
    records = LibraryRecords(library)
    for row, location in writes_to_take_back(library, library.songs.all_ids().tolist()):
        outcome = take_back(row, location)
        outcomes.append(outcome)
        if isinstance(outcome, WrittenFile):
            records.settle_back(row, outcome)
    return outcomes


def reason(outcome: object) -> str:
    assert isinstance(outcome, Skipped)
    return outcome.reason


def is_known(library: Library, path: Path) -> bool:
    """Whether an import would leave the file alone, without even reading its bytes."""
    found = find_unchanged(path, library.songs.known_files())
    return found is not None and found.stats is None


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_written_known_and_taken_back_to_the_byte(
    kind: str, library: Library, tmp_path: Path
) -> None:
    path = make_song(tmp_path, kind)
    path.chmod(0o640)
    add_song(library, path)
    decide(library, 1)
    data, before = path.read_bytes(), path.stat()
    (diff,) = plan(library)
    assert isinstance(diff, FileDiff)
    old = "(17)Rock" if kind == "mp3 v2.3" else "Rock"
    assert diff.fields == (
        FieldDiff("GENRE", (old,), ("kick", "drums")),
        FieldDiff("COMMENT", ("schön",), ("schön /* piano */",)),
    )
    (written,) = write(library)
    assert isinstance(written, WrittenFile)
    assert path.read_bytes() != data
    assert path.stat().st_mode == before.st_mode
    assert path.stat().st_mtime_ns != before.st_mtime_ns
    assert is_known(library, path)
    assert plan(library) == [None]
    assert [p.name for p in tmp_path.iterdir() if p.name.endswith(".part")] == []
    (back,) = revert(library)
    assert isinstance(back, WrittenFile)
    assert back.exact
    assert path.read_bytes() == data
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert is_known(library, path)
    assert revert(library) == []


def test_file_times_stay_where_asked(library: Library, song: Path) -> None:
    os.utime(song, ns=(10**18, 10**18 + 123_456_789))
    library.songs.note_touched([(1, FileStats.read(song))])
    write(library, keep_times=True)
    assert song.stat().st_mtime_ns == 10**18 + 123_456_789
    assert is_known(library, song)


def test_extended_attributes_stay(library: Library, song: Path) -> None:
    try:
        os.setxattr(song, "user.comment", b"mine")
    except (OSError, AttributeError):
        pytest.skip("this file system has no extended attributes")
    library.songs.note_touched([(1, FileStats.read(song))])
    write(library)
    assert os.getxattr(song, "user.comment") == b"mine"


def test_a_link_stays_one_and_its_file_is_written(library: Library, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real = make_song(tmp_path / "real", "flac")
    link = tmp_path / "link.flac"
    link.symlink_to(real)
    add_song(library, link)
    decide(library, 1)
    assert isinstance(write(library)[0], WrittenFile)
    assert link.is_symlink()
    assert b"kick" in real.read_bytes()
    assert is_known(library, link)


def test_files_that_cannot_be_written_are_told_and_stay(
    library: Library, song: Path, tmp_path: Path
) -> None:
    data = song.read_bytes()
    song.chmod(0o444)
    assert reason(write(library)[0]) == "it is for reading only"
    song.chmod(0o644)
    os.link(song, tmp_path / "second.flac")
    assert "hard links" in reason(write(library)[0])
    (tmp_path / "second.flac").unlink()
    assert song.read_bytes() == data
    song.write_bytes(data + b"\0")
    assert "has changed" in reason(write(library)[0])
    song.unlink()
    assert reason(write(library)[0]) == "it is not there"
    assert library.frames.written_hashes() == set()


def test_a_file_that_changes_meanwhile_is_left_alone(
    library: Library, song: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = writing.sound_of

    def touched(path: Path, job: object) -> str:
        os.utime(song)
        return real(path, job)

    monkeypatch.setattr(writing, "sound_of", touched)
    data = song.read_bytes()
    assert "has changed" in reason(write(library)[0])
    assert song.read_bytes() == data
    assert library.frames.written_hashes() == set()


def test_a_draft_that_is_not_as_it_should_be_replaces_nothing(
    library: Library, song: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = song.read_bytes()
    monkeypatch.setattr(writing, "sound_of", lambda _path, _job: "0" * 32)
    assert "sound would not be the same" in reason(write(library)[0])
    monkeypatch.setattr(writing, "read_independently", lambda _path, _layout: set())
    assert "could not be read back" in reason(write(library)[0])
    assert song.read_bytes() == data


def test_what_another_program_has_changed_since_stays_when_taken_back(
    library: Library, song: Path
) -> None:
    from mutagen.flac import FLAC

    write(library)
    file = FLAC(song)
    file["genre"], file["title"] = ["Jazz"], ["Other"]
    file.save()
    (back,) = revert(library)
    assert isinstance(back, WrittenFile)
    assert (back.exact, back.left) == (False, ("GENRE",))
    file = FLAC(song)
    assert (file["genre"], file["title"], file["comment"]) == (["Jazz"], ["Other"], ["schön"])
    file["comment"] = ["x"]
    file.save()
    assert revert(library) == []


def test_nothing_is_taken_back_where_another_program_has_changed_all(
    library: Library, song: Path
) -> None:
    from mutagen.flac import FLAC

    write(library)
    file = FLAC(song)
    file["genre"], file["comment"] = ["Jazz"], ["x"]
    file.save()
    assert "by another program" in reason(revert(library)[0])
    assert FLAC(song)["genre"] == ["Jazz"]


def test_two_writes_are_taken_back_one_after_the_other(library: Library, song: Path) -> None:
    data = song.read_bytes()
    write(library)
    library.do(Judge(1, tag_id(library, "drums"), NO))
    assert isinstance(write(library)[0], WrittenFile)
    assert [isinstance(outcome, WrittenFile) for outcome in revert(library)] == [True, True]
    assert song.read_bytes() == data


@pytest.mark.usefixtures("song")
def test_only_what_was_written_from_here_is_taken_away(library: Library) -> None:
    for name in ("kick", "drums", "piano"):
        library.do(Judge(1, tag_id(library, name), NO))
    assert plan(library) == [None], "the file's own genre is not ours to take away"
    decide(library, 1)
    write(library)
    for name in ("kick", "drums", "piano"):
        library.do(Judge(1, tag_id(library, name), NO))
    (diff,) = plan(library)
    assert isinstance(diff, FileDiff)
    assert diff.fields == (
        FieldDiff("GENRE", ("kick", "drums"), ()),
        FieldDiff("COMMENT", ("schön /* piano */",), ("schön",)),
    )


def test_songs_that_are_not_judged_in_a_category_are_left_alone(
    library: Library, tmp_path: Path
) -> None:
    add_song(library, make_song(tmp_path, "flac"))
    assert plan(library) == []


def test_what_a_kill_between_the_steps_leaves_is_settled(
    library: Library, song: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, known = song.read_bytes(), library.songs.locations_of([1])[0]
    write(library)
    library.songs.store_location(known)  # killed before the library knew how the file is now
    assert settle_interrupted(library, [1]) == 1
    assert is_known(library, song)
    monkeypatch.setattr(LibraryRecords, "settle_back", lambda *_: None)
    revert(library)  # killed before that was noted
    assert song.read_bytes() == data
    assert len(library.frames.written_hashes()) == 1
    assert settle_interrupted(library, [1]) == 1
    assert library.frames.written_hashes() == set()
    assert is_known(library, song)


def test_drafts_of_killed_processes_are_cleared_away(library: Library, song: Path) -> None:
    draft = song.with_name(f"{song.name}.{process_mark(999999999)}.part")
    draft.write_bytes(b"half")
    other = song.with_name(f"letter.txt.{process_mark(999999999)}.part")
    other.write_bytes(b"not ours")
    settle_interrupted(library, [1])
    assert not draft.exists()
    assert other.exists()


def test_fields_are_named_as_people_name_them(tmp_path: Path) -> None:
    assert [field_named(name) for name in (
        "genre", "TCON", "©gen", "TXXX:Ear", "----:com.apple.iTunes:Ear", "My Words", "comm",
    )] == ["GENRE", "GENRE", "GENRE", "EAR", "EAR", "MY WORDS", "COMMENT"]  # fmt: skip
    for name in ("", "a=b", "größe", "x" * 61, "title", "TXXX:replaygain_track_gain", "Artist"):
        with pytest.raises(ExchangeError):
            field_named(name)
    path = tmp_path / "map.txt"
    path.write_text("# mine\n\nrhythm=GENRE\n a=b = MOOD\n", encoding="utf-8-sig")
    assert parse_mapping(read_mapping(path)) == (("rhythm", "GENRE"), ("a=b", "MOOD"))
    for line in ("GENRE", "=GENRE"):
        with pytest.raises(ExchangeError, match="names no category"):
            parse_mapping([line])
    with pytest.raises(ExchangeError, match="cannot be read"):
        read_mapping(tmp_path / "none.txt")


def test_an_unknown_category_is_told(library: Library, song: Path) -> None:
    with pytest.raises(ExchangeError, match="There is no category nonsense"):
        plan(library, (("nonsense", "GENRE"),))
    assert song.exists()
