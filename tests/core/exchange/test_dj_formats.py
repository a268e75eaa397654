"""Playlists and collections of DJ programs: what is written comes back, others' come in."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from defusedxml import ElementTree
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import ExchangeError
from core.exchange.format_records import ExportOptions, LabelFormat
from core.exchange.format_registry import format_of
from core.exchange.formats import mixxx, playlists, rekordbox, traktor
from core.exchange.label_records import LabelFile
from core.exchange.label_source import LabelSource
from core.exchange.notations.comment_words import words_of_comment, words_to_comment
from core.exchange.notations.qualified_words import qualified, split_qualified
from core.jobs import SILENT
from core.library.edits.edits import AddTag, Judge, SaveSearch
from core.library.records import State
from core.library.store import Library
from tests.support.round_trips import (
    SONGS,
    DecisionKey,
    decisions,
    fresh_library,
    read_into,
    tag_id,
    write,
)


def read(form: LabelFormat, path: Path) -> LabelFile:
    assert form.read is not None
    return form.read(path, SILENT)


def yes_by_ann(keys: set[DecisionKey], *, parts: bool) -> set[DecisionKey]:
    """What a format keeps that knows only yes, and nobody's name."""
    return {
        (sound, "Ann", tag, "yes", None, start, end)
        for sound, _, tag, state, _, start, end in keys
        if state == "yes" and (parts or start is None)
    }


def labelled_as(file: LabelFile) -> set[tuple[str, str, str]]:
    """What a file says: (name of the song, category, tag)."""
    songs, words = file.songs, file.words
    return {
        (songs[one.song].name, words[one.word].category, words[one.word].name)
        for one in file.decisions
    }


def test_playlists_of_tags_come_back_as_yes(
    labelled: Library, fresh: Library, tmp_path: Path
) -> None:
    labelled.do(SaveSearch("nineties", "year:1990..1999"))
    labelled.do(SaveSearch("broken", "year:("))
    written = write(playlists.TAGS, labelled, tmp_path / "lists")
    assert "rhythm - kick.m3u8" in {path.name for path in written.files}
    assert format_of(tmp_path / "lists") == playlists.TAGS
    (tmp_path / "lists" / "nineties.m3u8").unlink()
    read_into(playlists.TAGS, tmp_path / "lists", fresh)
    assert decisions(fresh) == yes_by_ann(decisions(labelled), parts=False)


@pytest.mark.parametrize("relative", [False, True])
def test_a_search_is_a_playlist_whose_paths_are_found(
    labelled: Library, tmp_path: Path, relative: bool
) -> None:
    out = tmp_path / "lists" / "all.m3u8"
    out.parent.mkdir()
    source = LabelSource(labelled, "year:1992..")
    written = playlists.write_search(source, out, ExportOptions(relative=relative), SILENT)
    lines = out.read_text(encoding="utf-8").splitlines()
    assert (written.n_rows, lines[0]) == (3, "#EXTM3U")
    assert lines[2].startswith("../" if relative else str(tmp_path))
    assert [song.title for song in read(playlists.TAGS, out).songs] == [
        "東京 – 🎵", "tab and line", "plain",
    ]  # fmt: skip


def test_playlists_of_others_come_in(tmp_path: Path, fresh: Library) -> None:
    folder = tmp_path / "Müsic, all"
    folder.mkdir()
    (folder / "party.m3u").write_bytes(
        b'\xef\xbb\xbf#EXTM3U\r\n#EXTINF:-1 tvg-id="x",AC/DC - F\xc3\xbcr Elise\r\nsong 1.wav\r\n'
        b"http://radio.example/stream\r\nmore.m3u8\r\n\r\n"
    )
    (folder / "more.m3u8").write_text(
        "file://localhost/nowhere/song%202.wav\nparty.m3u\nlost.m3u\n"
    )
    plan = read_into(playlists.TAGS, folder / "party.m3u", fresh)
    assert {(int(key[0]), key[2]) for key in decisions(fresh)} == {(1, "party")}
    assert [match.by.value for match in plan.matches] == ["path", "likeness"]
    assert [(fault.line, fault.file) for fault in plan.faults] == [
        (4, "party.m3u"), (0, "more.m3u8"), (0, "more.m3u8"),
    ]  # fmt: skip


