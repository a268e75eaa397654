"""MagnaTagATune (Law et al. 2009): annotations_final.csv, with clip_info_final.csv beside it.

Tab separated in spite of its name: the clip, 188 columns of 0 and 1, the clip's file. The split is
that by folders, 0 to b, c, d to f, that most papers on tagging use.
"""

from __future__ import annotations

from pathlib import Path

from core.exchange.format_records import LabelFormat
from core.exchange.label_records import LabelFile, LabelledDecision, LabelledSong, LabelledWord
from core.exchange.notations.data_set_rows import keep_split, lacks_columns, table_rows
from core.jobs import JobContext, SubJob
from core.library.evaluation_rows import TEST, TRAIN, VALID
from core.messages import message

NAME, TITLE = "magnatagatune", "MagnaTagATune"
SPLIT = "MagnaTagATune 12:1:3"
CLIP, FILE = "clip_id", "mp3_path"
TABLE, CLIPS = "annotations_final.csv", "clip_info_final.csv"
_SIDES = dict.fromkeys("0123456789ab", TRAIN) | {"c": VALID} | dict.fromkeys("def", TEST)

Names = dict[str, tuple[str, str, str]]
"""Title, artist and album by the number of a clip."""


def read(path: Path, job: JobContext) -> LabelFile:
    """Read the table of clips, or that of a folder. Raises ExchangeError, Cancelled."""
    path = path / TABLE if path.is_dir() else path
    file = LabelFile(NAME, closed=True)
    clips = _read_clips(file, path.with_name(CLIPS), SubJob(job, 0.0, 0.2))
    rows = table_rows(path, "\t", SubJob(job, 0.2, 0.8))
    _, header = next(rows, (0, []))
    if CLIP not in header or FILE not in header:
        raise lacks_columns(path, TITLE, (CLIP, FILE))
    words = {
        column: file.add_word(LabelledWord(name.strip(), TITLE))
        for column, name in enumerate(header)
        if name not in (CLIP, FILE)
    }
    for line, row in rows:
        if len(row) != len(header):
            reason = message("exchange.n_cells", n_cells=len(row), n_columns=len(header))
            file.fault(line, reason, row[0])
            continue
        song = _song(row[header.index(FILE)], clips.get(row[header.index(CLIP)]), line)
        number = file.add_song(song)
        for column, word in words.items():
            if row[column] == "1":
                file.decide(LabelledDecision(number, word, line=line))
            elif row[column] != "0":
                reason = message("exchange.no_zero_or_one", name=header[column])
                file.fault(line, reason, row[column])
    keep_split(file, SPLIT)
    return file


def recognises(path: Path, head: bytes) -> bool:
    """Tell by the names of the first and the last column, a folder by that of its table."""
    if path.is_dir():
        return (path / TABLE).is_file()
    names = head.split(b"\n", 1)[0].replace(b'"', b"").strip().split(b"\t")
    return {CLIP.encode(), FILE.encode()} <= set(names) and len(names) > 2


def _read_clips(file: LabelFile, path: Path, job: JobContext) -> Names:
    """Read titles, artists and albums of clips; none where that file is not there."""
    if not path.is_file():
        file.remarks.append(message("exchange.no_song_data", name=path.name))
        return {}
    rows = table_rows(path, "\t", job)
    _, header = next(rows, (0, []))
    names = (CLIP, "title", "artist", "album")
    if not set(names) <= set(header):
        raise lacks_columns(path, TITLE, names)
    number, title, artist, album = map(header.index, names)
    return {
        row[number]: (row[title], row[artist], row[album])
        for _, row in rows
        if len(row) == len(header)
    }


def _song(path: str, names: tuple[str, str, str] | None, line: int) -> LabelledSong:
    title, artist, album = names or ("", "", "")
    side = _SIDES.get(path.partition("/")[0], "")
    return LabelledSong(path, title=title, artist=artist, album=album, side=side, line=line)


FORMAT = LabelFormat(
    NAME, TITLE, (".csv",), read, None, recognises, purpose="exchange.for_data_sets"
)
