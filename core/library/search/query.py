"""What a search line says: the parts it is made of, and the way from text to them and back.

Pure: it knows no library and no tag. query_reader.py reads text; matching.py answers.

    words            in title, artist, album, path or note (beginnings count), or a tag's name
    "two words"      as they stand              kick  -kick  ?kick     yes, not yes, unsure
    no:kick  judged:kick  tag:"bass lead"       decisions by name
    tag:""  empty:voice  has:note  has:regions  no tag at all, none of a category; the contrary
    region:kick                                 yes on a part of the song
    kick>0.7  predicted:kick  intensity:kick>=0.5   what the model or the ear gave
    year:1990..1995  length:>5:00  added:2026-01..  decided:today
    artist:"x"  title:  album:  note:  path:    words of one field
    untagged  missing  unsure  review  recent   and AND, OR, NOT, ( )
"""

from __future__ import annotations

from dataclasses import dataclass, field

from core.library.records import State

TEXT_FIELDS = ("title", "artist", "album", "note", "path")
NUMBER_FIELDS = ("year", "length")
DATE_FIELDS = ("added", "decided")
TAG_FIELDS: dict[str, State | None] = {
    "tag": State.YES,
    "yes": State.YES,
    "no": State.NO,
    "unsure": State.UNSURE,
    "judged": None,
}
SCORE_FIELDS = ("predicted", "intensity")
FIELDS = (
    *TEXT_FIELDS, *NUMBER_FIELDS, *DATE_FIELDS, *TAG_FIELDS, "region", *SCORE_FIELDS, "empty",
    "has",
)  # fmt: skip
FLAGS = ("untagged", "missing", "unsure", "review", "recent")
CONNECTIVES = ("AND", "OR", "NOT")
REGIONS = "regions"  # what empty: and has: call the tagged parts of a song


@dataclass(frozen=True, slots=True)
class Everything:
    """An empty line: all songs."""


@dataclass(frozen=True, slots=True)
class Words:
    """Text in any field, or the name of a tag. exact: quoted, so the last word is a whole one."""

    text: str
    exact: bool = False
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class InField:
    """Text in one of TEXT_FIELDS; text "" with exact: the field is empty."""

    name: str
    text: str
    exact: bool = False
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Said:
    """A decision on a tag; state None: any decision. tag "": on no tag at all."""

    tag: str
    state: State | None
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class InRegion:
    """A part of the song was said to have a tag. The song as a whole is another matter."""

    tag: str
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Span:
    """From low to high, None for open ends; low_in, high_in: the end itself counts."""

    low: float | None = None
    high: float | None = None
    low_in: bool = True
    high_in: bool = True

    def holds(self, value: float) -> bool:
        """Whether a number lies in it."""
        if self.low is not None and (value < self.low or (value == self.low and not self.low_in)):
            return False
        above = self.high is not None and (
            value > self.high or (value == self.high and not self.high_in)
        )
        return not above


@dataclass(frozen=True, slots=True)
class Number:
    """One of NUMBER_FIELDS within a span; years, or seconds."""

    name: str
    span: Span
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Scored:
    """A model's score or the ear's intensity for a tag; tag "" (intensity only): for any."""

    name: str
    tag: str
    span: Span
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Dated:
    """When a song came, or was last decided on (one of DATE_FIELDS).

    first, last: "2026", "2026-01", "2026-01-15" or one of DAYS, "" for open ends; both in.
    """

    name: str
    first: str
    last: str
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing said yes of a category, nothing written in a field, or no part tagged (REGIONS)."""

    what: str
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Flag:
    """One of FLAGS."""

    name: str
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """All songs but those."""

    part: Query


@dataclass(frozen=True, slots=True)
class And:
    """Songs in every part; two parts at least."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Songs in any part; two parts at least."""

    parts: tuple[Query, ...]


Query = (
    Everything | Words | InField | Said | InRegion | Number | Scored | Dated | Empty | Flag | Not
    | And | Or
)  # fmt: skip


def asks_the_model(term: Query) -> bool:
    """Whether the answer to a term changes with what the model says."""
    if isinstance(term, Flag):
        return term.name == "review"
    return isinstance(term, Scored) and term.name == "predicted"


def write_query(query: Query) -> str:
    """The line that reads as this query, in one way of many."""
    match query:
        case And(parts):
            return " ".join(_bracketed(part, And) for part in parts)
        case Or(parts):
            return " OR ".join(_bracketed(part, Or) for part in parts)
        case Not(part):
            return f"-{_bracketed(part, Not)}"
        case _:
            return _write_term(query)


def _bracketed(part: Query, inside: type) -> str:
    text = write_query(part)
    loose = isinstance(part, And | Or | Everything) or (inside is Not and isinstance(part, Not))
    return f"({text})" if loose else text


def _write_term(term: Query) -> str:
    match term:
        case Words(text, exact):
            return quoted(text) if exact else text
        case InField(name, text, exact):
            return f"{name}:{quoted(text) if exact else text}"
        case Said(tag, state):
            return f"{state.value if state else 'judged'}:{quoted(tag)}"
        case Number(name, span):
            return f"{name}:{write_span(span)}"
        case Scored(name, tag, span):
            return f"{name}:{quoted(tag) if tag else ''}{_compare(span)}"
        case InRegion(tag):
            return f"region:{quoted(tag)}"
        case Dated(name, first, last):
            return f"{name}:{first}" if first == last else f"{name}:{first}..{last}"
        case Empty(what):
            return f"empty:{quoted(what)}"
        case Flag(name):
            return name
    return ""


def quoted(text: str) -> str:
    """A text in quotation marks, with those inside it escaped."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def write_span(span: Span) -> str:
    """A span as it is typed: 1990, 1990..1995, 1990.., >300."""
    if span.low == span.high and span.low is not None:
        return f"{span.low:.15g}"
    if span.low_in and span.high_in:
        low, high = ("" if end is None else f"{end:.15g}" for end in (span.low, span.high))
        return f"{low}..{high}"
    return _compare(span)


def _compare(span: Span) -> str:
    if span.low is None and span.high is not None:
        return f"{'<=' if span.high_in else '<'}{span.high:.15g}"
    if span.high is None and span.low is not None:
        return f"{'>=' if span.low_in else '>'}{span.low:.15g}"
    return f"={write_span(span)}"
