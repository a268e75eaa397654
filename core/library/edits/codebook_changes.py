"""Edits of the codebook's order: categories, new tags, keys, colours, positions, retirement.

Edits of what words mean stand in meanings.py.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from core.errors import LibraryError
from core.library.codebook.rules import (
    ensure_unique_category_name,
    ensure_unique_tag_name,
    ensure_unused_key,
    keys_in,
    next_position,
)
from core.library.edits.edit_context import EditContext
from core.library.edits.journal import Ledger
from core.library.text import choose_free_key, clean_name, name_key, utc_now
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
    """Another name, key, colour or position of a category; None leaves it as it is."""

    category_id: int
    name: str | None = None
    key: str | None = None
    colour: str | None = None
    position: int | None = None

    def title(self, library: EditContext) -> str:
        return message("edit.category", name=library.codebook.category(self.category_id).name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        new: dict[str, Any] = {}
        if self.name is not None:
            name = clean_name(self.name, "category")
            ensure_unique_category_name(library.codebook, name, self.category_id)
            new |= {"name": name, "name_key": name_key(name)}
        if self.key is not None:
            categories = library.codebook.categories()
            taken = {c.key for c in categories if c.id != self.category_id}
            new["key"] = ensure_unused_key(self.key, taken)
        if self.colour is not None:
            new["colour"] = self.colour
        if self.position is not None:
            new["position"] = self.position
        ledger.update("categories", self.category_id, **new)


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


@dataclass(frozen=True, slots=True)
class AddTag:
    """A new tag, at the end of its category.

    key None: a free letter of its name is chosen; "": none. colour "": its category's.
    """

    name: str
    category_id: int
    key: str | None = None
    colour: str = ""
    definition: str = ""
    use_when: str = ""
    not_when: str = ""

    def title(self, _library: EditContext) -> str:
        return message("edit.new_tag", name=self.name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        name = clean_name(self.name, "tag")
        ensure_unique_tag_name(library.codebook, name, None)
        taken = keys_in(library.codebook, library.codebook.category(self.category_id).id)
        tag_id = ledger.insert(
            "tags",
            name=name,
            name_key=name_key(name),
            category_id=self.category_id,
            key=choose_free_key(name, taken)
            if self.key is None
            else ensure_unused_key(self.key, taken),
            colour=self.colour,
            position=next_position(library.codebook, self.category_id),
            definition=self.definition,
            use_when=self.use_when,
            not_when=self.not_when,
        )
        note_version(ledger, "add", tag_id, {}, {"name": name, "definition": self.definition})


@dataclass(frozen=True, slots=True)
class SetTagLook:
    """Another key or colour of a tag; None leaves it as it is."""

    tag_id: int
    key: str | None = None
    colour: str | None = None

    def title(self, library: EditContext) -> str:
        return message("edit.tag", name=library.codebook.tag(self.tag_id).name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        new = {}
        if self.key is not None:
            category_id = library.codebook.tag(self.tag_id).category_id
            new["key"] = ensure_unused_key(
                self.key, keys_in(library.codebook, category_id, self.tag_id)
            )
        if self.colour is not None:
            new["colour"] = self.colour
        ledger.update("tags", self.tag_id, **new)


@dataclass(frozen=True, slots=True)
class MoveTag:
    """Another category, or another position among its tags (0 is first; None: at the end)."""

    tag_id: int
    category_id: int
    position: int | None = None

    def title(self, library: EditContext) -> str:
        return message("edit.move_tag", name=library.codebook.tag(self.tag_id).name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        tag = library.codebook.tag(self.tag_id)
        tags = library.codebook.tags(include_retired=True)
        ordered = [t for t in tags if t.category_id == self.category_id and t != tag]
        at_end = len(ordered)
        index = at_end if self.position is None else max(0, min(self.position, at_end))
        ordered.insert(index, tag)
        if tag.category_id != library.codebook.category(self.category_id).id:
            taken = keys_in(library.codebook, self.category_id)
            key = tag.key if tag.key not in taken else choose_free_key(tag.name, taken)
            ledger.update("tags", tag.id, category_id=self.category_id, key=key)
        for position, moved in enumerate(ordered):
            ledger.update("tags", moved.id, position=position)


@dataclass(frozen=True, slots=True)
class RetireTag:
    """Use a tag no more. Its decisions are kept, it is neither shown nor learned."""

    tag_id: int

    def title(self, library: EditContext) -> str:
        return message("edit.retire_tag", name=library.codebook.tag(self.tag_id).name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        if library.codebook.tag(self.tag_id).retired_at is None:
            time = utc_now()
            ledger.update("tags", self.tag_id, retired_at=time)
            note_version(ledger, "retire", self.tag_id, {"retired_at": None}, {"retired_at": time})


@dataclass(frozen=True, slots=True)
class RestoreTag:
    """Use a retired tag again."""

    tag_id: int

    def title(self, library: EditContext) -> str:
        return message("edit.restore_tag", name=library.codebook.tag(self.tag_id).name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        tag = library.codebook.tag(self.tag_id)
        if tag.retired_at is not None:
            taken = keys_in(library.codebook, tag.category_id)
            key = tag.key if tag.key not in taken else choose_free_key(tag.name, taken)
            ledger.update("tags", tag.id, retired_at=None, key=key)
            old = {"retired_at": tag.retired_at}
            note_version(ledger, "restore", tag.id, old, {"retired_at": None})


def note_version(
    ledger: Ledger, change: str, tag_id: int, before: dict[str, Any], after: dict[str, Any]
) -> None:
    """Number a change of meaning, with what it was before."""
    ledger.insert(
        "codebook_versions",
        change=change,
        tag_id=tag_id,
        before=json.dumps(before, ensure_ascii=False),
        after=json.dumps(after, ensure_ascii=False),
        created_at=utc_now(),
    )
