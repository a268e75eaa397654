"""The Last.fm tags of the Million Song Dataset (Bertin-Mahieux et al. 2011), in any of its forms.

Folders of JSON files, one a track; lastfm_tags.db; a list `track, tag, weight` a row. A weight of
100 is an intensity of 1. Listeners wrote half a million words: only the most frequent are taken.
unique_tracks.txt gives artists and titles where it lies beside.
"""

from __future__ import annotations

import json
import re
import sqlite3
from array import array
from collections import Counter
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from core.exchange.file_errors import cannot_read, reason_of
from core.exchange.files.text_lines import numbered_lines
from core.exchange.format_records import LabelFormat
from core.exchange.label_records import LabelFile, LabelledDecision, LabelledSong, LabelledWord
from core.exchange.notations.data_set_rows import keep_split, no_data_set, table_rows
from core.jobs import JobContext
from core.library.evaluation_rows import TEST, TRAIN
from core.library.text import name_key, storable
from core.messages import message

NAME, TITLE = "msd", "Last.fm (Million Song Dataset)"
CATEGORY, SPLIT = "Last.fm", "Last.fm train and test"
MOST_WORDS = 1000
FULL_WEIGHT = 100.0
TRACKS, APART = "unique_tracks.txt", "<SEP>"
LARGEST_JSON = 1 << 20  # bytes
FILES_PER_CHECK = 200
SIDES = {"lastfm_train": TRAIN, "lastfm_test": TEST}
SQLITE_HEAD = b"SQLite format 3\0"
_TRACK = re.compile(r"TR[A-Z]{5}[0-9A-F]{11}")
_LIST_ROW = re.compile(rb'"?TR[A-Z]{5}[0-9A-F]{11}"?[\t,]')
_LIST_HEADER = re.compile(rb'"?track_?id"?[\t,]"?tag"?[\t,]', re.I)
_SQL = """
SELECT tids.tid, tags.tag, tid_tag.val FROM tid_tag
JOIN tids ON tids.rowid = tid_tag.tid JOIN tags ON tags.rowid = tid_tag.tag
"""


class _TagTable:
    """Tracks, words and weights in columns, about 20 bytes a row, until the words are counted."""

    def __init__(self, file: LabelFile) -> None:
        self.file = file
        self._songs, self._words, self._lines = array("l"), array("l"), array("l")
        self._weights = array("d")
        self._names: dict[str, int] = {}
        self._texts: list[str] = []

    def add(self, song: int, name: str, weight: object, line: int = 0) -> None:
        """Add a tag of a track; one without a usable weight or word is a fault."""
        value = _weight(weight)
        key = name_key(name)
        if value is None or not key:
            self.file.fault(line, message("exchange.no_weight"), f"{name}: {weight}")
            return
        number = self._names.setdefault(key, len(self._texts))
        if number == len(self._texts):
            self._texts.append(name)
        self._songs.append(song)
        self._words.append(number)
        self._weights.append(value)
        self._lines.append(line)

    def finish(self) -> None:
        """Decide on the most frequent words; say how many are left out."""
        counts = Counter(self._words)
        kept = dict(counts.most_common(MOST_WORDS))
        indices = {
            number: self.file.add_word(LabelledWord(self._texts[number], CATEGORY))
            for number in kept
        }
        for row, number in enumerate(self._words):
            if number in indices:
                self.file.decide(
                    LabelledDecision(
                        self._songs[row], indices[number], intensity=self._weights[row],
                        line=self._lines[row],
                    )
                )  # fmt: skip
        if n_rare := len(counts) - len(kept):
            n_rows = counts.total() - sum(kept.values())
            remark = message("exchange.rare_words", n=n_rare, n_kept=len(kept), n_rows=n_rows)
            self.file.remarks.append(remark)


def read(path: Path, job: JobContext) -> LabelFile:
    """Read a folder, a database or a list. Raises ExchangeError, Cancelled."""
    file = LabelFile(NAME)
    table = _TagTable(file)
    if path.is_dir():
        _read_folder(table, path, job)
    elif _is_database(path):
        _read_database(table, path, job)
    else:
        _read_list(table, path, job)
    if not file.songs:
        raise no_data_set(path, TITLE, message("exchange.why_no_track"))
    table.finish()
    _add_names(file, path.parent if path.is_file() else path, job)
    keep_split(file, SPLIT)
    return file


def recognises(path: Path, head: bytes) -> bool:
    """Tell a folder by its names, a database by its tables, a list by its first row."""
    if path.is_dir():
        return any((path / name).is_dir() for name in SIDES) or _holds_tracks(path)
    if head.startswith(SQLITE_HEAD):
        return b"tid_tag" in head
    rows = [line for line in head.split(b"\n", 20)[:20] if not line.startswith((b"#", b"\r"))]
    return bool(rows) and any(form.match(rows[0]) for form in (_LIST_ROW, _LIST_HEADER))


