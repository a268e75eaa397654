"""Hints while a search is typed: which word the cursor is in, and what it may become."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.library.search.query import CONNECTIVES, DATE_FIELDS, FIELDS, FLAGS, REGIONS, TEXT_FIELDS
from core.library.search.query import quoted as in_quotes
from core.library.search.query_values import DAYS

SIGNS = ("-", "?")
ABOUT_TAGS = ("tag", "yes", "no", "unsure", "judged", "region", "intensity")
EMPTY_OR_NOT = (*TEXT_FIELDS[:-1], "year", REGIONS)
LIMIT = 8


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of the library: its tags, those the model in use knows, its categories."""

    tags: Sequence[str] = ()
    heard: Sequence[str] = ()
    categories: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Token:
    """The word under the cursor. start, end: its place in the line, with its sign and field.

    sign: "-", "?" or "". field: "predicted" … or "". word: what was typed of it.
    """

    start: int
    end: int
    sign: str
    field: str
    word: str

    @property
    def before(self) -> str:
        """What stands before the word and stays."""
        return self.sign + (f"{self.field}:" if self.field else "")


def token_at(text: str, cursor: int) -> Token:
    """The word the cursor stands in or behind; a quoted one may hold blanks."""
    start, is_quoted = 0, False
    for place, letter in enumerate(text[:cursor]):
        if letter == '"':
            is_quoted = not is_quoted
        elif (letter.isspace() or letter in "()") and not is_quoted:
            start = place + 1
    end = cursor
    while end < len(text) and not (text[end].isspace() or text[end] in '()"'):
        end += 1
    word = text[start:cursor]
    sign = word[:1] if word.startswith(SIGNS) else ""
    name, colon, value = word.removeprefix(sign).partition(":")
    field = name.lower() if colon and name.lower() in FIELDS else ""
    return Token(start, end, sign, field, (value if field else word[len(sign) :]).strip('"'))


def hints_for(token: Token, words: Vocabulary) -> list[str]:
    """What the word may become: what begins with it, then what holds it."""
    typed = token.word.casefold()
    choices = _choices(token, words)
    begin = [word for word in choices if word.casefold().startswith(typed)]
    within = [word for word in choices if typed in word.casefold() and word not in begin]
    found = [word for word in begin + within if word.casefold() != typed]
    return found[:LIMIT]


def _choices(token: Token, words: Vocabulary) -> Sequence[str]:
    if token.field == "predicted":
        return words.heard
    if token.field in ABOUT_TAGS:
        return words.tags
    if token.field in ("empty", "has"):
        return (*words.categories, *EMPTY_OR_NOT)
    if token.field in DATE_FIELDS:
        return DAYS
    if token.field:
        return ()
    if token.sign == "?":
        return words.tags
    keywords = [each for each in FLAGS if each not in words.tags]
    return (*words.tags, *keywords, *(f"{field}:" for field in FIELDS if field != "yes"))


def quoted(word: str) -> str:
    """A tag's name as the search line writes it."""
    reserved = word in CONNECTIVES or word.lower() in FLAGS or word.startswith(SIGNS)
    plain = not reserved and not any(each.isspace() or each in '()":<>=\\' for each in word)
    return word if plain else in_quotes(word)


def completed(text: str, token: Token, hint: str) -> tuple[str, int]:
    """The line with the word replaced by a hint, and where the cursor goes."""
    is_field = hint.endswith(":") and not token.field
    plain = is_field or (not token.field and hint in FLAGS) or token.field in DATE_FIELDS
    end = token.end + (text[token.end : token.end + 1] == '"')
    before = text[: token.start] + token.before + (hint if plain else quoted(hint))
    if not is_field:
        before += " "
    return before + text[end:].lstrip(" "), len(before)
