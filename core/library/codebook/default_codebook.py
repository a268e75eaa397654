"""The default codebook of a new library, from a JSON file of categories, tags and keys."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from core.errors import LibraryError
from core.library.db.database import Database
from core.library.text import clean_key, clean_name, name_key, utc_now

FORMAT = "rhythmcap-codebook"


def seed(database: Database, file: Path) -> None:
    """Write the file's categories and tags into an empty library, as codebook version 1.

    Raises LibraryError if the file is not a codebook.
    """
    content = read_codebook(file)
    for position, category in enumerate(content["categories"]):
        category_id = _add_category(database, category, position)
        for tag_position, tag in enumerate(category["tags"]):
            _add_tag(database, tag, category_id, tag_position)
    database.write(
        "INSERT INTO codebook_versions (change, before, after, created_at) VALUES (?, ?, ?, ?)",
        ("begin", "{}", json.dumps({"codebook": content.get("name", file.stem)}), utc_now()),
    )


def read_codebook(file: Path) -> dict[str, Any]:
    """Read a codebook file. Raises LibraryError if it is not one."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        if content["format"] != FORMAT or not isinstance(content["categories"], list):
            raise ValueError(f"not a {FORMAT}")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LibraryError(
            "codebook.not_a_codebook", name=file.name, detail=str(error), path=file
        ) from error
    codebook: dict[str, Any] = content
    return codebook


def _add_category(database: Database, category: dict[str, Any], position: int) -> int:
    name = clean_name(category["name"], "category")
    cursor = database.write(
        "INSERT INTO categories (name, name_key, key, colour, position) VALUES (?, ?, ?, ?, ?)",
        (
            name,
            name_key(name),
            clean_key(category.get("key", "")),
            category.get("colour", ""),
            position,
        ),
    )
    return int(cursor.lastrowid or 0)


def _add_tag(database: Database, tag: dict[str, Any], category_id: int, position: int) -> None:
    name = clean_name(tag["name"], "tag")
    cursor = database.write(
        "INSERT INTO tags (name, name_key, category_id, key, colour, position, definition,"
        " use_when, not_when) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            name,
            name_key(name),
            category_id,
            clean_key(tag.get("key", "")),
            tag.get("colour", ""),
            position,
            tag.get("definition", ""),
            tag.get("use_when", ""),
            tag.get("not_when", ""),
        ),
    )
    for alias in tag.get("aliases", ()):
        database.write(
            "INSERT INTO tag_aliases (tag_id, alias, alias_key) VALUES (?, ?, ?)",
            (cursor.lastrowid, alias, name_key(alias)),
        )
