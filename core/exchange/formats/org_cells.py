r"""The small grammar of an org table of songs: cells and their signs, marks, names of files.

A cell holds no `|` and no line end: these are \vert and \newline, as Emacs org's entities are
written. In a list of words a quoted one is only a word, whatever it looks like.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.audio.decode import AUDIO_SUFFIXES
from core.exchange.label_records import LabelledSong
from core.printable import path_from_text

ENTITIES = {"|": "vert", "\n": "newline", "\r": "return", "\t": "tab", "\0": "null"}
SIGN_OF = {name: sign for sign, name in ENTITIES.items()} | {
    "bslash": "\\", "vbar": "|", "space": " ",
}  # fmt: skip
_ENTITY = re.compile(rf"\\({'|'.join(sorted(SIGN_OF))})(?:\{{\}}|(?![A-Za-z]))")
BLANKS = " \t"
_RULE = re.compile(r"\|[-+:]*[-+][-+:|]*$")  # |----+----|
_COOKIE = re.compile(r"(<[lrc]?\d*>)?$")  # <80>, the width of a column
_SUFFIXES = "|".join(sorted(suffix[1:] for suffix in (*AUDIO_SUFFIXES, ".mp4")))
_AUDIO_NAME = re.compile(rf"\.\s*({_SUFFIXES})$", re.I)
_PICTURE_NAME = re.compile(r"\.(jpe?g|png|gif|bmp|tiff?|pdf|webp)$", re.I)
_YEAR_AT_END = re.compile(r"\.(?P<year>\d{4}|\d[\d?]{0,3}\?)\.*$")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u2060\ufeff"))
FIRST_YEAR, LAST_YEAR = 1860, 2099
VINYL = "v_"
# What is told of a recording, not of the music.
COMPLAINT = re.compile(
    r"\b(re-?record\w*|quality|skips?|skipping|mismatch|mistakes?|wrong (name|file|song|version)"
    r"|not playing|corrupt(ed)?|broken file|cut off)\b",
    re.I,
)
_DOUBT = re.compile(r"^\s*\(?\?+\)?\s*|\s*(\(\?+!?\)|\?+!?)\s*$")
_PIECE = re.compile(
    r'\s*"(?P<quoted>(?:[^"]|"")*)"\s*(?P<doubt>\(\?\))?\s*(?=,|$)|(?P<plain>(?:\[[^\]]*\]|[^,])*)'
)
_MARKED = re.compile(
    r'\s*(?P<mark>[:=]?)(?P<doubt>\??)\s*(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<plain>.+?))'
    r"(?=\s+[:=]\S|\s*$)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two commas. A quoted one is a word; doubtful: it has a (?) behind it."""

    text: str
    is_quoted: bool = False
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class VocabularyWord:
    """A word as a vocabulary has it. doubtful_parent: one that is marked with =?."""

    name: str
    synonyms: tuple[str, ...] = ()
    parent: str = ""
    doubtful_parent: str = ""


def is_rule(line: str) -> bool:
    """Tell whether a line of a table is the rule between two parts of it."""
    return _RULE.match(line.strip(BLANKS)) is not None


def cells_of(line: str) -> list[str]:
    """Return the cells of a table's line, as they stand; none for a rule or a row of widths."""
    line = line.strip(BLANKS)
    if is_rule(line):
        return []
    cells = [cell.strip(BLANKS) for cell in line[1:].removesuffix("|").split("|")]
    return [] if all(_COOKIE.match(cell) for cell in cells) and any(cells) else cells


def decoded(cell: str) -> str:
    """Return the text that a cell stands for."""
    return _ENTITY.sub(lambda found: SIGN_OF[found[1]], cell) if "\\" in cell else cell


