"""A damaged library: closed at once, and repaired when the user says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.songs import losses, navigation

if TYPE_CHECKING:
    from pathlib import Path

    from core.library.recovery.repair import RepairResult


def close_damaged(context: AppContext, path: Path) -> bool:
    """Close a library that turned out to be damaged; jobs that use it are cancelled.

    False, and it stays open, where what only it holds cannot be kept.
    """
    library = context.session.library
    if library is not None and library.path == path:
        for job in context.runner.jobs():
            context.runner.cancel(job.id)
        return navigation.close_library(context)
    return True


def repair_library(context: AppContext, path: Path) -> None:
    """Save what can be read, its gaps filled from the newest whole backup; then open it."""

    def work(_job: Running) -> RepairResult:
        from core.library.recovery.repair import repair

        return repair(path)

    def done(result: RepairResult) -> None:
        if result.outcome == "lost":
            text = _tr("Nothing could be read of {}, and there is no copy of it.")
            remedy = _tr("Bring the file back from a backup of your own; it was not changed.")
            context.session.notify(text.format(path.name), "error", remedy=remedy)
            return
        context.session.made_whole.emit(path)
        kept = (
            _tr("The damaged file was kept: {}").format(result.damaged_path)
            if result.damaged_path
            else ""
        )
        if result.loss:
            losses.tell_repaired(context, path, result.loss, kept)
        else:
            context.session.notify(_outcome(result), "good", remedy=kept)
        navigation.open_library(context, path)

    listeners = Listeners(done=done, failed=context.show_error)
    context.runner.start(Lane.UPKEEP, _tr("Repair the library"), work, listeners)


def _outcome(result: RepairResult) -> str:
    if result.outcome == "restored":
        text = _tr("The newest undamaged copy was restored. Songs: {}. Decisions: {}.")
    elif result.outcome == "saved":
        text = _tr("What could be read was saved. Songs: {}. Decisions: {}.")
    else:
        text = _tr("The library is undamaged. Songs: {}. Decisions: {}.")
    return text.format(result.n_songs, result.n_decisions)


def _tr(text: str) -> str:
    return QCoreApplication.translate("repair", text)
