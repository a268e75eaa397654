"""A file that cannot be read or written says why, in words, and not as Python does."""

from __future__ import annotations

import errno
import gzip
import sqlite3
from pathlib import Path

import pytest

from core.errors import ExchangeError
from core.exchange.file_errors import cannot_write, reason_of
from core.exchange.file_tags.tag_values import read_mapping
from core.exchange.format_registry import format_named
from core.jobs import SILENT
from core.messages import Message, catalogue
from tests.support.bad_files import error_of


def why(path: Path, form: str) -> str:
    """Read a file; return the whole sentence on why it cannot be."""
    error = error_of(path, form)
    assert isinstance(error.params.get("why", error.message), Message)
    return error.message


@pytest.mark.parametrize(
    ("form", "content", "sentence"),
    [
        ("csv", b"path,tag\nPK\0\1\0\0\0\0", "a.x is no text file: byte 12 is zero."),
        ("jams", b'{"annotations": [}', "a.x cannot be read as JAMS: line 1, sign 18 is no JSON."),
        ("jams", b'{"a": "\xff"}', "a.x cannot be read as JAMS: byte 8 is not UTF-8."),
        ("jams", b"[" * 100_000, "a.x cannot be read as JAMS: its parts lie too deep within each"
         " other."),
        ("jams", b"{}", "a.x cannot be read as JAMS: it has no annotations and no file data."),
        ("sonic-visualiser", b"no xml", "a.x cannot be read as XML: line 1, sign 1 is no XML."),
        ("sonic-visualiser", b"<sv>\n<data>", "a.x cannot be read as XML: line 2, sign 7 is no"
         " XML."),
        ("sonic-visualiser", b"<NML/>", "a.x cannot be read as XML: it begins with <NML>, not with"
         " <sv>."),
        ("sonic-visualiser", b'<!DOCTYPE sv [<!ENTITY a "b">]><sv/>', "a.x cannot be read as XML:"
         " it declares entities, which are not read."),
        ("sonic-visualiser", b"<a>" * 2, "a.x cannot be read as XML: it begins with <a>, not with"
         " <sv>."),
        ("mixxx", b"SQLite format 3\0" + b"\1" * 200, "a.x is not a database of Mixxx: it is no"
         " SQLite database."),
        ("magnatagatune", b"clip\tpath\n", "a.x is not the file of this name of MagnaTagATune: its"
         " first line does not name the columns clip_id, mp3_path."),
        ("gtzan", b"\n", "a.x is not the file of this name of GTZAN: it holds no excerpt of the"
         " form genre/genre.00000.wav."),
        ("msd", b"#\n", "a.x is not the file of this name of Last.fm (Million Song Dataset): it"
         " names no track."),
        ("org", b"\xff\xfea\0\x00\xd8", "a.x is no text file: line 1 holds signs that no text"
         " has."),
    ],
)  # fmt: skip
def test_every_format_says_what_is_wrong_and_where(
    form: str, content: bytes, sentence: str, tmp_path: Path
) -> None:
    (tmp_path / "a.x").write_bytes(content)
    assert why(tmp_path / "a.x", form) == sentence


@pytest.mark.parametrize(
    "form",
    ["csv", "csv-wide", "jams", "m3u8-tags", "audacity", "raven", "org", "msd", "sonic-visualiser"],
)
def test_a_file_that_is_gone_is_called_absent(form: str, tmp_path: Path) -> None:
    assert why(tmp_path / "gone.x", form) == "gone.x cannot be read: it is not there."


def test_packed_files_say_that_they_are_damaged_or_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "a.jamz"
    packed = gzip.compress(b"{}" * 500)
    path.write_bytes(packed[:-12])
    assert why(path, "jams").endswith(": it is cut off before its end.")
    path.write_bytes(packed[:10] + b"\xff" * 20)
    assert why(path, "jams").endswith(": it is damaged.")
    path.write_bytes(b"plain")
    assert why(path, "jams").endswith(": it is damaged.")


def test_a_database_without_its_tables_names_one(tmp_path: Path) -> None:
    path = tmp_path / "mixxxdb.sqlite"
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE other (id)")
    database.close()
    assert why(path, "mixxx") == "mixxxdb.sqlite is not a database of Mixxx: it has no “library”."


def test_the_byte_of_a_wrong_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "map.txt").write_bytes(b"rhythm=GENRE\nst\xfcck=MOOD\n")
    with pytest.raises(ExchangeError, match="byte 16 is not UTF-8"):
        read_mapping(tmp_path / "map.txt")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"), (errno.EACCES, "you may not open it"),
        (errno.EROFS, "the disk can only be read"), (errno.EISDIR, "it is a folder"),
        (errno.ESTALE, "the system says “of old”"),
    ],
)  # fmt: skip
def test_the_system_s_numbers_are_put_into_words(number: int, words: str) -> None:
    error = cannot_write(Path("/x/a.csv"), OSError(number, "of old"))
    assert error.message == f"a.csv cannot be written: {words}."
    assert error.detail


@pytest.mark.parametrize("error", [RuntimeError(), LookupError("odd"), sqlite3.Error("odd")])
def test_what_is_not_foreseen_is_told_in_the_words_of_the_system(error: Exception) -> None:
    assert reason_of(error).startswith("the system says “")


@pytest.mark.parametrize("language", ["en", "de", "it", "es"])
def test_every_reason_has_its_words(language: str) -> None:
    texts = catalogue(language)
    assert all(text for id, text in texts.items() if id.startswith("exchange.why_"))


def test_a_letter_of_another_encoding_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"path,tag\n" + "ö.wav,kick\n".encode() * 9 + b"s\xe5ng.wav,kick\n")
    read = format_named("csv").read
    assert read is not None
    [fault] = read(path, SILENT).faults
    assert (fault.line, fault.reason) == (11, "its letter 2 is not UTF-8")


def test_a_cell_that_is_too_long_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("path,tag\na.wav,kick\nb.wav," + "x" * 200_000 + "\n")
    read = format_named("csv").read
    assert read is not None
    [fault] = read(path, SILENT).faults
    assert "a cell has more than 131,072 letters" in fault.reason
