"""Second judgments, predictions, examples and rules: kept beside decisions, and undone."""

from __future__ import annotations

import pytest

from core.errors import LibraryError
from core.library.edits.edits import (
    AcceptRule,
    AddAnchor,
    ChangeAnchor,
    DismissRule,
    JoinSongs,
    Judge,
    JudgeAgain,
    JudgeMany,
    MergeTags,
    RemoveAnchor,
    RemoveRule,
    RemoveTag,
    RenameTag,
    RetireTag,
    SetDefinition,
    SettleDisagreement,
    SettleDispute,
    SplitTag,
    WriteRule,
)
from core.library.fact_records import DecisionFacts, ListenedBefore, PriorScore
from core.library.queue_records import NewQueue, QueueKind
from core.library.records import CELL_UNSURE, DecisionContext, State
from core.library.review_records import Verdict
from core.library.store import Library
from core.library.word_rule_records import RuleKind, RuleOrigin, RuleState, RuleWords
from tests.support.queue_rows import FAST, ITEMS, NO, PREDICTED, SLOW, UNSURE, WALTZ, YES
from tests.support.small_songs import new_model

# -- predictions before decisions, what was heard -------------------------------------------


def test_a_prediction_comes_and_goes_with_its_decision(library: Library) -> None:
    library.do(Judge(1, WALTZ, YES, PREDICTED))
    (found,) = library.prequential.of_tag(WALTZ)
    assert (found.song_id, found.score, found.state, found.n_decisions) == (1, 0.75, YES, 12)
    assert found.counts
    (listened,) = library.listened_parts.of_song(1)
    assert (listened.parts, listened.listened_s) == (((0.0, 1.5),), 1.5)
    assert library.listened_parts.seconds_by_tag() == {WALTZ: 1.5}
    library.undo()
    assert library.prequential.all() == library.listened_parts.all() == []
    assert library.database.value("SELECT count(*) FROM prequential") == 0
    library.redo()
    assert library.prequential.all() == [found]
    assert library.prequential.counts_by_tag() == {WALTZ: 1}


@pytest.mark.parametrize(("score", "kept"), [(float("nan"), []), (1.0000001, [1.0]), (-0.1, [0.0])])
def test_no_odd_score_keeps_a_decision_from_being_made(
    library: Library, score: float, kept: list[float]
) -> None:
    facts = DecisionFacts(PriorScore(score), ListenedBefore((), float("nan")))
    library.do(Judge(1, WALTZ, YES, DecisionContext(facts=facts)))
    assert library.annotations.of_song(1)[WALTZ].state is YES
    assert [found.score for found in library.prequential.all()] == kept
    assert library.listened_parts.all() == []


def test_only_the_first_answer_is_of_the_prediction(library: Library) -> None:
    library.do(Judge(1, WALTZ, YES, PREDICTED))
    library.do(Judge(1, WALTZ, NO, PREDICTED))  # the model's guess may have changed the mind
    assert [found.state for found in library.prequential.all()] == [YES]


@pytest.mark.parametrize("take_back", [Judge(1, WALTZ, None), JudgeMany((1, 2), WALTZ, None)])
def test_a_decision_taken_back_takes_its_prediction_along(
    library: Library, take_back: Judge | JudgeMany
) -> None:
    library.do(Judge(1, WALTZ, YES, PREDICTED))
    library.do(take_back)
    assert library.prequential.all() == library.listened_parts.all() == []
    library.do(RemoveTag(WALTZ))  # nothing holds it
    library.undo()
    library.undo()
    assert len(library.prequential.all()) == len(library.listened_parts.all()) == 1


# -- second judgments -----------------------------------------------------------------------


def test_a_second_judgment_stands_beside_the_first(library: Library) -> None:
    library.do(Judge(1, WALTZ, YES))
    first = library.annotations.of_song(1)[WALTZ]
    assert library.repeats.due("9999") == [(1, WALTZ)]
    library.do(JudgeAgain(1, WALTZ, NO))
    assert library.annotations.of_song(1)[WALTZ] == first
    (repeat,) = library.repeats.of_tag(WALTZ)
    assert (repeat.first_state, repeat.state, repeat.first_at) == (YES, NO, first.updated_at)
    assert library.repeats.due("9999") == []
    assert library.repeats.counts_by_tag() == {WALTZ: 1}
    library.undo()
    assert library.repeats.all() == []


def test_what_was_never_judged_cannot_be_judged_again(library: Library) -> None:
    with pytest.raises(LibraryError, match="not judged on this song yet"):
        library.do(JudgeAgain(1, WALTZ, NO))


