"""What the word grammar is told as: rules between two tags, their figures, what follows of them."""

from __future__ import annotations

from dataclasses import dataclass

from core.library.records import State
from core.library.word_rule_records import RuleKind, RuleOrigin, RuleState, RuleWords, WordRule


@dataclass(frozen=True, slots=True)
class MiningOptions:
    """When a rule is worth telling.

    least_songs, least_artists: that speak for it. least_share: the lower end of its interval is at
    least this. most_by_chance: the share of the rules told that may be there by chance alone.
    """

    least_songs: int = 5
    least_artists: int = 3
    least_share: float = 0.8
    most_by_chance: float = 0.05


@dataclass(frozen=True, slots=True)
class RuleFigures:
    """How a rule fares in the songs where both words were decided yes or no.

    n_follow of n songs that it speaks of follow it, by n_artists; low and high: the 95 % interval
    of that share (Wilson). chance: the share that it would have if the words had nothing to do with
    one another. given_id: the tag of the songs that it speaks of (of EXCLUDES the rarer one); None
    where they have either.
    """

    n_follow: int = 0
    n: int = 0
    low: float = 0.0
    high: float = 1.0
    chance: float = 0.0
    n_artists: int = 0
    given_id: int | None = None

    @property
    def share(self) -> float | None:
        """The share of songs that follow it; None without any."""
        return self.n_follow / self.n if self.n else None

    @property
    def n_exceptions(self) -> int:
        """How many songs break it."""
        return self.n - self.n_follow


@dataclass(frozen=True, slots=True)
class GrammarRule:
    """A rule, its figures in the decisions of now, and what was decided on it (None: nothing).

    is_found: the decisions of now speak for it; else somebody wrote or decided on it.
    """

    words: RuleWords
    figures: RuleFigures = RuleFigures()
    stored: WordRule | None = None
    is_found: bool = False

    @property
    def kind(self) -> RuleKind:
        """What it says of its two words."""
        return self.words.kind

    @property
    def state(self) -> RuleState | None:
        """What was decided on it."""
        return None if self.stored is None else self.stored.state

    @property
    def is_written(self) -> bool:
        """Whether it was written by hand."""
        return self.stored is not None and self.stored.origin is RuleOrigin.WRITTEN


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules of a library. n_tests: how many were looked for in the decisions.

    n_songs, n_tags: with a yes or no on anything.
    """

    rules: tuple[GrammarRule, ...] = ()
    n_songs: int = 0
    n_tags: int = 0
    n_tests: int = 0

    def rule(self, words: RuleWords) -> GrammarRule | None:
        """Return the rule that says this, if it is there."""
        wanted = words.in_order()
        return next((rule for rule in self.rules if rule.words == wanted), None)


@dataclass(frozen=True, slots=True)
class ImpliedState:
    """What a rule says of a tag that is not judged: yes or no, because of another tag's yes."""

    tag_id: int
    state: State
    because_of: int
    words: RuleWords


@dataclass(frozen=True, slots=True)
class ImpliedSongs:
    """Songs for which rules imply the same of one tag that is not judged there."""

    song_ids: tuple[int, ...]
    tag_id: int
    state: State


@dataclass(frozen=True, slots=True)
class RuleHints:
    """What accepted rules say of a song: those that its decisions break, tags they imply."""

    broken: tuple[RuleWords, ...] = ()
    implied: tuple[ImpliedState, ...] = ()
