"""What every edit of the codebook keeps to: unique names, unique keys, positions."""

from __future__ import annotations

from core.errors import LibraryError
from core.library.codebook.codebook import Codebook
from core.library.text import clean_key, name_key


def keys_in(codebook: Codebook, category_id: int, except_id: int | None = None) -> set[str]:
    """Return the keys that tags in use have in a category, except_id's left out."""
    tags = codebook.tags()
    return {tag.key for tag in tags if tag.category_id == category_id and tag.id != except_id}


def ensure_unused_key(key: str, taken: set[str]) -> str:
    """Return the key, tidied. Raises LibraryError if it is taken."""
    key = clean_key(key)
    if key and key in taken:
        raise LibraryError("codebook.key_taken", key=key)
    return key


def next_position(codebook: Codebook, category_id: int) -> int:
    """Return the position after the last tag of a category."""
    tags = codebook.tags(include_retired=True)
    return max((tag.position for tag in tags if tag.category_id == category_id), default=-1) + 1


def ensure_unique_tag_name(codebook: Codebook, name: str, except_id: int | None) -> None:
    """Raise LibraryError if another tag than except_id has this name or alias."""
    known = codebook.find(name)
    if known is None or known.id == except_id:
        return
    if known.retired_at is not None:
        raise LibraryError("codebook.tag_retired", name=known.name)
    if name_key(known.name) == name_key(name):
        raise LibraryError("codebook.tag_exists", name=known.name)
    raise LibraryError("codebook.tag_exists_as", name=known.name, alias=name)


def ensure_unique_category_name(codebook: Codebook, name: str, except_id: int | None) -> None:
    """Raise LibraryError if another category than except_id has this name."""
    known = codebook.find_category(name)
    if known is not None and known.id != except_id:
        raise LibraryError("codebook.category_exists", name=known.name)
