"""A script in place of the graphics card's environment, which notes what it was asked to run."""

from __future__ import annotations

import sys
from pathlib import Path

from core.graphics import environment


def install_script(command: str) -> Path:
    """Make an environment whose Python is a shell script; return the file of its command lines."""
    folder = environment.environment_folder()
    python, used = environment.python_of(folder), folder / "used"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\necho "$@" >> "{used}"\n{command}\n')
    python.chmod(0o755)
    environment.mark_tried(folder, {"card": "a card", "torch": "2.9.1", "cuda": "12.6"})
    return used


def install_python(works: bool) -> Path:
    """Make one that runs what it is given, or ends with code 3."""
    return install_script(f'exec "{sys.executable}" "$@"' if works else "exit 3")
