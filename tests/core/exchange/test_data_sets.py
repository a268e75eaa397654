"""Published data sets come in with their words, their songs' names and their published splits."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ExchangeError
from core.exchange.format_records import LabelFormat
from core.exchange.format_registry import format_of
from core.exchange.formats import gtzan, lastfm, magnatagatune, mtg_jamendo
from core.exchange.import_records import ImportChoices
from core.exchange.label_records import LabelFile, MissingMeans
from core.jobs import SILENT
from core.library.records import NewSong
from core.library.store import Library
from tests.support.round_trips import decisions, read_into

TRACK_A, TRACK_B, TRACK_C = "TRAAAAW128F429D538", "TRBBBBW128F429D538", "TRCCCCW128F429D538"


def read(path: Path) -> LabelFile:
    """Read a file in the format that it is recognised as."""
    form = format_of(path)
    assert form.read is not None
    return form.read(path, SILENT)


def words(file: LabelFile) -> dict[str, set[str]]:
    """Map the paths of songs to their words."""
    found: dict[str, set[str]] = {song.path: set() for song in file.songs}
    for decision in file.decisions:
        found[file.songs[decision.song].path].add(file.words[decision.word].name)
    return found


def sides(file: LabelFile) -> dict[str, str]:
    return {song.path: song.side for song in file.songs}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "music.db", annotator="Ann") as opened:
        yield opened


def add_files(library: Library, folder: Path, *names: str) -> None:
    for number, name in enumerate(names, start=1):
        library.songs.add(
            NewSong(f"{number:032x}", folder / name, 1, 1.0, "", "", "", None, 29.0, 16000, 1)
        )


@pytest.fixture
def magna(tmp_path: Path) -> Path:
    path = tmp_path / "annotations_final.csv"
    path.write_text(
        '"clip_id"\t"no voice"\t"guitar"\t"mp3_path"\n'
        '"2"\t"1"\t"0"\t"f/bach-01-30-59.mp3"\n'
        '"6"\t"1"\t"1"\t"c/ann-02-0-29.mp3"\n'
        '"7"\t"0"\t"0"\t"9/ann-02-30-59.mp3"\n'
        '"8"\t"?"\t"1"\t"a/ann-02-60-89.mp3"\n'
        '"9"\t"1"\n'
    )
    (tmp_path / "clip_info_final.csv").write_text(
        "clip_id\ttrack_number\ttitle\tartist\talbum\turl\n"
        '2\t1\t"Sonata ""in"" C"\tBach\tWorks\thttp://x\n6\t2\tSong\tAnn\tOne\t\n'
    )
    return path


def test_magnatagatune_is_a_closed_list_with_the_split_by_folders(magna: Path) -> None:
    file = read(magna)
    assert format_of(magna) == magnatagatune.FORMAT
    assert words(file) == {
        "f/bach-01-30-59.mp3": {"no voice"},
        "c/ann-02-0-29.mp3": {"no voice", "guitar"},
        "9/ann-02-30-59.mp3": set(),
        "a/ann-02-60-89.mp3": {"guitar"},
    }
    assert list(sides(file).values()) == ["test", "valid", "train", "train"]
    assert (file.closed, file.split) == (True, "MagnaTagATune 12:1:3")
    assert (file.songs[0].title, file.songs[0].artist) == ('Sonata "in" C', "Bach")
    assert [(fault.line, fault.text) for fault in file.faults] == [(5, "?"), (6, "9")]


def test_magnatagatune_becomes_a_library_with_its_split(
    magna: Path, library: Library, tmp_path: Path
) -> None:
    add_files(library, tmp_path / "mp3", "f/bach-01-30-59.mp3", "c/ann-02-0-29.mp3")
    read_into(magnatagatune.FORMAT, magna, library, ImportChoices(missing=MissingMeans.NO))
    assert {(int(key[0]), key[2], key[3]) for key in decisions(library)} == {
        (1, "no voice", "yes"), (1, "guitar", "no"),
        (2, "no voice", "yes"), (2, "guitar", "yes"),
    }  # fmt: skip
    assert library.evaluation.named_split("MagnaTagATune 12:1:3") == {1: "test", 2: "valid"}


def test_the_folder_of_magnatagatune_is_read_as_its_table(magna: Path) -> None:
    folder, table = read(magna.parent), read(magna)
    assert words(folder) == words(table)
    assert folder.songs == table.songs


def test_a_folder_with_several_lists_of_mtg_jamendo_is_not_guessed_at(tmp_path: Path) -> None:
    for kind in ("genre", "moodtheme"):
        (tmp_path / f"autotagging_{kind}.tsv").write_text(JAMENDO + ROWS[0])
    with pytest.raises(ExchangeError, match="holds no files of decisions"):
        format_of(tmp_path)


def test_magnatagatune_comes_in_without_the_names_of_its_clips(magna: Path) -> None:
    magna.with_name("clip_info_final.csv").unlink()
    file = read(magna)
    assert len(file.songs) == 4
    assert [remark.partition(" ")[0] for remark in file.remarks] == ["clip_info_final.csv", "split"]
    assert file.remarks[1].endswith("2 songs to learn from, 1 to validate on, 1 to test on")


JAMENDO = "TRACK_ID\tARTIST_ID\tALBUM_ID\tPATH\tDURATION\tTAGS\n"
ROWS = (
    "track_1\tartist_1\talbum_1\t14/214.mp3\t124.6\tgenre---punk\tmood/theme---happy\tinstrument---bass\n",
    "track_2\tartist_1\talbum_1\t15/215.mp3\t151.4\tgenre---metal\n",
    "track_3\tartist_2\talbum_2\t16/216.mp3\tx\todd\t\tgenre---\n",
    "track_4\n",
)


@pytest.fixture
def jamendo(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    split = data / "splits" / "split-0"
    split.mkdir(parents=True)
    (data / "autotagging.tsv").write_text(JAMENDO + "".join(ROWS))
    for name, row in zip(("train", "validation", "test"), ROWS, strict=False):
        (split / f"autotagging-{name}.tsv").write_text(JAMENDO + row)
    (data / "raw.meta.tsv").write_text(
        "TRACK_ID\tARTIST_ID\tALBUM_ID\tTRACK_NAME\tARTIST_NAME\tALBUM_NAME\tRELEASEDATE\tURL\n"
        "track_1\tartist_1\talbum_1\tRide\tAnn\tOne\t2004\thttp://x\n"
    )
    return data


@pytest.mark.parametrize(
    "name",
    [
        "autotagging.tsv", "splits/split-0/autotagging-validation.tsv", ".", "..", "splits/split-0",
    ],
)  # fmt: skip
def test_all_tags_of_mtg_jamendo_come_in_with_categories_and_split(
    jamendo: Path, name: str
) -> None:
    file = read(jamendo / name)
    assert words(file) == {
        "14/214.mp3": {"punk", "happy", "bass"}, "15/215.mp3": {"metal"}, "16/216.mp3": {"odd"},
    }  # fmt: skip
    assert {word.name: word.category for word in file.words} == {
        "punk": "genre", "happy": "mood/theme", "bass": "instrument", "metal": "genre",
        "odd": "MTG-Jamendo",
    }  # fmt: skip
    assert list(sides(file).values()) == ["train", "valid", "test"]
    assert file.split == "MTG-Jamendo split-0"
    first = file.songs[0]
    assert (first.title, first.artist, first.duration_s) == ("Ride", "Ann", 124.6)
    assert (4, "genre---") in {(fault.line, fault.text) for fault in file.faults} or name > "s"


def test_mtg_jamendo_finds_the_small_files(jamendo: Path, library: Library, tmp_path: Path) -> None:
    add_files(library, tmp_path, "14/214.low.mp3")
    library.songs.add(
        NewSong("f" * 32, tmp_path / "15" / "215.low.mp3", 1, 1.0, "", "", "", None, 151.0, 1, 1)
    )
    plan = read_into(mtg_jamendo.FORMAT, jamendo / "autotagging.tsv", library)
    assert plan.counts.n_new == 1  # the other song is not as long as the list says
    assert library.evaluation.named_split("MTG-Jamendo split-0") == {2: "valid"}


@pytest.fixture
def genres(tmp_path: Path) -> Path:
    folder = tmp_path / "genres"
    for name in ("blues/blues.00000.wav", "blues/blues.00001.au", "jazz/jazz.00054.wav"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    (folder / "blues" / "notes.txt").touch()
    return folder


def test_folders_of_genres_are_gtzan(genres: Path) -> None:
    assert format_of(genres) == gtzan.FORMAT
    file = read(genres)
    assert words(file) == {
        "blues/blues.00000.wav": {"blues"},
        "blues/blues.00001.au": {"blues"},
        "jazz/jazz.00054.wav": {"jazz"},
    }
    assert (file.split, file.closed) == ("", True)


def write_lists(folder: Path) -> None:
    (folder / "train_filtered.txt").write_text("blues/blues.00000.wav\nblues/blues.00001.wav\n")
    (folder / "test_filtered.txt").write_text("jazz/jazz.00054.wav\nnot one\n")


def test_gtzan_keeps_its_fault_filtered_split(genres: Path) -> None:
    write_lists(genres.parent)
    by_folder, by_list = read(genres), read(genres.parent / "test_filtered.txt")
    expected = {
        "blues/blues.00000": "train", "blues/blues.00001": "train", "jazz/jazz.00054": "test",
    }  # fmt: skip
    for file in (by_folder, by_list, read(genres.parent)):
        assert {path.rpartition(".")[0]: side for path, side in sides(file).items()} == expected
        assert file.split == "GTZAN fault-filtered"
        assert [(fault.line, fault.text) for fault in file.faults] == [(2, "not one")]


def test_gtzan_becomes_a_library_with_its_split(genres: Path, library: Library) -> None:
    write_lists(genres.parent)
    add_files(library, genres, "blues/blues.00001.au", "jazz/jazz.00054.wav")
    read_into(gtzan.FORMAT, genres, library, ImportChoices(missing=MissingMeans.NO))
    assert Counter(key[3] for key in decisions(library)) == {"yes": 2, "no": 2}
    assert library.evaluation.named_split("GTZAN fault-filtered") == {1: "train", 2: "test"}


def write_json(folder: Path, track: str, **words: object) -> None:
    path = folder / track[2] / track[3] / track[4] / f"{track}.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"track_id": track, "similars": [], **words}))


@pytest.fixture
def msd(tmp_path: Path) -> Path:
    write_json(
        tmp_path / "lastfm_train", TRACK_A, artist="Ann", title="Sun",
        tags=[["classic pop", "100"], ["slow", "40"], ["x", "101"]],
    )  # fmt: skip
    write_json(tmp_path / "lastfm_test", TRACK_B, artist="Bo", title="Moon", tags=[["slow", "0"]])
    write_json(tmp_path / "lastfm_test", TRACK_C, artist="Cy")
    return tmp_path


def weights(file: LabelFile) -> set[tuple[str, str, float | None]]:
    return {
        (file.songs[row.song].path, file.words[row.word].name, row.intensity)
        for row in file.decisions
    }


EXPECTED = {
    (f"{TRACK_A}.mp3", "classic pop", 1.0),
    (f"{TRACK_A}.mp3", "slow", 0.4),
    (f"{TRACK_B}.mp3", "slow", 0.0),
}


def test_lastfm_tags_are_read_from_files_of_tracks(msd: Path) -> None:
    assert format_of(msd) == lastfm.FORMAT
    file = read(msd)
    assert weights(file) == EXPECTED
    assert sides(file) == {f"{TRACK_A}.mp3": "train", f"{TRACK_B}.mp3": "test"}
    assert {(song.artist, song.title) for song in file.songs} == {("Ann", "Sun"), ("Bo", "Moon")}
    assert sorted((fault.text, bool(fault.file)) for fault in file.faults) == [
        ("", True), ("x: 101", False),
    ]  # fmt: skip
    assert sides(read(msd / "lastfm_test")) == {f"{TRACK_B}.mp3": "test"}


def write_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE tids (tid TEXT)")
        database.execute("CREATE TABLE tags (tag TEXT)")
        database.execute("CREATE TABLE tid_tag (tid INT, tag INT, val REAL)")
        database.executemany("INSERT INTO tids VALUES (?)", [(TRACK_A,), (TRACK_B,)])
        database.executemany("INSERT INTO tags VALUES (?)", [("classic pop",), ("slow",)])
        rows = [(1, 1, 100.0), (1, 2, 40.0), (2, 2, 0.0)]
        database.executemany("INSERT INTO tid_tag VALUES (?, ?, ?)", rows)


@pytest.mark.parametrize("name", ["lastfm_tags.db", "list.tsv", "list.csv", "with_header.csv"])
def test_lastfm_tags_are_read_from_a_database_or_a_list(tmp_path: Path, name: str) -> None:
    rows = [(TRACK_A, "classic pop", "100"), (TRACK_A, "slow", "40"), (TRACK_B, "slow", "0")]
    path = tmp_path / name
    if name.endswith(".db"):
        write_database(path)
    else:
        sign = "," if name.endswith(".csv") else "\t"
        head = "track_id,tag,weight\n" if name.startswith("with") else ""
        path.write_text(head + "".join(sign.join(row) + "\n" for row in rows))
    (tmp_path / "unique_tracks.txt").write_text(
        f"{TRACK_B}<SEP>SO1<SEP>Bo<SEP>Moon<SEP>light\n{TRACK_C}<SEP>SO2<SEP>Cy<SEP>Star\nodd\n"
    )
    assert format_of(path) == lastfm.FORMAT
    file = read(path)
    assert weights(file) == EXPECTED
    assert [(song.artist, song.title) for song in file.songs] == [
        ("", ""),
        ("Bo", "Moon<SEP>light"),
    ]
    assert file.faults == []


def test_rows_that_are_none_are_listed(tmp_path: Path) -> None:
    path = tmp_path / "list.tsv"
    path.write_text(f"{TRACK_A}\tslow\t40\n{TRACK_A}\tslow\nsong\tslow\t1\n{TRACK_A}\tslow\tnan\n")
    file = read(path)
    assert [fault.line for fault in file.faults] == [2, 3, 4]
    assert len(file.decisions) == 1


def test_only_the_most_frequent_words_are_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lastfm, "MOST_WORDS", 2)
    path = tmp_path / "list.tsv"
    rows = [(TRACK_A, "a"), (TRACK_B, "a"), (TRACK_A, "b"), (TRACK_B, "B"), (TRACK_A, "c")]
    path.write_text("".join(f"{track}\t{word}\t50\n" for track, word in rows))
    file = read(path)
    assert [word.name for word in file.words] == ["a", "b"]
    assert len(file.decisions) == 4
    assert any("1 rarer one with 1 decision" in remark for remark in file.remarks)


@pytest.mark.parametrize(
    ("form", "name", "content"),
    [
        (magnatagatune.FORMAT, "annotations_final.csv", b"a\tb\n1\t2\n"),
        (magnatagatune.FORMAT, "annotations_final.csv", b""),
        (mtg_jamendo.FORMAT, "autotagging.tsv", b"TRACK\tTAGS\n"),
        (gtzan.FORMAT, "train_filtered.txt", b"nothing\n"),
        (lastfm.FORMAT, "list.tsv", b"nothing\n"),
        (lastfm.FORMAT, "lastfm_tags.db", b"SQLite format 3\0 and then nothing"),
        (lastfm.FORMAT, "list.tsv", b"\0\1\2"),
        (mtg_jamendo.FORMAT, "missing.tsv", None),
    ],
)
def test_what_is_no_such_file_is_told(
    tmp_path: Path, form: LabelFormat, name: str, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert form.read is not None
    with pytest.raises(ExchangeError, match=name.replace(".", r"\.")) as caught:
        form.read(tmp_path / name, SILENT)
    assert caught.value.remedy


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=9)


@given(st.dictionaries(WORDS.filter(lambda word: '"' not in word), st.integers(0, 100), max_size=5))
def test_any_words_and_weights_of_a_list_are_read(
    tmp_path_factory: pytest.TempPathFactory, rows: dict[str, int]
) -> None:
    path = tmp_path_factory.mktemp("list") / "list.tsv"
    path.write_text(
        "".join(f"{TRACK_A}\t{word}\t{weight}\n" for word, weight in rows.items())
        + f"{TRACK_B}\tslow\t1\n",
        encoding="utf-8",
    )
    file = lastfm.read(path, SILENT)
    found = [round(row.intensity * 100) for row in file.decisions if row.intensity is not None]
    assert sorted(found) == sorted([*rows.values(), 1])
