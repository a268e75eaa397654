"""The model's scores of the songs of a table, cached page by page until they change."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rhythmcap_gui.session import Session, Suggestion


class PageScores:
    """The best word of each song, and the scores of single tags; page: any number of rows."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._best: dict[int, dict[int, Suggestion]] = {}
        self._of_tag: dict[tuple[int, int], dict[int, float]] = {}

    def clear(self) -> None:
        """Drop everything: the scores, or whether they may be seen, have changed."""
        self._best.clear()
        self._of_tag.clear()

    def drop(self, page: int) -> None:
        """Drop a page that is out of view."""
        self._best.pop(page, None)
        for key in [key for key in self._of_tag if key[0] == page]:
            del self._of_tag[key]

    def best(self, page: int, song_ids: Sequence[int], song_id: int) -> Suggestion | None:
        """Return the model's best word for a song; song_ids: all songs of its page."""
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
