"""Disks that are full, read-only or gone, and clocks that go backwards, cost nothing stored."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.errors import LibraryError
from core.library import text
from core.library.edits import decision_edits
from core.library.edits.edits import Judge
from core.library.records import State
from core.library.recovery.repair import find_faults
from core.library.store import Library
from tests.support.small_songs import library_with, miscounts, tag_id

ROOT = Path(__file__).resolve().parents[4]
OWN_DISK = "mount -t tmpfs -o size=3m small {disk} && "


def in_own_namespace(command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["unshare", "-rm", "sh", "-c", command], capture_output=True, text=True, cwd=ROOT,
        check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def test_a_full_or_read_only_disk_is_an_error_that_loses_nothing(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = OWN_DISK.format(disk=disk)
    if not shutil.which("unshare") or in_own_namespace(f"{mount} true").returncode:
        pytest.skip("no small disk can be made here (unshare and mount are not allowed)")
    script = ROOT / "tests" / "support" / "full_disk.py"
    done = in_own_namespace(f"{mount} {sys.executable} {script} {disk}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "all"


def test_a_library_on_an_unplugged_drive_takes_no_decision_until_it_is_back(tmp_path: Path) -> None:
    drive, away = tmp_path / "drive", tmp_path / "away"
    drive.mkdir()
    with library_with(drive / "library.db", 3) as library:
        kick = tag_id(library, "kick")
        library.do(Judge(1, kick, State.YES))
        drive.rename(away)
        for _ in range(2):
            with pytest.raises(LibraryError, match="no longer where it was opened") as caught:
                library.do(Judge(2, kick, State.YES))
        assert caught.value.remedy
        assert library.annotations.of_song(2) == {}
        away.rename(drive)
        library.do(Judge(3, kick, State.NO))
    assert find_faults(drive / "library.db") == []
    with Library.open(drive / "library.db") as library:
        assert [len(library.annotations.of_song(song)) for song in (1, 2, 3)] == [1, 0, 1]


def test_a_clock_that_goes_backwards_changes_no_order_and_no_undo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    years = iter((2031, 2030, 2012, 1999, 2029, 2000, 2001))

    def odd_now() -> str:
        moment = datetime(next(years), 1, 1, tzinfo=UTC)
        return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    with library_with(tmp_path / "library.db", 3) as library:
        kick = tag_id(library, "kick")
        monkeypatch.setattr(decision_edits, "utc_now", odd_now)
        monkeypatch.setattr(text, "utc_now", odd_now)
        for state in (State.YES, State.NO, State.UNSURE, State.YES, State.NO):
            library.do(Judge(1, kick, state))
        for state in (State.YES, State.UNSURE, State.NO, State.YES):
            library.undo()
            assert library.annotations.of_song(1)[kick].state is state
        assert library.redo_label() == "kick: no"
        assert miscounts(library) == []
        labels = [entry.label for entry in library.journal.history()]
        assert labels[0] == "kick: no"
        assert [song.id for song in (row.song for row in library.songs.rows([1, 2, 3]))] == [
            1,
            2,
            3,
        ]
