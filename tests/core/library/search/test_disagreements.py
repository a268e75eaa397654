"""Decisions that the model contradicts: strongest first, by honest scores, not those kept."""

from __future__ import annotations

import numpy as np
import pytest

from core.library.edits.edits import Judge, MergeTags, RetireTag, SettleDisagreement
from core.library.records import ModelRow, State
from core.library.review_records import Disagreement, HeldOutScores, ScoreSource, Verdict
from core.library.store import Library
from tests.support.small_songs import new_model, scores, tag_id

YES, NO = State.YES, State.NO


@pytest.fixture
def model(library: Library) -> ModelRow:
    """A model of two words that contradicts three decisions on the four songs."""
    row = library.models.add(new_model("ear", "kick", "piano"))
    library.models.set_active(row.id)
    library.predictions.put(
        row.id, {1: scores(0.1, 0.5), 2: scores(0.9, 0.95), 3: scores(0.0, 0.85)}
    )
    kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
    library.do(
        Judge(1, kick, YES), Judge(2, kick, YES), Judge(2, piano, NO), Judge(3, kick, State.UNSURE),
        Judge(3, piano, NO), Judge(4, kick, YES),
    )  # fmt: skip
    return row


def found(library: Library) -> list[tuple[int, str, State]]:
    codebook = library.codebook
    return [
        (d.song_id, codebook.tag(d.tag_id).name, d.state) for d in library.search.disagreements()
    ]


def keep(library: Library, model: ModelRow, dispute: Disagreement) -> None:
    facts = (dispute.song_id, dispute.tag_id, model.id, dispute.score)
    library.do(SettleDisagreement(*facts, Verdict.WRONG))


@pytest.mark.usefixtures("model")
def test_the_strongest_contradiction_comes_first(library: Library) -> None:
    assert found(library) == [(2, "piano", NO), (1, "kick", YES), (3, "piano", NO)]
    assert library.search.ids("review").tolist() == [1, 2, 3]
    first = library.search.disagreements()[0]
    assert (round(first.score, 2), first.source) == (0.95, ScoreSource.UNLEARNED)
    assert first.strength == first.score


def test_one_song_has_the_same_as_the_list(library: Library, model: ModelRow) -> None:
    for song_id in (1, 2, 3, 4):
        decisions = library.annotations.of_song(song_id)
        states = {tag: decision.state for tag, decision in decisions.items()}
        own = [dispute for dispute in library.search.disagreements() if dispute.song_id == song_id]
        assert library.search.disagreements_of(song_id, states, model) == own


def test_what_was_kept_does_not_come_again_until_the_decision_changes(
    library: Library, model: ModelRow
) -> None:
    strongest = library.search.disagreements()[0]
    keep(library, model, strongest)
    assert found(library) == [(1, "kick", YES), (3, "piano", NO)]
    assert library.search.ids("review").tolist() == [1, 3]
    assert library.search.disagreements_of(2, {strongest.tag_id: NO}, model) == []
    assert library.search.kept_decisions() == {(2, strongest.tag_id)}
    library.undo()
    assert len(found(library)) == 3
    library.redo()
    library.do(Judge(2, strongest.tag_id, YES))
    library.predictions.put(model.id, {2: scores(0.9, 0.05)})
    assert found(library)[0] == (2, "piano", YES)


def test_another_model_may_contradict_what_was_kept(library: Library, model: ModelRow) -> None:
    for dispute in library.search.disagreements():
        keep(library, model, dispute)
    assert found(library) == []
    other = library.models.add(new_model("other", "kick"))
    library.models.set_active(other.id)
    library.predictions.put(other.id, {1: scores(0.1)})
    assert found(library) == [(1, "kick", YES)]


def test_a_song_that_was_learned_from_counts_by_held_out_scores(
    library: Library, model: ModelRow
) -> None:
    nan = float("nan")
    kept = np.array([[0.7, nan], [0.9, 0.9], [nan, nan]], np.float32)
    held_out = HeldOutScores(np.array([1, 2, 3]), kept, np.array([True, True]))
    library.search.use_held_out(lambda _row: held_out)
    disputes = {d.song_id: (round(d.score, 2), d.source) for d in library.search.disagreements()}
    assert disputes == {2: (0.9, ScoreSource.HELD_OUT), 3: (0.85, ScoreSource.LEARNED)}
    assert library.search.ids("review").tolist() == [2, 3]
    assert len(library.search.disagreements_of(3, {tag_id(library, "piano"): NO}, model)) == 1
    assert library.search.disagreements_of(1, {tag_id(library, "kick"): YES}, model) == []
    by_tag = library.search.scores_by_tag(model)
    assert by_tag.ids.tolist() == [1, 2, 3]
    assert np.allclose(by_tag.scores[0], [0.7, 0.5], atol=0.01)


def test_of_a_song_too_short_for_suggestions_nothing_is_in_dispute(
    library: Library, model: ModelRow
) -> None:
    piano = tag_id(library, "piano")
    library.database.write("UPDATE songs SET duration_s = 2.5 WHERE id = 2")
    assert found(library) == [(1, "kick", YES), (3, "piano", NO)]
    assert library.search.ids("review").tolist() == [1, 3]
    assert library.search.disagreements_of(2, {piano: NO}, model) == []
    assert library.search.scores_by_tag(model).ids.tolist() == [1, 3]
    library.database.write("UPDATE songs SET duration_s = 3.0 WHERE id = 2")
    assert found(library)[0] == (2, "piano", NO)


@pytest.mark.usefixtures("model")
def test_a_word_out_of_use_is_not_in_dispute(library: Library) -> None:
    library.do(RetireTag(tag_id(library, "piano")))
    assert found(library) == [(1, "kick", YES)]


def test_a_kept_decision_follows_its_word_into_another(library: Library, model: ModelRow) -> None:
    keep(library, model, library.search.disagreements()[1])  # kick
    kick, other = tag_id(library, "kick"), tag_id(library, "female")
    library.models.map_word("kick", other)
    library.do(MergeTags(kick, other))
    assert [name for _song, name, _state in found(library)] == ["piano", "piano"]


def test_without_a_model_nothing_is_in_dispute(library: Library) -> None:
    assert library.search.disagreements() == []
