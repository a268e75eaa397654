"""One process of a side of bench_peers: it is given songs and says what they took."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Self

from peer_programs import THREADS

ROOT = Path(__file__).resolve().parents[1]


class PeerProcess:
    """peer_programs.py with an interpreter, for as long as it is open."""

    def __init__(self, python: Path, name: str, weights: Path) -> None:
        environment = dict(os.environ) | THREADS
        environment["PYTHONPATH"] = str(ROOT) if name.startswith("our-") else ""
        self._name = name
        self._process = subprocess.Popen(
            [str(python), str(Path(__file__).with_name("peer_programs.py")), name, str(weights)],
            env=environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def ask(self, path: Path) -> tuple[float, list[float]]:
        """Have one song done; return processor seconds and scores, if it tags."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{path}\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self._name}: ended at {path}")
        answer = json.loads(line)
        return answer["busy_s"], answer["scores"]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()
