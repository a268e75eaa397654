"""The user's own words: new tags and categories, names, keys, colours, order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rhythmcap_gui.operations import tagging
from rhythmcap_gui.operations.desk import Desk

if TYPE_CHECKING:
    from core.library.records import Category, Tag


def add_tag(desk: Desk, name: str, category_id: int, key: str = "", colour: str = "") -> Tag | None:
    """A new tag; the tag of that name if there is one already."""
    from core.library.edits import AddTag

    if (known := desk.library.codebook.find(name)) is not None:
        return known
    tagging.apply(desk, AddTag(name, category_id, key, colour), label=f"New tag {name}")
    return desk.library.codebook.find(name)


def add_category(desk: Desk, name: str, key: str = "", colour: str = "") -> Category | None:
    """A new category."""
    from core.library.edits import AddCategory

    tagging.apply(desk, AddCategory(name, key, colour), label=f"New category {name}")
    found = [each for each in desk.library.codebook.categories() if each.name == name]
    return found[0] if found else None
