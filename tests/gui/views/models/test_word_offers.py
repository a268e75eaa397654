"""Which tag a foreign word may mean, by its spelling."""

from __future__ import annotations

import pytest

from core.library.codebook.codebook_records import TagName
from core.library.records import Tag
from rhythmcap_gui.views.models.word_offers import SURE, offers


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("instrument---piano", "piano"),
        ("female vocalists", "female"),
        ("DRUM", "drums"),
        ("Deep-House", "deep house"),
        ("Pianos", "piano"),
        ("no vocals", None),
        ("male voice", None),
        ("qqqq", None),
    ],
)
def test_a_tag_spelled_alike_is_offered_and_never_its_opposite(word: str, tag: str | None) -> None:
    texts = ("piano", "female", "drums", "deep house", "female voice")
    names = [TagName(Tag(n, text, 1, "", "", n, "", "", "", None), text)
             for n, text in enumerate(texts)]  # fmt: skip
    found = offers(word, names)
    assert (found[0].tag.name if found else None) == tag


def test_a_tag_that_says_more_than_the_word_is_not_taken_unseen() -> None:
    name = TagName(Tag(1, "deep house", 1, "", "", 1, "", "", "", None), "deep house")
    assert offers("house", [name])[0].likeness < SURE
    assert offers("very deep house", [name])[0].likeness >= SURE
