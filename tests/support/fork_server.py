"""Processes to be killed: a server imports once, then forks a child for each round, so that
hundreds of rounds are affordable. What a child says it has been promised.
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
Say = Callable[[str], None]


class ForkServer:
    """Children that run one function, "module:name". A context manager."""

    def __init__(self, function: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.fork_server", function],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
        )  # fmt: skip
        self._moments = random.Random(function)

    def __enter__(self) -> ForkServer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.communicate()

    def run_and_kill(self, *values: Any, words: int, longest_s: float) -> list[str]:
        """Start a child, let it say some words and work on for a random while, then kill it.

        Returns all it said before it died.
        """
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([str(value) for value in values]) + "\n")
        self._process.stdin.flush()
        kind, pid = self._line()
        assert kind == "born", pid
        said = list[str]()
        for _ in range(self._moments.randrange(words + 1)):
            kind, text = self._line()
            assert kind == "said", f"it ended by itself: {said}"
            said.append(text)
        blow = time.perf_counter() + self._moments.random() * longest_s
        while time.perf_counter() < blow:
            pass  # shorter than any pause
        os.kill(int(pid), signal.SIGKILL)
        while (line := self._line())[0] == "said":
            said.append(line[1])
        return said

    def _line(self) -> tuple[str, str]:
        assert self._process.stdout is not None
        kind, _, text = self._process.stdout.readline().rstrip("\n").partition(" ")
        return kind, text


def _keep(function: Callable[..., None]) -> None:
    """Fork a child for each line of stdin and wait for its end."""
    out = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            function(*json.loads(line), lambda text: os.write(out, f"said {text}\n".encode()))
            os._exit(0)
        os.write(out, f"born {child}\n".encode())
        os.waitpid(child, 0)
        os.write(out, f"dead {child}\n".encode())


if __name__ == "__main__":
    module, _, name = sys.argv[1].partition(":")
    _keep(getattr(importlib.import_module(module), name))