def test_a_playlist_in_western_letters_is_read_and_told(tmp_path: Path) -> None:
    path = tmp_path / "old.m3u"
    path.write_bytes("C:\\Musik\\Für Elise.mp3\n".encode("cp1252"))
    file = read(playlists.TAGS, path)
    assert file.songs[0].path.endswith("C:/Musik/Für Elise.mp3")
    assert len(file.remarks) == 1


def test_what_is_no_text_is_no_playlist(tmp_path: Path) -> None:
    path = tmp_path / "sound.m3u8"
    path.write_bytes(b"#EXTM3U\n" + bytes(1000))
    with pytest.raises(ExchangeError, match=r"sound\.m3u8 .* line 2"):
        read(playlists.TAGS, path)


def test_rekordbox_keeps_yes_on_songs_and_parts(
    labelled: Library, fresh: Library, tmp_path: Path
) -> None:
    out = tmp_path / "out.xml"
    write(rekordbox.FORMAT, labelled, out)
    assert format_of(out) == rekordbox.FORMAT
    read_into(rekordbox.FORMAT, out, fresh)
    assert decisions(fresh) == yes_by_ann(decisions(labelled), parts=True)


def test_rekordbox_gets_what_it_asks_for(labelled: Library, tmp_path: Path) -> None:
    write(rekordbox.FORMAT, labelled, tmp_path / "out.xml", all_annotators=False)
    root = ElementTree.parse(tmp_path / "out.xml").getroot()
    tracks = root.findall("COLLECTION/TRACK")
    assert len(tracks) == len(SONGS) == int(root.find("COLLECTION").get("Entries"))
    assert tracks[0].get("Location", "").startswith("file://localhost/")
    assert tracks[0].get("Location", "").endswith("/M%C3%BCsic%2C%20all/song%201.wav")
    assert tracks[0].get("Comments") == "/* kick */"
    mark = tracks[0].find("POSITION_MARK")
    assert (mark.get("Start"), mark.get("End")) == ("2.500", "4.250")
    lists = root.findall("PLAYLISTS/NODE[@Name='ROOT']/NODE/NODE/NODE")
    assert {node.get("Name"): [t.get("Key") for t in node] for node in lists} == {
        "kick": ["1"], '=odd; name, "x"': ["2"], "female": ["3"],
    }  # fmt: skip


FOREIGN = """<?xml version="1.0" encoding="UTF-8"?>
<DJ_PLAYLISTS Version="1.0.0"><PRODUCT Name="rekordbox" Version="6.7.7" Company="AlphaTheta"/>
<COLLECTION Entries="2">
<TRACK TrackID="11" Name="Blue &amp; Green" Artist="Miles" TotalTime="303" Year="1959"
 Genre="Jazz; Modal" Comments="rec 1 /* slow / no drums */"
 Location="file://localhost/C:/Music/01%20Blue%20%26%20Green.mp3">
 <TEMPO Inizio="0.1" Bpm="120.00" Metro="4/4" Battito="1"/>
 <POSITION_MARK Name="" Type="0" Start="1.5" Num="0"/>
 <POSITION_MARK Name="solo" Type="4" Start="60.25" End="90.5" Num="-1"/></TRACK>
<TRACK TrackID="12" Name="Streamed" Artist="X" TotalTime="100"/>
</COLLECTION>
<PLAYLISTS><NODE Type="0" Name="ROOT" Count="1"><NODE Type="0" Name="Gigs" Count="1">
<NODE Name="Friday" Type="1" KeyType="0" Entries="2"><TRACK Key="11"/><TRACK Key="99"/></NODE>
</NODE></NODE></PLAYLISTS></DJ_PLAYLISTS>"""


