"""Reading codebooks from files: JSON as RhythmCap writes it, and lists of category and tag.

A list has one tag a line, its columns parted by commas, semicolons or tabs, with or without a head;
a line of one word is a tag of the category named last, "name:" begins a category. # is a remark.
"""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from core.errors import LibraryError
from core.library.codebook.codebook_records import (
    CategoryWords,
    CodebookWords,
    NamedRule,
    TagExample,
    TagWords,
)
from core.library.records import State
from core.library.text import clean_name, name_key
from core.library.word_rule_records import RuleKind, RuleOrigin, RuleState
from core.paths import resource

FORMAT, FORMAT_VERSION = "rhythmcap-codebook", 1
TEMPLATES = ("neutral", "orchestral", "pop", "electronic", "thesis")
NO_WORDS = "empty"  # the template of a library that begins without words
MAX_FILE_BYTES = 4_000_000  # a list of words; not a table of songs chosen by mistake
_HEADS = ("tag", "word", "name")
_N_COLUMNS = 3  # category, tag, definition
_DELIMITERS = "\t;,"


def template_file(name: str) -> Path:
    """Return the file of one of TEMPLATES, or of NO_WORDS."""
    return resource("codebook.json") if name == "thesis" else resource("codebooks", f"{name}.json")


def read_codebook(file: Path) -> CodebookWords:
    """Read a codebook file of any known form. Raises LibraryError if it is none."""
    try:
        if file.stat().st_size > MAX_FILE_BYTES:
            raise ValueError("too large for a list of words")
        text = file.read_bytes().decode("utf-8-sig")
        is_json = file.suffix.lower() == ".json" or text.lstrip().startswith("{")
        words = _from_json(text, file.stem) if is_json else _from_list(text, file.stem)
        if not words.categories and not is_json:
            raise ValueError("no tags in it")
    except (OSError, ValueError, KeyError, TypeError, AttributeError, csv.Error) as error:
        raise LibraryError(
            "codebook.not_a_codebook", name=file.name, detail=str(error), path=file
        ) from error
    return words


def _from_json(text: str, name: str) -> CodebookWords:
    return codebook_words(json.loads(text), name)


def codebook_words(content: dict[str, Any], name: str) -> CodebookWords:
    """Read a codebook that stands as JSON in a larger file. name: where it has none itself.

    Raises ValueError, KeyError, TypeError or AttributeError where it is none, UnusableName.
    """
    if content["format"] != FORMAT or not isinstance(content["categories"], list):
        raise ValueError(f"not a {FORMAT}")
    if content.get("version", FORMAT_VERSION) > FORMAT_VERSION:
        raise ValueError("written by a newer RhythmCap")
    categories = tuple(_category(entry) for entry in content["categories"])
    return CodebookWords(
        str(content.get("name") or name),
        categories,
        str(content.get("source") or ""),
        tuple(_example(entry) for entry in content.get("examples", ())),
        tuple(_rule(entry) for entry in content.get("rules", ())),
    )


def _category(entry: dict[str, Any]) -> CategoryWords:
    return CategoryWords(
        clean_name(entry["name"], "category"),
        _text(entry, "key"),
        _text(entry, "colour"),
        tuple(_tag(tag) for tag in entry["tags"]),
        exhaustive=entry.get("exhaustive") is True,
    )


def _tag(entry: dict[str, Any]) -> TagWords:
    return TagWords(
        clean_name(entry["name"], "tag"),
        key=_text(entry, "key"),
        colour=_text(entry, "colour"),
        definition=_text(entry, "definition"),
        use_when=_text(entry, "use_when"),
        not_when=_text(entry, "not_when"),
        aliases=tuple(clean_name(alias, "tag") for alias in entry.get("aliases", ())),
    )


def _example(entry: dict[str, Any]) -> TagExample:
    state = State(entry["state"])
    start_s, end_s = (_second(entry, name) for name in ("start_s", "end_s"))
    is_whole = start_s is None and end_s is None
    is_part = start_s is not None and end_s is not None and 0 <= start_s < end_s
    if state is State.UNSURE or not (is_whole or is_part):
        raise ValueError("an example that is none")
    tag = clean_name(entry["tag"], "tag")
    return TagExample(tag, _text(entry, "audio_hash"), state, start_s, end_s, _text(entry, "note"))


def _rule(entry: dict[str, Any]) -> NamedRule:
    return NamedRule(
        RuleKind(entry["kind"]),
        clean_name(entry["tag"], "tag"),
        clean_name(entry["other"], "tag"),
        RuleOrigin(entry["origin"]),
        RuleState(entry["state"]),
    )


def _second(entry: dict[str, Any], name: str) -> float | None:
    """Return a number of an entry, None where it has none. Raises TypeError for another kind."""
    value = entry.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise TypeError(f"{name} is no number")
    return float(value)


def _text(entry: dict[str, Any], name: str) -> str:
    """Return a text of an entry, "" where it has none. Raises TypeError for another kind."""
    value = entry.get(name, "")
    if not isinstance(value, str):
        raise TypeError(f"{name} is no text")
    return value


def _from_list(text: str, name: str) -> CodebookWords:
    if "\0" in text:
        raise ValueError("no text")
    categories: dict[str, tuple[str, dict[str, TagWords]]] = {}
    for category, tag in _listed_tags(_rows(text), name):
        _, tags = categories.setdefault(name_key(category), (category, {}))
        tags.setdefault(name_key(tag.name), tag)
    return CodebookWords(
        name,
        tuple(
            CategoryWords(title, tags=tuple(tags.values())) for title, tags in categories.values()
        ),
    )


def _rows(text: str) -> Iterator[list[str]]:
    """Split a list into rows of cells; remarks, empty lines and the head are left out.

    A blank may stand before a quoted cell, and a definition have delimiters of its own.
    """
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    sample = "\n".join(lines[:50])
    delimiter = max(_DELIMITERS, key=sample.count)
    n_columns = _N_COLUMNS
    rows = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    for index, row in enumerate(rows):
        cells = [cell.strip() for cell in row]
        if index == 0 and len(cells) > 1 and cells[1].casefold() in _HEADS:
            n_columns = max(_N_COLUMNS, len(cells))
        elif any(cells):
            n_more = max(0, len(cells) - n_columns)
            parts = [cell for cell in cells[2 : 3 + n_more] if cell]
            definition = f"{delimiter.strip()} ".join(parts)
            yield [*cells[:2], definition] if len(cells) > 2 else cells


def _listed_tags(rows: Iterable[list[str]], name: str) -> Iterator[tuple[str, TagWords]]:
    """Yield every row's category and tag; name: the category of tags before the first one."""
    category = clean_name(name, "category")
    for cells in rows:
        words = [cell for cell in cells if cell]
        if len(words) == 1 and words[0].endswith(":"):
            category = clean_name(words[0][:-1], "category")
        elif len(words) == 1 and len(cells) == 1:
            yield category, TagWords(clean_name(words[0], "tag"))
        else:
            category = clean_name(cells[0], "category") if cells[0] else category
            definition = cells[2] if len(cells) > 2 else ""
            yield category, TagWords(clean_name(cells[1], "tag"), definition=definition)
