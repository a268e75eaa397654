"""Moved files: nothing is lost, an unmounted drive is no deletion, songs are found again."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.cli import main
from core.features.cache import FeatureCache
from core.library.edits.edits import Judge, MoveFiles
from core.library.records import State
from core.library.scan.importer import store_scanned
from core.library.scan.relocate import check_files, find_moved, plan_move, store_file_check
from core.library.store import Library
from tests.support.scan_in_process import scan_in_process
from tests.support.small_songs import library_with, tag_id, write_tone


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    folder = tmp_path / "drives" / "music"
    for number, name in enumerate(("one/a.wav", "one/b.flac", "two/Ä.wav")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        write_tone(folder / name, 200.0 + 50 * number)
    return folder


@pytest.fixture
def library(tmp_path: Path, drive: Path, cache: FeatureCache) -> Iterator[Library]:
    with library_with(tmp_path / "library.db", 0) as opened:
        found: list[object] = []
        scan_in_process([drive], cache, on_scanned=found.append)
        store_scanned(opened, found)  # type: ignore[arg-type]
        opened.do(Judge(1, tag_id(opened, "kick"), State.YES))
        yield opened


def missing(library: Library) -> list[int]:
    return [song.song_id for song in library.songs.locations() if song.missing]


def check(library: Library) -> dict[Path, tuple[int, ...]]:
    result = check_files(library.songs.locations())
    store_file_check(library, result)
    return dict(result.unmounted)


def test_a_deleted_file_is_missing_with_its_labels_and_comes_back(
    library: Library, drive: Path
) -> None:
    (drive / "one/a.wav").rename(drive / "aside.bin")
    assert check(library) == {}
    assert missing(library) == [1]
    assert library.search.ids("missing").tolist() == [1]
    assert library.annotations.of_song(1)
    (drive / "aside.bin").rename(drive / "one/a.wav")
    check(library)
    assert missing(library) == []


def test_songs_on_an_unmounted_drive_are_not_missing(library: Library, drive: Path) -> None:
    drive.rename(drive.parent.parent / "unplugged")
    (drive.parent / "other.txt").touch()
    assert check(library) == {drive: (1, 2, 3)}
    drive.mkdir()  # the empty mount point of a drive
    assert check(library) == {drive: (1, 2, 3)}
    assert missing(library) == []


def test_a_folder_deleted_beside_existing_songs_is_missing(library: Library, drive: Path) -> None:
    shutil.rmtree(drive / "one")
    assert check(library) == {}
    assert missing(library) == [1, 2]


def test_missing_songs_are_found_by_their_samples_under_any_name(
    library: Library, drive: Path, cache: FeatureCache
) -> None:
    new = drive.parent / "elsewhere"
    (new / "deep").mkdir(parents=True)
    (drive / "one/a.wav").rename(new / "deep" / "renamed.wav")
    write_tone(new / "stranger.wav", 900.0)
    check(library)
    missing_songs = [song for song in library.songs.locations() if song.missing]
    moves = find_moved(missing_songs, [], [new], cache)
    library.do(MoveFiles(moves))
    song = library.songs.get(1)
    assert song is not None
    assert (song.path, song.missing_since) == (new / "deep" / "renamed.wav", None)
    assert library.songs.count() == 3
    assert library.undo_label() == "Find missing files"


def test_a_folder_that_moved_is_followed_as_one_step_and_back(
    library: Library, drive: Path, cache: FeatureCache
) -> None:
    new = drive.rename(drive.parent / "moved")
    (new / "one/b.flac").unlink()
    write_tone(new / "two/Ä.wav", 700.0)
    os.utime(new / "one/a.wav", (1, 1))  # copied: another time, the same sound
    before = library.songs.locations()
    plan = plan_move(before, drive, new, cache)
    assert [move.new.path for move in plan.moves] == [new / "one/a.wav"]
    assert [song.song_id for song in plan.absent] == [2]
    assert [(song.song_id, path) for song, path, _ in plan.different] == [(3, new / "two/Ä.wav")]
    assert library.songs.locations() == before  # a plan changes nothing
    library.do(MoveFiles(plan.moves))
    assert library.songs.by_path(new / "one/a.wav")
    library.undo()
    assert library.songs.locations() == before


def test_the_verbs_check_and_follow_files(
    library: Library, drive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library.close()
    name = ["--library", str(library.path), "--json"]
    new = drive.rename(drive.parent / "moved")
    (new / "one/b.flac").rename(new / "c.flac")

    def answer(*words: str) -> dict[str, object]:
        assert main([*name, *words]) == 0
        parsed: dict[str, object] = json.loads(capsys.readouterr().out)
        return parsed

    unmounted = answer("rescan")
    assert unmounted["unplugged"] == [{"folder": str(drive), "songs": 3}]
    plan = answer("relocate", str(drive), str(new))
    assert (len(plan["found"]), plan["applied"]) == (2, False)  # type: ignore[arg-type]
    assert answer("relocate", str(drive), str(new), "--yes")["applied"] is True
    again = answer("rescan", str(new))
    assert [song["new"] for song in again["found"]] == [str(new / "c.flac")]  # type: ignore[attr-defined]
    assert (again["here"], again["missing"]) == (3, [])
