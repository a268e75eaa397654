"""Searches that the user keeps: every change can be undone, and they follow what is renamed."""

from __future__ import annotations

import pytest

from core.errors import LibraryError
from core.library.edits.edits import (
    AddAlias,
    Edit,
    MergeCategories,
    MergeTags,
    MoveSearch,
    RemoveAlias,
    RemoveSearch,
    RenameSearch,
    RenameTag,
    SaveSearch,
    SetCategory,
)
from core.library.store import Library
from tests.support.small_songs import tag_id


def kept(library: Library) -> list[tuple[str, str]]:
    return [(search.name, search.query) for search in library.search.saved()]


def category_id(library: Library, name: str) -> int:
    category = library.codebook.find_category(name)
    assert category is not None
    return category.id


def test_each_change_is_one_undo(library: Library) -> None:
    edits: list[Edit] = [
        SaveSearch("Early", "year:..1992"),
        SaveSearch("Late", "year:1997.."),
        SaveSearch("Early", "year:..1991"),
        MoveSearch("Late", -1),
        RenameSearch("Late", "Nineties"),
        RemoveSearch("Early"),
    ]
    states = [kept(library)]
    for edit in edits:
        assert library.do(edit).searches
        states.append(kept(library))
    assert states[-1] == [("Nineties", "year:1997..")]
    for state in reversed(states[:-1]):
        done = library.undo()
        assert done is not None
        assert done[1].searches
        assert kept(library) == state
    while library.redo():
        pass
    assert kept(library) == states[-1]


def test_two_searches_have_two_names(library: Library) -> None:
    library.do(SaveSearch("Early", "a"), SaveSearch("Late", "b"))
    with pytest.raises(LibraryError, match="already"):
        library.do(RenameSearch("Late", "Early"))
    assert library.do(RenameSearch("Gone", "Back"), MoveSearch("Gone", 1)) == library.do()
    assert kept(library) == [("Early", "a"), ("Late", "b")]


def renamings(library: Library) -> dict[str, Edit]:
    kick, drums = tag_id(library, "kick"), tag_id(library, "drums")
    voice, rhythm = category_id(library, "voice"), category_id(library, "rhythm")
    return {
        "tag": RenameTag(kick, "bass drum"),
        "merged tag": MergeTags(kick, drums),
        "category": SetCategory(voice, "singing"),
        "merged category": MergeCategories(voice, rhythm),
    }


@pytest.mark.parametrize(
    ("change", "queries"),
    [
        ("tag", ['tag:"bass drum" -empty:voice', 'region:"bass drum"']),
        ("merged tag", ["tag:drums -empty:voice", "region:drums"]),
        ("category", ["tag:kick -empty:singing", "region:kick"]),
        ("merged category", ["tag:kick -empty:rhythm", "region:kick"]),
    ],
)
def test_what_is_renamed_or_merged_is_followed_in_the_same_undo(
    library: Library, change: str, queries: list[str]
) -> None:
    library.do(SaveSearch("a", "tag:kick -empty:voice"), SaveSearch("b", "region:kick"))
    before, label = kept(library), library.undo_label()
    library.do(renamings(library)[change])
    assert [query for _name, query in kept(library)] == queries
    assert all(library.search.check(query) is None for query in queries)
    library.undo()
    assert (kept(library), library.undo_label()) == (before, label)


def test_another_name_that_goes_is_followed_to_the_tag(library: Library) -> None:
    library.do(AddAlias(tag_id(library, "kick"), "bd"), SaveSearch("a", "tag:bd -bd>0.5"))
    library.do(RemoveAlias("bd"))
    assert kept(library) == [("a", "tag:kick -bd>0.5")]  # a model may have a word of its own
    library.undo()
    assert kept(library) == [("a", "tag:bd -bd>0.5")]


def test_searches_that_name_something_else_are_not_touched(library: Library) -> None:
    library.do(SaveSearch("a", "tag:piano kick"))
    assert not library.do(RenameTag(tag_id(library, "kick"), "bass drum")).searches
