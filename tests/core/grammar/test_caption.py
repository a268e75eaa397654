"""Captions list tags as the annotator did: learned orders and company come back."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from core.grammar.caption import CaptionWriter, held_out_fit
from core.grammar.ngrams import TagNgrams

VOICE, HOUSE, KICK, WALTZ, PIANO, NEVER = 1, 2, 3, 4, 5, 6
TAGS = (VOICE, HOUSE, KICK, WALTZ, PIANO, NEVER)


def toy_lists(n: int = 200, seed: int = 1) -> list[list[int]]:
    """Voice first if at all; then "house, kick" or "waltz, piano", never both."""
    generator = np.random.default_rng(seed)
    lists = []
    for _ in range(n):
        tags = [VOICE] if generator.random() < 0.5 else []
        tags += [HOUSE, KICK] if generator.random() < 0.6 else [WALTZ, PIANO]
        lists.append(tags)
    return lists


def writer() -> CaptionWriter:
    lists = toy_lists()
    return CaptionWriter(lists, list(range(len(lists))), TAGS)


@pytest.mark.parametrize("order", [1, 2, 3])
def test_probabilities_of_what_may_come_add_up_to_one(order: int) -> None:
    ngrams = TagNgrams(toy_lists(), TAGS, order)
    for former in ((), (VOICE,), (VOICE, HOUSE), (WALTZ, PIANO), (NEVER,), (PIANO, NEVER)):
        shares = ngrams.probabilities(former)
        assert shares.sum() == pytest.approx(1.0)
        assert (shares >= 0).all()
        assert all(shares[ngrams.index[tag]] == 0 for tag in former)
        assert shares[ngrams.index[NEVER]] > 0 or NEVER in former


def test_all_lists_of_few_tags_together_are_certain() -> None:
    ngrams = TagNgrams([[1, 2], [2], [2, 1], [1]], (1, 2), 2)
    lists = [list(tags) for n in range(3) for tags in permutations((1, 2), n)]
    assert sum(np.exp(ngrams.log_probability(tags)) for tags in lists) == pytest.approx(1.0)


def test_kneser_ney_is_that_of_the_formula() -> None:
    """“b” follows two different tags, “c” only “a”, though more often: alone, b is likelier."""
    ngrams = TagNgrams([[1, 3], [1, 3], [1, 3], [1, 2], [4, 2]], (1, 2, 3, 4), 2)
    alone = ngrams._interpolated(())
    assert alone[ngrams.index[2]] > alone[ngrams.index[3]]
    after = ngrams._interpolated((ngrams.index[1],))
    discount = ngrams._discounts[1]
    expected = (3 - discount) / 4 + discount * 2 / 4 * alone[ngrams.index[3]]
    assert after[ngrams.index[3]] == pytest.approx(expected)


def test_the_order_of_the_annotator_comes_back() -> None:
    assert writer().write((KICK, VOICE, HOUSE), {}).tag_ids == (VOICE, HOUSE, KICK)
    assert writer().write((PIANO, WALTZ), {}).tag_ids == (WALTZ, PIANO)


def test_what_is_seldom_in_this_company_is_left_out_and_named() -> None:
    caption = writer().write((), {HOUSE: 2.0, KICK: 2.0, WALTZ: 0.1})
    assert caption.tag_ids == (HOUSE, KICK)
    assert caption.left_out == (WALTZ,)


def test_what_was_judged_yes_is_always_listed() -> None:
    caption = writer().write((HOUSE, WALTZ, NEVER), {KICK: 1.0})
    assert set(caption.tag_ids) >= {HOUSE, WALTZ, NEVER}


def test_nothing_predicted_is_an_empty_caption() -> None:
    assert writer().write((), {}).tag_ids == ()
    assert CaptionWriter([], [], TAGS).write((KICK, HOUSE), {VOICE: 3.0}).tag_ids != ()


def test_the_same_evidence_gives_the_same_caption_in_whatever_order_it_comes() -> None:
    odds = {HOUSE: 0.5, KICK: 0.5, PIANO: 0.4, VOICE: 0.1}
    turned = dict(reversed(odds.items()))
    assert writer().write((WALTZ,), odds) == writer().write((WALTZ,), turned)


def test_an_order_foretells_lists_of_other_artists_better_than_single_tags() -> None:
    lists = toy_lists(120)
    fit = held_out_fit(lists, [number // 3 for number in range(120)], TAGS)
    assert fit.best_order > 1
    assert fit.nats[2] < fit.nats[1] - 0.2
    generator = np.random.default_rng(5)
    shuffled = [generator.permutation(TAGS)[: generator.integers(1, 4)].tolist() for _ in lists]
    random = held_out_fit(shuffled, list(range(120)), TAGS)
    assert random.nats[1] - random.nats[2] < 0.1  # that no list is empty is all there is
    assert random.best_order < 3


def test_few_lists_are_no_order() -> None:
    assert held_out_fit(toy_lists(5), list(range(5)), TAGS).best_order == 1
