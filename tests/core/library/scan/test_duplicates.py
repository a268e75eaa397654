"""The same recording in several formats is found, other songs are not; joining can be undone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.cli import main
from core.demo.compose import short_song
from core.demo.score import RATE_HZ
from core.features.cache import FeatureCache
from core.library.edits.edits import JoinSongs, Judge, JudgeRegion, SetNote
from core.library.records import State
from core.library.scan.duplicates import find_duplicates, group_duplicates
from core.library.scan.importer import new_song, store_scanned
from core.library.store import Library
from core.paths import folders
from tests.support.scan_in_process import scan_in_process
from tests.support.small_songs import content, library_with, miscounts, tag_id

FILES = (
    ("song.wav", 1, 1.0), ("song.ogg", 1, 1.0), ("song.mp3", 1, 1.0), ("soft.flac", 1, 0.3),
    ("other.wav", 2, 1.0), ("third.mp3", 4, 1.0),
)  # fmt: skip


@pytest.fixture(scope="module")
def music(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import soundfile

    folder = tmp_path_factory.mktemp("music")
    for name, seed, gain in FILES:
        song = short_song(seed, "house", 7.0) * gain
        with soundfile.SoundFile(folder / name, "w", RATE_HZ, 2) as file:
            for start in range(0, len(song), 4096):
                file.write(song[start : start + 4096])
    return folder


@pytest.fixture
def library(tmp_path: Path, music: Path) -> Iterator[Library]:
    with library_with(tmp_path / "library.db", 0) as opened:
        found: list[object] = []
        paths = [music / name for name, _, _ in FILES]
        scan_in_process(paths, FeatureCache(folders().features), on_scanned=found.append)
        store_scanned(opened, found)  # type: ignore[arg-type]
        yield opened


def ids(library: Library, music: Path) -> list[int]:
    songs = [library.songs.by_path(music / name) for name, _, _ in FILES]
    return [song.id for song in songs if song]


def test_one_song_in_four_files_is_found_and_songs_of_one_style_are_not(
    library: Library, music: Path
) -> None:
    rows = library.songs.rows(library.songs.all_ids())
    pairs = find_duplicates([row.song for row in rows], FeatureCache(folders().features))
    assert list(group_duplicates(pairs)) == [tuple(sorted(ids(library, music)[:4]))]
    assert len(pairs) == 6
    assert min(pair.similarity for pair in pairs) > 0.95


def test_joining_merges_decisions_lists_conflicts_and_can_be_undone(
    library: Library, music: Path
) -> None:
    first, other = ids(library, music)[:2]
    kick, piano, voice = (
        (tag_id(library, name) for name in ("kick", "piano", "male voice")[:3])
        if (library.codebook.find("male voice"))
        else (
            *(tag_id(library, name) for name in ("kick", "piano")),
            library.codebook.tags()[-1].id,
        )
    )
    library.do(Judge(first, kick, State.YES), Judge(first, piano, State.NO), SetNote(first, "A"))
    library.do(Judge(other, kick, State.YES), Judge(other, piano, State.YES), SetNote(other, "B"))
    library.do(Judge(other, voice, State.UNSURE), JudgeRegion(other, kick, 1.0, 2.0))
    sql = "UPDATE songs SET artist = 'Satie', title = 'Gnossienne', year = 1890 WHERE id = ?"
    library.database.write(sql, (other,))
    [conflict] = library.annotations.conflicts(first, other)
    assert (conflict.tag_id, conflict.kept, conflict.dropped) == (piano, State.NO, State.YES)
    before = content(library)
    library.do(JoinSongs(first, other))
    states = {tag: decision.state for tag, decision in library.annotations.of_song(first).items()}
    assert states == {kick: State.YES, piano: State.NO, voice: State.UNSURE}
    assert len(library.annotations.regions_of_song(first)) == 1
    song = library.songs.get(first)
    assert song is not None
    assert song.note == "A\nB"
    assert (song.artist, song.title, song.year) == ("Satie", "Gnossienne", 1890)
    assert library.songs.get(other) is None
    assert miscounts(library) == []
    library.undo()
    assert content(library) == before
    assert miscounts(library) == []
    library.redo()
    assert library.songs.get(other) is None


def test_a_joined_file_is_not_added_again(library: Library, music: Path) -> None:
    first, other = ids(library, music)[:2]
    library.do(JoinSongs(first, other))
    found: list[object] = []
    scan_in_process([music / "song.ogg"], FeatureCache(folders().features), on_scanned=found.append)
    assert library.songs.add(new_song(found[0])) == (first, False)  # type: ignore[arg-type]
    assert str(music / "song.ogg") in library.songs.known_files()


def test_the_verb_lists_and_joins(
    library: Library, music: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    four = ids(library, music)[:4]
    library.close()
    for words, joined in (((), []), (("--join",), sorted(four)[1:])):
        assert main(["--library", str(library.path), "duplicates", "--json", *words]) == 0
        [group] = json.loads(capsys.readouterr().out)
        assert [song["id"] for song in group["songs"]] == sorted(four)
        assert (group["conflicts"], group["joined"]) == ([], joined)
    assert main(["--library", str(library.path), "duplicates", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
