"""A scholar's org table comes in whole, is written as Emacs would, and comes back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import ExchangeError
from core.exchange.format_records import ExportOptions
from core.exchange.format_registry import format_of
from core.exchange.formats import org
from core.exchange.formats.org_cells import cells_of, decoded, encoded
from core.exchange.label_records import LabelFile, LabelledWord
from core.exchange.label_source import LabelSource
from core.exchange.song_matching import MatchedBy
from core.jobs import SILENT
from core.library.edits.edits import AddAlias, AddTag, Judge, SetDefinition, SetNote
from core.library.records import NewSong, State
from core.library.store import Library
from tests.support.round_trips import (
    DecisionKey,
    decisions,
    fresh_library,
    labelled_library,
    read_into,
    tag_id,
    write,
)

TABLE = r"""#+TITLE: songs
T: techno, trance?
H: house
F: disco/funky
*: super classic

 | femVoc :voice =singing | dark        |
 | afro/latin             | low =? dark |
- kick :bass drum :bd =rhythm

1989/v_Ann - Sun.wav   -> dirty, rerecord

|    | <80>                               | <50>                                |
| H* | 1999/v_Ann - Sun (Mix).1998.wav    | femVoc, T                           |
| F? | 1999/Bo - Moon.wav                 | dark?, kick (?), H/F                |
|    | 2604/v_Cy – Teksoul.2???.wav       | [Taz], [dark], "T", dirty: rerecord |
| H  | 2000/Di - A\vert{}B.m4a            | F wrong name (x), tech house,       |
| H  | 2000/Di - C.wav                    | tech-house, Tech House, -           |
| X  | 2000/Di - D.wav                    | bad quality                         |
|    | Ed - Untold                        | ...                                 |
|    | 2000/Di - C.wav                    | bass drum, afro/dark                |
|    | 2000/Di - E | F.wav                | dark                                |
| H  |                                    | dark                                |
2607/Flo - Star.wav
2607/Flo - Star.jpg
what is this
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.org"
    path.write_text(TABLE, encoding="utf-8")
    return path


def words_of_songs(file: LabelFile) -> dict[str, set[str]]:
    """Map songs to their words, doubtful ones with a question mark."""
    found: dict[str, set[str]] = {song.name: set() for song in file.songs}
    for decision in file.decisions:
        doubt = "?" * (decision.state is State.UNSURE)
        found[file.songs[decision.song].name].add(file.words[decision.word].name + doubt)
    return found


def category_of(file: LabelFile, name: str) -> str:
    return next(word.category for word in file.words if word.name == name)


def test_every_rule_of_the_table_is_read(table: Path) -> None:
    file = org.read_org(table)
    assert words_of_songs(file) == {
        "1989/v_Ann - Sun.wav": set(),
        "1999/v_Ann - Sun (Mix).1998.wav": {"house", "super classic", "femVoc", "techno"},
        "1999/Bo - Moon.wav": {"disco/funky?", "dark?", "kick?", "house", "disco/funky"},
        "2604/v_Cy – Teksoul.2???.wav": {"dark?", "techno"},
        "2000/Di - A|B.m4a": {"house", "disco/funky", "tech house"},
        "2000/Di - C.wav": {"house", "tech house", "kick", "afro/dark"},
        "2000/Di - D.wav": set(),
        "Ed - Untold": set(),
        "2607/Flo - Star.wav": set(),
    }
    songs = [(song.artist, song.title, song.year) for song in file.songs]
    assert songs[:4] == [
        ("Ann", "Sun", 1989), ("Ann", "Sun (Mix)", 1998), ("Bo", "Moon", 1999),
        ("Cy", "Teksoul", None),
    ]  # fmt: skip
    assert [(file.songs[song].title, text) for song, text in file.notes] == [
        ("Sun", "dirty, rerecord"),
        ("Teksoul", "[Taz]"),
        ("Teksoul", "dirty: rerecord"),
        ("A|B", "wrong name (x)"),
        ("D", "bad quality"),
    ]


