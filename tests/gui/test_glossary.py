"""The glossary: the same entries in every language, two sentences an entry, found and opened."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from core.paths import resource
from rhythmcap_gui import glossary, languages
from rhythmcap_gui.app import Program
from rhythmcap_gui.views.shell.glossary_dialog import GlossaryDialog
from rhythmcap_gui.views.widgets.glossary_link import GlossaryLink

SENTENCE_END = re.compile(r"[.?!](?= [A-ZÄÖÜ¿¡À-Þ0-9.]|$)")
WANTED = (
    "auc", "wauc", "ap", "f1", "mcc", "loss", "calibration", "threshold", "interval", "out_of_fold",
    "fold", "embedding", "mel_spectrogram", "log_mel", "taggram", "segment", "depth", "epoch",
    "weak_no", "exhaustive",
)  # fmt: skip


def stored(code: str) -> dict[str, dict[str, str]]:
    return json.loads(resource("glossary", f"{code}.json").read_text(encoding="utf-8"))


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[None]:
    """Whatever is spoken in a test, the next one is in English."""
    yield
    languages.set_language(qapp, languages.SOURCE)


@pytest.mark.parametrize("code", languages.NAMES)
def test_every_language_has_the_same_entries_with_the_same_parts(code: str) -> None:
    english, entries = stored(languages.SOURCE), stored(code)
    assert list(entries) == list(english)
    assert set(WANTED) <= set(entries)
    for entry_id, entry in entries.items():
        assert ("basis" in entry) == ("basis" in english[entry_id]), entry_id
        assert ("source" in entry) == (code == languages.SOURCE and "source" in english[entry_id])
        assert len(SENTENCE_END.findall(entry["text"])) == 2, (code, entry["text"])
    terms = [entry["term"] for entry in entries.values()]
    assert len(set(terms)) == len(terms)


def test_a_tooltip_says_the_word_its_meaning_and_what_it_rests_on() -> None:
    tip = glossary.hint("auc").split("\n")
    assert tip[0].startswith("AUC: How often the model scores a song with the tag above")
    assert tip[-2].startswith("Rests on: Every pair of a yes and a no")
    assert max(map(len, tip)) <= 84
    assert "Rests on" not in glossary.hint("score")
    assert glossary.entry("wauc").source == "Sankaran 2017"


def test_entries_stand_in_the_order_of_a_dictionary_in_the_languages_words(
    qapp: QApplication,
    spoken: None,  # noqa: ARG001
) -> None:
    assert [entry.term for entry in glossary.entries()][2:7] == [
        "Agreement", "Alias", "Annotator", "AP", "AUC",
    ]  # fmt: skip
    languages.set_language(qapp, "de")
    assert glossary.entry("loss").term == "Verlust"
    assert glossary.entry("loss").source == glossary.entry("loss").source != ""


def test_the_filter_goes_to_the_word_that_begins_so_and_finds_other_names(qtbot: Any) -> None:
    dialog = GlossaryDialog()
    qtbot.addWidget(dialog)
    dialog.filter.setText("recall")
    assert dialog.shown == "recall"
    dialog.filter.setText("FALSE POSITIVE")
    assert dialog.shown == "false_alarm"
    assert dialog.title.text() == "False alarm"
    dialog.filter.setText("xyzzy")
    assert (dialog.shown, dialog.title.text()) == ("", "No word matches")
    dialog.choose("mcc")
    assert (dialog.shown, dialog.filter.text()) == ("mcc", "")
    assert dialog.source.text() == "Source: Matthews 1975"


def test_arrows_in_the_filter_step_through_the_list(qtbot: Any) -> None:
    dialog = GlossaryDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.filter.setText("song")
    dialog.filter.setFocus()
    first = dialog.shown
    QTest.keyClick(dialog.filter, Qt.Key.Key_Down)
    assert dialog.shown not in ("", first)


def test_a_link_opens_the_entry_over_the_dialog_it_stands_in(program: Program, qtbot: Any) -> None:
    window = program.window
    window.show()
    asking = QDialog(window)
    link = GlossaryLink("weak_no", parent=asking)
    assert link.toolTip() == glossary.hint("weak_no")
    asking.open()
    link.click()
    opened = asking.findChild(GlossaryDialog)
    assert opened.shown == "weak_no"
    link.set_entry("fold")
    link.click()
    assert [dialog.shown for dialog in asking.findChildren(GlossaryDialog)] == ["fold"]
    opened.reject()
    asking.reject()
    program.window.action_set["help.glossary"].trigger()
    assert window.findChild(GlossaryDialog).isVisible()
    window.findChild(GlossaryDialog).reject()
    qtbot.waitUntil(lambda: window.findChild(GlossaryDialog) is None)
