"""How long an MP3 or AAC really is: its frames are counted one by one, whatever its head says.

libsndfile reads no further than the head of the first of joined files, and where there is none than
its guess from the first frame's bitrate: more than half can be missing, silently.
"""

from __future__ import annotations

import functools
import mmap
from pathlib import Path
from typing import NamedTuple

from core.audio.mapped_file import STRETCH_BYTES, find_all, release
from core.audio.tag_blocks import behind_tag, sound_begin

_BITRATES = {  # kbit/s by (is MPEG-1, layer)
    (True, 1): (0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448),
    (True, 2): (0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (True, 3): (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (False, 1): (0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (False, 2): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    (False, 3): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_LENGTH_HEADERS = (b"Xing", b"Info", b"VBRI")
_SEARCH_BYTES = 200
_MAX_TRAILING_BYTES = 4096  # fewer odd bytes at the end are no damage
_NEVER = 1 << 62
_N_AGREEING = 3  # frames one after another that cannot be chance
_ADTS_RATES = (
    96000,
    88200,
    64000,
    48000,
    44100,
    32000,
    24000,
    22050,
    16000,
    12000,
    11025,
    8000,
    7350,
)
_ADTS_HEAD_BYTES, _AAC_SAMPLES = 7, 1024
N_REMEMBERED = 256  # lengths of files


class MpegLength(NamedTuple):
    """duration_s: 0 if no frame was found.

    n_heads: headers with a length, one for each of joined files. has_gap: whether bytes that are
    neither frames nor tags lie between or behind. is_mixed: whether the rate changes on the way, or
    the number of channels.
    """

    duration_s: float
    n_heads: int
    has_gap: bool
    is_mixed: bool = False


class _Frame(NamedTuple):
    """n_bytes: 0 if it is none."""

    n_bytes: int
    n_samples: int
    rate_hz: int
    is_mono: bool = False


_NO_FRAME = _Frame(0, 0, 1)


def mpeg_length(path: Path) -> MpegLength:
    """Follow the frames to the end, across tags and whatever else lies between.

    Ear, picture and models each open a song: a file that is as it was is followed once.
    """
    status = path.stat()
    return _followed(path, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


@functools.lru_cache(maxsize=N_REMEMBERED)
def _followed(path: Path, *_stats: int) -> MpegLength:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        marks = _length_marks(data)
        known: dict[bytes, _Frame] = {}
        offset = n_heads = first = 0
        total_s, has_gap = 0.0, False
        while offset + 4 <= len(data):
            head = data[offset : offset + 4]
            frame = known.get(head) or known.setdefault(head, _frame(head))
            if not frame.n_bytes:
                offset, is_gap = _skip(data, offset)
                has_gap |= is_gap
                continue
            after = offset + frame.n_bytes
            if marks[-1] < after and marks[-1] < offset + _SEARCH_BYTES:
                n_heads += 1
            elif after <= len(data):
                total_s += frame.n_samples / frame.rate_hz
            offset = after
            while marks[-1] < offset:
                marks.pop()
            if offset > first + STRETCH_BYTES:
                release(data, first)
                first += STRETCH_BYTES
        kinds = {(frame.rate_hz, frame.is_mono) for frame in known.values() if frame.n_bytes}
        return MpegLength(total_s, n_heads, has_gap, len(kinds) > 1)


def adts_length(path: Path) -> MpegLength:
    """Follow the frames of AAC without a container (ISO/IEC 13818-7), across what lies between."""
    total_s, rates_hz, has_gap = 0.0, set[int](), False
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        offset = sound_begin(data)
        while 0 <= offset <= len(data) - _ADTS_HEAD_BYTES:
            head = data[offset : offset + _ADTS_HEAD_BYTES]
            n_bytes = (head[3] & 3) << 11 | head[4] << 3 | head[5] >> 5
            rate = head[2] >> 2 & 15
            is_frame = head[0] == 0xFF and head[1] & 0xF6 == 0xF0 and rate < len(_ADTS_RATES)
            if not is_frame or n_bytes < _ADTS_HEAD_BYTES:
                behind = behind_tag(data, offset)
                has_gap |= not behind
                offset = behind or data.find(b"\xff", offset + 1)
                continue
            rates_hz.add(_ADTS_RATES[rate])
            total_s += ((head[6] & 3) + 1) * _AAC_SAMPLES / _ADTS_RATES[rate]
            offset += n_bytes
    return MpegLength(total_s, 0, has_gap, len(rates_hz) > 1)


def promised_end(path: Path) -> int:
    """Return where an MP3 says that it ends, in bytes; 0 where it does not say, or is none."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        start = sound_begin(data)
        if start + 4 > len(data) or not _frame(data[start : start + 4]).n_bytes:
            return start if start > len(data) else 0
        if data[-128:-125] == b"TAG" or data[-32:-24] == b"APETAGEX":
            return len(data)
        head = data[start : start + _SEARCH_BYTES]
        for mark, at in ((b"Xing", 12), (b"Info", 12), (b"VBRI", 10)):
            index = head.find(mark)
            has_bytes = index >= 0 and (mark == b"VBRI" or head[index + 7] & 3 == 3)
            if has_bytes:
                n_bytes = int.from_bytes(head[index + at : index + at + 4], "big")
                return start + n_bytes if n_bytes else 0
        return 0


def _length_marks(data: mmap.mmap) -> list[int]:
    """Find what may begin a header with a length: the last one first, before it _NEVER."""
    found = [offset for mark in _LENGTH_HEADERS for offset in find_all(data, mark)]
    return sorted([*found, _NEVER], reverse=True)


def _skip(data: mmap.mmap, offset: int) -> tuple[int, bool]:
    """(Where the sound goes on behind what is no frame, whether that was no tag either)."""
    behind = behind_tag(data, offset)
    if behind:
        return behind, False
    following = _next_frame(data, offset)
    is_end = following >= len(data)
    return following, offset > 0 and not (is_end and following - offset < _MAX_TRAILING_BYTES)


def _next_frame(data: mmap.mmap, offset: int) -> int:
    """Return where frames that agree begin again; the end where none do."""
    while (offset := data.find(b"\xff", offset + 1)) >= 0:
        if _begins_frames(data, offset):
            return offset
    return len(data)


def _begins_frames(data: mmap.mmap, offset: int) -> bool:
    rate_hz = 0
    for _ in range(_N_AGREEING):
        head = data[offset : offset + 4]
        frame = _frame(head) if len(head) == 4 else _NO_FRAME
        if not frame.n_bytes or frame.rate_hz != (rate_hz or frame.rate_hz):
            return False
        rate_hz = frame.rate_hz
        offset += frame.n_bytes
    return True


def _frame(head: bytes) -> _Frame:
    """Read a frame's header, four bytes."""
    version, layer = head[1] >> 3 & 3, 4 - (head[1] >> 1 & 3)
    bitrate, rate, padding = head[2] >> 4, head[2] >> 2 & 3, head[2] >> 1 & 1
    is_header = head[0] == 0xFF and head[1] & 0xE0 == 0xE0 and version != 1 and layer != 4
    if not is_header or bitrate in (0, 15) or rate == 3:
        return _NO_FRAME
    is_first = version == 3
    bits_s, rate_hz = _BITRATES[is_first, layer][bitrate] * 1000, _RATES[version][rate]
    is_mono = head[3] >> 6 == 3
    if layer == 1:
        return _Frame((12 * bits_s // rate_hz + padding) * 4, 384, rate_hz, is_mono)
    n_samples = 576 if layer == 3 and not is_first else 1152
    return _Frame(n_samples // 8 * bits_s // rate_hz + padding, n_samples, rate_hz, is_mono)
