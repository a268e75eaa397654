"""New words of a file are compared with each other: one spelling is proposed, likeness offered."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import ExchangeError
from core.exchange import word_proposals
from core.exchange.import_plan import plan_import
from core.exchange.import_records import ImportChoices, ImportPlan, WordChoice, WordUse
from core.exchange.importing import import_in_slices
from core.exchange.label_records import LabelFile, LabelledDecision, LabelledSong, LabelledWord
from core.exchange.word_map import choices_of
from core.library.codebook.tag_match import look_alikes_among
from core.library.store import Library, run_to_end
from tests.support.round_trips import decisions

PATH = Path("/elsewhere/labels.csv")


def file_of(*words: str) -> LabelFile:
    """A file in which every word is true of the first song."""
    file = LabelFile("test")
    song = file.add_song(LabelledSong(audio_hash=f"{1:032x}"))
    for line, name in enumerate(words, start=1):
        word = file.add_word(LabelledWord(name, "found"))
        file.decide(LabelledDecision(song, word, line=line))
    return file


def alike(plan: ImportPlan) -> dict[str, list[str]]:
    """The words of a file with those that they look like."""
    words = plan.file.words
    return {
        word.name: [words[other].name for other in plan.alike_words(number)]
        for number, word in enumerate(words)
    }


def names_of(library: Library, name: str) -> set[str]:
    tag = library.codebook.find(name)
    assert tag is not None
    return {tag.name, *library.codebook.aliases(tag.id)}


def test_words_of_the_same_letters_become_one_tag_with_all_their_names(fresh: Library) -> None:
    file = file_of("Hi-Hat", "hihat", "hi hat", "HI-HAT", "vesper")
    plan = plan_import(fresh, file, PATH)
    assert {w.choice.name for w in plan.words} == {"Hi-Hat", "vesper"}
    assert (plan.counts.n_words, plan.counts.n_new, plan.counts.n_twice) == (2, 2, 3)
    run_to_end(import_in_slices(fresh, plan))
    assert names_of(fresh, "hihat") == {"Hi-Hat", "hihat", "hi hat"}
    again = plan_import(fresh, file, PATH)
    assert {w.choice.use for w in again.words} == {WordUse.TAG}
    assert (again.counts.n_new, again.counts.n_of_codebook) == (0, 0)


def test_words_that_are_nearly_the_same_are_offered_and_not_joined(fresh: Library) -> None:
    plan = plan_import(fresh, file_of("acapella", "acappella", "scratch", "scratches", "zz"), PATH)
    assert alike(plan) == {
        "acapella": ["acappella"], "acappella": ["acapella"], "scratch": ["scratches"],
        "scratches": ["scratch"], "zz": [],
    }  # fmt: skip
    assert plan.counts.n_words == 5


def test_one_that_is_joined_is_another_name_and_no_longer_alike(fresh: Library) -> None:
    file = file_of("acapella", "acappella")
    choice = WordChoice(WordUse.NEW, name="acappella", category="found")
    plan = plan_import(fresh, file, PATH, ImportChoices(words={0: choice}))
    assert alike(plan) == {"acapella": [], "acappella": []}
    assert (plan.counts.n_words, plan.counts.n_new) == (1, 1)
    run_to_end(import_in_slices(fresh, plan))
    assert names_of(fresh, "acapella") == {"acappella", "acapella"}
    assert {key[2] for key in decisions(fresh)} == {"acappella"}


def test_a_word_that_is_renamed_by_hand_is_no_other_name(fresh: Library) -> None:
    choice = WordChoice(WordUse.NEW, name="ether wave", category="found")
    plan = plan_import(fresh, file_of("zz"), PATH, ImportChoices(words={0: choice}))
    run_to_end(import_in_slices(fresh, plan))
    assert names_of(fresh, "ether wave") == {"ether wave"}


def test_a_list_of_words_may_name_another_word_of_the_file(fresh: Library) -> None:
    file = file_of("acapella", "acappella", "zz", "ki-ck")
    targets = {"acapella": ("acappella", 1), "zz": ("Ki-ck", 2)}
    choices = choices_of(targets, PATH, file, fresh)
    kick = fresh.codebook.find("kick")
    assert kick is not None
    assert (choices[0].name, choices[0].use) == ("acappella", WordUse.NEW)
    assert choices[2].tag_id == kick.id
    for wrong in ("nowhere", "acapella"):  # the latter is itself told otherwise
        with pytest.raises(ExchangeError, match="no other word of the file"):
            choices_of({"acapella": ("acappella", 1), "zz": (wrong, 2)}, PATH, file, fresh)


@pytest.mark.parametrize(("one", "other"), [("Q# major", "Q major"), ("zz+", "zz"), ("Q&R", "QR")])
def test_signs_that_tell_words_apart_join_none(one: str, other: str, fresh: Library) -> None:
    plan = plan_import(fresh, file_of(one, other), PATH)
    assert [word.choice.name for word in plan.words] == [one, other]
    assert plan.counts.n_words == 2


def test_numbers_in_words_tell_them_apart() -> None:
    words = ["120 bpm", "121 bpm", "kicks", "kick", "", "?"]
    assert look_alikes_among(words) == [[], [], [3], [2], [], []]


def test_very_many_words_are_only_compared_by_their_letters(
    fresh: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_proposals, "MAX_COMPARED", 2)
    plan = plan_import(fresh, file_of("acapella", "acappella", "hi-hat", "hihat"), PATH)
    assert not any(alike(plan).values())
    assert plan.counts.n_words == 3