def test_a_tag_with_second_judgments_is_not_removed(library: Library) -> None:
    library.do(Judge(1, WALTZ, YES), JudgeAgain(1, WALTZ, NO), Judge(1, WALTZ, None))
    with pytest.raises(LibraryError):
        library.do(RemoveTag(WALTZ))
    library.do(RetireTag(WALTZ))
    assert len(library.repeats.of_tag(WALTZ)) == 1
    assert library.repeats.due("9999") == []


def test_all_that_stands_beside_decisions_follows_merges_and_splits(library: Library) -> None:
    library.do(Judge(1, WALTZ, YES, PREDICTED), JudgeAgain(1, WALTZ, NO))
    library.do(Judge(2, WALTZ, YES, PREDICTED))
    library.do(AddAnchor(1, WALTZ, YES), AddAnchor(2, WALTZ, NO))
    library.do(SplitTag(WALTZ, "valse", (1,)))
    valse = library.codebook.find("valse")
    assert valse is not None
    for tag_id, song_id in ((valse.id, 1), (WALTZ, 2)):
        assert [row.song_id for row in library.prequential.of_tag(tag_id)] == [song_id]
        assert [row.song_id for row in library.anchors.of_tag(tag_id)] == [song_id]
    assert [row.song_id for row in library.repeats.of_tag(valse.id)] == [1]
    library.do(MergeTags(valse.id, FAST))
    assert [row.song_id for row in library.prequential.of_tag(FAST)] == [1]
    assert library.repeats.counts_by_tag() == {FAST: 1}
    assert library.anchors.counts_by_tag() == {FAST: (1, 0), WALTZ: (0, 1)}


def test_all_that_stands_beside_decisions_follows_joined_songs(library: Library) -> None:
    queue = library.queues.start(NewQueue(QueueKind.SONGS, 7, 0.2), ITEMS)
    library.do(Judge(2, WALTZ, YES, PREDICTED), JudgeAgain(2, WALTZ, NO), AddAnchor(2, WALTZ, YES))
    library.do(JoinSongs(1, 2))
    assert [row.song_id for row in library.prequential.all()] == [1]
    assert [row.song_id for row in library.repeats.all()] == [1]
    assert [row.song_id for row in library.listened_parts.all()] == [1]
    assert [row.song_id for row in library.anchors.all()] == [1]
    assert [item.song_id for item in library.queues.items(queue.id)] == [4, 1, 3]
    library.undo()
    assert [row.song_id for row in library.prequential.all()] == [2]
    library.do(Judge(1, WALTZ, NO))  # what prevails was not predicted
    library.do(JoinSongs(1, 2))
    assert library.prequential.all() == []


# -- disputes -------------------------------------------------------------------------------


def test_a_decision_on_an_unclear_word_is_left_out_until_it_is_settled(library: Library) -> None:
    model = library.models.add(new_model("starter", "waltz"))
    library.do(Judge(1, WALTZ, YES), Judge(2, WALTZ, NO))
    before = library.annotations.labels()
    library.do(SettleDisagreement(1, WALTZ, model.id, 0.1, Verdict.UNCLEAR))
    column = before.tag_ids.tolist().index(WALTZ)
    row = before.song_ids.tolist().index(1)
    labels = library.annotations.labels()
    assert labels.states[row, column] == CELL_UNSURE
    assert labels.n_unclear == 1
    assert labels.digest != before.digest
    assert library.annotations.labels(missing_means_no=True).states[row, column] == CELL_UNSURE
    assert library.disputes.left_out() == {(1, WALTZ)}
    (dispute,) = library.disputes.unclear()
    library.do(SettleDispute(dispute.id))
    assert library.annotations.labels().digest == before.digest
    assert library.disputes.counts_by_tag() == {WALTZ: {Verdict.UNCLEAR: 1}}
    library.undo()
    assert library.annotations.labels().n_unclear == 1
    library.annotators.use("Ada")
    library.annotators.add("Bo")
    assert library.annotations.labels().n_unclear == 0


# -- examples -------------------------------------------------------------------------------


def test_examples_are_marked_changed_and_removed(library: Library) -> None:
    library.do(AddAnchor(1, WALTZ, YES, 1.0, 4.0, "listen to the bass"))
    library.do(AddAnchor(2, WALTZ, NO))
    first, second = library.anchors.of_tag(WALTZ)
    assert (first.start_s, first.end_s, first.note) == (1.0, 4.0, "listen to the bass")
    assert first.annotator_id == library.annotators.current.id
    library.do(ChangeAnchor(first.id, start_s=2.0, end_s=5.0))
    library.do(ChangeAnchor(first.id, state=NO, note=""))
    changed = library.anchors.get(first.id)
    assert changed is not None
    assert (changed.start_s, changed.end_s, changed.state, changed.note) == (2.0, 5.0, NO, "")
    library.do(RemoveAnchor(second.id))
    assert library.anchors.all() == [changed]
    for _ in range(3):
        library.undo()
    assert library.anchors.of_tag(WALTZ) == [first, second]


