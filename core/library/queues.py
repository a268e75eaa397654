"""Queues: which songs are asked next, drawn once by a seed and kept, so that they can be resumed.

Drawing is the business of others. A queue is no step of undo; whether a song of it is answered is
read from the decisions, so that undo counts. Everything here is the current annotator's.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from core.library.annotators import Annotators
from core.library.db.database import Database, Row
from core.library.queue_records import (
    NewItem,
    NewQueue,
    Queue,
    QueueItem,
    QueueKind,
    QueueProgress,
    RandomDecision,
    Reason,
)
from core.library.records import State
from core.library.text import utc_now

_COLUMNS = "id, kind, tag_id, seed, random_share, model_id, blind, position, created_at, closed_at"
# The tag may be gone; undo brings it back, and with it the queue.
_THERE = "annotator_id = ? AND (tag_id IS NULL OR tag_id IN (SELECT id FROM tags))"
_OF_TAG = "(q.tag_id IS NULL OR {}.tag_id = q.tag_id)"
_LATER = " UNION ALL ".join(
    f"SELECT 1 FROM {table} x WHERE x.song_id = i.song_id AND x.annotator_id = q.annotator_id"
    f" AND {_OF_TAG.format('x')} AND x.id > q.{mark}"
    for table, mark in (("repeats", "last_repeat_id"), ("disputes", "last_dispute_id"))
)
# A new decision has a higher id, whatever the clock says; a changed one a later time.
_DECIDED = (
    f"a.annotator_id = q.annotator_id AND {_OF_TAG.format('a')} AND a.start_s IS NULL"
    " AND (a.id > q.last_annotation_id OR a.updated_at > q.created_at)"
)
_ANSWERED = (
    f"EXISTS (SELECT 1 FROM annotations a WHERE a.song_id = i.song_id AND {_DECIDED}"
    f" UNION ALL {_LATER})"
)
_ITEMS = (
    " FROM queue_items i JOIN queues q ON q.id = i.queue_id JOIN songs ON songs.id = i.song_id"
    " WHERE i.queue_id = ?"
)


class Queues:
    """Reading and keeping queues. Every method may raise LibraryError."""

    def __init__(self, database: Database, annotators: Annotators) -> None:
        self._database = database
        self._annotators = annotators
        # A library of version 16 that is open for reading only has none yet.
        self._are_kept = database.has_column("queues", "seed")

    def start(self, new: NewQueue, items: Sequence[NewItem]) -> Queue:
        """Keep a queue with its songs, in this order; on disk when this returns."""
        write, last = self._database.write, self._last_id
        with self._database.transaction():
            cursor = write(
                "INSERT INTO queues (annotator_id, kind, tag_id, seed, random_share, model_id,"
                " blind, last_annotation_id, last_repeat_id, last_dispute_id, created_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    self._annotators.current.id, new.kind.value, new.tag_id, new.seed,
                    new.random_share, new.model_id, int(new.blind), last("annotations"),
                    last("repeats"), last("disputes"), utc_now(),
                ),
            )  # fmt: skip
            queue_id = int(cursor.lastrowid or 0)
            self._database.write_rows(
                "INSERT INTO queue_items (queue_id, position, song_id, reason, score, stratum)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (queue_id, position, item.song_id, item.reason.value, item.score, item.stratum)
                    for position, item in enumerate(items)
                ],
            )
        return self.get(queue_id)

    def replace_open(self, new: NewQueue, items: Sequence[NewItem]) -> Queue:
        """Keep a queue in place of those that are open, which are closed."""
        with self._database.transaction():
            for former in self.all(open_only=True):
                self.close(former.id)
            return self.start(new, items)

    def get(self, queue_id: int) -> Queue:
        """Return one queue, whoever's. Raises KeyError for an id that never was."""
        row = self._database.row(f"SELECT {_COLUMNS} FROM queues WHERE id = ?", (queue_id,))
        if row is None:
            raise KeyError(queue_id)
        return _queue(row)

    def all(self, *, open_only: bool = False) -> list[Queue]:
        """Return the annotator's queues, newest first; not those of a tag that is gone."""
        if not self._are_kept:
            return []
        still = " AND closed_at IS NULL" if open_only else ""
        sql = f"SELECT {_COLUMNS} FROM queues WHERE {_THERE}{still} ORDER BY id DESC"
        return [_queue(row) for row in self._database.rows(sql, (self._annotators.current.id,))]

    def current(self) -> Queue | None:
        """Return the newest queue that is not closed, to be resumed."""
        return next(iter(self.all(open_only=True)), None)

    def items(self, queue_id: int) -> list[QueueItem]:
        """Return the songs of a queue in order, without those that were removed."""
        if not self._are_kept:
            return []
        sql = (
            "SELECT i.id, i.position, i.song_id, i.reason, i.score, i.stratum, i.skipped_at,"
            f" i.shown_at, {_ANSWERED} {_ITEMS} ORDER BY i.position"
        )
        return [_item(row) for row in self._database.rows(sql, (queue_id,))]

    def progress(self, queue_id: int) -> QueueProgress:
        """Count the songs of a queue, those answered, and those skipped without an answer."""
        if not self._are_kept:
            return QueueProgress(0, 0, 0)
        sql = (
            "SELECT count(*), total(answered), total(skipped AND NOT answered) FROM"
            f" (SELECT {_ANSWERED} AS answered, i.skipped_at IS NOT NULL AS skipped {_ITEMS})"
        )
        row = self._database.row(sql, (queue_id,)) or (0, 0, 0)
        return QueueProgress(int(row[0]), int(row[1]), int(row[2]))

    def go_to(self, queue_id: int, position: int) -> None:
        """Remember where the annotator is, and that this song was shown."""
        with self._database.transaction():
            sql = "UPDATE queues SET position = ? WHERE id = ?"
            self._database.write(sql, (position, queue_id))
            sql = (
                "UPDATE queue_items SET shown_at = ?"
                " WHERE queue_id = ? AND position = ? AND shown_at IS NULL"
            )
            self._database.write(sql, (utc_now(), queue_id, position))

    def skip(self, queue_id: int, position: int, *, skipped: bool = True) -> None:
        """Pass a song over, or take that back."""
        sql = "UPDATE queue_items SET skipped_at = ? WHERE queue_id = ? AND position = ?"
        self._database.write(sql, (utc_now() if skipped else None, queue_id, position))

    def rank_again(
        self, queue_id: int, changed: Mapping[int, NewItem], spare: Collection[int] = ()
    ) -> None:
        """Ask about other songs at some positions; never at those that were shown or drawn.

        spare: positions where songs at random may give way, as of core.sampling.rerank.
        """
        sql = (
            "UPDATE queue_items SET song_id = ?, reason = ?, score = ? WHERE queue_id = ?"
            " AND position = ? AND shown_at IS NULL AND skipped_at IS NULL"
            " AND (reason NOT IN ('random', 'again', 'stratum') OR (? AND reason = 'random'))"
        )
        rows = [
            (new.song_id, new.reason.value, new.score, queue_id, position, position in spare)
            for position, new in changed.items()
        ]
        self._database.write_rows(sql, rows)

    def songs_decided_since(self, queue_id: int) -> set[int]:
        """Return the songs decided on since a queue is there: in one of a word, on that word."""
        sql = (
            f"SELECT DISTINCT a.song_id FROM queues q, annotations a WHERE q.id = ? AND {_DECIDED}"
        )
        return set(self._database.ids(sql, (queue_id,)).tolist())

    def first_decided(self, queue_id: int) -> dict[int, frozenset[int]]:
        """Return of songs to be heard again, by id, the tags decided before the queue was made.

        In a queue of one word: that word alone.
        """
        sql = (
            "SELECT a.song_id, a.tag_id FROM queue_items i JOIN queues q ON q.id = i.queue_id"
            " JOIN annotations a ON a.song_id = i.song_id AND a.annotator_id = q.annotator_id"
            f" AND {_OF_TAG.format('a')} AND a.start_s IS NULL AND a.id <= q.last_annotation_id"
            " WHERE i.queue_id = ? AND i.reason = 'again'"
        )
        found: dict[int, frozenset[int]] = {}
        for song_id, tag_id in self._database.rows(sql, (queue_id,)):
            found[song_id] = found.get(song_id, frozenset()) | {tag_id}
        return found

    def second_states(self, queue_id: int, song_id: int) -> dict[int, State]:
        """Return what was judged again of a song since a queue is there, by tag id; the last."""
        sql = (
            "SELECT r.tag_id, r.state FROM repeats r JOIN queues q ON q.id = ? WHERE r.song_id = ?"
            " AND r.annotator_id = q.annotator_id AND r.id > q.last_repeat_id ORDER BY r.id"
        )
        rows = self._database.rows(sql, (queue_id, song_id))
        return {tag_id: State(state) for tag_id, state in rows}

    def close(self, queue_id: int) -> None:
        """End a queue: it is kept, and not resumed."""
        sql = "UPDATE queues SET closed_at = ? WHERE id = ? AND closed_at IS NULL"
        self._database.write(sql, (utc_now(), queue_id))

    def reopen(self, queue_id: int) -> None:
        """Go on with a queue that was closed."""
        self._database.write("UPDATE queues SET closed_at = NULL WHERE id = ?", (queue_id,))

    def random_songs(self, tag_id: int | None = None) -> list[int]:
        """Return the ids of songs drawn at random in any queue, ascending; in those of a tag too.

        tag_id: also from queues of this word; else from queues of whole songs only.
        """
        if not self._are_kept:
            return []
        rows = self._database.rows(_random_sql("i.song_id"), self._random_values(tag_id))
        return [row[0] for row in rows]

    def random_decisions(self, tag_id: int) -> list[RandomDecision]:
        """Return the decisions on a tag that count where its share is estimated, by song id.

        They are those on songs drawn at random, whether judged before the draw or after it.
        """
        if not self._are_kept:
            return []
        annotation = (
            " JOIN annotations a ON a.song_id = i.song_id AND a.tag_id = ?2"
            " AND a.annotator_id = q.annotator_id AND a.start_s IS NULL"
        )
        sql = _random_sql("a.song_id, a.tag_id, a.state, a.guess_visible", annotation)
        rows = self._database.rows(sql, self._random_values(tag_id))
        return [RandomDecision(row[0], row[1], State(row[2]), bool(row[3])) for row in rows]

    def _random_values(self, tag_id: int | None) -> tuple[int | None, ...]:
        return self._annotators.current.id, tag_id

    def _last_id(self, table: str) -> int:
        """Return the highest id ever given in a table: what comes after it is newer."""
        return int(
            self._database.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)) or 0
        )


def _random_sql(columns: str, join: str = "") -> str:
    return (
        f"SELECT DISTINCT {columns} FROM queue_items i JOIN queues q ON q.id = i.queue_id"
        f" JOIN songs ON songs.id = i.song_id{join} WHERE i.reason = 'random'"
        " AND q.annotator_id = ?1 AND (q.tag_id IS NULL OR q.tag_id = ?2) ORDER BY i.song_id"
    )


def _queue(row: Row) -> Queue:
    values = list(row)
    values[1], values[6] = QueueKind(row[1]), bool(row[6])
    return Queue(*values)


def _item(row: Row) -> QueueItem:
    values = list(row)
    values[3], values[8] = Reason(row[3]), bool(row[8])
    return QueueItem(*values)
