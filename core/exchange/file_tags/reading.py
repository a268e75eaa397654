"""Tags inside songs' files as suggestions for an import: which words stand in which field.

Read with mutagen, so that every kind of file is read that has tags, also those that are not
written. In comments only words in the form /* kick / bass */ are taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from core.errors import ExchangeError
from core.exchange.file_tags.tag_codec import COMMENT, GENRE, GROUPING, MOOD
from core.exchange.file_tags.tag_values import field_named
from core.exchange.label_records import LabelFile, LabelledDecision, LabelledSong, LabelledWord
from core.exchange.notations.comment_words import words_of_comment
from core.jobs import SILENT, JobContext
from core.library.records import Song
from core.library.store import Library
from core.messages import message

FORMAT = "file-tags"
SEPARATORS = (";",)
SONGS_PER_PAGE = 500
USUAL_MAPPING = ((GENRE, "genre"), (MOOD, "mood"), (GROUPING, ""), (COMMENT, ""))
"""(field, category); "": the file does not say to which category the words belong."""
_OTHER_NAMES = {  # of APE, ASF and Vorbis comments, in capitals
    "WM/GENRE": GENRE, "WM/MOOD": MOOD, "WM/CONTENTGROUPDESCRIPTION": GROUPING,
    "CONTENTGROUP": GROUPING, "DESCRIPTION": COMMENT,
}  # fmt: skip


def songs_with_files(library: Library, query: str = "") -> list[Song]:
    """Return the songs whose files are there, of a search or all. Raises QueryError."""
    ids = library.search.ids(query) if query else library.songs.all_ids()
    pages = (ids[first : first + SONGS_PER_PAGE] for first in range(0, len(ids), SONGS_PER_PAGE))
    rows = (row for page in pages for row in library.songs.rows(page))
    return [row.song for row in rows if row.song.missing_since is None]


def read_file_tags(
    songs: Iterable[Song],
    mapping: Sequence[tuple[str, str]] = USUAL_MAPPING,
    separators: Sequence[str] = SEPARATORS,
    job: JobContext = SILENT,
) -> LabelFile:
    """Read what songs' files say in some fields, each word a yes. Raises Cancelled.

    mapping: (field, category). separators: signs that part words besides the file's own. Files that
    cannot be read are faults.
    """
    found, counts = LabelFile(FORMAT), Counter[str]()
    songs = list(songs)
    n_read = 0
    for number, song in enumerate(songs):
        job.check()
        job.report(number, len(songs), message("exchange.tags_reading"))
        try:
            fields = fields_of(song.path)
        except Exception:  # noqa: BLE001 - odd tags make mutagen raise nearly anything
            reason = "tags_unread" if song.path.is_file() else "tags_file_missing"
            found.fault(0, message(f"exchange.{reason}"), str(song.path))
            continue
        n_read += 1
        _add(found, song, list(_words(fields, mapping, separators)))
        counts.update(field for field, _ in mapping if fields.get(field))
    told = ", ".join(f"{field} {n}" for field, n in counts.items())
    if told:
        found.remarks.append(message("exchange.tags_remark", n_files=n_read, fields=told))
    else:
        found.remarks.append(message("exchange.tags_remark_none", n_files=n_read))
    return found


def parse_reading(lines: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Read (field, category) from lines such as GENRE=rhythm, or GENRE. Raises ExchangeError."""
    pairs = list[tuple[str, str]]()
    for line in lines:
        field, _, category = line.partition("=")
        pairs.append((field_named(field), category.strip()))
    return tuple(dict.fromkeys(pairs))


def _add(found: LabelFile, song: Song, words: Sequence[tuple[str, str]]) -> None:
    """Add a song that has words, and a yes to each."""
    if not words:
        return
    labelled = LabelledSong(
        path=str(song.path), audio_hash=song.audio_hash, title=song.title, artist=song.artist,
        album=song.album, year=song.year, duration_s=song.duration_s,
    )  # fmt: skip
    index = found.add_song(labelled)
    for category, name in words:
        word = found.add_word(LabelledWord(name, category))
        found.decide(LabelledDecision(index, word))


def _words(
    fields: dict[str, list[str]], mapping: Sequence[tuple[str, str]], separators: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Yield (category, word), each once."""
    parted = re.compile("|".join(re.escape(sign) for sign in separators) or "\0")
    seen = set[tuple[str, str]]()
    for field, category in mapping:
        for text in fields.get(field, ()):
            parts = words_of_comment(text) if field == COMMENT else parted.split(text)
            for part in parts:
                word = (category, " ".join(part.split()))
                if word[1] and word not in seen:
                    seen.add(word)
                    yield word


def fields_of(path: Path) -> dict[str, list[str]]:
    """Return the texts of all fields of a file's tags, by our names. Raises what mutagen raises."""
    import mutagen

    file: Any = mutagen.File(path)
    if file is None:
        raise ValueError(path)
    fields: dict[str, list[str]] = {}
    for name, value in dict(file.tags or {}).items():
        if field := _field(str(name)):
            fields.setdefault(field, []).extend(_texts(value))
    return fields


def _field(name: str) -> str:
    """Return the field that mutagen's name of an entry means; "" for one that is none of ours."""
    upper = name.upper()
    if upper.startswith("COMM:"):
        return COMMENT if upper.startswith("COMM::") else ""
    if upper in _OTHER_NAMES:
        return _OTHER_NAMES[upper]
    try:
        return field_named(name)
    except ExchangeError:
        return ""


def _texts(value: Any) -> Iterator[str]:
    """Yield an entry's values; ID3's numbers of genres as names."""
    if hasattr(value, "genres"):
        yield from value.genres
    elif hasattr(value, "text") and isinstance(value.text, list):
        yield from map(str, value.text)
    elif isinstance(value, bytes):
        yield value.decode("utf-8", "replace")
    elif isinstance(value, str):
        yield from value.split("\0")
    elif isinstance(value, Iterable):
        for part in value:
            yield from _texts(part)
    else:
        yield str(value)
