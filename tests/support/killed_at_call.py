"""Replaces a library in every way the program knows, dying at every call that changes a file.

Run with kill_at_call.c preloaded: `python -m tests.support.killed_at_call SCENARIO FOLDER STEP`
prints a JSON object: how many calls it died at, before or within them, and the broken promises.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import sqlite_utils  # noqa: F401  before the fork, as all that follows
from filelock import FileLock  # noqa: F401

from core.library.db.library_files import files_set_aside
from core.library.db.write_ahead_log import has_foreign_log
from core.library.edits.edits import Judge
from core.library.records import State
from core.library.recovery.backup import backup_beside, list_backups
from core.library.recovery.repair import find_faults, repair
from core.library.recovery.restoring import restore_backup
from core.library.store import Library
from tests.support.small_songs import library_with, tag_id

N_SONGS, N_COPIED = 8, 4
PAGE_BYTES = 4096
LEFTOVERS = (".part", ".repair")

Decisions = frozenset[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Scenario:
    """prepare makes a folder, act changes it. Decisions on songs 1..n are expected:

    before, after: at the library's path, while it acts and when it has. None: no library there.
    whole: no fault may be found at any instant. aside: a former file keeps `before`. gone: it is
    deleted meanwhile.
    """

    prepare: Callable[[Path], None]
    act: Callable[[Path], None]
    before: int | None = N_SONGS
    after: int = N_COPIED
    whole: bool = True
    aside: bool = True
    gone: bool = False


def crashed(folder: Path) -> None:
    """A library whose last decisions are in its log, as a killed process leaves it; a copy."""
    made = folder / "made" / "library.db"
    made.parent.mkdir(parents=True)
    path = folder / "library.db"
    with library_with(made, N_SONGS) as library:
        judge(library, range(1, N_COPIED + 1))
    with Library.open(made) as library:
        backup_beside(made, "daily")
        for copy in list_backups(made):  # under the name that it has for the library's later path
            os.replace(copy.path, folder / "copy.db")
        judge(library, range(N_COPIED + 1, N_SONGS + 1))
        for ending in ("", "-wal"):
            shutil.copyfile(f"{made}{ending}", f"{path}{ending}")
    shutil.rmtree(made.parent)
    shutil.rmtree(os.environ["RHYTHMCAP_HOME"], ignore_errors=True)


def judge(library: Library, songs: range) -> None:
    """Judge songs, one transaction each."""
    kick = tag_id(library, "kick")
    for song in songs:
        library.do(Judge(song, kick, State.YES))


def damaged(folder: Path) -> None:
    """A crashed library one of whose indexes cannot be read."""
    crashed(folder)
    path = folder / "library.db"
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as reader:
        sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_tags_1'"
        page = reader.execute(sql).fetchone()[0]
    with path.open("rb+") as file:
        file.seek((page - 1) * PAGE_BYTES)
        file.write(b"\xa5" * PAGE_BYTES)


def beheaded(folder: Path) -> None:
    """A library closed well, whose first page cannot be read."""
    crashed(folder)
    Library.open(folder / "library.db").close()
    with (folder / "library.db").open("rb+") as file:
        file.write(b"\xa5" * 100)


def missing(folder: Path) -> None:
    """A library that was deleted by hand; its log is still there, and a copy."""
    crashed(folder)
    (folder / "library.db").unlink()


def two_libraries(folder: Path) -> None:
    """A crashed library, and another one beside it."""
    crashed(folder)
    with library_with(folder / "other.db", N_SONGS) as library:
        judge(library, range(1, N_COPIED + 1))


def foreign_log(folder: Path) -> None:
    """A library beside the log of another one."""
    two_libraries(folder)
    os.replace(folder / "other.db", folder / "library.db")


def empty(folder: Path) -> None:
    """No library yet."""


def begin(folder: Path) -> None:
    """Make a new library."""
    Library.open(folder / "library.db").close()


def replace_open(folder: Path) -> None:
    """Put the other over the open library, as a program does that knows nothing of SQLite."""
    library = Library.open(folder / "library.db")
    if (folder / "other.db").exists():
        os.replace(folder / "other.db", folder / "library.db")
    library.close()


def put_back(folder: Path) -> None:
    """Close a library whose file is deleted; where that was cut short, its log goes on a copy."""
    path = folder / "library.db"
    if path.exists():
        library = Library.open(path)
        path.unlink()
        library.close()
    else:
        restore(folder)


def restore(folder: Path) -> None:
    """Put the copy in the library's place."""
    restore_backup(folder / "library.db", folder / "copy.db")


