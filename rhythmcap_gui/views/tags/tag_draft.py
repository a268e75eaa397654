"""A tag as the dialog leaves it, and what speaks against it. Knows no widget.

Operations turn a draft into edits; nothing is stored here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_uppercase, digits

from PySide6.QtCore import QCoreApplication

from core.library.records import Category, Tag
from rhythmcap_gui.views.tags.tag_match import Name, plain

KEYS = ascii_uppercase + digits


@dataclass(frozen=True, slots=True)
class CategoryDraft:
    """A category that is to be made with the tag. key "" is none; colour is "#rrggbb"."""

    name: str
    key: str
    colour: str


@dataclass(frozen=True, slots=True)
class TagDraft:
    """A new tag (tag_id None) or what an existing one shall become.

    Either category_id or new_category is given. colour "" means the category's.
    """

    tag_id: int | None
    name: str
    category_id: int | None
    new_category: CategoryDraft | None
    key: str = ""
    colour: str = ""
    definition: str = ""
    use_when: str = ""
    not_when: str = ""


@dataclass(frozen=True, slots=True)
class Codebook:
    """The words there are, for checking a draft against."""

    categories: Sequence[Category]
    tags: Sequence[Tag]
    names: Sequence[Name]


def _say(text: str) -> str:
    return QCoreApplication.translate("tag_draft", text)


def free_keys(taken: Iterable[str]) -> str:
    """The letters and digits no other tag (or category) uses, in order."""
    used = {key.upper() for key in taken}
    return "".join(key for key in KEYS if key not in used)


def tag_keys(codebook: Codebook, category_id: int | None, besides: int | None) -> list[str]:
    """The keys a category's other tags use."""
    return [
        tag.key
        for tag in codebook.tags
        if tag.category_id == category_id and tag.id != besides and tag.key
    ]


def proposed_key(name: str, free: str) -> str:
    """A letter of the name that is free, the first that can be; else any free key."""
    for letter in name.upper():
        if letter in free:
            return letter
    return free[:1]


def problems(draft: TagDraft, codebook: Codebook) -> list[str]:
    """Why a draft cannot be stored, as sentences; empty if it can."""
    found = [_name_problem(draft, codebook), _key_problem(draft, codebook)]
    if draft.new_category is not None:
        found += _category_problems(draft.new_category, codebook)
    elif draft.category_id is None:
        found.append(_say("Choose a category."))
    return [each for each in found if each]


def _name_problem(draft: TagDraft, codebook: Codebook) -> str:
    if not plain(draft.name):
        return _say("Give the tag a name.")
    for name in codebook.names:
        same = name.text.casefold() == draft.name.casefold()
        if same and name.tag.id != draft.tag_id:
            return _say("“{name}” is there already.").format(name=name.text)
    return ""


def _key_problem(draft: TagDraft, codebook: Codebook) -> str:
    if not draft.key or draft.new_category is not None:
        return ""
    for tag in codebook.tags:
        other = tag.category_id == draft.category_id and tag.id != draft.tag_id
        if other and tag.key.upper() == draft.key.upper():
            text = _say("The key {key} belongs to “{name}” in this category.")
            return text.format(key=draft.key.upper(), name=tag.name)
    return ""


def _category_problems(draft: CategoryDraft, codebook: Codebook) -> list[str]:
    if not plain(draft.name):
        return [_say("Give the new category a name.")]
    found = []
    for category in codebook.categories:
        if category.name.casefold() == draft.name.casefold():
            found.append(_say("The category “{name}” is there already.").format(name=category.name))
        if draft.key and category.key.upper() == draft.key.upper():
            text = _say("The key {key} belongs to the category “{name}”.")
            found.append(text.format(key=draft.key.upper(), name=category.name))
    return found
