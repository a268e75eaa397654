"""Which sounds speak for a tag of the open song, and against it: of itself, and of judged songs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from core.library.records import State
from core.models.taggram_records import cell_edges, strongest_span, strongest_window
from rhythmcap_gui.evidence_state import OWN, Evidence, EvidenceClip
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.similar.closer_evidence import CloserEvidence, Window, head_digest
from rhythmcap_gui.operations.similar.song_indexes import SongIndexes

if TYPE_CHECKING:
    from core.library.records import Annotation
    from core.models.prediction_records import Predictions, Taggram


class EvidenceClips:
    """Finds them from what is known now. closer_found(): shorter seconds of the song are known.

    is_looking: such seconds are being looked for.
    """

    def __init__(
        self, context: AppContext, indexes: SongIndexes, closer_found: Callable[[], None]
    ) -> None:
        self._context, self._indexes = context, indexes
        self._closer = CloserEvidence(context, closer_found)
        self.is_looking = False

    def find(self, tag_id: int) -> tuple[EvidenceClip, ...]:
        """Return up to four; blind, none of a tag not judged."""
        session = self._context.session
        if session.song is None or not session.guess_visible(tag_id):
            self.stop()
            return ()
        return *self._own_clips(session.song.id, tag_id), *self._near_clips(session.song.id, tag_id)

    def stop(self) -> None:
        """Look for nothing more."""
        self._closer.cancel()
        self.is_looking = False

    # -- of the open song ---------------------------------------------------------------------

    def _own_clips(self, song_id: int, tag_id: int) -> list[EvidenceClip]:
        column = self._column(tag_id)
        found = self._context.session.shown_predictions
        if column is None or found is None or found.taggram is None:
            self.stop()
            return []
        scores = found.taggram.scores[:, column]
        if np.isnan(scores).all():
            return []
        windows = [self._window(kind, found, column, tag_id) for kind in OWN]
        self.is_looking = not np.isnan(scores).any() and self._closer.look(windows)
        return [self._own_clip(song_id, window, found.taggram, scores) for window in windows]

    def _column(self, tag_id: int) -> int | None:
        """Return which word stands for a tag, of several that with most score."""
        session = self._context.session
        found = session.shown_predictions
        if found is None or found.taggram is None or not len(found.taggram.start_s):
            return None
        scored = session.model_tags[: len(found.words)]
        columns = [column for column, known in enumerate(scored) if known == tag_id]
        return max(columns, key=lambda one: float(found.scores[one]), default=None)

    def _window(self, kind: Evidence, found: Predictions, column: int, tag_id: int) -> Window:
        session, taggram = self._context.session, found.taggram
        assert taggram is not None
        assert session.model is not None
        span_s = strongest_window(taggram, taggram.scores[:, column], most=kind is Evidence.FOR)
        live = None
        if found is session.along:
            live = self._context.library.predictions.live_of(session.model.id)
        head = None if live is None else live.words().heads.get(tag_id)
        return Window(
            kind, found.audio_hash, session.model.id, found.words[column], span_s,
            head_digest(head), head,
        )  # fmt: skip

    def _own_clip(
        self, song_id: int, window: Window, taggram: Taggram, scores: np.ndarray
    ) -> EvidenceClip:
        """Return the seconds that were found, until then those around the strongest window."""
        closer = self._closer.span(window)
        if closer is not None:
            return EvidenceClip(
                window.kind, song_id, "", closer.span_s, closer.score, closer.score_without
            )
        most = window.kind is Evidence.FOR
        edges = cell_edges(taggram, self._context.session.duration_s)
        score = float(np.nanmax(scores) if most else np.nanmin(scores))
        return EvidenceClip(
            window.kind, song_id, "", strongest_span(edges, scores, most=most), score
        )

    # -- of judged songs ----------------------------------------------------------------------

    def _near_clips(self, song_id: int, tag_id: int) -> list[EvidenceClip]:
        from core.similarity.judged_neighbours import nearest_of

        index = self._indexes.index
        if index is None:
            return []
        clips = []
        for kind, state in ((Evidence.WITH, State.YES), (Evidence.WITHOUT, State.NO)):
            judged = self._context.library.annotations.songs_with_state(tag_id, state)
            found = nearest_of(index, song_id, judged)
            if found is not None:
                clips.append(self._near_clip(kind, found, tag_id, state))
        return clips

    def _near_clip(
        self, kind: Evidence, found: tuple[int, float], tag_id: int, state: State
    ) -> EvidenceClip:
        """Return a song's part that was judged so itself, else its middle."""
        library = self._context.library
        song = library.songs.get(found[0])
        parts: list[Annotation] = [
            part
            for part in library.annotations.regions_of_song(found[0])
            if part.tag_id == tag_id and part.state is state and part.end_s is not None
        ]
        span_s = (parts[0].start_s or 0.0, parts[0].end_s or 0.0) if parts else None
        title = song.display_title if song is not None else ""
        return EvidenceClip(kind, found[0], title, span_s, found[1])
