"""How a module of this program is started by another Python, with that one's own packages."""

from __future__ import annotations

import os
from pathlib import Path

from core.models.card import VERSION_VARIABLE, code_version
from core.paths import resource


def command(python: Path, module: str, *arguments: str) -> list[str]:
    """Return the command that runs a module of ours by another Python."""
    start = resource("style.qss").parents[1] / "core" / "graphics" / "start.py"
    return [str(python), "-I", str(start), module, *arguments]


def variables() -> dict[str, str]:
    """Return the environment variables for it: none that lead to another Python's packages.

    It is told our version, which it could not find out.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {VERSION_VARIABLE: code_version()}