@pytest.mark.parametrize(
    ("state", "span", "words"),
    [
        (UNSURE, (1.0, 2.0), "cannot be unsure"),
        (YES, (2.0, 1.0), "begins before it ends"),
        (YES, (-1.0, 1.0), "begins before it ends"),
        (YES, (100.0, 101.0), "after the end"),
    ],
)
def test_an_example_that_is_none_is_refused(
    library: Library, state: State, span: tuple[float, float], words: str
) -> None:
    with pytest.raises(LibraryError, match=words):
        library.do(AddAnchor(1, WALTZ, state, *span))


# -- rules ----------------------------------------------------------------------------------


def test_rules_are_accepted_dismissed_and_forgotten(library: Library) -> None:
    implies = RuleWords(RuleKind.IMPLIES, WALTZ, SLOW)
    library.do(AcceptRule(implies))
    assert [rule.words for rule in library.word_rules.accepted()] == [implies]
    library.do(DismissRule(implies))
    assert library.word_rules.accepted() == []
    found = library.word_rules.find(implies)
    assert found is not None
    assert found.state is RuleState.DISMISSED
    library.do(RemoveRule(implies))
    assert library.word_rules.all() == []
    library.undo()
    library.undo()
    assert [rule.state for rule in library.word_rules.all()] == [RuleState.ACCEPTED]


def test_a_rule_without_direction_is_one_rule(library: Library) -> None:
    library.do(WriteRule(RuleWords(RuleKind.EXCLUDES, SLOW, FAST)))
    library.do(AcceptRule(RuleWords(RuleKind.EXCLUDES, FAST, SLOW)))
    (rule,) = library.word_rules.all()
    assert (rule.words.tag_id, rule.words.other_tag_id) == (FAST, SLOW)
    assert rule.origin is RuleOrigin.WRITTEN
    with pytest.raises(LibraryError, match="two different words"):
        library.do(WriteRule(RuleWords(RuleKind.IMPLIES, FAST, FAST)))


def test_rules_follow_their_words(library: Library) -> None:
    library.do(WriteRule(RuleWords(RuleKind.EXCLUDES, WALTZ, FAST)))
    library.do(WriteRule(RuleWords(RuleKind.EXCLUDES, FAST, SLOW)))
    library.do(WriteRule(RuleWords(RuleKind.IMPLIES, WALTZ, SLOW)))
    library.do(RetireTag(FAST))
    assert [rule.words.kind for rule in library.word_rules.accepted()] == [RuleKind.IMPLIES]
    library.undo()
    library.do(MergeTags(WALTZ, FAST))  # fast excludes fast: gone
    assert {(r.words.kind, r.words.tag_id, r.words.other_tag_id) for r in
            library.word_rules.all()} == {
        (RuleKind.EXCLUDES, FAST, SLOW), (RuleKind.IMPLIES, FAST, SLOW),
    }  # fmt: skip
    library.do(RemoveTag(SLOW))
    assert library.word_rules.all() == []
    library.undo()
    library.undo()
    assert len(library.word_rules.all()) == 3


# -- versions of the codebook ---------------------------------------------------------------


def test_a_changed_definition_offers_what_was_decided_under_the_old_one(library: Library) -> None:
    library.do(Judge(1, WALTZ, YES), Judge(2, WALTZ, NO))
    library.do(RenameTag(WALTZ, "valse"))
    library.do(MergeTags(SLOW, WALTZ))
    assert library.annotations.decided_under_older(WALTZ) == ()
    library.do(SetDefinition(WALTZ, "Three beats, the first one heavy."))
    library.do(Judge(3, WALTZ, YES))
    assert library.annotations.decided_under_older(WALTZ) == (1, 2)
    library.do(JudgeAgain(1, WALTZ, YES))
    assert library.annotations.decided_under_older(WALTZ) == (2,)
    library.do(Judge(2, WALTZ, NO))  # as it stands, under the new words
    assert library.annotations.decided_under_older(WALTZ) == ()
    for _ in range(4):
        library.undo()
    assert library.annotations.decided_under_older(WALTZ) == ()


def test_a_version_says_who_made_it(library: Library) -> None:
    library.annotators.use("Ada")
    library.do(SetDefinition(WALTZ, "One two three."))
    library.annotators.add("Bo")
    library.do(RetireTag(WALTZ))
    ids = {annotator.name: annotator.id for annotator in library.annotators.list()}
    who = [version.annotator_id for version in library.codebook.history(WALTZ)]
    assert who == [ids["Bo"], ids["Ada"]]