def test_what_is_not_read_is_listed_and_what_is_read_is_counted(table: Path) -> None:
    file = org.read_org(table)
    assert [(fault.line, fault.text) for fault in file.faults] == [
        (19, "X | 2000/Di - D.wav | bad quality"),
        (22, " | 2000/Di - E | F.wav | dark"),
        (23, "H |  | dark"),
        (26, "what is this"),
    ]
    counts = {
        remark.id.removeprefix("exchange.org_"): remark.params["n"] for remark in file.remarks
    }  # type: ignore[attr-defined]
    assert counts == {
        "songs": 9, "legend": 4, "codes": 5, "second_codes": 4, "slashes": 2, "vocabulary": 5,
        "parents": 1, "unsure": 4, "notes": 5, "nothing": 2, "vinyl": 3, "listed": 1,
        "pictures": 1, "headings": 1, "spellings": 1,
    }  # fmt: skip


def test_words_have_synonyms_and_the_categories_of_the_file(table: Path) -> None:
    file = org.read_org(table)
    words = {word.name: (word.category, word.definition, word.aliases) for word in file.words}
    assert words["techno"] == ("Codes", "techno, trance?", ("T",))
    assert words["kick"] == ("rhythm", "", ("bass drum", "bd"))
    assert words["femVoc"] == ("singing", "", ("voice",))
    assert words["low"] == words["afro/latin"] == ("Vocabulary", "", ())
    assert words["tech house"] == ("", "", ("tech-house",))


def test_a_table_with_a_header_is_read_by_its_names(tmp_path: Path) -> None:
    path = tmp_path / "mine.org"
    path.write_text(
        "#+TITLE: Wax\n# of the attic\n"
        "| word             | code | meaning |\n|------------------+------+---------|\n"
        "| swing :swung =feel | S  | uneven  |\n| :lost | | |\n\n"
        "| file                 | tags          | mood | note    |\n"
        "|----------------------+---------------+------+---------|\n"
        "| Blues/Ma - Moan.flac | S, swung, rag | blue | side B  |\n"
        "| Untitled             | swing?        |      |         |\n",
        encoding="utf-8",
    )
    file = org.read_org(path)
    assert words_of_songs(file) == {
        "Blues/Ma - Moan.flac": {"swing", "rag", "blue"}, "Untitled": {"swing?"},
    }  # fmt: skip
    assert file.words[0] == LabelledWord("swing", "feel", "uneven", ("swung",))
    assert file.notes == [(0, "side B")]
    assert [fault.line for fault in file.faults] == [6]


def test_groups_beside_the_table_give_the_categories(table: Path) -> None:
    groups = {"genre": ["t", "tech-house", "latin"], "mood": ["dark", "afro"]}
    (table.parent / "groups.json").write_text(json.dumps(groups), encoding="utf-8")
    file = org.read_org(table)
    names = ("techno", "tech house", "dark", "afro", "latin", "house", "femVoc")
    assert [category_of(file, name) for name in names] == [
        "genre", "genre", "mood", "mood", "genre", "Codes", "singing",
    ]  # fmt: skip
    assert words_of_songs(file)["2000/Di - C.wav"] >= {"afro", "dark"}


@pytest.mark.parametrize("text", ["[1, 2]", '{"a": 3}', "{", "[" * 100_000])
def test_groups_that_are_none_are_a_fault_and_the_table_comes_in(table: Path, text: str) -> None:
    (table.parent / "groups.json").write_text(text, encoding="utf-8")
    file = org.read_org(table)
    assert [fault.file for fault in file.faults if fault.line == 0] == ["groups.json"]
    assert category_of(file, "dark") == "Vocabulary"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_any_encoding_and_line_end_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "table.org"
    path.write_bytes("H: house\r\n| H | 1m4a/Été - Après.m4a | clair |\r\n".encode(encoding))
    assert format_of(path) == org.FORMAT or encoding == "utf-16"
    assert words_of_songs(org.read_org(path)) == {"1m4a/Été - Après.m4a": {"house", "clair"}}


