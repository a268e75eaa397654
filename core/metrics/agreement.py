"""How far annotators agree on a tag, with and without what chance alone would give.

Decisions are a matrix, (n_annotators, n_songs): 1 yes, 0 no, anything below 0 not judged or unsure.
Only songs that two or more judged tell of agreement; all others are left out of every figure.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.messages import message
from core.metrics.intervals import correlation_interval, estimate, share_interval
from core.metrics.metric_records import Agreement, Estimate, Interval

Floats = NDArray[np.float64]
Decisions = NDArray[np.integer]

N_RESAMPLES = 2000
MIN_SONGS = 10  # that two or more judged
MIN_OF_A_SIDE = 5  # songs with any yes, and with any no, for figures that correct for chance


def measure_agreement(
    decisions: Decisions, seed: int = 0, groups: NDArray[np.integer] | None = None
) -> Agreement:
    """Compute all figures of one tag, with 95 % intervals from a bootstrap over songs.

    Cohen's kappa only where exactly two annotators judged a song that another one judged, too.
    Songs are drawn with replacement; the same draws serve all figures. groups: a number per artist,
    (n_songs,), to draw whole artists instead.
    """
    table = _Table.of(_pairable(decisions))
    n_songs = int(table.n.sum())
    random = np.random.default_rng(seed)
    whole = np.asarray(table.n, np.float64)[None]
    if groups is None:
        drawn = _drawn_songs(table.n, random)
    else:
        drawn = _drawn_artists(decisions, groups, random)
    values, replicates = table.figures(whole), table.figures(np.asarray(drawn, np.float64))
    figures = {
        name: _estimate(name, float(values[name][0]), replicates[name], table)
        for name in values
        if n_songs
    }
    missing = Estimate(None, reason=message("metrics.none_judged_twice"))
    several = Estimate(None, reason=message("metrics.kappa_of_two", n=table.n_annotators))
    return Agreement(
        n_annotators=table.n_annotators,
        n_songs=n_songs,
        n_agreed=int(table.n[(table.yes == 0) | (table.no == 0)].sum()),
        n_disagreed=int(table.n[(table.yes > 0) & (table.no > 0)].sum()),
        yes_share=table.yes_share if n_songs else None,
        raw=figures.get("raw", missing),
        kappa=figures.get("kappa", several if n_songs else missing),
        alpha=figures.get("alpha", missing),
        ac1=figures.get("ac1", missing),
    )


def raw_agreement(decisions: Decisions) -> float:
    """Return the share of pairs of decisions on the same song that agree, the mean over songs.

    For two annotators: the share of songs on which they agree. NaN without any such song.
    """
    return _value(decisions, "raw")


def cohen_kappa(first: Decisions, second: Decisions) -> float:
    """Return the kappa of two annotators, (n_songs,) of each (Cohen 1960).

    NaN where both say the same of all songs: chance alone would agree as well.
    """
    return _value(np.stack([first, second]), "kappa")


def krippendorff_alpha(decisions: Decisions) -> float:
    """Return the nominal alpha of any number of annotators (Krippendorff 2011, part C).

    NaN where all decisions are the same: no disagreement could be expected.
    """
    return _value(decisions, "alpha")


def gwet_ac1(decisions: Decisions) -> float:
    """Return AC1 = (Pa - Pe) / (1 - Pe), Pe = 2 pi (1 - pi) (Gwet 2008), pi: the share of yes.

    It does not collapse where a tag is rare, as kappa and alpha do.
    """
    return _value(decisions, "ac1")


@dataclass(frozen=True, slots=True)
class _Table:
    """Songs judged alike, counted: all columns (n_patterns,).

    yes, no: annotators who said so. first: whether the first of two annotators said yes.
    """

    n_annotators: int
    yes: NDArray[np.int64]
    no: NDArray[np.int64]
    first: NDArray[np.int64]
    n: NDArray[np.int64]

    @classmethod
    def of(cls, decisions: NDArray[np.int8]) -> _Table:
        """Count the songs of a matrix without songs that only one annotator judged."""
        patterns, n = np.unique(_patterns(decisions), axis=0, return_counts=True)
        return cls(len(decisions), patterns[:, 0], patterns[:, 1], patterns[:, 2], n)

    @property
    def yes_share(self) -> float:
        """Return the mean over songs of the share of annotators who said yes."""
        return float(self.n @ (self.yes / (self.yes + self.no)) / self.n.sum())

    def figures(self, n: Floats) -> dict[str, Floats]:
        """Compute all figures of weighted patterns, (n_draws, n_patterns), each (n_draws,)."""
        yes, no = self.yes.astype(np.float64), self.no.astype(np.float64)
        judged = yes + no
        with np.errstate(invalid="ignore", divide="ignore"):
            n_songs = n.sum(axis=1)
            agreeing = (yes * (yes - 1) + no * (no - 1)) / (judged * (judged - 1))
            raw = n @ agreeing / n_songs
            share = n @ (yes / judged) / n_songs
            n_yes, n_no, n_all = n @ yes, n @ no, n @ judged
            observed = n @ (2.0 * yes * no / (judged - 1)) / n_all
            expected = 2.0 * n_yes * n_no / (n_all * (n_all - 1))
            found = {
                "raw": raw,
                "alpha": np.where(expected > 0, 1.0 - observed / expected, np.nan),
                "ac1": _beyond_chance(raw, 2.0 * share * (1.0 - share)),
            }
            if self.n_annotators == 2:
                one, other = n @ self.first / n_songs, n @ (yes - self.first) / n_songs
                by_chance = one * other + (1.0 - one) * (1.0 - other)
                found["kappa"] = _beyond_chance(raw, by_chance)
        return found

    def reason(self, name: str) -> str | None:
        """Say why a figure can have no interval; None where it can."""
        n_songs = int(self.n.sum())
        if n_songs < MIN_SONGS:
            return message("metrics.few_judged_twice", n=n_songs, needed=MIN_SONGS)
        if name in ("kappa", "alpha") and self._n_rarer < MIN_OF_A_SIDE:
            return message("metrics.too_alike", n=self._n_rarer, needed=MIN_OF_A_SIDE)
        return None

    def n_units(self, name: str) -> int:
        """Return how many independent songs a figure rests on."""
        return self._n_rarer if name in ("kappa", "alpha") else int(self.n.sum())

    @property
    def _n_rarer(self) -> int:
        """Count the songs with any yes, or those with any no: the fewer."""
        return min(int(self.n[self.yes > 0].sum()), int(self.n[self.no > 0].sum()))


def _drawn_songs(n: NDArray[np.int64], random: np.random.Generator) -> NDArray[np.int64]:
    """Draw songs with replacement: how many of each pattern, (N_RESAMPLES, n_patterns)."""
    n_songs = int(n.sum())
    if not n_songs:
        return np.zeros((0, len(n)), np.int64)
    return random.multinomial(n_songs, n / n_songs, N_RESAMPLES)


def _drawn_artists(
    decisions: Decisions, groups: NDArray[np.integer], random: np.random.Generator
) -> NDArray[np.int64]:
    """Draw artists with all their songs; returns as _drawn_songs, patterns as in _Table.of."""
    known = _known(decisions)
    paired = (known >= 0).sum(axis=0) > 1
    rows = _patterns(_pairable(decisions))
    if not len(rows):
        return np.zeros((0, 0), np.int64)
    pattern_of = np.unique(rows, axis=0, return_inverse=True)[1].reshape(-1)
    _, owner = np.unique(np.asarray(groups)[paired], return_inverse=True)
    n_artists = int(owner.max()) + 1
    by_artist = np.zeros((n_artists, int(pattern_of.max()) + 1), np.int64)
    np.add.at(by_artist, (owner, pattern_of), 1)
    counts = random.multinomial(n_artists, np.full(n_artists, 1.0 / n_artists), N_RESAMPLES)
    return np.asarray(counts @ by_artist)


def _patterns(known: NDArray[np.int8]) -> NDArray[np.int64]:
    """Return of every song how many said yes and no, and whether the first of two said yes."""
    yes, no = (known == 1).sum(axis=0), (known == 0).sum(axis=0)
    first = known[0] == 1 if len(known) == 2 else np.zeros_like(yes)
    return np.stack([yes, no, first], axis=1).astype(np.int64)


def _known(decisions: Decisions) -> NDArray[np.int8]:
    return np.where((decisions == 0) | (decisions == 1), decisions, -1).astype(np.int8)


def _pairable(decisions: Decisions) -> NDArray[np.int8]:
    """Keep the songs that two or more judged, and who judged any of these."""
    known = _known(decisions)
    known = known[:, (known >= 0).sum(axis=0) > 1]
    return np.asarray(known[(known >= 0).any(axis=1)])


def _beyond_chance(raw: Floats, by_chance: Floats) -> Floats:
    """Return the share of the agreement possible beyond chance; NaN where none is possible."""
    return np.where(by_chance < 1.0, (raw - by_chance) / (1.0 - by_chance), np.nan)


def _value(decisions: Decisions, name: str) -> float:
    table = _Table.of(_pairable(decisions))
    if not len(table.n):
        return float("nan")
    return float(table.figures(np.asarray(table.n, np.float64)[None])[name][0])


def _estimate(name: str, value: float, replicates: Floats, table: _Table) -> Estimate:
    if not np.isfinite(value):
        return Estimate(None, reason=message("metrics.all_the_same"))
    interval: Interval | None = None
    reason = table.reason(name)
    if reason is None:
        n_units = max(table.n_units(name), 2)
        form = share_interval if name == "raw" else correlation_interval
        interval = form(value, replicates, n_units, edge=0.5 / n_units)  # half a song
    return estimate(value, interval, reason or message("metrics.too_uneven_songs"))
