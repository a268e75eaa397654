"""Hints while a search is typed: which word the cursor is in, and what it may become."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

KEYWORDS = (
    "untagged", "unsure", "review", "recent", "missing", "predicted:", "year:", "artist:",
    "title:", "album:", "length:", "note:",
)  # fmt: skip
SIGNS = ("predicted:", "-", "?", "+")
LIMIT = 8


@dataclass(frozen=True, slots=True)
class Token:
    """The word under the cursor. start, end: its place in the line; sign: “-”, “predicted:” …"""

    start: int
    end: int
    sign: str
    word: str


def token_at(text: str, cursor: int) -> Token:
    """The word the cursor stands in or behind; a quoted one may hold blanks."""
    start, quoted = 0, False
    for place, letter in enumerate(text[:cursor]):
        if letter == '"':
            quoted = not quoted
        elif letter in " ()" and not quoted:
            start = place + 1
    end = cursor
    while end < len(text) and text[end] not in ' ()"':
        end += 1
    word, sign = text[start:cursor], ""
    found = True
    while found:
        found = False
        for each in SIGNS:
            if word.lower().startswith(each):
                word, sign, found = word[len(each) :], sign + each, True
    return Token(start, end, sign, word.strip('"'))


def hints_for(token: Token, tag_names: Sequence[str]) -> list[str]:
    """What the word may become: tags and keywords that begin with it, then those that hold it."""
    typed = token.word.casefold()
    words = [*tag_names, *(KEYWORDS if not token.sign else ())]
    begin = [word for word in words if word.casefold().startswith(typed)]
    within = [word for word in words if typed in word.casefold() and word not in begin]
    found = [word for word in begin + within if word.casefold() != typed]
    return found[:LIMIT]


def quoted(word: str) -> str:
    """A tag's name as the search line writes it."""
    return f'"{word}"' if any(letter in word for letter in ' ()"') else word


def completed(text: str, token: Token, hint: str) -> tuple[str, int]:
    """The line with the word replaced by a hint, and where the cursor goes."""
    written = hint if hint.endswith(":") else quoted(hint)
    end = token.end + (text[token.end : token.end + 1] == '"')
    before = text[: token.start] + token.sign + written
    if not hint.endswith(":"):
        before += " "
    return before + text[end:].lstrip(" "), len(before)
