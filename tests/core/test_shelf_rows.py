"""The library's side of models and predictions: rows, words, scores that stay fresh."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import LibraryError
from core.library.edits.edits import AddTag, Judge, MergeTags, RenameTag
from core.library.model_rows import NO_TAG
from core.library.predictions import ScoreMatrix
from core.library.records import DecisionContext, NewModel, State
from core.library.store import Library
from tests.support.small_songs import library_with, new_song, tag_id


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with library_with(tmp_path / "library.db", 6) as opened:
        yield opened


def model(name: str, *words: str, **facts: object) -> NewModel:
    return NewModel(name, "choi_lstm", f"{name}.safetensors", words, **facts)  # type: ignore[arg-type]


def scores(*values: float) -> np.ndarray:
    return np.array(values, np.float32)


def test_a_model_comes_back_as_it_was_put_on_the_shelf(library: Library) -> None:
    first = library.models.add(model("starter", "kick", "piano"))
    row = library.models.add(
        model(
            "my ear", "kick", "seaside", parent_id=first.id, metrics={"wauc": 0.71},
            labels_snapshot={"digest": "ab"}, provenance={"seed": 1},
        )
    )  # fmt: skip
    assert library.models.get("my ear") == library.models.get(row.id) == row
    assert row.words == ("kick", "seaside")
    assert (row.metrics, row.labels_snapshot, row.provenance) == (
        {"wauc": 0.71}, {"digest": "ab"}, {"seed": 1},
    )  # fmt: skip
    assert library.models.list() == [library.models.get("starter"), row]


def test_one_model_is_in_use_and_it_is_never_removed(library: Library) -> None:
    first = library.models.add(model("starter", "kick"))
    second = library.models.add(model("my ear", "kick"))
    assert library.models.active() == first
    library.models.set_active(second.id)
    active = library.models.active()
    assert active is not None
    assert active.id == second.id
    with pytest.raises(LibraryError, match="in use"):
        library.models.remove(second.id)
    with pytest.raises(LibraryError, match="already"):
        library.models.rename(first.id, "my ear")


def test_a_removed_model_is_still_named_by_the_decisions_it_suggested(library: Library) -> None:
    library.models.add(model("starter", "kick"))
    second = library.models.add(model("my ear", "kick"))
    kick = tag_id(library, "kick")
    library.do(Judge(1, kick, State.YES, DecisionContext(guess_visible=True, model_id=second.id)))
    library.predictions.put(second.id, {1: scores(0.5)})
    library.models.remove(second.id)
    assert [row.name for row in library.models.list()] == ["starter"]
    named = library.models.get(library.annotations.of_song(1)[kick].model_id or 0)
    assert named is not None
    assert named.name == "my ear"
    assert library.predictions.get(1, second.id) is None
    library.models.add(model("my ear", "kick"))  # the name is free again


def test_words_stand_for_tags_by_what_was_taught_then_mapped_then_named(library: Library) -> None:
    kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
    taught = library.models.add(model("ear", "thump", "piano", tag_ids=(kick, None)))
    foreign = library.models.add(model("mtat", "Bassdrum", "KICK", "techno", "opera"))
    assert library.models.tag_ids(taught.id) == (kick, piano)
    assert library.models.tag_ids(foreign.id) == (None, kick, tag_id(library, "techno"), None)
    library.models.map_word("bassdrum", kick)
    assert library.models.tag_ids(foreign.id)[:2] == (kick, kick)
    library.models.map_word("BASSDRUM", None)
    library.do(AddTag("Opera", 1))
    assert library.models.tag_ids(foreign.id)[3] == tag_id(library, "opera")


def test_of_two_words_for_one_tag_the_higher_score_counts(library: Library) -> None:
    kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
    row = library.models.add(model("mtat", "bassdrum", "kick", "piano"))
    library.models.set_active(row.id)
    library.models.map_word("bassdrum", kick)
    library.predictions.put(row.id, {1: scores(0.9, 0.1, 0), 2: scores(0.1, 0.8, 0),
                                     3: scores(0.1, 0.1, 0.5)})  # fmt: skip
    assert library.search.ids("predicted:kick>0.5").tolist() == [1, 2]
    assert library.search.ids("", "predicted:kick", descending=True).tolist()[:2] == [1, 2]
    library.do(Judge(1, kick, State.YES), Judge(2, kick, State.YES), Judge(3, kick, State.YES))
    library.do(Judge(3, piano, State.UNSURE))
    assert library.search.ids("review").tolist() == [3]


def test_a_word_spelled_like_a_tag_may_mean_none_but_what_was_taught_stays(
    library: Library,
) -> None:
    kick = tag_id(library, "kick")
    foreign = library.models.add(model("mtat", "kick", "thump"))
    taught = library.models.add(model("ear", "kick", "thump", tag_ids=(kick, None)))
    library.models.map_word("Kick", NO_TAG)
    library.models.map_word("thump", kick)
    assert library.models.tag_ids(foreign.id) == (None, kick)
    assert library.models.tag_ids(taught.id) == (kick, None)
    assert library.models.trained_tag_ids(taught.id) == (kick, None)
    library.models.map_word("kick", None)  # what it is spelled like
    assert library.models.tag_ids(foreign.id) == (kick, kick)


def test_words_follow_their_tags_through_renaming_and_merging(library: Library) -> None:
    kick, drums = tag_id(library, "kick"), tag_id(library, "drums")
    row = library.models.add(model("ear", "kick"))
    library.do(RenameTag(kick, "bass drum"))
    assert library.models.tag_ids(row.id) == (kick,)
    library.do(MergeTags(kick, drums))
    assert library.models.tag_ids(row.id) == (drums,)


def test_scores_come_back_to_half_precision_and_name_their_model(library: Library) -> None:
    first = library.models.add(model("a", "kick", "piano"))
    second = library.models.add(model("b", "kick"))
    library.predictions.put(first.id, {3: scores(0.123456, 0.987654), 1: scores(0, 1)})
    library.predictions.put(second.id, {3: scores(0.5)})
    got = library.predictions.get(3, first.id)
    assert got is not None
    assert got.dtype == np.float32
    np.testing.assert_allclose(got, [0.123456, 0.987654], atol=5e-4)
    assert library.predictions.get(2, first.id) is None
    assert library.predictions.missing_ids(first.id).tolist() == [2, 4, 5, 6]
    library.songs.mark_missing(4)
    assert library.predictions.missing_ids(first.id).tolist() == [2, 5, 6]
    library.predictions.delete(first.id)
    assert len(library.predictions.matrix(first.id)[0]) == 0
    assert len(library.predictions.matrix(second.id)[0]) == 1


def test_the_matrix_in_memory_is_what_the_file_holds(library: Library) -> None:
    row = library.models.add(model("a", "kick", "piano"))
    assert library.predictions.matrix(row.id)[1].shape[0] == 0
    for batch in ({5: 0.5}, {2: 0.2, 5: 0.55}, {6: 0.6}, {1: 0.1, 4: 0.4}):
        library.predictions.put(row.id, {k: scores(v, 1 - v) for k, v in batch.items()})
        ids, kept = library.predictions.matrix(row.id)
        library.predictions.invalidate()
        fresh_ids, fresh = library.predictions.matrix(row.id)
        assert ids.tolist() == fresh_ids.tolist() == sorted(ids.tolist())
        assert (kept == fresh).all()
        assert not kept.flags.writeable


def test_the_same_songs_give_the_same_arrays(library: Library) -> None:
    row = library.models.add(model("a", "kick"))
    library.predictions.put(row.id, {1: scores(0.5), 2: scores(0.5)})
    ids, kept = library.predictions.matrix(row.id)
    library.predictions.put(row.id, {2: scores(0.75)})
    assert library.predictions.matrix(row.id)[0] is ids
    assert kept[1, 0] == 0.75
    library.songs.add(new_song(77))
    library.predictions.put(row.id, {7: scores(0.25)})
    assert library.predictions.matrix(row.id)[0].tolist() == [1, 2, 7]
    assert ids.tolist() == [1, 2]


@settings(deadline=None)
@given(st.lists(st.dictionaries(st.integers(1, 40), st.floats(0, 1, width=16), min_size=1)))
def test_a_matrix_is_a_sorted_dictionary_of_rows(batches: list[dict[int, float]]) -> None:
    matrix = ScoreMatrix(np.empty(0, np.int64), np.empty((0, 0), np.float32))
    true: dict[int, float] = {}
    for batch in batches:
        ids = sorted(batch)
        values = np.array([[batch[each]] for each in ids], np.float32)
        matrix.put(np.array(ids, np.int64), values)
        true |= batch
        shown, rows = matrix.view()
        assert shown.tolist() == sorted(true)
        assert rows[:, 0].tolist() == [np.float32(true[each]) for each in sorted(true)]
