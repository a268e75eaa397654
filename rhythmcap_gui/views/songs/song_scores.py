"""The model's scores of the songs of a table, cached page by page until they change."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rhythmcap_gui.question_queue import QueueKind
from rhythmcap_gui.session import Session, Suggestion

IN_DISPUTE = "≠"


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
        self.forget_disputes()

    def forget_disputes(self) -> None:
        """Drop what is in dispute: a decision was made."""
        self._disputed = None

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
            top_words = self._session.top_words(song_ids, count=1)
            self._best[page] = {
                found_id: words[0] for found_id, words in top_words.items() if words
            }
        return self._best[page].get(song_id)

    def of_tag(self, page: int, song_ids: Sequence[int], song_id: int, tag_id: int) -> float | None:
        """Return the model's score for a tag; None without predictions, or if blind."""
        if (page, tag_id) not in self._of_tag:
            self._of_tag[page, tag_id] = scores_of(self._session, tag_id, song_ids)
        return self._of_tag[page, tag_id].get(song_id)


def disputed_words(session: Session) -> dict[int, Suggestion]:
    """Return the word most in dispute by song id, where songs to review are shown, else none."""
    library, queue = session.library, session.queue
    in_queue = queue is not None and queue.kind is QueueKind.DISPUTES
    if library is None or session.model is None or session.blind:
        return {}
    if not in_queue and not session.query_line().is_review():
        return {}
    found: dict[int, Suggestion] = {}
    for dispute in library.search.disagreements():  # the strongest first
        name = f"{IN_DISPUTE} {library.codebook.tag(dispute.tag_id).name}"
        found.setdefault(dispute.song_id, Suggestion(dispute.tag_id, name, dispute.score))
    return found


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
