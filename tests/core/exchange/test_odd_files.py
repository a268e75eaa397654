"""Files that are no labels at all, or have no end: each is told with its cause and a remedy."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import ExchangeError
from core.exchange.colleague.shared_file import read_answer, read_request
from core.exchange.files.text_lines import LONGEST_LINE
from core.exchange.files.xml_reading import MAX_BETWEEN
from core.exchange.word_map import read_word_map
from tests.support.bad_files import error_of, read


@pytest.mark.parametrize(
    ("name", "content", "cause"),
    [
        ("sheet.xlsx", b"PK\3\4", "exchange.is_spreadsheet"),
        ("sheet.ods", b"PK\3\4", "exchange.is_spreadsheet"),
        ("sheet.csv", b"PK\3\4\0\0", "exchange.not_text"),
        ("list.xspf", b"<playlist/>", "exchange.is_other_playlist"),
        ("Library.xml", b'<plist version="1.0"/>', "exchange.is_other_playlist"),
        ("box.crate", b"vrsn", "exchange.is_other_playlist"),
        ("tasks.json", b"[]", "exchange.is_other_json"),
        ("text.pdf", b"%PDF-1.4", "exchange.no_format"),
        ("nothing.csv", b"", "exchange.empty_file"),
        ("nothing.jams", b"", "exchange.empty_file"),
        ("nothing.txt", b"", "exchange.empty_file"),
    ],
)
def test_files_of_other_kinds_are_told(
    tmp_path: Path, name: str, content: bytes, cause: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert error_of(tmp_path / name).id == cause


def test_a_folder_without_labels_is_told(tmp_path: Path) -> None:
    (tmp_path / "song.ogg").write_bytes(b"OggS")
    assert error_of(tmp_path).id == "exchange.no_label_files"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("name", ["", "csv", "jams"])
def test_a_pipe_is_told_and_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    assert error_of(tmp_path / "pipe.csv", name).id == "exchange.no_ordinary_file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("read_file", [read_request, read_answer, read_word_map])
def test_no_other_file_is_a_pipe_either(
    tmp_path: Path, read_file: Callable[[Path], object]
) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ExchangeError, match="pipe is a pipe"):
        read_file(tmp_path / "pipe")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_a_device_without_end_is_told(tmp_path: Path) -> None:
    (tmp_path / "zero.csv").symlink_to("/dev/zero")
    assert error_of(tmp_path / "zero.csv").id == "exchange.no_ordinary_file"


@pytest.mark.parametrize("sign", [b"x", b"x,", b'"'])
def test_a_table_on_one_endless_line_is_told(tmp_path: Path, sign: bytes) -> None:
    path = tmp_path / "line.csv"
    path.write_bytes(sign * (2 * LONGEST_LINE))
    assert error_of(path).id == "exchange.line_too_long"


def test_an_endless_line_below_good_ones_is_told_with_its_number(tmp_path: Path) -> None:
    path = tmp_path / "line.csv"
    path.write_bytes(b"path,tag,state\n" + b"a.ogg,kick,1\n" * 600 + b"x" * (2 * LONGEST_LINE))
    with pytest.raises(ExchangeError, match=r"Line 602 of line\.csv"):
        read(path, "csv")


def test_xml_that_begins_and_never_ends_is_told(tmp_path: Path) -> None:
    path = tmp_path / "endless.svl"
    path.write_bytes(b'<sv name="' + b"x" * (MAX_BETWEEN + (1 << 20)))
    assert error_of(path).id == "exchange.no_xml"
