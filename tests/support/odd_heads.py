"""Every sound format that ffmpeg writes here, and what pipes and scissors do to its files."""

from __future__ import annotations

import struct
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np

from tests.support.encoded_sounds import encoded, melody

SECONDS = (2.5, 1.5)  # of the sound, and of the one that is joined to it


@dataclass(frozen=True)
class Encoding:
    """One container and codec: the file's suffix, ffmpeg's options, rate and channels."""

    suffix: str
    options: tuple[str, ...]
    rate_hz: int = 44_100
    channels: int = 2

    @property
    def name(self) -> str:
        """What the table calls it."""
        codec = self.options[self.options.index("-c:a") + 1] if "-c:a" in self.options else ""
        return f"{self.suffix} {codec}".strip()


def _of(
    suffix: str, muxer: str, codecs: str, rate_hz: int = 44_100, channels: int = 2
) -> list[Encoding]:
    strict = ("-strict", "-2")
    return [
        Encoding(suffix, ("-c:a", codec, *strict, "-f", muxer), rate_hz, channels)
        for codec in codecs.split()
    ]


PCM = "pcm_s16le pcm_s24le pcm_s32le pcm_f32le pcm_u8 pcm_alaw pcm_mulaw"
ADPCM = "adpcm_ms adpcm_ima_wav adpcm_swf adpcm_yamaha"
ENCODINGS = [
    *_of("wav", "wav", f"{PCM} {ADPCM} mp2 mp3 ac3 aac flac wmav1 wmav2"),
    *_of("wav", "wav", "libgsm_ms adpcm_ima_wav g726 pcm_s16le", 8_000, 1),
    *_of("w64", "w64", "pcm_s16le pcm_f32le pcm_mulaw adpcm_ms ac3 mp3"),
    *_of("aiff", "aiff", "pcm_s16be pcm_s24be pcm_f32be pcm_s8 pcm_alaw adpcm_ima_qt pcm_s16le"),
    *_of("au", "au", "pcm_s16be pcm_s24be pcm_f32be pcm_mulaw pcm_alaw"),
    *_of("au", "au", "adpcm_g726le", 8_000, 1),
    *_of("caf", "caf", "pcm_s16be pcm_s24le pcm_f32le pcm_mulaw adpcm_ima_qt"),
    *_of("caf", "caf", "alac aac mp3 ac3 flac"),
    *_of("caf", "caf", "libopus", 48_000),
    *_of("flac", "flac", "flac"),
    *_of("flac", "flac", "flac", 96_000, 1),
    *_of("ogg", "ogg", "libvorbis flac"),
    *_of("ogg", "ogg", "libopus", 48_000),
    *_of("spx", "ogg", "libspeex", 16_000, 1),
    *_of("mp3", "mp3", "libmp3lame"),
    *_of("mp3", "mp3", "libmp3lame libshine", 44_100, 1),
    *_of("mp3", "mp3", "libmp3lame", 22_050, 1),
    Encoding("mp3", ("-q:a", "5", "-f", "mp3")),
    Encoding("mp3", ("-q:a", "5", "-write_xing", "0", "-f", "mp3")),
    Encoding("mp3", ("-b:a", "96k", "-write_id3v1", "1", "-metadata", "title=x", "-f", "mp3")),
    *_of("mp2", "mp2", "mp2"),
    *_of("aac", "adts", "aac"),
    *_of("aac", "latm", "aac"),
    *_of("m4a", "ipod", "aac alac"),
    *_of("mp4", "mp4", "aac mp3 ac3 flac"),
    *_of("mp4", "mp4", "libopus", 48_000),
    *_of("mov", "mov", "pcm_s16le adpcm_ima_qt alac"),
    *_of("mka", "matroska", "libvorbis flac aac mp3 ac3 pcm_s16le wavpack tta alac"),
    *_of("mka", "matroska", "libopus dca eac3", 48_000),
    *_of("webm", "webm", "libvorbis"),
    *_of("webm", "webm", "libopus", 48_000),
    *_of("wma", "asf", "wmav1 wmav2 mp3"),
    *_of("wma", "asf", "wmav2", 8_000, 1),
    *_of("ac3", "ac3", "ac3", 48_000),
    *_of("eac3", "eac3", "eac3", 48_000),
    *_of("dts", "dts", "dca", 48_000),
    *_of("mlp", "mlp", "mlp", 48_000),
    *_of("thd", "truehd", "truehd", 48_000),
    *_of("wv", "wv", "wavpack"),
    *_of("tta", "tta", "tta"),
    *_of("rm", "rm", "ac3 real_144"),
    *_of("voc", "voc", "pcm_u8 pcm_s16le pcm_alaw"),
    *_of("flv", "flv", "mp3 aac"),
    *_of("avi", "avi", "mp3 ac3 pcm_s16le"),
    *_of("ts", "mpegts", "mp2 aac ac3"),
    *_of("mpg", "mpeg", "mp2 ac3"),
    *_of("nut", "nut", "libvorbis pcm_s16le"),
    *_of("adx", "adx", "adpcm_adx"),
    *_of("sbc", "sbc", "sbc"),
    *_of("gsm", "gsm", "libgsm", 8_000, 1),
    *_of("g722", "g722", "g722", 16_000, 1),
    *_of("amr", "amr", "libopencore_amrnb", 8_000, 1),
    *_of("sox", "sox", "pcm_s32le"),
    *_of("sf", "ircam", "pcm_s16le pcm_f32le"),
    *_of("mmf", "mmf", "adpcm_yamaha", 22_050, 1),
    *_of("wtv", "wtv", "mp2"),
]  # fmt: skip


