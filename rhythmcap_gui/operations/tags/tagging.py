"""Decisions of the ear: judge, accept, reject, intensity, notes; committed before they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.library.fact_records import DecisionFacts, PriorScore
from core.library.queue_records import Reason
from core.metrics.suggestions import Suggestion
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.tags import bulk

if TYPE_CHECKING:
    from core.library.records import DecisionContext, DecisionSource, State
    from rhythmcap_gui.session import Session


def can_decide(context: AppContext) -> bool:
    """Return whether a song is selected to decide on; tell the user if none is."""
    if not context.session.selection:
        tell_nothing_selected(context.session)
    return bool(context.session.selection)


def tell_nothing_selected(session: Session) -> None:
    """Say why a key decides nothing: the list shows no song selected."""
    session.notify(QCoreApplication.translate("tagging", "No song selected."))


def judge(
    context: AppContext, tag_id: int, state: State | None, source: DecisionSource | None = None
) -> bool:
    """Judge one tag of the open song; None is "not judged". False where it is not the one selected.

    The song may play on while the list shows others: what is not seen selected is not judged. What
    is judged again without the first decision in sight is kept beside it.
    """
    from core.library.edits.edits import Judge, JudgeAgain
    from core.library.records import DecisionSource

    song = context.session.song
    if not can_decide(context) or song is None or context.session.bulk:
        return False
    decision_context = decision_context_of(context, tag_id, source or DecisionSource.EAR)
    if tag_id in context.session.covered_here:
        if state is not None:
            edit_runner.apply(context, JudgeAgain(song.id, tag_id, state, decision_context))
        return state is not None
    edit_runner.apply(context, Judge(song.id, tag_id, state, decision_context))
    return True


def decide(context: AppContext, tag_id: int, state: State | None) -> None:
    """Judge a tag by ear, of the songs that are selected."""
    if context.session.bulk:
        bulk.judge(context, tag_id, state)
    else:
        judge(context, tag_id, state)


def toggle(context: AppContext, tag_id: int, state: State) -> State | None:
    """Decide, or take the same decision back; return the new state.

    What is no only because the rest is no is confirmed by another no. None without a song.
    """
    if not can_decide(context):
        return None
    again = common_state(context, tag_id) == state and not _is_rest(context, tag_id)
    new = None if again else state
    decide(context, tag_id, new)
    return new


def common_state(context: AppContext, tag_id: int) -> State | None:
    """Return the state of a tag in the open song, or the one that all selected songs have."""
    session = context.session
    if not session.bulk:
        decision = session.states().get(tag_id)
        return decision.state if decision is not None else None
    counts = session.selection_counts().get(tag_id, {})
    return next((state for state, n in counts.items() if n == len(session.selection)), None)


def _is_rest(context: AppContext, tag_id: int) -> bool:
    from core.library.records import DecisionSource

    decision = None if context.session.bulk else context.session.states().get(tag_id)
    return decision is not None and decision.source is DecisionSource.REST


def accept(context: AppContext, tag_id: int) -> None:
    """Accept the model's suggestion of a tag."""
    from core.library.records import DecisionSource, State

    judge(context, tag_id, State.YES, DecisionSource.ACCEPTED)


def reject(context: AppContext, tag_id: int) -> None:
    """Reject the model's suggestion of a tag."""
    from core.library.records import DecisionSource, State

    judge(context, tag_id, State.NO, DecisionSource.REJECTED)


def first_suggestion(context: AppContext) -> Suggestion | None:
    """Return the suggestion that Enter and Backspace are about."""
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


def set_intensity(context: AppContext, tag_id: int, intensity: float | None) -> None:
    """Set how strongly a tag holds in the open song, 0 to 1; None takes that back.

    A tag that is not judged, or was no, becomes yes by it: one undo takes back both. Of several
    selected songs it is set for those that have the tag.
    """
    from core.library.edits.edits import Edit, Judge, SetIntensity
    from core.library.records import DecisionSource, State

    if context.session.bulk:
        bulk.set_intensity(context, tag_id, intensity)
        return
    song = context.session.song
    if not can_decide(context) or song is None or tag_id in context.session.covered_here:
        return
    decision = context.session.states().get(tag_id)
    edits: list[Edit] = []
    if decision is None or decision.state is State.NO:
        if intensity is None:
            return
        decision_context = decision_context_of(context, tag_id, DecisionSource.EAR)
        edits.append(Judge(song.id, tag_id, State.YES, decision_context))
    edits.append(SetIntensity(song.id, tag_id, intensity))
    edit_runner.apply(context, *edits, label=edits[-1].title(context.library))


def set_decision_note(context: AppContext, tag_id: int, note: str) -> None:
    """Write a note on the decision about a tag of the open song; nothing where there is none."""
    from core.library.edits.edits import SetDecisionNote

    decision = context.session.states().get(tag_id)
    is_covered = tag_id in context.session.covered_here
    if decision is not None and decision.note != note and not is_covered:
        edit_runner.apply(context, SetDecisionNote(decision.id, note))


def decision_context_of(
    context: AppContext, tag_id: int, source: DecisionSource
) -> DecisionContext:
    """Return the circumstances of a decision: whether the model's guess for this tag was visible.

    The bar, the suggestion and the taggram show a guess wherever the model has the word, unless
    blind mode covers it.
    """
    from core.library.records import DecisionContext

    session = context.session
    seen = tag_id in session.tag_scores() and session.guess_visible(tag_id)
    model_id = session.model.id if session.model is not None and seen else None
    facts = DecisionFacts(_prior_score(session, tag_id), context.listened())
    return DecisionContext(source=source, guess_visible=seen, model_id=model_id, facts=facts)


def _prior_score(session: Session, tag_id: int) -> PriorScore | None:
    """Return what was predicted of a first decision before it is made."""
    score = session.tag_scores().get(tag_id)
    if score is None or session.model is None or tag_id in session.states():
        return None
    question = session.queue.question if session.queue is not None else None
    is_random = (
        question is not None
        and question.reason is Reason.RANDOM
        and session.song is not None
        and question.song_id == session.song.id
    )
    return PriorScore(score, session.live.n_decisions, session.model.id, is_random)
