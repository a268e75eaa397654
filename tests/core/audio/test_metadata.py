"""What files say of themselves, in every container's own way; and what their names say."""

from __future__ import annotations

import shutil
import struct
import subprocess
from pathlib import Path

import mutagen
import mutagen.id3
import numpy as np
import pytest
import soundfile
from mutagen.apev2 import APEv2

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
    assert read_metadata(path) == Metadata("Möwe", ("Ann",), "Sea", 1994)


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


def words_of(path: Path) -> tuple[str, tuple[str, ...], str, int | None]:
    metadata = read_metadata(path)
    return metadata.title, metadata.artists, metadata.album, metadata.year


OWN = ("Öwn title", ("Own artist",), "Own album", 1959)
SPOKEN = ("title=Öwn title", "artist=Own artist", "album=Own album", "date=1959-03-02")


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("info.wav", ()),
        ("id3.wav", ("-write_id3v2", "1")),
        ("large.wav", ("-rf64", "always")),
        ("x.wma", ()),
        ("id3.aiff", ("-write_id3v2", "1")),
        ("x.caf", ()),
        ("x.mka", ("-c:a", "flac")),
        ("x.webm", ("-c:a", "libopus", "-ar", "48000")),
        ("x.tta", ()),
        ("x.wv", ()),
        ("v24.mp3", ()),
        ("v23.mp3", ("-id3v2_version", "3")),
        ("id3.aac", ("-write_id3v2", "1")),
        ("x.m4a", ()),
        ("x.mov", ()),
        ("x.flac", ()),
        ("inside.ogg", ("-c:a", "flac")),
        ("x.opus", ("-ar", "48000")),
        ("x.avi", ()),
    ],
)
def test_own_words_are_found_in_what_ffmpeg_writes(
    tmp_path: Path, name: str, options: tuple[str, ...]
) -> None:
    if shutil.which("ffmpeg") is None:
        pytest.skip("needs ffmpeg")
    words = [word for text in SPOKEN for word in ("-metadata", text)]
    source = silent(tmp_path / "source.wav")
    command = ["ffmpeg", "-nostdin", "-v", "error", "-i", str(source), *words, *options]
    subprocess.run([*command, str(tmp_path / name)], check=True)
    assert words_of(tmp_path / name) == OWN


def chunk(name: bytes, body: bytes, order: str = "<") -> bytes:
    return name + struct.pack(f"{order}I", len(body)) + body + b"\0" * (len(body) % 2)


def test_chunks_are_read_behind_the_sound_and_in_the_letters_of_old_windows(
    tmp_path: Path,
) -> None:
    info = chunk(b"INAM", "Möwe".encode("cp1252") + b"\0") + chunk(b"IART", b"First; Second\0")
    info += chunk(b"ICRD", b"c1965\0") + chunk(b"IPRT", b"3\0")
    path = silent(tmp_path / "x.wav")
    path.write_bytes(path.read_bytes() + chunk(b"LIST", b"INFO" + info))
    assert words_of(path) == ("Möwe", ("First", "Second"), "", 1965)
    assert read_metadata(path).track == 3
    path = silent(tmp_path / "x.aiff")
    path.write_bytes(
        path.read_bytes() + chunk(b"NAME", b"Own", ">") + chunk(b"AUTH", "Ann Lée".encode(), ">")
    )
    assert words_of(path) == ("Own", ("Ann Lée",), "", None)
    path = tmp_path / "x.au"
    note = b"title=Own\nartist=Ann\nalbum=Sea\0\0\0"
    head = struct.pack(">IIIII", 24 + len(note), 0xFFFFFFFF, 3, 8000, 1)
    path.write_bytes(b".snd" + head + note + bytes(800))
    assert words_of(path) == ("Own", ("Ann",), "Sea", None)


@pytest.mark.parametrize("container", ["RF64", "CAF", "AIFF", "WAV"])
def test_words_that_libsndfile_writes_are_read(tmp_path: Path, container: str) -> None:
    path = tmp_path / "x.sound"
    with soundfile.SoundFile(path, "w", 8000, 1, format=container) as file:
        file.title, file.artist = "Own", "Ann"
        file.write(np.zeros(10))
    assert words_of(path)[:2] == ("Own", ("Ann",))


def test_a_broken_id3_chunk_hides_no_other_word(tmp_path: Path) -> None:
    path = silent(tmp_path / "x.wav")
    info = chunk(b"LIST", b"INFO" + chunk(b"INAM", b"Own\0"))
    path.write_bytes(path.read_bytes() + chunk(b"id3 ", b"ID3\x04\0\0junk") + info)
    assert read_metadata(path).title == "Own"


