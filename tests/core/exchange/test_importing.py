"""What a file of labels says comes in as planned, with one undo, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.exchange.import_plan import count_again, plan_import
from core.exchange.import_records import ImportChoices, ImportPlan, WordChoice, WordUse
from core.exchange.importing import import_in_slices
from core.exchange.label_records import (
    LabelFile,
    LabelledDecision,
    LabelledSong,
    LabelledWord,
    MissingMeans,
)
from core.exchange.label_source import LabelSource
from core.exchange.song_matching import MatchedBy, SongMatcher
from core.library.edits.edits import Judge, RestIsNo
from core.library.edits.import_edits import OnConflict
from core.library.records import DecisionSource, NewSong, State
from core.library.store import Library, run_to_end
from tests.support.round_trips import decisions, fresh_library, labelled_library, tag_id
from tests.support.small_songs import content

HASH = f"{1:032x}"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with fresh_library(tmp_path) as opened:
        yield opened


def file_of(*rows: tuple[LabelledSong, str, State]) -> LabelFile:
    file = LabelFile("test")
    for line, (song, name, state) in enumerate(rows, start=1):
        word = file.add_word(LabelledWord(name, "found"))
        file.decide(LabelledDecision(file.add_song(song), word, state, line=line))
    return file


def do(library: Library, file: LabelFile, choices: ImportChoices | None = None) -> ImportPlan:
    plan = plan_import(library, file, Path("/elsewhere/labels.csv"), choices)
    run_to_end(import_in_slices(library, plan))
    return plan


def song(number: int) -> LabelledSong:
    return LabelledSong(audio_hash=f"{number:032x}")


def match(library: Library, *songs: LabelledSong) -> list[tuple[MatchedBy, int]]:
    found = SongMatcher(library, Path("/elsewhere")).match(songs)
    return [(one.by, one.song_id) for one in found]


def test_songs_are_found_by_sound_path_ending_words_and_likeness(
    library: Library, tmp_path: Path
) -> None:
    assert match(
        library,
        song(2),
        LabelledSong(path=str(tmp_path / "Müsic, all" / "song 1.wav")),
        LabelledSong(path="D:\\old\\Müsic, all\\Song 3.mp3"),
        LabelledSong(artist="nobody's", title="PLAIN", duration_s=43.5),
        LabelledSong(artist="nobody's", title="PLAIN", duration_s=52.5),
        LabelledSong(artist="AC-DC", title="Fur Elisse"),
        LabelledSong(title="für elise"),
        LabelledSong(title="für elise", duration_s=12.0),
        LabelledSong(path="elsewhere/song 4.wav"),
        LabelledSong(path="elsewhere/song 9.wav", title="not there at all"),
    ) == [
        (MatchedBy.SOUND, 2),
        (MatchedBy.PATH, 1),
        (MatchedBy.PATH_ENDING, 3),
        (MatchedBy.WORDS, 4),
        (MatchedBy.NONE, 0),
        (MatchedBy.LIKENESS, 1),
        (MatchedBy.LIKENESS, 1),
        (MatchedBy.WORDS, 1),
        (MatchedBy.LIKENESS, 4),
        (MatchedBy.NONE, 0),
    ]


def test_what_two_songs_could_mean_is_not_guessed(library: Library, tmp_path: Path) -> None:
    library.songs.add(
        NewSong("f" * 32, tmp_path / "b" / "song 4.wav", 1, 1.0, "", "", "", None, 42.0, 1, 1)
    )
    assert match(library, LabelledSong(path="song 4.wav")) == [(MatchedBy.SEVERAL, 0)]
    assert match(library, LabelledSong(path="b/song 4.wav")) == [(MatchedBy.PATH_ENDING, 5)]
    twice = [LabelledSong(path=f"{folder}/b/song 4.wav") for folder in "xy"]
    assert match(library, *twice) == [(MatchedBy.SEVERAL, 0)] * 2


def test_a_song_that_only_has_another_length_is_told(library: Library) -> None:
    wanted = [LabelledSong(path="b/song 4.wav", duration_s=99.0), LabelledSong(path="x.wav")]
    found = SongMatcher(library, Path("/elsewhere")).match(wanted)
    assert [match.by for match in found] == [MatchedBy.NONE] * 2
    ours = library.songs.get(4)
    assert ours is not None
    assert [match.other_length_s for match in found] == [ours.duration_s, None]


def test_words_that_are_there_are_found_and_new_ones_made(library: Library) -> None:
    file = file_of(
        (song(1), "KICK", State.YES), (song(1), "Ki-ck", State.NO), (song(2), "theremin", State.NO)
    )
    plan = do(library, file)
    uses = [proposal.choice.use for proposal in plan.words]
    assert uses == [WordUse.TAG, WordUse.ALIAS, WordUse.NEW]
    assert library.codebook.find("ki-ck") == library.codebook.find("kick")
    assert decisions(library) == {
        (HASH, "Ann", "kick", "no", None, None, None),
        (f"{2:032x}", "Ann", "theremin", "no", None, None, None),
    }
    assert [fault.line for fault in plan.faults] == [1]
    sources = {d.source for d in library.annotations.of_song(1).values()}
    assert sources == {DecisionSource.IMPORT}


def test_one_undo_takes_all_of_it_back(library: Library) -> None:
    before = content(library)
    file = file_of((song(1), "kick", State.YES), (song(2), "theremin", State.NO))
    file.notes.append((0, "loud"))
    do(library, file)
    noted = library.songs.get(1)
    assert noted is not None
    assert noted.note == "loud"
    library.undo()
    assert content(library) == before
    library.redo()
    assert len(decisions(library)) == 2


def test_the_same_file_twice_changes_nothing(library: Library) -> None:
    file = file_of((song(1), "kick", State.YES), (song(2), "theremin", State.NO))
    file.notes.append((0, "loud,\nand slow"))
    do(library, file)
    once = content(library)
    plan = do(library, file)
    assert (plan.counts.n_new, plan.counts.n_same) == (0, 2)
    assert content(library) == once


@pytest.mark.parametrize(
    ("on_conflict", "kept"),
    [
        (OnConflict.MINE, {("Ann", "no")}),
        (OnConflict.THEIRS, {("Ann", "yes")}),
        (OnConflict.BOTH, {("Ann", "no"), ("Ann (labels.csv)", "yes")}),
    ],
)
def test_a_contradiction_is_settled_as_chosen(
    library: Library, on_conflict: OnConflict, kept: set[tuple[str, str]]
) -> None:
    library.do(Judge(1, tag_id(library, "kick"), State.NO))
    choices = ImportChoices(on_conflict=on_conflict)
    plan = do(library, file_of((song(1), "kick", State.YES)), choices)
    assert plan.counts.n_conflicts == 1
    assert plan.conflicts[0].state_here is State.NO
    assert plan.counts.n_new == (on_conflict is OnConflict.BOTH)
    assert plan.counts.n_changed == (on_conflict is OnConflict.THEIRS)
    assert {(key[1], key[3]) for key in decisions(library)} == kept


def test_a_no_that_was_the_rest_gives_way(library: Library) -> None:
    library.do(RestIsNo((1,), (tag_id(library, "kick"),)))
    plan = do(library, file_of((song(1), "kick", State.YES)))
    assert plan.counts.n_changed == plan.counts.n_rest == 1
    assert (plan.counts.n_conflicts, plan.conflicts) == (0, ())  # none that could be kept
    assert {key[3] for key in decisions(library)} == {"yes"}


def test_missing_means_no_only_where_a_song_has_a_decision(library: Library) -> None:
    file = file_of(
        (song(1), "kick", State.YES), (song(2), "piano", State.YES), (song(9), "dark", State.YES)
    )
    file.add_song(song(3))
    library.do(Judge(1, tag_id(library, "piano"), State.UNSURE))
    do(library, file, ImportChoices(missing=MissingMeans.NO, on_conflict=OnConflict.THEIRS))
    assert {(int(key[0]), key[2], key[3]) for key in decisions(library)} == {
        (1, "kick", "yes"), (1, "piano", "unsure"), (1, "dark", "no"),
        (2, "kick", "no"), (2, "piano", "yes"), (2, "dark", "no"),
    }  # fmt: skip


def test_choices_are_counted_again_without_reading_again(library: Library) -> None:
    file = file_of(
        (song(1), "kick", State.YES),
        (song(1), "theremin", State.YES),
        (LabelledSong(artist="AC-DC", title="Fur Elisse"), "dark", State.YES),
        (song(9), "dark", State.YES),
    )
    plan = plan_import(library, file, Path("labels.csv"))
    assert (plan.counts.n_new, plan.counts.n_lost) == (2, 2)
    ignored = {1: WordChoice(WordUse.IGNORE)}
    plan = count_again(
        library, ImportPlan(
            file, plan.name, ImportChoices(words=ignored, all_likely=True), plan.matches,
            plan.words, plan.counts,
        )
    )  # fmt: skip
    counts = plan.counts
    assert (counts.n_new, counts.n_lost, counts.n_ignored) == (2, 1, 1)


def test_annotators_of_a_file_are_added_and_nobody_is_renamed(tmp_path: Path) -> None:
    with Library.open(tmp_path / "nameless.db") as library:
        library.songs.add(NewSong(HASH, tmp_path / "a.wav", 1, 1.0, "", "", "", None, 42.0, 1, 1))
        file = file_of((song(1), "kick", State.YES))
        word = file.add_word(LabelledWord("piano"))
        file.decide(LabelledDecision(0, word, annotator="Cy", created_at="2020-01-02T03:04:05Z"))
        do(library, file)
        assert library.annotators.current.name == ""
        assert {(key[1], key[2]) for key in decisions(library)} == {("", "kick"), ("Cy", "piano")}


def test_a_word_that_cannot_be_a_tag_is_listed_and_the_others_come_in(library: Library) -> None:
    file = file_of((song(1), "x" * 500, State.YES), (song(1), "kick", State.YES))
    plan = do(library, file)
    assert len(plan.faults) == 1
    assert len(decisions(library)) == 1


def test_rows_that_are_replaced_are_listed_anew_with_every_choice(library: Library) -> None:
    file = file_of(
        (song(1), "kick", State.YES), (song(1), "KICK", State.NO), (song(1), "x" * 500, State.YES)
    )
    plan = plan_import(library, file, Path("labels.csv"))
    assert len(plan.faults) == 2
    choices = ImportChoices(words={1: WordChoice(WordUse.IGNORE)})
    plan = count_again(library, replace(plan, choices=choices))
    assert [fault.text for fault in plan.faults] == ["x" * 500]


def test_a_file_counts_its_decisions_by_word_and_the_songs_that_have_any() -> None:
    file = file_of((song(1), "kick", State.YES), (song(2), "kick", State.NO))
    file.add_word(LabelledWord("dark"))
    file.add_song(song(3))
    assert file.decisions.n_of_words() == {0: 2}
    assert file.decisions.judged_songs() == {0, 1}
    assert file.decisions.annotators() == ("",)
    file.decide(LabelledDecision(0, 0, annotator="Cy", created_at="2020-01-02T03:04:05Z"))
    assert file.decisions.annotators() == ("", "Cy")


def test_chosen_songs_are_written_in_their_order(tmp_path: Path) -> None:
    with labelled_library(tmp_path) as library:
        source = LabelSource(library, song_ids=[3, 1])
        assert [labels.song.id for labels in source.songs()] == [3, 1]


def test_the_sides_of_a_published_split_are_kept(library: Library) -> None:
    file = LabelFile("test", split="folders")
    word = file.add_word(LabelledWord("kick"))
    for number, side in ((1, "train"), (2, "test"), (3, ""), (9, "test")):
        one = LabelledSong(audio_hash=f"{number:032x}", side=side)
        file.decide(LabelledDecision(file.add_song(one), word))
    do(library, file)
    assert library.evaluation.named_split("folders") == {1: "train", 2: "test"}
    library.undo()
    assert library.evaluation.named_splits() == {}
