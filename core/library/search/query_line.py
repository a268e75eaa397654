"""A search line while it is typed: the term under the cursor, hints, errors, and tags as filters.

It works on text that may be unfinished; what songs a line finds is search.py's business.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.folding import fold
from core.library.codebook.codebook import Codebook
from core.library.records import DecisionSource
from core.library.search.query import (
    CONNECTIVES,
    DATE_FIELDS,
    FIELDS,
    FLAGS,
    REGIONS,
    TEXT_FIELDS,
    Flag,
    Words,
    depends_on_scores,
    quoted,
)
from core.library.search.query_parser import parse_terms
from core.library.search.query_records import TagFilter, TextSpan, TypedTerm, Vocabulary
from core.library.search.query_tokens import QUOTE, outer_parts, tokenize, word_end
from core.library.search.query_values import DAYS

SIGNS = ("-", "?")
FIELDS_OF_TAGS = ("tag", "yes", "no", "unsure", "judged", "region", "intensity")
EMPTY_TARGETS = (*TEXT_FIELDS[:-1], "year", REGIONS)
FILTER_FIELDS = ("tag:", "yes:")
MAX_HINTS = 8


@dataclass(frozen=True, slots=True)
class QueryLine:
    """The text of a search line, read and edited in place."""

    text: str

    # -- what was understood ----------------------------------------------------------------

    def understood(self, codebook: Codebook | None) -> list[TextSpan]:
        """List the terms that are more than text: fields, flags, comparisons, names of tags."""
        spans = []
        for term in parse_terms(self.text):
            words = term.query
            if isinstance(words, Words) and (codebook is None or codebook.find(words.text) is None):
                continue
            has_minus = self.text[term.start - 1 : term.start] == "-"
            spans.append((term.start - has_minus, term.end))
        return spans

    def tag_names(self) -> list[str]:
        """List the tags that terms of the line are about: kick of "predicted:kick>0.7"."""
        return [name for term in parse_terms(self.text) if (name := getattr(term.query, "tag", ""))]

    def is_review(self) -> bool:
        """Tell whether songs are searched with decisions that the model contradicts."""
        return Flag("review") in [term.query for term in parse_terms(self.text)]

    def depends_on_scores(self) -> bool:
        """Tell whether the songs found change with the model's scores."""
        return any(depends_on_scores(term.query) for term in parse_terms(self.text))

    def error_span(self, position: int) -> TextSpan:
        """Extend the position of an error to the end of its bracket or term."""
        end = position
        for token in tokenize(self.text[position:]):
            is_apart = token.start + position != end
            if is_apart or (token.is_bracket and end > position):
                break
            end = position + token.end
            if token.is_bracket:
                break
        return position, end

    def without_error(self, position: int) -> str:
        """Return the line without the term that has an error at this position."""
        start, end = self.error_span(position)
        return f"{self.text[:start].rstrip('-')}{self.text[end:]}".strip()

    # -- hints ------------------------------------------------------------------------------

    def typed_term(self, cursor: int) -> TypedTerm:
        """Find the term the cursor stands in or behind; a quoted one may hold blanks."""
        start = cursor
        for token in reversed(tokenize(self.text[:cursor])):
            if token.end != start or token.is_bracket:
                break
            start = token.start
        typed = self.text[start:cursor]
        sign = typed[:1] if typed.startswith(SIGNS) else ""
        name, colon, value = typed.removeprefix(sign).partition(":")
        field = name.lower() if colon and name.lower() in FIELDS else ""
        word = value if field else typed[len(sign) :]
        return TypedTerm(start, word_end(self.text, cursor), sign, field, word.strip(QUOTE))

    def hints(self, cursor: int, vocabulary: Vocabulary) -> list[str]:
        """List what the term may become: what begins with the typed word, then what holds it."""
        term = self.typed_term(cursor)
        typed = fold(term.word)
        choices = _choices(term, vocabulary)
        prefixed = [choice for choice in choices if fold(choice).startswith(typed)]
        containing = [
            choice for choice in choices if typed in fold(choice) and choice not in prefixed
        ]
        hints = [choice for choice in prefixed + containing if fold(choice) != typed]
        return hints[:MAX_HINTS]

    def complete(self, cursor: int, hint: str) -> tuple[str, int]:
        """Return the line with the term replaced by a hint, and the new cursor."""
        term = self.typed_term(cursor)
        is_field = hint.endswith(":") and not term.field
        is_plain = is_field or (not term.field and hint in FLAGS) or term.field in DATE_FIELDS
        end = term.end + (self.text[term.end : term.end + 1] == QUOTE)
        written = hint if is_plain else write_name(hint)
        before = self.text[: term.start] + term.prefix + written
        if not is_field:
            before += " "
        return before + self.text[end:].lstrip(" "), len(before)

    # -- a flag as filter -------------------------------------------------------------------

    def flag(self) -> str:
        """Return the flag that the line asks for by itself ("untagged" …), or ""."""
        parts = outer_parts(self.text)
        found = (
            [] if _has_or(parts) else [part for i, part in enumerate(parts) if _is_flag(parts, i)]
        )
        return found[0].lower() if len(found) == 1 else ""

    def with_flag(self, flag: str) -> str:
        """Return the line with this flag in place of those it asks for; "": with none."""
        parts = outer_parts(self.text)
        if _has_or(parts):
            return f"({self.text.strip()}) {flag}" if flag else self.text.strip()
        is_flag = [_is_flag(parts, index) for index in range(len(parts))]
        kept = [part for part, dropped in zip(parts, is_flag, strict=True) if not dropped]
        if any(is_flag) or flag:
            kept = [part for part in kept if part != "AND"]  # blanks join as well
        if not flag and any(is_flag) and len(kept) == 1 and kept[0][0] == "(":
            return kept[0].removeprefix("(").removesuffix(")").strip()
        return " ".join([*kept, flag] if flag else kept)

    # -- tags as filters --------------------------------------------------------------------

    def tag_filter(self, name: str) -> TagFilter | None:
        """Return WITH or WITHOUT where the line asks for a tag by itself, else None.

        Only what stands outside brackets counts.
        """
        parts = outer_parts(self.text)
        index = None if _has_or(parts) else _index_of_tag(parts, name)
        return None if index is None else _read_filter(parts[index])[0]

    def toggle_tag(self, name: str, tag_filter: TagFilter) -> str:
        """Return the line with this filter on a tag, or without it where it had it already.

        A tag is written as tag:NAME, so that songs with the word in their title are not counted.
        """
        parts, field = outer_parts(self.text), "" if tag_filter == TagFilter.IN_REGION else "tag:"
        written = f"{tag_filter}{field}{write_name(name)}"
        if _has_or(parts):
            return f"({self.text.strip()}) {written}"
        if tag_filter == TagFilter.IN_REGION:
            kept_parts = [part for part in parts if part != written]
            return " ".join(kept_parts if written in parts else [*parts, written])
        index = _index_of_tag(parts, name)
        if index is None:
            parts.append(written)
        elif _read_filter(parts[index])[0] == tag_filter:
            del parts[index]
        else:
            parts[index] = written
        return " ".join(parts)


