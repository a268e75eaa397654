"""Judging a queue of songs on one word: a decision, then the next song."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.tags import tagging

if TYPE_CHECKING:
    from core.library.records import State


def judge(context: AppContext, state: State) -> bool:
    """Judge the open song on the queue's word; False, and a message, if it is not of the queue."""
    session = context.session
    queue, song = session.queue, session.song
    if queue is None:
        return False
    if song is None or song.id not in queue.song_ids or session.bulk:
        session.notify(_tr("Open one song of the list first."))
        return False
    return tagging.judge(context, queue.tag_id, state)


def close(context: AppContext) -> None:
    """Go back to all songs."""
    context.session.set_queue(None)


def _tr(text: str) -> str:
    return QCoreApplication.translate("queue", text)
