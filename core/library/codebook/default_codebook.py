"""The codebook of a new library, written into its empty tables."""

from __future__ import annotations

import json
from pathlib import Path

from core.library.codebook.codebook_file import read_codebook
from core.library.codebook.codebook_records import CategoryWords, TagWords
from core.library.codebook.new_words import distinct_words, with_keys
from core.library.db.database import Database
from core.library.text import name_key, utc_now


def seed(database: Database, file: Path) -> None:
    """Write the file's categories and tags into an empty library, as codebook version 1.

    Raises LibraryError if the file is not a codebook.
    """
    words = read_codebook(file)
    for position, category in enumerate(with_keys(distinct_words(words.categories))):
        category_id = _add_category(database, category, position)
        for tag_position, tag in enumerate(category.tags):
            _add_tag(database, tag, category_id, tag_position)
    database.write(
        "INSERT INTO codebook_versions (change, before, after, created_at) VALUES (?, ?, ?, ?)",
        ("begin", "{}", json.dumps({"codebook": words.name}), utc_now()),
    )


def _add_category(database: Database, category: CategoryWords, position: int) -> int:
    name = category.name
    cursor = database.write(
        "INSERT INTO categories (name, name_key, key, colour, position, exhaustive)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (name, name_key(name), category.key, category.colour, position, int(category.exhaustive)),
    )
    return int(cursor.lastrowid or 0)


def _add_tag(database: Database, tag: TagWords, category_id: int, position: int) -> None:
    cursor = database.write(
        "INSERT INTO tags (name, name_key, category_id, key, colour, position, definition,"
        " use_when, not_when) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            tag.name,
            name_key(tag.name),
            category_id,
            tag.key,
            tag.colour,
            position,
            tag.definition,
            tag.use_when,
            tag.not_when,
        ),
    )
    for alias in tag.aliases:
        database.write(
            "INSERT INTO tag_aliases (tag_id, alias, alias_key) VALUES (?, ?, ?)",
            (cursor.lastrowid, alias, name_key(alias)),
        )