def _whole(data: bytes, other: bytes) -> bytes:  # noqa: ARG001 - all take two files
    return data


def _cut(share: float) -> Callable[[bytes, bytes], bytes]:
    return lambda data, _other: data[: int(len(data) * share)]


def _joined(between: bytes) -> Callable[[bytes, bytes], bytes]:
    return lambda data, other: data + between + other


def _beheaded(data: bytes, _other: bytes) -> bytes:
    return data[len(data) // 4 :]


def _scratched(data: bytes, _other: bytes) -> bytes:
    middle = len(data) * 3 // 5
    return data[:middle] + np.random.default_rng(1).bytes(400) + data[middle + 400 :]


def _with_length(factor: float | None) -> Callable[[bytes, bytes], bytes]:
    """Multiply every length that the head tells; None: write the placeholder there."""
    return lambda data, _other: _lengths_changed(data, factor)


HEADS: dict[str, Callable[[bytes, bytes], bytes]] = {
    "whole": _whole,
    "piped": _whole,
    "cut at .6": _cut(0.6),
    "cut at .97": _cut(0.97),
    "joined": _joined(b""),
    "joined, tag between": _joined(b"TAG" + bytes(125)),
    "beheaded": _beheaded,
    "scratched": _scratched,
    "counts halved": _with_length(0.5),
    "counts doubled": _with_length(2.0),
    "counts nothing": _with_length(0.0),
    "counts all": _with_length(None),
}


class _Field(NamedTuple):
    """A length in a head: so many bytes behind a mark; of a whole number its low bits."""

    mark: bytes
    distance: int
    layout: str
    n_bits: int = 32


_MPEG_FIELDS = [_Field(b"Xing", 8, ">I"), _Field(b"Info", 8, ">I")]
_FIELDS = {
    b"RIFF": [_Field(b"data", 4, "<I")],
    b"FORM": [_Field(b"SSND", 4, ">I"), _Field(b"COMM", 10, ">I")],
    b".snd": [_Field(b".snd", 8, ">I")],
    b"caff": [_Field(b"data", 4, ">Q", 64), _Field(b"pakt", 20, ">Q", 64)],
    b"fLaC": [_Field(b"fLaC", 18, ">Q", 36)],
    b"TTA1": [_Field(b"TTA1", 14, "<I")],
    b"wvpk": [_Field(b"wvpk", 12, "<I")],
    b"riff": [_Field(b"data\xf3\xac\xd3\x11", 16, "<Q", 64)],
    b"ftyp": [_Field(b"mdhd", 20, ">I"), _Field(b"mvhd", 20, ">I"), _Field(b"tkhd", 24, ">I")],
    b"ID3\x04": _MPEG_FIELDS,
    b"\xff\xfb": _MPEG_FIELDS,
}


def _lengths_changed(data: bytes, factor: float | None) -> bytes:
    changed = bytearray(data)
    starts = (data[:4], data[4:8], data[:2])
    for field in next((_FIELDS[start] for start in starts if start in _FIELDS), []):
        offset = data.find(field.mark) + field.distance
        if data.find(field.mark) >= 0 and offset + 8 <= len(data):
            (value,) = struct.unpack_from(field.layout, data, offset)
            low = (1 << field.n_bits) - 1
            length = low if factor is None else min(low, int((value & low) * factor))
            struct.pack_into(field.layout, changed, offset, value & ~low | length)
    return bytes(changed)


@dataclass(frozen=True)
class OddSound:
    """One file of the fuzz. whole_s: what was encoded, all of it together."""

    path: Path
    encoding: Encoding
    head: str
    whole_s: float


class OddSounds:
    """Writes encodings with heads into a folder; each encoding is written once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._parts: dict[tuple[Encoding, bool], list[bytes]] = {}

    def write(self, encoding: Encoding, head: str) -> OddSound | None:
        """Write one file; None where ffmpeg cannot, or where the head has nothing to change."""
        parts = self._encoded(encoding, head == "piped")
        if len(parts) < 2 or not parts[0]:
            return None
        data = HEADS[head](*parts)
        if head not in ("whole", "piped") and data == parts[0]:
            return None
        path = self._folder / f"song.{encoding.suffix}"
        path.write_bytes(data)
        n_sounds = 2 if head.startswith("joined") else 1
        return OddSound(path, encoding, head, sum(SECONDS[:n_sounds]))

    def _encoded(self, encoding: Encoding, piped: bool) -> list[bytes]:
        if (encoding, piped) not in self._parts:
            self._parts[encoding, piped] = list(self._encode(encoding, piped))
        return self._parts[encoding, piped]

    def _encode(self, encoding: Encoding, piped: bool) -> Iterator[bytes]:
        rate_hz, options = encoding.rate_hz, encoding.options
        for seed, seconds in enumerate(SECONDS):
            sound = melody(seconds, ENCODINGS.index(encoding) + seed, rate_hz, encoding.channels)
            path = self._folder / f"part.{encoding.suffix}"
            try:
                yield encoded(path, options, sound, rate_hz, piped=piped).read_bytes()
            except subprocess.CalledProcessError:
                return
