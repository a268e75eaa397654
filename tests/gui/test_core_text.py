"""Every text of the core is translated into every language, with whatever its parameters hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from core.errors import AudioError, LibraryError
from core.features.recipe import RECIPES
from core.library.edits.edits import Judge
from core.library.loss_records import Loss
from core.library.records import NewModel, State
from core.library.store import Library
from core.messages import Message, catalogue, message
from core.models.card import ModelCard, read_card
from rhythmcap_gui import languages
from rhythmcap_gui.core_text import error_texts, translated
from tests.gui.test_languages import CODES
from tests.support.small_songs import library_with, tag_id

ODD = ("Größe 🎵.wav", "{x} %1 100 % %s", 'C:\\a "b"\\it\'s (1).flac', "St. Anne. Part [2]", "yes")


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], str]]:
    """Speak a language; the next test hears English."""
    yield lambda code: languages.set_language(qapp, code)
    languages.set_language(qapp, languages.SOURCE)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("odd", ODD)
def test_a_text_with_any_values_is_translated(
    speak: Callable[[str], str], code: str, odd: str
) -> None:
    speak(code)
    wrong = []
    for id, template in catalogue().items():
        both = sorted(gaps(template) + gaps(catalogue(code)[id]), key=lambda gap: "|" in gap[1])
        params = {name: value_for(spec, odd) for name, spec in both}
        expected = put(catalogue(code)[id], params)
        if translated(message(id, **params)) != expected:
            wrong.append((id, translated(message(id, **params)), expected))
    assert wrong == []


def gaps(text: str) -> list[tuple[str, str]]:
    """(name, how it is written) of each gap."""
    return [(name, spec or "") for _, name, spec, _ in Formatter().parse(text) if name is not None]


def value_for(spec: str, odd: str) -> str | float:
    return odd if spec in ("", "dates") else 1234 if spec == "," else 12 if "|" in spec else 12.5


def put(text: str, params: dict[str, Any]) -> str:
    """A template with its gaps filled, numbers as the language that is spoken writes them."""
    parts = []
    for literal, name, spec, _ in Formatter().parse(text):
        value = params.get(name or "", "")
        decimals = {",": 0, ".0f": 0, ".1f": 1, ".2f": 2, ".3f": 3}.get(spec or "")
        if decimals is not None:
            value = QLocale().toString(float(value), "f", decimals)
        elif spec and "|" in spec:
            value = spec.split("|")[1].replace("#", str(value))
        elif spec and spec != "dates":
            value = format(value, spec)
        parts.append(f"{literal}{value}")
    return "".join(parts)


def test_an_error_is_translated_with_its_remedy(speak: Callable[[str], str]) -> None:
    speak("de")
    error = LibraryError("name.missing", noun=message("noun.tag"))
    cause, remedy = error_texts(error)
    assert cause == "Hier fehlt ein Name (Tag)."
    assert "letter" not in remedy
    assert translated(str(error)) == f"{cause} {remedy}"
    assert error_texts(ValueError("no text of the core")) == ("no text of the core", "")
    assert (
        translated(str(AudioError("audio.decoder_lost"))) == catalogue("de")["audio.decoder_lost"]
    )


def test_a_reason_inside_a_sentence_is_translated_too(speak: Callable[[str], str]) -> None:
    speak("es")
    text = translated(message("audio.damaged", name="a.wav", why=message("audio.file_cut_off")))
    assert "the file" not in text
    assert "a.wav" in text


def test_counts_and_dates_are_written_as_the_language_does(speak: Callable[[str], str]) -> None:
    lost = Loss(n_decisions=1, n_expected=2, days=("2026-11-20", "2026-11-21"))
    assert lost.sentences()[1].endswith("2026-11-20, 2026-11-21.")
    speak("de")
    there, days = map(translated, lost.sentences())
    assert there == "1 von 2 Entscheidungen ist da."
    assert days.endswith("20.11.2026, 21.11.2026.")


def test_a_label_is_translated_after_a_restart(speak: Callable[[str], str], tmp_path: Path) -> None:
    with library_with(tmp_path / "library.db", 1) as library:
        library.do(Judge(1, tag_id(library, "kick"), State.UNSURE))
    speak("de")
    with Library.open(tmp_path / "library.db") as library:
        label = library.undo_label()
        assert label == "kick: unsure"
        assert translated(label) == f"kick: {catalogue('de')['state.unsure']}"
        assert translated(library.journal.history(1)[0].label) == translated(label)


def test_a_models_remarks_are_translated_after_a_restart(
    speak: Callable[[str], str], tmp_path: Path
) -> None:
    remark, reason = message("card.imported", name="x.pth"), message("training.depth_chosen")
    settings = {"depth_reason": reason, "epochs": 3}
    card = ModelCard("ear", "fcn", {}, RECIPES["thesis"], ("kick",), remark, settings=settings)
    (tmp_path / "ear.json").write_text(card.to_json(), encoding="utf-8")
    with library_with(tmp_path / "library.db", 1) as library:
        provenance = {"description": remark, "settings": settings}
        library.models.add(NewModel("ear", "fcn", "ear", ("kick",), provenance=provenance))
    speak("de")
    read = read_card(tmp_path / "ear.json")
    assert (read.description, read.settings) == (remark, settings)
    assert translated(read.description) == "Importiert aus x.pth."
    with Library.open(tmp_path / "library.db") as library:
        row = library.models.get("ear")
    assert row is not None
    assert row.provenance == provenance
    assert translated(row.provenance["description"]) == "Importiert aus x.pth."
    depth_reason = row.provenance["settings"]["depth_reason"]
    assert translated(depth_reason) == catalogue("de")["training.depth_chosen"]


def test_a_text_stored_without_an_id_is_known_as_it_stands(speak: Callable[[str], str]) -> None:
    speak("it")
    assert translated("Note") == catalogue("it")["edit.note"]
    assert translated("kick: yes") == "kick: yes"
    assert translated("a title in nobody's catalogue") == "a title in nobody's catalogue"


def test_a_text_of_another_version_stays_english(speak: Callable[[str], str]) -> None:
    speak("de")
    later = Message("a text to come", "audio.to_come", {})
    assert translated(later) == "a text to come"
    for params in ({"file": "a.wav"}, {"name": "a.wav", "file_size": "big"}, {"file_size": [1]}):
        other = Message("“a.wav” is too large.", "exchange.too_large", params)
        assert translated(other) == "“a.wav” is too large."


def test_in_english_nothing_is_looked_up(speak: Callable[[str], str]) -> None:
    speak("en")
    text = message("audio.no_sound", name="a.wav")
    catalogue.cache_clear()
    assert translated(text) == "a.wav holds no sound."
    assert catalogue.cache_info().currsize == 0
