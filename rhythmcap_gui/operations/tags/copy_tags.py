"""Tags of the song before the open one, for songs that sound alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.messages import message
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.tags import edit_runner, tagging

if TYPE_CHECKING:
    from core.library.records import Song
    from rhythmcap_gui.session import Session


class PreviousSong:
    """Remembers which song was open before the one that is open now."""

    def __init__(self, session: Session) -> None:
        self._former: int | None = None
        self._open: int | None = None
        session.song_opened.connect(self._opened)
        session.library_changed.connect(self._forget)

    @property
    def song_id(self) -> int | None:
        """The song that was open before; None where there was none in this library."""
        return self._former

    def copy(self, context: AppContext) -> int:
        """Judge the open song as the one before, only tags not judged yet; how many."""
        session = context.session
        former = None if self._former is None else context.library.songs.get(self._former)
        if session.song is None or former is None or session.bulk:
            session.notify(
                QCoreApplication.translate("copying", "There was no song before this one.")
            )
            return 0
        return copy_tags(context, former)

    def _opened(self, song: Song | None) -> None:
        if song is not None and song.id != self._open:
            self._former, self._open = self._open, song.id

    def _forget(self, _library: object) -> None:
        self._former = self._open = None


def copy_tags(context: AppContext, former: Song) -> int:
    """Give the open song another's yes, no and unsure where it has no decision; how many."""
    from core.library.edits.edits import Judge
    from core.library.records import DecisionSource

    song, judged = context.session.song, context.session.states()
    in_use = {tag.id for tag in context.library.codebook.tags()}
    edits = [
        Judge(song.id, tag_id, each.state, tagging.context_of(context, tag_id, DecisionSource.EAR))
        for tag_id, each in context.library.annotations.of_song(former.id).items()
        if song is not None and tag_id not in judged and tag_id in in_use
    ]
    if not edits:
        none = _say("“{}” has no tag that is not judged here.")
        context.session.notify(none.format(former.title))
        return 0
    edit_runner.apply(context, *edits, label=message("edit.copy_tags", title=former.title))
    said = _say("Tags copied from “{}”: {}")
    context.session.notify(said.format(former.title, len(edits)))
    return len(edits)


def _say(text: str) -> str:
    return QCoreApplication.translate("copying", text)
