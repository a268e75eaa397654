"""Temporary folders of killed processes go, those of living ones stay; also as Windows counts."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from core import temporary_folders
from core.temporary_folders import (
    clear_temporary_folders,
    is_running,
    make_temporary_folder,
    process_mark,
    temporary_folder,
)
from tests.support.verb_process import ROOT

ELSEWHERE = "rhythmcap-bundle-000000-4999999-z"  # of another computer that shares the drive
RUNS, ENDED, OF_ANOTHER_USER, NEVER = 10, 11, 12, 13


class OpenProcess:
    """A function of Windows: it takes the type of what it returns."""

    restype: Any = None

    def __init__(self) -> None:
        self.open: list[int] = []
        self.error = 0

    def __call__(self, _rights: int, _inherit: bool, pid: int) -> int | None:
        self.error = 5 if pid == OF_ANOTHER_USER else 87
        if pid not in (RUNS, ENDED):
            return None
        self.open.append(pid)
        return pid


class Kernel:
    """The functions of Windows that are called."""

    def __init__(self) -> None:
        self.OpenProcess = OpenProcess()

    def WaitForSingleObject(self, process: ctypes.c_void_p, _wait_ms: int) -> int:
        """Return that the time is over, or that the process has ended."""
        return 0x102 if process.value == RUNS else 0

    def CloseHandle(self, process: ctypes.c_void_p) -> None:
        """Note that it is closed."""
        assert process.value is not None
        self.OpenProcess.open.remove(process.value)


@pytest.mark.parametrize(
    ("pid", "runs"), [(RUNS, True), (ENDED, False), (OF_ANOTHER_USER, True), (NEVER, False)]
)
def test_windows_says_whether_a_process_runs(
    monkeypatch: pytest.MonkeyPatch, pid: int, runs: bool
) -> None:
    kernel = Kernel()
    monkeypatch.setattr(ctypes, "WinDLL", lambda _name, **_options: kernel, raising=False)
    monkeypatch.setattr(ctypes, "get_last_error", lambda: kernel.OpenProcess.error, raising=False)
    assert temporary_folders._runs_on_windows(pid) is runs
    assert kernel.OpenProcess.open == []


@pytest.mark.skipif(sys.platform == "win32", reason="0 is a signal there")
def test_a_process_that_has_ended_does_not_run() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        child.wait()
    assert not is_running(child.pid)
    assert is_running(os.getppid())


def test_a_folder_is_gone_with_its_block() -> None:
    with temporary_folder("bundle") as folder:
        (folder / "part").mkdir()
        assert f"-bundle-{process_mark()}-" in folder.name
    assert not folder.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_what_a_killed_process_left_is_cleared_and_what_a_living_one_has_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    code = "import sys; from core.temporary_folders import make_temporary_folder as make;" \
           " print(make('bundle'), flush=True); sys.stdin.read()"  # fmt: skip
    children = [
        subprocess.Popen(
            [sys.executable, "-c", code], cwd=ROOT, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env=os.environ | {"TMPDIR": str(tmp_path)},
        )
        for _ in range(2)
    ]  # fmt: skip
    folders = [Path(child.stdout.readline().strip()) for child in children if child.stdout]
    others = [
        tmp_path / name
        for name in ("rhythmcap-bundle-x", "rhythmcap-bundle-1e9-y", ELSEWHERE, "mine")
    ]
    for other in others:
        other.mkdir()
    children[0].kill()
    children[0].communicate()
    ours = make_temporary_folder("cache")
    assert sorted(tmp_path.iterdir()) == sorted([folders[1], ours, *others])
    children[1].communicate("")
    clear_temporary_folders()
    assert sorted(tmp_path.iterdir()) == sorted([ours, *others])
