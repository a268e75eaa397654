"""Composed music with known tags: the demo library, and the tests' music. numpy only.

styles, artists -> plan -> arrangement (players, harmony, patterns) -> score
score -> mixing (struck, sustained, percussion, tones) -> sound;  score -> truth -> tags
compose: a folder of FLAC files;  demo_library: the same as a tagged library.
"""

from core.demo.compose import DEMO_SEED, DemoSong, compose_demo, compose_song, short_song
from core.demo.plan import SongPlan, plan_songs
from core.demo.score import RATE_HZ

__all__ = [
    "DEMO_SEED",
    "RATE_HZ",
    "DemoSong",
    "SongPlan",
    "compose_demo",
    "compose_song",
    "plan_songs",
    "short_song",
]
