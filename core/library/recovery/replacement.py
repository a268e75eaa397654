"""Putting another file in a library's place. At every instant one whole file stands there.

The former file is copied aside with its log, byte for byte, before anything else is touched: a
second name for it would be a second library in the same file. Then its log is folded in, and one
rename puts the new file in its place.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from core.atomic_files import copy_file, replace_file
from core.library.db.write_ahead_log import (
    LOG_SUFFIX,
    fold_log,
    has_frames,
    log_path,
    set_log_aside,
)

ASIDE_REASONS = ("before-restore", "damaged", "replaced")
MAX_STEM_BYTES = 160  # of a library's name in the names of its copies: 255 fit in all


def replace_library(library: Path, finished: Path, reason: str) -> Path | None:
    """Put a finished library in another's place; a copy of the former is kept beside it.

    finished: on the disk of library.resolve(); it is renamed. reason: one of ASIDE_REASONS.
    Returns where the former is now, None if there was none. The caller holds the library's
    WriterLock. Raises OSError, sqlite3.Error; then the library is as it was.
    """
    real = library.resolve()
    aside = None
    if real.exists():
        aside = copy_aside(real, reason)
        fold_log(real)
    else:
        set_log_aside(real)
    replace_file(finished, real, synced=True)
    return aside


def copy_aside(library: Path, reason: str) -> Path:
    """Copy a library and its log to an unused name beside it; return it. Raises OSError."""
    real = library.resolve()
    number = 1
    while _taken(target := aside_path(real, reason, number)):
        number += 1
    log = log_path(real)
    if has_frames(log):  # first: a copy never stands there without its log
        copy_file(log, target.with_name(target.name + LOG_SUFFIX), synced=True)
    copy_file(real, target, synced=True)
    return target


def aside_path(library: Path, reason: str, number: int) -> Path:
    """Return the name of a library's former file."""
    return library.with_name(f"{short_stem(library)}-{reason}-{number}.db")


def files_set_aside(library: Path) -> tuple[Path, ...]:
    """Return the former files of a library that stand beside it, the newest first."""
    real = library.resolve()
    reasons = "|".join(ASIDE_REASONS)
    name = re.compile(rf"{re.escape(short_stem(real))}-(?:{reasons})-\d+\.db")
    try:
        found = [file for file in real.parent.iterdir() if name.fullmatch(file.name)]
        return tuple(sorted(found, key=lambda file: file.stat().st_mtime_ns, reverse=True))
    except OSError:
        return ()


def short_stem(library: Path) -> str:
    """Return a library's name without its ending, cut to what leaves room for a suffix."""
    stem = library.stem
    while len(os.fsencode(stem)) > MAX_STEM_BYTES:
        stem = stem[:-1]
    return stem


def _taken(target: Path) -> bool:
    names = (target, target.with_name(target.name + LOG_SUFFIX))
    return any(os.path.lexists(name) for name in names)
