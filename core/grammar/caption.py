"""The caption of a song: its tags as the annotator would list them, in their order and company.

The order is learned from the order of decisions (ngrams). Of what a model predicts, that is listed
which makes the list as a whole most probable: what the tags before it lead to, times what the
model's score says. What was judged yes is always listed, what was judged no never.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import log

import numpy as np

from core.grammar.ngrams import TagNgrams

ORDERS = (1, 2, 3)
BEAM_WIDTH = 16
N_FOLDS = 5
LEAST_LISTS = 10  # fewer tell nothing of an order
ENOUGH_LISTS = 5000  # to choose how many tags are seen together
TINY = 1e-300


@dataclass(frozen=True, slots=True)
class Caption:
    """tag_ids: in the order they are listed. left_out: predicted, and seldom in this company."""

    tag_ids: tuple[int, ...] = ()
    left_out: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ListFit:
    """How well lists that were not learned from are foretold. nats: a tag, by order; lower is
    better.
    """

    nats: Mapping[int, float]
    n_lists: int
    n_tags: int

    @property
    def best_order(self) -> int:
        """The order that foretells best; the shortest of equals."""
        return min(self.nats, key=lambda order: (self.nats[order], order), default=1)


class CaptionWriter:
    """Writes captions. lists: tag ids by song, as they were decided; shares: of songs with a tag.

    ngrams of the order that foretells lists of other artists best.
    """

    def __init__(
        self, lists: Sequence[Sequence[int]], artists: Sequence[int], vocabulary: Sequence[int]
    ) -> None:
        self.fit = held_out_fit(lists, artists, vocabulary)
        self.ngrams = TagNgrams(lists, vocabulary, self.fit.best_order)
        self.n_lists = len(lists)
        n_lists = max(len(lists), 1)
        counts = dict.fromkeys(vocabulary, 0)
        for tags in lists:
            for tag_id in tags:
                if tag_id in counts:
                    counts[tag_id] += 1
        self._log_prior_odds = {
            tag_id: log((n + 0.5) / (n_lists - n + 0.5)) for tag_id, n in counts.items()
        }

    def write(self, certain: Sequence[int], log_odds: Mapping[int, float]) -> Caption:
        """List all certain tags, and of the predicted ones those that fit.

        log_odds: of the predicted tags, by the model: 0 where it is as likely as not.
        """
        known = [tag_id for tag_id in dict.fromkeys(certain) if tag_id in self.ngrams.index]
        evidence = {
            tag_id: odds - self._log_prior_odds[tag_id]
            for tag_id, odds in sorted(log_odds.items())
            if tag_id in self.ngrams.index and tag_id not in known
        }
        tags = self._search(frozenset(known), evidence)
        left_out = tuple(tag_id for tag_id in evidence if tag_id not in tags)
        return Caption(tags, left_out)

    def _search(self, certain: frozenset[int], evidence: Mapping[int, float]) -> tuple[int, ...]:
        """Return the most probable list that a beam finds; the first ids among equals."""
        candidates = sorted({*certain, *evidence})
        beam: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
        best, best_tags = -np.inf, tuple(sorted(certain))
        while beam:
            longer = []
            for score, tags in beam:
                logs = np.log(np.maximum(self.ngrams.probabilities(tags), TINY))
                ended = score + float(logs[self.ngrams.end])
                if certain <= set(tags) and ended > best:
                    best, best_tags = ended, tags
                for tag_id in candidates:
                    if tag_id not in tags:
                        step = float(logs[self.ngrams.index[tag_id]]) + evidence.get(tag_id, 0.0)
                        longer.append((score + step, (*tags, tag_id)))
            beam = nlargest(BEAM_WIDTH, longer, key=lambda one: (one[0], [-tag for tag in one[1]]))
        return best_tags


def held_out_fit(
    lists: Sequence[Sequence[int]], artists: Sequence[int], vocabulary: Sequence[int]
) -> ListFit:
    """Foretell lists from those of other artists, with every order; at most ENOUGH_LISTS of them.

    Of fewer than LEAST_LISTS lists nothing is known: then every order is as good.
    """
    lists, artists = lists[:ENOUGH_LISTS], artists[:ENOUGH_LISTS]
    n_tags = sum(len(tags) + 1 for tags in lists)
    if len(lists) < LEAST_LISTS or len(set(artists)) < 2:
        return ListFit({}, len(lists), n_tags)
    groups = {artist: number % N_FOLDS for number, artist in enumerate(dict.fromkeys(artists))}
    folds = [groups[artist] for artist in artists]
    nats = {}
    for order in ORDERS:
        total = 0.0
        for fold in sorted(set(folds)):
            rest = [tags for tags, of in zip(lists, folds, strict=True) if of != fold]
            ngrams = TagNgrams(rest, vocabulary, order)
            held_out = (tags for tags, of in zip(lists, folds, strict=True) if of == fold)
            total -= sum(ngrams.log_probability(tags) for tags in held_out)
        nats[order] = total / n_tags
    return ListFit(nats, len(lists), n_tags)
