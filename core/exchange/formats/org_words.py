"""The words of an org table: those of its vocabulary, its codes, and those it uses without notice.

A word's category is that of groups.json beside the table, else that of the vocabulary (=parent).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from core.exchange.file_errors import reason_of
from core.exchange.formats.org_cells import COMPLAINT, VocabularyWord, without_doubt
from core.exchange.label_records import LabelFile, LabelledWord
from core.library.codebook.tag_match import plain
from core.library.text import name_key
from core.messages import message

GROUPS = "groups.json"
LARGEST_GROUPS = 1 << 20  # bytes
CODES, VOCABULARY = "Codes", "Vocabulary"  # categories of words that have no other
SEPARATORS = " ,/+&"
DOUBT_BEHIND = re.compile(r"\s*(\(\?+\)|\?+)")


class OrgWords:
    """The words of one file, as they are found; fills the words of a LabelFile."""

    def __init__(self, file: LabelFile, categories: Mapping[str, str]) -> None:
        """categories: of words, by name_key."""
        self._file = file
        self._categories = categories
        self._plain_categories = {plain(name): groups for name, groups in categories.items()}
        self._numbers: dict[str, int] = {}
        self._spellings: dict[str, int] = {}
        self._aliases: dict[int, dict[str, str]] = {}
        self.codes: dict[str, int] = {}
        self.variants: dict[str, str] = {}

    def number(self, name: str, category: str = "") -> int:
        """Return the index of a word; one that only differs in its spelling is the same."""
        known = self._numbers.get(name_key(name))
        if known is not None:
            return known
        known = self._spellings.get(plain(name))
        if known is None:
            return self._add(name, category)
        self._add_alias(known, name)
        self.variants[name] = self._file.words[known].name
        return known

    def declare(self, word: VocabularyWord, definition: str = "", category: str = "") -> int:
        """Take in a word of the vocabulary: itself, its synonyms and its parent as category."""
        number = self._numbers.get(name_key(word.name))
        if number is None:
            number = self._add(word.name, word.parent or category or VOCABULARY)
        known = self._file.words[number]
        parent = word.parent if known.category in (CODES, VOCABULARY, "") else ""
        self._file.words[number] = replace(
            known, category=parent or known.category, definition=known.definition or definition
        )
        for synonym in word.synonyms:
            self._add_alias(number, synonym)
        return number

    def add_code(self, code: str, meaning: str) -> int:
        """Take in a code of the legend: a word named by the first of its meanings."""
        first = without_doubt(meaning.partition(",")[0].strip())[0]
        category = self._categories.get(name_key(code), "") or self._category(first, CODES)
        definition = "" if name_key(meaning) == name_key(first) else meaning
        number = self.declare(VocabularyWord(first, (code,)), definition)
        self._file.words[number] = replace(self._file.words[number], category=category)
        self.codes[code] = number
        return number

    def codes_in(self, text: str) -> list[tuple[int, bool]] | None:
        """Read a cell of codes (H*, F,S, H/D, H?) as (word, doubtful); None if it has others."""
        found = list[tuple[int, bool]]()
        while text := text.lstrip(SEPARATORS):
            code = next((c for c in sorted(self.codes, key=len)[::-1] if text.startswith(c)), "")
            if not code:
                return None
            doubt = DOUBT_BEHIND.match(text, len(code))
            text = text[doubt.end() if doubt else len(code) :]
            found.append((self.codes[code], doubt is not None))
        return found

    def is_known(self, name: str) -> bool:
        """Tell whether a word is a code, or one of the vocabulary, the groups or those used."""
        key = name_key(name)
        return name in self.codes or key in self._numbers or key in self._categories

    def parts_of(self, text: str) -> list[str]:
        """Take a text apart at its slashes, if all parts are known words; else it is one word."""
        parts = [part.strip() for part in text.split("/")]
        is_list = len(parts) > 1 and all(part and self.is_known(part) for part in parts)
        return parts if is_list and name_key(text) not in self._numbers else [text]

    def is_complaint(self, text: str) -> bool:
        """Tell whether a text speaks of the recording, not of the music."""
        return name_key(text) not in self._numbers and COMPLAINT.search(text) is not None

    def n_grouped(self) -> int:
        """Count the words whose category groups.json names."""
        groups = set(self._categories.values())
        return sum(word.category in groups for word in self._file.words)

    def finish(self) -> None:
        """Write the synonyms found into the file's words."""
        for number, aliases in self._aliases.items():
            word = self._file.words[number]
            own = name_key(word.name)
            others = tuple(text for key, text in aliases.items() if key != own)
            self._file.words[number] = replace(word, aliases=others)

    def _add(self, name: str, category: str) -> int:
        number = self._file.add_word(LabelledWord(name, self._category(name, category)))
        self._numbers[name_key(name)] = number
        if spelling := plain(name):
            self._spellings.setdefault(spelling, number)
        return number

    def _add_alias(self, number: int, name: str) -> None:
        key = name_key(name)
        if self._numbers.setdefault(key, number) == number:
            self._aliases.setdefault(number, {}).setdefault(key, name)

    def _category(self, name: str, other: str) -> str:
        known = self._categories.get(name_key(name)) or self._plain_categories.get(plain(name))
        return known or other


def read_groups(folder: Path, file: LabelFile) -> dict[str, str]:
    """Map words (by name_key) to the categories of groups.json; none if it is not there.

    One that cannot be read is noted as a fault.
    """
    path = folder / GROUPS
    categories: dict[str, str] = {}
    if not path.is_file():
        return categories
    try:
        if path.stat().st_size > LARGEST_GROUPS:
            raise ValueError(message("exchange.larger_than", megabytes=LARGEST_GROUPS >> 20))
        for category, names in json.loads(path.read_text(encoding="utf-8-sig")).items():
            for name in names:
                categories.setdefault(name_key(str(name)), str(category))
    except (OSError, ValueError, TypeError, AttributeError, RecursionError) as error:
        reason = message("exchange.org_groups_fault", why=reason_of(error))
        file.fault(0, reason, "", GROUPS)
        return {}
    return categories
