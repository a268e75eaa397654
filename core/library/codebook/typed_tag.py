"""What a typed line means: the letters of a tag, before them a sign and the category it is of.

The signs are those of `rhythmcap tag`: +kick is yes, -kick no, ?kick unsure, =kick not judged.
A digit behind the letters says how strongly the tag holds: kick 7, kick7.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.folding import fold
from core.library.codebook.codebook_records import SIGNS, TagName, TypedTag
from core.library.records import Category

LEVELS = tuple("123456789")


def read_typed(typed: str, categories: Sequence[Category], names: Iterable[TagName]) -> TypedTag:
    """Read what was typed; a tag that is called exactly so is meant, whatever is in its name."""
    known = {name.text.casefold() for name in names}
    text = typed.strip()
    if text.casefold() in known:
        return TypedTag(text)
    sign = text[:1] if text[:1] in SIGNS else ""
    text = text.removeprefix(sign).strip()
    head, colon, tail = text.partition(":")
    ids = _begun(head, categories) if colon and text.casefold() not in known else frozenset()
    text = tail.strip() if ids else text
    letters = _before_level(text, known)
    return TypedTag(letters, sign, ids, text.removeprefix(letters))


def _before_level(text: str, known: Iterable[str]) -> str:
    """Return the beginning of a known name before a digit; all where the digit may be of a name."""
    name, names = text[:-1].rstrip(), [fold(known_name) for known_name in known]
    if not name or text[-1] not in LEVELS or _begins(text, names):
        return text
    return name if _begins(name, names) else text


def _begins(text: str, names: Iterable[str]) -> bool:
    return any(name.startswith(fold(text)) for name in names)


def _begun(head: str, categories: Sequence[Category]) -> frozenset[int]:
    """Return the category of a name, or those whose names begin so."""
    begun = fold(head.strip())
    names = {category.id: fold(category.name) for category in categories} if begun else {}
    same = frozenset(id_ for id_, name in names.items() if name == begun)
    return same or frozenset(id_ for id_, name in names.items() if name.startswith(begun))
