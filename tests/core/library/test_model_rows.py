"""The rows of models: the one in use, removed ones, which tags their words mean."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import LibraryError
from core.library.edits.edits import AddTag, Judge, MergeTags, RenameTag
from core.library.records import NO_TAG, DecisionContext, State
from core.library.store import Library
from tests.support.small_songs import library_with, new_model, scores, tag_id


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with library_with(tmp_path / "library.db", 6) as opened:
        yield opened


def test_a_model_is_read_as_it_was_added(library: Library) -> None:
    first = library.models.add(new_model("starter", "kick", "piano"))
    row = library.models.add(
        new_model(
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


def test_a_list_leaves_out_what_metrics_say_of_each_tag(library: Library) -> None:
    metrics = {"wauc": 0.71, "per_tag": {"kick": {"auc": 0.9}}, "change": {}, "n_train": 6}
    row = library.models.add(new_model("my ear", "kick", metrics=metrics))
    assert row.metrics == metrics
    (listed,) = library.models.list()
    assert listed.metrics == {"wauc": 0.71, "n_train": 6}
    assert library.models.active() == row


def test_one_model_is_in_use_and_it_is_never_removed(library: Library) -> None:
    first = library.models.add(new_model("starter", "kick"))
    second = library.models.add(new_model("my ear", "kick"))
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
    library.models.add(new_model("starter", "kick"))
    second = library.models.add(new_model("my ear", "kick"))
    kick = tag_id(library, "kick")
    library.do(Judge(1, kick, State.YES, DecisionContext(guess_visible=True, model_id=second.id)))
    library.predictions.put(second.id, {1: scores(0.5)})
    library.models.remove(second.id)
    assert [row.name for row in library.models.list()] == ["starter"]
    named = library.models.get(library.annotations.of_song(1)[kick].model_id or 0)
    assert named is not None
    assert named.name == "my ear"
    assert library.predictions.get(1, second.id) is None
    library.models.add(new_model("my ear", "kick"))  # the name is free again


def test_a_word_means_the_tag_it_was_trained_as_then_mapped_to_then_named_like(
    library: Library,
) -> None:
    kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
    trained = library.models.add(new_model("ear", "thump", "piano", tag_ids=(kick, None)))
    foreign = library.models.add(new_model("mtat", "Bassdrum", "KICK", "techno", "opera"))
    assert library.models.tag_ids(trained.id) == (kick, piano)
    assert library.models.tag_ids(foreign.id) == (None, kick, tag_id(library, "techno"), None)
    library.models.map_word("bassdrum", kick)
    assert library.models.tag_ids(foreign.id)[:2] == (kick, kick)
    library.models.map_word("BASSDRUM", None)
    library.do(AddTag("Opera", 1))
    assert library.models.tag_ids(foreign.id)[3] == tag_id(library, "opera")


def test_of_two_words_for_one_tag_the_higher_score_counts(library: Library) -> None:
    kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
    row = library.models.add(new_model("mtat", "bassdrum", "kick", "piano"))
    library.models.set_active(row.id)
    library.models.map_word("bassdrum", kick)
    library.predictions.put(row.id, {1: scores(0.9, 0.1, 0), 2: scores(0.1, 0.8, 0),
                                     3: scores(0.1, 0.1, 0.5)})  # fmt: skip
    assert library.search.ids("predicted:kick>0.5").tolist() == [1, 2]
    assert library.search.ids("", "predicted:kick", descending=True).tolist()[:2] == [1, 2]
    library.do(Judge(1, kick, State.YES), Judge(2, kick, State.YES), Judge(3, kick, State.YES))
    library.do(Judge(3, piano, State.UNSURE))
    assert library.search.ids("review").tolist() == [3]


def test_a_word_named_like_a_tag_can_mean_none_unless_it_was_trained(
    library: Library,
) -> None:
    kick = tag_id(library, "kick")
    foreign = library.models.add(new_model("mtat", "kick", "thump"))
    trained = library.models.add(new_model("ear", "kick", "thump", tag_ids=(kick, None)))
    library.models.map_word("Kick", NO_TAG)
    library.models.map_word("thump", kick)
    assert library.models.tag_ids(foreign.id) == (None, kick)
    assert library.models.tag_ids(trained.id) == (kick, None)
    assert library.models.trained_tag_ids(trained.id) == (kick, None)
    library.models.map_word("kick", None)  # what it is spelled like
    assert library.models.tag_ids(foreign.id) == (kick, kick)


def test_words_follow_their_tags_through_renaming_and_merging(library: Library) -> None:
    kick, drums = tag_id(library, "kick"), tag_id(library, "drums")
    row = library.models.add(new_model("ear", "kick"))
    library.do(RenameTag(kick, "bass drum"))
    assert library.models.tag_ids(row.id) == (kick,)
    library.do(MergeTags(kick, drums))
    assert library.models.tag_ids(row.id) == (drums,)
