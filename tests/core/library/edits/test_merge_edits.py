"""Two tags become one, one becomes two, and it is known before what that would touch."""

from __future__ import annotations

import pytest

from core.errors import LibraryError
from core.library.codebook.codebook_records import MergeAnswer, TagConflict
from core.library.edits import merge_edits
from core.library.edits.edits import (
    AddCategory,
    Judge,
    JudgeRegion,
    MergeCategories,
    MergeTags,
    RemoveTag,
    RestIsNo,
    RetireTag,
    SetIntensity,
    SplitTag,
    merge_slices,
)
from core.library.records import State
from core.library.store import Library
from tests.support.small_songs import tag_id

ANSWERS = {
    MergeAnswer.INTO: [State.NO, State.YES, State.UNSURE],
    MergeAnswer.FROM: [State.YES, State.NO, State.NO],
    MergeAnswer.YES: [State.YES, State.YES, State.UNSURE],
    MergeAnswer.UNSURE: [State.UNSURE, State.UNSURE, State.UNSURE],
}


def judge_both(library: Library) -> tuple[int, int]:
    """Songs 1 to 3 are judged on both, differently; 4 on one only."""
    tag, into = tag_id(library, "fast"), tag_id(library, "upbeat")
    pairs = [(State.YES, State.NO), (State.NO, State.YES), (State.NO, State.UNSURE)]
    for song, (state, into_state) in enumerate(pairs, start=1):
        library.do(Judge(song, tag, state), Judge(song, into, into_state))
    library.do(Judge(4, tag, State.YES))
    return tag, into


@pytest.mark.parametrize("answer", MergeAnswer)
def test_where_two_answers_differ_the_chosen_one_counts(
    library: Library, answer: MergeAnswer
) -> None:
    tag, into = judge_both(library)
    before = [library.annotations.of_song(song) for song in (1, 2, 3, 4)]
    library.do(MergeTags(tag, into, answer))
    states = [library.annotations.of_song(song)[into].state for song in (1, 2, 3)]
    assert states == ANSWERS[answer]
    assert library.annotations.of_song(4)[into].state is State.YES
    assert tag_id(library, "fast") == into
    library.undo()
    assert [library.annotations.of_song(song) for song in (1, 2, 3, 4)] == before
    library.redo()
    assert [library.annotations.of_song(song)[into].state for song in (1, 2, 3)] == states


def test_a_merge_in_slices_does_what_a_merge_does_and_is_one_undo(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merge_edits, "SONGS_PER_SLICE", 2)
    tag, into = judge_both(library)
    library.do(JudgeRegion(4, tag, 1.0, 2.0, State.YES), JudgeRegion(4, into, 1.0, 2.0, State.NO))
    songs = (1, 2, 3, 4)
    before = [library.annotations.of_song(song) for song in songs]
    merge = MergeTags(tag, into, MergeAnswer.UNSURE)
    slices = merge_slices(library, merge)
    assert [repr(edit).split("(")[0] for edit in slices] == ["MergeDecisions"] * 2 + ["MergeTags"]
    library.do(*slices)
    assert library.undo_label() == "Merge fast into upbeat"
    sliced = states_of(library, songs)
    library.undo()
    assert [library.annotations.of_song(song) for song in songs] == before
    library.do(merge)
    assert states_of(library, songs) == sliced


def states_of(library: Library, songs: tuple[int, ...]) -> list[object]:
    whole = [{t: a.state for t, a in library.annotations.of_song(s).items()} for s in songs]
    regions = [
        (region.tag_id, region.state)
        for song in songs
        for region in library.annotations.regions_of_song(song)
    ]
    return [whole, regions]


def test_a_tag_merged_into_itself_keeps_its_decisions(library: Library) -> None:
    tag, _into = judge_both(library)
    library.do(*merge_slices(library, MergeTags(tag, tag)))
    assert library.annotations.of_song(4)[tag].state is State.YES


def test_a_merge_says_before_which_songs_it_touches_and_where_answers_differ(
    library: Library,
) -> None:
    tag, into = judge_both(library)
    library.do(Judge(3, tag, State.UNSURE))
    library.do(JudgeRegion(4, tag, 1.0, 2.0, State.YES), JudgeRegion(4, into, 1.0, 2.0, State.NO))
    preview = library.tag_uses.merge_preview(tag, into)
    assert preview.song_ids == (1, 2, 3, 4)
    assert preview.n_both == 4
    assert preview.conflicts == (
        TagConflict(1, State.YES, State.NO),
        TagConflict(2, State.NO, State.YES),
        TagConflict(4, State.YES, State.NO, 1.0),
    )
    assert preview.n_disagreeing == 3


