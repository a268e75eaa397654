"""The syntax tree of a search line, and how to write it back as text.

Pure: it knows no library and no tag. query_parser.py parses text; query_evaluator.py finds songs.

    words            in title, artist, album, path or note (beginnings count), or a tag's name
    "two words"      as they stand              kick  -kick  ?kick     yes, not yes, unsure
    no:kick  judged:kick  tag:"bass lead"       decisions by name
    tag:""  empty:voice  has:note  has:regions  no tag at all, none of a category; the contrary
    region:kick                                 yes on a part of the song
    kick>0.7  predicted:kick  intensity:kick>=0.5   what the model or the ear gave
    year:1990..1995  length:>5:00  added:2026-01..  decided:today
    by:ear  by:rule  by:import                  what a decision came from
    artist:"x"  title:  album:  note:  path:    words of one field
    untagged  missing  unsure  review  recent   and AND, OR, NOT, ( )
"""

from __future__ import annotations

from dataclasses import dataclass, field

from core.library.records import DecisionSource, State

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
VALUE_FIELDS = ("predicted", "intensity")
FIELDS = (
    *TEXT_FIELDS, *NUMBER_FIELDS, *DATE_FIELDS, "by", *TAG_FIELDS, "region", *VALUE_FIELDS, "empty",
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
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class InField:
    """Text in one of TEXT_FIELDS; text "" with exact: the field is empty."""

    name: str
    text: str
    exact: bool = False
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Judged:
    """A decision on a tag; state None: any decision. tag "": a decision on no tag at all."""

    tag: str
    state: State | None
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class InRegion:
    """A yes to a tag on a part of the song; decisions on the whole song do not count."""

    tag: str
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Interval:
    """From low to high, None for open ends; low_closed, high_closed: the end itself counts."""

    low: float | None = None
    high: float | None = None
    low_closed: bool = True
    high_closed: bool = True


@dataclass(frozen=True, slots=True)
class Number:
    """One of NUMBER_FIELDS within an interval; years, or seconds."""

    name: str
    interval: Interval
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class TagValue:
    """A number given to a tag, predicted score or intensity (one of VALUE_FIELDS).

    tag "" (intensity only): any tag.
    """

    name: str
    tag: str
    interval: Interval
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Dated:
    """When a song was added or last judged (one of DATE_FIELDS).

    first, last: "2026", "2026-01", "2026-01-15" or one of DAYS, "" for open ends; both in.
    """

    name: str
    first: str
    last: str
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class DecidedBy:
    """Any decision, on the whole song or on a part, that came from this source."""

    source: DecisionSource
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Empty:
    """No yes in a category, nothing written in a field, or no part tagged (REGIONS)."""

    target: str
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Flag:
    """One of FLAGS."""

    name: str
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """All songs but those of the part."""

    part: Query


@dataclass(frozen=True, slots=True)
class And:
    """Songs in all parts; two parts at least."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Songs in any part; two parts at least."""

    parts: tuple[Query, ...]


Query = (
    Everything | Words | InField | Judged | InRegion | Number | TagValue | Dated | DecidedBy
    | Empty | Flag | Not | And | Or
)  # fmt: skip


def depends_on_scores(term: Query) -> bool:
    """Tell whether the result of a term changes with the model's scores."""
    if isinstance(term, Flag):
        return term.name == "review"
    return isinstance(term, TagValue) and term.name == "predicted"


def write_query(query: Query) -> str:
    """Write a line that parses to this query, one of many possible lines."""
    match query:
        case And(parts):
            return " ".join(_bracketed(part, And) for part in parts)
        case Or(parts):
            return " OR ".join(_bracketed(part, Or) for part in parts)
        case Not(part):
            return f"-{_bracketed(part, Not)}"
        case _:
            return _write_term(query)


def _bracketed(part: Query, parent: type) -> str:
    text = write_query(part)
    needs_brackets = isinstance(part, And | Or | Everything) or (
        parent is Not and isinstance(part, Not)
    )
    return f"({text})" if needs_brackets else text


def _write_term(term: Query) -> str:
    match term:
        case Words(text, exact):
            return quoted(text) if exact else text
        case InField(name, text, exact):
            return f"{name}:{quoted(text) if exact else text}"
        case Judged(tag, state):
            return f"{state.value if state else 'judged'}:{quoted(tag)}"
        case Number(name, interval):
            return f"{name}:{write_interval(interval)}"
        case TagValue(name, tag, interval):
            return f"{name}:{quoted(tag) if tag else ''}{_write_comparison(interval)}"
        case Dated(name, first, last):
            return f"{name}:{first}" if first == last else f"{name}:{first}..{last}"
        case DecidedBy(source):
            return f"by:{source.value}"
        case InRegion(name) | Empty(name):
            return f"{'region' if isinstance(term, InRegion) else 'empty'}:{quoted(name)}"
        case Flag(name):
            return name
    return ""


def quoted(text: str) -> str:
    """Put a text in quotation marks, with those inside it escaped."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def write_interval(interval: Interval) -> str:
    """Write an interval as it is typed: 1990, 1990..1995, 1990.., >300."""
    low, high = interval.low, interval.high
    if low == high and low is not None:
        return f"{low:.15g}"
    if interval.low_closed and interval.high_closed:
        start, stop = ("" if end is None else f"{end:.15g}" for end in (low, high))
        return f"{start}..{stop}"
    return _write_comparison(interval)


def _write_comparison(interval: Interval) -> str:
    low, high = interval.low, interval.high
    if low is None and high is not None:
        return f"{'<=' if interval.high_closed else '<'}{high:.15g}"
    if high is None and low is not None:
        return f"{'>=' if interval.low_closed else '>'}{low:.15g}"
    return f"={write_interval(interval)}"
