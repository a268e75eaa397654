"""The library: one SQLite file with the songs, the codebook, every decision and every model.

Each noun has a file of its own beside this one; here they are opened together, edited in
transactions, undone and redone. Only the thread that opened a library may use it.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from core.library.abx_tests import AbxTests
from core.library.anchors import Anchors
from core.library.annotations import Annotations
from core.library.annotators import Annotators
from core.library.codebook.codebook import Codebook
from core.library.codebook.default_codebook import seed
from core.library.colleagues import Colleagues
from core.library.db.database import Database
from core.library.db.lock import LibraryBusy, WriterLock
from core.library.db.opening import open_database
from core.library.decision_log import DecisionLog
from core.library.disputes import Disputes
from core.library.edits.bulk_decisions import BulkDecisions
from core.library.edits.edit_context import Edit
from core.library.edits.edit_labels import done_label
from core.library.edits.journal import EditGroup, Journal, Ledger, NewEntry
from core.library.evaluation_rows import EvaluationRows
from core.library.file_frames import FileFrames
from core.library.listened_parts import ListenedParts
from core.library.loss_rows import LossRows
from core.library.model_rows import Models
from core.library.predictions import StoredPredictions
from core.library.prequential import Prequential
from core.library.queues import Queues
from core.library.records import Changes
from core.library.recovery import backup
from core.library.recovery.closing_notes import note_kept
from core.library.recovery.held import keep_held
from core.library.removed_files import RemovedFiles
from core.library.repeats import Repeats
from core.library.search.search import Search
from core.library.song_remarks import SongRemarks
from core.library.songs import Songs
from core.library.tag_uses import TagUses
from core.library.word_rules import WordRules
from core.paths import resource

__all__ = ["Library", "LibraryBusy", "SlicedWork", "run_to_end"]

Outcome = TypeVar("Outcome")
SlicedWork = Generator[int, None, Outcome]


class Library:
    """An open library. Made by Library.open; close it, or use it in a with statement."""

    def __init__(self, database: Database, lock: WriterLock | None, annotator: str) -> None:
        self.path = database.path
        self.read_only = database.read_only
        self.database = database
        self._lock = lock
        self.annotators = Annotators(database, annotator)
        self.codebook = Codebook(database)
        self.songs = Songs(database, self.annotators)
        self.remarks = SongRemarks(database)
        self.removed = RemovedFiles(database)
        self.frames = FileFrames(database)
        self.disputes = Disputes(database, self.annotators)
        self.annotations = Annotations(database, self.annotators, self.codebook, self.disputes)
        self.repeats = Repeats(database, self.annotators)
        self.queues = Queues(database, self.annotators)
        self.prequential = Prequential(database, self.annotators)
        self.listened_parts = ListenedParts(database, self.annotators)
        self.anchors = Anchors(database)
        self.word_rules = WordRules(database)
        self.abx_tests = AbxTests(database, self.annotators)
        self.colleagues = Colleagues(database, self.annotators)
        self.tag_uses = TagUses(database)
        self.decision_log = DecisionLog(database, self.annotators)
        self.models = Models(database, self.codebook)
        self.predictions = StoredPredictions(database)
        self.evaluation = EvaluationRows(database)
        self.losses = LossRows(database)
        self.journal = Journal(database)
        self.bulk_decisions = BulkDecisions(database, self.annotators)
        self.search = Search(
            database, self.annotators, self.codebook, self.models, self.predictions
        )

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        annotator: str = "",
        codebook: Path | None = None,
        begin_anew: bool = False,
    ) -> Library:
        """Open a library file; a file that is not there is made, with the default codebook.

        annotator: whose decisions are shown and made ("": whoever worked here first).
        codebook: another default codebook than the thesis's. begin_anew: make a new library even
        where copies of a former one are. Raises LibraryError for a damaged, foreign, newer or
        unreachable file; of its subclasses LibraryBusy if another RhythmCap has it open for writing
        (reading is possible then), LibraryMissing if it is not there and copies of it are.
        """
        codebook_file = codebook or resource("codebook.json")
        database, lock = open_database(
            Path(path),
            read_only=read_only,
            seed=lambda new: seed(new, codebook_file),
            backups=backup,
            begin_anew=begin_anew,
        )
        try:
            return cls(database, lock, annotator)
        except BaseException:
            database.close()
            if lock is not None:
                lock.release()
            raise

    def close(self, *, anywhere: bool = False) -> Path | None:
        """Close the file; everything is stored already. May be called twice.

        Returns where it is kept what this library held, if another program has replaced, deleted or
        spoiled its file (its own path, if it was put back there): None otherwise. anywhere: nobody
        can be asked, so it may also be one of folders().fallback_backups. Raises LibraryError where
        that cannot be kept; then it stays open.
        """
        kept = keep_held(self.database, anywhere=anywhere) if self._lock is not None else None
        self.discard()
        return kept

    def discard(self) -> None:
        """Close the file without keeping what only this library holds: see close()."""
        self.database.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        kept = self.close(anywhere=True)
        if kept is not None:
            note_kept(self.path, kept)

    def do(self, *edits: Edit, label: str = "") -> Changes:
        """Do edits as one transaction and one undo; on disk when this returns.

        label: what undo will call it. Edits that change nothing leave no trace. Raises
        LibraryError, and then nothing was changed.
        """
        return run_to_end(self.do_in_slices(edits, label))

    def do_in_slices(self, edits: Iterable[Edit], label: str = "") -> SlicedWork[Changes]:
        """Do as do(), one edit a slice: yields how many are done; on disk after the last slice.

        Closed before its end it leaves nothing done. Between two slices nothing can be written.
        """
        changes: list[Changes] = []
        group = 0
        with self._transaction():
            for n_done, edit in enumerate(edits, start=1):
                title = label or edit.title(self)  # as it is before the edit
                ledger = Ledger(self.database)
                edit.apply(self, ledger)
                if ledger.changes:
                    label = title  # one that changes nothing does not name the group
                    group = group or self.journal.begin_group()
                    entry = NewEntry(group, label, repr(edit), self.annotators.current.id)
                    self.journal.record(entry, ledger.changes)
                    changes.append(self._invalidate_caches(ledger))
                with self.database.writes_blocked():
                    yield n_done
        return Changes.union(changes)

    def undo(self) -> tuple[str, Changes] | None:
        """Take back the last group of edits; return (label, changes), None if there is none."""
        return run_to_end(self.undo_in_slices())

    def redo(self) -> tuple[str, Changes] | None:
        """Do the last undone group again; return (label, changes), None if there is none."""
        return run_to_end(self.redo_in_slices())

    def undo_in_slices(self) -> SlicedWork[tuple[str, Changes] | None]:
        """Do as undo(), one edit of the group a slice; see do_in_slices()."""
        return self._replay_group(self.journal.next_undo(), back=True)

    def redo_in_slices(self) -> SlicedWork[tuple[str, Changes] | None]:
        """Do as redo(), one edit of the group a slice; see do_in_slices()."""
        return self._replay_group(self.journal.next_redo(), back=False)

    def undo_label(self) -> str | None:
        """Return the label of what undo would take back, None if there is nothing."""
        group = self.journal.next_undo()
        return group.label if group else None

    def done_label(self) -> str | None:
        """Return what undo would take back as what has happened, None if there is nothing."""
        label = self.undo_label()
        return None if label is None else done_label(label)

    def redo_label(self) -> str | None:
        """Return the label of what redo would do again, None if there is nothing."""
        group = self.journal.next_redo()
        return group.label if group else None

    def n_undo_slices(self) -> int:
        """Count the slices that undo would take."""
        group = self.journal.next_undo()
        return self.journal.n_edits(group.id) if group else 0

    def n_redo_slices(self) -> int:
        """Count the slices that redo would take."""
        group = self.journal.next_redo()
        return self.journal.n_edits(group.id) if group else 0

    def _replay_group(
        self, group: EditGroup | None, *, back: bool
    ) -> SlicedWork[tuple[str, Changes] | None]:
        if group is None:
            return None
        changes: list[Changes] = []
        with self._transaction():
            for ledger in self.journal.replay(group.id, back=back):
                changes.append(self._invalidate_caches(ledger))
                with self.database.writes_blocked():
                    yield len(changes)
        return group.label, Changes.union(changes)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Write all or nothing; if nothing, have the codebook read again."""
        try:
            with self.database.transaction():
                yield
        except BaseException:
            self.codebook.invalidate()
            raise

    def _invalidate_caches(self, ledger: Ledger) -> Changes:
        """Drop what was read of what an edit has changed; return what that is."""
        changes = ledger.summary()
        if changes.codebook:
            self.codebook.invalidate()
        if changes.library:
            self.predictions.invalidate()
        return changes


def run_to_end(work: SlicedWork[Outcome]) -> Outcome:
    """Do all slices at once; return their outcome."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            outcome: Outcome = end.value
            return outcome
