"""What is open now: library, song, picture, predictions, model, selection; and signals about it.

Views read it and connect to it; only operations write to it. What it derives (suggestions, scores
of tags, counts of a selection) core computes for it; it stores nothing itself. With library=None
it serves tests of views.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from core.metrics.suggestions import Suggestion as Suggestion
from core.metrics.suggestions import best_words as best_words
from core.metrics.suggestions import choose_suggestions, scores_by_tag
from core.models.prediction_records import HERE as HERE
from core.models.prediction_records import SO_FAR as SO_FAR
from core.models.prediction_records import SONG as SONG
from core.models.prediction_records import is_too_brief
from core.settings import Settings
from rhythmcap_gui.guess_cover import GuessCover
from rhythmcap_gui.question_queue import SongQueue
from rhythmcap_gui.session_lookups import SessionLookups

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.audio.playback_records import PlayerState
    from core.features.cache import FeatureCache
    from core.features.picture_records import SongPicture
    from core.library.codebook.known_words import KnownWords
    from core.library.records import Annotation, Changes, ModelRow, Song, State
    from core.library.scan.scan_records import Duplicate
    from core.library.search.counts import StateCounts
    from core.library.search.query_line import QueryLine
    from core.library.store import Library
    from core.models.prediction_records import Predictions


@dataclass(frozen=True, slots=True)
class Notice:
    """What the user is told, in the window's language.

    level: "info", "good", "warning" or "error". until_whole: it goes when the library at `path`
    is whole again. action: the id of the window's action that is the remedy, offered as a button.
    undoes: what undo is called as long as it is about this; then the notice goes. made: a file or
    folder that is new, offered to be shown in its folder.
    """

    text: str
    level: str = "info"
    remedy: str = ""
    detail: str = ""
    path: Path | None = None
    until_whole: bool = False
    action: str = ""
    undoes: str = ""
    made: Path | None = None

    @property
    def is_grave(self) -> bool:
        """Whether it says that something is wrong."""
        return self.level in ("warning", "error")

    @property
    def stays(self) -> bool:
        """Whether it stays in sight until it is dismissed."""
        return self.is_grave or bool(self.undoes or self.made)


@dataclass(frozen=True, slots=True)
class LiveState:
    """What is learned decision by decision, beside the model in use.

    ready: its scores are shown. n_decisions: those that the model had not learned from.
    """

    ready: bool = False
    n_decisions: int = 0


class Session(SessionLookups, GuessCover):
    """The one object views know besides core's records; None where there is nothing."""

    changed = Signal(object)  # Changes
    library_changed = Signal(object)  # Library: another one was opened
    song_opened = Signal(object)  # Song | None
    picture_ready = Signal(object)  # SongPicture | None, of the open song
    picture_grew = Signal(object)  # PartialPicture of the open song, until its picture is ready
    predictions_ready = Signal(object)  # Predictions | None, of the open song
    taggram_grew = Signal(object)  # Taggram of the open song so far, NaN where it has no scores
    scores_changed = Signal()  # predictions of the whole library
    live_changed = Signal(object)  # LiveState: what was learned since the model's last round
    along_changed = Signal()  # the open song's scores over time by what was learned since
    model_changed = Signal(object)  # ModelRow | None
    position_changed = Signal(float)  # seconds, as heard
    playback_changed = Signal(object)  # PlayerState
    loop_changed = Signal(object)  # (start_s, end_s) | None
    score_scope_changed = Signal(str)  # "song" | "so_far" | "here"
    settings_changed = Signal(object)  # Settings
    selection_changed = Signal(tuple)  # song ids
    query_changed = Signal(str)
    queue_changed = Signal(object)  # SongQueue | None: another one, or another question of it
    notice = Signal(object)  # Notice
    made_whole = Signal(object)  # Path of a library that was damaged or missing
    category_armed = Signal(object)  # category id | None: the first key of a chord was pressed

    def __init__(
        self,
        library: Library | None = None,
        *,
        settings: Settings | None = None,
        cache: FeatureCache | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__((settings or Settings()).blind, parent)
        self.library, self.cache, self.why_reading = library, cache, ""
        self.settings = settings or Settings()
        self.song: Song | None = None
        self.file_changed = False  # the open song's file may hold another sound: not to be read
        self.picture: SongPicture | None = None
        self.predictions: Predictions | None = None
        self.unscored: Notice | None = None  # why the open song has no predictions
        self.along: Predictions | None = None  # its predictions by what was learned since
        self.along_failed = False  # they cannot be: its seconds are the model's own
        self.model: ModelRow | None = None
        self.model_tags: tuple[int | None, ...] = ()  # what the model's words stand for here
        self.live = LiveState()
        self.position_s = self.duration_s = 0.0
        self.loop: tuple[float, float] | None = None
        self.playing = False
        self.selection: tuple[int, ...] = ()
        self.query, self.score_scope = "", SONG
        self.queue: SongQueue | None = None
        # Tags by song id of which the first decision is out of sight, while it is judged again.
        self.covered: Mapping[int, frozenset[int]] = {}
        self.missing_folders: dict[int, Path] = {}  # song id -> its missing folder (or drive)
        self.armed_category: int | None = None
        self._states: dict[int, Annotation] | None = None
        self._selection_counts: StateCounts | None = None

    # -- for views ----------------------------------------------------------------------------

    def states(self) -> dict[int, Annotation]:
        """Return the annotator's decisions on the open song, tag id -> Annotation.

        In place of those that are covered, what was judged again.
        """
        if self.song is None or self.library is None:
            return {}
        if self._states is None:
            first = self.library.annotations.of_song(self.song.id)
            self._states = _without_covered(self, first) if self.covered_here else first
        return self._states

    @property
    def covered_here(self) -> frozenset[int]:
        """The tags of the open song whose first decision is out of sight."""
        return frozenset() if self.song is None else self.covered.get(self.song.id, frozenset())

    def is_missing(self, song: Song) -> bool:
        """Whether the song's file was not there when it was last looked for."""
        return song.missing_since is not None or song.id in self.missing_folders

    @property
    def bulk(self) -> bool:
        """Whether decisions are about the selected songs; else about the open one, if selected."""
        return bool(self.selection) and (self.song is None or self.selection != (self.song.id,))

    def selection_counts(self) -> StateCounts:
        """Return how many selected songs are yes, no, unsure: tag id -> State -> count."""
        if self._selection_counts is None and self.library is not None:
            self._selection_counts = self.library.search.state_counts(self.selection)
        return self._selection_counts or {}

    def undecided_pairs(self, pairs: Sequence[Duplicate]) -> tuple[Duplicate, ...]:
        """Keep the pairs of songs whose files are neither joined nor called different."""
        from core.library.scan.duplicates import undecided

        return () if self.library is None else undecided(self.library, pairs)

    def query_line(self, text: str | None = None) -> QueryLine:
        """Read a search line, the session's own by default: its terms, hints and filters."""
        from core.library.search.query_line import QueryLine

        return QueryLine(self.query if text is None else text)

    def known_words(self) -> KnownWords:
        """Read the codebook's words, to find tags by typing and to check a tag's draft against."""
        from core.library.codebook.known_words import KnownWords

        return KnownWords.of(self.library.codebook) if self.library is not None else KnownWords()

    def tag_scores(self, scope: str = SONG) -> dict[int, float]:
        """Return the model's scores 0..1 for the open song by tag id.

        scope "here": of the second under the playhead; "so_far": of the song until then.
        """
        scores = self.word_scores(scope)
        return {} if scores is None else scores_by_tag(scores, self.model_tags)

    def guess_visible(self, tag_id: int) -> bool:
        """Whether the model's score for this tag may be on screen: decided ones, too, if blind."""
        return self.guesses_visible or (tag_id in self.states() and not self.closed)

    def suggestions(self) -> list[Suggestion]:
        """Return unjudged words above their thresholds, best first; for the song selected only."""
        if not self.guesses_visible or self.library is None or self.model is None:
            return []
        if self.bulk or not self.selection:
            return []
        names = {tag.id: tag.name for tag in self.library.codebook.tags()}
        metrics, own = self.model.metrics, self.library.evaluation.thresholds(self.model.id)
        scores = {} if is_too_brief(self.duration_s) else self.tag_scores(self.score_scope)
        return choose_suggestions(scores, names, self.states(), metrics, own)

    @property
    def shown_predictions(self) -> Predictions | None:
        """The open song's predictions as its seconds show them: by what was learned since."""
        is_whole = self.along is not None and len(self.along.words) == len(self.model_tags)
        return self.along if is_whole else self.predictions

    def added_words(self) -> tuple[str, ...]:
        """Return the names of the tags behind the model's own words, learned since; see live."""
        if self.library is None or self.model is None:
            return ()
        codebook, added = self.library.codebook, self.model_tags[len(self.model.words) :]
        return tuple("" if tag_id is None else codebook.tag(tag_id).name for tag_id in added)

    # -- for operations -----------------------------------------------------------------------

    def open_library(self, library: Library | None, why_reading: str = "") -> None:
        """Set another library. why_reading: what keeps it from being written, "" for nothing."""
        self.library, self.why_reading = library, why_reading
        self.set_queue(None)
        self.open_song(None)
        self.set_model(None)
        self.selection, self._selection_counts, self.missing_folders = (), None, {}
        self.library_changed.emit(library)

    def open_song(self, song: Song | None, *, file_changed: bool = False) -> None:
        """Set the open song, and select it; picture and predictions follow when they are ready."""
        self.song, self.picture, self.predictions, self.unscored = song, None, None, None
        self.along, self.along_failed = None, False
        self._states, self.revealed, self.file_changed = None, False, file_changed
        self.duration_s, self.position_s = (song.duration_s if song else 0.0), 0.0
        self.set_loop(None)
        self.set_selection((song.id,) if song is not None else ())
        self.song_opened.emit(song)
        self.position_changed.emit(0.0)

    def apply_changes(self, changes: Changes) -> None:
        """Drop what was read of the library before a change, and emit `changed`."""
        self._states = self._selection_counts = None
        if self.song is not None and self.library is not None and self.song.id in changes.songs:
            self.song = self.library.songs.get(self.song.id)
        if changes.codebook:
            self._read_model_tags()
        self.changed.emit(changes)

    def set_picture(self, picture: SongPicture | None) -> None:
        """Set the open song's picture."""
        self.picture = picture
        self.picture_ready.emit(picture)

    def set_predictions(
        self, predictions: Predictions | None, unscored: Notice | None = None
    ) -> None:
        """Set the open song's predictions with its taggram, or why there are none."""
        self.along, self.along_failed = None, False
        # All views write the numbers that the table reads.
        self.predictions = None if predictions is None else predictions.as_stored()
        self.unscored = unscored
        self.predictions_ready.emit(self.predictions)

    def set_model(self, model: ModelRow | None) -> None:
        """Set the model that predicts from now on."""
        self.model = model
        self.predictions = self.unscored = self.along = None
        self.along_failed = False
        self._read_model_tags()
        self.model_changed.emit(model)
        self.scores_changed.emit()

    def set_live(self, state: LiveState, *, scored: bool = False) -> None:
        """Set what was learned since the model's last round. scored: there are new scores."""
        self.live = state
        self._read_model_tags()
        self.live_changed.emit(state)
        if scored:
            self.scores_changed.emit()

    def set_along(self, predictions: Predictions | None, *, failed: bool = False) -> None:
        """Set what was learned since makes of the open song's seconds; None: they are the model's.

        failed: as they cannot be scored anew.
        """
        if (self.along, self.along_failed) != (None, failed) or predictions is not None:
            self.along, self.along_failed = predictions, failed
            self.along_changed.emit()

    def set_position(self, seconds: float) -> None:
        """Set where the sound is."""
        self.position_s = seconds
        self.position_changed.emit(seconds)

    def set_playback(self, state: PlayerState) -> None:
        """Take the player's state over after it started, stopped, loaded or met a problem."""
        self.playing = state.playing
        self.playback_changed.emit(state)

    def set_loop(self, loop: tuple[float, float] | None) -> None:
        """Set the loop in seconds, or none."""
        if loop != self.loop:
            self.loop = loop
            self.loop_changed.emit(loop)

    def set_score_scope(self, scope: str) -> None:
        """Show scores of the whole song, of it up to the playhead, or of the second there."""
        self.score_scope = scope if scope in (SO_FAR, HERE) else SONG
        self.score_scope_changed.emit(self.score_scope)

    def set_settings(self, settings: Settings) -> None:
        """Set the preferences."""
        self.settings = settings
        self.settings_changed.emit(settings)

    def set_selection(self, song_ids: tuple[int, ...]) -> None:
        """Set the songs selected in the table: decisions are about them."""
        if song_ids != self.selection:
            self.selection, self._selection_counts = song_ids, None
            self.selection_changed.emit(song_ids)

    def set_query(self, query: str) -> None:
        """Set the text of the search line; it takes the place of a queue."""
        if query != self.query:
            self.set_queue(None)
        if query != self.query:
            self.query = query
            self.query_changed.emit(query)

    def set_queue(self, queue: SongQueue | None) -> None:
        """Set the questions to be answered and which is shown, or none."""
        if queue != self.queue:
            self.queue = queue
            self.queue_changed.emit(queue)

    def arm_category(self, category_id: int | None) -> None:
        """Set the category whose key began a chord; None when the chord is over."""
        if category_id != self.armed_category:
            self.armed_category = category_id
            self.category_armed.emit(category_id)

    def notify(self, text: str, level: str = "info", *, remedy: str = "", detail: str = "") -> None:
        """Emit a notice to the user."""
        self.notice.emit(Notice(text, level, remedy, detail))

    def word_scores(self, scope: str) -> NDArray[np.float32] | None:
        """Return the scores of the model's words for the open song, (n_words,); see tag_scores."""
        library, song, model = self.library, self.song, self.model
        if self.predictions is not None:
            shown = self.predictions if scope == SONG else self.shown_predictions
            scores = shown.scores_of(scope, self.position_s)
            if library is None or song is None or model is None or scope != SONG:
                return scores
            live = library.predictions.live_of(model.id)
            return scores if live is None else live.of_song(song.id, scores)
        if library is None or song is None or model is None:
            return None
        return library.predictions.get(song.id, model.id)

    def _read_model_tags(self) -> None:
        self.model_tags = ()
        if self.library is not None and self.model is not None:
            added, is_there = self.library.predictions.added_tags, self.library.codebook.has_tag
            # Undo may take away a tag that was learned since, before what learned it is made anew.
            live = (tag_id if is_there(tag_id) else None for tag_id in added(self.model.id))
            self.model_tags = (*self.library.models.tag_ids(self.model.id), *live)


def _without_covered(session: Session, first: dict[int, Annotation]) -> dict[int, Annotation]:
    """Leave out decisions that are covered; show what was judged again in their places."""
    song, queue, library = session.song, session.queue, session.library
    second: Mapping[int, State] = {}
    if song is not None and queue is not None and queue.kept_id is not None and library is not None:
        second = library.queues.second_states(queue.kept_id, song.id)
    shown = {tag: one for tag, one in first.items() if tag not in session.covered_here}
    for tag_id in session.covered_here & second.keys() & first.keys():
        again = replace(first[tag_id], state=second[tag_id], intensity=None, note="")
        shown[tag_id] = again
    return shown
