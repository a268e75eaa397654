"""The columns of a table of decisions: their names here, and those that other programs give them.

A column is known by its name, in the window's four languages; one that holds sound files is the
path, whatever its name.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from core.audio.decode import AUDIO_SUFFIXES
from core.exchange.tables.cell_values import is_filled, is_state
from core.exchange.tables.word_lists import looks_like_list
from core.folding import fold


class Column(StrEnum):
    """What a column can hold, by its name in the tables that are written here."""

    AUDIO_HASH = "audio_hash"
    PATH = "path"
    TITLE = "title"
    ARTIST = "artist"
    ALBUM = "album"
    YEAR = "year"
    DURATION = "duration_s"
    SIDE = "split"
    CATEGORY = "category"
    TAG = "tag"
    TAGS = "tags"
    STATE = "state"
    INTENSITY = "intensity"
    START = "start_s"
    END = "end_s"
    ANNOTATOR = "annotator"
    SOURCE = "source"
    GUESS_VISIBLE = "guess_visible"
    MODEL = "model"
    CODEBOOK_VERSION = "codebook_version"
    NOTE = "note"
    CREATED_AT = "created_at"
    UPDATED_AT = "updated_at"
    CAPTION = "caption"


SONG_COLUMNS = (
    Column.AUDIO_HASH, Column.PATH, Column.TITLE, Column.ARTIST, Column.ALBUM, Column.YEAR,
    Column.DURATION,
)  # fmt: skip
LONG_COLUMNS = (
    *SONG_COLUMNS, Column.CATEGORY, Column.TAG, Column.STATE, Column.INTENSITY, Column.START,
    Column.END, Column.ANNOTATOR, Column.SOURCE, Column.GUESS_VISIBLE, Column.MODEL,
    Column.CODEBOOK_VERSION, Column.NOTE, Column.CREATED_AT, Column.UPDATED_AT,
)  # fmt: skip
WIDE_COLUMNS = (*SONG_COLUMNS, Column.ANNOTATOR, Column.NOTE)
SONG_KEYS = (Column.AUDIO_HASH, Column.PATH, Column.TITLE)  # one of them names a song

# By column: its names elsewhere, the likeliest first, folded and without blanks and signs.
NAMES: dict[Column, str] = {
    Column.AUDIO_HASH: "audiohash",
    Column.PATH: "path filepath songpath audiopath mp3path pfad dateipfad percorso ruta filename"
    " file datei dateiname nomefile archivo nombredearchivo fichero audiofile audio location uri",
    Column.TITLE: "title titel titolo titulo songtitle tracktitle song track piece name songname"
    " trackname stuck brano pieza cancion canzone lied musikstuck",
    Column.ARTIST: "artist kunstler kunstlerin artista interpret interpretin interprete artists"
    " artistname trackartist kunstlerinnen artisti artistas performer composer komponist"
    " compositore compositor",
    Column.ALBUM: "album albumtitle release albumname",
    Column.YEAR: "year jahr anno ano releaseyear erscheinungsjahr releasedate",
    Column.DURATION: "durations duration durationsec dauer dauers durata duracion length lange"
    " lunghezza totaltime",
    Column.SIDE: "split subset partition",
    Column.CATEGORY: "category kategorie categoria tagcategory group gruppe gruppo grupo facet",
    Column.TAG: "tag label word schlagwort etikett etichetta etiqueta wort parola palabra term"
    " keyword class annotation begriff termine termino",
    Column.TAGS: "tags labels words schlagworter schlagworte etiketten etichette etiquetas worter"
    " parole palabras keywords classes annotations begriffe",
    Column.STATE: "state value decision wert entscheidung valore decisione valor judgement judgment"
    " urteil giudizio juicio answer antwort risposta respuesta yesno present",
    Column.INTENSITY: "intensity starke intensita intensidad strength",
    Column.START: "starts start starttime begintimes begintime begin beginn anfang inizio inicio"
    " onset von",
    Column.END: "ends end endtime endtimes ende fine fin offset bis",
    Column.ANNOTATOR: "annotator annotatore anotador annotatorname annotatorid listener rater judge"
    " coder user",
    Column.SOURCE: "source",
    Column.GUESS_VISIBLE: "guessvisible",
    Column.MODEL: "model",
    Column.CODEBOOK_VERSION: "codebookversion",
    Column.NOTE: "note notes notiz notizen nota notas comment comments kommentar kommentare"
    " bemerkung bemerkungen anmerkung anmerkungen commento commenti osservazione osservazioni"
    " comentario comentarios observacion observaciones remark remarks",
    Column.CREATED_AT: "createdat created timestamp datetime completedat annotatedat judgedat",
    Column.UPDATED_AT: "updatedat",
    Column.CAPTION: "caption",
}
NO_CATEGORIES = frozenset(  # of columns that hold any words
    ("choice", "choices", *NAMES[Column.TAG].split(), *NAMES[Column.TAGS].split())
)
DIGITS = "0123456789"
ROW_NUMBERS = (  # names of columns that tell rows or songs apart, where they hold numbers
    "id index idx row rowid rowindex rownumber nr lfdnr num number nummer numero uid trackid songid"
    " fileid clipid recordingid audioid itemid taskid annotationid unnamed0"
)
N_COUNTING = 3  # rows whose numbers are counted up: two may be a no and a yes
OF_SONGS = frozenset({*SONG_COLUMNS, Column.SIDE})
IN_WIDE_TABLES = OF_SONGS | {Column.ANNOTATOR, Column.NOTE, Column.CAPTION}
NO_TAGS = frozenset(  # folded names that a column of a tag cannot have, or it is taken for another
    (*" ".join(NAMES[column] for column in IN_WIDE_TABLES).split(), *ROW_NUMBERS.split())
)
TAG_SIGN = " (tag)"


@dataclass(frozen=True, slots=True)
class TableColumns:
    """Which column holds what, by number. unread: names nobody knows.

    tags: of a wide table, the columns that are tags; else those whose cells are tags' names. lists:
    other columns, whose cells are lists of tags. numbers: columns that only number the rows. empty:
    those of the tags that have nothing in the first rows.
    """

    names: tuple[str, ...]
    has_header: bool
    of: dict[Column, int]
    tags: tuple[int, ...] = ()
    unread: tuple[str, ...] = ()
    lists: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    empty: tuple[int, ...] = ()

    @property
    def names_songs(self) -> bool:
        """Whether some column names the songs."""
        return any(column in self.of for column in SONG_KEYS)

    def category_of(self, number: int) -> str:
        """Return the category of the words in a column of lists: its name, if that tells one."""
        name = self.names[number]
        return "" if _key(name) in NO_CATEGORIES else name


def find_columns(sample: Sequence[Sequence[str]], *, wide: bool) -> TableColumns:
    """Find what the columns of a table hold, from its first rows.

    wide: whatever is no song's, and holds yes, no or nothing, is a tag.
    """
    first = tuple(cell.strip() for cell in sample[0])
    known = _known(first, IN_WIDE_TABLES if wide else NAMES)
    has_header = bool(known) or not any(_is_sound_file(cell) for cell in first)
    rows = sample[1:] if has_header else sample
    names = first if has_header else tuple(str(n) for n in range(1, len(first) + 1))
    if wide and first[: len(WIDE_COLUMNS)] == WIDE_COLUMNS:  # of our own: no word is taken twice
        known = {column: number for number, column in enumerate(WIDE_COLUMNS)}
        end = len(names) - (names[-1] == Column.CAPTION)
        tags = tuple(range(len(WIDE_COLUMNS), end))
        return TableColumns(names, True, known, tags)
    found = _by_content(known, rows, len(first), wide=wide)
    free = [n for n, name in enumerate(names) if n not in found.values() and name]
    if wide:
        numbers = tuple(n for n in free if _numbers_rows(names[n], rows, n))
        tags = tuple(n for n in free if n not in numbers and _mostly_states(rows, n))
    else:
        numbers, tags = (), _word_columns(found, names, free)
    others = [n for n in free if n not in (*tags, *numbers)]
    lists = tuple(n for n in others if Column.STATE not in found and _holds_lists(rows, n))
    unread = tuple(names[n] for n in others if n not in lists)
    empty = tuple(n for n in tags if not any(map(is_filled, _cells(rows, n))))
    return TableColumns(names, has_header, found, tags, unread, lists, numbers, empty)


def names_songs(cells: Sequence[str]) -> bool:
    """Whether the cells of a row are a header: one of them is called as what names songs."""
    return any(column in _known(cells, SONG_KEYS) for column in SONG_KEYS)


def tag_column(tag: str) -> str:
    """Return what a tag's column of a wide table is called: another name where its own is taken."""
    return tag + TAG_SIGN if _is_taken(tag) else tag