def test_old_and_foreign_tags_of_mp3_are_read(tmp_path: Path) -> None:
    ape, old, oldest = (silent(tmp_path / f"{name}.mp3") for name in ("ape", "v1", "v22"))
    tags = APEv2()
    tags.update({"Title": "Own", "Artist": ["Ann", "Ben"], "Year": "1959", "Track": "3/9"})
    tags.save(ape)
    assert words_of(ape) == ("Own", ("Ann", "Ben"), "", 1959)
    assert read_metadata(ape).track == 3
    words = [text.encode("latin-1").ljust(30, b"\0") for text in ("Möwe", "Ann", "Sea")]
    old.write_bytes(old.read_bytes() + b"TAG" + b"".join(words) + b"1994" + bytes(28) + b"\0\5\xff")
    assert words_of(old) == ("Möwe", ("Ann",), "Sea", 1994)
    frames = b"".join(
        name + (len(text) + 1).to_bytes(3, "big") + b"\0" + text
        for name, text in ((b"TT2", b"Own"), (b"TP1", b"Ann"), (b"TYE", b"1959"))
    )
    oldest.write_bytes(b"ID3\2\0\0\0\0\0" + bytes([len(frames)]) + frames + oldest.read_bytes())
    assert words_of(oldest) == ("Own", ("Ann",), "", 1959)


@pytest.mark.parametrize("suffix", [".flac", ".ogg", ".opus", ".mp3", ".wav", ".aiff"])
def test_several_artists_are_several_values(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"x{suffix}"
    if suffix == ".opus":
        soundfile.write(path, np.zeros((4000, 2)), 48000, format="OGG", subtype="OPUS")
    else:
        silent(path)
    file = mutagen.File(path)
    if file.tags is None:
        file.add_tags()
    if suffix in (".mp3", ".wav", ".aiff"):
        file.tags.add(mutagen.id3.TPE1(encoding=3, text=["First", "Second"]))
    else:
        file["artist"] = ["First", "Second"]
    file.save()
    metadata = read_metadata(path)
    assert metadata.artists == ("First", "Second")
    assert metadata.artist == "First; Second"


def test_nobody_is_no_artist_and_the_artist_of_the_album_stands_in(tmp_path: Path) -> None:
    path = silent(tmp_path / "Ann Lee - Night train.flac")
    file = mutagen.File(path)
    file["artist"] = "Unbekannter Interpret"
    file["album"] = "<unknown>"
    file.save()
    assert words_of(path) == ("Night train", ("Ann Lee",), "", None)
    file["albumartist"] = "Ben"
    file.save()
    assert read_metadata(path).artists == ("Ben",)
    file["artist"] = ["VA", "Cid"]
    file["artists"] = ["Cid", "Dee"]
    file["date"], file["originaldate"] = "2004", "1959"
    file.save()
    assert read_metadata(path).artists == ("Cid", "Dee")
    assert read_metadata(path).year == 1959


@pytest.mark.parametrize(
    ("version", "artists"),
    [(3, ("Ann Lee", "Bo Diaz")), (4, ("Ann Lee/Bo Diaz",))],
)
def test_only_old_id3_parts_artists_by_a_slash(
    version: int, artists: tuple[str, ...], tmp_path: Path
) -> None:
    path = silent(tmp_path / "duet.mp3")
    tags = mutagen.id3.ID3()
    tags.add(mutagen.id3.TPE1(encoding=1, text=["Ann Lee/Bo Diaz"]))
    tags.save(path, v2_version=version)
    assert read_metadata(path).artists == artists


def test_latin_1_of_id3_may_be_utf_8_or_the_letters_of_windows(tmp_path: Path) -> None:
    path = silent(tmp_path / "x.mp3")
    tags = mutagen.id3.ID3()
    tags.add(mutagen.id3.TIT2(encoding=0, text=["Möwe".encode().decode("latin-1")]))
    tags.add(mutagen.id3.TPE1(encoding=0, text=["Zoé \x93Ann\x94", "Ben"]))
    tags.add(mutagen.id3.TALB(encoding=1, text=["Ã¶de"]))  # what is Unicode stays as it is
    tags.save(path)
    assert words_of(path) == ("Möwe", ("Zoé “Ann”", "Ben"), "Ã¶de", None)


def test_where_no_artist_is_known_all_of_the_album_or_who_plays_or_wrote_it_stand_in(
    tmp_path: Path,
) -> None:
    path = silent(tmp_path / "x.flac")
    file = mutagen.File(path)
    file["title"], file["composer"] = "Prelude", "Bach"
    file.save()
    assert read_metadata(path).artists == ("Bach",)
    file["performer"] = ["Gould"]
    file.save()
    assert read_metadata(path).artists == ("Gould",)
    file["albumartist"] = ["Ann", "Ben"]
    file.save()
    assert read_metadata(path).artists == ("Ann", "Ben")
    assert read_metadata(path).album_artist == "Ann; Ben"
    file["artist"], file["title"] = "Cid", "Rock &amp; Roll"
    file.save()
    assert words_of(path)[:2] == ("Rock & Roll", ("Cid",))


def test_words_of_radio_stations_and_in_the_notes_of_sox_are_read(tmp_path: Path) -> None:
    path = silent(tmp_path / "x.wav")
    cart = b"0101" + b"Own".ljust(64, b"\0") + b"Ann".ljust(64, b"\0") + bytes(1916)
    path.write_bytes(path.read_bytes() + chunk(b"cart", cart))
    assert words_of(path)[:2] == ("Own", ("Ann",))
    path = silent(tmp_path / "x.aiff")
    note = b"\0\1" + bytes(8) + b"Title=Own\nArtist=Ann"
    path.write_bytes(path.read_bytes() + chunk(b"COMT", note, ">"))
    assert words_of(path)[:2] == ("Own", ("Ann",))
