"""What the core says, in the window's language. The core speaks plain English to everyone.

A Message is formatted anew from the translated template of its id; any other text is known only
as it stands (older libraries and models stored no ids). In English nothing is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from numbers import Real
from typing import Any

from PySide6.QtCore import QLocale

from core.errors import RhythmCapError
from core.messages import DATES, Message, SentenceFormatter, catalogue
from core.printable import printable
from rhythmcap_gui import languages
from rhythmcap_gui.number_format import day_text

ISO_DATE = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def translated(text: str) -> str:
    """Say a text of the core, or a label of its journal, in the window's language."""
    language = languages.current_language()
    if language == languages.SOURCE or not text:
        return text
    if not isinstance(text, Message):
        return catalogue(language).get(_fixed_texts().get(text, ""), text)
    template = catalogue(language).get(text.id)
    try:
        return text if template is None else _Localised().vformat(template, (), text.params)
    except (KeyError, TypeError, ValueError):  # stored by another version, with other parameters
        return text


def parameter_of(text: str, names: Mapping[str, str]) -> str:
    """Return the parameter of a Message that `names` has for its id; "" for any other text."""
    if not isinstance(text, Message) or text.id not in names:
        return ""
    return str(text.params.get(names[text.id], ""))


def error_texts(error: Exception) -> tuple[str, str]:
    """Return cause and remedy in the window's language; the text alone of an unforeseen error."""
    if isinstance(error, RhythmCapError):
        return printable(translated(error.message)), printable(translated(error.remedy))
    return translated(str(error)), ""


class _Localised(SentenceFormatter):
    """A formatter that writes Messages, numbers and dates in the window's language."""

    def format_field(self, value: Any, format_spec: str) -> Any:
        if isinstance(value, Message):
            value, format_spec = translated(value), format_spec if format_spec == DATES else ""
        if format_spec == DATES:
            return ISO_DATE.sub(lambda found: day_text(found[0]), value)
        is_number = isinstance(value, Real) and "|" not in format_spec
        if is_number and format_spec.endswith(("f", ",", "d")):
            return QLocale().toString(float(value), "f", _decimals(format_spec))
        return super().format_field(value, format_spec)


def _decimals(format_spec: str) -> int:
    """Return how many digits stand behind the decimal sign: 1 for .1f, 0 for a bare comma."""
    digits = format_spec.partition(".")[2].rstrip("f")
    return int(digits) if digits else 0


@cache
def _fixed_texts() -> Mapping[str, str]:
    """Return the English texts without parameters, with their ids."""
    return {text: id for id, text in catalogue().items() if "{" not in text}
