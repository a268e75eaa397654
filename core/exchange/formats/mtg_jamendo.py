"""MTG-Jamendo (Bogdanov et al. 2019): a row a track, its tags (category---tag) in further columns.

A file of a split is read with the two others of its folder; a whole list with the first split below
it. raw.meta.tsv gives titles where it lies beside.
"""

from __future__ import annotations

import re
from pathlib import Path

from core.exchange.format_records import LabelFormat
from core.exchange.label_records import LabelFile, LabelledDecision, LabelledSong, LabelledWord
from core.exchange.notations.data_set_rows import keep_split, lacks_columns, table_rows
from core.jobs import SILENT, JobContext, part_of
from core.library.evaluation_rows import TEST, TRAIN, VALID
from core.messages import message

NAME, TITLE = "mtg-jamendo", "MTG-Jamendo"
HEADER = ["TRACK_ID", "ARTIST_ID", "ALBUM_ID", "PATH", "DURATION", "TAGS"]
APART = "---"
META, ALL_TAGS = "raw.meta.tsv", "autotagging.tsv"
SIDES = {"train": TRAIN, "validation": VALID, "test": TEST}
_SPLIT_FILE = re.compile(r"(?P<subset>.+)-(?P<side>train|validation|test)\.tsv")

Names = dict[str, tuple[str, str, str]]
"""Title, artist and album by the number of a track."""


def read(path: Path, job: JobContext) -> LabelFile:
    """Read a list of tracks, or all files of its split. Raises ExchangeError, Cancelled."""
    path = _list_of(path) or path
    file = LabelFile(NAME, closed=True)
    names = _read_names(file, path)
    in_split = _SPLIT_FILE.fullmatch(path.name)
    if in_split:
        files = _split_files(path.parent, in_split["subset"])
    else:
        folder = path.parent / "splits" / "split-0"
        sides = _sides_of(_split_files(folder, path.stem))
        _read_tracks(file, path, names, sides, job)
        keep_split(file, f"{TITLE} {folder.name}")
        return file
    for number, (side, part) in enumerate(files.items()):
        _read_tracks(file, part, names, side, part_of(job, number, len(files)))
    keep_split(file, f"{TITLE} {path.parent.name}")
    return file


def recognises(path: Path, head: bytes) -> bool:
    """Tell by the names of the columns, a folder by those of its lists."""
    if path.is_dir():
        return _list_of(path) is not None
    names = head.split(b"\n", 1)[0].decode("utf-8", "replace").strip("\ufeff\r").split("\t")
    return names == HEADER


def _list_of(path: Path) -> Path | None:
    """Return the list that a folder stands for, as it is or with `data` in it; None for none."""
    if not path.is_dir():
        return path
    for folder in (path, path / "data"):
        lists = {_subset_of(file): file for file in sorted(folder.glob("autotagging*.tsv"))}
        if (folder / ALL_TAGS).is_file():
            return folder / ALL_TAGS
        if len(lists) == 1:
            return next(iter(lists.values()))
    return None


def _subset_of(file: Path) -> str:
    in_split = _SPLIT_FILE.fullmatch(file.name)
    return in_split["subset"] if in_split else file.stem


def _split_files(folder: Path, subset: str) -> dict[str, Path]:
    """Map sides to the files of a split that are there."""
    files = {side: folder / f"{subset}-{name}.tsv" for name, side in SIDES.items()}
    return {side: path for side, path in files.items() if path.is_file()}


def _sides_of(files: dict[str, Path]) -> dict[str, str]:
    """Map tracks to their sides."""
    return {row[0]: side for side, path in files.items() for _, row in table_rows(path, "\t")}


def _read_tracks(
    file: LabelFile, path: Path, names: Names, side: str | dict[str, str], job: JobContext
) -> None:
    """Read one file of tracks. side: of all of them, or of tracks."""
    rows = table_rows(path, "\t", job)
    _, header = next(rows, (0, []))
    if header[: len(HEADER)] != HEADER:
        raise lacks_columns(path, TITLE, HEADER)
    for line, row in rows:
        if len(row) < len(HEADER) - 1 or not row[3]:
            reason = message("exchange.n_cells", n_cells=len(row), n_columns=len(HEADER))
            file.fault(line, reason, row[0], path.name)
            continue
        title, artist, album = names.get(row[0], ("", "", ""))
        song = LabelledSong(
            row[3], title=title, artist=artist, album=album, duration_s=_seconds(row[4]),
            side=side if isinstance(side, str) else side.get(row[0], ""), line=line,
        )  # fmt: skip
        number = file.add_song(song)
        for tag in filter(None, row[5:]):
            category, _, name = tag.rpartition(APART)
            if name.strip():
                word = file.add_word(LabelledWord(name.strip(), category or TITLE))
                file.decide(LabelledDecision(number, word, line=line))
            else:
                file.fault(line, message("exchange.no_word"), tag, path.name)


def _read_names(file: LabelFile, path: Path) -> Names:
    """Read titles, artists and albums from beside the list, or above the split's folders."""
    folders = (path.parent, *path.parent.parents[:2])
    found = next((folder / META for folder in folders if (folder / META).is_file()), None)
    if found is None:
        file.remarks.append(message("exchange.no_song_data", name=META))
        return {}
    rows = table_rows(found, "\t", SILENT)
    _, header = next(rows, (0, []))
    wanted = [header.index(n) for n in ("TRACK_NAME", "ARTIST_NAME", "ALBUM_NAME") if n in header]
    if len(wanted) < 3:
        return {}
    title, artist, album = wanted
    return {
        row[0]: (row[title], row[artist], row[album]) for _, row in rows if len(row) > max(wanted)
    }


def _seconds(text: str) -> float | None:
    try:
        seconds = float(text)
    except ValueError:
        return None
    return seconds if 0.0 < seconds < float("inf") else None


FORMAT = LabelFormat(
    NAME, TITLE, (".tsv",), read, None, recognises, purpose="exchange.for_data_sets"
)
