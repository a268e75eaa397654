"""Compose the song of a plan, and a folder of FLAC files from a seed, with their true tags.

Songs are independent of each other, so worker processes compose them in parallel.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np

from core.atomic_files import PARTIAL_SUFFIX, atomic_write
from core.child_signals import no_ctrl_c_for_children
from core.demo.arrangement import arrange
from core.demo.artists import draw_artists
from core.demo.mixing import render
from core.demo.plan import SongPlan, plan_song, plan_songs
from core.demo.score import RATE_HZ, Sound
from core.demo.styles import BY_NAME
from core.demo.truth import true_tags
from core.jobs import SILENT, JobContext
from core.messages import message

DEMO_SEED = 1941
DEMO_SONGS = 96  # about fifteen are held out: fewer tell nothing about a model
EDITION = 1  # raise it when the same seed would give other music
UNSAFE = str.maketrans({sign: "_" for sign in '<>:"/\\|?*'})


@dataclass(frozen=True, slots=True)
class DemoSong:
    """A composed file and what is true of it. tagged False: the demo library leaves it untagged."""

    path: Path
    title: str
    artist: str
    album: str
    year: int
    yes: tuple[str, ...]
    no: tuple[str, ...]
    tagged: bool


OnSong = Callable[[DemoSong], None]


def compose_song(seed: int, plan: SongPlan) -> Sound:
    """Compose the song of a plan: float32, shape (n, 2), at RATE_HZ, peak below 1.

    The same seed gives the same song; another lets the same players improvise other melodies
    over the same plan.
    """
    plan = replace(plan, seed=seed)
    return render(arrange(plan), plan.artist, BY_NAME[plan.style], seed)


def short_song(seed: int = 1, style: str = "house", duration_s: float = 4.0) -> Sound:
    """Compose a few seconds of music for tests: float32, shape (n, 2), at RATE_HZ; cheap."""
    artist = draw_artists(seed, 1)[0]
    plan = plan_song(seed, artist, BY_NAME[style])
    section = replace(plan.sections[-1], name="A", first_bar=0, n_bars=4)
    song = compose_song(seed, replace(plan, sections=(section,)))
    return np.ascontiguousarray(song[: round(duration_s * RATE_HZ)])


def compose_demo(
    folder: Path,
    seed: int = DEMO_SEED,
    n_songs: int = DEMO_SONGS,
    job: JobContext = SILENT,
    on_song: OnSong = lambda _song: None,
) -> list[DemoSong]:
    """Write n_songs FLAC files into folder; return what is true of each.

    on_song: is called with each song as soon as its file is there. A file that is already there
    complete is kept. Raises Cancelled after a cancel; what was written stays, so that a second
    call goes on from there. Raises OSError where one cannot write.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _remove_partials(folder)
    plans = plan_songs(seed, n_songs)
    songs = [_describe(folder, index, plan) for index, plan in enumerate(plans)]
    pairs = zip(songs, plans, strict=True)
    todo = [(song, plan) for song, plan in pairs if not is_complete(song.path, plan)]
    done = n_songs - len(todo)
    job.report(done, n_songs, message("demo.composing"))
    waiting = {song.path for song, _plan in todo}
    for song in songs:
        if song.path not in waiting:
            on_song(song)
    try:
        for song in _written(todo, job):
            done += 1
            on_song(song)
            job.report(done, n_songs, message("demo.composed", title=song.title))
    finally:
        _remove_partials(folder)
    return songs


def _remove_partials(folder: Path) -> None:
    """Remove what processes that were killed have begun to write."""
    for partial in folder.glob(f"*{PARTIAL_SUFFIX}*"):
        partial.unlink(missing_ok=True)


def _describe(folder: Path, index: int, plan: SongPlan) -> DemoSong:
    yes, no = true_tags(plan, arrange(plan))
    name = f"{index + 1:02d} {plan.artist.name} - {plan.title}.flac".translate(UNSAFE)
    return DemoSong(
        folder / name, plan.title, plan.artist.name, plan.album, plan.year, yes, no, plan.tagged
    )


def _written(todo: list[tuple[DemoSong, SongPlan]], job: JobContext) -> Iterator[DemoSong]:
    pool = _new_workers(min(os.cpu_count() or 1, len(todo))) if len(todo) > 2 else None
    if pool is None:
        for song, plan in todo:
            job.check()
            write_song(song, plan)
            yield song
        return
    with _ended(pool):
        with no_ctrl_c_for_children():
            running = {pool.submit(write_song, song, plan): song for song, plan in todo}
        while running:
            yield from _finished(running)
            job.check()


def _new_workers(n: int) -> ProcessPoolExecutor | None:
    """Fresh processes, so that no thread or lock of the caller's is copied into them.

    None where the system has no locks for several processes (on Linux: a writable /dev/shm).
    """
    try:
        return ProcessPoolExecutor(n, mp_context=get_context("spawn"))
    except (OSError, NotImplementedError):
        return None


@contextmanager
def _ended(pool: ProcessPoolExecutor) -> Iterator[None]:
    """Have the processes of a pool end with the block; at once, if it raises."""
    try:
        yield
    except BaseException:
        for process in tuple(pool._processes.values()):  # they would end what they began
            process.kill()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _finished(running: dict[Future[None], DemoSong]) -> Iterator[DemoSong]:
    done, _ = wait(running, timeout=0.1, return_when=FIRST_COMPLETED)
    for future in done:
        song = running.pop(future)
        future.result()
        yield song


def _stamp(plan: SongPlan) -> str:
    return f"Composed by RhythmCap, edition {EDITION}, seed {plan.seed}"


def is_complete(path: Path, plan: SongPlan) -> bool:
    """Tell whether a file holds this very song already."""
    return path.exists() and _flac(path).get("comment") == [_stamp(plan)]


def _flac(path: Path | io.BytesIO) -> Any:
    """Return the file's tags as a mapping that can be saved; empty if it is not whole."""
    from mutagen import MutagenError, flac

    try:
        return flac.FLAC(path)  # type: ignore[no-untyped-call]
    except MutagenError:
        return {}


def write_song(song: DemoSong, plan: SongPlan) -> None:
    """Compose and write one song; the file appears under its name only when it is whole."""
    import soundfile

    encoded = io.BytesIO()  # in memory: neither library says that a disk is full
    samples = compose_song(plan.seed, plan)
    soundfile.write(encoded, samples, RATE_HZ, subtype="PCM_16", format="FLAC")
    encoded.seek(0)
    file = _flac(encoded)
    file.update(
        title=song.title,
        artist=song.artist,
        album=song.album,
        date=str(song.year),
        comment=_stamp(plan),
    )
    encoded.seek(0)
    file.save(encoded)
    with atomic_write(song.path, shared=True) as partial:
        partial.write_bytes(encoded.getvalue())
