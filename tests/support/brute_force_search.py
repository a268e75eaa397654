"""A search that looks at song after song: what the fast search must agree with."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from core.library.records import Annotation, Song, State
from core.library.search.query import (
    And,
    Dated,
    DecidedBy,
    Empty,
    Everything,
    Flag,
    InField,
    InRegion,
    Interval,
    Judged,
    Not,
    Number,
    Or,
    Query,
    TagValue,
    Words,
)
from core.library.store import Library

NAMING = ("title", "artist", "album", "note")
EVERYWHERE = (*NAMING, "path")


@dataclass(frozen=True)
class Known:
    """All that is known of one song. scores: word of the model -> score, {} without predictions."""

    song: Song
    decisions: dict[int, Annotation]
    regions: list[Annotation]
    scores: dict[str, float]


def known_songs(library: Library) -> list[Known]:
    """List every song with its decisions and scores, by id."""
    model = library.models.active()
    found = []
    for song_id in library.songs.all_ids().tolist():
        song = library.songs.get(song_id)
        assert song is not None
        scores = library.predictions.get(song_id, model.id) if model else None
        named = (
            {} if scores is None or model is None else dict(zip(model.words, scores, strict=True))
        )
        regions = library.annotations.regions_of_song(song_id)
        found.append(Known(song, library.annotations.of_song(song_id), regions, named))
    return found


def folded(text: str) -> list[str]:
    """Split a text into words without case and accents."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", bare.lower())


def has_words(text: str, phrase: str, exact: bool) -> bool:
    """Tell whether the words follow each other in the text, the last as a prefix unless exact."""
    words, parts = folded(text), folded(phrase)
    if not parts:
        return phrase in text
    for start in range(len(words) - len(parts) + 1):
        window = words[start : start + len(parts)]
        whole = window if exact else window[:-1]
        if whole == (parts if exact else parts[:-1]) and window[-1].startswith(parts[-1]):
            return True
    return False


def contains(interval: Interval, value: float) -> bool:
    """Tell whether a number lies in the interval."""
    low, high = interval.low, interval.high
    if low is not None and (value < low or (value == low and not interval.low_closed)):
        return False
    above = high is not None and (value > high or (value == high and not interval.high_closed))
    return not above


def matches(query: Query, known: Known, library: Library) -> bool:
    """Tell whether a song matches the query."""
    match query:
        case And(parts):
            wanted = [part for part in parts if not (isinstance(part, Words) and _joins(part))]
            return all(matches(part, known, library) for part in wanted or parts)
        case Or(parts):
            return any(matches(part, known, library) for part in parts)
        case Not(part):
            return not matches(part, known, library)
        case Everything():
            return True
    if isinstance(query, Dated):
        moments = [decision.updated_at for decision in known.decisions.values()]
        time = known.song.added_at if query.name == "added" else max(moments, default="")
        first, last = query.first, query.last
        until_last = not last or time[: len(last)] <= last
        return bool(time) and first <= time[: len(first)] and until_last
    if isinstance(query, DecidedBy):
        decisions = [*known.decisions.values(), *known.regions]
        return query.source in [decision.source for decision in decisions]
    if isinstance(query, Judged | InRegion | Empty | TagValue | Flag):
        return _decided(query, known, library)
    return _written(query, known, library)


def _joins(term: Words) -> bool:
    return not term.exact and not folded(term.text)


def _written(query: Query, known: Known, library: Library) -> bool:
    match query:
        case Words(text, exact):
            tag = library.codebook.find(text)
            if tag is None:
                return _in_texts(known, text, exact, EVERYWHERE)
            yes = tag.id in known.decisions and known.decisions[tag.id].state is State.YES
            return yes or _in_texts(known, text, exact, NAMING)
        case InField(name, "", _):
            return not str(getattr(known.song, name)).strip()
        case InField(name, text, exact):
            return _in_texts(known, text, exact, (name,))
        case Number(name, interval):
            value = known.song.year if name == "year" else known.song.duration_s
            return value is not None and contains(interval, value)
    raise AssertionError(query)


def _in_texts(known: Known, text: str, exact: bool, names: tuple[str, ...]) -> bool:
    if not folded(text):  # signs alone are looked for in what has a name, or where it is said
        names = NAMING if names == EVERYWHERE else names
    return any(has_words(str(getattr(known.song, name)), text, exact) for name in names)


def _decided(query: Query, known: Known, library: Library) -> bool:
    states = {tag_id: annotation.state for tag_id, annotation in known.decisions.items()}
    match query:
        case Judged("", state):
            return not any(state in (None, given) for given in states.values())
        case Judged(name, state):
            tag = library.codebook.find(name)
            assert tag is not None
            return tag.id in states and state in (None, states[tag.id])
        case InRegion(name):
            tag = library.codebook.find(name)
            assert tag is not None
            return any(r.tag_id == tag.id and r.state is State.YES for r in known.regions)
        case Empty("regions"):
            return not known.regions
        case Empty(target):
            category = library.codebook.find_category(target)
            assert category is not None
            yes = [library.codebook.tag(t) for t, state in states.items() if state is State.YES]
            return all(tag.category_id != category.id for tag in yes)
        case TagValue("predicted", name, interval):
            return name in known.scores and contains(interval, known.scores[name])
        case TagValue(_, name, interval):
            given = {
                library.codebook.tag(t).name: a.intensity
                for t, a in known.decisions.items()
                if a.intensity is not None
            }
            return any(contains(interval, v) for word, v in given.items() if name in ("", word))
        case Flag(name):
            return {
                "untagged": not states,
                "missing": known.song.missing_since is not None,
                "unsure": State.UNSURE in states.values(),
                "review": _to_review(known, library),
                "recent": bool(states),
            }[name]
    raise AssertionError(query)


def _to_review(known: Known, library: Library) -> bool:
    for word, score in known.scores.items():
        tag = library.codebook.find(word)
        if tag is None or tag.retired_at is not None:
            continue
        decision = known.decisions.get(tag.id)
        denied = decision is not None and decision.state is State.YES and score <= 1.0 - 0.8
        claimed = decision is not None and decision.state is State.NO and score >= 0.8
        if denied or claimed:
            return True
    return False
