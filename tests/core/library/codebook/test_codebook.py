"""The codebook: the thesis's 63 words to begin with, and every change of meaning numbered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.errors import LibraryError
from core.library.edits.edits import (
    AddAlias,
    AddCategory,
    AddTag,
    Judge,
    MergeTags,
    MoveTag,
    RemoveAlias,
    RemoveCategory,
    RenameTag,
    RestoreTag,
    RetireTag,
    SetCategory,
    SetDefinition,
    SetTagLook,
    SplitTag,
)
from core.library.records import State
from core.library.store import Library
from tests.support.small_songs import tag_id

CATEGORIES = [
    "voice", "rhythm", "pace", "sound", "adjective", "instruments", "song type", "genre", "details",
]  # fmt: skip


def test_a_new_library_starts_with_the_63_tags_of_the_thesis(library: Library) -> None:
    assert [category.name for category in library.codebook.categories()] == CATEGORIES
    assert len(library.codebook.tags()) == 63
    assert library.codebook.version() == 1


def test_every_tag_is_reached_by_two_letters_that_nothing_else_has(library: Library) -> None:
    keys = {category.id: category.key for category in library.codebook.categories()}
    chords = [keys[tag.category_id] + tag.key for tag in library.codebook.tags()]
    assert all(len(chord) == 2 and chord.isalnum() for chord in chords)
    assert len(set(chords)) == len(chords) == 63
    assert len(set(keys.values())) == len(keys)


def test_no_category_takes_a_letter_the_player_needs(library: Library) -> None:
    assert not {category.key for category in library.codebook.categories()} & set("npbiou")


def test_the_words_as_the_professor_wrote_them_are_found_too(library: Library) -> None:
    for word, name in (("basslead", "bass lead"), ("12", "1 by 2"), ("getdown", "get down")):
        assert library.codebook.find(word) == library.codebook.find(name) is not None


def test_a_tag_is_found_whatever_its_letters_case(library: Library) -> None:
    rhythm = library.codebook.find_category("RHYTHM")
    assert rhythm is not None
    library.do(AddTag("  Straße   bei  Nacht ", rhythm.id))
    found = library.codebook.find("STRASSE BEI NACHT")
    assert found is not None
    assert found.name == "Straße bei Nacht"
    with pytest.raises(LibraryError, match="already"):
        library.do(AddTag("strasse bei nacht", rhythm.id))


def test_a_new_tag_gets_the_given_key_or_a_free_letter_of_its_name(library: Library) -> None:
    rhythm = library.codebook.find_category("rhythm")
    assert rhythm is not None
    library.do(AddTag("bongo", rhythm.id))  # b, k, l, d, t, u are taken
    library.do(AddTag("clave", rhythm.id, key="V"))
    library.do(AddTag("silence", rhythm.id, key=""))
    keys = [library.codebook.tag(tag_id(library, n)).key for n in ("bongo", "clave", "silence")]
    assert keys == ["o", "v", ""]
    with pytest.raises(LibraryError, match="taken"):
        library.do(AddTag("vamp", rhythm.id, key="v"))
    with pytest.raises(LibraryError, match="cannot be a key"):
        library.do(SetTagLook(tag_id(library, "silence"), key="ab"))


@pytest.mark.parametrize("name", ["", "   ", "a\0b", "bell\a", "x" * 201])
def test_an_unprintable_name_is_refused(library: Library, name: str) -> None:
    for edit in (AddTag(name, 1), AddCategory(name), RenameTag(1, name)):
        with pytest.raises(LibraryError):
            library.do(edit)


@pytest.mark.parametrize("name", ["🥁", "'; DROP TABLE tags; --", "שלום", 'say "no"', "%_*?-"])
def test_any_word_one_can_read_may_be_a_tag(library: Library, name: str) -> None:
    library.do(AddTag(name, 1))
    found = library.codebook.find(name)
    assert found is not None
    assert found.name == name


def test_changes_of_meaning_are_versions_and_changes_of_look_are_not(library: Library) -> None:
    kick = tag_id(library, "kick")
    library.do(SetTagLook(kick, key="q", colour="#123456"), MoveTag(kick, 1, 0))
    library.do(SetCategory(2, "beat", "b", "#654321", 8))
    assert library.codebook.version() == 1
    library.do(SetDefinition(kick, "The bass drum.", use_when="always"))
    library.do(RenameTag(kick, "bass drum"))
    library.do(RetireTag(kick))
    library.do(RestoreTag(kick))
    library.do(AddTag("new", 1))
    changes = [version.change for version in library.codebook.history()]
    assert changes == ["add", "restore", "retire", "rename", "define", "begin"]
    former = library.codebook.history(kick)[-1]
    assert former.before == {
        "definition": "The bass drum stands out.",
        "use_when": "It is felt on every beat, or its sound is remarkable.",
    }
    assert former.after == {"definition": "The bass drum.", "use_when": "always"}


def test_a_renamed_tag_is_found_by_its_former_name(library: Library) -> None:
    kick = tag_id(library, "kick")
    library.do(RenameTag(kick, "bass drum"))
    assert library.codebook.aliases(kick) == ("kick",)
    assert tag_id(library, "kick") == kick
    library.do(RenameTag(kick, "kick"))
    assert library.codebook.aliases(kick) == ("bass drum",)
    library.do(RenameTag(kick, "KICK"))
    assert library.codebook.tag(kick).name == "KICK"


def test_aliases_are_unique_among_all_names(library: Library) -> None:
    kick = tag_id(library, "kick")
    library.do(AddAlias(kick, "Bassdrum"))
    assert tag_id(library, "bassdrum") == kick
    with pytest.raises(LibraryError, match="already"):
        library.do(AddAlias(tag_id(library, "piano"), "BASSDRUM"))
    with pytest.raises(LibraryError, match="already"):
        library.do(AddTag("bassdrum", 1))
    library.do(RemoveAlias("bassdrum"))
    assert library.codebook.find("bassdrum") is None


def test_a_retired_tag_keeps_its_decisions_but_is_neither_shown_nor_learned(
    library: Library,
) -> None:
    kick = tag_id(library, "kick")
    library.do(Judge(1, kick, State.YES))
    library.do(RetireTag(kick))
    assert kick not in {tag.id for tag in library.codebook.tags()}
    assert kick in {tag.id for tag in library.codebook.tags(include_retired=True)}
    assert kick in library.annotations.of_song(1)
    assert (library.annotations.labels().states < 0).all()
    with pytest.raises(LibraryError, match="retired"):
        library.do(AddTag("kick", 1))
    library.do(RestoreTag(kick))
    assert library.annotations.labels().counts()["kick"] == (1, 0)


def test_merging_two_words_keeps_every_decision_and_both_names(library: Library) -> None:
    fast, upbeat = tag_id(library, "fast"), tag_id(library, "upbeat")
    library.do(Judge(1, fast, State.YES), Judge(2, fast, State.NO), Judge(2, upbeat, State.YES))
    library.do(MergeTags(fast, upbeat))
    assert tag_id(library, "fast") == upbeat
    assert library.annotations.of_song(1)[upbeat].state is State.YES
    assert library.annotations.of_song(2)[upbeat].state is State.YES
    library.undo()
    assert tag_id(library, "fast") == fast
    assert library.annotations.of_song(2)[fast].state is State.NO


def test_splitting_a_word_moves_the_decisions_of_the_songs_named(library: Library) -> None:
    deep = tag_id(library, "deep")
    library.do(*(Judge(song, deep, State.YES) for song in (1, 2, 3)))
    library.do(SplitTag(deep, "deep house", (2, 3)))
    new = tag_id(library, "deep house")
    assert library.annotations.counts_by_tag() == {deep: {State.YES: 1}, new: {State.YES: 2}}
    assert library.codebook.tag(new).category_id == library.codebook.tag(deep).category_id


def test_a_moved_tag_has_the_given_position(library: Library) -> None:
    kick = tag_id(library, "kick")
    voice = library.codebook.categories()[0].id
    library.do(MoveTag(kick, voice, 1))
    names = [tag.name for tag in library.codebook.tags() if tag.category_id == voice]
    assert names[:3] == ["male", "kick", "female"]
    with pytest.raises(LibraryError, match="still has tags"):
        library.do(RemoveCategory(voice))


def test_a_library_can_start_with_another_codebook(tmp_path: Path) -> None:
    file = tmp_path / "words.json"
    tags = [{"name": "syncopated", "key": "s", "definition": "Off the beat."}]
    categories = [{"name": "rhythm", "key": "r", "tags": tags}]
    file.write_text(json.dumps({"format": "rhythmcap-codebook", "categories": categories}))
    with Library.open(tmp_path / "library.db", codebook=file) as library:
        (tag,) = library.codebook.tags()
        assert (tag.name, tag.definition) == ("syncopated", "Off the beat.")


@pytest.mark.parametrize("text", ["", "[]", '{"format": "other"}', "{"])
def test_a_file_that_is_no_codebook_makes_no_library(tmp_path: Path, text: str) -> None:
    file = tmp_path / "words.json"
    file.write_text(text)
    with pytest.raises(LibraryError, match="not a codebook"):
        Library.open(tmp_path / "library.db", codebook=file)
    assert not (tmp_path / "library.db").exists()
