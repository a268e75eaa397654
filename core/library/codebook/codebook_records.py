"""What is said of tags before they are stored: drafts and their problems, names and matches."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.library.records import Tag


@dataclass(frozen=True, slots=True)
class TagName:
    """One way to say a tag: its name, or an alias."""

    tag: Tag
    text: str


@dataclass(frozen=True, slots=True)
class TagMatch:
    """A tag found; closeness 0 to 100, best first."""

    name: TagName
    closeness: float


@dataclass(frozen=True, slots=True)
class CategoryDraft:
    """A category that is to be made with the tag (category_id None), or what one shall become.

    key "" is none; colour is "#rrggbb".
    """

    name: str
    key: str
    colour: str
    category_id: int | None = None
    exhaustive: bool = False


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


class DraftFault(StrEnum):
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

    fault: DraftFault
    name: str = ""
    key: str = ""