@pytest.mark.parametrize(
    "content",
    [b"", b"only words\n", b"| a | b |\n", b"| H | \0 a.wav |\n", b"|" + b"x" * 2_000_000],
)
def test_a_file_without_songs_is_told_with_its_remedy(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "table.org"
    path.write_bytes(content)
    with pytest.raises(ExchangeError, match=r"table\.org") as caught:
        org.read_org(path)
    assert caught.value.remedy


def test_the_same_song_in_three_rows_gets_the_words_of_all(tmp_path: Path) -> None:
    path = tmp_path / "table.org"
    path.write_text("".join(f"| | a/Ann - Sun.wav | {word} |\n" for word in "xyz"))
    assert words_of_songs(org.read_org(path)) == {"a/Ann - Sun.wav": {"x", "y", "z"}}


def kept(keys: set[DecisionKey]) -> set[DecisionKey]:
    """What an org table keeps: yes and unsure on whole songs, by nobody."""
    wide = {(key[0], "Ann", key[2], key[3], None, None, None) for key in keys if key[5] is None}
    yes = {key for key in wide if key[3] == "yes"}
    sure = {(key[0], key[2]) for key in yes}
    return yes | {k for k in wide if k[3] == "unsure" and (k[0], k[2]) not in sure}


def test_a_library_comes_back_but_for_what_is_declared(tmp_path: Path) -> None:
    path = tmp_path / "labelled.org"
    with labelled_library(tmp_path) as library:
        kick = tag_id(library, "kick")
        library.do(AddAlias(kick, "K"), SetDefinition(kick, "low | short\nof a drum"))
        library.do(SetNote(4, " by | hand "))
        there, written = decisions(library), write(org.FORMAT, library, path)
        notes = [song.note for song in library.songs.after(0, 9)]
    assert format_of(path) == org.FORMAT
    with fresh_library(tmp_path) as library:
        plan = read_into(org.FORMAT, path, library)
        assert plan.faults == ()
        assert decisions(library) == kept(there)
        assert written.n_rows == len(kept(there))
        assert [song.note for song in library.songs.after(0, 9)] == notes
        once = path.read_bytes()
        library.do(AddAlias(tag_id(library, "kick"), "K"))
        library.do(SetDefinition(tag_id(library, "kick"), "low | short\nof a drum"))
        write(org.FORMAT, library, path)
    words = path.read_text(encoding="utf-8").split("* Songs")
    assert words[1] == once.decode().split("* Songs")[1]


def test_tables_are_aligned_as_emacs_aligns_them(tmp_path: Path) -> None:
    with fresh_library(tmp_path) as library:
        library.do(AddTag("東京", library.codebook.categories()[0].id))
        library.do(Judge(2, tag_id(library, "東京"), State.YES))
        library.do(Judge(2, tag_id(library, "dark"), State.UNSURE))
        write(org.FORMAT, library, tmp_path / "out.org")
    text = (tmp_path / "out.org").read_text(encoding="utf-8")
    songs = [line for line in text.split("* Songs")[1].splitlines() if line.startswith("|")]
    tags = [line.split("|")[3] for line in songs if "song 2" in line]
    assert [cell.strip() for cell in tags] == ["東京, dark (?)"]
    rule = next(line for line in songs if line.startswith("|-"))
    n_columns = {len(line) + sum(letter in "東京" for letter in line) for line in songs}
    assert n_columns == {len(rule)}


@pytest.mark.parametrize("relative", [False, True])
def test_songs_are_found_at_their_paths_whatever_their_names(
    tmp_path: Path, relative: bool
) -> None:
    names = ("a | b.wav", "c\\vert.wav", "\udcff.wav", "# d -> e.wav", "a/a.wav", "b/a.wav")
    with Library.open(tmp_path / "odd.db", annotator="Ann") as library:
        kick = tag_id(library, "kick")
        for number, name in enumerate(names, start=1):
            path = tmp_path / "music" / name
            library.songs.add(NewSong(f"{number:032x}", path, 1, 1.0, "", "", "", None, 9.0, 1, 1))
            library.do(Judge(number, kick, State.YES if number % 2 else State.UNSURE))
        there = decisions(library)
        (tmp_path / "tables").mkdir()
        org.write(
            LabelSource(library),
            tmp_path / "tables" / "odd.org",
            ExportOptions(relative=relative),
            SILENT,
        )
        for _ in names:
            library.undo()
        plan = read_into(org.FORMAT, tmp_path / "tables" / "odd.org", library)
        assert decisions(library) == there
        assert {match.by for match in plan.matches} == {MatchedBy.PATH}
        text = (tmp_path / "tables" / "odd.org").read_text(encoding="utf-8")
        assert (str(tmp_path / "music" / "a") in text) is not relative


CELLS = st.text(st.characters(codec="utf-8"), max_size=12)


@given(CELLS)
def test_any_text_is_one_cell(text: str) -> None:
    assert [decoded(cell) for cell in cells_of(f"| x | {encoded(text)} |")] == ["x", text]


NAMES = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=12
).filter(lambda name: bool(name.strip()))


