"""Putting a copy in a library's place, with what the log of a library that is gone still holds.

What was saved later than the copy and is nowhere is counted and told: the mark knows of it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from core.errors import LibraryDamaged, LibraryError
from core.library.db.commit_mark import read_mark
from core.library.db.database import SQL_ERRORS
from core.library.db.file_checks import check_header, ensure_library_path
from core.library.db.library_files import log_path, real_path, remove_leftovers
from core.library.db.lock import WriterLock
from core.library.db.page_file import PageFile
from core.library.db.write_ahead_log import set_log_aside
from core.library.loss_records import NO_LOSS, Loss
from core.library.recovery.backup import check_integrity, copy_database, copy_uri, list_copies
from core.library.recovery.loss_count import note_loss
from core.library.recovery.replacement import replace_library
from core.library.recovery.salvage import Salvaged, salvage, todays_version
from core.library.recovery.stray_logs import commit_of_file, later_logs


@dataclass(frozen=True, slots=True)
class RestoreResult:
    """former: where the file is that stood there. log: where the log of one that is gone is now.

    with_log: whether changes were added that only such a log had. loss: what is nowhere any more.
    """

    former: Path | None
    log: Path | None
    with_log: bool
    loss: Loss


def restore_backup(library: Path, backup: Path) -> RestoreResult:
    """Put a copy, or a file set aside, in the library's place; the former is kept beside it.

    Where there is none, but its log, the newest copy goes on with that. Raises LibraryBusy while
    the library is open, LibraryError if the copy is damaged.
    """
    library = library.absolute()
    ensure_library_path(library)
    lock, real = WriterLock(library), real_path(library)
    work = real.with_name(f"{real.name}.{os.getpid()}.repair")
    try:
        _ensure_whole(backup)
        remove_leftovers(library)
        work.mkdir()
        finished, is_gone = work / "saved.db", not real.exists()
        salvaged = _salvage_log(library, backup, work) if is_gone else None
        if salvaged is None:
            finished.unlink(missing_ok=True)
            with contextlib.closing(sqlite3.connect(copy_uri(backup), uri=True)) as source:
                copy_database(source, finished, journal_mode="WAL")
        loss = salvaged.loss if salvaged else NO_LOSS
        if loss or _lacks_commits(library):
            loss = note_loss(finished, library, loss)
        log = set_log_aside(real) if is_gone else None
        former = replace_library(library, finished, "before-restore")
        return RestoreResult(former, log, salvaged is not None, loss)
    except (OSError, *SQL_ERRORS) as error:
        raise LibraryError(
            "backup.not_restored", name=library.name, detail=str(error), path=library
        ) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
        lock.release()


def _salvage_log(library: Path, backup: Path, work: Path) -> Salvaged | None:
    """Save what a copy and the later logs beside a library hold together; None: no such log.

    An older copy than the newest is wanted as it is.
    """
    known = [copy.path for copy in list_copies(library)]
    if backup in known[1:]:
        return None
    logs = later_logs(library, backup, with_own=True)
    if not logs:
        return None
    with contextlib.closing(todays_version(backup, work)) as draft:
        return salvage(PageFile(backup, [log_path(backup), *logs]), work / "saved.db", draft)


def _lacks_commits(library: Path) -> bool:
    """Whether the former file, which is kept, lacks commits that its mark knows, or is gone."""
    mark = read_mark(library)
    if mark is None:
        return False
    commit = commit_of_file(real_path(library))
    is_there = commit is not None and commit.library_id == mark.library_id
    return commit is None or (is_there and commit.number < mark.n_commits)


def _ensure_whole(backup: Path) -> None:
    """Raise LibraryError if a copy is damaged: it is no damaged library, nothing is to repair.

    So for what is no library, or one of a newer RhythmCap.
    """
    try:
        check_header(backup, was_library=False)
        check_integrity(backup)
    except LibraryDamaged as error:
        raise LibraryError(
            "backup.damaged",
            name=backup.name,
            detail=error.detail or error.message,
            path=backup,
        ) from error
