"""Work on a disk of a few megabytes that gets full and then read-only; run in a mount namespace of
its own by test_disk_faults.py. Each line printed is a promise that was kept.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np

from core.errors import LibraryError, RhythmCapError
from core.features.cache import CacheError, FeatureCache
from core.library.edits.edits import Judge
from core.library.records import State
from core.library.recovery.backup import backup_beside
from core.library.recovery.repair import find_faults
from core.library.scan.importer import import_songs
from core.library.store import Library, LibraryBusy
from core.models.checkpoint import save_checkpoint
from core.settings import Settings, save_settings
from tests.support.small_songs import library_with, new_song, tag_id, write_tone
from tests.support.verb_process import run_verb

DISK = Path(sys.argv[1])
FILLER = DISK / "filler"


def keep(promise: str, kept: bool) -> None:
    """Say that a promise was kept, or end."""
    if not kept:
        raise SystemExit(f"not kept: {promise}")
    os.write(1, f"{promise}\n".encode())


def refused(function: object, *values: object) -> RhythmCapError | None:
    """The error a user would be told; any other is a fault of ours and ends this process."""
    try:
        function(*values)  # type: ignore[operator]
    except RhythmCapError as error:
        return error
    return None


def fill_up() -> None:
    """Leave no byte."""
    with FILLER.open("wb", buffering=0) as file:
        for size in (1 << 16, 1 << 12, 512):
            try:
                while file.write(bytes(size)) == size:
                    pass
            except OSError:
                continue


def decisions_on_a_full_disk(path: Path) -> None:
    with library_with(path, 5) as library:
        kick = tag_id(library, "kick")
        fill_up()
        done, error = list[int](), None
        while error is None:
            number = 100 + len(done)
            error = refused(library.songs.add, new_song(number, title="x" * 2000))
            done += [] if error else [number]
        keep("no room is said", "no room" in error.message and bool(error.remedy))
        keep("what was stored is there", library.songs.count() == 5 + len(done))
        error = refused(backup_beside, path, "copy")
        keep("a copy without room is said", isinstance(error, LibraryError))
        keep("no half copy stays", not list(DISK.rglob("*.part")))
        FILLER.unlink()
        library.do(Judge(1, kick, State.YES))
    keep("with room again it goes on", find_faults(path) == [])


def verbs_on_a_full_disk(path: Path) -> None:
    fill_up()
    with Library.open(path, read_only=True) as reader:
        keep("it can be read without room", reader.songs.count() >= 5)
    for promise, code, words in (
        ("songs are listed", 0, ["songs", "--library", str(path)]),
        ("own words are refused", 1, ["words", "1", "--title", "x", "--library", str(path)]),
        ("a decision is refused", 1, ["tag", "4", "+kick", "--library", str(path)]),
        ("a table is refused", 1, ["export", str(DISK / "t.csv"), "--library", str(path)]),
        ("a demo is refused", 1, ["demo", str(DISK / "demo")]),
    ):
        done = run_verb(*words)
        keep(f"{promise} without room", done.returncode == code and b"Traceback" not in done.stderr)
    FILLER.unlink()


def work_on_a_full_disk(path: Path) -> None:
    from tests.support.synthetic_songs import RECIPE, TINY, ChoiLstm, ModelCard, asdict

    song = write_tone(DISK.parent / "song.wav", seconds=20.0)
    cache, library = FeatureCache(DISK / "cache"), Library.open(path)
    fill_up()
    try:
        import_songs(library, [song], cache)
        keep("an import without room is said", False)
    except CacheError as error:
        keep("an import without room is said", bool(error.remedy))
    keep("nothing half-made stays in the cache", cache.size_bytes() == 0)
    card = ModelCard("m", "choi_lstm", asdict(TINY), RECIPE, ("low", "brass"), licence="CC0")
    error = refused(save_checkpoint, DISK / "models", card, ChoiLstm(TINY))
    keep("a model without room is said", error is not None)
    keep("no half model stays", not list(DISK.rglob("*.safetensors")))
    settings_path = DISK / "settings.json"
    error = refused(save_settings, Settings(), settings_path)
    keep("settings without room are said or whole", (error is None) == settings_path.exists())
    FILLER.unlink()
    keep("the import succeeds with room", len(import_songs(library, [song], cache).added) == 1)
    library.close()


def a_disk_that_becomes_read_only(path: Path) -> None:
    library = Library.open(path)
    kick = tag_id(library, "kick")
    library.do(Judge(2, kick, State.NO))
    library.close()
    subprocess.run(["mount", "-o", "remount,ro", str(DISK)], check=True)
    error = refused(Library.open, path)
    keep("a read-only disk is said", error is not None and not isinstance(error, LibraryBusy))
    with Library.open(path, read_only=True) as reader:
        keep("it can be read", reader.annotations.of_song(2)[kick].state is State.NO)
        error = refused(reader.do, Judge(2, kick, State.YES))
        keep("a decision on it is refused", error is not None)
    cache = FeatureCache(DISK / "cache")
    error = refused(cache.put_array, "ab", "x", np.arange(9))
    keep("a read-only cache is said", isinstance(error, CacheError))


if __name__ == "__main__":
    os.environ["RHYTHMCAP_HOME"] = str(DISK / "home")
    decisions_on_a_full_disk(DISK / "library.db")
    verbs_on_a_full_disk(DISK / "library.db")
    work_on_a_full_disk(DISK / "library.db")
    a_disk_that_becomes_read_only(DISK / "library.db")
    keep("all", True)
