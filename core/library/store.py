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

from core.library.annotations import Annotations
from core.library.annotators import Annotators
from core.library.codebook.codebook import Codebook
from core.library.codebook.default_codebook import seed
from core.library.db.database import Database
from core.library.db.lock import LibraryBusy, WriterLock
from core.library.db.opening import open_database
from core.library.edits.edits import Edit
from core.library.edits.journal import Journal, Ledger
from core.library.model_rows import Models
from core.library.predictions import Predictions
from core.library.records import Changes
from core.library.recovery import backup
from core.library.search.search import Search
from core.library.songs import Songs
from core.paths import resource

__all__ = ["Library", "LibraryBusy", "Steps", "run_out"]

Outcome = TypeVar("Outcome")
Steps = Generator[int, None, Outcome]


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
        self.annotations = Annotations(database, self.annotators, self.codebook)
        self.models = Models(database, self.codebook)
        self.predictions = Predictions(database)
        self.journal = Journal(database)
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
    ) -> Library:
        """Open a library file; a file that is not there is made, with the starting codebook.

        annotator: whose decisions are shown and made ("": whoever worked here first).
        codebook: another starting codebook than the thesis's. Raises LibraryError for a damaged,
        foreign, newer or unreachable file, and its kind LibraryBusy if another RhythmCap has it
        open for writing (reading is possible then).
        """
        start = codebook or resource("codebook.json")
        database, lock = open_database(
            Path(path), read_only=read_only, seed=lambda new: seed(new, start), backups=backup
        )
        try:
            return cls(database, lock, annotator)
        except BaseException:
            database.close()
            if lock is not None:
                lock.release()
            raise

    def close(self) -> None:
        """Let go of the file; everything is stored already. May be called twice."""
        self.database.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def do(self, *edits: Edit, label: str = "") -> Changes:
        """Do edits as one transaction and one undo; on disk when this returns.

        label: what undo will call it. Edits that change nothing leave no trace. Raises
        LibraryError, and then nothing was changed.
        """
        return run_out(self.doing(edits, label))

    def doing(self, edits: Iterable[Edit], label: str = "") -> Steps[Changes]:
        """As do(), one edit a step: says how many are done; on disk after the last step.

        Closed before its end it leaves nothing done. Between two steps nothing can be written.
        """
        done, name, group = [], label, 0
        with self._transaction():
            for number, edit in enumerate(edits, start=1):
                name = name or edit.title(self)
                ledger = Ledger(self.database)
                edit.apply(self, ledger)
                if ledger.changes:
                    group = group or self.journal.begin()
                    who = self.annotators.current.id
                    self.journal.record(group, (name, repr(edit)), ledger.changes, who)
                    done.append(self._settle(ledger))
                with self.database.taken():
                    yield number
        return Changes.together(done)

    def undo(self) -> tuple[str, Changes] | None:
        """Take back the last group of edits; (its label, what changed), None if there is none."""
        return run_out(self.stepping(back=True))

    def redo(self) -> tuple[str, Changes] | None:
        """Do the last undone group again; (its label, what changed), None if there is none."""
        return run_out(self.stepping(back=False))

    def stepping(self, *, back: bool) -> Steps[tuple[str, Changes] | None]:
        """As undo(), or redo(), one edit of the group a step; see doing()."""
        found = self.journal.next_undo() if back else self.journal.next_redo()
        if found is None:
            return None
        group, label = found
        done: list[Changes] = []
        with self._transaction():
            for ledger in self.journal.stepping(group, back=back):
                done.append(self._settle(ledger))
                with self.database.taken():
                    yield len(done)
        return label, Changes.together(done)

    def n_steps(self, *, back: bool) -> int:
        """How many steps undo, or redo, would take."""
        found = self.journal.next_undo() if back else self.journal.next_redo()
        return self.journal.size(found[0]) if found else 0

    def can_undo(self) -> str | None:
        """The label of what undo would take back, None if there is nothing."""
        found = self.journal.next_undo()
        return found[1] if found else None

    def can_redo(self) -> str | None:
        """The label of what redo would do again, None if there is nothing."""
        found = self.journal.next_redo()
        return found[1] if found else None

    def rest(self) -> None:
        """Fold the log of writes into the file: for a moment when nobody waits (up to 0.1 s).

        Nothing depends on it but the log's size and the swiftness of later decisions.
        """
        if not self.read_only:
            self.database.value("PRAGMA wal_checkpoint(PASSIVE)")

    def back_up(self, reason: str = "copy") -> backup.Backup:
        """Copy the library to the backups folder while it is open."""
        return backup.make_backup(self.database.connection, self.path, reason)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All or nothing; where it was nothing, what is remembered of the codebook is forgotten."""
        try:
            with self.database.transaction():
                yield
        except BaseException:
            self.codebook.forget()
            raise

    def _settle(self, ledger: Ledger) -> Changes:
        """Forget what was read of what has changed."""
        changes = ledger.summary()
        if changes.codebook:
            self.codebook.forget()
        if changes.library:
            self.predictions.forget()
        return changes


def run_out(steps: Steps[Outcome]) -> Outcome:
    """All steps at once; what they come to."""
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            outcome: Outcome = ended.value
            return outcome
