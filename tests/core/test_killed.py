"""A process that is killed at any moment loses nothing it has acknowledged."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from small_songs import library_with, miscounts, tag_id

from core.library.records import State
from core.library.store import Library

ROOT = Path(__file__).resolve().parents[2]
N_SONGS = 30
STATES = list(State)

# Step n judges song n % 30 + 1 and writes n into the first song's note, as one group; every fifth
# step is undone and done again. What is stored is said only afterwards.
CHILD = f"""
import sys
from pathlib import Path
from core.library.edits import Judge, SetNote
from core.library.records import State
from core.library.store import Library

library, tag_id = Library.open(Path(sys.argv[1])), int(sys.argv[2])
for n in range(int(sys.argv[3]), 1_000_000):
    library.do(Judge(n % {N_SONGS} + 1, tag_id, list(State)[n % 3]), SetNote(1, str(n)))
    if n % 5 == 0:
        library.undo()
        library.redo()
    print(n, flush=True)
"""

MAKER = """
import sys
from pathlib import Path
from core.library.store import Library

print("on", flush=True)
Library.open(Path(sys.argv[1]))
"""


def run_and_kill(path: Path, kick: int, first: int, steps: int) -> int:
    """Let a process take at least so many steps, kill it in mid-work; the last step it told."""
    command = [sys.executable, "-c", CHILD, str(path), str(kick), str(first)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert child.stdout is not None
    for _ in range(steps):
        told = int(child.stdout.readline())
    child.kill()  # it has gone on meanwhile: the blow falls anywhere
    rest, _ = child.communicate()
    complete = rest.rpartition("\n")[0].split()
    return int(complete[-1]) if complete else told


def states_after(step: int) -> dict[int, State]:
    """What a library holds after so many steps."""
    return {n % N_SONGS + 1: STATES[n % 3] for n in range(step + 1)}


def kill_and_compare(path: Path, rounds: int) -> None:
    with library_with(path, N_SONGS) as library:
        kick = tag_id(library, "kick")
    moments, stored = random.Random(1), -1
    for _ in range(rounds):
        told = run_and_kill(path, kick, stored + 1, moments.randrange(1, 50))
        with Library.open(path) as library:
            rows = library.songs.rows(library.songs.all_ids())
            stored = int(rows[0].song.note)
            assert stored in (told, told + 1)
            held = {row.song.id: row.states[kick] for row in rows if row.states}
            assert held == states_after(stored)
            assert library.can_undo() == f"kick: {STATES[stored % 3]}"
            assert library.database.value("PRAGMA integrity_check") == "ok"
            assert miscounts(library) == []


def test_a_killed_process_loses_no_decision(tmp_path: Path) -> None:
    kill_and_compare(tmp_path / "library.db", 4)


@pytest.mark.slow
def test_a_process_killed_hundreds_of_times_loses_no_decision(tmp_path: Path) -> None:
    kill_and_compare(tmp_path / "library.db", 500)


def wait_for_pieces(child: subprocess.Popen[str], path: Path, wanted: int) -> None:
    """Until so many of a new library's files are there, or the child is done."""
    pieces = [path.with_name(path.name + end) for end in ("-lock", ".part", ".part-journal", "")]
    while child.poll() is None and sum(piece.exists() for piece in pieces) < wanted:
        pass  # the moments between are shorter than any pause


def test_a_process_killed_while_it_makes_a_library_leaves_none_or_a_whole_one(
    tmp_path: Path,
) -> None:
    for number in range(4):
        path = tmp_path / f"{number}.db"
        command = [sys.executable, "-c", MAKER, str(path)]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        assert child.stdout is not None
        child.stdout.readline()
        wait_for_pieces(child, path, number % 4)
        child.kill()
        child.communicate()
        with Library.open(path) as library:
            assert len(library.codebook.tags()) == 63
            assert library.database.value("PRAGMA integrity_check") == "ok"
