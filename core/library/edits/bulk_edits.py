"""The same edit on many songs, done with a few statements: decisions, intensities, notes, removal.

For very many songs, several of these with some hundred songs each make one group: see sliced()
and Library.do_in_slices.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.library.edits.decision_edits import (
    check_intensity,
    decision_columns,
    intensity_title,
    is_repeated,
    tag_name_and_state,
)
from core.library.edits.decision_facts import forget_facts
from core.library.edits.edit_context import EditContext
from core.library.edits.journal import Ledger, stale_edit_error
from core.library.edits.song_edits import RemoveSongs
from core.library.edits.word_edits import ForgetWords, SetWords
from core.library.fact_records import BulkPriors
from core.library.records import BY_EAR, DecisionContext, DecisionSource, State
from core.library.text import utc_now
from core.messages import message

SONGS_PER_SLICE = 250  # some milliseconds
NOTES_PER_SLICE = 40  # a note also goes into the full-text index
DECISIONS_OF_A_SONG = 10  # that go with it when it is removed, about


@dataclass(frozen=True, slots=True, repr=False)
class JudgeMany:
    """The same decision for several songs, taken back by one undo.

    priors: what a model had predicted of them; it goes into the journal with the edit. Such
    decisions are no single predictions: none is in the prequential record, in what tells of
    guesses, or in the seconds a decision takes. What was heard is not kept, as it is of one song.
    """

    song_ids: tuple[int, ...]
    tag_id: int
    state: State | None
    context: DecisionContext = BY_EAR
    priors: BulkPriors | None = None

    def __repr__(self) -> str:
        """Leave the songs out: they are in the journal's rows."""
        priors = f", priors={self.priors.of(self.song_ids)!r}" if self.priors is not None else ""
        return (
            f"JudgeMany({len(self.song_ids)} songs, tag_id={self.tag_id}, state={self.state!r},"
            f" context={self.context!r}{priors})"
        )

    def title(self, library: EditContext) -> str:
        name, state = tag_name_and_state(library, self.tag_id, self.state)
        return message("edit.judge_many", name=name, state=state, n=len(self.song_ids))

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        rows_by_song = library.annotations.rows_by_song(self.song_ids, self.tag_id)
        rows = {row["id"]: row for row in rows_by_song.values()}
        if self.state is None:
            ledger.delete_rows("annotations", rows)
            forget_facts(library, ledger, self.song_ids, self.tag_id)
            return
        time, columns = utc_now(), decision_columns(library, self.state, self.context)
        slot = {"tag_id": self.tag_id, "annotator_id": library.annotators.current.id}
        times = {"created_at": time, "updated_at": time}
        new_ids = dict.fromkeys(song_id for song_id in self.song_ids if song_id not in rows_by_song)
        new_rows = [{"song_id": song_id, **slot, **columns, **times} for song_id in new_ids]
        ledger.insert_rows("annotations", new_rows)
        # An intensity belongs to the decision it was given for.
        same_state = {**columns, "updated_at": time}
        other_state = {**same_state, "intensity": None}
        last_change = library.codebook.last_change(self.tag_id)
        changed = {
            row_id: same_state if row["state"] == columns["state"] else other_state
            for row_id, row in rows.items()
            if not is_repeated(row, columns, last_change)
        }
        ledger.update_rows("annotations", changed, rows)


@dataclass(frozen=True, slots=True, repr=False)
class SetIntensityMany:
    """How strongly a tag holds, 0 to 1 or None, in those of several songs that have it."""

    song_ids: tuple[int, ...]
    tag_id: int
    intensity: float | None

    def __repr__(self) -> str:
        """Leave the songs out: they are in the journal's rows."""
        songs = f"{len(self.song_ids)} songs"
        return f"SetIntensityMany({songs}, tag_id={self.tag_id}, intensity={self.intensity!r})"

    def title(self, library: EditContext) -> str:
        return intensity_title(library, self.tag_id, self.intensity)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        check_intensity(self.intensity)
        rows_by_song = library.annotations.rows_by_song(self.song_ids, self.tag_id)
        rows = {row["id"]: row for row in rows_by_song.values() if row["state"] == State.YES}
        values = {"intensity": self.intensity, "updated_at": utc_now()}
        changed = {
            row_id: values for row_id, row in rows.items() if row["intensity"] != self.intensity
        }
        ledger.update_rows("annotations", changed, rows)


