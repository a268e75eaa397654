"""Any part of a title without blanks is found, names with signs are, and lists follow languages."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import QueryError
from core.library.db import schema
from core.library.db.file_checks import APPLICATION_ID
from core.library.edits.edits import RemoveSongs, SetNote
from core.library.index_words import index_text, match_expression
from core.library.search.query import Query
from core.library.search.query_parser import parse_query
from core.library.store import Library
from tests.support.small_songs import library_with, new_song

TITLES = (
    "東京は夜の七時", "첫사랑의 기억", "ที่รักของฉัน", "夜想曲 Nocturne", "Prelude in C# minor",
    "Concerto in B♭", "!!!", "Highway to Hell (AC/DC)", "P!nk", "Ke$ha", "Mø i Ærø", "Łódź",
    "Große Straße", "Œuvre", "İstanbul", "Ὀδυσσεύς", "Ｆｕｌｌ　Ｗｉｄｔｈ", "ﾗｰﾒﾝ", "BBC Sessions",
    "Help!", "Cello Suite in C", "Don't Stop", "I ♥ NY", "R.E.M.", "Beethoven", "Sonata in E flat",
)  # fmt: skip
Find = Callable[[str | Query], list[str]]


@pytest.fixture(scope="module")
def find(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Find]:
    """Find titles by a line, in a library that has each of TITLES."""
    with Library.open(tmp_path_factory.mktemp("found") / "library.db") as library:
        for number, title in enumerate(TITLES, start=1):
            library.songs.add(new_song(number, Path("/"), title=title))
        yield lambda line: [TITLES[song_id - 1] for song_id in library.search.ids(line)]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("東京", "東京は夜の七時"), ("夜の", "東京は夜の七時"), ("七時", "東京は夜の七時"),
        ("時", "東京は夜の七時"), ("京は夜", "東京は夜の七時"), ('"夜の七"', "東京は夜の七時"),
        ("사랑", "첫사랑의 기억"), ("랑의", "첫사랑의 기억"), ("억", "첫사랑의 기억"),
        ("รัก", "ที่รักของฉัน"), ("ของ", "ที่รักของฉัน"), ("想曲", "夜想曲 Nocturne"),
        ("C#", "Prelude in C# minor"), ("Ｃ＃", "Prelude in C# minor"),
        ("c♯", "Prelude in C# minor"),
        ('"c# min"', None), ('"in C# minor"', "Prelude in C# minor"), ("B♭", "Concerto in B♭"),
        ("E♭", "Sonata in E flat"), ("Eb", "Sonata in E flat"), ("!!!", "!!!"), ("!!", "!!!"),
        ("AC/DC", "Highway to Hell (AC/DC)"), ("acdc", "Highway to Hell (AC/DC)"),
        ("P!nk", "P!nk"), ("p!n", "P!nk"), ("pink", "P!nk"), ("Ke$ha", "Ke$ha"), ("kesha", "Ke$ha"),
        ("mo", "Mø i Ærø"), ("aero", "Mø i Ærø"), ("mø", "Mø i Ærø"), ("lodz", "Łódź"),
        ("grosse", "Große Straße"), ("STRASSE", "Große Straße"), ("oeuvre", "Œuvre"),
        ("istanbul", "İstanbul"), ("ISTANBUL", "İstanbul"), ("οδυσσευς", "Ὀδυσσεύς"),
        ("ΟΔΥΣΣΕΥΣ", "Ὀδυσσεύς"), ("full", "Ｆｕｌｌ　Ｗｉｄｔｈ"),
        ("ラーメン", "ﾗｰﾒﾝ"), ("らーめ", "ﾗｰﾒﾝ"),
        ("help", "Help!"), ("help!", "Help!"), ("dont", "Don't Stop"), ("don’t", "Don't Stop"),
        ("♥", "I ♥ NY"), ('"i ny"', "I ♥ NY"), ("rem", "R.E.M."), ("beet*", "Beethoven"),
    ],
)  # fmt: skip
def test_a_title_is_found_as_people_type_it(find: Find, line: str, title: str | None) -> None:
    assert find(line) == ([] if title is None else [title])


def test_a_note_is_not_the_first_letter_of_another_word(find: Find) -> None:
    assert find("B♭") == find('"Bb"') == ["Concerto in B♭"]
    assert "Cello Suite in C" not in find("C#")
    assert "Cello Suite in C" in find("C")


@pytest.mark.parametrize(
    ("signs", "titles"),
    [
        ("?", []), ("(*_*)", []), ("…", []), ("-", []), ("&", []), ('"?!"', []), ("title:?", []),
        ("!", ["!!!", "P!nk", "Help!"]), ("#", ["Prelude in C# minor"]), ("path:#", []),
        ("'", ["Don't Stop"]), ("/", ["Highway to Hell (AC/DC)"]),
        ('"()"', []), ('"("', ["Highway to Hell (AC/DC)"]), ("$", ["Ke$ha"]),
    ],
)  # fmt: skip
def test_signs_alone_are_searched_as_they_stand(find: Find, signs: str, titles: list[str]) -> None:
    assert find(signs) == titles


def test_what_only_stands_between_words_finds_nothing_less(find: Find) -> None:
    assert find("help -") == find("help ?") == find("- help") == ["Help!"]
    assert find('help "?"') == []
    assert find("highway & hell") == find("highway and hell") == ["Highway to Hell (AC/DC)"]


def test_a_quotation_mark_may_stay_open_only_while_somebody_types(find: Find) -> None:
    assert find('"help') == ["Help!"]
    with pytest.raises(QueryError, match="not closed"):
        parse_query('"help', is_finished=True)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("suicideboys", "$uicideboy$"), ("$uicideboy$", "$uicideboy$"), ("haendel", "Händel"),
        ("mueller", "Müller"), ("aerzte", "Die Ärzte"), ("die aerzte", "Die Ärzte"),
        ('"die aerzte"', "Die Ärzte"), ("djordje", "Đorđe"), ("simon and", "Simon & Garfunkel"),
        ("simon und garf", "Simon & Garfunkel"), ('"simon and garfunkel"', "Simon & Garfunkel"),
        ("simon & garfunkel", "Simon & Garfunkel"), ("kesha", "Ke$ha"), ("goethe", "Goethe"),
        ("blues", "Blues"), ("shoes", None), ("samuel", "Samuel"), ("queen", "Queen"),
        ("sos", None),
    ],
)  # fmt: skip
def test_artists_are_found_in_other_spellings(
    tmp_path: Path, typed: str, written: str | None
) -> None:
    artists = ("$uicideboy$", "Händel", "Müller", "Die Ärzte", "Đorđe", "Simon & Garfunkel",
               "Ke$ha", "Goethe", "Blues", "Samuel", "Queen", "Shostakovich",
               "Handsome", "$o")  # fmt: skip
    with Library.open(tmp_path / "library.db") as library:
        for number, artist in enumerate(artists, start=1):
            library.songs.add(new_song(number, Path("/"), title="x", artist=artist))
        found = [artists[song_id - 1] for song_id in library.search.ids(typed)]
    assert found == ([] if written is None else [written])


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("津軽海峡冬景色", "津軽海峡・冬景色"), ("津軽海峡・冬景色", "津軽海峡・冬景色"),
        ("海峡冬", "津軽海峡・冬景色"), ("東京・物語", "東京物語"), ("東京・物", "東京物語"),
        ("사랑노래", "사랑 노래"), ("bwv1007", "Suite, BWV 1007"), ("BWV100", "Suite, BWV 1007"),
        ("k331", "Sonata K. 331"), ("op27no2", "Op. 27 No. 2"), ("fuer elise", "Für Elise"),
        ('"fuer elise"', "Für Elise"), ("traeume", "Träume"), ("duel", "Duel"),
        ("fuel", None), ("baeume", "Bäume"),
    ],
)  # fmt: skip
def test_titles_are_found_with_and_without_what_divides_them(
    tmp_path: Path, typed: str, written: str | None
) -> None:
    titles = ("津軽海峡・冬景色", "東京物語", "사랑 노래", "Suite, BWV 1007", "Sonata K. 331",
              "Op. 27 No. 2", "Für Elise", "Träume", "Bäume", "Duel", "Dul", "Ful",
              "C7")  # fmt: skip
    with Library.open(tmp_path / "library.db") as library:
        for number, title in enumerate(titles, start=1):
            library.songs.add(new_song(number, Path("/"), title=title, artist="x"))
        found = [titles[song_id - 1] for song_id in library.search.ids(typed)]
    assert found == ([] if written is None else [written])


asian = st.text(st.sampled_from("東京夜の七時サイ 사랑기ที่รก"), max_size=12)


@settings(max_examples=200, deadline=None)
@given(asian, st.data())
def test_every_part_of_an_asian_text_is_found(text: str, data: st.DataObject) -> None:
    parts = [part for part in text.split() if part]
    if not parts:
        return
    part = data.draw(st.sampled_from(parts))
    start = data.draw(st.integers(0, len(part) - 1))
    typed = part[start : data.draw(st.integers(start + 1, len(part)))]
    with sqlite3.connect(":memory:") as memory:
        memory.execute("CREATE VIRTUAL TABLE w USING fts5(title, tokenize='ascii')")
        memory.execute("INSERT INTO w VALUES (?)", (index_text(text),))
        for exact in (False, True):
            expression = match_expression(typed, "title", exact=exact)
            found = memory.execute("SELECT count(*) FROM w WHERE w MATCH ?", (expression,))
            assert found.fetchone() == (1,)


@settings(max_examples=300)
@given(st.text(), st.booleans())
def test_any_text_makes_an_expression_that_the_index_understands(text: str, exact: bool) -> None:
    expression = match_expression(text, "title", exact=exact)
    with sqlite3.connect(":memory:") as memory:
        memory.execute("CREATE VIRTUAL TABLE w USING fts5(title, tokenize='ascii')")
        if expression:
            memory.execute("SELECT count(*) FROM w WHERE w MATCH ?", (expression,)).fetchone()


def test_the_song_list_is_in_the_order_of_languages(tmp_path: Path) -> None:
    artists = ["Zappa", "The Beatles", "Ärzte", "Abba", "Beach Boys", "", "Étienne", "Ørsted"]
    titles = ["No. 10", "No. 2", "Zug", "Ähre", "10", "9", "", "apfel"]
    with Library.open(tmp_path / "library.db") as library:
        for number, (artist, title) in enumerate(zip(artists, titles, strict=True), start=1):
            library.songs.add(new_song(number, title=title, artist=artist, album=title))
        by_artist = [artists[i - 1] for i in library.search.ids("", "artist")]
        by_title = [titles[i - 1] for i in library.search.ids("", "title")]
        by_album = [titles[i - 1] for i in library.search.ids("", "album", descending=True)]
    assert by_artist == [
        "Abba", "Ärzte", "Beach Boys", "The Beatles", "Étienne", "Ørsted", "Zappa", ""
    ]  # fmt: skip
    assert by_title == ["9", "10", "Ähre", "apfel", "No. 2", "No. 10", "Zug", ""]
    assert by_album == ["Zug", "No. 10", "No. 2", "apfel", "Ähre", "10", "9", ""]


# -- kept up --------------------------------------------------------------------------------


def test_in_spanish_a_letter_of_its_own_comes_after_n_and_equals_stay_as_they_came(
    tmp_path: Path,
) -> None:
    titles = ("Nube", "Ñandú", "Ola", "ñandú", "Nz", "Canto", "Caña")
    with Library.open(tmp_path / "library.db") as library:
        for number, title in enumerate(titles, start=1):
            artist = f"The {title}"
            library.songs.add(new_song(number, Path("/"), title=title, artist=artist, album=title))
        shared = [7, 6, 2, 4, 1, 5, 3]
        for order in ("title", "artist", "album"):
            assert library.search.ids("", order).tolist() == shared
        library.search.use_language("es")
        for order in ("title", "artist", "album"):
            assert library.search.ids("", order).tolist() == [6, 7, 1, 5, 2, 4, 3]
            assert library.search.ids("", order, True).tolist() == [3, 4, 2, 5, 1, 7, 6]
        library.search.use_language("de")
        assert library.search.ids("", "title").tolist() == shared


def test_words_follow_every_change_and_its_undoing(tmp_path: Path) -> None:
    with library_with(tmp_path / "library.db", 3) as library:
        library.do(SetNote(2, "夜想曲 für P!nk"))
        assert library.search.ids("想曲").tolist() == library.search.ids("pink").tolist() == [2]
        library.undo()
        assert library.search.ids("想曲").tolist() == []
        library.redo()
        library.do(RemoveSongs((2,)))
        assert library.search.ids("想曲").tolist() == []
        library.undo()
        assert library.search.ids("p!nk").tolist() == [2]
        check = "INSERT INTO song_words(song_words, rank) VALUES ('integrity-check', 1)"
        library.database.write(check)


def test_songs_written_without_their_words_get_them_when_opened(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    library_with(path, 3).close()
    with sqlite3.connect(path) as bare:
        bare.execute("DELETE FROM song_texts WHERE song_id = 2")
    bare.close()
    with Library.open(path, read_only=True) as library:
        assert library.search.ids('title:"song"').tolist() == [1, 2, 3]
    with Library.open(path) as library:
        assert library.search.ids('title:"song"', "title").tolist() == [1, 2, 3]
        assert library.database.value("SELECT count(*) FROM song_texts") == 3


def test_words_of_older_rules_are_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    library_with(path, 3).close()
    with sqlite3.connect(path) as bare:
        bare.execute("UPDATE song_texts SET rules = 0, title_key = 'x'")
    bare.close()
    with Library.open(path) as library:
        assert library.database.value("SELECT count(*) FROM song_texts WHERE title_key = 'x'") == 0


def test_an_older_library_is_searched_and_sorted_without_writing(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    older = schema.MIGRATIONS.index(schema.words_of_any_script)
    schema.apply_migrations(connection, older)
    connection.execute("INSERT INTO annotators (name) VALUES ('')")
    for number, title in ((1, "Zebra"), (2, "Ärzte 東京"), (3, "Affe")):
        connection.execute(
            "INSERT INTO songs (audio_hash, path, size_bytes, mtime_s, title, duration_s, rate_hz,"
            " channels, added_at) VALUES (?, '/x', 1, 0, ?, 1, 44100, 2, '2026')",
            (f"{number:032x}", title),
        )
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with Library.open(path, read_only=True) as library:
        assert library.search.ids("京").tolist() == [2]
        assert library.search.ids("", "title").tolist() == [3, 2, 1]
    assert path.read_bytes() == before
    with Library.open(path) as library:
        assert library.search.ids("東京").tolist() == [2]
        assert library.search.ids("", "title").tolist() == [3, 2, 1]
