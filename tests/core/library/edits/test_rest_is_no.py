"""The rest is no: only what nobody decided changes, one undo takes it back, very many too."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.exchange.formats.long_table import CSV
from core.library.edits.bulk_edits import n_decisions, sliced
from core.library.edits.edits import (
    JoinSongs,
    Judge,
    JudgeRegion,
    MergeTags,
    RestIsNo,
    RetireTag,
    SetCategory,
    SetWeakNo,
)
from core.library.records import Annotation, DecisionContext, DecisionSource, State
from core.library.store import Library
from tests.support.round_trips import write
from tests.support.small_songs import content, library_with, miscounts, new_model, tag_id

YES, NO, UNSURE = State.YES, State.NO, State.UNSURE


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with library_with(tmp_path / "library.db", 6) as opened:
        yield opened


def rhythm(library: Library) -> tuple[int, ...]:
    category_id = library.codebook.tag(tag_id(library, "kick")).category_id
    return tuple(tag.id for tag in library.codebook.tags() if tag.category_id == category_id)


def decision(library: Library, song_id: int, name: str) -> Annotation:
    return library.annotations.of_song(song_id)[tag_id(library, name)]


def test_only_what_is_not_judged_becomes_no_and_says_why(library: Library) -> None:
    kick, bass, drums = (tag_id(library, name) for name in ("kick", "bass", "drums"))
    accepted = DecisionContext(DecisionSource.ACCEPTED, guess_visible=True)
    library.do(Judge(1, kick, YES), Judge(1, bass, UNSURE), Judge(1, drums, NO, accepted))
    before = {name: decision(library, 1, name) for name in ("kick", "bass", "drums")}
    changes = library.do(RestIsNo((1,), rhythm(library), "rhythm"))
    assert {name: decision(library, 1, name) for name in before} == before
    added = decision(library, 1, "tztz")
    assert (added.state, added.source, added.guess_visible) == (NO, DecisionSource.REST, False)
    assert changes.tags == set(rhythm(library)) - {kick, bass, drums}
    assert changes.songs == {1}
    assert not library.annotations.of_song(2)
    assert miscounts(library) == []
    assert library.undo_label() == "The rest of rhythm is no"
    library.undo()
    assert set(library.annotations.of_song(1)) == {kick, bass, drums}
    library.redo()
    assert decision(library, 1, "tztz") == added


def test_a_word_tagged_on_a_part_of_the_song_does_not_become_a_no(library: Library) -> None:
    kick = tag_id(library, "kick")
    library.do(JudgeRegion(1, kick, 1.0, 2.0))
    library.do(RestIsNo((1,), rhythm(library)))
    assert kick not in library.annotations.of_song(1)
    assert len(library.annotations.of_song(1)) == len(rhythm(library)) - 1


def test_retired_words_and_other_annotators_are_left_alone(library: Library) -> None:
    kick = tag_id(library, "kick")
    tags = rhythm(library)
    library.annotators.use("Ada")
    library.do(RetireTag(kick))
    library.do(RestIsNo((1, 1), tags))
    assert kick not in library.annotations.of_song(1)
    assert len(library.annotations.of_song(1)) == len(tags) - 1
    library.annotators.use("Béla")
    assert not library.annotations.of_song(1)
    library.do(RestIsNo((1,), tags))
    assert len(library.annotations.of_song(1)) == len(tags) - 1


def test_the_guesses_that_were_on_screen_are_noted_tag_by_tag(library: Library) -> None:
    model = library.models.add(new_model("ear", "tztz"))
    tztz = tag_id(library, "tztz")
    library.do(RestIsNo((1,), rhythm(library), "", frozenset({tztz}), model.id))
    seen, unseen = decision(library, 1, "tztz"), decision(library, 1, "kick")
    assert (seen.guess_visible, seen.model_id) == (True, model.id)
    assert (unseen.guess_visible, unseen.model_id) == (False, None)


def test_where_all_is_judged_nothing_is_done_and_nothing_can_be_undone(library: Library) -> None:
    tags = rhythm(library)
    library.do(RestIsNo((1,), tags))
    assert not library.do(RestIsNo((1,), tags))
    library.undo()
    assert library.undo_label() is None
    assert not library.do(RestIsNo((), tags))


def test_very_many_are_done_in_slices_of_equal_work(library: Library) -> None:
    edit = RestIsNo(tuple(range(1, 7)), rhythm(library))
    assert n_decisions(edit) == 6 * len(rhythm(library))
    many = RestIsNo(tuple(range(1000)), tuple(range(100)))
    slices = list(sliced(many))
    assert len(slices) == 500
    assert all(len(part.song_ids) == 2 for part in slices)
    assert len(list(sliced(RestIsNo((1, 2), tuple(range(1000)))))) == 2
    assert list(sliced(RestIsNo((), (1,)))) == []
    before = content(library)
    assert library.do(*sliced(edit)).songs == set(range(1, 7))
    library.undo()
    assert content(library) == before


def test_songs_judged_on_a_category_are_found_and_no_others(library: Library) -> None:
    library.do(Judge(4, tag_id(library, "kick"), UNSURE), Judge(2, tag_id(library, "bass"), NO))
    library.do(Judge(3, tag_id(library, "piano"), YES))
    library.do(JudgeRegion(5, tag_id(library, "kick"), 1.0, 2.0))
    assert library.annotations.songs_judged_on(rhythm(library)) == (2, 4)
    assert library.annotations.songs_judged_on(()) == ()


def test_songs_of_which_a_category_is_judged_in_part_are_found(library: Library) -> None:
    tags = rhythm(library)
    library.do(Judge(1, tags[0], YES), Judge(2, tags[1], UNSURE))
    library.do(JudgeRegion(3, tags[0], 1.0, 2.0))  # a part alone: the song is not judged
    library.do(*(Judge(4, tag, NO) for tag in tags))
    library.do(*(Judge(5, tag, NO) for tag in tags[1:]), JudgeRegion(5, tags[0], 1.0, 2.0))
    assert library.annotations.songs_judged_in_part(tags) == (1, 2)
    assert library.annotations.pairs_judged_on_parts() == {(3, tags[0]), (5, tags[0])}
    library.do(RestIsNo((1, 2), tags))
    assert library.annotations.songs_judged_in_part(tags) == ()


def test_a_merged_word_keeps_decisions_by_ear_over_a_rest_that_is_no(library: Library) -> None:
    kick, drums = tag_id(library, "kick"), tag_id(library, "drums")
    library.do(Judge(1, kick, YES), Judge(2, drums, YES), RestIsNo((1, 2, 3), (kick, drums)))
    before = content(library)
    library.do(MergeTags(kick, drums))
    states = [library.annotations.of_song(song)[drums].state for song in (1, 2, 3)]
    assert states == [YES, YES, NO]
    assert miscounts(library) == []
    library.undo()
    assert content(library) == before


def test_joined_songs_keep_decisions_by_ear_over_a_rest_that_is_no(library: Library) -> None:
    kick, drums, bass = (tag_id(library, name) for name in ("kick", "drums", "bass"))
    library.do(Judge(2, kick, YES), Judge(1, drums, YES), Judge(2, bass, YES))
    library.do(Judge(1, bass, NO), RestIsNo((1, 2), (kick, drums)))
    before = content(library)
    conflicts = library.annotations.conflicts(1, 2)
    assert [conflict.tag_id for conflict in conflicts] == [bass]
    library.do(JoinSongs(1, 2))
    states = {tag: made.state for tag, made in library.annotations.of_song(1).items()}
    assert states == {kick: YES, drums: YES, bass: NO}
    assert miscounts(library) == []
    library.undo()
    assert content(library) == before


def test_the_table_of_decisions_says_which_no_is_a_rest(library: Library, tmp_path: Path) -> None:
    library.do(Judge(1, tag_id(library, "kick"), YES), RestIsNo((1,), rhythm(library)))
    assert write(CSV, library, tmp_path / "decisions.csv").n_rows == len(rhythm(library))
    with (tmp_path / "decisions.csv").open(encoding="utf-8", newline="") as file:
        sources = {row["tag"]: (row["state"], row["source"]) for row in csv.DictReader(file)}
    assert sources["kick"] == ("yes", "ear")
    assert sources["drums"] == ("no", "rest")


def test_marks_of_categories_and_words_are_kept_and_undone(library: Library) -> None:
    kick = tag_id(library, "kick")
    category_id = library.codebook.tag(kick).category_id
    library.do(SetCategory(category_id, exhaustive=True))
    library.do(SetWeakNo(kick, weak_no=True))
    assert library.codebook.category(category_id).exhaustive
    assert library.annotations.labels().weak_no == {kick}
    assert library.undo_label() == "kick: songs not judged are a weak no"
    library.do(SetCategory(category_id, name="beat"))
    assert library.codebook.category(category_id).exhaustive
    for _ in range(3):
        library.undo()
    assert not library.codebook.category(category_id).exhaustive
    assert library.annotations.labels().weak_no == frozenset()
