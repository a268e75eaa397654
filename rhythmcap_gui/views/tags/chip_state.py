"""What the chips and the note show: of the open song, or what a selection has in common.

It reads the session; the chips paint what it gives.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from core.library.colleague_records import ColleagueDecision
from core.library.records import DecisionSource, State, Tag
from rhythmcap_gui.number_format import counted, shown_score
from rhythmcap_gui.session import Session

FEW = 2000  # songs; what more of them share is not read at every change


@dataclass(frozen=True, slots=True)
class ChipState:
    """All that a chip shows. score is None where there is no guess or it is hidden.

    share: over several songs that differ, the part of them that is yes, 0 to 1.
    intensity: 0 to 1; noted: there is a note on this decision. rest: no because the rest is no.
    disputed: the model is sure of the contrary. colleagues: what others decided, where it is to be
    seen.
    """

    state: State | None = None
    score: float | None = None
    share: float | None = None
    intensity: float | None = None
    noted: bool = False
    rest: bool = False
    disputed: bool = False
    colleagues: tuple[ColleagueDecision, ...] = ()

    @property
    def contradicted(self) -> bool:
        """Whether another annotator says yes to this no, or no to this yes."""
        contrary = {State.YES: State.NO, State.NO: State.YES}.get(self.state or State.UNSURE)
        return any(decision.state is contrary for decision in self.colleagues)


ChipStateOf = Callable[[Tag], ChipState]


def _tr(text: str) -> str:
    return QCoreApplication.translate("chip_state", text)


def chip_states_of(session: Session) -> ChipStateOf:
    """Return a function from a tag to what its chip shows now; the library is read once."""
    return _selection_states(session) if session.bulk else _song_states(session)


def _song_states(session: Session) -> ChipStateOf:
    if not session.selection:
        return lambda _tag: ChipState()
    states, scores = session.states(), session.tag_scores(session.score_scope)
    disputed, colleagues = disputed_tags(session), colleagues_of(session)

    def chip_state_of(tag: Tag) -> ChipState:
        decision = states.get(tag.id)
        score = scores.get(tag.id) if session.guess_visible(tag.id) else None
        return ChipState(
            state=decision.state if decision else None,
            score=None if score is None else shown_score(score),
            intensity=decision.intensity if decision else None,
            noted=bool(decision and decision.note),
            rest=decision is not None and decision.source is DecisionSource.REST,
            disputed=tag.id in disputed,
            colleagues=colleagues.get(tag.id, ()),
        )

    return chip_state_of


def colleagues_of(session: Session) -> dict[int, tuple[ColleagueDecision, ...]]:
    """Return what other annotators decided on the open song, by tag id.

    Only of tags that the annotator has decided, and nothing in blind mode: no ear is led.
    """
    library, song = session.library, session.song
    decided = session.states()
    if library is None or song is None or session.blind or not decided:
        return {}
    found = library.colleagues.on_song(song.id)
    return {tag_id: decisions for tag_id, decisions in found.items() if tag_id in decided}


def disputed_tags(session: Session) -> set[int]:
    """Return the tags of the open song that the model is sure were judged wrong; none if blind."""
    library, song, model = session.library, session.song, session.model
    if library is None or song is None or model is None or not session.guesses_visible:
        return set()
    states = {tag_id: decision.state for tag_id, decision in session.states().items()}
    return {found.tag_id for found in library.search.disagreements_of(song.id, states, model)}


def _selection_states(session: Session) -> ChipStateOf:
    counts_of_tag, songs = session.selection_counts(), len(session.selection)
    is_read = session.library is not None and songs <= FEW
    strengths = session.library.annotations.common_intensities(session.selection) if is_read else {}

    def chip_state_of(tag: Tag) -> ChipState:
        counts = counts_of_tag.get(tag.id, {})
        common = next((state for state, n in counts.items() if n == songs), None)
        share = counts.get(State.YES, 0) / songs if counts and common is None else None
        level, n_given = strengths.get(tag.id, (None, 0))
        shared = level if n_given == counts.get(State.YES, 0) else None
        return ChipState(state=common, share=share, intensity=shared)

    return chip_state_of


def note_of(session: Session) -> tuple[tuple[int, ...], str | None]:
    """Return the songs a note is about, and the note they share; None where they differ."""
    if session.bulk and session.library is not None:
        few = len(session.selection) <= FEW
        shared = session.library.songs.common_note(session.selection) if few else None
        return session.selection, shared
    if session.song is None or not session.selection:
        return (), ""
    return (session.song.id,), session.song.note


def counts_sentence(session: Session, tag_id: int) -> str:
    """Return “yes in 7 of 12 songs · no 1 · unsure 0 · not judged 4”, over the selection."""
    counts, songs = session.selection_counts().get(tag_id, {}), len(session.selection)
    yes, no, unsure = (counts.get(state, 0) for state in (State.YES, State.NO, State.UNSURE))
    template = _tr(
        "yes in {yes} of {songs:# song|# songs} · no {no} · unsure {unsure} · not judged {rest}"
    )
    return counted(
        template, yes=yes, songs=songs, no=no, unsure=unsure, rest=songs - yes - no - unsure
    )
