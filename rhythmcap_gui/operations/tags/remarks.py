"""What is said about a decision besides yes and no: how strongly it holds, and a note."""

from __future__ import annotations

from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.tags import bulk, edit_runner, tagging


def set_intensity(context: AppContext, tag_id: int, intensity: float | None) -> None:
    """How strongly a tag holds in the open song, 0 to 1; None takes that back.

    A tag that is not judged, or was no, becomes yes by it: one undo takes back both. Of several
    selected songs it is said of those that have the tag.
    """
    from core.library.edits.edits import Edit, Judge, SetIntensity
    from core.library.records import DecisionSource, State

    if context.session.bulk:
        bulk.set_intensity(context, tag_id, intensity)
        return
    song = context.session.song
    if song is None:
        return
    known = context.session.states().get(tag_id)
    edits: list[Edit] = []
    if known is None or known.state is State.NO:
        if intensity is None:
            return
        decision_context = tagging.context_of(context, tag_id, DecisionSource.EAR)
        edits.append(Judge(song.id, tag_id, State.YES, decision_context))
    edits.append(SetIntensity(song.id, tag_id, intensity))
    edit_runner.apply(context, *edits, label=edits[-1].title(context.library))


def set_decision_note(context: AppContext, tag_id: int, note: str) -> None:
    """A note on the decision about one tag of the open song; nothing where it is not judged."""
    from core.library.edits.edits import SetDecisionNote

    known = context.session.states().get(tag_id)
    if known is not None and known.note != note:
        edit_runner.apply(context, SetDecisionNote(known.id, note))
