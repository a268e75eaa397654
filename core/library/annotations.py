"""The decisions: read by song, counted by tag, and taken as a snapshot for training.

Making one is an edit. Everything here is the current annotator's unless it says otherwise.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.library.annotators import Annotators
from core.library.codebook.codebook import Codebook
from core.library.db.database import Database
from core.library.disputes import Disputes
from core.library.records import (
    CELL_NOT_JUDGED,
    CELL_UNSURE,
    Annotation,
    Conflict,
    DecisionSource,
    Labels,
    Slot,
    State,
    Tag,
)
from core.library.text import path_from_stored

COLUMNS = (
    "id, song_id, tag_id, annotator_id, state, intensity, start_s, end_s, source, guess_visible,"
    " model_id, codebook_version, note, created_at, updated_at"
)
_SONGS_BY_HASH = "SELECT audio_hash, path, artist, id FROM songs ORDER BY audio_hash"


@dataclass(frozen=True, slots=True)
class AnnotationProgress:
    """How far the annotator is: songs with any decision, of all; decisions of all kinds."""

    n_judged_songs: int
    n_songs: int
    n_decisions: int


@dataclass(frozen=True, slots=True)
class SlotDecision:
    """One decision, where what it is about is known. is_rest: no because the rest is no."""

    row_id: int
    state: State
    is_rest: bool


class Annotations:
    """Reading decisions. Every method may raise LibraryError."""

    def __init__(
        self, database: Database, annotators: Annotators, codebook: Codebook, disputes: Disputes
    ) -> None:
        self._database = database
        self._disputes = disputes
        self._annotators = annotators
        self._codebook = codebook

    def of_song(self, song_id: int) -> dict[int, Annotation]:
        """Return the decisions on the whole song, by tag id."""
        decisions = self._where("song_id = ? AND annotator_id = ? AND start_s IS NULL", song_id)
        return {decision.tag_id: decision for decision in decisions}

    def of_song_and_tag(self, song_id: int, tag_id: int) -> Annotation | None:
        """Return the decision on one tag of the whole song; None: not judged."""
        sql = (
            f"SELECT {COLUMNS} FROM annotations WHERE song_id = ? AND tag_id = ?"
            " AND annotator_id = ? AND ifnull(start_s, -1) = -1 AND ifnull(end_s, -1) = -1"
        )
        row = self._database.row(sql, (song_id, tag_id, self._annotators.current.id))
        return _annotation(row) if row else None

    def rows_by_song(self, song_ids: Sequence[int], tag_id: int) -> dict[int, dict[str, Any]]:
        """Return the decisions on one tag of several whole songs, by song id, as table rows."""
        ids = ",".join(str(int(song_id)) for song_id in song_ids)
        sql = (  # song by song: a common tag has far more decisions than song_ids
            "SELECT annotations.* FROM json_each(?) AS given CROSS JOIN annotations"
            " ON song_id = given.value WHERE tag_id = ? AND annotator_id = ?"
            " AND ifnull(start_s, -1) = -1 AND ifnull(end_s, -1) = -1"
        )
        values = (f"[{ids}]", tag_id, self._annotators.current.id)
        return {row["song_id"]: row for row in self._database.rows_as_dicts(sql, values)}

    def judged_pairs(self, song_ids: Sequence[int]) -> set[tuple[int, int]]:
        """Return (song id, tag id) of all decisions on these songs, also those on parts of them."""
        ids = ",".join(str(int(song_id)) for song_id in song_ids)
        sql = (
            "SELECT song_id, tag_id FROM json_each(?) AS given CROSS JOIN annotations"
            " ON song_id = given.value WHERE annotator_id = ?"
        )
        return set(self._database.rows(sql, (f"[{ids}]", self._annotators.current.id)))

    def count_on(self, song_ids: Sequence[int]) -> int:
        """Count all decisions on these songs and their parts, whoever made them."""
        ids = ",".join(str(int(song_id)) for song_id in song_ids)
        sql = (
            "SELECT count(*) FROM json_each(?) AS given CROSS JOIN annotations"
            " ON song_id = given.value"
        )
        return int(self._database.value(sql, (f"[{ids}]",)))

    def counts_by_annotator(self, song_ids: Sequence[int] | None = None) -> dict[int, int]:
        """Count the decisions on these songs (None: all) and their parts, by annotator id."""
        if song_ids is None:
            return dict(
                self._database.rows(
                    "SELECT annotator_id, count(*) FROM annotations GROUP BY annotator_id", ()
                )
            )
        ids = ",".join(str(int(song_id)) for song_id in song_ids)
        sql = (
            "SELECT annotator_id, count(*) FROM json_each(?) AS given CROSS JOIN annotations"
            " ON song_id = given.value GROUP BY annotator_id"
        )
        return dict(self._database.rows(sql, (f"[{ids}]",)))

    def songs_judged_on(self, tag_ids: Sequence[int]) -> tuple[int, ...]:
        """Return the ids of the songs with a decision on any of these tags."""
        sql = (
            "SELECT DISTINCT song_id FROM annotations INDEXED BY annotations_tag"
            " WHERE tag_id IN (SELECT value FROM json_each(?)) AND annotator_id = ?"
            " AND start_s IS NULL ORDER BY song_id"
        )
        ids = ",".join(str(int(tag_id)) for tag_id in tag_ids)
        return tuple(self._database.ids(sql, (f"[{ids}]", self._annotators.current.id)).tolist())

    def decided_under_older(self, tag_id: int) -> tuple[int, ...]:
        """Return the ids of the songs decided on a tag before its meaning was last changed.

        Both numbers are versions of the codebook, so that no clock matters; a song that was judged
        again since (Repeats) has been heard under the new meaning and is left out.
        """
        version = self._codebook.last_redefinition(tag_id)
        again = (
            " AND NOT EXISTS (SELECT 1 FROM repeats r WHERE r.song_id = a.song_id"
            " AND r.tag_id = a.tag_id AND r.annotator_id = a.annotator_id"
            " AND r.codebook_version >= ?3)"
        )
        sql = (
            "SELECT DISTINCT song_id FROM annotations a INDEXED BY annotations_tag"
            " WHERE tag_id = ?1 AND annotator_id = ?2 AND start_s IS NULL AND codebook_version < ?3"
            f"{again if self._database.has_column('repeats', 'state') else ''} ORDER BY song_id"
        )
        values = (tag_id, self._annotators.current.id, version)
        return tuple(self._database.ids(sql, values).tolist())

    def songs_with_state(self, tag_id: int, state: State) -> tuple[int, ...]:
        """Return the ids of the songs that were decided so on a tag, ascending."""
        sql = (
            "SELECT song_id FROM annotations INDEXED BY annotations_tag WHERE tag_id = ?"
            " AND annotator_id = ? AND state = ? AND start_s IS NULL ORDER BY song_id"
        )
        values = (tag_id, self._annotators.current.id, state.value)
        return tuple(self._database.ids(sql, values).tolist())

    def songs_judged_in_part(self, tag_ids: Sequence[int]) -> tuple[int, ...]:
        """Return the ids of the songs with a decision on some of these tags, but not on all.

        One on a part of a song alone does not make a song judged, but its tag is.
        """
        sql = (
            "SELECT song_id FROM annotations INDEXED BY annotations_tag"
            " WHERE tag_id IN (SELECT value FROM json_each(?)) AND annotator_id = ?"
            " GROUP BY song_id HAVING max(start_s IS NULL) AND count(DISTINCT tag_id) < ?"
            " ORDER BY song_id"
        )
        ids = ",".join(str(int(tag_id)) for tag_id in tag_ids)
        values = (f"[{ids}]", self._annotators.current.id, len(set(tag_ids)))
        return tuple(self._database.ids(sql, values).tolist())

    def pairs_judged_on_parts(self) -> set[tuple[int, int]]:
        """Return (song id, tag id) of all decisions on parts of songs."""
        sql = "SELECT song_id, tag_id FROM annotations WHERE annotator_id = ? AND start_s NOT NULL"
        return set(self._database.rows(sql, (self._annotators.current.id,)))

    def common_intensities(self, song_ids: Sequence[int]) -> dict[int, tuple[float, int]]:
        """Map tag ids to (intensity, n): n of these songs have an intensity, and all the same."""
        ids = ",".join(str(int(song_id)) for song_id in song_ids)
        sql = (
            "SELECT tag_id, min(intensity), count(*) FROM annotations"
            " INDEXED BY annotations_intensity WHERE annotator_id = ? AND intensity IS NOT NULL"
            " AND state = 'yes' AND start_s IS NULL"
            " AND song_id IN (SELECT value FROM json_each(?))"
            " GROUP BY tag_id HAVING min(intensity) = max(intensity)"
        )
        rows = self._database.rows(sql, (self._annotators.current.id, f"[{ids}]"))
        return {tag_id: (intensity, n) for tag_id, intensity, n in rows}

    def regions_of_song(self, song_id: int) -> list[Annotation]:
        """Return the decisions on parts of the song, sorted by start."""
        regions = self._where("song_id = ? AND annotator_id = ? AND start_s IS NOT NULL", song_id)
        return sorted(regions, key=lambda region: (region.start_s, region.end_s, region.tag_id))

    def on_songs(
        self, song_ids: Sequence[int], *, all_annotators: bool = False
    ) -> dict[int, list[Annotation]]:
        """Return the decisions on several songs by song id: on whole songs first, then by start.

        all_annotators: everybody's, else the current annotator's.
        """
        ids = ",".join(str(int(song_id)) for song_id in song_ids)
        columns = ", ".join(f"annotations.{name.strip()}" for name in COLUMNS.split(","))
        sql = (
            f"SELECT {columns} FROM json_each(?) AS given CROSS JOIN annotations"
            " ON song_id = given.value WHERE ? OR annotator_id = ?"
            " ORDER BY song_id, ifnull(start_s, -1), end_s, annotations.id"
        )
        values = (f"[{ids}]", all_annotators, self._annotators.current.id)
        found: dict[int, list[Annotation]] = {}
        for row in self._database.rows(sql, values):
            found.setdefault(row[1], []).append(_annotation(row))
        return found

    def by_slot(self, song_id: int) -> dict[Slot, SlotDecision]:
        """Map what every annotator's decisions on a song are about to these decisions."""
        sql = (
            "SELECT tag_id, annotator_id, start_s, end_s, id, state, source FROM annotations"
            " WHERE song_id = ?"
        )
        rows = self._database.rows(sql, (song_id,))
        return {
            (row[0], row[1], row[2], row[3]): SlotDecision(
                row[4], State(row[5]), is_rest=row[6] == DecisionSource.REST
            )
            for row in rows
        }

    def conflicts(self, song_id: int, other_id: int) -> tuple[Conflict, ...]:
        """Return the decisions on other_id that joining it to song_id would drop: they differ.

        A rest that is no gives way to what was decided by itself: that is no conflict.
        """
        kept = self.by_slot(song_id)
        dropped = sorted(self.by_slot(other_id).items(), key=lambda item: item[1].row_id)
        return tuple(
            Conflict(slot[0], slot[1], kept[slot].state, decision.state, slot[2], slot[3])
            for slot, decision in dropped
            if slot in kept
            and kept[slot].state is not decision.state
            and kept[slot].is_rest == decision.is_rest
        )

    def get(self, annotation_id: int) -> Annotation | None:
        """Return one decision, of any annotator; None if there is none of this id."""
        sql = f"SELECT {COLUMNS} FROM annotations WHERE id = ?"
        row = self._database.row(sql, (annotation_id,))
        return _annotation(row) if row else None

    def counts_by_tag(self) -> dict[int, dict[State, int]]:
        """Count the songs by tag id and state; triggers keep the counts, so it costs nothing."""
        sql = "SELECT tag_id, state, n FROM tag_counts WHERE annotator_id = ? AND n > 0"
        counts: dict[int, dict[State, int]] = {}
        for tag_id, state, n in self._database.rows(sql, (self._annotators.current.id,)):
            counts.setdefault(tag_id, {})[State(state)] = n
        return counts

    def progress(self) -> AnnotationProgress:
        """Count what is judged, and the songs."""
        annotator = (self._annotators.current.id,)
        count = self._database.value
        return AnnotationProgress(
            int(count("SELECT count(*) FROM song_counts WHERE annotator_id = ?", annotator)),
            int(count("SELECT count(*) FROM songs")),
            int(count("SELECT total(n) FROM tag_counts WHERE annotator_id = ?", annotator)),
        )

    def yes_in_order(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return (song ids, tag ids) of every yes on a whole song, by song and as it was given."""
        sql = (
            "SELECT song_id, tag_id FROM annotations WHERE annotator_id = ? AND state = 'yes'"
            " AND start_s IS NULL ORDER BY song_id, created_at, id"
        )
        rows = self._database.rows(sql, (self._annotators.current.id,))
        pairs = np.array(rows, np.int64).reshape(-1, 2)
        return pairs[:, 0], pairs[:, 1]

    def labels(self, missing_means_no: bool = False) -> Labels:
        """Return all songs, judged or not, by audio hash, and all tags in use, for training.

        missing_means_no: for closed lists, where a tag not given was meant as no; songs without
        any decision stay not judged, and unsure stays unsure.
        """
        tags = self._codebook.tags()
        with self._database.snapshot():
            cells = self._cells(tags)
            songs = self._database.rows(_SONGS_BY_HASH)
            unclear = self._disputes.left_out()
        song_ids = np.array([row[3] for row in songs], np.int64)
        row_of_id = np.zeros(int(song_ids.max(initial=0)) + 1, np.int64)
        row_of_id[song_ids] = np.arange(len(songs))
        states = np.full((len(songs), len(tags)), CELL_NOT_JUDGED, np.int8)
        if missing_means_no:
            for ids, _, _ in cells:
                states[row_of_id[ids]] = 0
        for ids, column, state in cells:
            states[row_of_id[ids], column] = state
        column_of_tag = {tag.id: column for column, tag in enumerate(tags)}
        n_unclear = 0
        for song_id, tag_id in unclear:
            if tag_id in column_of_tag:  # in use
                cell = row_of_id[song_id], column_of_tag[tag_id]
                n_unclear += int(states[cell] >= 0)
                states[cell] = CELL_UNSURE
        names = tuple(tag.name for tag in tags)
        return Labels(
            song_ids=song_ids,
            audio_hashes=tuple(row[0] for row in songs),
            paths=tuple(path_from_stored(row[1]) for row in songs),
            artists=tuple(row[2] for row in songs),
            tag_ids=np.array([tag.id for tag in tags], np.int64),
            tag_names=names,
            states=states,
            codebook_version=self._codebook.version(),
            digest=_digest([row[0] for row in songs], names, states),
            category_ids=np.array([tag.category_id for tag in tags], np.int64),
            weak_no=frozenset(tag.id for tag in tags if tag.weak_no),
            n_unclear=n_unclear,
        )

    def cells_of_song(self, song_id: int) -> dict[int, int]:
        """Return the decisions on a whole song as labels() has them: tag id -> state."""
        codes = {State.YES: 1, State.NO: 0, State.UNSURE: CELL_UNSURE}
        cells = {tag_id: codes[one.state] for tag_id, one in self.of_song(song_id).items()}
        unclear = {tag_id for unclear_id, tag_id in self._disputes.left_out()
                   if unclear_id == song_id}  # fmt: skip
        return {tag: CELL_UNSURE if tag in unclear else code for tag, code in cells.items()}

    def _cells(self, tags: list[Tag]) -> list[tuple[NDArray[np.int64], int, int]]:
        """Return (song ids, tag's column, 1 yes / 0 no / -2 unsure), up to three a tag."""
        sql = (
            "SELECT song_id FROM annotations INDEXED BY annotations_tag"
            " WHERE tag_id = ? AND annotator_id = ? AND state = ? AND start_s IS NULL"
        )
        codes = ((State.YES, 1), (State.NO, 0), (State.UNSURE, CELL_UNSURE))
        cells = []
        for column, tag in enumerate(tags):
            for state, code in codes:
                values = (tag.id, self._annotators.current.id, state.value)
                ids = self._database.ids(sql, values)
                if len(ids):
                    cells.append((ids, column, code))
        return cells

    def _where(self, condition: str, song_id: int) -> list[Annotation]:
        sql = f"SELECT {COLUMNS} FROM annotations WHERE {condition}"
        rows = self._database.rows(sql, (song_id, self._annotators.current.id))
        return [_annotation(row) for row in rows]


def _annotation(row: tuple[Any, ...]) -> Annotation:
    values = list(row)
    values[4], values[8], values[9] = State(row[4]), DecisionSource(row[8]), bool(row[9])
    return Annotation(*values)


def _digest(hashes: list[str], names: tuple[str, ...], states: NDArray[np.int8]) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for text in (*hashes, "", *names):
        digest.update(text.encode() + b"\0")
    digest.update(np.ascontiguousarray(states).tobytes())
    return digest.hexdigest()
