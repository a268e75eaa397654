"""A draft of a tag gets free keys proposed, and is told what is in its way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.library.codebook.tag_draft import (
    CategoryDraft,
    DraftProblem,
    Fault,
    KnownWords,
    TagDraft,
    draft_problems,
    free_keys,
    proposed_key,
    tag_keys,
)
from core.library.codebook.tag_match import Name, find_tags, look_alikes
from core.library.store import Library


@pytest.fixture
def known(tmp_path: Path) -> Iterator[KnownWords]:
    """The words of a new library."""
    with Library.open(tmp_path / "library.db") as library:
        tags = library.codebook.tags()
        names = [Name(tag, tag.name) for tag in tags]
        yield KnownWords(library.codebook.categories(), tags, names)


def test_keys_are_letters_and_digits() -> None:
    assert free_keys(["a", "B"]).startswith("CDE")
    assert proposed_key("abc", "CDE") == "C"
    assert proposed_key("xyz", "CDE") == "C"
    assert proposed_key("xyz", "") == ""


def test_a_good_draft_has_no_problem(known: KnownWords) -> None:
    assert draft_problems(TagDraft(None, "kazoo", known.categories[0].id, None), known) == []


def test_every_fault_is_found(known: KnownWords) -> None:
    tag, category = known.tags[0], known.categories[0]
    draft = TagDraft(None, tag.name.upper(), tag.category_id, None, tag.key)
    assert draft_problems(draft, known) == [
        DraftProblem(Fault.NAME_TAKEN, tag.name),
        DraftProblem(Fault.KEY_TAKEN, tag.name, tag.key.upper()),
    ]
    assert draft_problems(replace(draft, tag_id=tag.id), known) == []
    assert draft_problems(TagDraft(None, " -", None, None), known) == [
        DraftProblem(Fault.NO_NAME),
        DraftProblem(Fault.NO_CATEGORY),
    ]
    taken = CategoryDraft(category.name, category.key, "#000000")
    assert draft_problems(TagDraft(None, "kazoo", None, taken), known) == [
        DraftProblem(Fault.CATEGORY_NAME_TAKEN, category.name),
        DraftProblem(Fault.CATEGORY_KEY_TAKEN, category.name, category.key.upper()),
    ]
    unnamed = CategoryDraft("", "", "#000000")
    assert draft_problems(TagDraft(None, "kazoo", None, unnamed), known) == [
        DraftProblem(Fault.NO_CATEGORY_NAME)
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
