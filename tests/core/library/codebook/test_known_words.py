"""A draft of a tag gets free keys proposed, and is told what is in its way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.library.codebook.codebook_records import (
    CategoryDraft,
    DraftFault,
    DraftProblem,
    TagDraft,
    TagName,
    TypedTag,
)
from core.library.codebook.known_words import KnownWords, free_keys, tag_keys
from core.library.codebook.tag_match import find_tags, look_alikes
from core.library.records import Category, Tag
from core.library.store import Library


@pytest.fixture
def known(tmp_path: Path) -> Iterator[KnownWords]:
    """The words of a new library."""
    with Library.open(tmp_path / "library.db") as library:
        yield KnownWords.of(library.codebook)


def test_keys_are_letters_and_digits() -> None:
    assert free_keys(["a", "B"]).startswith("CDE")
    assert KnownWords.propose_key("abc", "CDE") == "C"
    assert KnownWords.propose_key("xyz", "CDE") == "C"
    assert KnownWords.propose_key("xyz", "") == ""


def test_a_good_draft_has_no_problem(known: KnownWords) -> None:
    assert known.problems(TagDraft(None, "kazoo", known.categories[0].id, None)) == []


def test_every_fault_is_found(known: KnownWords) -> None:
    tag, category = known.tags[0], known.categories[0]
    draft = TagDraft(None, tag.name.upper(), tag.category_id, None, tag.key)
    assert known.problems(draft) == [
        DraftProblem(DraftFault.NAME_TAKEN, tag.name, owner_id=tag.id),
        DraftProblem(DraftFault.KEY_TAKEN, tag.name, tag.key.upper()),
    ]
    assert known.problems(replace(draft, tag_id=tag.id)) == []
    assert known.problems(TagDraft(None, " -", None, None)) == [
        DraftProblem(DraftFault.NO_NAME),
        DraftProblem(DraftFault.NO_CATEGORY),
    ]
    taken = CategoryDraft(category.name, category.key, "#000000")
    assert known.problems(TagDraft(None, "kazoo", None, taken)) == [
        DraftProblem(DraftFault.CATEGORY_NAME_TAKEN, category.name, owner_id=category.id),
        DraftProblem(DraftFault.CATEGORY_KEY_TAKEN, category.name, category.key.upper()),
    ]
    unnamed = CategoryDraft("", "", "#000000")
    assert known.problems(TagDraft(None, "kazoo", None, unnamed)) == [
        DraftProblem(DraftFault.NO_CATEGORY_NAME)
    ]


def test_a_name_of_a_retired_tag_is_not_free(known: KnownWords) -> None:
    tag = known.tags[0]
    left = replace(known, tags=known.tags[1:], names=known.names[1:],
                   retired=[TagName(tag, tag.name)])  # fmt: skip
    assert left.problems(TagDraft(None, tag.name, tag.category_id, None)) == [
        DraftProblem(DraftFault.NAME_RETIRED, tag.name, owner_id=tag.id)
    ]


def test_a_tag_does_not_take_its_own_key(known: KnownWords) -> None:
    tag = known.tags[0]
    assert tag.key in tag_keys(known, tag.category_id, None)
    assert tag.key not in tag_keys(known, tag.category_id, tag.id)


def test_matches_come_best_first_and_look_alikes_are_noticed(known: KnownWords) -> None:
    female = next(name for name in known.names if name.text == "female")
    assert [match.name.text for match in find_tags("male", known.names)][:2] == ["male", "female"]
    assert [name.text for name in look_alikes("fe-males", known.names)] == ["female"]
    assert look_alikes("female", known.names, besides=female.tag.id) == []
    assert look_alikes("", known.names) == []


@pytest.mark.parametrize(
    ("typed", "letters", "sign", "category"),
    [
        ("kick", "kick", "", ""),
        (" - kick", "kick", "-", ""),
        ("?rhy: ki", "ki", "?", "rhythm"),
        ("Voice:", "", "", "voice"),
        ("none: kick", "none: kick", "", ""),
        (": kick", ": kick", "", ""),
        ("-", "", "-", ""),
        ("", "", "", ""),
    ],
)
def test_a_typed_tag_has_a_sign_and_a_category_before_it(
    typed: str, letters: str, sign: str, category: str
) -> None:
    ids = {"voice": 1, "rhythm": 2}
    categories = [Category(id_, name, "", "", id_) for name, id_ in ids.items()]
    found = KnownWords(categories).read(typed)
    expected = frozenset({ids[category]}) if category else frozenset()
    assert found == TypedTag(letters, sign, expected)


@pytest.mark.parametrize(
    ("typed", "letters", "number"),
    [
        ("voices7", "voices", "7"),
        ("Voices 7", "Voices", " 7"),
        ("?voices7", "voices", "7"),
        ("voices0", "voices0", ""),
        ("voices77", "voices77", ""),
        ("voi7", "voi", "7"),
        ("vox7", "vox7", ""),
        ("take5", "take5", ""),
        ("house 9", "house 9", ""),
        ("7", "7", ""),
    ],
)
def test_a_digit_behind_letters_is_a_level_unless_it_may_be_of_a_name(
    typed: str, letters: str, number: str
) -> None:
    names = ("voices", "take", "take5", "house", "house 90")
    tags = [Tag(n, name, 1, "", "", n, "", "", "", None) for n, name in enumerate(names)]
    found = KnownWords([], tags, [TagName(tag, tag.name) for tag in tags]).read(typed)
    assert (found.letters, found.number) == (letters, number)
    assert found.level == int(number or 0)
