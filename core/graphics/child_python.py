"""How a module of this program is started by another Python, with that one's own packages."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import IO

from core.child_signals import no_ctrl_c_for_children
from core.models.card import VERSION_VARIABLE, code_version
from core.paths import resource


def start(
    python: Path,
    module: str,
    *arguments: str,
    stdin: int,
    stdout: int | IO[bytes] | None = None,
    stderr: int | IO[bytes] | None = None,
) -> subprocess.Popen[bytes]:
    """Start a module of ours by another Python; Ctrl+C does not reach it. Raises OSError."""
    script = resource("style.qss").parents[1] / "core" / "graphics" / "start.py"
    with no_ctrl_c_for_children():
        return subprocess.Popen(
            [str(python), "-I", str(script), module, *arguments],
            stdin=stdin, stdout=stdout, stderr=stderr, env=_variables(),
        )  # fmt: skip


def _variables() -> dict[str, str]:
    """Return the environment variables for it: none that lead to another Python's packages.

    It is told our version, which it could not find out.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {VERSION_VARIABLE: code_version()}


def is_started_by_us() -> bool:
    """Tell whether this process is such a module."""
    return VERSION_VARIABLE in os.environ


def wait_for_end_of_input() -> None:
    """Wait in such a module, until who started it wants no more of it, or has died."""
    while os.read(0, 1):
        pass