def test_a_collection_of_rekordbox_comes_in(tmp_path: Path) -> None:
    path = tmp_path / "rekordbox.xml"
    path.write_text(FOREIGN, encoding="utf-8")
    file = read(rekordbox.FORMAT, path)
    song = "C:/Music/01 Blue & Green.mp3"
    assert labelled_as(file) == {
        (song, "", "slow"), (song, "", "no drums"), (song, "genre", "Jazz"),
        (song, "genre", "Modal"), (song, "Lists", "Friday"), (song, "", "solo"),
    }  # fmt: skip
    assert file.songs[0].duration_s == 303
    assert [fault.text for fault in file.faults] == ["X - Streamed", "99"]
    assert len(file.remarks) == 1


BOMB = """<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><{root} x="&b;"></{root}>"""


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (rekordbox.FORMAT, BOMB.format(root="DJ_PLAYLISTS")),
        (traktor.FORMAT, BOMB.format(root="NML")),
        (rekordbox.FORMAT, FOREIGN[:700]),
        (rekordbox.FORMAT, "<html></html>"),
        (rekordbox.FORMAT, ""),
        (traktor.FORMAT, f"<NML>{'<NODE>' * 200}{'</NODE>' * 200}</NML>"),
        (traktor.FORMAT, '<NML encoding="x">\x01</NML>'),
    ],
)
def test_bombs_and_torn_files_are_refused_by_name(
    tmp_path: Path, form: LabelFormat, text: str
) -> None:
    path = tmp_path / "odd.xml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ExchangeError, match=r"odd\.xml"):
        read(form, path)


NML = """<?xml version="1.0" encoding="UTF-8" standalone="no" ?>
<NML VERSION="19"><HEAD COMPANY="www.native-instruments.com" PROGRAM="Traktor"></HEAD>
<COLLECTION ENTRIES="1"><ENTRY TITLE="So What" ARTIST="Miles">
<LOCATION DIR="/:Users/:ann/:Music/:" FILE="so what.mp3" VOLUME="Macintosh HD"/>
<ALBUM TITLE="Kind of Blue"/><INFO GENRE="Jazz" COMMENT="/* cool */" PLAYTIME_FLOAT="545.2"
 RELEASE_DATE="1959/8/17"/><CUE_V2 NAME="n.n." TYPE="0" START="1.0" LEN="0.0"/></ENTRY></COLLECTION>
<PLAYLISTS><NODE TYPE="FOLDER" NAME="$ROOT"><SUBNODES COUNT="2">
<NODE TYPE="PLAYLIST" NAME="_LOOPS"><PLAYLIST ENTRIES="1" TYPE="LIST"><ENTRY>
<PRIMARYKEY TYPE="TRACK" KEY="Macintosh HD/:Users/:ann/:Music/:so what.mp3"/></ENTRY>
</PLAYLIST></NODE>
<NODE TYPE="PLAYLIST" NAME="late"><PLAYLIST ENTRIES="2" TYPE="LIST"><ENTRY>
<PRIMARYKEY TYPE="TRACK" KEY="Macintosh HD/:Users/:ann/:Music/:so what.mp3"/></ENTRY><ENTRY>
<PRIMARYKEY TYPE="TRACK" KEY="gone"/></ENTRY></PLAYLIST></NODE>
</SUBNODES></NODE></PLAYLISTS></NML>"""


def test_a_collection_of_traktor_comes_in(tmp_path: Path) -> None:
    path = tmp_path / "collection.nml"
    path.write_text(NML, encoding="utf-8")
    assert format_of(path) == traktor.FORMAT
    file = read(traktor.FORMAT, path)
    song = "/Users/ann/Music/so what.mp3"
    assert labelled_as(file) == {
        (song, "", "cool"),
        (song, "genre", "Jazz"),
        (song, "Lists", "late"),
    }
    assert (file.songs[0].year, file.songs[0].duration_s) == (1959, 545.2)
    assert [fault.text for fault in file.faults] == ["gone"]


