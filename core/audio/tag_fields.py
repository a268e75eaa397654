"""The words in a file's tags, whatever the container calls them: mutagen, chunks, then ffprobe.

It only gathers: what the values mean is metadata.py's business. Nothing is ever written.
"""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from core.audio.artists import split_id3_slashes
from core.audio.info_chunks import Fields, decoded, read_chunks

PROBE_TIMEOUT_S = 20
LATIN_1 = 0  # to ID3; many programs wrote the letters of their own system instead
LATER = (2, 4, 0)  # the ID3 that has a sign of its own between values
_OF_PEOPLE = {"artist", "artists", "album_artist", "performer", "composer"}
# What says the same in every system: the first that has a value counts.
_NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "tit2", "©nam", "wm/title"),
    "artist": ("artist", "author", "tpe1", "©art", "wm/author"),
    "artists": ("artists", "txxx:artists", "----:com.apple.itunes:artists", "wm/artists"),
    "album": ("album", "wm/albumtitle", "talb", "©alb", "album/title"),
    "album_artist": (
        "albumartists", "albumartist", "album artist", "album_artist", "wm/albumartist", "tpe2",
        "aart", "txxx:albumartist", "album/artist",
    ),
    "original_date": (
        "originaldate", "original date", "originalyear", "original year", "original_year", "tdor",
        "wm/originalreleaseyear", "txxx:originalyear", "----:com.apple.itunes:originaldate",
        "----:com.apple.itunes:originalyear", "txxx:originaldate",
    ),
    "date": (
        "date", "year", "tdrc", "tdrl", "©day", "wm/year", "date_recorded", "date_released",
        "date_release", "record date", "recorded date",
    ),
    "performer": ("performer", "ensemble", "orchestra", "soloist", "tpe3", "wm/conductor"),
    "composer": ("composer", "tcom", "©wrt", "wm/composer"),
    "track": ("tracknumber", "track", "wm/tracknumber", "trck", "trkn", "part_number"),
}  # fmt: skip
# All their words were found already where there are any: no other program need be asked.
_KNOWN_HEADS = (
    b"RIFF", b"RF64", b"BW64", b"RIFX", b"FORM", b"caff", b".snd", b"fLaC", b"OggS", b"ID3",
    b"wvpk", b"TTA1", b"MAC ", b"MP+", b"MPCK",
)  # fmt: skip


def read_fields(path: Path) -> Fields:
    """Return every field that a file's tags name, with all its values. Never raises."""
    fields: Fields = {}
    for read in (_from_container, _from_chunks, _from_id3, _from_ape, _from_ogg_streams):
        _fill(fields, _try(read, path))
        if "title" in fields and "artist" in fields and read is not _from_container:
            break
    if not fields.keys() & {"title", "artist"} and not _is_known(path):
        _fill(fields, _try(_from_ffprobe, path))
    return fields


def _try(read: Callable[[Path], Fields], path: Path) -> Fields:
    try:
        return read(path)
    except Exception:  # noqa: BLE001 - odd tags make mutagen raise nearly anything; none matters
        return {}


def _fill(fields: Fields, more: Fields) -> None:
    for field, values in more.items():
        fields.setdefault(field, values)


def _is_known(path: Path) -> bool:
    """Tell whether another program could find no words in a file, or the file is not there."""
    try:
        with path.open("rb") as file:
            head = file.read(4)
    except OSError:
        return True
    is_mpeg = len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0
    return is_mpeg or head.startswith(_KNOWN_HEADS)


def _from_container(path: Path) -> Fields:
    import mutagen

    return _fields_of(getattr(mutagen.File(path), "tags", None))


def _from_chunks(path: Path) -> Fields:
    found = read_chunks(path)
    if found is None:
        return {}
    fields, id3 = found
    own = _try(partial(_from_id3_bytes, id3), path) if id3 else {}
    _fill(own, fields)
    return own


