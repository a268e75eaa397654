"""The search line as a language: what parses to which query, and how errors are explained."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import QueryError
from core.library.records import DecisionSource, State
from core.library.search.query import (
    DATE_FIELDS,
    FLAGS,
    TEXT_FIELDS,
    And,
    Dated,
    DecidedBy,
    Empty,
    Everything,
    Flag,
    InField,
    InRegion,
    Interval,
    Judged,
    Not,
    Number,
    Or,
    Query,
    TagValue,
    Words,
    write_query,
)
from core.library.search.query_parser import parse_query, parse_terms

YES, NO, UNSURE = State.YES, State.NO, State.UNSURE

MEANINGS: dict[str, Query] = {
    "": Everything(),
    "   ": Everything(),
    "harbour": Words("harbour"),
    "Sunday Gardeners": And((Words("Sunday"), Words("Gardeners"))),
    '"Sunday Gardeners"': Words("Sunday Gardeners", True),
    '"still open': Words("still open", True),
    r'"a \"b\" \\ c"': Words('a "b" \\ c', True),
    "kick": Words("kick"),
    "-kick": Not(Words("kick")),
    "NOT kick": Not(Words("kick")),
    "?kick": Judged("kick", UNSURE),
    '?"bass lead"': Judged("bass lead", UNSURE),
    "tag:kick": Judged("kick", YES),
    "no:kick": Judged("kick", NO),
    "judged:kick": Judged("kick", None),
    'tag:""': Judged("", YES),
    "empty:voice": Empty("voice"),
    'empty:"song type"': Empty("song type"),
    "predicted:house>0.7": TagValue("predicted", "house", Interval(low=0.7, low_closed=False)),
    "predicted:house>=70%": TagValue("predicted", "house", Interval(low=0.7)),
    'predicted:"bass lead"<.5': TagValue(
        "predicted", "bass lead", Interval(high=0.5, high_closed=False)
    ),
    "predicted:house<=0,5": TagValue("predicted", "house", Interval(high=0.5)),
    "predicted:house": TagValue("predicted", "house", Interval(low=0.5)),
    "predicted:house=0.4..0.6": TagValue("predicted", "house", Interval(0.4, 0.6)),
    "intensity:kick>0.5": TagValue("intensity", "kick", Interval(low=0.5, low_closed=False)),
    "intensity:>=0.5": TagValue("intensity", "", Interval(low=0.5)),
    "year:1990..1995": Number("year", Interval(1990, 1995)),
    "year:1990": Number("year", Interval(1990, 1990)),
    "year:1990..": Number("year", Interval(low=1990)),
    "year:..1995": Number("year", Interval(high=1995)),
    "year:<1990": Number("year", Interval(high=1990, high_closed=False)),
    "length:>300": Number("length", Interval(low=300, low_closed=False)),
    "length:2:00..4:30": Number("length", Interval(120, 270)),
    "length:>1:00:00": Number("length", Interval(low=3600, low_closed=False)),
    "added:2026-01..": Dated("added", "2026-01", ""),
    "added:2026-01-15": Dated("added", "2026-01-15", "2026-01-15"),
    "added:2025..2026-02": Dated("added", "2025", "2026-02"),
    "added:2026-1-5..today": Dated("added", "2026-01-05", "today"),
    "added:>2025-12": Dated("added", "2026-01", ""),
    "decided > 2026-01-31": Dated("decided", "2026-02-01", ""),
    "decided:<2026": Dated("decided", "", "2025"),
    "decided:yesterday": Dated("decided", "yesterday", "yesterday"),
    "by:rule": DecidedBy(DecisionSource.RULE),
    "-BY:Ear": Not(DecidedBy(DecisionSource.EAR)),
    "region:kick": InRegion("kick"),
    'region:"bass lead"': InRegion("bass lead"),
    "has:regions": Not(Empty("regions")),
    "-has:voice": Not(Not(Empty("voice"))),
    "house > 0.5": TagValue("predicted", "house", Interval(low=0.5, low_closed=False)),
    "house>.5 -drums": And(
        (TagValue("predicted", "house", Interval(low=0.5, low_closed=False)), Not(Words("drums")))
    ),
    '"bass lead" <= 30%': TagValue("predicted", "bass lead", Interval(high=0.3)),
    "predicted:house > 0.7": TagValue("predicted", "house", Interval(low=0.7, low_closed=False)),
    "year > 1990": Number("year", Interval(low=1990, low_closed=False)),
    "length:>= 5:00": Number("length", Interval(low=300)),
    "a > b": And((Words("a"), Words(">"), Words("b"))),
    'artist:"x"': InField("artist", "x", True),
    "artist:har": InField("artist", "har"),
    "NOTE:waltz": InField("note", "waltz"),
    'note:""': InField("note", "", True),
    "untagged": Flag("untagged"),
    "Missing": Flag("missing"),
    "unsure review recent": And((Flag("unsure"), Flag("review"), Flag("recent"))),
    '"missing"': Words("missing", True),
    "a OR b c": Or((Words("a"), And((Words("b"), Words("c"))))),
    "a AND (b OR c)": And((Words("a"), Or((Words("b"), Words("c"))))),
    "a and b": And((Words("a"), Words("and"), Words("b"))),
    "(a b) c": And((Words("a"), Words("b"), Words("c"))),
    "-(a OR b)": Not(Or((Words("a"), Words("b")))),
    "NOT NOT a": Not(Not(Words("a"))),
    "Simon & Garfunkel - Live": And(
        (Words("Simon"), Words("&"), Words("Garfunkel"), Words("-"), Words("Live"))
    ),
    "4:33": Words("4:33"),
}

PROBLEMS: dict[str, int] = {
    "harbour (kick": 8,
    "harbour)": 7,
    "kick AND": 5,
    "AND kick": 0,
    "kick OR": 5,
    "OR kick": 0,
    "a AND AND b": 6,
    "NOT": 0,
    "a (NOT)": 3,
    "genre:house": 0,
    "kick Re:Stacks": 5,
    "year:": 0,
    "year:nineties": 0,
    "year:>": 0,
    "year:..": 0,
    "a year:1990..x": 2,
    "predicted:>0.7": 0,
    "predicted:kick>": 0,
    "predicted:kick>>1": 0,
    "predicted:kick>1e999": 0,
    'predicted:"bass lead"x': 0,
    "added:2026-13": 0,
    "added:tomorrow": 0,
    "by:": 0,
    "kick by:nobody": 5,
    "kick >0.5 > 0.3": 10,
    "(kick) > 0.3": 7,
    "year:1990 .. 1995": 10,
    "region:": 0,
    " ".join(["word"] * 101): 500,
    "added:..": 0,
    "length:4:75": 0,
    "?(a)": 0,
    "tag:": 0,
    "(" * 60 + "a" + ")" * 60: 51,
    "-" * 80 + "a": 51,
}


@pytest.mark.parametrize("line", MEANINGS)
def test_a_line_is_parsed_as_documented(line: str) -> None:
    assert parse_query(line) == MEANINGS[line]


@pytest.mark.parametrize("line", PROBLEMS)
def test_a_wrong_line_is_explained_with_its_position(line: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(line)
    assert caught.value.position == PROBLEMS[line]
    assert caught.value.message.endswith(".")
    assert caught.value.remedy.endswith((".", "”.", "?"))


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ('-kick (house > 0.5 OR tag:"a b")', ["kick", "house > 0.5", 'tag:"a b"']),
        ("year:1990.. AND year:x", ["year:1990.."]),
        ("?kick (open", ["?kick", "open"]),
    ],
)  # fmt: skip
def test_terms_have_positions(line: str, texts: list[str]) -> None:
    assert [line[term.start : term.end] for term in parse_terms(line)] == texts


def test_a_term_keeps_its_position() -> None:
    parsed = parse_query("harbour  tag:kikc")
    assert isinstance(parsed, And)
    assert [part.position for part in parsed.parts if isinstance(part, Words | Judged)] == [0, 9]


WORD_LETTERS = st.characters(
    codec="utf-8", exclude_categories=("Z", "C"), exclude_characters='()":\\<>'
)
plain_words = (
    st.text(WORD_LETTERS, min_size=1, max_size=8)
    .filter(lambda word: word[0] not in "-?" or len(word) == 1)
    .filter(lambda word: word != "..")
    .filter(lambda word: word.lower() not in FLAGS and word not in ("AND", "OR", "NOT"))
    .filter(lambda word: not any(letter.isspace() for letter in word))
)
any_text = st.text(st.characters(codec="utf-8"), max_size=12)
numbers = st.floats(-1e6, 1e6).map(lambda value: float(f"{value:.12g}"))
intervals = st.one_of(
    numbers.map(lambda n: Interval(n, n)),
    st.builds(lambda n, is_closed: Interval(low=n, low_closed=is_closed), numbers, st.booleans()),
    st.builds(lambda n, is_closed: Interval(high=n, high_closed=is_closed), numbers, st.booleans()),
    st.tuples(numbers, numbers).map(lambda ends: Interval(*sorted(ends))),
)
days = st.dates().filter(lambda day: 1900 <= day.year <= 9000).map(str)
dates = st.builds(lambda day, length: day[:length], days, st.sampled_from((4, 7, 10)))
terms: st.SearchStrategy[Query] = st.one_of(
    plain_words.map(Words),
    any_text.map(lambda text: Words(text, True)),
    st.builds(InField, st.sampled_from(TEXT_FIELDS), any_text, st.just(True)),
    st.builds(InField, st.sampled_from(TEXT_FIELDS), plain_words),
    st.builds(Judged, any_text, st.sampled_from([YES, NO, UNSURE, None])),
    st.builds(Number, st.sampled_from(["year", "length"]), intervals),
    st.builds(TagValue, st.just("predicted"), any_text.filter(bool), intervals),
    st.builds(TagValue, st.just("intensity"), any_text, intervals),
    st.builds(
        lambda name, ends: Dated(name, *sorted(ends)),
        st.sampled_from(DATE_FIELDS),
        st.tuples(dates, dates),
    ),
    dates.map(lambda day: Dated("decided", day, "")),
    st.sampled_from(DecisionSource).map(DecidedBy),
    any_text.filter(bool).map(InRegion),
    any_text.filter(bool).map(Empty),
    st.sampled_from(FLAGS).map(Flag),
)


def joined(operator: type[And] | type[Or], parts: list[Query]) -> Query:
    flat: list[Query] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, And | Or) and type(part) is operator else [part])
    return operator(tuple(flat))


queries: st.SearchStrategy[Query] = st.recursive(
    terms,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: joined(And, parts)),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: joined(Or, parts)),
    ),
    max_leaves=8,
)


@given(queries)
def test_every_query_is_parsed_as_it_was_written(query: Query) -> None:
    assert parse_query(write_query(query)) == query


@given(st.text(alphabet='ab-?()":.<>= ANDORTkick\\', max_size=40) | st.text(max_size=40))
def test_any_text_is_parsed_or_explained(line: str) -> None:
    problem = None
    try:
        parsed = parse_query(line)
    except QueryError as error:
        problem = error
    if problem is None:
        assert parse_query(write_query(parsed)) == parsed
    else:
        assert problem.position is not None
        assert 0 <= problem.position <= len(line)


@pytest.mark.parametrize(
    "line",
    ["year:1832..1801", "length:5:00..4:59", "intensity:kick=0.8..0.2", "added:2026-02..2026-01"],
)
def test_a_range_the_wrong_way_round_is_an_error(line: str) -> None:
    with pytest.raises(QueryError, match="wrong way round"):
        parse_query(line)
    for right in ("year:1801..1801", "added:2026-02..2026", "added:2026..2026-01"):
        parse_query(right)
