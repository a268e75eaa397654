"""The word grammar of a library: rules found in its decisions beside those that were decided on.

What rules say of many songs is to be shown before it is decided: no rule decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.grammar.caption import CaptionWriter
from core.grammar.checking import implied_everywhere
from core.grammar.grammar_records import Grammar, GrammarRule, ImpliedSongs, MiningOptions
from core.grammar.mining import mine, songs_of_rule, with_figures
from core.jobs import SILENT, JobContext
from core.library.edits.bulk_edits import JudgeMany
from core.library.records import DecisionContext, DecisionSource, Labels
from core.library.search.query_line import write_name
from core.library.store import Library
from core.library.word_rule_records import RuleKind, RuleWords
from core.training.artist_groups import artist_groups

DEFAULTS = MiningOptions()
BY_RULE = DecisionContext(DecisionSource.RULE)


@dataclass(frozen=True, slots=True)
class RuleSongs:
    """Ids of the songs that follow a rule and of those that break it, in the library's order."""

    following: tuple[int, ...] = ()
    breaking: tuple[int, ...] = ()


def library_grammar(
    library: Library, options: MiningOptions = DEFAULTS, job: JobContext = SILENT
) -> Grammar:
    """Find rules in the current annotator's decisions; rules decided on are there in any case.

    Those that nobody decided on come first, then accepted, then dismissed ones. Raises Cancelled.
    """
    job.report(0, 2)
    labels = library.annotations.labels()
    tag_ids, artists = labels.tag_ids.tolist(), artist_numbers(labels)
    job.check()
    job.report(1, 2)
    grammar = mine(labels.states, tag_ids, artists, options)
    stored = {rule.words.in_order(): rule for rule in library.word_rules.all()}
    found = [replace(rule, stored=stored.pop(rule.words, None)) for rule in grammar.rules]
    in_use = set(tag_ids)
    others = [
        GrammarRule(words, stored=rule)
        for words, rule in stored.items()
        if {words.tag_id, words.other_tag_id} <= in_use
    ]
    rules = [*found, *with_figures(labels.states, tag_ids, artists, others)]
    job.check()
    return replace(grammar, rules=tuple(rules))


def songs_of(library: Library, words: RuleWords) -> RuleSongs:
    """Return the songs that follow a rule and those that break it, to be listened to."""
    labels = library.annotations.labels()
    following, breaking = songs_of_rule(labels.states, labels.tag_ids.tolist(), words)
    return RuleSongs(_sorted_ids(labels, following), _sorted_ids(labels, breaking))


def implied_songs(
    library: Library, rules: Sequence[RuleWords], song_ids: Sequence[int]
) -> list[ImpliedSongs]:
    """Return what rules imply for songs, by tag and state: see rule_edits.

    Only of what is not judged, also on no part of the song; nothing where rules are contrary.
    """
    labels = library.annotations.labels()
    rows = np.flatnonzero(np.isin(labels.song_ids, np.array(sorted(song_ids), np.int64)))
    on_parts = library.annotations.pairs_judged_on_parts()
    found = implied_everywhere(rules, labels.states[rows], labels.tag_ids.tolist())
    implied_of_songs = []
    for (tag_id, state), implied in found.items():
        ids = _sorted_ids(labels, rows[implied])
        free = tuple(song_id for song_id in ids if (song_id, tag_id) not in on_parts)
        if free:
            implied_of_songs.append(ImpliedSongs(free, tag_id, state))
    return implied_of_songs


def rule_edits(implied: Sequence[ImpliedSongs]) -> list[JudgeMany]:
    """Return the edits that decide what rules imply; the decisions say that no ear made them."""
    return [JudgeMany(one.song_ids, one.tag_id, one.state, BY_RULE) for one in implied]


def caption_writer(library: Library) -> CaptionWriter:
    """Learn captions from the order in which the current annotator gave tags to songs."""
    labels = library.annotations.labels()
    in_use = set(labels.tag_ids.tolist())
    lists: dict[int, list[int]] = {}
    song_ids, tag_ids = library.annotations.yes_in_order()
    for song_id, tag_id in zip(song_ids.tolist(), tag_ids.tolist(), strict=True):
        if tag_id in in_use:
            lists.setdefault(song_id, []).append(tag_id)
    artist_of = dict(zip(labels.song_ids.tolist(), artist_numbers(labels).tolist(), strict=True))
    artists = [artist_of[song_id] for song_id in lists]
    return CaptionWriter(list(lists.values()), artists, sorted(in_use))


def artist_numbers(labels: Labels) -> NDArray[np.int64]:
    """Number the artists of songs; a song of nobody is its own."""
    numbers: dict[str | int, int] = {}
    groups = artist_groups(labels)
    return np.array(
        [numbers.setdefault(group or row, len(numbers)) for row, group in enumerate(groups)],
        np.int64,
    )


def _sorted_ids(labels: Labels, rows: NDArray[np.generic]) -> tuple[int, ...]:
    return tuple(sorted(labels.song_ids[rows].tolist()))


def exception_query(library: Library, words: RuleWords) -> str:
    """Return the search that finds the songs which break a rule."""
    first, other = (
        write_name(library.codebook.tag(tag_id).name)
        for tag_id in (words.tag_id, words.other_tag_id)
    )
    if words.kind is RuleKind.EXCLUDES:
        return f"tag:{first} tag:{other}"
    one_way = f"tag:{first} no:{other}"
    if words.kind is RuleKind.IMPLIES:
        return one_way
    return f"({one_way}) OR (tag:{other} no:{first})"
