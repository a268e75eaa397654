"""Annotators of one library are compared tag by tag; what they settle changes nobody's ear."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sklearn.metrics import cohen_kappa_score

from core.errors import UsageError
from core.evaluation import agreement as module
from core.evaluation.agreement import library_agreement, without_settled
from core.library.edits.edits import Adjudicate, JudgeRegion
from core.library.records import State
from core.library.store import Library
from tests.support.annotator_songs import decide, two_annotators
from tests.support.small_songs import tag_id


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with two_annotators(tmp_path / "library.db") as opened:
        yield opened


def test_every_tag_that_two_decided_on_is_compared_the_least_agreement_first(
    library: Library,
) -> None:
    found = library_agreement(library, ("Ann", "Bo"))
    assert found.annotators == (("Ann", 42), ("Bo", 40))
    assert [tag.tag for tag in found.tags] == ["kick", "piano"]
    kick, piano = found.tags
    assert (kick.figures.n_songs, kick.figures.n_agreed, kick.n_unsure) == (20, 16, 0)
    assert kick.sentence() == "Of 20 songs that both judged, they agree on 16."
    assert not kick.is_rare
    ann, bo = [1] * 10 + [0] * 10, [1] * 9 + [0] * 8 + [1] * 3
    assert kick.beyond_chance.value == pytest.approx(cohen_kappa_score(ann, bo), abs=1e-9)
    assert (piano.figures.n_songs, piano.figures.n_agreed, piano.n_unsure) == (19, 19, 1)
    assert piano.is_rare
    assert piano.beyond_chance == piano.figures.ac1
    assert (found.n_songs, found.n_agreed) == (39, 35)


def test_disagreements_are_listed_with_who_said_what(library: Library) -> None:
    found = library_agreement(library, ("Ann", "Bo"))
    kick = tag_id(library, "kick")
    assert [(one.song_id, one.tag_id) for one in found.disagreements] == [
        (10, kick), (18, kick), (19, kick), (20, kick),
    ]  # fmt: skip
    assert found.disagreements[0].states == (("Ann", State.YES), ("Bo", State.NO))
    assert found.n_disagreements == 4


def test_of_three_annotators_alpha_counts_all_and_kappa_says_why_not(library: Library) -> None:
    found = library_agreement(library)
    kick = found.tags[0]
    assert kick.figures.n_annotators == 3
    assert kick.figures.kappa.value is None
    assert kick.beyond_chance == kick.figures.alpha
    assert kick.sentence() == (
        "Of 20 songs that two or more of 3 annotators judged, all agree on 15."
    )
    assert found.disagreements[0].states == (
        ("Ann", State.YES), ("Bo", State.YES), ("Cyd", State.NO),
    )  # fmt: skip
    assert found.tags[1].figures.n_annotators == 2  # Cyd has not decided on piano


def test_what_is_settled_stands_beside_the_originals_and_counts_as_no_ear(
    library: Library,
) -> None:
    kick = tag_id(library, "kick")
    before = library_agreement(library, ("Ann", "Bo"))
    library.do(Adjudicate(10, kick, State.YES, ("Bo", "Ann")))
    after = library_agreement(library)
    assert [name for name, _ in after.annotators] == ["Ann", "Bo", "Cyd"]
    assert library_agreement(library, ("Ann", "Bo")).tags == before.tags
    settled = [one for one in after.disagreements if one.song_id == 10]
    assert [one.agreed for one in settled] == [State.YES]
    assert 10 not in [one.song_id for one in without_settled(after).disagreements]
    names = {annotator.name for annotator in library.annotators.list()}
    assert "agreed (Ann, Bo)" in names
    assert library.annotators.current.name == "Ann"
    assert library.annotations.of_song(10)[kick].state is State.YES
    beside = {one.annotator: one for one in library.colleagues.on_song(10)[kick]}
    assert {name: one.state for name, one in beside.items()} == {
        "Bo": State.NO, "agreed (Ann, Bo)": State.YES,
    }  # fmt: skip
    assert beside["agreed (Ann, Bo)"].agreed


def test_settling_can_be_changed_taken_back_and_undone(library: Library) -> None:
    kick = tag_id(library, "kick")
    library.do(Adjudicate(18, kick, State.YES, ("Ann", "Bo")))
    assert library.undo_label() == "kick: agreed on yes"
    library.do(Adjudicate(18, kick, State.NO, ("Ann", "Bo")))
    assert library.colleagues.agreed_on(kick) == {18: State.NO}
    assert not library.do(Adjudicate(18, kick, State.NO, ("Ann", "Bo")))
    library.undo()
    assert library.colleagues.agreed_on(kick) == {18: State.YES}
    library.do(Adjudicate(18, kick, None, ("Ann", "Bo")))
    assert library.colleagues.agreed_on(kick) == {}
    library.undo()
    library.undo()
    assert library.colleagues.agreed_on(kick) == {}


def test_regions_tags_of_one_and_songs_of_one_are_left_out(library: Library) -> None:
    library.do(JudgeRegion(3, tag_id(library, "kick"), 1.0, 2.0, State.NO))
    found = library_agreement(library, ("Ann", "Bo"))
    assert "female" not in [tag.tag for tag in found.tags]
    assert found.tags[0].figures.n_songs == 20
    only = library_agreement(library, ("Ann", "Bo"), {tag_id(library, "piano")})
    assert [tag.tag for tag in only.tags] == ["piano"]


def test_one_annotator_alone_is_compared_with_nobody(library: Library) -> None:
    found = library_agreement(library, ("Cyd",))
    assert (found.tags, found.n_disagreements) == ((), 0)
    with pytest.raises(UsageError, match="Dan"):
        library_agreement(library, ("Ann", "Dan"))


def test_very_many_disagreements_are_counted_and_the_first_are_listed(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_LISTED", 3)
    found = library_agreement(library, ("Ann", "Bo"))
    assert (len(found.disagreements), found.n_disagreements) == (3, 4)


def test_a_tag_on_which_somebody_is_only_unsure_has_no_figure(library: Library) -> None:
    decide(library, "Bo", "female", "??")
    found = library_agreement(library, ("Ann", "Bo"))
    female = found.tags[-1]
    assert (female.tag, female.figures.n_songs, female.n_unsure) == ("female", 0, 2)
    assert female.sentence() == "No song was judged by two annotators."
