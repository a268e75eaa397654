"""What a scanning process does: receive a path, analyse the file, send the result, until the
connection closes.

Light to import on purpose: the thread counts must be set before numpy is loaded.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from pathlib import Path

    from core.errors import RhythmCapError
    from core.library.scan.scan_records import Failure

ALIVE_EVERY_S = 1.0
READY, ALIVE, FOUND, FAILED, STOP = "ready", "alive", "found", "failed", "stop"


class _Heartbeat:
    """The job of one file: sends signs of life to the parent, and ends when the parent does."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sent_s = time.monotonic()

    def report(self, done: float, total: float, what: str = "") -> None:  # noqa: ARG002
        """Send a sign of life, at most one a second."""
        if time.monotonic() - self._sent_s > ALIVE_EVERY_S:
            self._sent_s = time.monotonic()
            self._connection.send((ALIVE, None))

    def check(self) -> None:
        """Raise Cancelled if the parent closed the connection; it sends nothing meanwhile."""
        from core.jobs import Cancelled

        if self._connection.poll():
            raise Cancelled
        self.report(0, 1)


def run_worker(connection: Connection, analyse: str, cache_folder: Path, recipes: Any) -> None:
    """Analyse the files whose paths come through the connection, until it closes.

    analyse: "module:function", called with (path, cache, recipes, job).
    """
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"  # there is a process for every core
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.nice(5)  # the window and the player go first
    _leave_stopping_to_parent()
    _silence_stderr()
    from core.features.cache import FeatureCache
    from core.jobs import Cancelled

    function = load_function(analyse)
    cache = FeatureCache(cache_folder)
    with contextlib.suppress(EOFError, OSError, Cancelled):
        connection.send((READY, None))
        while True:
            path = connection.recv()
            connection.send(analyse_file(function, path, cache, recipes, _Heartbeat(connection)))


def analyse_file(
    analyse: Callable[..., Any], path: Path, cache: Any, recipes: Any, job: Any
) -> tuple[str, Any]:
    """Return (FOUND, analysis), (FAILED, failure), or (STOP, error) where no file can succeed."""
    from core.errors import AudioError, RhythmCapError
    from core.features.cache import CacheError
    from core.jobs import Cancelled

    try:
        return FOUND, analyse(path, cache, recipes, job)
    except Cancelled:
        raise
    except CacheError as error:
        return STOP, error
    except RhythmCapError as error:
        return FAILED, _failure(path, error)
    except MemoryError:
        return FAILED, _failure(path, AudioError("scan.no_memory"))
    except Exception as error:  # noqa: BLE001  a file can break a library in any way; it is told
        error_type = type(error).__name__
        unforeseen = AudioError("scan.unreadable", error_type=error_type, error=str(error))
        return FAILED, _failure(path, unforeseen)


def load_function(name: str) -> Callable[..., Any]:
    """Import the function "module:function"."""
    from importlib import import_module

    module, _, attribute = name.partition(":")
    function: Callable[..., Any] = getattr(import_module(module), attribute)
    return function


def _failure(path: Path, error: RhythmCapError) -> Failure:
    from core.features.decode_pass import CHANGING
    from core.library.scan.scan_records import Failure

    changing = error.id == CHANGING
    return Failure(path, error.message, error.remedy, changing=changing, cause=error.id)


def _leave_stopping_to_parent() -> None:
    """Do nothing at Ctrl+C or SIGTERM, which a terminal or a scheduler sends to all processes.

    The parent ends this one; if it ended by itself, its file would look as if it had crashed it.
    A handler rather than SIG_IGN, which programs started from here would inherit.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: None)


def _silence_stderr() -> None:
    """Drop what decoders written in C print; what matters comes back as a failure."""
    with contextlib.suppress(OSError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 2)
        os.close(null)
