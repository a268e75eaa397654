"""Backups of the library: one a day by itself, one on demand, and restoring any of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.errors import CopyDamaged
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.number_format import moment_text
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.songs import losses, navigation
from rhythmcap_gui.view_data import BackupRow

if TYPE_CHECKING:
    from pathlib import Path

    from core.library.recovery.backup import Backup
    from core.library.recovery.restoring import RestoreResult


def daily(context: AppContext) -> None:
    """Copy the open library unless it was copied today, in the background."""
    library = context.session.library
    if library is None or library.read_only:
        return
    path = library.path

    def work(job: Running) -> Backup | None:
        from core.library.recovery.backup import daily_backup

        return daily_backup(path, job)

    listeners = Listeners(failed=context.show_error)
    context.runner.start(Lane.UPKEEP, _tr("Copy the library"), work, listeners)


def list_all(context: AppContext, path: Path, listeners: Listeners) -> int:
    """List a library's copies and former files, newest first. done(list of BackupRow); job id."""

    def work(job: Running) -> list[BackupRow]:
        return _rows(path, job)

    return context.runner.start(Lane.UPKEEP, _tr("Read the copies"), work, listeners)


def copy_now(context: AppContext, listeners: Listeners) -> int:
    """Copy the open library. done(list of BackupRow) with the new one; the job's id."""
    path = context.library.path

    def work(job: Running) -> list[BackupRow]:
        from core.library.recovery.backup import backup_beside

        backup_beside(path, "by-hand", job)
        return _rows(path, job)

    return context.runner.start(Lane.UPKEEP, _tr("Copy the library"), work, listeners)


@dataclass(frozen=True, slots=True)
class DamagedCopy:
    """What is to be asked in place of restoring. whole: the newest copy without a fault."""

    whole: Backup | None


def restore(context: AppContext, path: Path, backup: Backup, *, repairing: bool = False) -> None:
    """Replace a library by a backup; the former file is kept beside it, and named.

    It is closed meanwhile; it is open again in any case. repairing: of a damaged copy restore what
    can be read; otherwise that is asked.
    """
    song = context.session.song
    song_id = song.id if song is not None else None
    library = context.session.library
    if library is not None and library.path == path:
        for job in context.runner.jobs():
            context.runner.cancel(job.id)
        if not navigation.close_library(context):
            return

    def done(result: RestoreResult | DamagedCopy) -> None:
        if isinstance(result, DamagedCopy):
            context.offer_salvage(path, backup, result.whole)
            return
        context.session.made_whole.emit(path)
        if navigation.open_library(context, path) is None:
            return
        if song_id is not None and context.library.songs.get(song_id) is not None:
            navigation.open_song(context, song_id)
        _tell_restored(context, path, moment_text(backup.made_at), result)

    def failed(error: Exception) -> None:
        context.show_error(error)
        navigation.open_library(context, path)

    listeners = Listeners(done=done, failed=failed)
    work = _restoring(path, backup, repairing=repairing)
    context.runner.start(Lane.UPKEEP, _tr("Restore the library"), work, listeners)


def _restoring(
    path: Path, backup: Backup, *, repairing: bool
) -> Callable[[Running], RestoreResult | DamagedCopy]:
    def work(_job: Running) -> RestoreResult | DamagedCopy:
        from core.library.recovery.restoring import next_whole_copy, restore_backup

        try:
            return restore_backup(path, backup.path, repairing=repairing)
        except CopyDamaged:
            if repairing:
                raise
            return DamagedCopy(next_whole_copy(path, backup.path))

    return work


def _tell_restored(context: AppContext, path: Path, moment: str, result: RestoreResult) -> None:
    """Say what stands there now; it is no success where something is nowhere any more."""
    kept = _tr("The former one was kept: {}").format(result.former) if result.former else ""
    if result.log and not result.with_log:
        kept = _tr("Its log, which may hold some of them, was kept: {}").format(result.log)
    if result.repaired:
        text = _tr("The library was put together from what can be read of a damaged copy of {}.")
        if not result.loss:
            context.session.notify(text.format(moment), "good", remedy=kept)
            return
        losses.tell_restored(context, path, text.format(moment), result.loss, kept)
        return
    if result.loss:
        text = _tr("The library is as it was on {}. Later changes are missing.").format(moment)
        losses.tell_restored(context, path, text, result.loss, kept)
        return
    text = _tr("The library is as it was on {}.").format(moment)
    if result.with_log:
        text = _tr("The library is as it was on {}, with the later changes of its log.")
        text = text.format(moment)
    elif result.log:
        kept = _tr("A log found there was kept: {}").format(result.log)
    context.session.notify(text, "good", remedy=kept)


def _rows(path: Path, job: Running) -> list[BackupRow]:
    from core.library.recovery.backup import list_copies, read_contents

    rows = []
    for backup in list_copies(path):
        job.check()
        rows.append(BackupRow(backup, read_contents(backup)))
    return rows


def _tr(text: str) -> str:
    return QCoreApplication.translate("backups", text)
