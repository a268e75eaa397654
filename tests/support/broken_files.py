"""More than 150 broken and odd sound files, made on the spot, each with its expected outcome:
"added", "warned" (added, with a warning), "failed", "kept" (added, warned or not), "any" (added or
failed with a reason), "unseen" (no sound file, left out of a folder's import).
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from numpy.typing import NDArray

Samples = NDArray[np.float32]
RATE_HZ = 22_050
LIBSNDFILE = ("wav", "flac", "ogg", "opus", "mp3", "aiff", "au", "caf", "w64")
FFMPEG = ("m4a", "aac", "wma", "wv", "webm")
CODECS = {"webm": ("-c:a", "libvorbis"), "m4a": ("-c:a", "aac")}
CUT_IS_REPORTED = {"wav", "flac", "mp3", "aiff", "au", "w64"}  # two seconds of Ogg are one page
CHECKED = {"flac", "mp3", "ogg"}  # damage in these is found; plain samples have no checksum
LONG = "a very long name " * 13  # with its suffix 225 letters, of the 255 that fit


def tone(
    seconds: float = 1.0, channels: int = 1, rate_hz: int = RATE_HZ, hz: float = 330
) -> Samples:
    """Make a sine with noise; another hz is another song."""
    times = np.arange(max(1, round(seconds * rate_hz))) / rate_hz
    noise = np.random.default_rng(round(hz)).normal(0, 0.02, (len(times), channels))
    return (0.3 * np.sin(2 * np.pi * hz * times)[:, None] + noise).astype(np.float32)


def write(
    path: Path, samples: NDArray[Any], rate_hz: int = RATE_HZ, subtype: str | None = None
) -> Path:
    """Write a whole file, in blocks (libsndfile's Ogg writer crashes on long arrays)."""
    container = "OGG" if path.suffix == ".opus" else None
    codec = {".ogg": "VORBIS", ".opus": "OPUS"}.get(path.suffix, subtype)
    rate_hz = 48_000 if path.suffix == ".opus" else rate_hz
    with soundfile.SoundFile(
        path, "w", rate_hz, samples.shape[1], subtype=codec, format=container
    ) as file:
        for start in range(0, len(samples), 4096):
            file.write(samples[start : start + 4096])
    return path


class Corpus:
    """Makes the files in one folder. expected: name -> outcome."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.expected: dict[str, str] = {}
        self._intact: dict[str, bytes] = {}
        self._hz = 200.0
        folder.mkdir(parents=True)
        for suffix in LIBSNDFILE:
            self._intact[suffix] = write(folder / f"intact.{suffix}", self.sound(2.0)).read_bytes()
            self.expected[f"intact.{suffix}"] = "added"
        for suffix in FFMPEG if shutil.which("ffmpeg") else ():
            path = folder / f"intact.{suffix}"
            source = write(folder.parent / "source.wav", self.sound(2.0))
            command = ["ffmpeg", "-v", "error", "-y", "-i", str(source)]
            subprocess.run([*command, *CODECS.get(suffix, ()), str(path)], check=True)
            self._intact[suffix] = path.read_bytes()
            self.expected[path.name] = "added"
        for make in (
            add_damaged, add_bad_headers, add_wrong_suffixes, add_odd_samples, add_odd_sizes,
            add_odd_names, add_odd_paths, add_bad_tags, add_bad_containers,
        ):  # fmt: skip
            make(self)

    @property
    def formats(self) -> list[str]:
        """The formats that can be written on this machine."""
        return list(self._intact)

    def sound(self, seconds: float = 0.5, channels: int = 1, rate_hz: int = RATE_HZ) -> Samples:
        """Make a song that no other file holds."""
        self._hz += 7.0
        return tone(seconds, channels, rate_hz, self._hz)

    def intact(self, suffix: str) -> bytes:
        """Return the bytes of an intact file of a format."""
        return self._intact[suffix]

    def put(self, name: str, content: bytes, outcome: str) -> None:
        """Add a file of these bytes."""
        (self.folder / name).write_bytes(content)
        self.expected[name] = outcome

    def write(
        self, name: str, samples: NDArray[Any], outcome: str, rate_hz: int = RATE_HZ,
        subtype: str = "",
    ) -> None:  # fmt: skip
        """Add a file of these samples."""
        write(self.folder / name, samples, rate_hz, subtype or None)
        self.expected[name] = outcome

    def noise(self, n: int, seed: int = 1) -> bytes:
        """Return random bytes, the same every time."""
        return np.random.default_rng(seed).bytes(n)


def add_damaged(corpus: Corpus) -> None:
    """Add every format cut, scratched, emptied, or with other content than its suffix says."""
    for number, suffix in enumerate(corpus.formats):
        data = corpus.intact(suffix)
        corpus.put(f"empty.{suffix}", b"", "failed")
        corpus.put(f"thirty.{suffix}", data[:30], "warned" if suffix == "au" else "failed")
        corpus.put(
            f"half.{suffix}",
            data[: len(data) // 2],
            "warned" if suffix in CUT_IS_REPORTED else "any",
        )
        corpus.put(f"last-byte.{suffix}", data[:-1], "any")
        scratch = bytearray(data)
        middle = len(data) // 2
        scratch[middle : middle + 2000] = corpus.noise(2000, number)[: len(data) - middle]
        corpus.put(f"scratch.{suffix}", bytes(scratch), "warned" if suffix in CHECKED else "any")
        corpus.put(f"junk.{suffix}", corpus.noise(20_000, 100 + number), "failed")
        corpus.put(f"text.{suffix}", b"only words, many of them. " * 200, "failed")
        corpus.put(f"zeros.{suffix}", bytes(20_000), "failed")
        corpus.put(f"tail.{suffix}", data + corpus.noise(5000, 200 + number), "any")


def add_bad_headers(corpus: Corpus) -> None:
    """Add a good header with nothing or noise behind it, and absurd numbers in the header."""
    for suffix in corpus.formats:
        corpus.put(f"head-only.{suffix}", corpus.intact(suffix)[:200], "any")
        flipped = bytearray(corpus.intact(suffix))
        for offset in range(8, 64, 5):
            flipped[offset] ^= 0xFF
        corpus.put(f"flipped-head.{suffix}", bytes(flipped), "any")
    for name, offset, value in (
        ("no-channels", 22, b"\0\0"), ("many-channels", 22, b"\xff\xff"),
        ("no-rate", 24, bytes(4)), ("wild-rate", 24, b"\xff" * 4),
        ("negative-rate", 24, b"\x01\0\0\x80"), ("one-hertz", 24, b"\x01\0\0\0"),
        ("no-bits", 34, b"\0\0"), ("odd-bits", 34, b"\x4d\0"), ("no-align", 32, b"\0\0"),
        ("huge-data", 40, b"\xf0\xff\xff\xff"), ("huge-fmt", 16, b"\xf0\xff\xff\xff"),
        ("odd-code", 20, b"\x42\x42"),
    ):  # fmt: skip
        data = bytearray(corpus.intact("wav"))
        data[offset : offset + len(value)] = value
        corpus.put(f"{name}.wav", bytes(data), "any")
    flac = bytearray(corpus.intact("flac"))
    flac[21:26] = b"\xff" * 5  # claims 2^36 samples
    corpus.put("endless.flac", bytes(flac), "any")


def add_wrong_suffixes(corpus: Corpus) -> None:
    """Add good sound with another suffix, and other content with a sound's."""
    for suffix, alias in (
        ("wav", "mp3"), ("mp3", "wav"), ("flac", "ogg"), ("ogg", "flac"), ("aiff", "wav"),
        ("opus", "mp3"), ("au", "aiff"), ("w64", "wav"),
    ):  # fmt: skip
        write(corpus.folder / f"really.{suffix}", corpus.sound())
        (corpus.folder / f"really.{suffix}").rename(corpus.folder / f"really-{suffix}.{alias}")
        corpus.expected[f"really-{suffix}.{alias}"] = "added"
    box = b"\0\0\0\x20ftypM4A \0\0\0\0"
    corpus.put("box.mp3", box + bytes(9000), "failed")
    corpus.put("page.mp3", b"<!DOCTYPE html><html><body>404</body></html>" * 30, "failed")
    corpus.put("picture.flac", b"\x89PNG\r\n\x1a\n" + corpus.noise(3000), "failed")
    corpus.put("archive.wav", b"PK\x03\x04" + corpus.noise(3000, 2), "failed")
    corpus.put("program.ogg", b"\x7fELF" + corpus.noise(3000, 3), "failed")
    corpus.put("list.mp3", b"#EXTM3U\nhttp://127.0.0.1:9/never.mp3\n", "failed")
    corpus.put("playlist.m4a", b"#EXTM3U\n#EXT-X-TARGETDURATION:9\nfile:///etc/passwd\n", "failed")
    corpus.put("samples.raw", bytes(1000), "unseen")
    corpus.put("notes.txt", b"not a song", "unseen")
    if "m4a" in corpus.formats:
        corpus.put("video.mp3", corpus.intact("m4a"), "added")


def add_odd_samples(corpus: Corpus) -> None:
    """Add odd numbers in intact files."""
    for name, value, outcome in (
        ("nan", np.nan, "failed"), ("inf", np.inf, "failed"), ("minus-inf", -np.inf, "failed"),
        ("huge", 1e30, "any"), ("denormal", 1e-40, "added"),
    ):  # fmt: skip
        sound = corpus.sound()
        sound[3000:3010] = value
        corpus.write(f"{name}.wav", sound, outcome, subtype="FLOAT")
    corpus.write("loud.wav", corpus.sound() * 1e4, "any", subtype="FLOAT")
    corpus.write("double.wav", corpus.sound().astype(np.float64) * 1e300, "any", subtype="DOUBLE")
    corpus.write("silence.wav", np.zeros((9000, 1), np.float32), "warned")
    corpus.write("still.flac", np.full((9000, 1), 0.5, np.float32), "warned")
    corpus.write("full.wav", np.ones((8000, 1), np.float32), "warned")


def add_odd_sizes(corpus: Corpus) -> None:
    """Add very short files, many channels, very high and very low rates."""
    for suffix in ("wav", "flac", "ogg", "mp3", "aiff"):
        corpus.write(f"one-sample.{suffix}", corpus.sound()[:1], "any")
        corpus.write(f"two-hundred.{suffix}", corpus.sound()[:200], "any")
        corpus.write(f"nothing.{suffix}", corpus.sound()[:0], "any")
    for channels in (3, 6, 8):
        corpus.write(f"{channels}-channels.wav", corpus.sound(0.3, channels), "added")
        corpus.write(f"{channels}-channels.flac", corpus.sound(0.3, channels), "added")
    for rate_hz in (4_000, 8_000, 11_025, 96_000, 192_000, 384_000):
        corpus.write(f"{rate_hz}-hz.wav", corpus.sound(0.3, 1, rate_hz), "added", rate_hz)
    for rate_hz in (100, 999, 2_000_000):
        corpus.write(f"{rate_hz}-hz.wav", corpus.sound(0.3)[:3000], "any", rate_hz)
    for subtype in ("PCM_U8", "PCM_24", "PCM_32", "DOUBLE", "ULAW", "ALAW", "IMA_ADPCM"):
        corpus.write(f"{subtype}.wav", corpus.sound(), "added", subtype=subtype)
    corpus.write("33-channels.wav", corpus.sound(0.1, 33), "any")


def add_odd_names(corpus: Corpus) -> None:
    """Add names that a program may misread."""
    for name in (
        "Gesang ö 歌.wav", "🎵🔥.wav", "שיר ישן.wav", "اغنية.wav", "e\u0301 and é.wav",
        "\u202eevil.wav",
        f"{LONG}.wav", "-rf.wav", "--json.wav", "%s%n%d.wav", "a'b\"c.wav", "semi;colon.wav",
        "$(reboot).wav", "new\nline.wav", "tab\there.wav", " leading.wav", "two..dots.wav",
        "UPPER.WAV", "back\\slash.wav", "file:x.wav", "pipe:0.wav", "a|b.wav", "*.wav", "?.wav",
        "\u200bzero.wav", "concat:a|b.wav", "NUL.wav",
    ):  # fmt: skip
        corpus.write(name, corpus.sound(0.2), "added")
    raw = os.fsdecode(b"latin-\xe9.wav")
    write(corpus.folder / "latin.wav", corpus.sound(0.2)).rename(corpus.folder / raw)
    corpus.expected[raw] = "added"
    if "m4a" in corpus.formats:  # names that an option or a protocol of ffmpeg could be taken for
        for name in ("-i.m4a", "http:x.m4a", "%03d.m4a", "data:.m4a"):
            corpus.put(name, corpus.intact("m4a"), "added")


def add_odd_paths(corpus: Corpus) -> None:
    """Add folders, links and pipes that look like sound files."""
    folder = corpus.folder
    (folder / "folder.mp3").mkdir()
    corpus.expected["folder.mp3"] = "unseen"
    (folder / "loop.wav").symlink_to(folder / "loop.wav")
    corpus.expected["loop.wav"] = "unseen"
    (folder / "nowhere.flac").symlink_to(folder / "is not there.flac")
    corpus.expected["nowhere.flac"] = "unseen"
    (folder / "round").symlink_to(folder)
    deep = folder / "deep" / "er"
    deep.mkdir(parents=True)
    (deep / "up").symlink_to(folder / "deep")
    corpus.write("deep/er/song.wav", corpus.sound(), "added")
    os.mkfifo(folder / "pipe.wav")
    corpus.expected["pipe.wav"] = "unseen"
    corpus.write(".hidden.wav", corpus.sound(), "unseen")
    corpus.write("a file.wav", corpus.sound(), "added")
    (folder / "a link.wav").symlink_to(folder / "a file.wav")
    corpus.expected["a link.wav"] = "unseen"


def add_bad_tags(corpus: Corpus) -> None:
    """Add tags with wrong sizes, versions and encodings."""
    mp3 = bytes(write(corpus.folder.parent / "plain.mp3", corpus.sound(1.0)).read_bytes())

    def frame(name: bytes, size: int, body: bytes) -> bytes:
        return name + struct.pack(">I", size) + b"\0\0" + body

    def id3(version: int, size: bytes, body: bytes) -> bytes:
        return b"ID3" + bytes([version, 0, 0]) + size + body

    small, title = b"\0\0\x01\x00", frame(b"TIT2", 5, b"\x03Song")
    lone = b"\x01\xff\xfe\x00\xd8\x00\xd8\x00\x00"
    for name, head, outcome in (
        ("huge", id3(3, b"\x7f\x7f\x7f\x7f", title), "any"),
        ("frame-huge", id3(3, small, frame(b"TIT2", 0x7FFFFFFF, b"\x03x")), "any"),
        ("frame-negative", id3(3, small, frame(b"TIT2", 0xFFFFFFFF, b"\x03")), "any"),
        ("version-9", id3(9, small, title), "any"),
        ("bad-text", id3(3, small, frame(b"TIT2", 9, lone)), "added"),
        ("wild-encoding", id3(3, small, frame(b"TIT2", 5, b"\x09Song")), "added"),
        ("no-picture", id3(3, small, frame(b"APIC", 5, bytes(5))), "added"),
        ("odd-year", id3(3, small, frame(b"TYER", 6, b"\x00what?")), "added"),
    ):
        corpus.put(f"tag-{name}.mp3", head.ljust(138, b"\0") + mp3, outcome)
    corpus.put("tags-nested.mp3", id3(3, b"\0\0\0\0", b"") * 100 + mp3, "any")
    ogg = corpus.intact("ogg")
    offset = ogg.find(b"\x03vorbis") + 7
    corpus.put("comment-huge.ogg", ogg[:offset] + b"\xff\xff\xff\x7f" + ogg[offset + 4 :], "any")
    flac = corpus.intact("flac")
    block = b"\x04" + b"\x00\x00\x08" + b"\xff\xff\xff\x7f" + bytes(4)
    corpus.put("comment-huge.flac", flac[:42] + block + flac[42:], "any")
    picture = b"\x06\xff\xff\xff" + bytes(40)
    corpus.put("picture-huge.flac", flac[:42] + picture + flac[42:], "any")
    ape = b"APETAGEX" + struct.pack("<IIII", 2000, 0xFFFFFFFF, 0xFFFFFFFF, 0) + bytes(8)
    corpus.put("ape-huge.mp3", mp3 + ape, "any")


def add_bad_containers(corpus: Corpus) -> None:
    """Add boxes and chunks with wrong sizes."""
    odd = b"RIFF\xff\xff\xff\xffWAVELIST\xff\xff\xff\xff"
    corpus.put("list-huge.wav", odd + corpus.intact("wav")[12:], "any")
    corpus.put("riff-only.wav", b"RIFF\x04\0\0\0WAVE", "failed")
    corpus.put("form-only.aiff", b"FORM\0\0\0\x04AIFF", "failed")
    corpus.put("two.mp3", corpus.intact("mp3") + corpus.intact("mp3"), "any")
    corpus.put("chained.ogg", corpus.intact("ogg") + corpus.intact("opus"), "any")
    if "m4a" in corpus.formats:
        m4a = corpus.intact("m4a")
        moov = m4a.find(b"moov")
        corpus.put("no-index.m4a", m4a[: moov - 4], "failed")
        corpus.put("index-huge.m4a", m4a[: moov - 4] + b"\x7f\xff\xff\xff" + m4a[moov:], "any")
        table = m4a.find(b"stsz")
        wild = m4a[: table + 8] + b"\xff\xff\xff\xff" * 2 + m4a[table + 16 :]
        corpus.put("table-wild.m4a", wild, "any")
