"""What every edit of the codebook keeps to: unique names and keys, and versions of the wording."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from core.errors import LibraryError
from core.library.edits.journal import Ledger
from core.library.text import clean_key, name_key, now

if TYPE_CHECKING:
    from core.library.store import Library


def keys_in(library: Library, category_id: int, but: int | None = None) -> set[str]:
    """The keys that tags in use have in a category."""
    tags = library.codebook.tags()
    return {tag.key for tag in tags if tag.category_id == category_id and tag.id != but}


def unused_key(key: str, taken: set[str]) -> str:
    """The key, tidied. Raises LibraryError if it is taken."""
    key = clean_key(key)
    if key and key in taken:
        raise LibraryError(f"The key “{key}” is taken here.", remedy="Choose another letter.")
    return key


def next_position(library: Library, category_id: int) -> int:
    """The place after the last tag of a category."""
    tags = library.codebook.tags(include_retired=True)
    return max((tag.position for tag in tags if tag.category_id == category_id), default=-1) + 1


def refuse_tag_name(library: Library, name: str, but: int | None) -> None:
    """Raise LibraryError if another tag than `but` has this name or alias."""
    known = library.codebook.find(name)
    if known is None or known.id == but:
        return
    if known.retired_at is not None:
        raise LibraryError(
            f"There is a retired tag called “{known.name}”.", remedy="Restore it instead."
        )
    raise LibraryError(
        f"There is a tag called “{known.name}” already.",
        remedy="Use it, or choose another name."
        if name_key(known.name) == name_key(name)
        else f"“{name}” is another name for it; use it, or choose another name.",
    )


def refuse_category_name(library: Library, name: str, but: int | None) -> None:
    """Raise LibraryError if another category than `but` has this name."""
    known = library.codebook.find_category(name)
    if known is not None and known.id != but:
        raise LibraryError(
            f"There is a category called “{known.name}” already.", remedy="Choose another name."
        )


def note_version(
    ledger: Ledger, change: str, tag_id: int, before: dict[str, Any], after: dict[str, Any]
) -> None:
    """Number a change of meaning, with what it was before."""
    ledger.insert(
        "codebook_versions",
        change=change,
        tag_id=tag_id,
        before=json.dumps(before, ensure_ascii=False),
        after=json.dumps(after, ensure_ascii=False),
        created_at=now(),
    )