@dataclass(frozen=True, slots=True, repr=False)
class WriteNotes:
    """A note on several songs: in place of the former one, or (added) as a line after it."""

    song_ids: tuple[int, ...]
    note: str
    added: bool = False

    def __repr__(self) -> str:
        """Leave the songs out: they are in the journal's rows."""
        return f"WriteNotes({len(self.song_ids)} songs, {self.note!r}, added={self.added})"

    def title(self, _library: EditContext) -> str:
        return message("edit.note")

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        songs = ledger.rows("songs", self.song_ids)
        if len(songs) < len(set(self.song_ids)):
            raise stale_edit_error(library.database)
        notes = {song_id: {"note": self._note_of(row["note"])} for song_id, row in songs.items()}
        ledger.update_rows("songs", notes, songs)

    def _note_of(self, former: str) -> str:
        return f"{former}\n{self.note}" if self.added and former else self.note


@dataclass(frozen=True, slots=True, repr=False)
class RestIsNo:
    """Of several songs, the tags not judged yet become no; what was decided stays as it is.

    A tag that was judged on a part of a song counts as judged. seen: the tags whose guess by
    model_id was on screen. category: the name of the one they are of; "": they are all tags.
    """

    song_ids: tuple[int, ...]
    tag_ids: tuple[int, ...]
    category: str = ""
    seen: frozenset[int] = frozenset()
    model_id: int | None = None

    def __repr__(self) -> str:
        """Leave the songs out: they are in the journal's rows."""
        songs = f"{len(self.song_ids)} songs"
        return f"RestIsNo({songs}, tag_ids={self.tag_ids!r}, category={self.category!r})"

    def title(self, _library: EditContext) -> str:
        if self.category:
            return message("edit.rest_of_category", category=self.category)
        return message("edit.rest_of_all")

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        judged = library.annotations.judged_pairs(self.song_ids)
        annotator_id, time = library.annotators.current.id, utc_now()
        columns = {
            tag_id: decision_columns(library, State.NO, self._context(tag_id))
            for tag_id in self.tag_ids
            if library.codebook.tag(tag_id).retired_at is None
        }
        rows = [
            {"song_id": song_id, "tag_id": tag_id, "annotator_id": annotator_id, **decision,
             "created_at": time, "updated_at": time}
            for song_id in dict.fromkeys(self.song_ids)
            for tag_id, decision in columns.items()
            if (song_id, tag_id) not in judged
        ]  # fmt: skip
        ledger.insert_rows("annotations", rows)

    def _context(self, tag_id: int) -> DecisionContext:
        seen = tag_id in self.seen
        return DecisionContext(DecisionSource.REST, seen, self.model_id if seen else None)


BulkEdit = (
    JudgeMany | SetIntensityMany | WriteNotes | RestIsNo | SetWords | ForgetWords | RemoveSongs
)


def n_decisions(edit: BulkEdit) -> int:
    """Return how many decisions (or notes) an edit changes at most; about, where songs go."""
    if isinstance(edit, RemoveSongs):
        return len(edit.song_ids) * DECISIONS_OF_A_SONG
    return len(edit.song_ids) * (len(edit.tag_ids) if isinstance(edit, RestIsNo) else 1)


def sliced(edit: BulkEdit) -> Iterator[BulkEdit]:
    """Split an edit into the same one on slices of its songs."""
    is_text = isinstance(edit, WriteNotes | SetWords | ForgetWords)
    size = NOTES_PER_SLICE if is_text else SONGS_PER_SLICE
    size = max(1, size * len(edit.song_ids) // max(1, n_decisions(edit)))
    for first in range(0, len(edit.song_ids), size):
        yield replace(edit, song_ids=edit.song_ids[first : first + size])
