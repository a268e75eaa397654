"""The demo on disk: FLAC files with tags and a library, complete or absent."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.demo import RATE_HZ, DemoSong, compose_demo, compose_song, demo_library, plan_songs
from core.demo.demo_library import build_demo
from core.jobs import Cancelled
from core.library.records import DecisionSource, State
from core.library.store import Library

SEED = 11
N_SONGS = 4


class StopsAfter:
    """A job that is cancelled at its n-th check."""

    def __init__(self, n: int) -> None:
        self.left = n
        self.reports: list[tuple[float, float, str]] = []

    def report(self, done: float, total: float, what: str = "") -> None:
        self.reports.append((done, total, what))

    def check(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


@pytest.fixture(scope="module")
def composed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "songs"
    compose_demo(folder, SEED, N_SONGS)
    return folder


def test_songs_are_16_bit_stereo_flac_with_title_artist_album_and_year(composed: Path) -> None:
    from core.audio.metadata import read_metadata

    songs = compose_demo(composed, SEED, N_SONGS)
    assert len({song.title for song in songs}) == N_SONGS
    for song in songs:
        info = soundfile.info(song.path)
        assert (info.format, info.subtype, info.channels) == ("FLAC", "PCM_16", 2)
        metadata = read_metadata(song.path)
        assert (metadata.title, metadata.artist, metadata.album, metadata.year) == (
            song.title,
            song.artist,
            song.album,
            song.year,
        )


def test_a_file_holds_the_song_of_its_plan(composed: Path) -> None:
    songs, plan = compose_demo(composed, SEED, N_SONGS), plan_songs(SEED, N_SONGS)[1]
    written, rate_hz = soundfile.read(songs[1].path, dtype="float32")
    assert rate_hz == RATE_HZ
    assert np.abs(written - compose_song(plan.seed, plan)).max() < 1e-4


def test_only_missing_or_damaged_songs_are_composed_again(composed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "songs"
    folder.mkdir()
    songs = [folder / song.path.name for song in compose_demo(composed, SEED, N_SONGS)]
    for song in songs:
        song.write_bytes((composed / song.name).read_bytes())
    songs[0].unlink()
    songs[1].write_bytes(songs[1].read_bytes()[:30])
    kept = songs[2].stat().st_mtime_ns
    compose_demo(folder, SEED, N_SONGS)
    assert songs[2].stat().st_mtime_ns == kept
    assert [s.read_bytes() for s in songs] == [(composed / s.name).read_bytes() for s in songs]


def test_a_cancelled_composition_leaves_only_whole_songs(tmp_path: Path) -> None:
    job = StopsAfter(2)
    with pytest.raises(Cancelled):
        compose_demo(tmp_path, SEED, 6, job)
    assert job.reports[0][:2] == (0, 6)
    assert all(soundfile.info(song).frames > 0 for song in tmp_path.glob("*.flac"))
    assert not list(tmp_path.glob("*.part*"))


def test_where_processes_cannot_share_a_lock_songs_are_composed_one_by_one(
    composed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_lock(*_arguments: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("multiprocessing.synchronize.SemLock.__init__", no_lock)
    songs = compose_demo(tmp_path, SEED, N_SONGS)
    assert [song.path.read_bytes() for song in songs] == [
        (composed / song.path.name).read_bytes() for song in songs
    ]


def test_songs_are_handed_out_as_soon_as_they_are_there(composed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "songs"
    shutil.copytree(composed, folder)
    songs = compose_demo(folder, SEED, N_SONGS)
    songs[0].path.unlink()
    there: list[tuple[DemoSong, bool]] = []
    compose_demo(
        folder, SEED, N_SONGS, on_song=lambda song: there.append((song, song.path.exists()))
    )
    assert sorted(song.title for song, _ in there) == sorted(song.title for song in songs)
    assert all(exists for _, exists in there)
    assert there[-1][0] == songs[0], "those that were there come first"


def test_the_demo_library_knows_what_was_composed(composed: Path, tmp_path: Path) -> None:
    (tmp_path / "songs").symlink_to(composed)
    path = build_demo(tmp_path, seed=SEED, n_songs=N_SONGS)
    songs = compose_demo(tmp_path / "songs", SEED, N_SONGS)
    with Library.open(path) as library:
        assert library.songs.count() == N_SONGS
        assert library.undo_label() is None
        for song in songs:
            known = library.songs.by_path(song.path)
            assert known is not None
            decisions = library.annotations.of_song(known.id)
            names_of = {
                state: {
                    library.codebook.tag(tag_id).name
                    for tag_id, decision in decisions.items()
                    if decision.state == state
                }
                for state in (State.YES, State.NO)
            }
            assert names_of[State.YES] == (set(song.yes) if song.tagged else set())
            assert names_of[State.NO] == (set(song.no) if song.tagged else set())
            assert {decision.source for decision in decisions.values()} <= {DecisionSource.IMPORT}


def test_an_existing_demo_library_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / demo_library.LIBRARY_FILE).write_bytes(b"mine")
    assert build_demo(tmp_path).read_bytes() == b"mine"


def test_an_unfinished_demo_library_is_made_again(composed: Path, tmp_path: Path) -> None:
    (tmp_path / "songs").symlink_to(composed)
    (tmp_path / demo_library.UNFINISHED_FILE).write_bytes(b"half")
    path = build_demo(tmp_path, seed=SEED, n_songs=N_SONGS)
    assert sorted(
        path.name for path in tmp_path.iterdir() if path.name not in ("home", "library.db-lock")
    ) == [
        "library.db",
        "songs",
    ]
    with Library.open(path, read_only=True) as library:
        assert library.songs.count() == N_SONGS
