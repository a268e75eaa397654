"""What files say of themselves, in every container's own way; and what their names say."""

from __future__ import annotations

from pathlib import Path

import mutagen
import mutagen.id3
import numpy as np
import pytest
import soundfile

from core.audio.metadata import Metadata, read_metadata


def silent(path: Path) -> Path:
    soundfile.write(path, np.zeros((4000, 2)), 44100)
    return path


@pytest.mark.parametrize("suffix", [".flac", ".ogg", ".mp3", ".wav", ".aiff"])
def test_title_artist_album_and_year_are_read_from_every_container(
    tmp_path: Path, suffix: str
) -> None:
    path = silent(tmp_path / f"x{suffix}")
    if suffix in (".wav", ".aiff"):
        file = mutagen.File(path)
        file.add_tags()
        for frame, text in (("TIT2", "Möwe"), ("TPE1", "Ann"), ("TALB", "Sea"), ("TDRC", "1994")):
            file.tags.add(getattr(mutagen.id3, frame)(encoding=3, text=[text]))
    else:
        file = mutagen.File(path, easy=True)
        if file.tags is None:
            file.add_tags()
        file["title"], file["artist"], file["album"] = "Möwe", "Ann", "Sea"
        file["date"] = "1994-05-02"
    file.save()
    assert read_metadata(path) == Metadata("Möwe", "Ann", "Sea", 1994)


@pytest.mark.parametrize(
    ("name", "artist", "title"),
    [
        ("Ann Lee - Night train.wav", "Ann Lee", "Night train"),
        ("03 - Ann Lee - Night train.wav", "Ann Lee", "Night train"),
        ("07. Night_train.wav", "", "Night_train"),
        ("Ann_Lee_-_Night_train.wav", "Ann Lee", "Night train"),
        ("1999.wav", "", "1999"),
        ("-.wav", "", "-"),
    ],
)
def test_without_tags_the_name_speaks(tmp_path: Path, name: str, artist: str, title: str) -> None:
    assert read_metadata(silent(tmp_path / name)) == Metadata(title, artist, "", None)


def test_odd_tags_and_no_sound_at_all_never_raise(tmp_path: Path) -> None:
    (tmp_path / "junk.mp3").write_bytes(b"ID3\x04\0\0\0\0\x10\0TIT2\xff\xff\xff\xff" + bytes(300))
    (tmp_path / "empty.flac").write_bytes(b"fLaC")
    assert read_metadata(tmp_path / "junk.mp3").title == "junk"
    assert read_metadata(tmp_path / "empty.flac").title == "empty"
    assert read_metadata(tmp_path / "absent.ogg").title == "absent"


def test_a_title_of_many_lines_becomes_one(tmp_path: Path) -> None:
    path = silent(tmp_path / "x.flac")
    file = mutagen.File(path, easy=True)
    file["title"] = "Night\n\ttrain\x00 " + "n" * 5000
    file.save()
    title = read_metadata(path).title
    assert title.startswith("Night train")
    assert "\n" not in title
    assert len(title) <= 500