PLAYLIST_OF_WINDOWS = """<?xml version="1.0" encoding="UTF-8" standalone="no" ?>
<NML VERSION="20"><HEAD COMPANY="www.native-instruments.com" PROGRAM="Traktor Pro 4"></HEAD>
<MUSICFOLDERS></MUSICFOLDERS><COLLECTION ENTRIES="2">
<ENTRY MODIFIED_DATE="2024/5/1" AUDIO_ID="AbC=" TITLE="Bücher &amp; Töne" ARTIST="Für Ann">
<LOCATION DIR="/:Users/:Ann/:Music/:90s House/:" FILE="01 Bücher.flac" VOLUME="D:" VOLUMEID="1a2"/>
<INFO BITRATE="900000" GENRE="House; Deep" COMMENT="bought" COMMENT2="/* warm / AC∕DC */"
 PLAYTIME="301" IMPORT_DATE="2024/5/1"/><TEMPO BPM="122.0" BPM_QUALITY="100.0"/>
<CUE_V2 NAME="AutoGrid" TYPE="4" START="52.6" LEN="0.0" HOTCUE="0"/>
<CUE_V2 NAME="break" TYPE="5" START="61250.5" LEN="15738.5" HOTCUE="1"/>
<CUE_V2 NAME="n.n." TYPE="5" START="1000" LEN="2000" HOTCUE="-1"/></ENTRY>
<ENTRY TITLE="No file" ARTIST="X"><INFO PLAYTIME="10"/></ENTRY></COLLECTION>
<SETS ENTRIES="0"></SETS><PLAYLISTS><NODE TYPE="FOLDER" NAME="$ROOT"><SUBNODES COUNT="2">
<NODE TYPE="FOLDER" NAME="Gigs"><SUBNODES COUNT="1"><NODE TYPE="PLAYLIST" NAME="Köln 3:30">
<PLAYLIST ENTRIES="1" TYPE="LIST" UUID="9f"><ENTRY><PRIMARYKEY TYPE="TRACK"
 KEY="D:/:Users/:Ann/:Music/:90s House/:01 Bücher.flac"/></ENTRY></PLAYLIST></NODE>
</SUBNODES></NODE>
<NODE TYPE="SMARTLIST" NAME="fast"><SMARTLIST UUID="1"><SEARCH_EXPRESSION VERSION="1"
 QUERY="$BPM &gt; 130"/></SMARTLIST></NODE></SUBNODES></NODE></PLAYLISTS></NML>"""


def test_a_playlist_of_traktor_on_windows_comes_in(tmp_path: Path) -> None:
    path = tmp_path / "Köln.nml"
    path.write_text(PLAYLIST_OF_WINDOWS, encoding="utf-8")
    file = read(traktor.FORMAT, path)
    song = "D:/Users/Ann/Music/90s House/01 Bücher.flac"
    assert labelled_as(file) == {
        (song, "", "warm"), (song, "", "AC/DC"), (song, "genre", "House"),
        (song, "genre", "Deep"), (song, "", "break"), (song, "Lists", "Köln 3:30"),
    }  # fmt: skip
    parts = [(row.start_s, row.end_s) for row in file.decisions if row.start_s is not None]
    assert parts == [(61.2505, 76.989)]
    assert [fault.text for fault in file.faults] == ["X - No file"]


