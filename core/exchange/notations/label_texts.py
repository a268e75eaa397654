"""Tags as the text of a label on a time line, for programs whose labels are nothing but text.

`rhythm: kick` is a yes, `rhythm: -kick` a no, `rhythm: ?kick` unsure; several are separated by
commas; a label that begins with `* ` is about the whole song. The category may be left out, and a
sign may stand before it. A tag with a comma or a quotation mark stands in quotation marks, as in
CSV; one that begins with a sign has a `+` before it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass

from core.exchange.notations.qualified_words import CATEGORY_END, qualified, split_qualified
from core.library.records import State

WHOLE_SONG = "* "
SIGNS = {State.YES: "", State.NO: "-", State.UNSURE: "?"}
STATES = {"+": State.YES, "-": State.NO, "?": State.UNSURE}
SPECIAL_BEGINS = ("*", "=", "@", *STATES)  # what a sign or a spreadsheet's formula begins with


@dataclass(frozen=True, slots=True)
class TextLabel:
    """One tag of a label's text, with what is decided on it. category "": none is named."""

    name: str
    category: str = ""
    state: State = State.YES


def label_text(labels: Iterable[TextLabel], *, whole: bool = False) -> str:
    """Return the text of one label. whole: it is about the whole song."""
    return (WHOLE_SONG if whole else "") + ", ".join(_quoted(_token(label)) for label in labels)


def parse_label(text: str) -> tuple[bool, list[TextLabel]]:
    """Return whether a label is about the whole song, and its tags; a text without any has none."""
    text = " ".join(text.split())
    whole = text.startswith(WHOLE_SONG)
    text = text.removeprefix(WHOLE_SONG)
    try:
        tokens = next(csv.reader([text], skipinitialspace=True), [])
    except csv.Error:  # longer than any name
        tokens = [text]
    labels = [_parsed(token.strip()) for token in tokens]
    return whole, [label for label in labels if label.name]


def _token(label: TextLabel) -> str:
    sign = SIGNS[label.state]
    if not sign and label.name.startswith(tuple(STATES)):
        sign = "+"
    unclear = CATEGORY_END in label.name or label.name.startswith(SPECIAL_BEGINS)
    name = f"{sign}{label.name}"
    return qualified(label.category, name, SPECIAL_BEGINS) if label.category or unclear else name


def _quoted(token: str) -> str:
    return '"' + token.replace('"', '""') + '"' if set(token) & set(',"') else token


def _parsed(token: str) -> TextLabel:
    sign, token = _split_sign(token)
    found = split_qualified(token)
    if found is None:
        return TextLabel(token, "", STATES.get(sign, State.YES))
    category, name = found
    inner, name = _split_sign(name)
    return TextLabel(name, category, STATES.get(inner or sign, State.YES))


def _split_sign(token: str) -> tuple[str, str]:
    """Return (sign or "", the rest); a sign stands right before a name."""
    if len(token) > 1 and token[0] in STATES and not token[1].isspace():
        return token[0], token[1:]
    return "", token
