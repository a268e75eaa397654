"""How long an MP3 really is: its frames counted one by one, where no header says it.

libsndfile guesses from the first frame's bitrate and reads no further than its guess, so that of a
file of varying bitrate without a Xing header more than half can be missing, silently.
"""

from __future__ import annotations

import mmap
from pathlib import Path

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
_TAGS = (b"TAG", b"APE", b"ID3", b"LYR")
_SEARCH_BYTES = 200
_MAX_TRAILING_BYTES = 4096  # fewer odd bytes at the end are no damage


def count_frames(path: Path) -> int:
    """Count the samples a channel holds; 0 where a header tells already.

    Raises ValueError where the frames cannot be followed to the end.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        offset = _behind_id3(data)
        if any(mark in data[offset : offset + _SEARCH_BYTES] for mark in _LENGTH_HEADERS):
            return 0
        total = 0
        while offset + 4 <= len(data):
            length, samples = _frame(data[offset : offset + 4])
            if not length:
                if data[offset : offset + 3] in _TAGS or len(data) - offset < _MAX_TRAILING_BYTES:
                    return total
                raise ValueError(f"no frame at byte {offset}")
            offset += length
            total += samples if offset <= len(data) else 0
        return total


def _behind_id3(data: mmap.mmap) -> int:
    offset = 0
    while data[offset : offset + 3] == b"ID3" and offset + 10 <= len(data):
        size = data[offset + 6 : offset + 10]
        offset += 10 + (size[0] << 21 | size[1] << 14 | size[2] << 7 | size[3])
    return offset


def _frame(head: bytes) -> tuple[int, int]:
    """(bytes, samples a channel) of one frame by its header; (0, 0) if it is none."""
    version, layer = head[1] >> 3 & 3, 4 - (head[1] >> 1 & 3)
    bitrate, rate, padding = head[2] >> 4, head[2] >> 2 & 3, head[2] >> 1 & 1
    is_header = head[0] == 0xFF and head[1] & 0xE0 == 0xE0 and version != 1 and layer != 4
    if not is_header or bitrate in (0, 15) or rate == 3:
        return 0, 0
    is_first = version == 3
    bits_s, rate_hz = _BITRATES[is_first, layer][bitrate] * 1000, _RATES[version][rate]
    if layer == 1:
        return (12 * bits_s // rate_hz + padding) * 4, 384
    samples = 576 if layer == 3 and not is_first else 1152
    return samples // 8 * bits_s // rate_hz + padding, samples
