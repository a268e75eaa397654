"""The words of a codebook: found by a few letters, and what a tag's draft is checked against.

Edits are made of a draft elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase, digits
from typing import Self

from core.library.codebook.codebook import Codebook
from core.library.codebook.codebook_records import (
    CategoryDraft,
    DraftFault,
    DraftProblem,
    TagDraft,
    TagMatch,
    TagName,
    TypedTag,
)
from core.library.codebook.tag_match import find_tags, look_alikes, plain
from core.library.codebook.typed_tag import read_typed
from core.library.records import Category, Tag
from core.library.text import name_key

KEYS = ascii_uppercase + digits


@dataclass(frozen=True, slots=True)
class KnownWords:
    """Categories and tags, and names: every way to say a tag, names first, then aliases.

    retired: the names of tags that are used no more; their names are not free.
    """

    categories: Sequence[Category] = ()
    tags: Sequence[Tag] = ()
    names: Sequence[TagName] = ()
    retired: Sequence[TagName] = ()

    @classmethod
    def of(cls, codebook: Codebook) -> Self:
        """Read the words of a codebook, in its order."""
        tags = codebook.tags()
        aliases = [TagName(tag, alias) for tag in tags for alias in codebook.aliases(tag.id)]
        names = [TagName(tag, tag.name) for tag in tags] + aliases
        retired = [tag for tag in codebook.tags(include_retired=True) if tag.retired_at]
        former = [TagName(tag, text) for tag in retired
                  for text in (tag.name, *codebook.aliases(tag.id))]  # fmt: skip
        return cls(codebook.categories(), tags, names, former)

    def only(self, is_offered: Callable[[Tag], bool]) -> Self:
        """Leave out the names of all other tags."""
        return replace(self, names=[name for name in self.names if is_offered(name.tag)])

    def find(self, typed: str, limit: int = 12) -> list[TagMatch]:
        """Return the tags a few letters may mean, best first; all in their order for no letters."""
        return find_tags(typed, self.names, limit)

    def read(self, typed: str) -> TypedTag:
        """Read a typed tag, with a sign and a category before it."""
        return read_typed(typed, self.categories, self.names)

    def find_typed(self, typed: TypedTag, limit: int = 12) -> list[TagMatch]:
        """Return the tags that a typed one may mean; without letters all of its categories."""
        ids = typed.category_ids
        known = self.only(lambda tag: tag.category_id in ids) if ids else self
        return known.find(typed.letters, limit if typed.letters else len(known.names))

    def look_alikes(self, word: str, *, besides: int | None = None) -> list[TagName]:
        """Return the names that could be the word in another spelling; besides: a tag left out."""
        return look_alikes(word, self.names, besides=besides)

    def is_new(self, word: str) -> bool:
        """Tell whether a word is neither empty nor a spelling of a known name."""
        return bool(plain(word)) and plain(word) not in {plain(name.text) for name in self.names}

    def free_tag_keys(self, category_id: int | None, besides: int | None = None) -> str:
        """Return the keys that no other tag of the category has; besides: a tag left out."""
        return free_keys(tag_keys(self, category_id, besides))

    def free_category_keys(self) -> str:
        """Return the keys that no category has."""
        return free_keys(category.key for category in self.categories)

    def problems(self, draft: TagDraft) -> list[DraftProblem]:
        """Return why a draft cannot be stored; empty if it can."""
        found = [_name_problem(draft, self), _key_problem(draft, self)]
        if draft.new_category is not None:
            found += _category_problems(draft.new_category, self)
        elif draft.category_id is None:
            found.append(DraftProblem(DraftFault.NO_CATEGORY))
        return [problem for problem in found if problem is not None]

    def category_problems(self, draft: CategoryDraft) -> list[DraftProblem]:
        """Return why a category's draft cannot be stored; empty if it can."""
        return _category_problems(draft, self)

    @staticmethod
    def propose_key(name: str, free: str) -> str:
        """Return the first letter of the name that is free; else any free key."""
        for letter in name.upper():
            if letter in free:
                return letter
        return free[:1]


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


def _name_problem(draft: TagDraft, known: KnownWords) -> DraftProblem | None:
    if not plain(draft.name):
        return DraftProblem(DraftFault.NO_NAME)
    for name in known.names:
        same = name_key(name.text) == name_key(draft.name)
        if same and name.tag.id != draft.tag_id:
            return DraftProblem(DraftFault.NAME_TAKEN, name.text, owner_id=name.tag.id)
    for name in known.retired:
        if name_key(name.text) == name_key(draft.name) and name.tag.id != draft.tag_id:
            return DraftProblem(DraftFault.NAME_RETIRED, name.text, owner_id=name.tag.id)
    return None


def _key_problem(draft: TagDraft, known: KnownWords) -> DraftProblem | None:
    if not draft.key or draft.new_category is not None:
        return None
    for tag in known.tags:
        other = tag.category_id == draft.category_id and tag.id != draft.tag_id
        if other and tag.key.upper() == draft.key.upper():
            return DraftProblem(DraftFault.KEY_TAKEN, tag.name, draft.key.upper())
    return None


def _category_problems(draft: CategoryDraft, known: KnownWords) -> list[DraftProblem]:
    if not plain(draft.name):
        return [DraftProblem(DraftFault.NO_CATEGORY_NAME)]
    draft_problems = []
    others = (other for other in known.categories if other.id != draft.category_id)
    for category in others:
        if name_key(category.name) == name_key(draft.name):
            fault = DraftFault.CATEGORY_NAME_TAKEN
            draft_problems.append(DraftProblem(fault, category.name, owner_id=category.id))
        if draft.key and category.key.upper() == draft.key.upper():
            problem = DraftProblem(DraftFault.CATEGORY_KEY_TAKEN, category.name, draft.key.upper())
            draft_problems.append(problem)
    return draft_problems