def test_a_rest_that_is_no_is_no_conflict_and_gives_way(library: Library) -> None:
    tag, into = tag_id(library, "fast"), tag_id(library, "upbeat")
    library.do(Judge(1, tag, State.YES), Judge(2, into, State.YES))
    library.do(RestIsNo((1,), (into,)), RestIsNo((2,), (tag,)))
    preview = library.tag_uses.merge_preview(tag, into)
    assert (preview.conflicts, preview.n_rest) == ((), 2)
    library.do(MergeTags(tag, into, MergeAnswer.UNSURE))
    assert [library.annotations.of_song(s)[into].state for s in (1, 2)] == [State.YES, State.YES]


def test_answers_that_agree_keep_the_intensity_of_the_tag_that_stays(library: Library) -> None:
    tag, into = tag_id(library, "fast"), tag_id(library, "upbeat")
    library.do(Judge(1, tag, State.YES), Judge(1, into, State.YES), SetIntensity(1, into, 0.4))
    library.do(MergeTags(tag, into, MergeAnswer.FROM))
    assert library.annotations.of_song(1)[into].intensity == 0.4


def test_a_split_moves_regions_too_and_is_one_undo(library: Library) -> None:
    deep = tag_id(library, "deep")
    library.do(Judge(1, deep, State.YES), Judge(2, deep, State.NO))
    library.do(JudgeRegion(1, deep, 1.0, 2.0, State.YES))
    library.do(SplitTag(deep, "deep house", (1,)))
    new = tag_id(library, "deep house")
    assert [region.tag_id for region in library.annotations.regions_of_song(1)] == [new]
    assert set(library.annotations.of_song(2)) == {deep}
    library.undo()
    assert library.codebook.find("deep house") is None
    assert set(library.annotations.of_song(1)) == {deep}


def test_merged_categories_have_all_tags_with_keys_of_their_own(library: Library) -> None:
    voice, rhythm = (library.codebook.find_category(name) for name in ("voice", "rhythm"))
    assert voice is not None
    assert rhythm is not None
    library.do(RetireTag(tag_id(library, "kick")))
    names = [tag.name for tag in library.codebook.tags() if tag.category_id == voice.id]
    moved = [tag.name for tag in library.codebook.tags() if tag.category_id == rhythm.id]
    library.do(MergeCategories(rhythm.id, voice.id))
    tags = [tag for tag in library.codebook.tags() if tag.category_id == voice.id]
    assert [tag.name for tag in tags] == names + moved
    assert len({tag.key for tag in tags}) == len(tags)
    assert library.codebook.find_category("rhythm") is None
    assert library.codebook.tag(tag_id(library, "kick")).category_id == voice.id
    library.undo()
    assert library.codebook.find_category("rhythm") == rhythm
    assert library.codebook.tag(tag_id(library, "drums")).category_id == rhythm.id


def test_only_a_tag_nothing_was_decided_on_can_be_deleted(library: Library) -> None:
    kick, drums = tag_id(library, "kick"), tag_id(library, "drums")
    library.do(Judge(1, kick, State.NO), JudgeRegion(2, drums, 1.0, 2.0, State.YES))
    assert library.tag_uses.used_tags() == {kick, drums}
    for tag in (kick, drums):
        with pytest.raises(LibraryError, match="cannot be deleted"):
            library.do(RemoveTag(tag))
    lead = tag_id(library, "bass lead")
    library.models.map_word("bass line", lead)
    library.do(RemoveTag(lead))
    assert library.codebook.find("bass lead") is library.codebook.find("basslead") is None
    library.undo()
    assert library.codebook.find("basslead") == library.codebook.tag(lead)
    assert library.models.word_mappings() == {"bass line": lead}


def test_another_annotators_decision_uses_a_tag_too(library: Library) -> None:
    kick = tag_id(library, "kick")
    library.do(Judge(1, kick, State.YES))
    library.annotators.use("someone else")
    assert library.tag_uses.is_used(kick)
    assert library.tag_uses.songs_judged_on(kick) == (1,)


def test_an_empty_category_merges_away(library: Library) -> None:
    library.do(AddCategory("scratch"))
    made = library.codebook.categories()[-1]
    library.do(MergeCategories(made.id, 1))
    assert library.codebook.find_category("scratch") is None
