"""Edits of the codebook's tags: new ones, names, keys, colours, positions, definitions, retirement.

What changes a meaning becomes a numbered version of the codebook, with what it was before.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from core.library.codebook.rules import (
    ensure_unique_tag_name,
    ensure_unused_key,
    keys_in,
    next_position,
)
from core.library.edits.edit_context import EditContext
from core.library.edits.journal import Ledger
from core.library.records import DecisionSource
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
        record_version(ledger, "add", tag_id, {}, {"name": name, "definition": self.definition})


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
                ledger, "retire", self.tag_id, {"retired_at": None}, {"retired_at": time}
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
            record_version(ledger, "restore", tag.id, old, {"retired_at": None})


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
            _add_alias(ledger, self.tag_id, former.name)
        record_version(ledger, "rename", self.tag_id, {"name": former.name}, {"name": name})


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
            record_version(ledger, "define", self.tag_id, old, new)


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
            _add_alias(ledger, library.codebook.tag(self.tag_id).id, alias)
        elif known.id != self.tag_id:
            ensure_unique_tag_name(library.codebook, alias, self.tag_id)


@dataclass(frozen=True, slots=True)
class RemoveAlias:
    """A tag is no longer found by this other name."""

    alias: str

    def title(self, _library: EditContext) -> str:
        return message("edit.remove_alias", alias=self.alias)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        _drop_alias(library, ledger, self.alias)


@dataclass(frozen=True, slots=True)
class MergeTags:
    """Two words were one: all decisions on tag_id move to into_id, with its names as aliases.

    Where both were judged, the decision on into_id stays, unless only that one is a rest that is
    no.
    """

    tag_id: int
    into_id: int

    def title(self, library: EditContext) -> str:
        name, into = (library.codebook.tag(tag_id).name for tag_id in (self.tag_id, self.into_id))
        return message("edit.merge_tags", name=name, into=into)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        tag, into = (library.codebook.tag(tag_id) for tag_id in (self.tag_id, self.into_id))
        if tag.id == into.id:
            return
        _move_rows(library, ledger, tag.id, into.id)
        ledger.delete("tags", tag.id)
        _add_alias(ledger, into.id, tag.name)
        before = {"names": [tag.name, into.name], "definitions": [tag.definition, into.definition]}
        record_version(ledger, "merge", into.id, before, {"name": into.name, "merged": tag.id})


@dataclass(frozen=True, slots=True)
class SplitTag:
    """One word was two: the decisions on these songs move to a new tag of the same category."""

    tag_id: int
    name: str
    song_ids: tuple[int, ...]
    definition: str = ""

    def title(self, library: EditContext) -> str:
        return message("edit.split_tag", name=library.codebook.tag(self.tag_id).name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        tag = library.codebook.tag(self.tag_id)
        AddTag(self.name, tag.category_id, definition=self.definition).apply(library, ledger)
        new_id = next(
            change.row_id for change in reversed(ledger.changes) if change.table == "tags"
        )
        sql = "SELECT id FROM annotations WHERE song_id = ? AND tag_id = ?"
        for song_id in self.song_ids:
            for row_id in library.database.ids(sql, (song_id, tag.id)).tolist():
                ledger.update("annotations", row_id, tag_id=new_id)
        record_version(
            ledger, "split", tag.id, {"name": tag.name}, {"new": new_id, "name": self.name}
        )


def record_version(
    ledger: Ledger, change: str, tag_id: int, before: dict[str, Any], after: dict[str, Any]
) -> None:
    """Record a change of meaning as a numbered version, with what it was before."""
    ledger.insert(
        "codebook_versions",
        change=change,
        tag_id=tag_id,
        before=json.dumps(before, ensure_ascii=False),
        after=json.dumps(after, ensure_ascii=False),
        created_at=utc_now(),
    )


def _move_rows(library: EditContext, ledger: Ledger, tag_id: int, into_id: int) -> None:
    """Have everything that names one tag name the other."""
    database = library.database
    sql = (
        f"SELECT id, source = '{DecisionSource.REST}', song_id, annotator_id, start_s, end_s"
        " FROM annotations WHERE tag_id = ?"
    )
    kept = {tuple(slot): (row_id, rest) for row_id, rest, *slot in database.rows(sql, (into_id,))}
    for row_id, rest, *slot in database.rows(sql, (tag_id,)):
        kept_id, kept_rest = kept.get(tuple(slot), (None, False))
        if kept_id is not None and (rest or not kept_rest):
            ledger.delete("annotations", row_id)
            continue
        if kept_id is not None:
            ledger.delete("annotations", kept_id)
        ledger.update("annotations", row_id, tag_id=into_id)
    for table in ("tag_aliases", "anchors", "disputes", "word_mappings"):
        for row_id in database.ids(f"SELECT id FROM {table} WHERE tag_id = ?", (tag_id,)).tolist():
            ledger.update(table, row_id, tag_id=into_id)


def _add_alias(ledger: Ledger, tag_id: int, alias: str) -> None:
    ledger.insert("tag_aliases", tag_id=tag_id, alias=alias, alias_key=name_key(alias))


def _drop_alias(library: EditContext, ledger: Ledger, alias: str) -> None:
    sql = "SELECT id FROM tag_aliases WHERE alias_key = ?"
    for row_id in library.database.ids(sql, (name_key(alias),)).tolist():
        ledger.delete("tag_aliases", row_id)
