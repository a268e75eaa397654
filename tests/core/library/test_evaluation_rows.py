"""What measuring remembers: sides never change, looks are counted, thresholds can be set."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.library.edits.edits import MergeTags, SetThreshold
from core.library.recovery.repair import repair
from core.library.store import Library
from tests.support.small_songs import library_with, new_model, tag_id


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with library_with(tmp_path / "library.db", 3) as opened:
        yield opened


def test_a_side_once_drawn_stays_and_new_groups_are_added(library: Library) -> None:
    library.evaluation.add_split_sides({"artist bach": "kept", "song 1": "learn"}, seed=4)
    library.evaluation.add_split_sides({"artist bach": "learn", "artist ravel": "kept"}, seed=5)
    assert library.evaluation.split_sides() == {
        "song 1": "learn", "artist bach": "kept", "artist ravel": "kept",
    }  # fmt: skip
    rows = library.database.rows("SELECT group_key, seed FROM split_sides ORDER BY group_key")
    assert rows == [("artist bach", 4), ("artist ravel", 5), ("song 1", 4)]


def test_looks_at_sets_of_songs_are_listed_in_order(library: Library) -> None:
    model = library.models.add(new_model("ear", "kick"))
    library.evaluation.add_look("one", "evaluate", 40, model.id)
    library.evaluation.add_look("two", "compare", 41)
    library.evaluation.add_look("one", "compare", 40)
    looks = library.evaluation.looks()
    assert [look.digest for look in looks] == ["one", "two", "one"]
    assert (looks[0].model_id, looks[0].what, looks[0].n_songs) == (model.id, "evaluate", 40)
    assert (looks[2].model_id, looks[2].what) == (None, "compare")
    assert looks[0].looked_at <= looks[1].looked_at <= looks[2].looked_at


def test_a_threshold_is_one_models_and_one_tags(library: Library) -> None:
    kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
    for model_id, tag, score in ((1, kick, 0.4), (1, piano, 0.6), (2, kick, 0.9), (1, kick, 0.45)):
        assert library.do(SetThreshold(model_id, tag, score)).models
    assert library.evaluation.thresholds(1) == {kick: 0.45, piano: 0.6}
    assert library.do(SetThreshold(1, kick, None))
    assert not library.do(SetThreshold(1, kick, None))
    assert library.evaluation.thresholds(1) == {piano: 0.6}
    assert library.evaluation.thresholds(2) == {kick: 0.9}


def test_a_threshold_is_undone_and_done_again_like_any_decision(library: Library) -> None:
    kick = tag_id(library, "kick")
    for score in (0.4, 0.45, None):
        library.do(SetThreshold(1, kick, score))
    assert library.undo_label() == "kick: yes from the estimated threshold"
    undone = [library.undo() and library.evaluation.thresholds(1) for _ in range(3)]
    assert undone == [{kick: 0.45}, {kick: 0.4}, {}]
    redone = [library.redo() and library.evaluation.thresholds(1) for _ in range(3)]
    assert redone == [{kick: 0.4}, {kick: 0.45}, {}]
    name, changes = library.undo() or ("", None)
    assert name == "kick: yes from the estimated threshold"
    assert changes is not None
    assert changes.models


def test_a_threshold_of_a_merged_tag_is_no_obstacle_and_comes_back_with_it(
    library: Library,
) -> None:
    kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
    library.do(SetThreshold(1, kick, 0.3))
    library.do(MergeTags(kick, piano))
    library.undo()
    assert library.evaluation.thresholds(1) == {kick: 0.3}


def test_what_measuring_remembers_is_read_out_of_a_damaged_library(tmp_path: Path) -> None:
    path = tmp_path / "damaged.db"
    with library_with(path, 2) as library:
        model = library.models.add(new_model("ear", "kick"))
        library.evaluation.add_split_sides({"artist bach": "kept"}, seed=1)
        library.evaluation.add_look("one", "evaluate", 2, model.id)
        library.do(SetThreshold(model.id, 1, 0.25))
        library.database.connection.execute("PRAGMA foreign_keys = OFF")
        library.database.connection.execute("DROP INDEX test_looks_digest")
        library.database.connection.execute("DELETE FROM models")
    assert repair(path).outcome == "saved"
    with Library.open(path) as library:
        assert library.evaluation.split_sides() == {"artist bach": "kept"}
        assert library.evaluation.looks()[0].model_id is None
        assert library.evaluation.thresholds(model.id) == {1: 0.25}
