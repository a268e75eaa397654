"""Every text of the core is said in every language, with whatever its gaps hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from string import Formatter

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from core.errors import LibraryError
from rhythmcap_gui import core_templates, languages
from rhythmcap_gui.core_templates import SPOKEN
from rhythmcap_gui.core_text import translated, words_of
from tests.gui.test_languages import CODES, messages

ODD = ("Größe 🎵.wav", "{x} %1 100 % %s", 'C:\\a "b"\\it\'s (1).flac', "St. Anne. Part [2]", "yes")


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], str]]:
    """Speak a language; the next test hears English."""
    yield lambda code: languages.speak(qapp, code)
    languages.speak(qapp, languages.SOURCE)


def gaps(text: str) -> list[tuple[str, str]]:
    """(name, how it is written) of each gap."""
    return [(name, spec or "") for _, name, spec, _ in Formatter().parse(text) if name is not None]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("odd", ODD)
def test_a_text_with_any_values_comes_back_translated(
    speak: Callable[[str], str], code: str, odd: str
) -> None:
    speak(code)
    wrong = []
    for source, translation in messages(code):
        if not gaps(source) or source not in templates():
            continue
        english = dict(filled_gaps(source, odd))
        local = {name: said(name, spec, english[name]) for name, spec in gaps(source)}
        wanted = put(translation.text or "", local)
        if translated(put(source, english)) != wanted:
            wrong.append((put(source, english), translated(put(source, english)), wanted))
    assert wrong == []


def templates() -> set[str]:
    return {each.source for found in core_templates.by_anchor().values() for each in found}


def filled_gaps(source: str, odd: str) -> Iterator[tuple[str, str]]:
    """A value for each gap: a number, a text of the core, or something odd."""
    for place, (name, spec) in enumerate(gaps(source)):
        spoken = name.rstrip("0123456789") in SPOKEN
        yield name, "12.5" if spec else "not judged" if spoken else f"{odd}{place or ''}"


def said(name: str, spec: str, value: str) -> str:
    """How a value is said in the language that is spoken now."""
    if spec:
        return QLocale().toString(float(value), "f", 1)
    return translated(value) if name.rstrip("0123456789") in SPOKEN else value


def put(text: str, values: dict[str, str]) -> str:
    """A template with its gaps filled."""
    parts = Formatter().parse(text)
    return "".join(part + values.get(name or "", "") for part, name, *_ in parts)


def test_an_error_is_said_with_its_remedy(speak: Callable[[str], str]) -> None:
    speak("de")
    error = LibraryError("A tag needs a name.", remedy="Type at least one letter.")
    cause, remedy = words_of(error)
    assert "tag" not in f"{cause} {remedy}"
    assert cause != error.message
    assert words_of(ValueError("no text of the core")) == ("no text of the core", "")


def test_a_reason_inside_a_sentence_is_said_too(speak: Callable[[str], str]) -> None:
    speak("es")
    said_so = translated("a.wav is damaged: the file is cut off.")
    assert "the file" not in said_so
    assert "a.wav" in said_so


def test_in_english_nothing_is_looked_up(speak: Callable[[str], str]) -> None:
    speak("en")
    core_templates.by_anchor.cache_clear()
    assert translated("a.wav holds no sound.") == "a.wav holds no sound."
    assert core_templates.by_anchor.cache_info().currsize == 0
