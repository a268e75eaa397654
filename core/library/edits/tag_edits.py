"""Edits of the codebook's tags: new ones, names, keys, colours, positions, definitions, retirement.

What changes a meaning becomes a numbered version of the codebook, with what it was before.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from core.errors import LibraryError
from core.library.codebook.rules import (
    ensure_unique_tag_name,
    ensure_unused_key,
    keys_in,
    next_position,
)
from core.library.edits.edit_context import EditContext
from core.library.edits.journal import Ledger
from core.library.edits.rule_edits import remove_rules_of
from core.library.edits.search_edits import rename_in_searches
from core.library.search.query_renaming import Renaming
from core.library.text import choose_free_key, clean_name, name_key, utc_now
from core.messages import message


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
        record_version(
            library, ledger, "add", tag_id, {}, {"name": name, "definition": self.definition}
        )


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
class SetWeakNo:
    """Whether songs not judged on a tag count a little as no when it is learned."""

    tag_id: int
    weak_no: bool

    def title(self, library: EditContext) -> str:
        return message(
            "edit.weak_no" if self.weak_no else "edit.no_weak_no",
            name=library.codebook.tag(self.tag_id).name,
        )

    def apply(self, _library: EditContext, ledger: Ledger) -> None:
        ledger.update("tags", self.tag_id, weak_no=int(self.weak_no))


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
            record_version(
                library, ledger, "retire", self.tag_id, {"retired_at": None}, {"retired_at": time}
            )


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
            record_version(library, ledger, "restore", tag.id, old, {"retired_at": None})


@dataclass(frozen=True, slots=True)
class RenameTag:
    """Another name; the former one stays an alias, so that it is still found."""

    tag_id: int
    name: str

    def title(self, library: EditContext) -> str:
        return message("edit.rename_tag", name=library.codebook.tag(self.tag_id).name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        former = library.codebook.tag(self.tag_id)
        name = clean_name(self.name, "tag")
        if name == former.name:
            return
        ensure_unique_tag_name(library.codebook, name, self.tag_id)
        _drop_alias(library, ledger, name)
        ledger.update("tags", self.tag_id, name=name, name_key=name_key(name))
        if name_key(name) != name_key(former.name):
            add_alias(ledger, self.tag_id, former.name)
        rename_in_searches(library, ledger, Renaming(former.name, name))
        record_version(
            library, ledger, "rename", self.tag_id, {"name": former.name}, {"name": name}
        )


@dataclass(frozen=True, slots=True)
class SetDefinition:
    """What a tag means, when to use it and when not; None leaves it as it is."""

    tag_id: int
    definition: str | None = None
    use_when: str | None = None
    not_when: str | None = None

    def title(self, library: EditContext) -> str:
        return message("edit.definition", name=library.codebook.tag(self.tag_id).name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        former = library.codebook.tag(self.tag_id)
        given = {
            "definition": self.definition,
            "use_when": self.use_when,
            "not_when": self.not_when,
        }
        new = {name: text for name, text in given.items() if text is not None}
        if ledger.update("tags", self.tag_id, **new):
            old = {name: getattr(former, name) for name in new}
            record_version(library, ledger, "define", self.tag_id, old, new)


@dataclass(frozen=True, slots=True)
class AddAlias:
    """Another name a tag is found by."""

    tag_id: int
    alias: str

    def title(self, library: EditContext) -> str:
        return f"{library.codebook.tag(self.tag_id).name} = {self.alias}"

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        alias = clean_name(self.alias, "tag")
        known = library.codebook.find(alias)
        if known is None:
            add_alias(ledger, library.codebook.tag(self.tag_id).id, alias)
        elif known.id != self.tag_id:
            ensure_unique_tag_name(library.codebook, alias, self.tag_id)


@dataclass(frozen=True, slots=True)
class RemoveAlias:
    """A tag is no longer found by this other name."""

    alias: str

    def title(self, _library: EditContext) -> str:
        return message("edit.remove_alias", alias=self.alias)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        tag = library.codebook.find(self.alias)
        if tag is not None and name_key(tag.name) != name_key(self.alias):
            renaming = Renaming(self.alias, tag.name, scores=False)  # a model may have that word
            rename_in_searches(library, ledger, renaming)
        _drop_alias(library, ledger, self.alias)


@dataclass(frozen=True, slots=True)
class RemoveTag:
    """Take a tag away that nothing was ever decided on. Raises LibraryError for a used one."""

    tag_id: int

    def title(self, library: EditContext) -> str:
        return message("edit.remove_tag", name=library.codebook.tag(self.tag_id).name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        tag = library.codebook.tag(self.tag_id)
        if library.tag_uses.is_used(tag.id):
            raise LibraryError("codebook.tag_used", name=tag.name)
        for table in ("tag_aliases", "word_mappings"):
            for row_id in rows_of_tag(library, table, tag.id):
                ledger.delete(table, row_id)
        remove_rules_of(library, ledger, tag.id)
        ledger.delete("tags", tag.id)
        former = {"name": tag.name, "definition": tag.definition}
        record_version(library, ledger, "remove", tag.id, former, {})


def record_version(
    library: EditContext,
    ledger: Ledger,
    change: str,
    tag_id: int,
    before: dict[str, Any],
    after: dict[str, Any],
) -> None:
    """Record a change of meaning as a numbered version: who made it, and what was before."""
    ledger.insert(
        "codebook_versions",
        change=change,
        tag_id=tag_id,
        before=json.dumps(before, ensure_ascii=False),
        after=json.dumps(after, ensure_ascii=False),
        annotator_id=library.annotators.current.id,
        created_at=utc_now(),
    )


def rows_of_tag(library: EditContext, table: str, tag_id: int) -> list[int]:
    """Return the ids of a table's rows that name a tag."""
    sql = f"SELECT id FROM {table} WHERE tag_id = ?"
    row_ids: list[int] = library.database.ids(sql, (tag_id,)).tolist()
    return row_ids


def add_alias(ledger: Ledger, tag_id: int, alias: str) -> None:
    """Let a tag be found by another name, which nothing has yet."""
    ledger.insert("tag_aliases", tag_id=tag_id, alias=alias, alias_key=name_key(alias))


def _drop_alias(library: EditContext, ledger: Ledger, alias: str) -> None:
    sql = "SELECT id FROM tag_aliases WHERE alias_key = ?"
    for row_id in library.database.ids(sql, (name_key(alias),)).tolist():
        ledger.delete("tag_aliases", row_id)
