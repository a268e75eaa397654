"""Texts for users as data: an id, its parameters, and the English sentence made of the two.

The sentences stand in resources/messages/en.json, grouped by room. Saying them in another language
is the window's business (rhythmcap_gui/core_text.py). What the command line prints of its own, and
what is a demo's or a file's content, is not here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from numbers import Integral, Real
from string import Formatter
from typing import Any

from core.paths import resource

LANGUAGE = "en"
REMEDY = ".remedy"  # of an error "audio.empty" the id of what to do is "audio.empty.remedy"
DATES = "dates"  # the format of a text with dates
STORED = "messages"  # the key beside the texts of a stored record

strict = False  # tests: an id or a parameter that is missing is a KeyError


class Message(str):
    """An English text that knows the id and the parameters it was made of.

    Equal to, hashed and stored as its text. What is cut or joined from it is a plain text again.
    """

    id: str
    params: Mapping[str, Any]

    def __new__(cls, text: str, id: str, params: Mapping[str, Any]) -> Message:
        """Mark a text that is there already; message() makes one from its template."""
        new = super().__new__(cls, text)
        new.id = id
        new.params = params
        return new

    def __str__(self) -> str:
        return self

    def __reduce__(self) -> tuple[type[Message], tuple[str, str, Mapping[str, Any]]]:
        return Message, (str.__str__(self), self.id, self.params)


class SentenceFormatter(Formatter):
    """str.format with plural forms: "{n:# song|# songs}" takes the first for 1, else the second.

    One way for all that the core and the window say, in each language; # stands for the number.
    "{until:dates}": a text with ISO dates, which the window writes as its language does.
    """

    def format_field(self, value: Any, format_spec: str) -> Any:
        if format_spec == DATES:
            return super().format_field(value, "")
        if "|" not in format_spec or not isinstance(value, int | float):
            return super().format_field(value, format_spec)
        one, several = format_spec.split("|")
        return (one if value == 1 else several).replace("#", self.count_text(int(value)))

    def count_text(self, count: int) -> str:
        """Write a number of things."""
        return str(count)


def message(id: str, /, **params: Any) -> Message:
    """Format the English template of an id.

    params: texts, numbers (they stay numbers) and other Messages; anything else becomes a text. An
    unknown id or a missing parameter gives a poor text, so that it hides no error on its way; a
    KeyError in tests.
    """
    params = {name: _text_or_number(value) for name, value in params.items()}
    try:
        text = SentenceFormatter().vformat(catalogue()[id], (), params)
    except (KeyError, ValueError):
        if strict:
            raise
        text = " ".join((id, *map(str, params.values())))
    return Message(text, id, params)


def sentences(first: str, second: str) -> str:
    """Join two texts; the second may be empty."""
    return message("text.sentences", first=first, second=second) if second else first


@cache
def catalogue(language: str = LANGUAGE) -> Mapping[str, str]:
    """Return every template of a language by id; the cause of an error has the error's own id."""
    rooms = json.loads(resource("messages", f"{language}.json").read_text(encoding="utf-8"))
    templates = {}
    for room, entries in rooms.items():
        for name, entry in entries.items():
            parts = {"cause": entry} if isinstance(entry, str) else entry
            templates[f"{room}.{name}"] = parts["cause"]
            if "remedy" in parts:
                templates[f"{room}.{name}{REMEDY}"] = parts["remedy"]
    return templates


def to_json(text: object) -> dict[str, Any] | None:
    """Return what to store beside a text to translate it later; None for a plain text."""
    if not isinstance(text, Message):
        return None
    return {
        "id": text.id,
        "params": {name: _param_to_json(value) for name, value in text.params.items()},
    }


def from_json(text: str, stored: object) -> str:
    """Make a stored text a Message again; return it as it is where nothing useful is stored."""
    if not isinstance(stored, dict) or not isinstance(stored.get("id"), str):
        return text
    params = stored.get("params")
    known = params if isinstance(params, dict) else {}
    return Message(
        text, stored["id"], {name: _param_from_json(value) for name, value in known.items()}
    )


def to_stored(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record as JSON stores it: what its Messages are made of stands under "messages"."""
    parts = {name: data for name, value in record.items() if (data := to_json(value))}
    return {**record, STORED: parts} if parts else dict(record)


def from_stored(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a stored record with its Messages made again, as it is where none are stored."""
    parts = record.get(STORED)
    if not isinstance(parts, dict):
        return dict(record)
    return {
        name: from_json(value, parts.get(name)) if isinstance(value, str) else value
        for name, value in record.items()
        if name != STORED
    }


def _text_or_number(value: Any) -> str | int | float:
    if isinstance(value, str):
        return value
    if isinstance(value, Integral):
        return int(value)
    return float(value) if isinstance(value, Real) else str(value)


def _param_to_json(value: Any) -> Any:
    if isinstance(value, Message):
        return {"text": str.__str__(value), **(to_json(value) or {})}
    return value


def _param_from_json(value: Any) -> Any:
    return from_json(str(value.get("text", "")), value) if isinstance(value, dict) else value
