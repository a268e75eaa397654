"""A saved line follows a tag or category to its new name, and only where it must name one."""

from __future__ import annotations

import pytest

from core.library.search.query_parser import parse_query
from core.library.search.query_renaming import Renaming


@pytest.mark.parametrize(
    ("line", "now"),
    [
        ("tag:kick", 'tag:"bass drum"'),
        ('-tag:"Kick" house', '-tag:"bass drum" house'),
        ("?kick", '?"bass drum"'),
        ("no:KICK judged:kick (region:kick OR untagged)",
         'no:"bass drum" judged:"bass drum" (region:"bass drum" OR untagged)'),
        ("kick>0.7 -predicted:kick", '"bass drum">0.7 -predicted:"bass drum"'),
        ("kick  > 70% intensity:kick>=0.5", '"bass drum"  > 70% intensity:"bass drum">=0.5'),
        ("kick title:kick empty:kick", "kick title:kick empty:kick"),
        ("tag:kicks intensity>0.5 unsure", "tag:kicks intensity>0.5 unsure"),
        ("tag:kick year:(", 'tag:"bass drum" year:('),
        ("", ""),
    ],
)  # fmt: skip
def test_terms_that_name_the_tag_have_its_new_name(line: str, now: str) -> None:
    assert Renaming("kick", "bass drum").rewrite(line) == now


def test_a_new_name_in_a_line_is_read_as_it_is_written() -> None:
    for name in ('12" mix', "-no", "AND", "untagged", "a:b", "back\\slash", "(x)"):
        renaming = Renaming("kick", name)
        for line in ("tag:kick -?kick", "region:kick year:1990", "kick>0.5 house"):
            there = renaming.rewrite(line)
            assert Renaming(name, "kick").rewrite(there) == line
            parse_query(there, is_finished=True)


def test_a_renamed_category_is_followed_where_it_is_one() -> None:
    renaming = Renaming("Voice", "the voices", is_category=True)
    line = "empty:voice OR -has:voice OR tag:voice OR voice"
    assert renaming.rewrite(line) == (
        'empty:"the voices" OR -has:"the voices" OR tag:voice OR voice'
    )
    # A field of songs has that name: the line would ask for another thing.
    assert Renaming("voice", "Note", is_category=True).rewrite("empty:voice") == "empty:voice"
    assert Renaming("note", "voice", is_category=True).rewrite("empty:note") == "empty:note"


def test_scores_may_stay_with_the_former_name() -> None:
    renaming = Renaming("kick", "drum", scores=False)
    assert renaming.rewrite("kick>0.5 tag:kick") == "kick>0.5 tag:drum"
