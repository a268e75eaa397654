"""What names of files say, and which numbers at their beginning are track numbers."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from core.audio.file_names import read_file_name


@pytest.mark.parametrize(
    ("name", "artist", "title", "track"),
    [
        ("99 Luftballons", "", "99 Luftballons", None),
        ("01 Prelude", "", "Prelude", 1),
        ("#01 Prelude", "", "Prelude", 1),
        ("01．前奏", "", "前奏", 1),
        ("01 2Pac - Changes", "2Pac", "Changes", 1),
        ("50 Cent - In Da Club", "50 Cent", "In Da Club", None),
        ("07. Miles Davis - So What", "Miles Davis", "So What", 7),
        ("1999", "", "1999", None),
        ("12-Gymnopédie No. 1", "", "Gymnopédie No. 1", 12),
        ("Ann Lee - Night train", "Ann Lee", "Night train", None),
        ("Ann Lee – Night train", "Ann Lee", "Night train", None),
        ("03 - Ann Lee - Night train", "Ann Lee", "Night train", 3),
        ("07. Night_train", "", "Night_train", 7),
        ("Ann_Lee_-_Night_train", "Ann Lee", "Night train", None),
        ("01_prelude", "", "prelude", 1),
        ("-", "", "-", None),
        ("01", "", "01", None),
        ("Track 01", "", "Track 01", None),
        ("7 Seconds", "", "7 Seconds", None),
        ("7. So What", "", "So What", 7),
        ("9. Sinfonie d-Moll", "", "9. Sinfonie d-Moll", None),
        ("12 - Gymnopédie", "", "Gymnopédie", 12),
        ("311 - Down", "311", "Down", None),
        ("12-Bar Original", "", "12-Bar Original", None),
        ("24-Hour Party People", "", "24-Hour Party People", None),
        ("4.33", "", "4.33", None),
        ("1-02 So What", "", "So What", 2),
        ("1-02 - So What", "", "So What", 2),
        ("CD2 - 03 - So What", "", "So What", 3),
        ("A1. So What", "", "So What", 1),
        ("A1 - Take On Me", "A1", "Take On Me", None),
        ("U2 - One", "U2", "One", None),
        ("2Pac - Changes", "2Pac", "Changes", None),
        ("10,000 Maniacs - Hey Jack", "10,000 Maniacs", "Hey Jack", None),
        ("01 - 99 Luftballons", "", "99 Luftballons", 1),
        ("[07] So What", "", "So What", 7),
        ("(500) Days of Summer", "", "(500) Days of Summer", None),
        ("20-20 Vision", "", "20-20 Vision", None),
        ("#9 Dream", "", "#9 Dream", None),
        ("#1 Crush", "", "#1 Crush", None),
        ("#7 - So What", "", "So What", 7),
        ("7.00 Uhr", "", "7.00 Uhr", None),
        ("7.05 Uhr morgens", "", "7.05 Uhr morgens", None),
        ("1.02 So What", "", "So What", 2),
        ("6-Pack", "", "6-Pack", None),
        ("3-D", "", "3-D", None),
        ("2-Pac", "", "2-Pac", None),
        ("99-Cent Dreams", "", "99-Cent Dreams", None),
        ("20-Cent Piece", "", "20-Cent Piece", None),
        ("01 99 Luftballons", "", "99 Luftballons", 1),
        ("  01   Song", "", "Song", 1),
        ("01-Song", "", "Song", 1),
        ("01前奏曲", "", "前奏曲", 1),
        ("Miles Davis - Kind of Blue - 01 - So What", "Miles Davis", "So What", 1),
        ("Unbekannter Interpret - So What", "", "So What", None),
    ],
)
def test_a_number_is_a_track_number_only_where_it_is_written_like_one(
    tmp_path: Path, name: str, artist: str, title: str, track: int | None
) -> None:
    named = read_file_name(tmp_path / f"{name}.wav")
    assert (named.artist, named.title, named.track) == (artist, title, track)


@pytest.mark.parametrize(
    "names",
    [
        ("01 One", "08 Two", "09 Three", "10 Four"),
        ("1 One", "2 Two", "3 Three"),
        ("A1 One", "A2 Two", "B1 Three"),
        ("A1 - One", "A2 - Two", "B1 - Three"),
        ("#1 One", "#2 Two", "#3 Three"),
        ("1-One", "2-Pac", "3-D"),
    ],
)
def test_numbers_that_count_on_from_file_to_file_are_track_numbers(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    for name in names:
        (tmp_path / f"{name}.wav").touch()
    titles = [read_file_name(tmp_path / f"{name}.wav").title for name in names]
    assert titles == [re.sub(r"^\S*\d+(?: - |[ -])", "", name) for name in names]
    assert not any(read_file_name(tmp_path / f"{name}.wav").artist for name in names)


def test_bytes_that_are_no_utf_8_are_read_as_the_west_wrote_them(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/Caf\xe9 - na\xefve.wav"))
    named = read_file_name(path)
    assert (named.artist, named.title) == ("Café", "naïve")
