"""Sounding examples of a word, and words that were called unclear: marked, removed, settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext

if TYPE_CHECKING:
    from core.library.records import State


def mark(context: AppContext, tag_id: int, state: State) -> None:
    """Make the loop, or the open song where there is none, an example of a tag, or of none."""
    from core.library.edits.edits import AddAnchor

    song, span = context.session.song, context.session.loop or (None, None)
    if song is None:
        context.session.notify(_tr("Open a song first."))
        return
    changes = edit_runner.apply(context, AddAnchor(song.id, tag_id, state, *span))
    if changes.codebook or changes.tags:
        name = context.library.codebook.tag(tag_id).name
        context.session.notify(_tr("“{tag}” has an example more.").replace("{tag}", name), "good")


def remove(context: AppContext, anchor_id: int) -> None:
    """Have a part of a song be an example no more."""
    from core.library.edits.edits import RemoveAnchor

    edit_runner.apply(context, RemoveAnchor(anchor_id))


def unclear_songs(context: AppContext, tag_id: int) -> list[int]:
    """Return the songs in which a tag was called unclear, and that is not settled."""
    found = context.library.disputes.unclear()
    return list(dict.fromkeys(one.song_id for one in found if one.tag_id == tag_id))


def settle(context: AppContext, tag_id: int) -> None:
    """Learn again from the decisions on a tag that were left out, being unclear: one undo."""
    from core.library.edits.edits import SettleDispute

    open_ones = [one.id for one in context.library.disputes.unclear() if one.tag_id == tag_id]
    if open_ones:
        edit_runner.apply(context, *(SettleDispute(one) for one in open_ones))


def _tr(text: str) -> str:
    return QCoreApplication.translate("examples", text)
