"""Edits of the codebook's categories."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from core.errors import LibraryError
from core.library.codebook.rules import ensure_unique_category_name, ensure_unused_key
from core.library.edits.edit_context import EditContext
from core.library.edits.journal import Ledger
from core.library.edits.search_edits import rename_in_searches
from core.library.search.query_renaming import Renaming
from core.library.text import choose_free_key, clean_name, name_key
from core.messages import message


@dataclass(frozen=True, slots=True)
class AddCategory:
    """A new category, at the end. key None: a free letter of its name is chosen; "": none."""

    name: str
    key: str | None = None
    colour: str = ""

    def title(self, _library: EditContext) -> str:
        return message("edit.new_category", name=self.name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        name = clean_name(self.name, "category")
        ensure_unique_category_name(library.codebook, name, None)
        categories = library.codebook.categories()
        taken = {category.key for category in categories}
        key = (
            choose_free_key(name, taken) if self.key is None else ensure_unused_key(self.key, taken)
        )
        ledger.insert(
            "categories",
            name=name,
            name_key=name_key(name),
            key=key,
            colour=self.colour,
            position=max((category.position for category in categories), default=-1) + 1,
        )


@dataclass(frozen=True, slots=True)
class SetCategory:
    """Another name, key, colour or position of a category, or mark; None leaves it as it is.

    exhaustive: whether leaving a song means no for what was not judged of the category.
    """

    category_id: int
    name: str | None = None
    key: str | None = None
    colour: str | None = None
    position: int | None = None
    exhaustive: bool | None = None

    def title(self, library: EditContext) -> str:
        return message("edit.category", name=library.codebook.category(self.category_id).name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        new: dict[str, Any] = {}
        if self.name is not None:
            name = clean_name(self.name, "category")
            ensure_unique_category_name(library.codebook, name, self.category_id)
            new |= {"name": name, "name_key": name_key(name)}
            former = library.codebook.category(self.category_id).name
            renaming = Renaming(former, name, is_category=True)
            rename_in_searches(library, ledger, renaming)
        if self.key is not None:
            categories = library.codebook.categories()
            taken = {c.key for c in categories if c.id != self.category_id}
            new["key"] = ensure_unused_key(self.key, taken)
        if self.colour is not None:
            new["colour"] = self.colour
        if self.position is not None:
            new["position"] = self.position
        if self.exhaustive is not None:
            new["exhaustive"] = int(self.exhaustive)
        ledger.update("categories", self.category_id, **new)


@dataclass(frozen=True, slots=True)
class MoveCategory:
    """Another position among the categories (0 is first)."""

    category_id: int
    position: int

    def title(self, library: EditContext) -> str:
        name = library.codebook.category(self.category_id).name
        return message("edit.move_category", name=name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        moved = library.codebook.category(self.category_id)
        ordered = [other for other in library.codebook.categories() if other != moved]
        ordered.insert(max(0, min(self.position, len(ordered))), moved)
        for position, category in enumerate(ordered):
            ledger.update("categories", category.id, position=position)


@dataclass(frozen=True, slots=True)
class RemoveCategory:
    """Take an empty category away. Raises LibraryError while it has tags, also retired ones."""

    category_id: int

    def title(self, library: EditContext) -> str:
        return message(
            "edit.remove_category", name=library.codebook.category(self.category_id).name
        )

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        tags = library.codebook.tags(include_retired=True)
        if any(tag.category_id == self.category_id for tag in tags):
            raise LibraryError("codebook.category_not_empty")
        ledger.delete("categories", self.category_id)