@settings(max_examples=8, deadline=None)
@given(
    st.lists(st.one_of(NAMES, st.sampled_from(["H", "-", "a, b (?)", "bad quality"])), max_size=4)
)
def test_any_tags_come_back(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    folder = tmp_path_factory.mktemp("any")
    with fresh_library(folder) as library:
        for number, name in enumerate(names):
            if library.codebook.find(name) is None:
                library.do(AddTag(name, library.codebook.categories()[0].id))
            state = (State.YES, State.UNSURE)[number % 2]
            library.do(Judge(number + 1, tag_id(library, name), state))
        write(org.FORMAT, library, folder / "out.org")
        there = decisions(library)
        while library.undo():
            pass
        read_into(org.FORMAT, folder / "out.org", library)
        assert decisions(library) == there


@pytest.fixture(scope="module")
def professor(SHARED: Path) -> Path:
    return SHARED / "annotations" / "classify-Jul16.org"


@pytest.fixture
def music(professor: Path, tmp_path: Path) -> Iterator[Library]:
    """A library of all songs that the professor's file names, and no decision."""
    with Library.open(tmp_path / "music.db", annotator="Ann") as library:
        paths = [song.path for song in org.read_org(professor).songs if song.path]
        with library.database.transaction():
            for number, path in enumerate(paths, start=1):
                library.songs.add(
                    NewSong(f"{number:032x}", tmp_path / "music" / path, 1, 1.0, "", "", "", None,
                            300.0, 44100, 2)
                )  # fmt: skip
        yield library


def test_the_professors_file_is_read_whole(professor: Path) -> None:
    file = org.read_org(professor)
    assert file.faults == []
    tagged = {decision.song for decision in file.decisions}
    assert (len(file.songs), len(tagged), len(file.notes)) == (1947, 1676, 39)
    assert Counter(file.words[d.word].name for d in file.decisions).most_common(3) == [
        ("house", 790), ("deep", 288), ("soulful", 237),
    ]  # fmt: skip


def test_no_text_of_the_professors_cells_is_dropped(professor: Path) -> None:
    file = org.read_org(professor)
    names = {name.casefold() for word in file.words for name in (word.name, *word.aliases)}
    notes = {text for _, text in file.notes}
    remarks = " ".join(file.remarks)
    lines = professor.read_text(encoding="utf-8").splitlines()
    rows = [line.strip().strip("|").split("|") for line in lines if line.startswith("| ")]
    texts = {" ".join(text.split()) for row in rows for text in row[2].split(",")} - {""}
    shown = {text for text in texts if text.casefold() in names or text in notes}
    assert len(texts) == 154  # with the width <50> of the column
    assert sorted(texts - shown - {"<50>"}) == [
        "-", "...", "F wrong name (visions)", "H/D", "S/F", "dirty rerecord [Taz]",
    ]  # fmt: skip
    assert {"wrong name (visions)", "dirty rerecord", "[Taz]"} <= notes
    assert all(text in remarks for text in ("(S/F; H/D)", "...; -"))


def test_the_professors_file_comes_into_a_library(professor: Path, music: Library) -> None:
    plan = read_into(org.FORMAT, professor, music)
    assert (plan.counts.n_new, plan.counts.n_lost, plan.counts.n_notes) == (2156, 0, 39)
    assert len(decisions(music)) == 2156
    music.undo()
    assert decisions(music) == set()
