"""A process that is killed at any moment loses nothing it has acknowledged."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.library.db import schema
from core.library.edits.edits import AddTag, Judge
from core.library.queue_records import Reason
from core.library.records import State
from core.library.recovery.backup import check_integrity, list_backups
from core.library.scan.importer import import_songs
from core.library.store import Library
from core.model_store.registry import add_file, model_path
from core.models.checkpoint import load_checkpoint
from core.paths import folders
from core.temporary_folders import process_mark
from tests.support.fork_server import ROOT, ForkServer
from tests.support.killed_process import N_SONGS, STATES
from tests.support.small_songs import library_with, miscounts, tag_id, write_tone
from tests.support.synthetic_songs import parent_file, synthetic_labels

MAKER = """
import sys
from pathlib import Path
from core.library.store import Library

print("on", flush=True)
Library.open(Path(sys.argv[1]))
"""


def states_after(step: int) -> dict[int, State]:
    """What a library holds after so many steps."""
    return {n % N_SONGS + 1: STATES[n % 3] for n in range(step + 1)}


def kill_deciding(path: Path, rounds: int) -> None:
    with library_with(path, N_SONGS) as library:
        kick = tag_id(library, "kick")
    stored = -1
    with ForkServer("tests.support.killed_process:decide") as server:
        for _ in range(rounds):
            acknowledged = server.run_and_kill(
                path, kick, stored + 1, max_reports=20, longest_s=0.002
            )
            reported = int(acknowledged[-1]) if acknowledged else stored
            with Library.open(path) as library:
                rows = library.songs.rows(library.songs.all_ids())
                stored = int(rows[0].song.note or -1)
                assert stored in (reported, reported + 1)
                if stored < 0:
                    continue
                held = {row.song.id: row.states[kick] for row in rows if row.states}
                assert held == states_after(stored)
                # Killed between an undo and its redo, the step stands undone and can be redone.
                judged_again = stored >= N_SONGS  # as before: only the note changed
                label = "Note" if judged_again else f"kick: {STATES[stored % 3]}"
                assert library.undo_label() == label
                assert library.database.value("PRAGMA integrity_check") == "ok"
                assert miscounts(library) == []


def test_a_killed_process_loses_no_decision(tmp_path: Path) -> None:
    kill_deciding(tmp_path / "library.db", 10)


@pytest.mark.slow
def test_a_process_killed_hundreds_of_times_loses_no_decision(tmp_path: Path) -> None:
    kill_deciding(tmp_path / "library.db", 500)


def kill_answering(path: Path, rounds: int) -> None:
    with library_with(path, N_SONGS) as library:
        kick = tag_id(library, "kick")
    with ForkServer("tests.support.killed_process:answer_queue") as server:
        for _ in range(rounds):
            reports = server.run_and_kill(path, kick, max_reports=20, longest_s=0.002)
            with Library.open(path) as library:
                decided = set(library.annotations.songs_judged_on([kick]))
                predicted = {row.song_id for row in library.prequential.of_tag(kick)}
                assert predicted == decided  # both, or neither
                assert {row.song_id for row in library.listened_parts.all()} == decided
                assert library.database.value("SELECT count(*) FROM prequential") == len(decided)
                queue = library.queues.current()
                if queue is None or not reports:
                    continue
                queue_id, position = map(int, reports[-1].split())
                if queue.id == queue_id:
                    items = library.queues.items(queue.id)
                    assert queue.position in (position, position + 1)
                    assert all(item.answered for item in items[: position + 1])
                    assert not any(item.answered for item in items[position + 2 :])
                    # Ranked again as it was killed, or not: none is lost, what was drawn stays.
                    assert sorted(item.song_id for item in items) == list(range(1, N_SONGS + 1))
                    for item in items:
                        assert (item.reason is Reason.RANDOM) == (item.song_id % 3 == 0)
                        is_drawn = item.reason is Reason.RANDOM
                        assert not is_drawn or item.position == item.song_id - 1
                assert library.database.value("PRAGMA integrity_check") == "ok"
                assert miscounts(library) == []


def test_a_queue_whose_program_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    kill_answering(tmp_path / "library.db", 10)


@pytest.mark.slow
def test_a_queue_whose_program_is_killed_hundreds_of_times_loses_no_answer(tmp_path: Path) -> None:
    kill_answering(tmp_path / "library.db", 300)


def kill_importing(home: Path, rounds: int) -> None:
    music, cache = home / "music", FeatureCache(home / "cache")
    music.mkdir()
    for number in range(6):
        write_tone(music / f"{number}.wav", 200.0 + 30 * number, 0.4)
    with ForkServer("tests.support.killed_process:import_folder") as server:
        for number in range(rounds):
            path = home / f"library-{number}.db"
            acknowledged = server.run_and_kill(
                path, music, cache.folder, max_reports=6, longest_s=0.05
            )
            with Library.open(path) as library:
                songs = [row.song for row in library.songs.rows(library.songs.all_ids())]
                assert {int(song_id) for song_id in acknowledged} <= {song.id for song in songs}
                assert all(cache.get(song.audio_hash, RECIPES["thesis"]) for song in songs)
                assert library.songs.failures() == []
                assert library.database.value("PRAGMA integrity_check") == "ok"
            if number % 3 == 0:
                cache.clear()
    with Library.open(path) as library:
        result = import_songs(library, [music], cache)
        assert len(result.added) + len(result.already) == library.songs.count() == 6


def test_a_killed_import_keeps_the_songs_it_has_reported(tmp_path: Path) -> None:
    kill_importing(tmp_path, 4)


@pytest.mark.slow
def test_an_import_killed_repeatedly_keeps_the_songs_it_has_reported(tmp_path: Path) -> None:
    kill_importing(tmp_path, 150)


def group_is_alive(group: int) -> bool:
    """Whether any process of a group still runs; one that waits for its burial does not."""
    for stat_file in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its_group = stat_file.read_text().rpartition(")")[2].split()[:3]
        except (OSError, ValueError):
            continue
        if int(its_group) == group and state not in "ZX":
            return True
    return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no list of processes here")
def test_a_killed_import_leaves_no_process_behind_and_can_be_done_again(
    tmp_path: Path, home: Path
) -> None:
    music, path = tmp_path / "music", tmp_path / "library.db"
    music.mkdir()
    for number in range(4):
        write_tone(music / f"{number}.wav", 200.0 + 30 * number, 30.0)
    script = "import sys; from core.cli import main; sys.exit(main())"
    (tmp_path / "import.py").write_text(f"if __name__ == '__main__':\n    {script}\n")
    child = subprocess.Popen(
        [sys.executable, tmp_path / "import.py", "--library", path, "import", music, "--quiet"],
        cwd=ROOT, start_new_session=True, stdout=subprocess.DEVNULL,
        env={**os.environ, "RHYTHMCAP_HOME": str(home), "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    while child.poll() is None and not list((home / "cache").rglob("*.part")):
        pass  # until a worker has begun to write features
    child.kill()
    child.wait()
    deadline = time.monotonic() + 30
    while group_is_alive(child.pid) and time.monotonic() < deadline:
        pass
    assert not group_is_alive(child.pid)
    with Library.open(path) as library:
        assert library.database.value("PRAGMA integrity_check") == "ok"
        import_songs(library, [music], FeatureCache(folders().features))
        assert library.songs.count() == 4


def labelled_library(path: Path) -> None:
    """A library with judged songs whose features are in the cache, and a tiny model in use."""
    labels = synthetic_labels(FeatureCache(folders().features), 24)
    with library_with(path, 0) as library:
        from tests.support.small_songs import new_song

        category = library.codebook.categories()[0].id
        library.do(*(AddTag(name, category) for name in labels.tag_names))
        tags = [tag_id(library, name) for name in labels.tag_names]
        for number, audio_hash in enumerate(labels.audio_hashes):
            new = new_song(number, audio_hash=audio_hash, artist=labels.artists[number])
            song_id, _ = library.songs.add(new)
            states = (State.YES if label else State.NO for label in labels.states[number])
            library.do(*(Judge(song_id, *cell) for cell in zip(tags, states, strict=True)))
        add_file(library, parent_file(folders().models))


def kill_learning(path: Path, home: Path, rounds: int) -> None:
    labelled_library(path)
    reported = set[str]()
    with ForkServer("tests.support.killed_learner:learn") as server:
        for _ in range(rounds):
            reported |= set(server.run_and_kill(path, home, max_reports=2, longest_s=0.5))
            with Library.open(path) as library:
                rows = library.models.list()
                assert reported <= {row.name for row in rows}
                for row in rows[-4:]:
                    load_checkpoint(model_path(row))
                for card in library.models.folder.glob("*.json"):
                    assert card.with_suffix(".safetensors").exists()
                assert library.database.value("PRAGMA integrity_check") == "ok"
                assert library.models.active() == rows[0]
    assert reported or rounds < 10


def test_learning_that_is_killed_leaves_no_half_model(tmp_path: Path, home: Path) -> None:
    kill_learning(tmp_path / "library.db", home, 2)


@pytest.mark.slow
def test_learning_killed_repeatedly_leaves_no_half_model(tmp_path: Path, home: Path) -> None:
    kill_learning(tmp_path / "library.db", home, 60)


def of_the_first_version(path: Path) -> Path:
    """A library as the first RhythmCap wrote it."""
    with library_with(path, N_SONGS) as library:
        library.do(Judge(1, tag_id(library, "kick"), State.YES))
    older = sqlite3.connect(path)
    older.execute("DROP TABLE joined_files")
    older.execute("DELETE FROM _sqlite_migrations WHERE name = 'joined_recordings'")
    older.execute("PRAGMA user_version = 1")
    older.commit()
    older.close()
    return path


def kill_migrating(home: Path, rounds: int) -> None:
    pristine = of_the_first_version(home / "first.db")
    with ForkServer("tests.support.killed_process:migrate") as server:
        for number in range(rounds):
            path = home / f"library-{number}.db"
            shutil.copyfile(pristine, path)
            acknowledged = server.run_and_kill(
                path, folders().data.parent, max_reports=0, longest_s=0.06
            )
            check_integrity(path)
            version = int.from_bytes(path.read_bytes()[60:64], "big")
            assert version == schema.VERSION or not acknowledged
            with Library.open(path) as library:
                assert library.songs.count() == N_SONGS
                assert len(library.annotations.of_song(1)) == 1
                assert library.database.value("SELECT count(*) FROM joined_files") == 0
                assert library.database.value("PRAGMA integrity_check") == "ok"
            copies = list_backups(path)
            assert copies
            check_integrity(copies[-1].path)


def test_a_killed_migration_loses_nothing_and_is_done_later(tmp_path: Path) -> None:
    kill_migrating(tmp_path, 5)


@pytest.mark.slow
def test_a_migration_killed_repeatedly_loses_nothing(tmp_path: Path) -> None:
    kill_migrating(tmp_path, 150)


def wait_for_pieces(child: subprocess.Popen[str], path: Path, n_pieces: int) -> None:
    """Until so many of a new library's files are there, or the child is done."""
    partial = f".{process_mark(child.pid)}.part"
    ends = ("-lock", partial, f"{partial}-journal", "")
    pieces = [path.with_name(path.name + end) for end in ends]
    while child.poll() is None and sum(piece.exists() for piece in pieces) < n_pieces:
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
