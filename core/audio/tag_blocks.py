"""Where tags lie that programs put before and behind any sound: ID3, APE, Lyrics3. None is read."""

from __future__ import annotations

from core.audio.file_bytes import Sliceable

MAX_TAGS = 64
_ID3_BYTES = 10
_ID3V1_BYTES, _ENHANCED_BYTES = 128, 227
_APE_BYTES = 32
_APE_HAS_HEADER, _APE_IS_HEADER = 1 << 31, 1 << 29
_LYRICS_BYTES = 1 << 20
_ZEROS_BYTES = 1 << 20
_MIN_ZEROS = 8  # fewer may be the beginning of what follows


def sound_begin(data: Sliceable, offset: int = 0) -> int:
    """Return where the sound begins behind all tags that lie at an offset."""
    for _ in range(MAX_TAGS):
        behind = behind_tag(data, offset)
        if not behind:
            break
        offset = behind
    return offset


def behind_tags(data: Sliceable, offset: int) -> int:
    """Return where the run of tags and zeros ends that begins at an offset.

    So programs leave it that join files with what stood behind and before each of them.
    """
    for _ in range(MAX_TAGS):
        piece = data[offset : offset + _ZEROS_BYTES]
        n_zeros = len(piece) - len(piece.lstrip(b"\0"))
        behind = offset + n_zeros if n_zeros >= _MIN_ZEROS else _behind_any(data, offset)
        if not behind:
            break
        offset = behind
    return offset


def sound_end(data: Sliceable, end: int) -> int:
    """Return where the sound ends before all tags that end there."""
    for _ in range(MAX_TAGS):
        before = _before_tag(data, end)
        if before >= end:
            break
        end = before
    return end


def behind_tag(data: Sliceable, offset: int) -> int:
    """Return where the tag that begins here ends; 0 if none does."""
    head = data[offset : offset + _APE_BYTES]
    if head[:3] == b"ID3" and len(head) >= _ID3_BYTES:
        return offset + _ID3_BYTES + _id3_size(head)
    if head[:3] == b"TAG":
        return offset + (_ENHANCED_BYTES if head[3:4] == b"+" else _ID3V1_BYTES)
    if head[:8] == b"APETAGEX" and len(head) == _APE_BYTES:
        size_bytes = int.from_bytes(head[12:16], "little")
        is_header = int.from_bytes(head[20:24], "little") & _APE_IS_HEADER
        return offset + _APE_BYTES + (size_bytes if is_header else 0)
    if head[:11] == b"LYRICSBEGIN":
        end = data[offset : offset + _LYRICS_BYTES].find(b"LYRICS200")
        return offset + end + 9 if end > 0 else 0
    return 0


def _behind_any(data: Sliceable, offset: int) -> int:
    """Return where the tag that begins here ends, also an APE that only its foot tells; or 0."""
    behind = behind_tag(data, offset)
    if behind:
        return behind
    foot = data[offset : offset + _LYRICS_BYTES].find(b"APETAGEX")
    end = offset + foot + _APE_BYTES
    return end if foot > 0 and _before_tag(data, end) == offset else 0


def _before_tag(data: Sliceable, end: int) -> int:
    """Return where the tag that ends here begins; the end if none does."""
    tail = data[max(0, end - _ENHANCED_BYTES) : end]
    if tail[-_ID3V1_BYTES:][:3] == b"TAG" and len(tail) >= _ID3V1_BYTES:
        before = end - _ID3V1_BYTES
        is_enhanced = data[max(0, before - _ENHANCED_BYTES) : before][:4] == b"TAG+"
        return before - _ENHANCED_BYTES if is_enhanced else before
    foot = tail[-_APE_BYTES:]
    if foot[:8] == b"APETAGEX" and len(foot) == _APE_BYTES:
        has_header = int.from_bytes(foot[20:24], "little") & _APE_HAS_HEADER
        n_bytes = int.from_bytes(foot[12:16], "little") + (_APE_BYTES if has_header else 0)
        return end - n_bytes if _APE_BYTES <= n_bytes < end else end
    if tail[-9:] == b"LYRICS200" and tail[-15:-9].isdigit():
        return max(0, end - 15 - int(tail[-15:-9]))
    if tail[-_ID3_BYTES:][:3] == b"3DI":
        return max(0, end - 2 * _ID3_BYTES - _id3_size(tail[-_ID3_BYTES:]))
    return end


def _id3_size(head: bytes) -> int:
    """Return the length that an ID3v2 head tells, four times seven bits."""
    return sum(byte << shift for byte, shift in zip(head[6:10], (21, 14, 7, 0), strict=True))
