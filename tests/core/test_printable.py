"""Any file name comes back to the byte from a line of text and from JSON."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.library.text import path_from_stored, storable, stored_path
from core.printable import json_text, path_from_text, path_text, printable

NAMES = st.binary(min_size=1, max_size=40).filter(lambda name: not {0, 0x2F} & set(name))
LETTERS = st.text(min_size=1, max_size=20).filter(lambda name: not {"\0", "/"} & set(name))
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="names there are Unicode")


def is_plain(text: str) -> bool:
    """Whether it is one line of UTF-8 without a sign that a terminal obeys."""
    text.encode()
    return not any(ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0 or sign in "\u202e\u2066"
                   for sign in text)  # fmt: skip


@given(NAMES | LETTERS.map(lambda name: name.encode("utf-8", "surrogatepass")))
def test_a_path_survives_every_writing(name: bytes) -> None:
    path = Path(os.fsdecode(b"/music/" + name))
    assert path_from_stored(stored_path(path)) == path
    stored_path(path).encode()
    assert path_from_text(path_text(path)) == path
    assert is_plain(path_text(path))
    assert json.loads(json_text([str(path)])) == [str(path)]
    assert all(is_plain(line) for line in json_text([str(path)]).split("\n"))
    assert is_plain(printable(str(path)))


@given(NAMES, NAMES)
def test_no_two_names_are_stored_alike(one: bytes, other: bytes) -> None:
    paths = [Path(os.fsdecode(b"/music/" + name)) for name in (one, other)]
    assert (stored_path(paths[0]) == stored_path(paths[1])) == (paths[0] == paths[1])


def test_a_letter_of_the_private_plane_is_no_byte() -> None:
    letter = Path("/music/\U0010dce9.wav")
    byte = Path(os.fsdecode(b"/music/\xe9.wav"))
    assert stored_path(letter) != stored_path(byte) == "/music/\U0010dce9.wav"
    assert path_from_stored(stored_path(letter)) == letter


def test_what_a_screen_would_obey_is_escaped_as_python_does() -> None:
    assert printable("a\nb\t\x1b[1m\x9b\u202e") == r"a\nb\t\x1b[1m\x9b\u202e"
    assert printable(os.fsdecode(b"caf\xe9")) == r"caf\xe9"
    assert printable("Gymnopédie № 1 🎻 שלום \u200d") == "Gymnopédie № 1 🎻 שלום \u200d"
    assert path_text(Path(os.fsdecode(b"/caf\xe9 1.wav"))) == "file:///caf%E9%201.wav"


def test_a_user_s_home_is_found_and_a_name_that_begins_alike_is_kept() -> None:
    assert path_from_text("~/a.wav") == Path.home() / "a.wav"
    assert path_from_text("~no such user.wav") == Path("~no such user.wav")


def test_the_title_of_such_a_name_can_be_read_and_searched() -> None:
    assert storable(os.fsdecode(b"caf\xe9 nocturne")) == "café nocturne"
    assert storable("\ud800") == "?"
