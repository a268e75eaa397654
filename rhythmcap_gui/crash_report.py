"""The report of a crash for those who can help, and the trace of a hard one.

A report names the program, the operating system and what went wrong; no song, tag or file name of
the user's is in it beyond what the error itself says.
"""

from __future__ import annotations

import platform
from datetime import datetime
from pathlib import Path

from core.atomic_files import write_text

PACKAGES = ("rhythmcap", "PySide6_Essentials", "numpy", "torch", "soundfile", "sounddevice")
LOG_LINES = 60
TRACE_LINES = 80
CRASH_HEADING = "Fatal Python error"


def report_text(what: str, detail: str, log_file: Path) -> str:
    """Return everything that helps to find the fault, as plain text."""
    lines = [
        f"RhythmCap report of {datetime.now():%Y-%m-%d %H:%M}",
        "",
        what,
        "",
        detail.strip(),
        "",
        f"{platform.platform()}, Python {platform.python_version()}",
        ", ".join(f"{name} {_version(name)}" for name in PACKAGES),
        "",
        f"The end of {log_file.name}:",
        *_tail(log_file, LOG_LINES),
    ]
    return "\n".join(lines) + "\n"


def take_hard_crash(crash_file: Path) -> str:
    """Return, once, what faulthandler wrote of the last run's crash; "" if there was none."""
    try:
        text = crash_file.read_text(encoding="utf-8", errors="replace")
        if text:
            write_text(crash_file.with_suffix(".last.log"), text)
            crash_file.write_text("", encoding="utf-8")
    except OSError:
        return ""
    last = text.rpartition(CRASH_HEADING)
    return "\n".join((last[1] + last[2]).splitlines()[:TRACE_LINES]) if last[1] else ""


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # 12 ms that no start needs

    try:
        return version(name)
    except PackageNotFoundError:
        return "?"


def _tail(log_file: Path, count: int) -> list[str]:
    try:
        return log_file.read_text(encoding="utf-8", errors="replace").splitlines()[-count:]
    except OSError as error:
        return [f"({error})"]