def _holds_tracks(folder: Path) -> bool:
    """Tell whether a folder holds JSON files of tracks, or such folders (A/B/C/TRABC….json)."""
    for _ in range(4):
        children = sorted(folder.iterdir())
        if any(_TRACK.fullmatch(path.stem) and path.suffix == ".json" for path in children):
            return True
        below = [path for path in children if len(path.name) == 1 and path.is_dir()]
        if not below:
            return False
        folder = below[0]
    return False


def _read_folder(table: _TagTable, folder: Path, job: JobContext) -> None:
    for number, path in enumerate(folder.rglob("TR*.json")):
        if number % FILES_PER_CHECK == 0:
            job.check()
            job.report(0, 1, message("exchange.n_tracks", n=number))
        parts = path.relative_to(folder.parent).parts
        side = next((SIDES[part] for part in parts if part in SIDES), "")
        try:
            if path.stat().st_size > LARGEST_JSON:
                raise ValueError(message("exchange.larger_than", megabytes=LARGEST_JSON >> 20))
            _read_track(table, json.loads(path.read_text(encoding="utf-8")), side)
        except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
            reason = message("exchange.no_track_file", why=reason_of(error))
            table.file.fault(0, reason, "", str(path.relative_to(folder)))


def _read_track(table: _TagTable, track: dict[str, object], side: str) -> None:
    """Read one JSON file. Raises ValueError, TypeError, KeyError for another one."""
    identity, tags = str(track["track_id"]), track["tags"]
    if not _TRACK.fullmatch(identity) or not isinstance(tags, list):
        raise ValueError(message("exchange.why_no_tags"))
    song = table.file.add_song(
        LabelledSong(
            f"{identity}.mp3", title=storable(str(track.get("title", ""))),
            artist=storable(str(track.get("artist", ""))), side=side,
        )
    )  # fmt: skip
    for name, weight in tags:
        table.add(song, storable(str(name)), weight)


def _read_database(table: _TagTable, path: Path, job: JobContext) -> None:
    """Read lastfm_tags.db; nothing that stands in it can do anything else."""
    try:
        address = f"file:{quote(str(path.absolute()))}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as database:
            database.execute("PRAGMA trusted_schema = OFF")
            database.execute("PRAGMA query_only = ON")
            for number, (track, name, weight) in enumerate(database.execute(_SQL)):
                if number % FILES_PER_CHECK == 0:
                    job.check()
                _add_row(table, str(track), storable(str(name)), weight, 0)
    except (sqlite3.Error, UnicodeError) as error:
        raise no_data_set(path, TITLE, reason_of(error)) from error


def _read_list(table: _TagTable, path: Path, job: JobContext) -> None:
    lines = (text for _, text in numbered_lines(path) if text.strip() and text[0] != "#")
    delimiter = "\t" if "\t" in next(lines, "") else ","
    for number, row in table_rows(path, delimiter, job):
        if row[0].startswith("#") or row[0].casefold().replace("_", "") == "trackid":
            continue
        if len(row) != 3:
            reason = message("exchange.n_cells", n_cells=len(row), n_columns=3)
            table.file.fault(number, reason, " ".join(row)[:200])
            continue
        _add_row(table, row[0].strip(), row[1].strip(), row[2], number)


def _add_row(table: _TagTable, track: str, name: str, weight: object, line: int) -> None:
    if _TRACK.fullmatch(track):
        song = table.file.add_song(LabelledSong(f"{track}.mp3", line=line))
        table.add(song, name, weight, line)
    else:
        table.file.fault(line, message("exchange.no_track_id"), track)


def _add_names(file: LabelFile, folder: Path, job: JobContext) -> None:
    """Take artists and titles from unique_tracks.txt, where the data set itself has none."""
    path = folder / TRACKS
    if file.songs[0].title:
        return
    if not path.is_file():
        file.remarks.append(message("exchange.no_song_data", name=TRACKS))
        return
    numbers = {song.path: number for number, song in enumerate(file.songs)}
    for line, text in numbered_lines(path, job):
        track, *others = text.split(APART, 3)
        number = numbers.get(f"{track}.mp3")
        if number is not None and len(others) == 3:
            song = file.songs[number]
            file.songs[number] = LabelledSong(
                song.path, title=others[2], artist=others[1], side=song.side, line=song.line or line
            )


def _is_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE_HEAD)) == SQLITE_HEAD
    except OSError as error:
        raise cannot_read(path, error) from error


def _weight(text: object) -> float | None:
    """Return a weight of 0 to 100 as an intensity, None for anything else."""
    try:
        value = float(str(text)) / FULL_WEIGHT
    except ValueError:
        return None
    return value if 0.0 <= value <= 1.0 else None


FORMAT = LabelFormat(
    NAME, TITLE, (".txt", ".tsv", ".csv", ".db"), read, None, recognises,
    purpose="exchange.for_data_sets",
)  # fmt: skip
