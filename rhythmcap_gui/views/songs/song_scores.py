"""The model's scores of the songs of a table, cached page by page until they change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np

from core.library.review_records import Disagreement
from rhythmcap_gui.question_queue import Question, QueueKind
from rhythmcap_gui.session import Session, Suggestion, best_words

IN_DISPUTE, CHANGED = "≠", "→"
FEW = 4  # songs; looked at one by one


class PageScores:
    """The best word of each song, and the scores of single tags; page: any number of rows."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._best: dict[int, dict[int, Suggestion]] = {}
        self._of_tag: dict[tuple[int, int], dict[int, float]] = {}
        self._disputed: dict[int, Suggestion] | None = None

    def clear(self) -> None:
        """Drop everything: the scores, or whether they may be seen, have changed."""
        self._best.clear()
        self._of_tag.clear()
        self._disputed = None

    def follow_decisions(self, song_ids: Collection[int]) -> None:
        """Look again what is in dispute of songs on which a decision was made."""
        if self._disputed is None:
            return
        if len(song_ids) > FEW:
            self._disputed = None
            return
        for song_id in song_ids:
            self._disputed.pop(song_id, None)
            self._disputed |= disputed_words(self._session, song_id)

    def drop(self, page: int) -> None:
        """Drop a page that is out of view."""
        self._best.pop(page, None)
        for key in [key for key in self._of_tag if key[0] == page]:
            del self._of_tag[key]

    def best(self, page: int, song_ids: Sequence[int], song_id: int) -> Suggestion | None:
        """Return the model's best word for a song; song_ids: all songs of its page.

        Where songs to review are shown, it is the word that is most in dispute.
        """
        if self._disputed is None:
            self._disputed = disputed_words(self._session)
        if song_id in self._disputed:
            return self._disputed[song_id]
        if page not in self._best:
            found = top_words(self._session, song_ids, count=1)
            self._best[page] = {found_id: words[0] for found_id, words in found.items() if words}
        return self._best[page].get(song_id)

    def of_tag(self, page: int, song_ids: Sequence[int], song_id: int, tag_id: int) -> float | None:
        """Return the model's score for a tag; None without predictions, or if blind."""
        if (page, tag_id) not in self._of_tag:
            self._of_tag[page, tag_id] = scores_of(self._session, tag_id, song_ids)
        return self._of_tag[page, tag_id].get(song_id)


def top_words(
    session: Session, song_ids: Iterable[int], count: int = 3
) -> dict[int, list[Suggestion]]:
    """Return the model's best words of songs (a page of the table), best first, by song id."""
    if session.library is None or session.model is None or session.blind:
        return {}
    ids, scores = session.library.predictions.matrix(session.model.id)
    words, tags = session.model.words + session.added_words(), session.model_tags
    top: dict[int, list[Suggestion]] = {}
    for song_id in song_ids:
        row = int(np.searchsorted(ids, song_id))
        if row < len(ids) and ids[row] == song_id:
            top[int(song_id)] = best_words(scores[row], words, tags, count)
    return top


def disputed_words(session: Session, song_id: int | None = None) -> dict[int, Suggestion]:
    """Return the word most in dispute by song id, where songs to review are shown, else none.

    Where it is asked what a new model says otherwise, it is the word that has changed most.
    song_id: of this song only.
    """
    library, queue = session.library, session.queue
    kind = queue.kind if queue is not None and queue.questions else None
    if library is None or session.model is None or session.blind:
        return {}
    in_dispute: Iterable[Disagreement | Question] = ()
    sign = IN_DISPUTE
    if queue is not None and kind is QueueKind.FLIPS:
        in_dispute, sign = queue.questions, CHANGED
        if song_id is not None:
            in_dispute = [one for one in queue.questions if one.song_id == song_id]
    elif kind is QueueKind.DISPUTES or (kind is None and session.query_line().is_review()):
        in_dispute = _disagreements(session, song_id)
    names = {tag.id: tag.name for tag in library.codebook.tags()}
    found: dict[int, Suggestion] = {}
    for one in in_dispute:  # the strongest first
        if one.tag_id in names and one.score is not None:
            word = f"{sign} {names[one.tag_id]}"
            found.setdefault(one.song_id, Suggestion(one.tag_id, word, one.score))
    return found


def _disagreements(session: Session, song_id: int | None) -> list[Disagreement]:
    library, model = session.library, session.model
    if library is None or model is None:
        return []
    if song_id is None:
        return library.search.disagreements()
    decisions = library.annotations.of_song(song_id)
    states = {tag_id: decision.state for tag_id, decision in decisions.items()}
    return library.search.disagreements_of(song_id, states, model)


def scores_of(session: Session, tag_id: int, song_ids: Sequence[int]) -> dict[int, float]:
    """Return the model's score for one tag of the songs that have predictions; empty if blind."""
    if session.library is None or session.model is None or session.blind:
        return {}
    columns = [column for column, model_tag in enumerate(session.model_tags) if model_tag == tag_id]
    ids, scores = session.library.predictions.matrix(session.model.id)
    if not columns or not len(ids):
        return {}
    page_ids = np.asarray(song_ids, dtype=np.int64)
    rows = np.minimum(np.searchsorted(ids, page_ids), len(ids) - 1)
    is_found = ids[rows] == page_ids
    best = scores[rows[is_found]][:, columns].max(axis=1)
    return dict(zip(page_ids[is_found].tolist(), best.tolist(), strict=True))
