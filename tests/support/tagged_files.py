"""Short songs of every kind of file that can be tagged, made by ffmpeg and tagged by mutagen."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from core.audio.file_stats import FileStats, fingerprint
from core.exchange.file_tags.drafts import sound_of
from core.jobs import SILENT
from core.library.records import NewSong
from core.library.store import Library
from tests.support.encoded_sounds import encoded, melody

PICTURE = bytes(range(256)) * 40  # no picture, but bytes that must stay
SECONDS = 1.5
OPTIONS: dict[str, tuple[str, tuple[str, ...]]] = {
    "mp3 v2.3": (".mp3", ("-c:a", "libmp3lame", "-id3v2_version", "3")),
    "mp3 v2.4": (".mp3", ("-c:a", "libmp3lame", "-id3v2_version", "4")),
    "flac": (".flac", ("-c:a", "flac")),
    "ogg": (".ogg", ("-c:a", "libvorbis")),
    "opus": (".opus", ("-c:a", "libopus")),
    "m4a": (".m4a", ("-c:a", "aac")),
    "m4a front": (".m4a", ("-c:a", "aac", "-movflags", "+faststart")),
    "wav": (".wav", ("-c:a", "pcm_s16le")),
    "aiff": (".aiff", ("-c:a", "pcm_s16be")),
}
KINDS = tuple(OPTIONS)


def make_song(folder: Path, kind: str, seed: int = 1, seconds: float = SECONDS) -> Path:
    """Make a song of a kind, with a title, a genre, a comment, a picture and odd entries."""
    path = folder / f"{kind.replace(' ', '-')}-{seed}{OPTIONS[kind][0]}"
    path.write_bytes(_song(kind, seed, seconds))
    return path


@cache
def _song(kind: str, seed: int, seconds: float) -> bytes:
    """Encode and tag a song, once a process."""
    suffix, options = OPTIONS[kind]
    rate_hz = 48_000 if suffix == ".opus" else 44_100
    with TemporaryDirectory() as folder:
        path = Path(folder, f"song{suffix}")
        encoded(path, [*options, "-map_metadata", "-1"], melody(seconds, seed, rate_hz), rate_hz)
        tag_song(path, kind)
        return path.read_bytes()


def tag_song(path: Path, kind: str) -> None:
    """Give a song of a kind a title, a genre, a comment, a picture and odd entries."""
    _TAGGERS[path.suffix](path, kind)


def id3_tag(version: int) -> bytes:
    """Return an ID3 tag as other programs write it."""
    from mutagen.id3 import (
        APIC,
        COMM,
        GEOB,
        ID3,
        POPM,
        PRIV,
        TCON,
        TIT2,
        TPE1,
        TXXX,
        UFID,
    )  # fmt: skip

    tags: Any = ID3()  # type: ignore[no-untyped-call]
    for frame in (
        TIT2(encoding=1, text=["Sëa"]),
        TPE1(encoding=3 if version == 4 else 1, text=["Ada", "Béla"]),
        TCON(encoding=0, text=["(17)Rock"]),
        COMM(encoding=0, lang="deu", desc="", text=["schön"]),
        COMM(encoding=0, lang="eng", desc="iTunNORM", text=[" 0001 0002"]),
        TXXX(encoding=0, desc="EAR", text=["old"]),
        TXXX(encoding=0, desc="MixedInKey", text=["8A"]),
        APIC(encoding=0, mime="image/png", type=3, desc="front", data=PICTURE),
        GEOB(encoding=0, mime="application/octet-stream", desc="Serato Markers2", data=PICTURE),
        PRIV(owner="TRAKTOR4", data=PICTURE),
        POPM(email="a@b", rating=200, count=3),
        UFID(owner="http://musicbrainz.org", data=b"1234"),
    ):
        tags.add(frame)
    data = io.BytesIO()
    tags.save(data, v2_version=version, padding=_padding)
    return data.getvalue()


def _padding(_info: Any) -> int:
    return 40


def _tag_mp3(path: Path, kind: str) -> None:
    from mutagen.id3 import ID3

    ID3(path).delete(path)  # type: ignore[no-untyped-call]
    path.write_bytes(id3_tag(3 if kind == "mp3 v2.3" else 4) + path.read_bytes())


def _tag_chunks(path: Path, kind: str) -> None:
    from mutagen.aiff import AIFF
    from mutagen.id3 import ID3
    from mutagen.wave import WAVE

    file: Any = WAVE(path) if kind == "wav" else AIFF(path)
    file.add_tags()
    for frame in ID3(io.BytesIO(id3_tag(4))).values():  # type: ignore[no-untyped-call]
        file.tags.add(frame)
    file.save()


def _tag_vorbis(file: Any) -> None:
    file["title"], file["artist"], file["genre"] = ["Sëa"], ["Ada", "Béla"], ["Rock"]
    file["comment"], file["ear"], file["replaygain_track_gain"] = ["schön"], ["old"], ["-3 dB"]


def _tag_flac(path: Path, _kind: str) -> None:
    from mutagen.flac import FLAC, Picture

    file: Any = FLAC(path)  # type: ignore[no-untyped-call]
    _tag_vorbis(file)
    picture: Any = Picture()  # type: ignore[no-untyped-call]
    picture.data, picture.mime, picture.type = PICTURE, "image/png", 3
    file.add_picture(picture)
    file.save()


def _tag_ogg(path: Path, _kind: str) -> None:
    import mutagen

    file: Any = mutagen.File(path)  # type: ignore[attr-defined]
    _tag_vorbis(file)
    file["metadata_block_picture"] = [PICTURE.hex()]
    file.save()


def _tag_mp4(path: Path, _kind: str) -> None:
    from mutagen.mp4 import MP4, MP4Cover

    file: Any = MP4(path)  # type: ignore[no-untyped-call]
    file["\xa9nam"], file["\xa9ART"], file["\xa9gen"] = ["Sëa"], ["Ada", "Béla"], ["Rock"]
    file["\xa9cmt"], file["----:com.apple.iTunes:EAR"] = ["schön"], [b"old"]
    file["covr"] = [MP4Cover(PICTURE, MP4Cover.FORMAT_PNG)]
    file["----:com.other:THING"] = [b"\x00\x01"]
    file.save()


_TAGGERS: dict[str, Callable[[Path, str], None]] = {
    ".mp3": _tag_mp3, ".flac": _tag_flac, ".ogg": _tag_ogg, ".opus": _tag_ogg, ".m4a": _tag_mp4,
    ".wav": _tag_chunks, ".aiff": _tag_chunks,
}  # fmt: skip


def add_song(library: Library, path: Path) -> int:
    """Add a song as an import would; return its id."""
    stats = FileStats.read(path)
    assert stats is not None
    new = NewSong(
        audio_hash=sound_of(path, SILENT), path=path, size_bytes=stats.size_bytes,
        mtime_s=stats.mtime_s, title=path.stem, artist="Ada", album="", duration_s=SECONDS,
        year=None, rate_hz=44_100, channels=2, ctime_s=stats.ctime_s,
        fingerprint=fingerprint(path),
    )  # fmt: skip
    return library.songs.add(new)[0]


def others_by_mutagen(path: Path, *changed: str) -> dict[str, str]:
    """Return all that mutagen reads of a file's tags but for the changed ones, as texts."""
    import mutagen

    file: Any = mutagen.File(path)  # type: ignore[attr-defined]
    found = {str(name): repr(value) for name, value in dict(file.tags).items()}
    found["pictures"] = repr([(p.mime, p.data) for p in getattr(file, "pictures", [])])
    return {name: text for name, text in found.items() if name.casefold() not in changed}
