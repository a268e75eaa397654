"""Texts for users as data: an id, its parameters, and the English sentence made of the two.

The sentences stand in resources/messages/en.json, grouped by room. Saying them in another language
is the window's business (rhythmcap_gui/core_text.py); what the command line prints is not here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from numbers import Integral, Real
from typing import Any

from core.paths import resource

LANGUAGE = "en"
REMEDY = ".remedy"  # of an error "audio.empty" the id of what to do is "audio.empty.remedy"
STORED = "messages"  # the key beside the texts of a stored record

strict = False  # tests: an id or a parameter that is missing is a KeyError


class Message(str):
    """An English text that knows the id and the parameters it was made of.

    It goes wherever a text goes; equal and hashed as its text. What is cut or joined from it is a
    plain text again.
    """

    id: str
    params: Mapping[str, Any]

    def __new__(cls, text: str, id: str, params: Mapping[str, Any]) -> Message:
        """Mark a text that is there already; message() makes one from its template."""
        made = super().__new__(cls, text)
        made.id = id
        made.params = params
        return made

    def __str__(self) -> str:
        return self

    def __reduce__(self) -> tuple[type[Message], tuple[str, str, Mapping[str, Any]]]:
        return Message, (str.__str__(self), self.id, self.params)


def message(id: str, /, **params: Any) -> Message:
    """Format the English template of an id.

    params: texts, numbers (they stay numbers) and other Messages; anything else becomes a text. An
    unknown id or a missing parameter gives a poor text, so that it hides no error on its way; a
    KeyError in tests.
    """
    params = {name: _text_or_number(value) for name, value in params.items()}
    try:
        text = catalogue()[id].format(**params)
    except KeyError:
        if strict:
            raise
        text = " ".join((id, *map(str, params.values())))
    return Message(text, id, params)


def sentences(first: str, second: str) -> str:
    """Two texts in a row; the second may be empty."""
    return message("text.sentences", first=first, second=second) if second else first


@cache
def catalogue(language: str = LANGUAGE) -> Mapping[str, str]:
    """Every template of a language by id. The cause of an error has the error's own id."""
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
    """What to store beside a text so that it can be translated later; None for a plain text."""
    if not isinstance(text, Message):
        return None
    return {"id": text.id, "params": {name: _plain(value) for name, value in text.params.items()}}


def from_json(text: str, stored: object) -> str:
    """Make a stored text a Message again; the text as it is where nothing useful is stored."""
    if not isinstance(stored, dict) or not isinstance(stored.get("id"), str):
        return text
    params = stored.get("params")
    known = params if isinstance(params, dict) else {}
    return Message(text, stored["id"], {name: _restored(value) for name, value in known.items()})


def to_stored(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record as it is stored in JSON: what its Messages were made of stands under "messages"."""
    made = {name: data for name, value in record.items() if (data := to_json(value))}
    return {**record, STORED: made} if made else dict(record)


def from_stored(record: Mapping[str, Any]) -> dict[str, Any]:
    """A stored record with its Messages again; as it is where none are stored."""
    made = record.get(STORED)
    if not isinstance(made, dict):
        return dict(record)
    return {
        name: from_json(value, made.get(name)) if isinstance(value, str) else value
        for name, value in record.items()
        if name != STORED
    }


def _text_or_number(value: Any) -> str | int | float:
    if isinstance(value, str):
        return value
    if isinstance(value, Integral):
        return int(value)
    return float(value) if isinstance(value, Real) else str(value)


def _plain(value: Any) -> Any:
    """A parameter as JSON writes it."""
    if isinstance(value, Message):
        return {"text": str.__str__(value), **(to_json(value) or {})}
    return value


def _restored(value: Any) -> Any:
    return from_json(str(value.get("text", "")), value) if isinstance(value, dict) else value
