"""What an edit is, and what it sees of a library: protocols, so that edits do not know the store.

Nothing here does anything; core.library.store.Library is an EditContext.
"""

from __future__ import annotations

from typing import Protocol

from core.library.anchors import Anchors
from core.library.annotations import Annotations
from core.library.annotators import Annotators
from core.library.codebook.codebook import Codebook
from core.library.db.database import Database
from core.library.edits.journal import Ledger
from core.library.songs import Songs
from core.library.tag_uses import TagUses
from core.library.word_rules import WordRules


class EditContext(Protocol):
    """What an edit reads: rows, the codebook, songs, decisions, and who decides."""

    @property
    def database(self) -> Database: ...

    @property
    def annotators(self) -> Annotators: ...

    @property
    def codebook(self) -> Codebook: ...

    @property
    def songs(self) -> Songs: ...

    @property
    def annotations(self) -> Annotations: ...

    @property
    def tag_uses(self) -> TagUses: ...

    @property
    def anchors(self) -> Anchors: ...

    @property
    def word_rules(self) -> WordRules: ...


class Edit(Protocol):
    """A frozen record that library.do() can apply."""

    def title(self, library: EditContext, /) -> str:
        """Name it for undo, if the caller gives no label."""

    def apply(self, library: EditContext, ledger: Ledger, /) -> None:
        """Write the change. Raises LibraryError; then nothing is changed."""
