"""Songs by what a decision came from, and by decisions on a part of the song."""

from __future__ import annotations

from core.library.edits.edits import Judge, JudgeRegion
from core.library.records import DecisionContext, DecisionSource, State
from core.library.store import Library
from tests.support.small_songs import tag_id


def test_what_a_decision_came_from_follows_every_edit(library: Library) -> None:
    kick, by_rule = tag_id(library, "kick"), DecisionContext(DecisionSource.RULE)
    library.do(Judge(2, kick, State.NO, by_rule))
    library.do(JudgeRegion(3, kick, 1.0, 2.0, State.YES, by_rule))
    assert library.search.ids("by:rule").tolist() == [2, 3]
    library.do(Judge(2, kick, State.NO))
    assert library.search.ids("by:rule").tolist() == [3]
    assert library.search.ids("by:ear -by:rule").tolist() == [2]
    library.undo()
    assert library.search.ids("by:rule").tolist() == [2, 3]
    library.annotators.use("Ann")  # the nameless one, who keeps what was decided
    assert library.search.ids("by:rule").tolist() == [2, 3]
    library.annotators.use("Bo")
    assert library.search.ids("by:rule").tolist() == []


def test_a_region_is_found_as_such_and_does_not_count_for_the_whole_song(library: Library) -> None:
    kick = tag_id(library, "kick")
    library.do(Judge(1, kick, State.YES))
    library.do(JudgeRegion(2, kick, 1.0, 2.0))
    library.do(JudgeRegion(2, kick, 3.0, 4.0))
    library.do(JudgeRegion(3, kick, 1.0, 2.0, State.NO))
    assert library.search.ids("kick").tolist() == [1]
    assert library.search.ids("region:kick").tolist() == [2]
    assert library.search.ids("kick OR region:kick").tolist() == [1, 2]
    assert library.search.ids("has:regions").tolist() == [2, 3]
    assert library.search.ids("empty:regions").tolist() == [1, 4]
    assert library.search.ids("untagged").tolist() == [2, 3, 4]
    assert library.search.facets()[kick] == 1
    assert library.search.only_in_regions() == {kick: 1}
    error = library.search.check("region:kikc")
    assert error is not None
    assert "“kick”" in error.remedy
    labels = library.annotations.labels()  # what is learned from
    assert labels.song_ids[(labels.states >= 0).any(axis=1)].tolist() == [1]
