"""Copying the tags of the previous song, for songs that sound alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.messages import message
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.tags import tagging

if TYPE_CHECKING:
    from core.library.records import Song
    from rhythmcap_gui.session import Session


class PreviousSong:
    """Remembers which song was open before the one that is open now."""

    def __init__(self, session: Session) -> None:
        self._previous_id: int | None = None
        self._open_id: int | None = None
        session.song_opened.connect(self._opened)
        session.library_changed.connect(self._forget)

    @property
    def song_id(self) -> int | None:
        """The song that was open before; None if there was none in this library."""
        return self._previous_id

    def copy(self, context: AppContext) -> int:
        """Judge the open song as the previous one, only tags not judged yet; return how many."""
        session = context.session
        if not tagging.can_decide(context):
            return 0
        previous = (
            None if self._previous_id is None else context.library.songs.get(self._previous_id)
        )
        if session.song is None or previous is None or session.bulk:
            session.notify(
                QCoreApplication.translate("copying", "There was no song before this one.")
            )
            return 0
        return copy_tags(context, previous)

    def _opened(self, song: Song | None) -> None:
        if song is not None and song.id != self._open_id:
            self._previous_id, self._open_id = self._open_id, song.id

    def _forget(self, _library: object) -> None:
        self._previous_id = self._open_id = None


def copy_tags(context: AppContext, source: Song) -> int:
    """Give the open song another's decisions on tags it has none of; return how many."""
    from core.library.edits.edits import Judge
    from core.library.records import DecisionSource

    song, judged = context.session.song, context.session.states()
    in_use = {tag.id for tag in context.library.codebook.tags()}
    edits = []
    for tag_id, annotation in context.library.annotations.of_song(source.id).items():
        if song is not None and tag_id not in judged and tag_id in in_use:
            rest = annotation.source is DecisionSource.REST
            how = DecisionSource.REST if rest else DecisionSource.EAR
            circumstances = tagging.decision_context_of(context, tag_id, how)
            edits.append(Judge(song.id, tag_id, annotation.state, circumstances))
    if not edits:
        text = _tr("“{}” has no tag that is not judged here.")
        context.session.notify(text.format(source.title))
        return 0
    edit_runner.apply(context, *edits, label=message("edit.copy_tags", title=source.title))
    text = _tr("Tags copied from “{}”: {}")
    context.session.notify(text.format(source.title, len(edits)))
    return len(edits)


def _tr(text: str) -> str:
    return QCoreApplication.translate("copying", text)