def write_name(name: str) -> str:
    """Write a tag's name as it is typed: in quotation marks only where it needs them."""
    is_reserved = name in CONNECTIVES or name.lower() in FLAGS or name.startswith(SIGNS)
    is_plain = not is_reserved and not any(
        letter.isspace() or letter in '()":<>=\\' for letter in name
    )
    return name if is_plain else quoted(name)


def _choices(term: TypedTerm, vocabulary: Vocabulary) -> Sequence[str]:
    if term.field == "predicted":
        return vocabulary.predicted
    if term.field in FIELDS_OF_TAGS:
        return vocabulary.tags
    if term.field in ("empty", "has"):
        return (*vocabulary.categories, *EMPTY_TARGETS)
    if term.field in DATE_FIELDS:
        return DAYS
    if term.field == "by":
        return [source.value for source in DecisionSource]
    if term.field:
        return ()
    if term.sign == "?":
        return vocabulary.tags
    flags = [flag for flag in FLAGS if flag not in vocabulary.tags]
    return (*vocabulary.tags, *flags, *(f"{field}:" for field in FIELDS if field != "yes"))


def _is_flag(parts: list[str], index: int) -> bool:
    """Tell whether a part is a flag by itself: not negated by NOT."""
    is_negated = index > 0 and parts[index - 1] == "NOT"
    return parts[index].lower() in FLAGS and not is_negated


def _has_or(parts: list[str]) -> bool:
    return any(part.upper() in ("OR", "|") for part in parts)


def _index_of_tag(parts: list[str], name: str) -> int | None:
    """Find the part that is this tag by itself: not negated by NOT, not compared."""
    key = name.casefold()
    for index, part in enumerate(parts):
        is_negated = index > 0 and parts[index - 1].upper() == "NOT"
        is_compared = index + 1 < len(parts) and parts[index + 1][0] in "<>="
        if _read_filter(part)[1] == key and not is_negated and not is_compared:
            return index
    return None


def _read_filter(part: str) -> tuple[TagFilter, str]:
    """Split a part into its sign and the tag's name, folded; "" for what is no plain tag."""
    sign = TagFilter.WITHOUT if part.startswith("-") else TagFilter.WITH
    word = part.removeprefix(sign)
    for field in FILTER_FIELDS:
        word = word.removeprefix(field)
    if word.startswith(QUOTE) and word.endswith(QUOTE) and len(word) > 1:
        word = word[1:-1]
    return sign, word.casefold()
