"""What the ffprobe program says of a file: its sound's codec, rate, channels and length.

A head may lie about the length, or be silent. The packets do not: they are counted, undecoded.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from core.audio.file_window import Window
from core.errors import AudioError

PROBE_TIMEOUT_S = 120
MAX_COUNTED_BYTES = 64 << 20  # larger files are not read through for their length, if told
MAX_JUMP_S = 0.1  # by more a clock steps only where something is missing or another begins
PROTOCOLS = ("-protocol_whitelist", "file,pipe,subfile")
# Playlists, scripts and pictures are no sound files: they would open other files.
DEMUXERS = (
    "aac,ac3,act,adx,aiff,alaw,amr,ape,aptx,aptx_hd,asf,asf_o,ast,au,avi,avr,caf,codec2,daud,dfpwm,"
    "dsf,dts,dtshd,eac3,epaf,flac,flv,g722,g726,g726le,g729,gsm,hca,iff,ilbc,ircam,kvag,loas,"
    "lrc,matroska,webm,mlp,mmf,mov,mp4,m4a,3gp,3g2,mj2,mp3,mpc,mpc8,mpeg,mpegts,mtaf,mulaw,mxf,nistsphere,nut,"
    "ogg,oma,paf,pvf,qcp,rm,rso,sbc,sds,shn,sox,spdif,svs,swf,tak,truehd,tta,voc,vqf,w64,wav,"
    "wsaud,wsd,wtv,wv,wve,xa,iv8,xvag"
)
# Of these the length stands in the head; of the others ffmpeg guesses it from the bitrate.
HEADS_WITH_LENGTH = frozenset(
    ("aiff", "ape", "asf", "au", "caf", "dsf", "flac", "flv", "matroska", "mov", "mpc", "mpc8",
     "tak", "tta", "w64", "wav", "wv")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Probe:
    """The first sound stream of a file. Lengths in frames, 0 where nothing tells.

    n_frames: as its packets say. n_promised: as the head says. n_packet: of its longest packet.
    is_continuous: whether its clock never jumps, so that it can be sought by time.
    """

    codec: str
    rate_hz: int
    channels: int
    n_frames: int
    n_promised: int
    n_packet: int
    is_continuous: bool


def program(name: str, path: Path, format_name: str) -> str:
    """Return where ffmpeg or ffprobe is. Raises AudioError where it is not installed."""
    found = shutil.which(name)
    if found is None:
        raise AudioError(
            "audio.needs_ffmpeg",
            name=path.name,
            format_name=format_name,
            detail=f"{name} is not on the PATH",
            path=path,
        )
    return found


def address(path: Path, window: Window | None) -> str:
    """Return how ffmpeg is told a file, or a window of it."""
    if window is None:
        return f"file:{path}"
    return f"subfile,,start,{window.begin},end,{window.end},,:file:{path}"


def probe(path: Path, format_name: str = "", window: Window | None = None) -> Probe:
    """Ask for the first audio stream. Raises AudioError where there is none."""
    try:
        n_bytes = window.end - window.begin if window else path.stat().st_size
        answer = _ask(path, format_name, window, n_bytes <= MAX_COUNTED_BYTES)
        if not answer.packets and not answer.promised_s:
            answer = _ask(path, format_name, window, True)
        if answer.rate_hz <= 0 or answer.channels <= 0:
            raise ValueError(answer.complaint or "no rate or no channels")
    except (subprocess.TimeoutExpired, OSError, ValueError) as error:
        raise AudioError(
            "audio.nothing_to_decode",
            name=path.name,
            format_name=format_name or path.suffix[1:].upper(),
            detail=str(error),
            path=path,
        ) from error
    length = _length(answer.packets, answer.promised_s)
    return Probe(
        codec=answer.codec,
        rate_hz=answer.rate_hz,
        channels=answer.channels,
        n_frames=round(length.seconds * answer.rate_hz),
        n_promised=round(answer.promised_s * answer.rate_hz),
        n_packet=round(length.packet_s * answer.rate_hz),
        is_continuous=length.is_continuous,
    )


class _Packet(NamedTuple):
    """When it begins and how long it is; None where its container does not say."""

    start_s: float | None
    length_s: float | None


class _Answer(NamedTuple):
    codec: str
    rate_hz: int
    channels: int
    promised_s: float
    packets: Sequence[_Packet]
    complaint: str


def _ask(path: Path, format_name: str, window: Window | None, with_packets: bool) -> _Answer:
    entries = "stream=codec_name,sample_rate,channels,duration:format=format_name,duration"
    command = [
        program("ffprobe", path, format_name), "-v", "error", *PROTOCOLS,
        "-format_whitelist", DEMUXERS, "-select_streams", "a:0", "-of", "csv=nk=0",
        "-show_entries", entries + ":packet=pts_time,duration_time" * with_packets,
        address(path, window),
    ]  # fmt: skip
    result = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True,
        timeout=PROBE_TIMEOUT_S, check=False,
    )  # fmt: skip
    stream, container, packets = dict[str, str](), dict[str, str](), list[_Packet]()
    lines = result.stdout.decode("utf-8", "replace").splitlines()
    for row in csv.reader(line for line in lines if line):
        fields = dict(field.split("=", 1) for field in row[1:] if "=" in field)
        if row[0] == "packet":
            packets.append(_Packet(_seconds(fields, "pts_time"), _seconds(fields, "duration_time")))
        elif row[0] == "stream":
            stream = fields
        elif row[0] == "format":
            container = fields
    promised_s = 0.0
    if container.get("format_name", "").strip('"') in HEADS_WITH_LENGTH:  # the first of its names
        promised_s = _seconds(stream, "duration") or _seconds(container, "duration") or 0.0
    return _Answer(
        codec=stream.get("codec_name", ""),
        rate_hz=int(stream.get("sample_rate", 0)),
        channels=int(stream.get("channels", 0)),
        promised_s=max(0.0, promised_s),
        packets=packets,
        complaint=result.stderr.decode("utf-8", "replace").strip(),
    )


def _seconds(fields: dict[str, str], name: str) -> float | None:
    text = fields.get(name, "N/A")
    return None if text == "N/A" else float(text)


class _Length(NamedTuple):
    seconds: float
    packet_s: float
    is_continuous: bool


def _length(packets: Sequence[_Packet], promised_s: float) -> _Length:
    """Add up the packets: by the clock, where it jumps by their lengths.

    Lengths alone would not do: they are rounded, in some containers to whole milliseconds.
    """
    if not packets:
        return _Length(promised_s, 0.0, True)
    total_s = longest_s = 0.0
    is_continuous = True
    for packet, following in pairwise((*packets, _Packet(None, None))):
        step_s, length_s = _step(packet, following), packet.length_s
        if length_s is None:
            added_s = step_s if step_s and step_s > 0 else longest_s
        elif step_s is not None and 0 < step_s <= length_s + MAX_JUMP_S:
            added_s = step_s
        else:
            added_s = length_s
            is_continuous &= step_s is None
        total_s += added_s
        longest_s = max(longest_s, added_s)
    is_last_shorter = promised_s < total_s < promised_s + longest_s
    whole_s = promised_s if promised_s and is_last_shorter else total_s or promised_s
    return _Length(whole_s, longest_s, is_continuous)


def _step(packet: _Packet, following: _Packet) -> float | None:
    if packet.start_s is None or following.start_s is None:
        return None
    return following.start_s - packet.start_s
