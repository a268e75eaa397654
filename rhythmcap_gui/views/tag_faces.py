"""What the chips show: the open song's decisions and scores, or counts over a selection.

It reads the session and makes faces; the chips paint them.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from core.library.records import State, Tag
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.tag_chip import ChipFace

Look = Callable[[Tag], ChipFace]


def _say(text: str) -> str:
    return QCoreApplication.translate("tag_faces", text)


def look_of(session: Session) -> Look:
    """A function from a tag to its chip's face as things are now; read once, asked for each tag."""
    return _selection_look(session) if session.bulk else _song_look(session)


def _song_look(session: Session) -> Look:
    states, scores = session.states(), session.tag_scores(session.score_scope)

    def face(tag: Tag) -> ChipFace:
        decision = states.get(tag.id)
        score = scores.get(tag.id) if session.guess_visible(tag.id) else None
        return ChipFace(
            state=decision.state if decision else None,
            score=None if score is None else round(score, 2),
            intensity=decision.intensity if decision else None,
            noted=bool(decision and decision.note),
        )

    return face


def _selection_look(session: Session) -> Look:
    tally, songs = session.tally(), len(session.selection)

    def face(tag: Tag) -> ChipFace:
        counts = tally.get(tag.id, {})
        common = next((state for state, n in counts.items() if n == songs), None)
        share = counts.get(State.YES, 0) / songs if counts and common is None else None
        return ChipFace(state=common, share=share)

    return face


def counts_sentence(session: Session, tag_id: int) -> str:
    """“yes in 7 of 12 songs · no 1 · unsure 0 · not judged 4”, over the selection."""
    counts, songs = session.tally().get(tag_id, {}), len(session.selection)
    yes, no, unsure = (counts.get(state, 0) for state in (State.YES, State.NO, State.UNSURE))
    said = _say("yes in {yes} of {songs} songs · no {no} · unsure {unsure} · not judged {rest}")
    return said.format(yes=yes, songs=songs, no=no, unsure=unsure, rest=songs - yes - no - unsure)
