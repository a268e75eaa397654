"""Work done without root's right to do all: permissions say what may be read and written."""

from __future__ import annotations

import contextlib
import ctypes
import io
import os
import sys
import traceback
from collections.abc import Callable

from core.cli import main

_VERSION = 0x20080522  # of the records of capget and capset, see capabilities(7)
_BYPASSES = 0b110  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH


def bound_by_permissions(work: Callable[[], str]) -> str:
    """Do it in a child process that files' permissions bind; return what it returns.

    An error comes back as its traceback. The files stay the tests' own: their owner's bits count.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                _give_up_bypasses()
            _compute_alone()
            told = work()
        except BaseException:  # noqa: BLE001  it is told, as all that happens there
            told = traceback.format_exc()
        with os.fdopen(writer, "w", encoding="utf-8", errors="replace") as pipe:
            pipe.write(told)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8", errors="replace") as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    return told


def bound_verb(*argv: str) -> tuple[int, str]:
    """Run a verb so; return its exit code and all that it prints."""

    def work() -> str:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            code = main(list(argv))
        return f"{code}\n{printed.getvalue()}"

    code, _, told = bound_by_permissions(work).partition("\n")
    assert code.isdigit(), f"{code}\n{told}"
    return int(code), told


def _compute_alone() -> None:
    """Have torch wait for no thread of its own: a forked process has none of them."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    if "torch" in sys.modules:
        sys.modules["torch"].set_num_threads(1)


def _give_up_bypasses() -> None:
    program = ctypes.CDLL(None, use_errno=True)
    header, sets = (ctypes.c_uint32 * 2)(_VERSION, 0), (ctypes.c_uint32 * 6)()
    if program.capget(header, sets):
        raise OSError(ctypes.get_errno(), "capget")
    for number in range(3):  # effective, permitted, inheritable
        sets[number] &= ~_BYPASSES & 0xFFFFFFFF
    if program.capset(header, sets):
        raise OSError(ctypes.get_errno(), "capset")
