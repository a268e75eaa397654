"""File names whose bytes are no UTF-8 come through Qt's addresses, dialogs and fields."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData

from rhythmcap_gui.__main__ import names_a_verb
from rhythmcap_gui.local_paths import path_of, path_text, paths_of, shown_path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names there are Unicode")


def odd_file(folder: Path) -> Path:
    path = folder / os.fsdecode(b"caf\xe9 nocturne.wav")
    path.touch()
    return path


def test_a_dropped_address_is_the_file_to_the_byte(tmp_path: Path) -> None:
    path = odd_file(tmp_path)
    data = QMimeData()
    data.setData("text/uri-list", path_text(path).encode() + b"\r\nhttps://elsewhere/a.wav\r\n")
    assert paths_of(data.urls()) == [path]


def test_a_name_that_a_dialog_could_not_write_is_found(tmp_path: Path) -> None:
    path = odd_file(tmp_path)
    assert path_of(str(tmp_path / "caf\ufffd nocturne.wav")) == path
    assert path_of(str(tmp_path / "none\ufffd.wav")) == tmp_path / "none\ufffd.wav"
    (tmp_path / os.fsdecode(b"caf\xe8 nocturne.wav")).touch()
    unclear = tmp_path / "caf\ufffd nocturne.wav"
    assert path_of(str(unclear)) == unclear, "two files could be meant: neither is taken"


def test_a_field_gives_back_what_was_written_into_it(tmp_path: Path) -> None:
    path = odd_file(tmp_path)
    assert path_of(path_text(path)) == path
    assert shown_path(path).endswith(r"caf\xe9 nocturne.wav")


def test_an_address_on_the_command_line_opens_the_window_on_its_file(tmp_path: Path) -> None:
    address = path_text(odd_file(tmp_path))
    assert address.startswith("file:///")
    assert not names_a_verb([address])
    assert names_a_verb([address.replace("nocturne", "elsewhere")])
