"""A search by scores: what is said of a word that has none."""

from __future__ import annotations

import re

import pytest

from core.errors import QueryError
from core.library.edits.edits import AddTag
from core.library.records import NewModel
from core.library.store import Library


@pytest.mark.parametrize(
    ("word", "remedy"),
    [
        ("rhythm", r"This is a category; .* as in bass>0\.5"),
        ("snare", "Learn from your tags, or use a model that knows this one"),
        ("piana", "Did you mean “piano”"),
        ("xyz", "Choose one from the list of tags"),
    ],
)
def test_a_word_without_a_score_has_a_remedy_that_helps(
    library: Library, word: str, remedy: str
) -> None:
    model = library.models.add(NewModel("m", "choi_lstm", "m.safetensors", ("kick", "piano")))
    library.models.set_active(model.id)
    kind = library.codebook.find_category("rhythm")
    assert kind is not None
    library.do(AddTag("snare", kind.id))
    with pytest.raises(QueryError, match="does not know") as caught:
        library.search.ids(f"{word}>0.5")
    assert re.match(remedy, caught.value.remedy)


@pytest.mark.parametrize("word", ["kick>x", "year>x", "kick<=1O"])
def test_a_comparison_with_no_number_says_so(library: Library, word: str) -> None:
    with pytest.raises(QueryError, match="is not a number") as caught:
        library.search.ids(word)
    assert caught.value.remedy
    assert library.search.ids(f'"{word}"').tolist() == []


@pytest.mark.parametrize("text", ["kick>", "waltz>x", "a<b"])
def test_other_signs_are_text(library: Library, text: str) -> None:
    assert library.search.ids(text).tolist() == []
