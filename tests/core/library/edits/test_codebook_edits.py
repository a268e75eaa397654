"""Words of a file come into a library, categories into order; an unused codebook is cleared."""

from __future__ import annotations

import pytest

from core.errors import LibraryError
from core.library.codebook.codebook_file import read_codebook, template_file
from core.library.codebook.codebook_records import CategoryWords, TagWords, WordStatus
from core.library.codebook.new_words import new_words, word_status
from core.library.edits.edits import (
    AddWords,
    ClearCodebook,
    Judge,
    MoveCategory,
    RetireTag,
)
from core.library.records import State
from core.library.store import Library
from tests.support.small_songs import tag_id


def test_only_words_that_are_new_are_added(library: Library) -> None:
    library.do(RetireTag(tag_id(library, "piano")))
    tags = tuple(TagWords(name) for name in ("Kick", "basslead", "piano", "shaker", "SHAKER"))
    rhythm = CategoryWords("Rhythm", tags=tags)
    assert [tag.name for c in new_words(library.codebook, [rhythm]) for tag in c.tags] == ["shaker"]
    statuses = [word_status(library.codebook, tag.name) for tag in tags]
    new, known, retired = WordStatus.NEW, WordStatus.KNOWN, WordStatus.RETIRED
    assert statuses == [known, known, retired, new, new]
    library.do(AddWords("mine", (rhythm,)))
    shaker = library.codebook.tag(tag_id(library, "shaker"))
    category = library.codebook.find_category("rhythm")
    assert category is not None
    assert shaker.category_id == category.id
    assert shaker.key == "s"
    assert library.undo_label() == "Add words of mine"
    library.undo()
    assert library.codebook.find("shaker") is None


def test_a_template_beside_the_own_words_keeps_every_key_unique(library: Library) -> None:
    for name in ("orchestral", "pop", "electronic"):
        words = read_codebook(template_file(name))
        library.do(AddWords(words.name, words.categories))
    categories = library.codebook.categories()
    keys = [category.key for category in categories if category.key]
    assert len(set(keys)) == len(keys)
    for category in categories:
        own = [t.key for t in library.codebook.tags() if t.category_id == category.id and t.key]
        assert len(set(own)) == len(own)
    library.undo()
    library.undo()
    library.undo()
    assert len(library.codebook.tags()) == 63


def test_an_alias_that_is_another_words_name_is_left_out(library: Library) -> None:
    words = CategoryWords("new", tags=(TagWords("bass drum", aliases=("kick", "thump")),))
    library.do(AddWords("mine", (words,)))
    assert library.codebook.aliases(tag_id(library, "bass drum")) == ("thump",)
    assert library.codebook.tag(tag_id(library, "kick")).name == "kick"


def test_words_that_are_all_known_leave_no_trace(library: Library) -> None:
    words = read_codebook(template_file("thesis"))
    assert not library.do(AddWords(words.name, words.categories))
    assert library.undo_label() is None


def test_an_unused_codebook_gives_way_to_another_with_one_undo(library: Library) -> None:
    before = [tag.name for tag in library.codebook.tags()]
    words = read_codebook(template_file("neutral"))
    library.do(ClearCodebook(), AddWords(words.name, words.categories), label="New words")
    expected = [tag.name for category in words.categories for tag in category.tags]
    assert [tag.name for tag in library.codebook.tags()] == expected
    library.undo()
    assert [tag.name for tag in library.codebook.tags()] == before
    library.redo()
    assert [tag.name for tag in library.codebook.tags()] == expected


def test_a_used_codebook_cannot_be_cleared(library: Library) -> None:
    library.do(Judge(1, tag_id(library, "kick"), State.YES))
    with pytest.raises(LibraryError, match="cannot be replaced"):
        library.do(ClearCodebook())


def test_a_moved_category_stands_where_it_was_put(library: Library) -> None:
    names = [category.name for category in library.codebook.categories()]
    library.do(MoveCategory(library.codebook.categories()[0].id, 2))
    moved = [category.name for category in library.codebook.categories()]
    assert moved[:3] == [names[1], names[2], names[0]]
    tags = library.codebook.tags()
    assert tags[0].name == "bass"
    library.undo()
    assert [category.name for category in library.codebook.categories()] == names
