"""A damaged library: closed at once, and mended when the user says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations import songs
from rhythmcap_gui.operations.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

    from core.library.repair import Repair


def set_aside(desk: Desk, path: Path) -> None:
    """Read no more from a library that turned out to be damaged; what runs on it ends."""
    library = desk.session.library
    if library is not None and library.path == path:
        for job in desk.runner.jobs():
            desk.runner.cancel(job.id)
        songs.close_library(desk)


def mend(desk: Desk, path: Path) -> None:
    """Save what can be read, or bring back the newest whole copy; then open it."""

    def work(_job: Running) -> Repair:
        from core.library.repair import repair

        return repair(path)

    def done(made: Repair) -> None:
        if made.how == "lost":
            text = _say("Nothing could be read of {}, and there is no copy of it.")
            remedy = _say("Bring the file back from a backup of your own; it was not changed.")
            desk.session.tell(text.format(path.name), "error", remedy=remedy)
            return
        kept = _say("The damaged file was kept: {}").format(made.aside) if made.aside else ""
        desk.session.tell(_outcome(made), "good", remedy=kept)
        songs.open_library(desk, path)

    listeners = Listeners(done=done, failed=desk.tell_error)
    desk.runner.start(Lane.UPKEEP, _say("Mend the library"), work, listeners)


def _outcome(made: Repair) -> str:
    if made.how == "restored":
        text = _say("The newest whole copy took its place. Songs: {}. Decisions: {}.")
    elif made.how == "saved":
        text = _say("What could be read was saved. Songs: {}. Decisions: {}.")
    else:
        text = _say("The library is whole. Songs: {}. Decisions: {}.")
    return text.format(made.songs, made.decisions)


def _say(text: str) -> str:
    return QCoreApplication.translate("mending", text)
