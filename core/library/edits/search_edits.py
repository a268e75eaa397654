"""Edits of the searches that the user keeps; and what these say when their words are renamed."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import LibraryError
from core.library.edits.edit_context import EditContext
from core.library.edits.journal import Ledger
from core.library.search.query_renaming import Renaming
from core.library.text import clean_name, utc_now
from core.messages import message


@dataclass(frozen=True, slots=True)
class SaveSearch:
    """Keep a search line under a name, in place of the former one of that name."""

    name: str
    query: str

    def title(self, _library: EditContext) -> str:
        return message("edit.save_search", name=self.name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        name = clean_name(self.name, "search")
        ids = _ids_by_name(library)
        if name in ids:
            ledger.update("saved_searches", ids[name], query=self.query)
            return
        last = library.database.value("SELECT max(position) FROM saved_searches") or 0
        ledger.insert(
            "saved_searches",
            name=name,
            query=self.query,
            created_at=utc_now(),
            position=last + 1,
        )


@dataclass(frozen=True, slots=True)
class RenameSearch:
    """Another name of a saved search. Raises LibraryError if another search has it."""

    name: str
    new_name: str

    def title(self, _library: EditContext) -> str:
        return message("edit.rename_search", name=self.name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        new_name, ids = clean_name(self.new_name, "search"), _ids_by_name(library)
        if new_name != self.name and new_name in ids:
            raise LibraryError("search.name_taken", name=new_name)
        if self.name in ids:
            ledger.update("saved_searches", ids[self.name], name=new_name)


@dataclass(frozen=True, slots=True)
class MoveSearch:
    """Another position of a saved search: by some rows down the list (up, if negative)."""

    name: str
    by: int

    def title(self, _library: EditContext) -> str:
        return message("edit.move_search", name=self.name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        ids = _ids_by_name(library)
        names = list(ids)
        if self.name not in ids:
            return
        row = names.index(self.name)
        names.insert(max(0, min(row + self.by, len(names) - 1)), names.pop(row))
        for position, name in enumerate(names, start=1):
            ledger.update("saved_searches", ids[name], position=position)


@dataclass(frozen=True, slots=True)
class RemoveSearch:
    """Forget a saved search."""

    name: str

    def title(self, _library: EditContext) -> str:
        return message("edit.remove_search", name=self.name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        row_id = _ids_by_name(library).get(self.name)
        if row_id is not None:
            ledger.delete("saved_searches", row_id)


def rename_in_searches(library: EditContext, ledger: Ledger, renaming: Renaming) -> None:
    """Let saved searches that name a tag or a category follow its new name."""
    for row_id, query in library.database.rows("SELECT id, query FROM saved_searches"):
        ledger.update("saved_searches", row_id, query=renaming.rewrite(query))


def _ids_by_name(library: EditContext) -> dict[str, int]:
    """Return the saved searches in the user's order."""
    rows = library.database.rows("SELECT name, id FROM saved_searches ORDER BY position, id")
    return dict(rows)
