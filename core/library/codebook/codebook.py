"""The codebook as it stands: categories, tags with their definitions, aliases, versions.

Small, so it is kept in memory as a whole. Changing it is an edit.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from core.errors import LibraryError
from core.library.codebook.codebook_records import CodebookVersion
from core.library.db.database import Database, Row
from core.library.records import Category, Tag
from core.library.text import name_key


@dataclass(frozen=True, slots=True)
class _Snapshot:
    categories: dict[int, Category]
    tags: dict[int, Tag]
    names: dict[str, int]  # name keys and alias keys -> tag id
    aliases: dict[int, tuple[str, ...]]
    version: int
    data_version: int


class Codebook:
    """Reading the codebook. Every method may raise LibraryError."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # A library of version 7 that is open for reading only has no such marks yet.
        self._marked = database.has_column("tags", "weak_no")
        # One of version 16 does not know who changed it.
        self._who = database.has_column("codebook_versions", "annotator_id")
        self._snapshot: _Snapshot | None = None

    def categories(self) -> list[Category]:
        """Return all categories, in the user's order."""
        return list(self._current().categories.values())

    def category(self, category_id: int) -> Category:
        """Return one category. Raises LibraryError if it is not there."""
        found = self._current().categories.get(category_id)
        if found is None:
            raise LibraryError("codebook.no_category")
        return found

    def tags(self, include_retired: bool = False) -> list[Tag]:
        """Return all tags in use, by category and the user's order; retired ones on request."""
        tags = self._current().tags.values()
        return [tag for tag in tags if include_retired or tag.retired_at is None]

    def tag(self, tag_id: int) -> Tag:
        """Return one tag, also a retired one. Raises LibraryError if it is not there."""
        found = self._current().tags.get(tag_id)
        if found is None:
            raise LibraryError("codebook.no_tag")
        return found

    def has_tag(self, tag_id: int) -> bool:
        """Return whether there is such a tag, in use or retired."""
        return tag_id in self._current().tags

    def find(self, name: str) -> Tag | None:
        """Find the tag of that name or alias, ignoring case; also a retired one."""
        snapshot = self._current()
        tag_id = snapshot.names.get(name_key(name))
        return None if tag_id is None else snapshot.tags[tag_id]

    def find_category(self, name: str) -> Category | None:
        """Find the category of that name, ignoring case."""
        key = name_key(name)
        categories = self._current().categories.values()
        return next((c for c in categories if name_key(c.name) == key), None)

    def aliases(self, tag_id: int) -> tuple[str, ...]:
        """Return the other names of a tag."""
        return self._current().aliases.get(tag_id, ())

    def version(self) -> int:
        """Return the number of the version in force; every decision is stored with it."""
        return self._current().version

    def last_change(self, tag_id: int) -> int:
        """Return the number of the version that last changed a tag's meaning; 0 if none did."""
        sql = "SELECT max(id) FROM codebook_versions WHERE tag_id = ?"
        return self._database.value(sql, (tag_id,)) or 0

    def last_redefinition(self, tag_id: int) -> int:
        """Return the number of the version that last defined a tag anew; 0 if none did.

        Another name, or being used no more, is no other meaning; nor is a merge, whose decisions
        keep the versions they were made under.
        """
        sql = "SELECT max(id) FROM codebook_versions WHERE tag_id = ? AND change = 'define'"
        return self._database.value(sql, (tag_id,)) or 0

    def history(self, tag_id: int | None = None) -> list[CodebookVersion]:
        """Return every change of meaning, newest first; of one tag, or of all."""
        sql = (
            "SELECT id, change, tag_id, before, after, created_at,"
            f" {'annotator_id' if self._who else 'NULL'} FROM codebook_versions"
            " WHERE ?1 IS NULL OR tag_id = ?1 ORDER BY id DESC"
        )
        return [
            CodebookVersion(
                row[0], row[1], row[2], json.loads(row[3]), json.loads(row[4]), row[5], row[6]
            )
            for row in self._database.rows(sql, (tag_id,))
        ]

    def invalidate(self) -> None:
        """Have the codebook read again at the next question, because it was changed."""
        self._snapshot = None

    def _current(self) -> _Snapshot:
        # Only a reader can be overtaken by another process; a writer is alone.
        data_version = self._database.data_version() if self._database.read_only else 0
        if self._snapshot is None or self._snapshot.data_version != data_version:
            self._snapshot = self._read(data_version)
        return self._snapshot

    def _read(self, data_version: int) -> _Snapshot:
        rows = self._database.rows
        categories = rows(
            f"SELECT id, name, key, colour, position, {'exhaustive' if self._marked else '0'}"
            " FROM categories ORDER BY position, id"
        )
        tags = rows(
            "SELECT t.id, t.name, category_id, t.key, t.colour, t.position, definition, use_when,"
            f" not_when, retired_at, {'weak_no' if self._marked else '0'}"
            " FROM tags t JOIN categories c ON c.id = t.category_id"
            " ORDER BY c.position, c.id, t.position, t.id"
        )
        aliases: dict[int, tuple[str, ...]] = {}
        names: dict[str, Any] = {}
        for tag_id, alias, key in rows(
            "SELECT tag_id, alias, alias_key FROM tag_aliases ORDER BY id"
        ):
            aliases[tag_id] = (*aliases.get(tag_id, ()), alias)
            names[key] = tag_id
        names.update({name_key(row[1]): row[0] for row in tags})
        version = self._database.value("SELECT max(id) FROM codebook_versions") or 0
        return _Snapshot(
            {row[0]: Category(*_marked(row)) for row in categories},
            {row[0]: Tag(*_marked(row)) for row in tags},
            names,
            aliases,
            version,
            data_version,
        )


def _marked(row: Row) -> Row:
    """Return a row whose last column is a mark, as a truth value."""
    return (*row[:-1], bool(row[-1]))
