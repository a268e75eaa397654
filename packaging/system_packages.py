"""Check the system libraries RhythmCap needs, and install them or print the exact line to type.

Runs with the system's own Python before anything is installed, so: standard library only, and what
of ours needs no more.
`run` is what the window needs; `test` adds a virtual screen and a virtual sound card.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from core.system_libraries import (
    QT_LIBRARIES,
    SOUND_LIBRARIES,
    XCB_LIBRARIES,
    missing_packages,
)

TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "pulseaudio": "pulseaudio",
    "pactl": "pulseaudio-utils",
    "ffmpeg": "ffmpeg",
}
ALSA_TO_PULSE = "/etc/alsa/conf.d/99-pulse.conf"


def missing_for_run() -> list[str]:
    """Debian packages the window needs and this machine lacks."""
    missing = missing_packages({**QT_LIBRARIES, **XCB_LIBRARIES, **SOUND_LIBRARIES})
    if importlib.util.find_spec("ensurepip") is None:
        missing.append("python3-venv")
    return missing


def missing_for_test() -> list[str]:
    """Debian packages that only the tests need and this machine lacks."""
    missing = [package for name, package in TEST_PROGRAMS.items() if not shutil.which(name)]
    if not os.path.exists(ALSA_TO_PULSE):
        missing.append("libasound2-plugins")
    return missing


def _install(packages: list[str]) -> bool:
    """Install with apt-get as root; elsewhere print the line to type. True when all is there."""
    line = "apt-get install -y --no-install-recommends " + " ".join(packages)
    if os.geteuid() != 0:
        sys.stderr.write(f"RhythmCap needs some system packages. Please type:\n  sudo {line}\n")
        return False
    sys.stderr.write(f"RhythmCap: installing system packages: {' '.join(packages)}\n")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in ("apt-get update -q", line):
        if subprocess.run(command.split(), env=environment, check=False).returncode != 0:
            sys.stderr.write(f"This command failed: {command}\n")
            return False
    return True


def main(purpose: str) -> int:
    """0 when the purpose can be served, 1 when the user must first install something."""
    if sys.version_info < (3, 11):  # noqa: UP036 - runs before pip could refuse
        sys.stderr.write(
            f"RhythmCap needs Python 3.11 or newer; this is {sys.version.split()[0]}.\n"
        )
        return 1
    if not sys.platform.startswith("linux"):
        return 0
    needed = missing_for_run()
    extra = missing_for_test() if purpose == "test" else []
    if not needed and not extra:
        return 0
    if shutil.which("apt-get") is None:
        sys.stderr.write(
            "RhythmCap needs the libraries that Debian calls: " + " ".join(needed + extra) + "\n"
            "Please install them with your system's package program, then try again.\n"
        )
        return 1 if needed else 0
    done = _install([*needed, *extra])
    return 0 if done or not needed else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1] if len(sys.argv) > 1 else "run"))
