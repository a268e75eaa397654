"""Temporary folders that say whose they are, so that those of killed processes can be cleared.

A name holds a digest of its computer's name and the process's number:
rhythmcap-bundle-9f86d0-4711-x1y2z3. Nothing is touched of a living one, nor of another computer's,
which may share the drive.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PROGRAM = "rhythmcap"
COMPUTER = hashlib.blake2b(os.fsencode(platform.node()), digest_size=3).hexdigest()
PROCESS_MARK = r"(?:[0-9a-f]{6}-)?\d+"  # process_mark(); of version 0.1 a number alone
_OURS = re.compile(rf"{PROGRAM}-[a-z]+-(?P<mark>{PROCESS_MARK})-.+")
_SYNCHRONIZE, _ACCESS_DENIED, _WAIT_TIMEOUT = 0x100000, 5, 0x102  # of Windows


@contextlib.contextmanager
def temporary_folder(purpose: str) -> Iterator[Path]:
    """Give a folder of this process alone, gone when the block ends; clear away dead ones' first.

    purpose: a word of small letters, to stand in its name. Raises OSError.
    """
    folder = make_temporary_folder(purpose)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def make_temporary_folder(purpose: str) -> Path:
    """Make such a folder, which stays as long as its process, if it is not deleted.

    Raises OSError.
    """
    clear_temporary_folders()
    return Path(tempfile.mkdtemp(prefix=f"{PROGRAM}-{purpose}-{process_mark()}-"))


def clear_temporary_folders() -> None:
    """Delete the folders that processes which are gone have left."""
    with contextlib.suppress(OSError), os.scandir(tempfile.gettempdir()) as entries:
        for entry in entries:
            found = _OURS.fullmatch(entry.name)
            if found and is_gone(found["mark"]) and entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path, ignore_errors=True)


def process_mark(pid: int | None = None) -> str:
    """Return what names a process among those of all computers that see a drive; this one's."""
    return f"{COMPUTER}-{os.getpid() if pid is None else pid}"


def is_gone(mark: str) -> bool:
    """Whether a mark is of a process of this computer that has ended."""
    computer, _, pid = mark.partition("-")
    return computer == COMPUTER and not is_running(int(pid))


def is_running(pid: int) -> bool:
    """Whether there is a process of a number."""
    if os.name == "nt":
        return _runs_on_windows(pid)
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _runs_on_windows(pid: int) -> bool:
    """Whether there is such a process. os.kill(pid, 0) would send it Ctrl+C, whose number is 0."""
    import ctypes

    windows: Any = ctypes
    kernel = windows.WinDLL("kernel32", use_last_error=True)
    kernel.OpenProcess.restype = ctypes.c_void_p
    process = kernel.OpenProcess(_SYNCHRONIZE, False, pid)
    if not process:
        return bool(windows.get_last_error() == _ACCESS_DENIED)
    try:
        return bool(kernel.WaitForSingleObject(ctypes.c_void_p(process), 0) == _WAIT_TIMEOUT)
    finally:
        kernel.CloseHandle(ctypes.c_void_p(process))
