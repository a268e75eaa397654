"""Processes to be killed: a server imports once, then forks a child for each round, so that
hundreds of rounds are affordable. What a child reports must be true after its death.
"""

from __future__ import annotations

import importlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


class ForkServer:
    """Children that run one function, "module:name". A context manager."""

    def __init__(self, function: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.fork_server", function],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
        )  # fmt: skip
        self._random = random.Random(function)

    def __enter__(self) -> ForkServer:
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.communicate()

    def run_and_kill(self, *values: Any, max_reports: int, longest_s: float) -> list[str]:
        """Start a child, await up to max_reports reports and up to longest_s, then kill it.

        Returns all that it reported.
        """
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([str(value) for value in values]) + "\n")
        self._process.stdin.flush()
        event, pid = self._read_event()
        assert event == "started", pid
        reports = list[str]()
        for _ in range(self._random.randrange(max_reports + 1)):
            event, text = self._read_event()
            assert event == "report", f"it ended by itself: {reports}"
            reports.append(text)
        kill_at = time.perf_counter() + self._random.random() * longest_s
        while time.perf_counter() < kill_at:
            pass  # shorter than any pause
        os.kill(int(pid), signal.SIGKILL)
        while (event_and_text := self._read_event())[0] == "report":
            reports.append(event_and_text[1])
        return reports

    def _read_event(self) -> tuple[str, str]:
        assert self._process.stdout is not None
        event, _, text = self._process.stdout.readline().rstrip("\n").partition(" ")
        return event, text


def _serve(function: Callable[..., None]) -> None:
    """Fork a child for each line of stdin and wait for its end."""
    out = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            function(*json.loads(line), lambda text: os.write(out, f"report {text}\n".encode()))
            os._exit(0)
        os.write(out, f"started {child}\n".encode())
        os.waitpid(child, 0)
        os.write(out, f"ended {child}\n".encode())


if __name__ == "__main__":
    module, _, name = sys.argv[1].partition(":")
    _serve(getattr(importlib.import_module(module), name))
