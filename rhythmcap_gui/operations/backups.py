"""Copies of the library: one a day by itself, one when asked, and the way back to any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations import songs
from rhythmcap_gui.operations.desk import Desk
from rhythmcap_gui.states import BackupRow, moment_text

if TYPE_CHECKING:
    from pathlib import Path

    from core.library.backup import Backup


def daily(desk: Desk) -> None:
    """Copy the open library unless it was copied today; nobody waits for it."""
    library = desk.session.library
    if library is None or library.read_only:
        return
    path = library.path

    def work(_job: Running) -> Backup | None:
        from core.library.backup import daily_backup

        return daily_backup(path)

    listeners = Listeners(failed=desk.tell_error)
    desk.runner.start(Lane.UPKEEP, _say("Copy the library"), work, listeners)


def list_all(desk: Desk, listeners: Listeners) -> int:
    """Look into all copies of the open library, newest first; done(list of BackupRow); the job."""
    path = desk.library.path

    def work(job: Running) -> list[BackupRow]:
        return _rows(path, job)

    return desk.runner.start(Lane.UPKEEP, _say("Look at the copies"), work, listeners)


def copy_now(desk: Desk, listeners: Listeners) -> int:
    """Copy the open library; done(list of BackupRow) with the new one; the job."""
    path = desk.library.path

    def work(job: Running) -> list[BackupRow]:
        from core.library.backup import backup_beside

        backup_beside(path, "by-hand")
        return _rows(path, job)

    return desk.runner.start(Lane.UPKEEP, _say("Copy the library"), work, listeners)


def restore(desk: Desk, backup: Backup) -> None:
    """Put a copy in the open library's place; what stood there is kept beside it, and said.

    The library is closed meanwhile; it is open again in any case.
    """
    path, opened = desk.library.path, desk.session.song
    song_id = opened.id if opened is not None else None
    for job in desk.runner.jobs():
        desk.runner.cancel(job.id)
    songs.close_library(desk)

    def work(_job: Running) -> Path | None:
        from core.library.backup import restore_backup

        return restore_backup(path, backup.path)

    def done(aside: Path | None) -> None:
        if songs.open_library(desk, path) is None:
            return
        if song_id is not None and desk.library.songs.get(song_id) is not None:
            songs.open_song(desk, song_id)
        said = _say("The library is as it was on {}.").format(moment_text(backup.made_at))
        kept = _say("The former one was kept: {}").format(aside) if aside is not None else ""
        desk.session.tell(said, "good", remedy=kept)

    def failed(error: Exception) -> None:
        desk.tell_error(error)
        songs.open_library(desk, path)

    listeners = Listeners(done=done, failed=failed)
    desk.runner.start(Lane.UPKEEP, _say("Restore the library"), work, listeners)


def _rows(path: Path, job: Running) -> list[BackupRow]:
    from core.library.backup import list_backups, look_into

    rows = []
    for backup in list_backups(path):
        job.check()
        rows.append(BackupRow(backup, look_into(backup)))
    return rows


def _say(text: str) -> str:
    return QCoreApplication.translate("backups", text)
