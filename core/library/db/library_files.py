"""The files that stand beside a library: its log, former files that were set aside, leftovers.

Names are compared, never matched as patterns: a library may be called `[live] *.db`.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from pathlib import Path

from core.atomic_files import DRAFT_MARK, partials_of

LOG_SUFFIX = "-wal"
INDEX_SUFFIX = "-shm"
REPAIR_SUFFIX = ".repair"
ASIDE_REASONS = ("before-restore", "damaged", "replaced")
MAX_STEM_BYTES = 160  # of a library's name in the names of its copies: 255 fit in all


def real_path(library: Path) -> Path:
    """Return the path that a library's links lead to; links that lead in a loop stay."""
    return Path(os.path.realpath(library))


def log_path(library: Path) -> Path:
    """Return where SQLite keeps a library's log: beside the file itself, not beside a link."""
    real = real_path(library)
    return real.with_name(real.name + LOG_SUFFIX)


def index_path(library: Path) -> Path:
    """Return where SQLite keeps the index it shares of a library's log."""
    real = real_path(library)
    return real.with_name(real.name + INDEX_SUFFIX)


def short_stem(library: Path) -> str:
    """Return a library's name without its ending, cut to what leaves room for a suffix."""
    stem = library.stem
    while len(os.fsencode(stem)) > MAX_STEM_BYTES:
        stem = stem[:-1]
    return stem


def free_aside_path(library: Path, reason: str) -> Path:
    """Return an unused name for a former file of a library; reason: one of ASIDE_REASONS."""
    real, number = real_path(library), 1
    while True:
        target = real.with_name(f"{short_stem(real)}-{reason}-{number}.db")
        if not (os.path.lexists(target) or os.path.lexists(f"{target}{LOG_SUFFIX}")):
            return target
        number += 1


def files_set_aside(library: Path) -> tuple[Path, ...]:
    """Return the former files of a library that stand beside it."""
    real = real_path(library)
    name = re.compile(_aside_pattern(real))
    try:
        return tuple(sorted(file for file in real.parent.iterdir() if name.fullmatch(file.name)))
    except OSError:
        return ()


def aside_reason(library: Path, file: Path) -> str:
    """Return why a former file of a library was set aside; "" for another file."""
    found = re.fullmatch(_aside_pattern(real_path(library)), file.name)
    return found[1] if found else ""


def remove_leftovers(library: Path) -> None:
    """Delete what killed processes have left beside a library; its writer's lock is held."""
    real = real_path(library)
    unfinished = re.compile(rf"{_aside_pattern(real)}(?:-wal)?{DRAFT_MARK}")
    work = re.compile(rf"{re.escape(real.name)}\.\d+{re.escape(REPAIR_SUFFIX)}")
    with contextlib.suppress(OSError):  # what cannot be deleted is in nobody's way
        for file in real.parent.iterdir():
            if unfinished.fullmatch(file.name):
                file.unlink()
            elif work.fullmatch(file.name):
                shutil.rmtree(file, ignore_errors=True)
        for file in partials_of(real):
            file.unlink()


def _aside_pattern(real: Path) -> str:
    return rf"{re.escape(short_stem(real))}-({'|'.join(ASIDE_REASONS)})-\d+\.db"
