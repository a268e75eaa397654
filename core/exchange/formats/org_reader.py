"""Reading a scholar's org file: legend, vocabulary, table of songs, complaints, lists of files.

What a line is read as is told by how it looks, and counted, so that nothing is dropped unseen.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from core.errors import ExchangeError
from core.exchange.files.text_lines import numbered_lines
from core.exchange.formats import org_cells
from core.exchange.formats.org_cells import Piece
from core.exchange.formats.org_words import OrgWords, read_groups
from core.exchange.label_records import LabelFile, LabelledDecision
from core.jobs import SILENT, JobContext
from core.library.records import State
from core.messages import message
from core.printable import printable

NAME = "org"
LINES_TO_JUDGE = 60  # of a table, before it is known what its columns are
N_LISTED = 12  # examples in a remark
LONGEST_QUOTE = 200  # letters of a line that is not read
NOTHING = frozenset({"-", "--", "–", "—", "...", "…", "?", "/"})
_LEGEND = re.compile(r"(?P<code>[^\s|:#]{1,3}):\s+(?P<meaning>\S.*)$")
_COMPLAINT = re.compile(r"(?P<song>.*\S)\s+->\s*(?P<text>\S.*)$")
_MARKED = re.compile(r"(?:[-+]\s+)?(?P<word>\S.*\s[:=]\S.*)$")
_BRACKET = re.compile(r"\[([^\]]*)\]")
_SYNTAX = re.compile(r"#|\*+\s|:[\w-]+:")  # comments, headings, properties


class Column(Enum):
    """What a column of a table holds."""

    CODE = auto()
    SONG = auto()
    TAGS = auto()
    NOTE = auto()
    WORD = auto()
    DEFINITION = auto()


HEADERS = {
    "code": Column.CODE, "codes": Column.CODE,
    "song": Column.SONG, "songs": Column.SONG, "file": Column.SONG, "path": Column.SONG,
    "note": Column.NOTE, "notes": Column.NOTE,
    "complaint": Column.NOTE, "complaints": Column.NOTE,
    "word": Column.WORD, "words": Column.WORD,
    "definition": Column.DEFINITION, "meaning": Column.DEFINITION,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: tuple[str, ...]
    is_rule: bool = False


def read_org(path: Path, job: JobContext = SILENT) -> LabelFile:
    """Read an org file. Raises ExchangeError if it holds no song; Cancelled."""
    file = LabelFile(NAME)
    reader = _Reader(file, OrgWords(file, read_groups(path.parent, file)))
    for number, line in numbered_lines(path, job):
        reader.read_line(number, line)
    reader.finish()
    if not file.songs:
        raise ExchangeError("exchange.not_org", name=path.name, path=path)
    return file


class _Reader:
    def __init__(self, file: LabelFile, words: OrgWords) -> None:
        self._file = file
        self._words = words
        self._waiting: list[_Row] = []
        self._columns: list[Column] = []
        self._tagged: set[int] = set()
        self._seen = Counter[str]()
        self._examples: dict[str, dict[str, None]] = {}

    def read_line(self, number: int, line: str) -> None:
        """Read one line, of a table or not."""
        text = line.strip(org_cells.BLANKS)
        if text.startswith("|"):
            cells = tuple(org_cells.decoded(cell) for cell in org_cells.cells_of(text))
            self._read_row(_Row(number, cells, org_cells.is_rule(text)))
        else:
            self._end_table()
            if text:
                self._read_text(number, text)

    def finish(self) -> None:
        """End the last table; say what was read as what."""
        self._end_table()
        self._words.finish()
        self._file.remarks += _remarks(self._file, self._seen, self._examples)
        if n := self._words.n_grouped():
            n_others = len(self._file.words) - n
            self._file.remarks.append(message("exchange.org_groups", n=n, n_others=n_others))
        if self._words.variants:
            names = [f"{other} = {name}" for other, name in self._words.variants.items()]
            self._file.remarks.append(
                message("exchange.org_spellings", n=len(names), names=_listed(names))
            )

    # ------------------------------------------------------------------ tables

    def _read_row(self, row: _Row) -> None:
        if self._columns:
            self._read_cells(row)
            return
        self._waiting.append(row)
        if len(self._waiting) >= LINES_TO_JUDGE:
            self._judge_table()

    def _end_table(self) -> None:
        if self._waiting:
            self._judge_table()
        self._columns = []

    def _judge_table(self) -> None:
        """Find out what the columns of the rows that wait are, and read them."""
        rows, self._waiting = self._waiting, []
        filled = [row for row in rows if any(row.cells)]
        if not filled:
            return
        first = rows.index(filled[0])
        names = [cell.casefold() for cell in filled[0].cells]
        has_header = first + 1 < len(rows) and rows[first + 1].is_rule
        if has_header and {HEADERS.get(name) for name in names} & {Column.SONG, Column.WORD}:
            self._columns = [HEADERS.get(name, Column.TAGS) for name in names]
            rows = rows[first + 1 :]
        else:
            self._columns = _columns_of(filled)
        for row in rows:
            self._read_cells(row)

    def _read_cells(self, row: _Row) -> None:
        if not any(row.cells):
            return
        text = " | ".join(row.cells)
        if len(row.cells) > len(self._columns):
            reason = message(
                "exchange.org_cells", n_cells=len(row.cells), n_columns=len(self._columns)
            )
            self._fault(row.line, reason, text)
        elif Column.SONG in self._columns:
            self._read_song_row(row, text)
        elif Column.DEFINITION in self._columns or Column.CODE in self._columns:
            self._read_word_row(row, text)
        else:
            for cell in filter(None, row.cells):
                self._read_vocabulary(row.line, cell)

    def _read_song_row(self, row: _Row, text: str) -> None:
        """Read a row of a table of songs, or of complaints about them."""
        name = self._cell(row, Column.SONG)
        if not name:
            self._fault(row.line, message("exchange.org_no_song"), text)
            return
        song = self._song(row.line, name)
        row_words = set[tuple[int, State]]()
        code = self._cell(row, Column.CODE)
        codes = self._words.codes_in(code)
        if codes is None:
            self._fault(row.line, message("exchange.org_code", code=code), text)
        for word, is_doubtful in codes or ():
            row_words.add((word, self._state(is_doubtful)))
            self._seen["codes"] += 1
        cells = zip(self._columns, row.cells, strict=False)
        for column, cell in cells:
            if column is Column.TAGS:
                for piece in org_cells.pieces_of(cell):
                    row_words |= self._read_piece(song, piece)
            elif column is Column.NOTE and cell:
                self._note(song, cell)
        for word, state in sorted(row_words):
            self._file.decide(LabelledDecision(song, word, state, line=row.line))
            self._tagged.add(song)
        self._seen["tagged"] = len(self._tagged)

    def _read_word_row(self, row: _Row, text: str) -> None:
        """Read a row of a vocabulary with a code and a definition of its own."""
        word = org_cells.vocabulary_word(self._cell(row, Column.WORD))
        if word is None:
            self._fault(row.line, message("exchange.org_text"), text)
            return
        number = self._words.declare(word, self._cell(row, Column.DEFINITION))
        self._seen["vocabulary"] += 1
        if code := self._cell(row, Column.CODE):
            self._words.codes[code] = number

    def _cell(self, row: _Row, column: Column) -> str:
        cells = zip(self._columns, row.cells, strict=False)
        return " ".join(cell for other, cell in cells if other is column and cell)

    # ------------------------------------------------------------------ lines

    def _read_text(self, number: int, text: str) -> None:
        """Read a line outside of tables: a legend, a word, a complaint, or the name of a file."""
        if _SYNTAX.match(text):
            self._example("headings", text)
        elif (found := _COMPLAINT.match(text)) and _names_song(found["song"]):
            self._note(self._song(number, found["song"]), found["text"])
        elif org_cells.is_sound(text):
            self._song(number, text)
            self._seen["listed"] += 1
        elif org_cells.is_picture(text):
            self._example("pictures", text)
        elif found := _LEGEND.match(text):
            self._words.add_code(found["code"], found["meaning"])
            self._example("legend", text)
        elif found := _MARKED.match(text):
            self._read_vocabulary(number, found["word"])
        else:
            self._fault(number, message("exchange.org_text"), text)

    def _read_vocabulary(self, number: int, text: str) -> None:
        word = org_cells.vocabulary_word(text)
        if word is None:
            self._fault(number, message("exchange.org_text"), text)
            return
        for name in self._words.parts_of(word.name):
            self._words.declare(org_cells.replace_name(word, name))
            self._seen["vocabulary"] += 1
        if word.doubtful_parent:
            self._example("parents", text)

    def _song(self, number: int, text: str) -> int:
        n_songs = len(self._file.songs)
        song = self._file.add_song(org_cells.song_of(text, number))
        self._seen["vinyl"] += song == n_songs and org_cells.is_vinyl(text)
        return song

    def _note(self, song: int, text: str) -> None:
        self._file.note(song, text)
        self._example("notes", text)

    # ------------------------------------------------------------------ words

    def _read_piece(self, song: int, piece: Piece) -> set[tuple[int, State]]:
        """Read what stands between two commas; notes are added to the song."""
        if piece.is_quoted:
            return {(self._words.number(piece.text), self._state(piece.is_doubtful))}
        found = set[tuple[int, State]]()
        text = piece.text
        if "[" in text:
            found, text = self._read_brackets(song, text)
        if text in NOTHING:
            self._example("nothing", text)
            return found
        code, _, rest = text.partition(" ")
        if code in self._words.codes and self._words.is_complaint(rest):
            found.add((self._words.codes[code], State.YES))
            self._seen["second codes"] += 1
            text = rest
        if self._words.is_complaint(text):
            self._note(song, text)
            return found
        return found | self._read_words(text)

    def _read_brackets(self, song: int, text: str) -> tuple[set[tuple[int, State]], str]:
        """Read brackets: a known word is unsure, other texts are notes; return the rest, too."""
        found = set[tuple[int, State]]()
        for inner in map(str.strip, _BRACKET.findall(text)):
            if self._words.is_known(inner):
                found.add((self._words.number(inner), self._state(True)))
            elif inner:
                self._note(song, f"[{inner}]")
        return found, " ".join(_BRACKET.sub(" ", text).split())

    def _read_words(self, text: str) -> set[tuple[int, State]]:
        """Read a word or a code, or several with slashes between them."""
        is_known = self._words.is_known(text)
        name, is_doubtful = (text, False) if is_known else org_cells.without_doubt(text)
        found = set[tuple[int, State]]()
        for part in filter(None, self._words.parts_of(name)):
            number = self._words.codes.get(part)
            if number is None:
                number = self._words.number(part)
            elif name != part:
                self._example("slashes", name)
            self._seen["second codes"] += part in self._words.codes
            found.add((number, self._state(is_doubtful)))
        return found

    def _state(self, is_doubtful: bool) -> State:
        self._seen["unsure"] += is_doubtful
        return State.UNSURE if is_doubtful else State.YES

    def _fault(self, line: int, reason: str, text: str) -> None:
        self._file.fault(line, reason, text[:LONGEST_QUOTE])

    def _example(self, what: str, text: str) -> None:
        self._seen[what] += 1
        examples = self._examples.setdefault(what, {})
        if len(examples) <= N_LISTED:
            examples[text] = None


def _columns_of(rows: list[_Row]) -> list[Column]:
    """Say what the columns of a table without a header hold, from its rows."""
    n_columns = Counter(len(row.cells) for row in rows).most_common(1)[0][0]
    n_sounds = [
        sum(org_cells.is_sound(row.cells[column]) for row in rows if column < len(row.cells))
        for column in range(n_columns)
    ]
    if max(n_sounds) * 2 < len(rows):
        return [Column.WORD] * n_columns
    song = n_sounds.index(max(n_sounds))
    after = Column.TAGS if song else Column.NOTE
    return [Column.CODE] * song + [Column.SONG] + [after] * (n_columns - song - 1)


def _names_song(text: str) -> bool:
    return org_cells.is_sound(text) or " - " in text


def _listed(names: list[str]) -> str:
    shown = [printable(name) for name in names[:N_LISTED]]
    return "; ".join(shown) + ("; …" if len(names) > N_LISTED else "")


def _remarks(
    file: LabelFile, seen: Counter[str], examples: dict[str, dict[str, None]]
) -> list[str]:
    """Say how much was read as what."""
    remarks: list[str] = [
        message(
            "exchange.org_songs",
            n=len(file.songs),
            n_tagged=seen["tagged"],
            n_words=len(file.words),
        )
    ]
    for what in (
        "legend", "codes", "second codes", "slashes", "vocabulary", "parents", "unsure", "notes",
        "nothing", "vinyl", "listed", "pictures", "headings",
    ):  # fmt: skip
        if seen[what]:
            names = _listed(list(examples.get(what, {})))
            kind = what.replace(" ", "_")
            remarks.append(message(f"exchange.org_{kind}", n=seen[what], names=names))
    return remarks