COLLECTION_OF_A_MAC = """<?xml version="1.0" encoding="UTF-8"?>
<DJ_PLAYLISTS Version="1.0.0"><PRODUCT Name="rekordbox" Version="7.0.4" Company="AlphaTheta"/>
<COLLECTION Entries="2">
<TRACK TrackID="201" Name="Bücher" Artist="Ann" Album="" Kind="FLAC-Datei" Size="1" TotalTime="61"
 Tonality="8A" Rating="255" Comments="8A - 6 /* Vocal / Peak Time */" Genre="House"
 Location="file://localhost/Users/ann/Music/B%C3%BCcher%20%2B%201%23.flac" Year="0">
<TEMPO Inizio="0.052" Bpm="122.00" Metro="4/4" Battito="1"/>
<POSITION_MARK Name="drop: synth" Type="4" Start="12.5" End="20.25" Num="-1"/>
<POSITION_MARK Name="" Type="0" Start="30.000" Num="0" Red="40" Green="226" Blue="20"/></TRACK>
<TRACK TrackID="202" Name="B" Artist="" TotalTime="0" Location="file://localhost/Volumes/USB/b.wav"/>
</COLLECTION>
<PLAYLISTS><NODE Type="0" Name="ROOT" Count="2">
<NODE Name="by place" Type="1" KeyType="1" Entries="1">
<TRACK Key="file://localhost/Volumes/USB/b.wav"/></NODE>
<NODE Name="empty" Type="1" KeyType="0" Entries="0"/></NODE></PLAYLISTS></DJ_PLAYLISTS>"""


def test_a_collection_of_rekordbox_on_a_mac_comes_in(tmp_path: Path) -> None:
    path = tmp_path / "mac.xml"
    path.write_text(COLLECTION_OF_A_MAC, encoding="utf-8")
    assert format_of(path) == rekordbox.FORMAT
    file = read(rekordbox.FORMAT, path)
    song = "/Users/ann/Music/Bücher + 1#.flac"
    assert labelled_as(file) == {
        (song, "", "Vocal"), (song, "", "Peak Time"), (song, "genre", "House"),
        (song, "drop", "synth"), ("/Volumes/USB/b.wav", "Lists", "by place"),
    }  # fmt: skip
    assert [(song.duration_s, song.year) for song in file.songs] == [(61, None), (None, None)]
    assert file.faults == []


