"""Putting a copy in a library's place, with what the log of a library that is gone still holds.

What was saved later than the copy and is nowhere is counted and told: the mark knows of it.
"""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from core.errors import CopyDamaged, LibraryDamaged
from core.library.db.commit_mark import read_mark
from core.library.db.file_checks import check_header, ensure_library_path, ensure_own_library
from core.library.db.library_files import log_path, real_path
from core.library.db.page_file import PageFile
from core.library.db.write_ahead_log import set_log_aside
from core.library.loss_records import NO_LOSS, Loss
from core.library.recovery.backup import (
    Backup,
    check_integrity,
    copy_database,
    copy_uri,
    list_copies,
)
from core.library.recovery.loss_count import note_loss
from core.library.recovery.repair import newest_whole
from core.library.recovery.replacement import replace_library, work_beside
from core.library.recovery.salvage import Salvaged, salvage, todays_version
from core.library.recovery.stray_logs import commit_of_file, later_logs


@dataclass(frozen=True, slots=True)
class RestoreResult:
    """former: where the file is that stood there. log: where the log of one that is gone is now.

    with_log: whether changes were added that only such a log had. repaired: whether the copy was
    damaged, and what can be read of it is there. loss: what is nowhere any more.
    """

    former: Path | None
    log: Path | None
    with_log: bool
    loss: Loss
    repaired: bool = False


def restore_backup(library: Path, backup: Path, *, repairing: bool = False) -> RestoreResult:
    """Put a copy, or a file set aside, in the library's place; the former is kept beside it.

    Where there is none, but its log, the newest copy goes on with that. repairing: of a damaged
    copy put there what can be read. Raises LibraryBusy while the library is open, CopyDamaged if
    the copy is damaged, LibraryError.
    """
    library = library.absolute()
    ensure_library_path(library)
    real = real_path(library)
    with work_beside(library, "backup.not_restored") as work:
        repaired = repairing and not _is_whole(library, backup)
        if not repaired:
            _ensure_whole(library, backup)
        work.mkdir()
        finished, is_gone = work / "saved.db", not real.exists()
        salvaged: Salvaged | None = None
        if repaired:
            salvaged = _salvage_copy(library, backup, work)
        elif is_gone:
            salvaged = _salvage_log(library, backup, work)
        if salvaged is None:
            finished.unlink(missing_ok=True)
            with contextlib.closing(sqlite3.connect(copy_uri(backup), uri=True)) as source:
                copy_database(source, finished, journal_mode="WAL")
        loss = salvaged.loss if salvaged else NO_LOSS
        if loss or _lacks_commits(library):
            loss = note_loss(finished, library, loss)
        log = set_log_aside(real) if is_gone else None
        former = replace_library(library, finished, "before-restore")
        with_log = salvaged is not None and not repaired
        return RestoreResult(former, log, with_log, loss, repaired)


def next_whole_copy(library: Path, damaged: Path) -> Backup | None:
    """Return the newest copy of a library without a fault; reads every page of some."""
    copies = {copy.path: copy for copy in list_copies(library) if copy.path != damaged}
    whole = newest_whole(list(copies.values()))
    return copies[whole] if whole is not None else None


def _salvage_copy(library: Path, backup: Path, work: Path) -> Salvaged:
    """Save what can be read of a damaged copy; its gaps are filled from the next older whole one.

    Raises CopyDamaged if that is nothing.
    """
    ensure_own_library(backup)
    known = list_copies(library)
    paths = [copy.path for copy in known]
    older = known[paths.index(backup) + 1 :] if backup in paths else ()
    base = newest_whole(older)
    with contextlib.ExitStack() as stack:
        draft = None
        if base is not None:
            draft = stack.enter_context(contextlib.closing(todays_version(base, work)))
        salvaged = salvage(PageFile(backup, [log_path(backup)]), work / "saved.db", draft)
    if salvaged is None:
        raise CopyDamaged("backup.unreadable", name=backup.name, path=backup)
    return salvaged


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


def _is_whole(library: Path, backup: Path) -> bool:
    try:
        _ensure_whole(library, backup)
    except CopyDamaged:
        return False
    return True


def _ensure_whole(library: Path, backup: Path) -> None:
    """Raise CopyDamaged if a copy is damaged: it is no damaged library, that is as it was.

    LibraryError for what is no library, or one of a newer RhythmCap.
    """
    known = [copy.path for copy in list_copies(library)]
    try:
        check_header(backup, was_library=backup in known)
        check_integrity(backup)
    except LibraryDamaged as error:
        raise CopyDamaged(
            "backup.damaged",
            name=backup.name,
            detail=error.detail or error.message,
            path=backup,
        ) from error
