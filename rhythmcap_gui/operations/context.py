"""What every operation works with: the session, the job runner, the player."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.errors import (
    LibraryDamaged,
    LibraryDeleted,
    LibraryMissing,
    LibraryReplaced,
    LibrarySpoiled,
    RhythmCapError,
)
from rhythmcap_gui.core_text import error_texts
from rhythmcap_gui.job_runner import JobRunner
from rhythmcap_gui.operations.loaded_models import LoadedModels
from rhythmcap_gui.session import Notice, Session
from rhythmcap_gui.view_data import BulkRequest

if TYPE_CHECKING:
    from pathlib import Path

    from core.audio.file_stats import FileStats
    from core.audio.player import Player
    from core.library.fact_records import ListenedBefore
    from core.library.recovery.backup import Backup
    from core.library.store import Library


def _ignore() -> None:
    """The default of what is done by others, while there are none."""


def _stay(_next_id: int | None) -> None:
    """The default while nothing is done as a song is left."""


def _offer_nothing(_path: Path) -> None:
    """The default while there is no window to show copies in."""


def _salvage_nothing(_path: Path, _copy: Backup, _whole: Backup | None) -> None:
    """The default while there is no window to ask in."""


def _never_waits(_error: Exception | None) -> bool:
    """The default while nothing waits for room on a disk."""
    return False


def _has_no_new_model() -> bool:
    """The default while nothing learns."""
    return False


def _asks_nothing() -> bool:
    """The default while no decision is contradicted."""
    return False


def _shows_no_saliency() -> bool:
    """The default while there is no map over the picture."""
    return False


def _not_recorded() -> ListenedBefore | None:
    """The default while nothing is played."""
    return None


def _no_offer(_path: Path) -> bool:
    """The default while there is no window to show the question in."""
    return True


@dataclass(eq=False)
class AppContext:
    """One a window. order, descending: the song table's sorting.

    plays_when_known: the open song is to be played as soon as its file proves to be its own.
    compared_files: touched files that proved to be their songs', and how they look.
    player_changed: called after each command to the player.
    leave_library: called before the open library is closed, while the window shows it.
    leave_song: called with the id of the next song before that is opened.
    run_in_slices: does edits of very many songs without stopping the window (sliced_edits.py).
    offer_repair: asks whether to repair a damaged library; False if the question is open already.
    offer_copies: shows the copies of a library that is not there.
    offer_salvage: asks about a damaged copy of a library; the last is its newest whole copy.
    follow_replaced: opens what is in the place of the open library, whose file is another now.
    has_new_model: whether a model was learned and is neither in use nor turned down.
    asks_about_decision: whether a decision just made is contradicted, and that is asked about.
    shows_saliency: whether a map of what speaks for a word lies over the picture.
    listened: what has sounded of the open song, where that is recorded; None where it is not.
    listening_ended: told how listening to all songs ended; whether it waits already for room.
    """

    session: Session
    runner: JobRunner
    player: Player
    models: LoadedModels = field(default_factory=LoadedModels)
    order: str = "added"
    descending: bool = False
    plays_when_known: bool = False
    compared_files: dict[Path, tuple[int, FileStats]] = field(default_factory=dict)
    player_changed: Callable[[], None] = _ignore
    leave_library: Callable[[], None] = _ignore
    leave_song: Callable[[int | None], None] = _stay
    run_in_slices: Callable[[BulkRequest], None] | None = None
    offer_repair: Callable[[Path], bool] = _no_offer
    offer_copies: Callable[[Path], None] = _offer_nothing
    offer_salvage: Callable[[Path, Backup, Backup | None], None] = _salvage_nothing
    follow_replaced: Callable[[], None] = _ignore
    has_new_model: Callable[[], bool] = _has_no_new_model
    asks_about_decision: Callable[[], bool] = _asks_nothing
    shows_saliency: Callable[[], bool] = _shows_no_saliency
    listened: Callable[[], ListenedBefore | None] = _not_recorded
    listening_ended: Callable[[Exception | None], bool] = _never_waits

    @property
    def library(self) -> Library:
        """The open library; operations are called only when there is one."""
        library = self.session.library
        if library is None:
            raise RuntimeError("no library is open")
        return library

    def show_error(self, error: Exception) -> None:
        """Show what went wrong: cause, file and remedy; the detail is for "Copy details"."""
        if isinstance(error, LibraryReplaced | LibraryDeleted | LibrarySpoiled):
            self.follow_replaced()
            return
        if isinstance(error, LibraryDamaged) and error.path and not self.offer_repair(error.path):
            return
        if isinstance(error, LibraryMissing) and error.path:
            self.offer_copies(error.path)
        if isinstance(error, RhythmCapError):
            cause, remedy = error_texts(error)
            is_solvable = isinstance(error, LibraryDamaged | LibraryMissing)
            notice = Notice(cause, "error", remedy, error.detail, error.path, is_solvable)
        else:
            sentence = f"{str(error).rstrip('.') or type(error).__name__}."
            notice = Notice(
                QCoreApplication.translate("context", "Something went wrong: {}").format(sentence),
                "error",
                QCoreApplication.translate("context", "The details are in the log file, too."),
                "".join(traceback.format_exception(error)),
                action="help.log",
            )
        self.session.notice.emit(notice)
