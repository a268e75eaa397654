"""Finding songs: the fast search finds what a brute-force search over all songs finds."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import QueryError
from core.library.edits.edits import AddTag, Judge, JudgeRegion, RemoveSongs, SetIntensity, SetNote
from core.library.records import DecisionContext, DecisionSource, NewModel, State
from core.library.search.query import (
    FLAGS,
    And,
    Dated,
    DecidedBy,
    Empty,
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
from core.library.search.query_parser import parse_query
from core.library.search.query_values import midnight
from core.library.store import Library
from tests.support.brute_force_search import known_songs, matches
from tests.support.small_songs import library_with, new_song, tag_id

TAGS = ("kick", "bass lead", "piano", "house", "slow")
MODEL_WORDS = ("kick", "house", "piano", "own word")
ACTIONS = ("judge", "region", "undo", "redo", "add", "remove")
WORDS = ("Harbour", "Café", "kick", "House", "night-train", "Björk", "Ωmega", "12", "slow")


@pytest.fixture(autouse=True)
def _one_clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Days begin where the library's times do, so that the brute-force search can compare texts."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def random_library(path: Path, seed: int, n_songs: int = 40) -> Library:
    """Make a library with random songs, decisions, intensities, notes and scores."""
    rng = np.random.default_rng(seed)

    def random_words(n: int) -> str:
        return " ".join(WORDS[int(i)] for i in rng.integers(0, len(WORDS), n))

    library = Library.open(path)
    for number in range(1, n_songs + 1):
        year = None if rng.random() < 0.2 else int(rng.integers(1985, 2000))
        library.songs.add(
            new_song(
                number,
                Path("/music") / random_words(1),
                title=random_words(2),
                artist=random_words(rng.integers(0, 2)),
                album=random_words(rng.integers(0, 2)),
                year=year,
                duration_s=float(rng.integers(60, 400)),
            )
        )
    for song_id in range(1, n_songs + 1):
        _decide(library, song_id, rng)
        if rng.random() < 0.3:
            library.do(SetNote(song_id, random_words(1)))
        if rng.random() < 0.1:
            library.songs.mark_missing(song_id)
    model = library.models.add(NewModel("m", "choi_lstm", "m.safetensors", MODEL_WORDS))
    library.models.set_active(model.id)
    predicted = rng.choice(np.arange(1, n_songs + 1), n_songs * 3 // 4, replace=False)
    scores = {int(i): rng.random(len(MODEL_WORDS)).astype(np.float32) for i in predicted}
    library.predictions.put(model.id, scores)
    _date(library, rng)
    return library


def _decide(library: Library, song_id: int, rng: np.random.Generator) -> None:
    for name in TAGS:
        source = DecisionContext(list(DecisionSource)[int(rng.integers(6))])
        if rng.random() < 0.4:
            state = list(State)[int(rng.integers(3))]
            library.do(Judge(song_id, tag_id(library, name), state, source))
            if rng.random() < 0.3:
                intensity = round(float(rng.random()), 1)
                library.do(SetIntensity(song_id, tag_id(library, name), intensity))
        elif rng.random() < 0.2:
            state = list(State)[int(rng.integers(3))]
            library.do(JudgeRegion(song_id, tag_id(library, name), 1.0, 2.0, state, source))


def _date(library: Library, rng: np.random.Generator) -> None:
    for song_id in library.songs.all_ids().tolist():
        day = f"20{rng.integers(24, 27)}-{rng.integers(1, 13):02d}-{rng.integers(1, 29):02d}"
        sql = "UPDATE songs SET added_at = ? WHERE id = ?"
        library.database.write(sql, (f"{day}T{rng.integers(0, 24):02d}:30:00.000Z", song_id))


@pytest.fixture(scope="module")
def random_libraries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Library]]:
    folder = tmp_path_factory.mktemp("random")
    opened = [random_library(folder / f"{seed}.db", seed) for seed in range(3)]
    yield opened
    for library in opened:
        library.close()


halves = st.integers(0, 20).map(lambda n: n / 20)
intervals = st.one_of(
    halves.map(lambda n: Interval(low=n, low_closed=False)),
    halves.map(lambda n: Interval(high=n)),
    st.tuples(halves, halves).map(lambda ends: Interval(*sorted(ends))),
)
days = st.sampled_from(["2024", "2025", "2025-06", "2026-03-15", "2024-12-31", "2025-01-01"])
words = st.sampled_from([*WORDS, "har", "cafe", "bjo", "train", "&", "no", "ni", "omega", "ωmega"])
terms: st.SearchStrategy[Query] = st.one_of(
    words.map(Words),
    st.sampled_from(["harbour café", "bass lead", "night train", "kick"]).map(
        lambda text: Words(text, True)
    ),
    st.builds(
        InField, st.sampled_from(["title", "artist", "album", "note", "path"]), words, st.booleans()
    ),
    st.sampled_from(["artist", "album", "note"]).map(lambda name: InField(name, "", True)),
    st.builds(Judged, st.sampled_from(["", *TAGS]), st.sampled_from([*State, None])),
    st.builds(
        Number,
        st.just("year"),
        st.builds(Interval, st.integers(1985, 1993), st.integers(1993, 2000) | st.none()),
    ),
    st.builds(Number, st.just("length"), st.builds(Interval, st.none(), st.integers(60, 400))),
    st.builds(TagValue, st.just("predicted"), st.sampled_from(MODEL_WORDS), intervals),
    st.builds(TagValue, st.just("intensity"), st.sampled_from(["", "kick", "house"]), intervals),
    st.builds(Dated, st.sampled_from(["added", "decided"]), days, days | st.just("")).filter(
        lambda dated: not dated.last or midnight(dated.first) < midnight(dated.last, after=True)
    ),
    st.sampled_from(DecisionSource).map(DecidedBy),
    st.sampled_from(TAGS).map(InRegion),
    st.sampled_from(["voice", "rhythm", "instruments", "regions"]).map(Empty),
    st.sampled_from(FLAGS).map(Flag),
)
queries: st.SearchStrategy[Query] = st.recursive(
    terms,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
    ),
    max_leaves=6,
)


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=queries, which=st.integers(0, 2))
def test_a_search_finds_what_brute_force_finds(
    random_libraries: list[Library], query: Query, which: int
) -> None:
    library = random_libraries[which]
    expected = [k.song.id for k in _known(library) if matches(query, k, library)]
    assert library.search.ids(query).tolist() == expected, write_query(query)
    if not isinstance(query, And | Or) or _is_flat(query):
        assert library.search.ids(write_query(query)).tolist() == expected


_cache: dict[Path, list] = {}


def _known(library: Library) -> list:
    return _cache.setdefault(library.path, known_songs(library))


def _is_flat(query: And | Or) -> bool:
    return all(not isinstance(part, And | Or) for part in query.parts)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_search_is_never_stale(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder, library_with(Path(folder) / "l.db", 4) as library:
        tags = [tag_id(library, name) for name in TAGS[:2]]
        for step in range(data.draw(st.integers(1, 8))):
            action = data.draw(
                st.sampled_from(["judge", "region", "undo", "redo", "add", "remove"])
            )
            ids = library.songs.all_ids().tolist()
            if action == "judge" and ids:
                state = data.draw(st.sampled_from([*State, None]))
                library.do(
                    Judge(data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(tags)), state)
                )
            elif action == "region" and ids:
                library.do(JudgeRegion(data.draw(st.sampled_from(ids)), tags[0], 1.0, 2.0))
            elif action == "undo":
                library.undo()
            elif action == "redo":
                library.redo()
            elif action == "add":
                library.songs.add(new_song(100 + step, title="kick"))
            elif action == "remove" and ids:
                library.do(RemoveSongs((data.draw(st.sampled_from(ids)),)))
            known = known_songs(library)
            for line in ("kick", "no:kick OR untagged", '-tag:""', 'unsure "bass lead"',
                         "region:kick", "has:regions"):  # fmt: skip
                query = parse_query(line)
                expected = [k.song.id for k in known if matches(query, k, library)]
                assert library.search.ids(line).tolist() == expected, (action, line)
            counts = library.search.facets(library.search.ids("judged:kick"))
            assert counts[tags[0]] == len(library.search.ids("tag:kick"))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with library_with(tmp_path / "library.db", 5) as opened:
        yield opened


def test_a_bare_word_is_a_tag_or_text_but_a_folder_is_no_tag(library: Library) -> None:
    library.do(Judge(1, tag_id(library, "kick"), State.YES))
    library.songs.add(new_song(6, title="Kicking stones"))
    library.songs.add(new_song(7, Path("/music/kick")))
    assert library.search.ids("kick").tolist() == [1, 6]
    assert library.search.ids("tag:kick").tolist() == [1]
    assert library.search.ids("-kick").tolist() == [2, 3, 4, 5, 7]
    assert library.search.ids("path:kick").tolist() == [7]


ODD = {
    "🎵": [3], "-🎵": [1, 2, 4, 5], '"🎵 night"': [3], "שלום": [4], "مرحبا": [],
    "'; DROP TABLE songs; --": [],
    "song' OR '1'='1": [1, 2, 5], "%": [], "_": [],
    '"': [1, 2, 3, 4, 5], '""': [1, 2, 3, 4, 5], "*": [], "kick*": [],
    "NEAR(song)": [], "song NEAR kick": [], "\0": [], "\ud800": [],
    "a" * 10_000: [], "(" * 10_000: None, "song " * 10_000: None, '"' + "song " * 2_000: [],
    "NOT " * 10_000 + "kick": None, "--kick": [], "- kick": [], "kick -": [], "year:²": None,
    "added:٢٠٢٦": None, "predicted:": None, "has:": None, "has:nothing": None, "region:🎵": None,
    "empty:note": [1, 2, 3, 4, 5], "OR": None, "AND OR NOT": None, "()": [1, 2, 3, 4, 5],
    "(song) OR (": None, "decided:2026..": [], "decided:today OR song": [1, 2, 5],
    "judged:kick > 2026": None, "𝕤𝕠𝕟𝕘": [1, 2, 5], "ｓｏｎｇ": [1, 2, 5],
}  # fmt: skip


@pytest.mark.parametrize("line", ODD)
def test_an_odd_line_is_answered_or_explained_with_position_and_remedy(
    library: Library, line: str
) -> None:
    for song_id, title in ((3, "🎵 Night"), (4, "שלום")):
        sql = "UPDATE songs SET title = ?, path = '' WHERE id = ?"
        library.database.write(sql, (title, song_id))
    expected = ODD[line]
    error = library.search.check(line)
    if expected is None:
        assert error is not None
        assert error.message.endswith(".")
        assert error.remedy
        assert 0 <= (error.position or 0) <= len(line)
    else:
        assert error is None
        assert library.search.ids(line).tolist() == expected


def test_an_alias_means_its_tag(library: Library) -> None:
    library.do(Judge(2, tag_id(library, "unzunz"), State.YES))
    assert library.search.ids("unzug").tolist() == [2]


def test_a_hundred_tags_typed_wrongly_are_answered_with_the_right_one(library: Library) -> None:
    error = library.search.check("harbour tag:pinao")
    assert error is not None
    assert error.position == 8
    assert "“piano”" in error.remedy
    assert library.search.check("predicted:kick>0.5").position == 0  # type: ignore[union-attr]
    assert library.search.check("empty:voices") is not None
    assert library.search.check("kick") is None


def test_songs_without_a_value_come_last_in_either_direction(library: Library) -> None:
    library.songs.add(new_song(6, year=None, title="", artist=""))
    for order in ("year", "title", "artist"):
        assert library.search.ids("", order).tolist()[-1] == 6
        assert library.search.ids("", order, descending=True).tolist()[-1] == 6
    assert library.search.ids("", "year", descending=True).tolist() == [5, 4, 3, 2, 1, 6]
    assert library.search.ids("", "length").tolist() == [1, 2, 3, 4, 5, 6]


def test_songs_are_ordered_by_their_number_of_tags(library: Library) -> None:
    for song_id, names in ((4, TAGS[:3]), (2, TAGS[:1])):
        for name in names:
            library.do(Judge(song_id, tag_id(library, name), State.YES))
    assert library.search.ids("", "tags", descending=True).tolist()[:2] == [4, 2]
    with pytest.raises(QueryError):
        library.search.ids("", "colour")


def test_a_search_can_be_limited_to_given_songs(library: Library) -> None:
    among = np.array([5, 3, 99])
    assert library.search.ids("song", "added", among=among).tolist() == [3, 5]


def test_facets_count_within_the_result(library: Library) -> None:
    for song_id, name in ((1, "kick"), (2, "kick"), (2, "piano")):
        library.do(Judge(song_id, tag_id(library, name), State.YES))
    counts = library.search.facets(library.search.ids("tag:kick"))
    assert counts[tag_id(library, "kick")] == 2
    assert counts[tag_id(library, "piano")] == 1
    assert counts[tag_id(library, "bass")] == 0
    assert library.search.facets()[tag_id(library, "kick")] == 2


def test_every_annotator_searches_her_own_decisions(library: Library) -> None:
    library.do(Judge(1, tag_id(library, "kick"), State.YES))
    library.annotators.use("Ada")
    library.annotators.use("Berta")
    assert library.search.ids("tag:kick").tolist() == []
    library.annotators.use("Ada")
    assert library.search.ids("tag:kick").tolist() == [1]


def test_a_reader_sees_what_the_writer_has_just_stored(library: Library) -> None:
    library.do(Judge(1, tag_id(library, "kick"), State.YES))
    with Library.open(library.path, read_only=True) as reader:
        assert reader.search.ids("tag:kick").tolist() == [1]
        library.do(Judge(2, tag_id(library, "kick"), State.YES))
        library.songs.add(new_song(6))
        assert reader.search.ids("tag:kick").tolist() == [1, 2]
        assert len(reader.search.ids()) == 6


def test_what_was_rolled_back_is_not_found(library: Library) -> None:
    def fails() -> None:
        with library.database.transaction():
            library.songs.add(new_song(6))
            assert len(library.search.ids()) == 6
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    assert len(library.search.ids()) == 5


def test_a_new_tag_is_understood_at_once(library: Library) -> None:
    kind = library.codebook.find_category("rhythm")
    assert kind is not None
    with pytest.raises(QueryError):
        library.search.ids("tag:swing")
    library.do(AddTag("swing", kind.id))
    assert library.search.ids("tag:swing").tolist() == []
    assert library.search.ids("no:swing OR song").tolist() == [1, 2, 3, 4, 5]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system has no settable time zone")
def test_days_are_those_of_the_users_clock(library: Library) -> None:
    os.environ["TZ"] = "Pacific/Auckland"  # put back by the fixture of this file
    time.tzset()
    sql = "UPDATE songs SET added_at = '2026-01-14T12:30:00.000Z' WHERE id = 3"
    library.database.write(sql)  # already the 15th there
    assert library.search.ids("added:2026-01-15").tolist() == [3]
    assert library.search.ids("added:>2026-01-15").tolist() == [1, 2, 4, 5]
    assert library.search.ids("added:today").tolist() == [1, 2, 4, 5]
    library.do(Judge(2, tag_id(library, "kick"), State.YES))
    assert library.search.ids("decided:today").tolist() == [2]
    assert library.search.ids("decided:<today").tolist() == []
    assert library.search.ids("added:2026-01-14").tolist() == []
