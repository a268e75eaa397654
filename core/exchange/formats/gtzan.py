"""GTZAN (Tzanetakis and Cook 2002): folders of genres, or the lists of its fault-filtered split.

The lists (Kereliuk, Sturm and Larsen 2015) leave out faulty and repeated excerpts and keep artists
apart; where they lie in or above the folder of genres, its songs have their sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from core.exchange.file_errors import cannot_read
from core.exchange.files.text_lines import numbered_lines
from core.exchange.format_records import LabelFormat
from core.exchange.label_records import LabelFile, LabelledDecision, LabelledSong, LabelledWord
from core.exchange.notations.data_set_rows import keep_split, no_data_set
from core.jobs import JobContext
from core.library.evaluation_rows import TEST, TRAIN, VALID
from core.messages import message

NAME, TITLE = "gtzan", "GTZAN"
SPLIT = "GTZAN fault-filtered"
GENRE = "genre"
LISTS = {
    "train_filtered.txt": TRAIN, "valid_filtered.txt": VALID, "test_filtered.txt": TEST,
}  # fmt: skip
MOST_FOLDERS = 1000
_EXCERPT = re.compile(r"(?:.*/)?(?P<genre>[a-z]+)/(?P=genre)\.\d{5}\.(?:wav|au|mp3|flac|ogg)", re.I)
_HEAD = re.compile(rb"(?:[\w.-]+/)*([a-z]+)/\1\.\d{5}\.\w+\s", re.I)


def read(path: Path, job: JobContext) -> LabelFile:
    """Read a folder of genres or of lists, or one list with the others beside it.

    Raises ExchangeError, Cancelled.
    """
    file = LabelFile(NAME, closed=True)
    folder = path if path.is_dir() else path.parent
    lists = [known for known in map(folder.joinpath, LISTS) if known.is_file()]
    if path.is_file() and path.name not in LISTS:
        lists = [path]
    excerpts = list(_excerpts(path)) if path.is_dir() else []
    if excerpts and not lists:
        lists = [known for known in map(path.parent.joinpath, LISTS) if known.is_file()]
    sides = _read_lists(file, lists, job, listed_only=not excerpts)
    for excerpt in excerpts:
        job.check()
        _add(file, excerpt, sides.get(excerpt.rpartition(".")[0], ""), 0)
    keep_split(file, SPLIT)
    if not file.songs:
        raise no_data_set(path, TITLE, message("exchange.why_no_excerpt"))
    return file


def recognises(path: Path, head: bytes) -> bool:
    """Tell a list by its first line, a folder by the names of its excerpts or lists."""
    if not path.is_dir():
        return _HEAD.match(head) is not None
    has_lists = any((path / name).is_file() for name in LISTS)
    return has_lists or next(_excerpts(path), None) is not None


def _excerpts(folder: Path) -> Iterator[str]:
    """Yield the excerpts of a folder of genres, as seen from it."""
    try:
        genres = [path for path in sorted(folder.iterdir())[:MOST_FOLDERS] if path.is_dir()]
        for genre in genres:
            names = (f"{genre.name}/{path.name}" for path in sorted(genre.iterdir()))
            yield from (name for name in names if _EXCERPT.fullmatch(name))
    except OSError as error:
        raise cannot_read(folder, error) from error


def _read_lists(
    file: LabelFile, lists: list[Path], job: JobContext, *, listed_only: bool
) -> dict[str, str]:
    """Map excerpts (without suffix) to their sides. listed_only: their songs are the file's."""
    sides: dict[str, str] = {}
    for path in lists:
        for line, text in numbered_lines(path, job):
            text = text.strip().replace("\\", "/")
            if not text:
                continue
            if not _EXCERPT.fullmatch(text):
                file.fault(line, message("exchange.no_excerpt"), text, path.name)
                continue
            side = sides[text.rpartition(".")[0]] = LISTS.get(path.name, "")
            if listed_only:
                _add(file, text, side, line)
    return sides


def _add(file: LabelFile, excerpt: str, side: str, line: int) -> None:
    genre = excerpt.split("/")[-2].casefold()
    song = file.add_song(LabelledSong(excerpt, side=side, line=line))
    word = file.add_word(LabelledWord(genre, GENRE))
    file.decide(LabelledDecision(song, word, line=line))


FORMAT = LabelFormat(
    NAME, TITLE, (".txt",), read, None, recognises, purpose="exchange.for_data_sets"
)
