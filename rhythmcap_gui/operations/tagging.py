"""The ear's decisions: judge, accept, reject, note. Each is committed before it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rhythmcap_gui.operations import bulk, storing
from rhythmcap_gui.operations.desk import Desk
from rhythmcap_gui.session import Suggestion

if TYPE_CHECKING:
    from core.library.edits import Context
    from core.library.records import Source, State


def judge(desk: Desk, tag_id: int, state: State | None, source: Source | None = None) -> bool:
    """Decide about one tag of the open song; None is "not judged". False without a song."""
    from core.library.edits import Judge
    from core.library.records import Source

    song = desk.session.song
    if song is None:
        return False
    context = context_of(desk, tag_id, source or Source.EAR)
    edit = Judge(song.id, tag_id, state, context)
    storing.apply(desk, edit, label=edit.title(desk.library))
    return True


def decide(desk: Desk, tag_id: int, state: State | None) -> None:
    """Judge a tag by ear: of the open song, or of all selected songs where there are several."""
    if desk.session.bulk:
        bulk.judge(desk, tag_id, state)
    else:
        judge(desk, tag_id, state)


def toggle(desk: Desk, tag_id: int, state: State) -> State | None:
    """Decide, or take the same decision back; the new state."""
    new = None if common_state(desk, tag_id) == state else state
    decide(desk, tag_id, new)
    return new


def common_state(desk: Desk, tag_id: int) -> State | None:
    """The state of a tag in the open song, or the one that all selected songs have."""
    session = desk.session
    if not session.bulk:
        former = session.states().get(tag_id)
        return former.state if former is not None else None
    counts = session.tally().get(tag_id, {})
    return next((s for s, n in counts.items() if n == len(session.selection)), None)


def accept(desk: Desk, tag_id: int) -> None:
    """The model's suggestion is right."""
    from core.library.records import Source, State

    judge(desk, tag_id, State.YES, Source.ACCEPTED)


def reject(desk: Desk, tag_id: int) -> None:
    """The model's suggestion is wrong."""
    from core.library.records import Source, State

    judge(desk, tag_id, State.NO, Source.REJECTED)


def first_suggestion(desk: Desk) -> Suggestion | None:
    """What Enter and Backspace are about."""
    suggestions = desk.session.suggestions()
    return suggestions[0] if suggestions else None


def accept_first(desk: Desk) -> bool:
    """Accept the first suggestion; False if there is none."""
    if (first := first_suggestion(desk)) is not None:
        accept(desk, first.tag_id)
    return first is not None


def reject_first(desk: Desk) -> bool:
    """Reject the first suggestion; False if there is none."""
    if (first := first_suggestion(desk)) is not None:
        reject(desk, first.tag_id)
    return first is not None


def set_note(desk: Desk, song_ids: tuple[int, ...], text: str, *, added: bool = False) -> None:
    """Write a song's note; of several songs, the same for all, or added to what each has."""
    from core.library.edits import SetNote

    if len(song_ids) > 1:
        bulk.write_note(desk, song_ids, text, added=added)
        return
    song = desk.library.songs.get(song_ids[0])
    if song is not None and text != song.note:
        storing.apply(desk, SetNote(song.id, text), label="Note")


def context_of(desk: Desk, tag_id: int, source: Source) -> Context:
    """Under what circumstances the ear decides: was the model's guess for this tag to be seen.

    The bar, the suggestion and the taggram show a guess wherever the model has the word, unless
    blind mode covers it.
    """
    from core.library.edits import Context

    session = desk.session
    seen = tag_id in session.tag_scores() and session.guess_visible(tag_id)
    model_id = session.model.id if session.model is not None and seen else None
    return Context(source=source, guess_visible=seen, model_id=model_id)