def tag_of_column(name: str) -> str:
    """Return the tag whose column tag_column() gave this name."""
    return name.removesuffix(TAG_SIGN) if _is_taken(name) else name


def _is_taken(name: str) -> bool:
    while name.endswith(TAG_SIGN):
        name = name.removesuffix(TAG_SIGN)
    return _key(name) in NO_TAGS


def _word_columns(
    found: dict[Column, int], names: Sequence[str], free: Sequence[int]
) -> tuple[int, ...]:
    """Return the columns of tags' names: one, or also tag 1, tag 2 and so on."""
    number = found.get(Column.TAG, found.get(Column.TAGS))
    if Column.STATE not in found and Column.TAGS in found:
        number = found[Column.TAGS]
    words = {*NAMES[Column.TAG].split(), *NAMES[Column.TAGS].split()}
    numbered = tuple(n for n in free if (key := _key(names[n])).rstrip(DIGITS) in words - {key})
    return numbered if number is None else (number, *numbered)


def is_long(sample: Sequence[Sequence[str]]) -> bool:
    """Whether a table has a row a decision: a column of tags, and no others that look like tags."""
    columns = find_columns(sample, wide=False)
    if not columns.tags:
        return False
    return Column.STATE in columns.of or len(find_columns(sample, wide=True).tags) < 2


