"""Writing the codebook as a file: JSON that a new library, or another one, can begin with.

Retired words and decisions are not in it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.exchange.files.output import output_file
from core.library.codebook.codebook import Codebook
from core.library.codebook.codebook_file import FORMAT, FORMAT_VERSION
from core.library.records import Category, Tag

_TEXTS = ("key", "colour", "definition", "use_when", "not_when")


def write_codebook(codebook: Codebook, path: Path) -> int:
    """Write the words in use; return how many. Raises ExchangeError where they cannot be."""
    tags = codebook.tags()
    content = codebook_content(codebook, codebook.categories(), tags, path.stem)
    text = json.dumps(content, ensure_ascii=False, indent=1)
    with output_file(path) as draft:
        draft.write_text(text + "\n", encoding="utf-8")
    return len(tags)


def codebook_content(
    codebook: Codebook, categories: Sequence[Category], tags: Sequence[Tag], name: str
) -> dict[str, Any]:
    """Return these categories with these tags as a codebook file's content."""
    entries = [
        {
            "name": category.name,
            "key": category.key,
            "colour": category.colour,
            "exhaustive": category.exhaustive,
            "tags": [_entry(codebook, tag) for tag in tags if tag.category_id == category.id],
        }
        for category in categories
    ]
    return {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "name": name,
        "categories": entries,
    }


def _entry(codebook: Codebook, tag: Tag) -> dict[str, Any]:
    """Return what a file says of a tag; what is empty is left out."""
    texts = {name: getattr(tag, name) for name in _TEXTS}
    entry: dict[str, Any] = {"name": tag.name} | {k: text for k, text in texts.items() if text}
    if aliases := codebook.aliases(tag.id):
        entry["aliases"] = list(aliases)
    return entry