def encoded(text: str) -> str:
    """Write a text so that it is one cell."""
    text = _ENTITY.sub(lambda found: "\\bslash{}" + found[0][1:], text)
    for sign, name in ENTITIES.items():
        text = text.replace(sign, f"\\{name}{{}}")
    edges = re.fullmatch(r"( *)(.*?)( *)", text)
    if edges is None or not (edges[1] or edges[3]):
        return text
    return "\\space{}" * len(edges[1]) + edges[2] + "\\space{}" * len(edges[3])


def quoted(text: str) -> str:
    """Write a word so that it is read as nothing but a word."""
    return '"' + text.replace('"', '""') + '"'


def pieces_of(cell: str) -> Iterator[Piece]:
    """Yield what stands between the commas of a cell."""
    start = 0
    while start <= len(cell) and (found := _PIECE.match(cell, start)):
        if found["quoted"] is None:
            yield Piece(" ".join(found["plain"].split()))
        else:
            yield Piece(found["quoted"].replace('""', '"'), True, found["doubt"] is not None)
        start = found.end() + 1


def without_doubt(text: str) -> tuple[str, bool]:
    """Return a word without a question mark before or after it, and whether there was one."""
    certain = _DOUBT.sub("", text).strip()
    return (certain, True) if certain and certain != text else (text, False)


def vocabulary_word(text: str) -> VocabularyWord | None:
    """Read a word with its :synonyms and its =parent; None if it does not begin with a word."""
    marked = [
        (found["mark"], bool(found["doubt"]), _name(found)) for found in _MARKED.finditer(text)
    ]
    if not marked or marked[0][0] or not marked[0][2]:
        return None
    parents = [(name, doubt) for mark, doubt, name in marked if mark == "="]
    return VocabularyWord(
        marked[0][2],
        tuple(name for mark, _, name in marked if mark == ":"),
        next((name for name, doubt in parents if not doubt), ""),
        next((name for name, doubt in parents if doubt), ""),
    )


def replace_name(word: VocabularyWord, name: str) -> VocabularyWord:
    """Return the same word under one of its names; its synonyms go with the whole."""
    is_whole = word.name == name
    return replace(word, name=name, synonyms=word.synonyms if is_whole else ())


def _name(found: re.Match[str]) -> str:
    is_quoted = found["quoted"] is not None
    return found["quoted"].replace('""', '"') if is_quoted else found["plain"].strip()


def is_sound(text: str) -> bool:
    """Tell whether a text ends like the name of a sound file."""
    return _AUDIO_NAME.search(text) is not None


def is_picture(text: str) -> bool:
    """Tell whether a text ends like the name of a picture."""
    return _PICTURE_NAME.search(text) is not None


def song_of(text: str, line: int) -> LabelledSong:
    """Read the name of a file, `1999/v_Artist - Title.1999.wav`: its artist, title and year.

    A name without folder and suffix is no path, only an artist and a title.
    """
    if text.startswith("file://"):
        text = str(path_from_text(text))
    folder, _, name = text.replace("\\", "/").rpartition("/")
    path = _AUDIO_NAME.sub(r".\1", text) if folder or is_sound(text) else ""
    name = _AUDIO_NAME.sub("", unicodedata.normalize("NFC", name)).translate(_INVISIBLE)
    year = _year(folder.rpartition("/")[2])
    if told := _YEAR_AT_END.search(name):
        year = _year(told["year"]) or year
        name = name[: told.start()]
    parts = re.split(r"\s+[-–—]\s+", name.removeprefix(VINYL), maxsplit=1)
    artist, title = parts if len(parts) == 2 else ("", parts[0])
    return LabelledSong(path, title=title.strip(), artist=artist.strip(), year=year, line=line)


def is_vinyl(text: str) -> bool:
    """Tell whether the name of a file begins with v_, as recordings of vinyl do."""
    return text.rpartition("/")[2].startswith(VINYL)


def _year(text: str) -> int | None:
    year = int(text) if re.fullmatch(r"\d{4}", text) and text.isascii() else 0
    return year if FIRST_YEAR <= year <= LAST_YEAR else None
