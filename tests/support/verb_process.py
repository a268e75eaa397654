"""Verbs in processes of their own, with bytes in and out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = "import sys; from core.cli import main; sys.exit(main())"


def run_verb(
    *argv: str, input: bytes = b"", env: Mapping[str, str] = {}
) -> subprocess.CompletedProcess[bytes]:
    """Run a verb to its end; what it writes is captured as bytes."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *argv],
        cwd=ROOT, input=input, capture_output=True, check=False, timeout=120,
        env={**os.environ, **env},
    )  # fmt: skip
