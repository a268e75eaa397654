"""The same recording in several formats is found, other songs are not; joining can be undone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

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
    assert all(pair.is_same for pair in pairs)


def loop(notes: Sequence[int], rate_hz: int = 22_050) -> NDArray[np.float32]:
    """Quarter-second notes (semitones above A) to the same drums."""
    drums, parts = np.random.default_rng(9), list[NDArray[np.float64]]()
    times = np.arange(rate_hz // 4) / rate_hz
    for note in notes:
        harmonics = np.outer(np.arange(1, 7), 2 * np.pi * 220.0 * 2 ** (note / 12) * times)
        tone = np.exp(-6 * times) * (np.sin(harmonics).T / np.arange(1, 7)).sum(axis=1)
        parts.append(0.15 * tone + 0.2 * np.exp(-40 * times) * drums.standard_normal(len(times)))
    return np.concatenate(parts).astype(np.float32)


@pytest.mark.parametrize("n_notes", [2, 4, 8, 20, 48, 120])
def test_loops_that_differ_in_a_note_are_different_and_their_ogg_is_the_same(
    tmp_path: Path, n_notes: int
) -> None:
    notes = [(7 * number) % 12 for number in range(n_notes)]
    changed = [*notes[:-1], notes[-1] + 5]
    files = (("a.wav", notes), ("b.wav", changed), ("a.ogg", notes), ("a.flac", notes))
    for name, melody in files:
        soundfile.write(tmp_path / name, loop(melody) * (0.3 if "flac" in name else 1.0), 22_050)
    cache, found = FeatureCache(folders().features), list[object]()
    scan_in_process([tmp_path / name for name, _ in files], cache, on_scanned=found.append)
    with library_with(tmp_path / "library.db", 0) as library:
        store_scanned(library, found)  # type: ignore[arg-type]
        rows = library.songs.rows(library.songs.all_ids())
        names = {row.song.id: row.song.path.name for row in rows}
        pairs = find_duplicates([row.song for row in rows], cache)
        same = [pair for pair in pairs if pair.is_same]
        groups = [{names[song_id] for song_id in group} for group in group_duplicates(same)]
        assert groups == [{"a.wav", "a.ogg", "a.flac"}]
        assert (len(pairs) > len(same)) is (n_notes > 40)  # long ones are offered as alike
    assert main(["--library", str(tmp_path / "library.db"), "duplicates", "--join"]) == 0
    with Library.open(tmp_path / "library.db") as library:
        left = {row.song.path.name for row in library.songs.rows(library.songs.all_ids())}
    assert len(left) == 2
    assert "b.wav" in left


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
