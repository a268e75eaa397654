"""A tag as someone wants it, and what speaks against it; edits are made of a draft elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from string import ascii_uppercase, digits

from core.library.codebook.tag_match import Name, plain
from core.library.records import Category, Tag

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
class KnownWords:
    """The words there are, for checking a draft against. names: of tags, aliases among them."""

    categories: Sequence[Category]
    tags: Sequence[Tag]
    names: Sequence[Name]


class Fault(StrEnum):
    """What can be wrong with a draft."""

    NO_NAME = "no_name"
    NAME_TAKEN = "name_taken"
    KEY_TAKEN = "key_taken"
    NO_CATEGORY = "no_category"
    NO_CATEGORY_NAME = "no_category_name"
    CATEGORY_NAME_TAKEN = "category_name_taken"
    CATEGORY_KEY_TAKEN = "category_key_taken"


@dataclass(frozen=True, slots=True)
class DraftProblem:
    """One reason why a draft cannot be stored. key, name: of the tag or category in its way."""

    fault: Fault
    name: str = ""
    key: str = ""


def free_keys(taken: Iterable[str]) -> str:
    """Return the letters and digits no other tag (or category) uses, in order."""
    used = {key.upper() for key in taken}
    return "".join(key for key in KEYS if key not in used)


def tag_keys(known: KnownWords, category_id: int | None, besides: int | None) -> list[str]:
    """Return the keys a category's other tags use."""
    return [
        tag.key
        for tag in known.tags
        if tag.category_id == category_id and tag.id != besides and tag.key
    ]


def proposed_key(name: str, free: str) -> str:
    """Return the first letter of the name that is free; else any free key."""
    for letter in name.upper():
        if letter in free:
            return letter
    return free[:1]


def draft_problems(draft: TagDraft, known: KnownWords) -> list[DraftProblem]:
    """Return why a draft cannot be stored; empty if it can."""
    draft_problems = [_name_problem(draft, known), _key_problem(draft, known)]
    if draft.new_category is not None:
        draft_problems += _category_problems(draft.new_category, known)
    elif draft.category_id is None:
        draft_problems.append(DraftProblem(Fault.NO_CATEGORY))
    return [problem for problem in draft_problems if problem is not None]


def _name_problem(draft: TagDraft, known: KnownWords) -> DraftProblem | None:
    if not plain(draft.name):
        return DraftProblem(Fault.NO_NAME)
    for name in known.names:
        same = name.text.casefold() == draft.name.casefold()
        if same and name.tag.id != draft.tag_id:
            return DraftProblem(Fault.NAME_TAKEN, name.text)
    return None


def _key_problem(draft: TagDraft, known: KnownWords) -> DraftProblem | None:
    if not draft.key or draft.new_category is not None:
        return None
    for tag in known.tags:
        other = tag.category_id == draft.category_id and tag.id != draft.tag_id
        if other and tag.key.upper() == draft.key.upper():
            return DraftProblem(Fault.KEY_TAKEN, tag.name, draft.key.upper())
    return None


def _category_problems(draft: CategoryDraft, known: KnownWords) -> list[DraftProblem]:
    if not plain(draft.name):
        return [DraftProblem(Fault.NO_CATEGORY_NAME)]
    draft_problems = []
    for category in known.categories:
        if category.name.casefold() == draft.name.casefold():
            draft_problems.append(DraftProblem(Fault.CATEGORY_NAME_TAKEN, category.name))
        if draft.key and category.key.upper() == draft.key.upper():
            problem = DraftProblem(Fault.CATEGORY_KEY_TAKEN, category.name, draft.key.upper())
            draft_problems.append(problem)
    return draft_problems
