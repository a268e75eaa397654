"""What was predicted of songs that were decided in bulk: kept, taken back, told apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.evaluation.guess_effect import guess_effect
from core.evaluation.prequential import library_curves
from core.evaluation.time_ledger import time_ledger
from core.library.edits.bulk_edits import SONGS_PER_SLICE, sliced
from core.library.edits.edits import Judge, JudgeMany
from core.library.fact_records import BulkPriors, DecisionFacts, PriorScore, read_priors
from core.library.records import DecisionContext, DecisionSource, State
from core.library.store import Library
from core.scores import as_stored
from tests.support.small_songs import library_with, new_model, tag_id

N_SONGS = SONGS_PER_SLICE + 20
ALL = tuple(range(1, N_SONGS + 1))
YES, NO = State.YES, State.NO


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with library_with(tmp_path / "library.db", N_SONGS) as made:
        yield made


def priors(model_id: int | None = None) -> BulkPriors:
    """A score for every song but the fifth."""
    values = as_stored(np.linspace(0.0, 1.0, N_SONGS))
    values[4] = np.nan
    return BulkPriors(np.array(ALL), values, 27, model_id)


def judge_all(library: Library, state: State | None = YES, model_id: int | None = None) -> None:
    context = DecisionContext(DecisionSource.EAR, True, model_id)
    edit = JudgeMany(ALL, tag_id(library, "kick"), state, context, priors(model_id))
    library.do(*sliced(edit))


def test_every_song_has_the_score_from_before_and_undo_takes_it_away(library: Library) -> None:
    model = library.models.add(new_model("ear", "kick"))
    judge_all(library, model_id=model.id)
    found = library.bulk_decisions.all()
    assert [one.song_id for one in found] == list(ALL)
    expected = priors().scores
    for one in found:
        assert (one.tag_id, one.state) == (tag_id(library, "kick"), YES)
        assert (one.model_id, one.n_decisions, one.guess_visible) == (model.id, 27, True)
        if one.song_id == 5:
            assert one.score is None
        else:
            assert one.score == pytest.approx(float(expected[one.song_id - 1]))
    library.undo()
    assert library.bulk_decisions.all() == []
    library.redo()
    assert library.bulk_decisions.all() == found


def test_only_first_answers_have_a_prediction(library: Library) -> None:
    kick = tag_id(library, "kick")
    library.do(Judge(3, kick, NO))
    judge_all(library)
    assert 3 not in {one.song_id for one in library.bulk_decisions.all()}
    assert (3, kick) in library.bulk_decisions.standing()
    judge_all(library, None)
    assert library.bulk_decisions.all() == []
    assert library.bulk_decisions.standing() == set()


def test_what_is_decided_again_by_itself_is_no_bulk_decision_any_more(library: Library) -> None:
    kick = tag_id(library, "kick")
    judge_all(library)
    library.do(Judge(7, kick, NO))
    assert len(library.bulk_decisions.standing()) == N_SONGS - 1
    assert (7, kick) not in library.bulk_decisions.standing()
    assert 7 not in {one.song_id for one in library.bulk_decisions.all()}


def test_without_a_prediction_and_spoiled_the_decisions_are_told_all_the_same(
    library: Library,
) -> None:
    library.do(JudgeMany((1, 2), tag_id(library, "kick"), YES))
    assert [one.score for one in library.bulk_decisions.all()] == [None, None]
    judge_all(library)
    sql = "UPDATE journal SET edit = replace(edit, 'songs=', 'songs=*')"
    library.database.write(sql)
    assert {one.score for one in library.bulk_decisions.all()} == {None}
    with pytest.raises(ValueError, match="shorter"):
        read_priors("AQAAAA==", "")


def test_nothing_is_concluded_from_them(library: Library) -> None:
    model = library.models.add(new_model("ear", "kick"))
    kick = tag_id(library, "kick")
    library.predictions.put(model.id, {n: np.array([0.9], np.float32) for n in ALL})
    facts = DecisionFacts(PriorScore(0.9, 0, model.id))
    seen = DecisionContext(DecisionSource.EAR, True, model.id, facts)
    for song_id in (1, 2):
        library.do(Judge(song_id, kick, YES, seen))
    judge_all(library, model_id=model.id)
    assert [one.song_id for one in library.prequential.all()] == [1, 2]
    curves = library_curves(library)
    assert (curves[0].n_decisions, curves[0].n_left_out, curves[0].n_at_once) == (0, 2, N_SONGS - 3)
    assert (curves[1].tag, curves[1].n_at_once) == ("kick", N_SONGS - 3)
    assert guess_effect(library).n_shown == 2
    total = time_ledger(library).total
    assert (total.n_decisions, total.n_at_once) == (2, 1)


def test_a_slice_writes_only_its_own_songs() -> None:
    first, second = sliced(JudgeMany(ALL, 1, YES, priors=priors()))
    for part in (first, second):
        assert part.song_ids[0] == 1 + (0 if part is first else SONGS_PER_SLICE)
    assert len(repr(first)) < SONGS_PER_SLICE * 9 + 300
    assert "priors" not in repr(JudgeMany(ALL, 1, YES))
