"""The ear's decisions: judge, accept, reject, note. Each is committed before it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.metrics.suggestions import Suggestion
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.tags import bulk, edit_runner

if TYPE_CHECKING:
    from core.library.records import DecisionContext, DecisionSource, State


def judge(
    context: AppContext, tag_id: int, state: State | None, source: DecisionSource | None = None
) -> bool:
    """Decide about one tag of the open song; None is "not judged". False without a song."""
    from core.library.edits.edits import Judge
    from core.library.records import DecisionSource

    song = context.session.song
    if song is None:
        return False
    decision_context = context_of(context, tag_id, source or DecisionSource.EAR)
    edit = Judge(song.id, tag_id, state, decision_context)
    edit_runner.apply(context, edit)
    return True


def decide(context: AppContext, tag_id: int, state: State | None) -> None:
    """Judge a tag by ear: of the open song, or of all selected songs where there are several."""
    if context.session.bulk:
        bulk.judge(context, tag_id, state)
    else:
        judge(context, tag_id, state)


def toggle(context: AppContext, tag_id: int, state: State) -> State | None:
    """Decide, or take the same decision back; the new state."""
    new = None if common_state(context, tag_id) == state else state
    decide(context, tag_id, new)
    return new


def common_state(context: AppContext, tag_id: int) -> State | None:
    """The state of a tag in the open song, or the one that all selected songs have."""
    session = context.session
    if not session.bulk:
        former = session.states().get(tag_id)
        return former.state if former is not None else None
    counts = session.tally().get(tag_id, {})
    return next((s for s, n in counts.items() if n == len(session.selection)), None)


def accept(context: AppContext, tag_id: int) -> None:
    """The model's suggestion is right."""
    from core.library.records import DecisionSource, State

    judge(context, tag_id, State.YES, DecisionSource.ACCEPTED)


def reject(context: AppContext, tag_id: int) -> None:
    """The model's suggestion is wrong."""
    from core.library.records import DecisionSource, State

    judge(context, tag_id, State.NO, DecisionSource.REJECTED)


def first_suggestion(context: AppContext) -> Suggestion | None:
    """What Enter and Backspace are about."""
    suggestions = context.session.suggestions()
    return suggestions[0] if suggestions else None


def accept_first(context: AppContext) -> bool:
    """Accept the first suggestion; False if there is none."""
    if (first := first_suggestion(context)) is not None:
        accept(context, first.tag_id)
    return first is not None


def reject_first(context: AppContext) -> bool:
    """Reject the first suggestion; False if there is none."""
    if (first := first_suggestion(context)) is not None:
        reject(context, first.tag_id)
    return first is not None


def set_note(
    context: AppContext, song_ids: tuple[int, ...], text: str, *, added: bool = False
) -> None:
    """Write a song's note; of several songs, the same for all, or added to what each has."""
    from core.library.edits.edits import SetNote

    if len(song_ids) > 1:
        bulk.write_note(context, song_ids, text, added=added)
        return
    song = context.library.songs.get(song_ids[0])
    if song is not None and text != song.note:
        edit_runner.apply(context, SetNote(song.id, text))


def context_of(context: AppContext, tag_id: int, source: DecisionSource) -> DecisionContext:
    """Under what circumstances the ear decides: was the model's guess for this tag to be seen.

    The bar, the suggestion and the taggram show a guess wherever the model has the word, unless
    blind mode covers it.
    """
    from core.library.records import DecisionContext

    session = context.session
    seen = tag_id in session.tag_scores() and session.guess_visible(tag_id)
    model_id = session.model.id if session.model is not None and seen else None
    return DecisionContext(source=source, guess_visible=seen, model_id=model_id)
