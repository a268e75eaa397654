"""Whether a process still runs is found out without doing anything to it, on Windows too."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from typing import Any

import pytest

from core.exchange.file_tags import drafts

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
    assert drafts._runs_on_windows(pid) is runs
    assert kernel.OpenProcess.open == []


@pytest.mark.skipif(sys.platform == "win32", reason="0 is a signal there")
def test_a_process_that_has_ended_does_not_run() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        child.wait()
    assert not drafts._is_running(child.pid)
    assert drafts._is_running(os.getppid())
