"""A list of what a file's words become: lines of word,target, as a colleague or a script writes it.

A target is a tag, or another word of the file, which both become then; `category: tag` for one that
is made; `=tag`: the word becomes another name of it, too; `-`: the word is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from core.errors import ExchangeError
from core.exchange.files.label_files import check_ordinary
from core.exchange.import_records import WordChoice, WordUse
from core.exchange.label_records import LabelFile
from core.exchange.tables.cell_records import from_cell
from core.exchange.tables.columns import NAMES, Column
from core.exchange.tables.delimited_text import DelimitedText
from core.exchange.word_proposals import propose_words
from core.folding import fold
from core.library.store import Library
from core.library.text import name_key

IGNORED, ALIAS, NEW_TAG = "-", "=", ": "
_TARGETS = frozenset(
    ("target", "tag", "becomes", "ziel", "wird", "destinazione", "diventa", "destino")
)

WordMap = dict[str, tuple[str, int]]
"""By a word's key: its target, and the line that says so."""


def read_word_map(path: Path) -> WordMap:
    """Read a list. Raises ExchangeError, also for a line that has no target."""
    check_ordinary(path)
    targets: WordMap = {}
    table = DelimitedText(path)
    for line, cells in table.rows(lambda line, *_: _no_target(path, line)):
        word, target, *_ = [*(from_cell(cell).strip() for cell in cells), ""]
        if not word or not target:
            _no_target(path, line)
        if line > 1 or not _is_header(word, target):
            targets[name_key(word)] = (target, line)
    return targets


def _is_header(word: str, target: str) -> bool:
    return fold(word) in NAMES[Column.TAG].split() and fold(target) in _TARGETS


def choices_of(
    targets: WordMap, path: Path, file: LabelFile, library: Library
) -> Mapping[int, WordChoice]:
    """Return what becomes of a file's words. Raises ExchangeError for a tag that is not there.

    path: of the list, for the message.
    """
    choices = {}
    others: dict[str, WordChoice] = {}
    for number, word in enumerate(file.words):
        known = targets.get(name_key(word.name))
        if known is None:
            continue
        target, line = known
        choice = _choice(library, target)
        if choice is None:
            others = others or _proposed(library, file, targets)
            choice = others.get(name_key(target.removeprefix(ALIAS)))
        if choice is None:
            raise ExchangeError(
                "exchange.map_without_tag", name=path.name, line=line, target=target, path=path
            )
        choices[number] = choice
    return choices


def _proposed(library: Library, file: LabelFile, targets: WordMap) -> dict[str, WordChoice]:
    """Return what the words become that the list does not name."""
    proposals, _faults = propose_words(library, file)
    return {
        name_key(word.name): proposal.choice
        for word, proposal in zip(file.words, proposals, strict=True)
        if name_key(word.name) not in targets and proposal.choice.use is not WordUse.IGNORE
    }


def unknown_words(targets: WordMap, file: LabelFile) -> list[str]:
    """Return the words of a list that a file does not have, folded, with their lines."""
    lost = targets.keys() - {name_key(word.name) for word in file.words}
    return [f"{word} (line {targets[word][1]})" for word in sorted(lost)]


def _choice(library: Library, target: str) -> WordChoice | None:
    """Return what a word with this target becomes; None where there is no such tag."""
    if target == IGNORED:
        return WordChoice(WordUse.IGNORE)
    name = target.removeprefix(ALIAS).strip()
    tag = library.codebook.find(target) or library.codebook.find(name)
    if tag is not None:
        is_alias = target.startswith(ALIAS) and library.codebook.find(target) is None
        return WordChoice(WordUse.ALIAS if is_alias else WordUse.TAG, tag.id)
    category, separator, new = target.partition(NEW_TAG)
    if not separator or not category.strip() or not new.strip():
        return None
    tag = library.codebook.find(new)
    if tag is not None:
        return WordChoice(WordUse.TAG, tag.id)
    return WordChoice(WordUse.NEW, name=new.strip(), category=category.strip())


def _no_target(path: Path, line: int) -> None:
    raise ExchangeError("exchange.map_without_target", name=path.name, line=line, path=path)
