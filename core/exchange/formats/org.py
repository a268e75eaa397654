"""A scholar's table of songs in an Emacs org file: a code, a song and a list of words a row.

Written as Emacs lays tables out: the words with synonyms, categories and codes; the songs, doubtful
words with (?); the notes on songs.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from core.exchange.files.output import output_file
from core.exchange.format_records import ExportOptions, LabelFormat, Written
from core.exchange.formats.org_cells import COMPLAINT, encoded, quoted
from core.exchange.formats.org_reader import NAME, read_org
from core.exchange.label_source import LabelSource, SongLabels
from core.jobs import JobContext, SubJob
from core.library.records import Song, State, Tag
from core.printable import path_text

WORD_HEADER = ("word", "code", "definition")
SONG_HEADER = ("code", "song", "tags")
NOTE_HEADER = ("song", "note")
_SHOWN = {"song": 80, "tags": 50}  # letters of a wide column that Emacs shows when it is folded
_PLAIN_WORD = re.compile(r"[^\W\d_][\w'&.-]*( [\w'&.-]+)*")
_CODE_SIGNS = "*!#$%^~"
_TABLE_LINE = re.compile(rb"^[ \t]*\|", re.MULTILINE)

Row = Sequence[str]


@dataclass(slots=True)
class _Survey:
    """What a first look at all songs finds: widths of columns, tags used, notes."""

    widths: list[int]
    used: set[int] = field(default_factory=set)
    notes: list[Row] = field(default_factory=list)
    n_rows: int = 0


def write(source: LabelSource, path: Path, options: ExportOptions, job: JobContext) -> Written:
    """Write yes and unsure on whole songs; songs without any stand in the table, too."""
    folder = path.parent if options.relative else None
    row_of = _row_writer(source, folder)
    survey = _Survey([_width(name) for name in SONG_HEADER])
    for labels in source.songs(SubJob(job, 0.0, 0.5)):
        row = row_of(labels)
        survey.widths = _wider(survey.widths, row)
        survey.used.update(decision.tag_id for decision in labels.decisions)
        survey.n_rows += len(_states(labels))
        if labels.song.note:
            survey.notes.append((row[1], encoded(labels.song.note)))
    with output_file(path) as draft, draft.open("w", encoding="utf-8", newline="\n") as out:
        out.write("* Words\n\n")
        _write_small_table(out, WORD_HEADER, list(_word_rows(source, survey.used)))
        out.write("\n* Songs\n\n")
        songs = source.songs(SubJob(job, 0.5, 0.5))
        _write_table(out, SONG_HEADER, (row_of(labels) for labels in songs), survey.widths)
        if survey.notes:
            out.write("\n* Notes\n\n")
            _write_small_table(out, NOTE_HEADER, survey.notes)
    return Written((path,), survey.n_rows)


def recognises(_path: Path, head: bytes) -> bool:
    """Take a file with the line of a table in its beginning."""
    return _TABLE_LINE.search(head.replace(b"\0", b"")) is not None


def _row_writer(source: LabelSource, folder: Path | None) -> Callable[[SongLabels], Row]:
    codes = _codes(source)

    def row_of(labels: SongLabels) -> Row:
        states = _states(labels)
        code = "".join(
            codes[tag_id] + "?" * (state is State.UNSURE)
            for tag_id, state in states.items()
            if tag_id in codes
        )
        tags = ", ".join(
            _word(source.tags[tag_id].name) + " (?)" * (state is State.UNSURE)
            for tag_id, state in states.items()
            if tag_id not in codes
        )
        return code, encoded(_path(labels.song, folder)), encoded(tags)

    return row_of


def _states(labels: SongLabels) -> dict[int, State]:
    """Map tags to yes or unsure on the whole song; yes, where annotators say both."""
    states: dict[int, State] = {}
    for decision in labels.decisions:
        is_written = decision.start_s is None and decision.state is not State.NO
        if is_written and states.get(decision.tag_id) is not State.YES:
            states[decision.tag_id] = decision.state
    return states


def _word_rows(source: LabelSource, used: set[int]) -> Iterator[Row]:
    """Yield the words of the codebook, and those that were used though they are retired."""
    codes = _codes(source)
    for tag in source.tags.values():
        if tag.retired_at is not None and tag.id not in used:
            continue
        synonyms = (name for name in source.library.codebook.aliases(tag.id))
        category = source.category_of(tag.id)
        word = " ".join(
            [_word(tag.name)]
            + [f":{_word(name)}" for name in synonyms]
            + [f"={_word(category)}"] * bool(category)
        )
        yield encoded(word), codes.get(tag.id, ""), encoded(tag.definition)


def _codes(source: LabelSource) -> dict[int, str]:
    """Map tags to their codes: a name or an alias of one letter or sign."""
    codes = {}
    for tag in source.tags.values():
        code = next(filter(_is_code, _names(source, tag)), None)
        if code is not None:
            codes[tag.id] = code
    return codes


def _names(source: LabelSource, tag: Tag) -> tuple[str, ...]:
    return (tag.name, *source.library.codebook.aliases(tag.id))


def _is_code(name: str) -> bool:
    return len(name) == 1 and (name.isalnum() or name in _CODE_SIGNS)


def _word(name: str) -> str:
    is_plain = len(name) > 1 and _PLAIN_WORD.fullmatch(name) and not COMPLAINT.search(name)
    return name if is_plain else quoted(name)


def _path(song: Song, folder: Path | None) -> str:
    path = song.path.absolute()
    text = path_text(path)
    if folder is None or text != str(path):
        return text
    try:
        return os.path.relpath(path, folder.absolute())
    except ValueError:  # another drive
        return text


def _write_small_table(out: TextIO, header: Row, rows: list[Row]) -> None:
    widths = [_width(name) for name in header]
    for row in rows:
        widths = _wider(widths, row)
    _write_table(out, header, rows, widths)


def _write_table(out: TextIO, header: Row, rows: Iterable[Row], widths: list[int]) -> None:
    """Write a table as Emacs aligns it; a wide column gets the width that it can be folded to."""
    folded = [
        f"<{_SHOWN[name]}>" if width > _SHOWN.get(name, width) else ""
        for name, width in zip(header, widths, strict=True)
    ]
    if any(folded):
        out.write(_line(folded, widths))
    out.write(_line(header, widths))
    out.write("|-" + "-+-".join("-" * width for width in widths) + "-|\n")
    for row in rows:
        out.write(_line(row, widths))


def _line(row: Row, widths: list[int]) -> str:
    cells = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
    return f"| {' | '.join(cells)} |\n"


def _wider(widths: list[int], row: Row) -> list[int]:
    return [max(width, _width(cell)) for width, cell in zip(widths, row, strict=True)]


def _width(text: str) -> int:
    """Return how many columns of a screen a text takes: East Asian letters two, accents none."""
    if text.isascii():
        return len(text)
    return sum(map(_letter_width, text))


def _letter_width(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


FORMAT = LabelFormat(
    NAME, "exchange.title_org", (".org",), read_org, write, recognises,
    lost=("exchange.lost_all_but_yes_unsure",), purpose="exchange.for_org",
)  # fmt: skip
