"""Which layout a file has, by its first bytes, and what mutagen reads it with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from core.exchange.file_tags.chunk_layout import ChunkLayout, read_chunks
from core.exchange.file_tags.flac_layout import SIGNATURE as FLAC
from core.exchange.file_tags.flac_layout import FlacLayout, read_flac
from core.exchange.file_tags.id3_codec import HEADER_BYTES, tag_length
from core.exchange.file_tags.mp4_layout import read_mp4
from core.exchange.file_tags.mpeg_layout import MpegLayout, read_mpeg
from core.exchange.file_tags.ogg_layout import SIGNATURE as OGG
from core.exchange.file_tags.ogg_layout import OggLayout, read_ogg
from core.exchange.file_tags.tag_codec import TagCodec, UnreadableTags
from core.exchange.file_tags.tag_pieces import Piece

_HEAD_BYTES = 12
_MPEG_SUFFIXES = (".mp3", ".mp2", ".mp1", ".mpga", ".aac")


class TagLayout(Protocol):
    """Where the tags of one file stand."""

    @property
    def codec(self) -> TagCodec: ...

    @property
    def entries(self) -> tuple[bytes, ...]: ...

    def pieces(self, entries: Sequence[bytes]) -> list[Piece]:
        """Return the file with these entries instead. Raises UnreadableTags."""


def read_layout(file: BinaryIO, size_bytes: int, suffix: str) -> TagLayout:
    """Read where a file's tags are. suffix: of its name. Raises UnreadableTags, OSError."""
    read = _reader_of(file, suffix)
    if read is None:
        raise UnreadableTags("exchange.tags_unwritable")
    return read(file, size_bytes)


def _reader_of(file: BinaryIO, suffix: str) -> Callable[[BinaryIO, int], TagLayout] | None:
    file.seek(0)
    head = file.read(_HEAD_BYTES)
    if head[:4] == OGG:
        return read_ogg
    if head[4:8] == b"ftyp":
        return read_mp4
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return read_chunks
    if head[:4] == b"FORM" and head[8:12] in (b"AIFF", b"AIFC"):
        return read_chunks
    file.seek(tag_length(head[:HEADER_BYTES]))
    if FLAC in (head[:4], file.read(len(FLAC))):
        return read_flac
    return read_mpeg if suffix.casefold() in _MPEG_SUFFIXES else None


def read_independently(path: Path, layout: TagLayout) -> set[str]:
    """Return all texts of a file's tags as mutagen reads them.

    Raises UnreadableTags where it cannot.
    """
    try:
        return {text for value in _values(path, layout) for text in _texts(value)}
    except Exception as error:  # what mutagen raises is not all its own
        raise UnreadableTags("exchange.tags_not_written") from error


def _values(path: Path, layout: TagLayout) -> list[Any]:
    from mutagen.aiff import AIFF
    from mutagen.flac import FLAC as FLAC_FILE
    from mutagen.id3 import ID3
    from mutagen.mp4 import MP4
    from mutagen.oggopus import OggOpus
    from mutagen.oggvorbis import OggVorbis
    from mutagen.wave import WAVE

    tags: Any
    match layout:
        case MpegLayout():
            tags = ID3(path)  # type: ignore[no-untyped-call]
        case ChunkLayout():
            tags = (WAVE if layout.order == "little" else AIFF)(path).tags
        case OggLayout():
            tags = (OggOpus if layout.magic == b"OpusTags" else OggVorbis)(path).tags
        case FlacLayout():
            tags = FLAC_FILE(path).tags  # type: ignore[no-untyped-call]
        case _:
            tags = MP4(path).tags  # type: ignore[no-untyped-call]
    return list(dict(tags or {}).values())


def _texts(value: Any) -> list[str]:
    if isinstance(value, list):
        return [text for part in value for text in _texts(part)]
    if isinstance(value, bytes):
        return [value.decode("utf-8", "replace")]
    return [str(text) for text in value.text] if hasattr(value, "text") else [str(value)]
