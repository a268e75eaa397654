"""Rules and captions of a real library: found, decided on, applied with one undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.evaluation.time_ledger import time_ledger
from core.grammar.grammar_records import ImpliedSongs
from core.grammar.library_grammar import (
    caption_writer,
    implied_songs,
    library_grammar,
    rule_edits,
    songs_of,
)
from core.library.edits.edits import (
    AcceptRule,
    DismissRule,
    Judge,
    RemoveRule,
    RetireTag,
    WriteRule,
)
from core.library.records import DecisionSource, State
from core.library.store import Library
from core.library.word_rule_records import RuleKind, RuleState, RuleWords
from tests.support.annotator_songs import decide
from tests.support.small_songs import library_with, tag_id

YES, NO = State.YES, State.NO


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Of sixty songs by three artists, all with female have kick but song 1, and no others; 59
    and 60 have no decision on piano.
    """
    with library_with(tmp_path / "library.db", 60) as opened:
        opened.annotators.use("Ann")
        decide(opened, "Ann", "female", "+" * 30 + "-" * 30)
        decide(opened, "Ann", "kick", "-" + "+" * 29 + "-" * 30)
        decide(opened, "Ann", "piano", "+-" * 29)
        yield opened


def words(library: Library, kind: RuleKind, first: str, other: str) -> RuleWords:
    return RuleWords(kind, tag_id(library, first), tag_id(library, other)).in_order()


def test_a_rule_of_the_decisions_is_found_and_its_exceptions_are_songs(library: Library) -> None:
    grammar = library_grammar(library)
    together = words(library, RuleKind.TOGETHER, "female", "kick")
    rule = grammar.rule(together)
    assert rule is not None
    assert rule.is_found
    assert rule.state is None
    assert (rule.figures.n_follow, rule.figures.n) == (29, 30)
    assert songs_of(library, together).breaking == (1,)
    assert grammar.n_songs == 60


def test_what_was_decided_on_a_rule_stays_with_it(library: Library) -> None:
    together = words(library, RuleKind.TOGETHER, "female", "kick")
    library.do(DismissRule(together))
    dismissed = library_grammar(library).rule(together)
    assert dismissed is not None
    assert dismissed.state is RuleState.DISMISSED
    library.do(RemoveRule(together))
    open_again = library_grammar(library).rule(together)
    assert open_again is not None
    assert open_again.state is None


def test_a_rule_by_hand_is_listed_with_the_figures_that_the_decisions_give_it(
    library: Library,
) -> None:
    written = words(library, RuleKind.EXCLUDES, "piano", "female")
    library.do(WriteRule(written))
    rule = library_grammar(library).rule(written)
    assert rule is not None
    assert rule.is_written
    assert not rule.is_found
    assert (rule.figures.n_follow, rule.figures.n) == (14, 29)


def test_a_rule_of_a_retired_tag_is_not_listed(library: Library) -> None:
    written = words(library, RuleKind.EXCLUDES, "piano", "female")
    library.do(WriteRule(written))
    library.do(RetireTag(tag_id(library, "piano")))
    assert library_grammar(library).rule(written) is None


def test_accepted_rules_decide_only_what_is_not_judged_and_one_undo_takes_it_back(
    library: Library,
) -> None:
    female, piano = tag_id(library, "female"), tag_id(library, "piano")
    implies = RuleWords(RuleKind.IMPLIES, piano, female)
    excludes = RuleWords(RuleKind.EXCLUDES, female, piano)
    library.do(Judge(59, female, YES), Judge(60, female, YES))
    edits = implied_songs(library, [excludes], range(40, 61))
    assert edits == [ImpliedSongs((59, 60), piano, NO)]
    before = library.annotations.labels().digest
    library.do(*rule_edits(edits), label="rules")
    assert library.annotations.labels().digest != before
    library.undo()
    assert library.annotations.labels().digest == before
    assert implied_songs(library, [implies], range(1, 61)) == []


def test_what_a_rule_decided_is_learned_from_but_tells_nothing_of_the_ear(
    library: Library,
) -> None:
    female, piano = tag_id(library, "female"), tag_id(library, "piano")
    library.do(Judge(60, female, YES))
    n_standing, n_due = len(library.decision_log.standing()), len(library.repeats.due("9999"))
    before = time_ledger(library).total
    (implied,) = implied_songs(library, [RuleWords(RuleKind.EXCLUDES, female, piano)], [60])
    library.do(*rule_edits([implied]))
    decision = library.annotations.of_song(60)[piano]
    assert (decision.state, decision.source) == (NO, DecisionSource.RULE)
    labels = library.annotations.labels()
    cell = labels.states[labels.song_ids.tolist().index(60), labels.tag_ids.tolist().index(piano)]
    assert cell == 0
    assert len(library.decision_log.standing()) == n_standing
    assert len(library.repeats.due("9999")) == n_due
    assert library.prequential.all() == []
    after = time_ledger(library).total
    assert (after.n_decisions, after.n_at_once) == (before.n_decisions, before.n_at_once + 1)
    library.do(Judge(60, piano, NO))
    assert library.annotations.of_song(60)[piano].source is DecisionSource.EAR
    assert len(library.decision_log.standing()) == n_standing + 1


def test_captions_are_in_the_order_of_the_decisions_whatever_the_order_of_the_tags(
    library: Library,
) -> None:
    female, kick, piano = (tag_id(library, name) for name in ("female", "kick", "piano"))
    for song_id in range(1, 61):
        for tag in (piano, kick, female):
            library.do(Judge(song_id, tag, None))
        for tag in (piano, female, kick):
            library.do(Judge(song_id, tag, YES if song_id % 2 or tag == kick else NO))
    writer = caption_writer(library)
    assert writer.fit.n_lists == 60
    assert writer.write((kick, female, piano), {}).tag_ids == (piano, female, kick)


def test_an_accepted_rule_is_in_force(library: Library) -> None:
    together = words(library, RuleKind.TOGETHER, "female", "kick")
    library.do(AcceptRule(together))
    assert [rule.words for rule in library.word_rules.accepted()] == [together]
    library.undo()
    assert library.word_rules.accepted() == []