def restore_missing(folder: Path) -> None:
    """Put the copy in the place of a library that is not there; one that is there is opened."""
    path = folder / "library.db"
    if path.exists():
        Library.open(path).close()
    else:
        restore(folder)


def repair_damaged(folder: Path) -> None:
    """Repair the library."""
    repair(folder / "library.db")


def copy(folder: Path) -> None:
    """Open the library and copy it."""
    Library.open(folder / "library.db").close()
    backup_beside(folder / "library.db", "by-hand")


SCENARIOS = {
    "restore": Scenario(crashed, restore),
    "restore over a damaged one": Scenario(damaged, restore, whole=False),
    "restore a deleted one": Scenario(
        missing, restore_missing, before=None, after=N_SONGS, aside=False
    ),
    "put back a deleted one": Scenario(crashed, put_back, after=N_SONGS, aside=False, gone=True),
    "repair": Scenario(damaged, repair_damaged, after=N_SONGS, whole=False),
    "repair without a head": Scenario(
        beheaded, repair_damaged, after=N_SONGS, whole=False, aside=False
    ),
    "open and copy": Scenario(crashed, copy, after=N_SONGS, aside=False),
    "open beside a foreign log": Scenario(
        foreign_log, copy, before=N_COPIED, whole=False, aside=False
    ),
    "keep what was replaced": Scenario(two_libraries, replace_open, aside=False),
    "begin a library": Scenario(empty, begin, before=None, after=0, aside=False),
}


def decided_songs(path: Path) -> set[int]:
    """Return the songs a library file holds decisions on, whatever stands in its log."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as reader:
        return {row[0] for row in reader.execute("SELECT song_id FROM annotations")}


def broken_promises(folder: Path, scenario: Scenario) -> list[str]:
    """Look at what a killed process has left, do it again to the end, and look once more."""
    path, broken = folder / "library.db", list[str]()
    if not path.exists():
        broken += [] if scenario.before is None or scenario.gone else ["no library is there"]
    elif has_foreign_log(path):
        pass  # SQLite alone would read it; opening the library sets it aside
    elif not find_faults(path):
        found = decided_songs(path)
        if found not in [set(range(1, (n or 0) + 1)) for n in (scenario.before, scenario.after)]:
            broken.append(f"decisions on {found}")
    elif scenario.whole:
        broken.append(f"not whole: {find_faults(path)}")
    scenario.act(folder)
    if find_faults(path) or decided_songs(path) != set(range(1, scenario.after + 1)):
        broken.append(f"not done when done again: {find_faults(path) or decided_songs(path)}")
    full = set(range(1, (scenario.before or 0) + 1))
    kept = [decided_songs(file) for file in files_set_aside(path) if not find_faults(file)]
    if scenario.aside and scenario.whole and full not in kept:
        broken.append(f"the former file is gone: {kept}")
    left = [file.name for file in folder.iterdir() if file.name.endswith(LEFTOVERS)]
    return [*broken, f"left behind: {left}"] if left else broken


def run(name: str, folder: Path, step: int) -> dict[str, object]:
    """Die at the first call, then `step` calls later ... until it is done before it dies."""
    scenario, pristine, tried = SCENARIOS[name], folder / "pristine", folder / "tried"
    home = tried / "home"
    os.environ["RHYTHMCAP_HOME"] = str(home)
    pristine.mkdir()
    scenario.prepare(pristine)
    program = ctypes.CDLL(None)
    broken, n_kills = dict[str, list[str]](), {"before": 0, "within": 0}
    for manner, half in (("before", 0), ("within", 1)):
        for at in range(1, 100_000, step):
            shutil.rmtree(tried, ignore_errors=True)
            shutil.copytree(pristine, tried)
            child = os.fork()
            if child == 0:
                program.arm(os.fsencode(tried), ctypes.c_long(at), half)
                scenario.act(tried)
                os._exit(0)
            _, status = os.waitpid(child, 0)
            if os.WIFEXITED(status):
                break
            n_kills[manner] += 1
            if promises := broken_promises(tried, scenario):
                broken[f"{manner} call {at}"] = promises
    return {"scenario": name, **n_kills, "broken": broken}


if __name__ == "__main__":
    print(json.dumps(run(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))))  # noqa: T201