def _from_id3_bytes(tag: bytes, _path: Path) -> Fields:
    from mutagen.id3 import ID3

    return _fields_of(ID3(fileobj=io.BytesIO(tag)))  # type: ignore[no-untyped-call]


def _from_id3(path: Path) -> Fields:
    """Read an ID3 tag before any sound (bare AAC, FLAC), and ID3v1 behind it."""
    from mutagen.id3 import ID3

    return _fields_of(ID3(path))  # type: ignore[no-untyped-call]


def _from_ape(path: Path) -> Fields:
    from mutagen.apev2 import APEv2

    return _fields_of(APEv2(path))  # type: ignore[no-untyped-call]


def _from_ogg_streams(path: Path) -> Fields:
    """Read the sound's words where a film's stream comes first."""
    from mutagen.oggflac import OggFLAC
    from mutagen.oggopus import OggOpus
    from mutagen.oggspeex import OggSpeex
    from mutagen.oggvorbis import OggVorbis

    for kind in (OggVorbis, OggOpus, OggFLAC, OggSpeex):
        if fields := _try(partial(_from_ogg_stream, kind), path):
            return fields
    return {}


def _from_ogg_stream(kind: Any, path: Path) -> Fields:
    return _fields_of(kind(path).tags)


def _from_ffprobe(path: Path) -> Fields:
    program = shutil.which("ffprobe")
    if program is None:
        return {}
    command = [
        program, "-v", "quiet", "-protocol_whitelist", "file,pipe",
        "-show_entries", "format_tags:stream_tags", "-of", "json", f"file:{path}",
    ]  # fmt: skip
    result = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, timeout=PROBE_TIMEOUT_S,
        check=False,
    )  # fmt: skip
    answer = json.loads(_decoded_json(result.stdout))
    fields = _fields_of(answer.get("format", {}).get("tags"))
    for stream in answer.get("streams", ()):
        _fill(fields, _fields_of(stream.get("tags")))
    return fields


def _decoded_json(output: bytes) -> str:
    try:
        return output.decode("utf-8")
    except UnicodeDecodeError:
        return output.decode("cp1252", "replace")


def _fields_of(tags: Any) -> Fields:
    """Give the fields of any system of tags their common names."""
    if not tags:
        return {}
    by_name: dict[str, list[str]] = {}
    for name, value in _items(tags):
        texts = [text for text in _texts(value) if text.strip()]
        if texts:
            by_name.setdefault(str(name).casefold(), []).extend(texts)
    fields: Fields = {}
    for field, names in _NAMES.items():
        values = next((by_name[name] for name in names if name in by_name), None)
        if values:
            fields[field] = values
    version = getattr(tags, "version", None)
    if isinstance(version, tuple) and version < LATER:
        for field in fields.keys() & _OF_PEOPLE:
            fields[field] = [name for text in fields[field] for name in split_id3_slashes(text)]
    return fields


def _items(tags: Any) -> Iterable[tuple[Any, Any]]:
    """Yield name and value; a name may come several times."""
    if isinstance(tags, Mapping):
        return tags.items()
    try:
        return list(tags.items())
    except AttributeError:
        return list(tags)  # pairs


def _texts(value: Any) -> list[str]:
    """Return the values of a field as texts: a frame's, a list's, a number's, NUL between."""
    if hasattr(value, "text") and isinstance(value.text, list):  # an ID3 frame
        value = _mended(value.text) if getattr(value, "encoding", None) == LATIN_1 else value.text
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if isinstance(value, tuple):  # (track, of how many)
        value = value[:1]
    if isinstance(value, list | tuple):
        return [text for part in value for text in _texts(part)]
    return str(value).split("\0")


def _mended(texts: list[Any]) -> list[str]:
    """Read texts that are called Latin-1 as UTF-8 where they are, or as Windows wrote the West."""
    parts = [part for text in texts for part in str(text).split("\0")]
    return [decoded(part.encode("latin-1")) if _is_latin_1(part) else part for part in parts]


def _is_latin_1(text: str) -> bool:
    return all(sign <= "\xff" for sign in text)
