"""The glossary: measures and technical words in plain sentences, in the window's language.

The entries are data, resources/glossary/XX.json, with the same ids in every language; sources are
papers and stand in the English file only. A view that shows a word asks for its entry by the id.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication, QObject, Signal

from core.folding import fold, sort_key, tailored_key
from core.paths import resource
from rhythmcap_gui import languages
from rhythmcap_gui.plain_text import tip_text


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A word and what it means. also: other names; basis: what it rests on; source: a paper."""

    id: str
    term: str
    text: str
    also: str = ""
    basis: str = ""
    source: str = ""

    def matches(self, query: str) -> bool:
        """Whether all words of a query stand in it, in any case and with or without accents."""
        known = fold(f"{self.term} {self.also} {self.text}")
        return all(word in known for word in fold(query).split())

    def is_named(self, query: str) -> bool:
        """Whether one of its names begins with a query."""
        names = (self.term, *self.also.split(", "))
        return any(fold(name).startswith(fold(query)) for name in names if name)


class GlossaryRequests(QObject):
    """Emits the id of an entry that somebody wants to read."""

    entry_requested = Signal(str)


class _Current:
    requests: GlossaryRequests | None = None


def requests() -> GlossaryRequests:
    """Return the one object through which views ask for an entry."""
    if _Current.requests is None:
        _Current.requests = GlossaryRequests()
    return _Current.requests


def entries() -> tuple[GlossaryEntry, ...]:
    """Return all entries in the window's language, in the order of its dictionary."""
    language = languages.current_language()

    def position(found: GlossaryEntry) -> str:
        return tailored_key(sort_key(found.term), language)

    return tuple(sorted(_table().values(), key=position))


def entry(entry_id: str) -> GlossaryEntry:
    """Return an entry by its id; KeyError for an unknown one."""
    return _table()[entry_id]


def hint(entry_id: str) -> str:
    """Return an entry as a tooltip: the word, what it means and what it rests on."""
    found = entry(entry_id)
    lines = [f"{found.term}: {found.text}", basis_text(found)]
    return tip_text([line for line in lines if line])


def basis_text(found: GlossaryEntry) -> str:
    """Say what an entry rests on, "" where it says nothing of that."""
    return _tr("Rests on: {}").format(found.basis) if found.basis else ""


def _table() -> Mapping[str, GlossaryEntry]:
    return _entries_in(languages.current_language())


@cache
def _entries_in(language: str) -> Mapping[str, GlossaryEntry]:
    sources = _stored(languages.SOURCE)
    return {
        entry_id: GlossaryEntry(entry_id, **{"source": sources[entry_id].get("source", ""), **row})
        for entry_id, row in _stored(language).items()
    }


@cache
def _stored(language: str) -> Mapping[str, Mapping[str, str]]:
    stored: Mapping[str, Mapping[str, str]] = json.loads(
        resource("glossary", f"{language}.json").read_text(encoding="utf-8")
    )
    return stored


def _tr(text: str) -> str:
    return QCoreApplication.translate("glossary", text)