def _known(names: Sequence[str], columns: Collection[Column]) -> dict[Column, int]:
    """Find columns by name; of several that may be the same the likeliest name counts."""
    keys = [_key(name) for name in names]
    found: dict[Column, int] = {}
    for column in NAMES:
        if column not in columns:
            continue
        known = next((name for name in NAMES[column].split() if name in keys), None)
        if known is not None:
            found[column] = keys.index(known)
    return found


def _by_content(
    known: dict[Column, int], rows: Sequence[Sequence[str]], n_columns: int, *, wide: bool
) -> dict[Column, int]:
    """Add what only the cells show: sound files, and the tags of a table without a header."""
    found = dict(known)
    if Column.PATH not in found:
        files = [n for n in range(n_columns) if _mostly_sound_files(rows, n)]
        if files:
            found = {column: n for column, n in found.items() if n != files[0]}
            found[Column.PATH] = files[0]
    free = [n for n in range(n_columns) if n not in found.values()]
    if wide and not any(column in found for column in SONG_KEYS):
        texts = [n for n in free if not _mostly_states(rows, n) and not _holds_lists(rows, n)]
        if texts:
            found[Column.TITLE] = texts[0]
    if not wide and not known and Column.PATH in found:
        texts = [n for n in free if not _mostly_states(rows, n)]
        states = [n for n in free if n not in texts]
        found |= {Column.TAG: texts[0]} if texts else {}
        found |= {Column.STATE: states[0]} if texts and states else {}
    return found


def _cells(rows: Sequence[Sequence[str]], number: int) -> list[str]:
    return [row[number] for row in rows if number < len(row)]


def _mostly_sound_files(rows: Sequence[Sequence[str]], number: int) -> bool:
    cells = [cell for cell in _cells(rows, number) if cell.strip()]
    return bool(cells) and 2 * sum(map(_is_sound_file, cells)) > len(cells)


def _mostly_states(rows: Sequence[Sequence[str]], number: int) -> bool:
    """Whether most cells of a column are yes, no or unsure; also where all are empty."""
    cells = [cell for cell in _cells(rows, number) if cell.strip()]
    return 2 * sum(map(is_state, cells)) >= len(cells)


def _holds_lists(rows: Sequence[Sequence[str]], number: int) -> bool:
    return any(map(looks_like_list, _cells(rows, number)))


def _numbers_rows(name: str, rows: Sequence[Sequence[str]], number: int) -> bool:
    """Whether a column only numbers rows or songs: by its name, or as it counts up."""
    cells = [cell.strip() for cell in _cells(rows, number)]
    filled = [int(cell) for cell in cells if cell.isdecimal()]
    if not filled or any(cell and not cell.isdecimal() for cell in cells):
        return False
    if _key(name) in ROW_NUMBERS.split():
        return True
    counts_up = all(after == before + 1 for before, after in pairwise(filled))
    return counts_up and len(filled) == len(cells) >= N_COUNTING


def _is_sound_file(cell: str) -> bool:
    return f".{cell.strip().rpartition('.')[2].casefold()}" in AUDIO_SUFFIXES


def _key(name: str) -> str:
    """Return a column's name folded, its letters and digits only."""
    return "".join(letter for letter in fold(name) if letter.isalnum())
