"""A search line while it is typed: hints, spans of errors, and tags as filters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.library.search.query_line import QueryLine
from core.library.search.query_records import TagFilter, Vocabulary
from core.library.search.query_tokens import outer_parts, tokenize
from core.library.store import Library
from tests.support.small_songs import library_with

WORDS = Vocabulary(
    tags=["female", "male", "female choir", "drums", "recent"],
    predicted=["drums", "sitar"],
    categories=["voice", "rhythm"],
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with library_with(tmp_path / "library.db", 1) as opened:
        yield opened


def test_what_is_more_than_text_is_understood(library: Library) -> None:
    text = 'harbour -drums (house > 0.5 OR year:1990..) "night train" untagged'
    spans = QueryLine(text).understood(library.codebook)
    assert [text[start:end] for start, end in spans] == [
        "-drums", "house > 0.5", "year:1990..", "untagged"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("harbour (kick", "("),
        ("a year:nineties b", "year:nineties"),
        ('tag:"no such tag" b', 'tag:"no such tag"'),
        ("kick AND", "AND"),
    ],
)
def test_an_error_spans_its_bracket_or_term(line: str, wrong: str) -> None:
    start, end = QueryLine(line).error_span(line.index(wrong))
    assert line[start:end] == wrong


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("fem", ["female", "female choir"]),
        ("song -fem", ["female", "female choir"]),
        ("?rec", ["recent"]),
        ("drums", []),
        ("predicted:", ["drums", "sitar"]),
        ("-predicted:si", ["sitar"]),
        ("region:dr", ["drums"]),
        ("empty:v", ["voice"]),
        ("has:reg", ["regions"]),
        ("decided:", ["today", "yesterday"]),
        ("decid", ["decided:"]),
        ("by:r", ["rejected", "rest", "rule", "ear", "import"]),
        ("artist:fem", []),
        ('tag:"female c', ["female choir"]),
    ],
)
def test_hints_are_what_fits_the_field(text: str, hints: list[str]) -> None:
    assert QueryLine(text).hints(len(text), WORDS) == hints


@pytest.mark.parametrize(
    ("text", "hint", "whole"),
    [
        ("fem", "female", "female "),
        ("song -fem", "female choir", 'song -"female choir" '),
        ("pre", "predicted:", "predicted:"),
        ("predicted:dr", "drums", "predicted:drums "),
        ("-region:fe", "female choir", '-region:"female choir" '),
        ('tag:"female c', "female choir", 'tag:"female choir" '),
        ("decided:to", "today", "decided:today "),
        ("a (un", "untagged", "a (untagged "),
        ("?re", "recent", "?recent "),
        ("no", "not so", '"not so" '),
    ],
)
def test_a_hint_replaces_the_word_only(text: str, hint: str, whole: str) -> None:
    assert QueryLine(text).complete(len(text), hint) == (whole, len(whole))


@pytest.mark.parametrize(
    ("query", "tag_filter", "expected"),
    [
        ("", TagFilter.WITH, 'tag:"bass lead"'),
        ('tag:"bass lead" warm', TagFilter.WITH, "warm"),
        ('-tag:"bass lead"', TagFilter.WITHOUT, ""),
        ('"bass lead"', TagFilter.WITH, ""),
        ('"Bass Lead" warm', TagFilter.WITHOUT, '-tag:"bass lead" warm'),
        ('-"bass lead"', TagFilter.WITH, 'tag:"bass lead"'),
        ("warm OR dark", TagFilter.WITH, '(warm OR dark) tag:"bass lead"'),
        (
            '(warm OR "bass lead") dark',
            TagFilter.WITHOUT,
            '(warm OR "bass lead") dark -tag:"bass lead"',
        ),
        ('"bass lead" >  0.5', TagFilter.WITH, '"bass lead" > 0.5 tag:"bass lead"'),
    ],
)
def test_the_line_is_written_so_that_it_means_what_was_clicked(
    query: str, tag_filter: TagFilter, expected: str
) -> None:
    assert QueryLine(query).toggle_tag("bass lead", tag_filter) == expected


def test_a_tag_within_a_group_or_a_choice_is_not_taken_for_a_facet() -> None:
    assert outer_parts('(a OR b) -"c d" e') == ["(a OR b)", '-"c d"', "e"]
    assert QueryLine("(drums OR kick)").tag_filter("drums") is None
    assert QueryLine("drums OR kick").tag_filter("drums") is None
    assert QueryLine("NOT drums").tag_filter("drums") is None
    assert QueryLine("-Drums").tag_filter("drums") == TagFilter.WITHOUT


def test_a_term_with_an_error_can_be_left_out() -> None:
    assert QueryLine("song -year:abc folk").without_error(6) == "song  folk"


@given(st.text(alphabet='ab-():." \\', max_size=20))
def test_tokens_hold_all_but_the_blanks(line: str) -> None:
    tokens = tokenize(line)
    assert all(line[token.start : token.end] == token.text for token in tokens)
    between = [*(token.start for token in tokens), len(line)]
    ends = [0, *(token.end for token in tokens)]
    for end, start in zip(ends, between, strict=True):
        assert not line[end:start].strip()


@pytest.mark.parametrize(
    ("line", "flag", "without", "with_recent"),
    [
        ("", "", "", "recent"),
        ("untagged", "untagged", "", "recent"),
        ("harbour  UNTAGGED", "untagged", "harbour", "harbour recent"),
        ("review AND harbour", "review", "harbour", "harbour recent"),
        ("harbour NOT untagged", "", "harbour NOT untagged", "harbour NOT untagged recent"),
        ('harbour "untagged"', "", 'harbour "untagged"', 'harbour "untagged" recent'),
        ("a OR untagged", "", "a OR untagged", "(a OR untagged) recent"),
        ("(a OR b) unsure", "unsure", "a OR b", "(a OR b) recent"),
        ("untagged missing", "", "", "recent"),
    ],
)
def test_a_flag_is_one_filter_over_the_rest_of_the_line(
    line: str, flag: str, without: str, with_recent: str
) -> None:
    assert QueryLine(line).flag() == flag
    assert QueryLine(line).with_flag("") == without
    assert QueryLine(line).with_flag("recent") == with_recent


def test_of_a_line_that_is_wrong_the_rest_can_be_used(library: Library) -> None:
    search = library.search
    assert search.usable("kick") == "kick"
    assert search.usable("kick length:xx") == "kick"
    assert search.usable("length:xx") == ""


def test_a_line_names_tags_and_asks_for_review() -> None:
    line = QueryLine('predicted:kick>0.7 ?"bass lead" night -review')
    assert line.tag_names() == ["kick", "bass lead"]
    assert QueryLine("year:1990 review").is_review()
    assert not QueryLine("reviewed").is_review()
