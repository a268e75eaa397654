"""Composed music with known tags, for the demo library and the tests; it learns nothing.

styles, artists -> plan -> arrangement (players, harmony, patterns) -> score
score -> mixing (struck, sustained, percussion, tones) -> sound;  score -> truth -> tags
compose: a folder of FLAC files;  demo_library: the same as a tagged library.
"""

from pathlib import Path

from core.demo.compose import (
    DEMO_SEED,
    DEMO_SONGS,
    DemoSong,
    OnSong,
    compose_demo,
    compose_song,
    short_song,
)
from core.demo.plan import SongPlan, plan_songs
from core.demo.score import RATE_HZ
from core.jobs import SILENT, JobContext

__all__ = [
    "DEMO_SEED",
    "DEMO_SONGS",
    "RATE_HZ",
    "DemoSong",
    "OnSong",
    "SongPlan",
    "build_demo",
    "compose_demo",
    "compose_song",
    "plan_songs",
    "short_song",
]


def build_demo(
    folder: Path, job: JobContext = SILENT, on_song: OnSong = lambda _song: None
) -> Path:
    """Make folder/songs/*.flac and folder/library.db unless they are there; the library's path.

    on_song: is called with each song as soon as it is composed. Raises Cancelled, LibraryError,
    CacheError, OSError; a second call goes on where it stopped.
    """
    from core.demo import demo_library  # worker processes compose without a library

    return demo_library.build_demo(folder, job, on_song=on_song)