def test_crates_of_mixxx_come_in(tmp_path: Path) -> None:
    path = tmp_path / "mixxxdb.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.executescript("""
            CREATE TABLE track_locations (id INTEGER PRIMARY KEY, location TEXT);
            CREATE TABLE library (id INTEGER PRIMARY KEY, artist TEXT, title TEXT, album TEXT,
                year TEXT, duration REAL, genre TEXT, comment TEXT, location INTEGER,
                mixxx_deleted INTEGER);
            CREATE TABLE crates (id INTEGER PRIMARY KEY, name TEXT);
            CREATE TABLE crate_tracks (crate_id INTEGER, track_id INTEGER);
            CREATE TABLE Playlists (id INTEGER PRIMARY KEY, name TEXT, hidden INTEGER);
            CREATE TABLE PlaylistTracks (playlist_id INTEGER, track_id INTEGER, position INTEGER);
            INSERT INTO track_locations VALUES (1, '/music/a.flac'), (2, '/music/b.flac');
            INSERT INTO library VALUES
                (5, 'Ann', 'A', NULL, '1999-01-02', 200.5, 'House;Deep', '/* warm */', 1, 0),
                (6, 'Bo', 'B', 'Al', NULL, 100, NULL, NULL, 2, 1);
            INSERT INTO crates VALUES (1, 'openers');
            INSERT INTO crate_tracks VALUES (1, 5), (1, 6);
            INSERT INTO Playlists VALUES (1, 'Auto DJ', 1), (2, 'late', 0);
            INSERT INTO PlaylistTracks VALUES (1, 5, 1), (2, 5, 1);
        """)
    assert format_of(path) == mixxx.FORMAT
    file = read(mixxx.FORMAT, path)
    assert {(category, tag) for _, category, tag in labelled_as(file)} == {
        ("genre", "House"), ("genre", "Deep"), ("", "warm"), ("Crates", "openers"),
        ("Lists", "late"),
    }  # fmt: skip
    assert file.songs[0].year == 1999


def test_a_database_that_mixxx_is_writing_comes_in_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "mixxxdb.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.executescript("""
            PRAGMA journal_mode = WAL;
            CREATE TABLE track_locations (id INTEGER PRIMARY KEY, location VARCHAR(512),
                filename VARCHAR(512), directory VARCHAR(512), filesize INTEGER);
            CREATE TABLE library (id INTEGER PRIMARY KEY, artist VARCHAR(64), title VARCHAR(64),
                album VARCHAR(64), year VARCHAR(16), genre VARCHAR(64), duration FLOAT,
                location INTEGER, comment VARCHAR(256), mixxx_deleted INTEGER, bpm FLOAT);
            CREATE TABLE crates (id INTEGER PRIMARY KEY, name VARCHAR(48), count INTEGER,
                show INTEGER, locked INTEGER, autodj_source INTEGER);
            CREATE TABLE crate_tracks (crate_id INTEGER, track_id INTEGER);
            CREATE TABLE Playlists (id INTEGER PRIMARY KEY, name VARCHAR(48), position INTEGER,
                hidden INTEGER, date_created DATETIME);
            CREATE TABLE PlaylistTracks (id INTEGER PRIMARY KEY, playlist_id INTEGER,
                track_id INTEGER, position INTEGER, pl_datetime_added DATETIME);
            INSERT INTO track_locations VALUES (7, 'C:/Müsik/ä.mp3', 'ä.mp3', 'C:/Müsik', 1);
            INSERT INTO library VALUES (3, 'Ä', 'ä', '', 2001, 'Dub', 61.5, 7, 'x', NULL, 120);
            INSERT INTO crates VALUES (1, 'late: dub', 1, 1, 0, 0);
            INSERT INTO crate_tracks VALUES (1, 3);
        """)
        database.execute("INSERT INTO crates VALUES (2, 'half written', 1, 1, 0, 0)")
        database.execute("INSERT INTO crate_tracks VALUES (2, 3)")
        file = read(mixxx.FORMAT, path)
    song = "C:/Müsik/ä.mp3"
    assert labelled_as(file) == {(song, "genre", "Dub"), (song, "Crates", "late: dub")}
    assert (file.songs[0].year, file.songs[0].duration_s) == (2001, 61.5)


@pytest.mark.parametrize("content", [b"SQLite format 3\0" + bytes(100), b"none at all"])
def test_what_is_no_database_of_mixxx_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mixxxdb.sqlite"
    path.write_bytes(content)
    with pytest.raises(ExchangeError, match=r"mixxxdb\.sqlite"):
        read(mixxx.FORMAT, path)


@given(st.lists(st.text(min_size=1).filter(lambda text: not {"*", "\u2215"} & set(text))))
def test_words_come_back_from_a_comment(words: list[str]) -> None:
    plain = [" ".join(word.split()) for word in words]
    kept = list(dict.fromkeys(word for word in plain if word))
    assert words_of_comment(f"before {words_to_comment(kept)} after") == kept


@given(st.text("ab :\\\\-=", max_size=6), st.text("ab :\\\\-=", min_size=1, max_size=6))
def test_a_tag_is_told_from_its_category(category: str, name: str) -> None:
    category, name = " ".join(category.split()), " ".join(name.split())
    assert split_qualified(qualified(category, name, ("=", "-"))) == (category, name)


LETTERS = st.characters(codec="utf-8", categories=("L", "N", "P", "S"))
NAMES = st.text(LETTERS, min_size=1, max_size=12)


@settings(max_examples=15, deadline=None)
@given(NAMES, st.sampled_from([playlists.TAGS, rekordbox.FORMAT]))
def test_any_tag_comes_back(
    tmp_path_factory: pytest.TempPathFactory, name: str, form: LabelFormat
) -> None:
    folder = tmp_path_factory.mktemp("any")
    with fresh_library(folder) as library:
        if library.codebook.find(name) is None:
            library.do(AddTag(name, library.codebook.categories()[0].id))
        library.do(Judge(1, tag_id(library, name), State.YES))
        write(form, library, folder / "out")
        there = decisions(library)
        library.undo()
        library.undo()
        read_into(form, folder / "out", library)
        assert decisions(library) == there
