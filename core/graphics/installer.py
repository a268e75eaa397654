"""What installs packages here: uv, or a Python with venv and pip."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

UV, PIP = "uv", "pip"
PYTHONS = ("python3.13", "python3.12", "python3.11", "python3", "python")
IS_USABLE = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))"
ASK_S = 20.0


@dataclass(frozen=True, slots=True)
class Installer:
    """name: "uv" or "pip". program: uv itself, or the Python whose venv is made."""

    name: str
    program: Path

    def make(self, folder: Path) -> list[str]:
        """Return the command that makes an environment in a folder that is not there."""
        if self.name == UV:
            return [str(self.program), "venv", "--python", ">=3.11", str(folder)]
        return [str(self.program), "-m", "venv", str(folder)]

    def ask(self, python: Path) -> list[str]:
        """Return the command that succeeds where packages can be installed into an environment."""
        return [str(python), *(("-c", "") if self.name == UV else ("-m", "pip", "--version"))]

    def install(self, python: Path, downloads: Path, options: Sequence[str]) -> list[str]:
        """Return the command that installs packages into it. downloads: kept for a second try."""
        cache = f"--cache-dir={downloads}"
        if self.name == UV:
            return [str(self.program), "pip", "install", f"--python={python}", cache, *options]
        quiet = ("--no-input", "--disable-pip-version-check", "--progress-bar=off")
        return [
            *(str(python), "-m", "pip", "install", *quiet, "--only-binary=:all:", cache),
            *("--retries=3", "--timeout=30", *options),
        ]


def find_installer() -> Installer | None:
    """Find uv, else this Python, else another one that is new enough; None without any.

    A bundle's own executable is no Python: it would start the program again.
    """
    if uv := shutil.which("uv"):
        return Installer(UV, Path(uv))
    is_bundle = getattr(sys, "frozen", False)
    has_venv = all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))
    if not is_bundle and sys.executable and has_venv:
        return Installer(PIP, Path(sys.executable))
    found = (shutil.which(name) for name in PYTHONS)
    return next((Installer(PIP, Path(path)) for path in found if path and _is_usable(path)), None)


def _is_usable(python: str) -> bool:
    try:
        finished = subprocess.run(
            [python, "-c", IS_USABLE], capture_output=True, timeout=ASK_S, check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return False
    return finished.returncode == 0
