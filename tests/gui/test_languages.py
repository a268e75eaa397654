"""German, Italian and Spanish: nothing left untranslated, nothing cut in the smallest window."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from core.paths import resource
from core.settings import Settings
from rhythmcap_gui import languages
from rhythmcap_gui.app import Program
from rhythmcap_gui.number_format import counted, tick_text
from tests.support.layout_faults import cut_texts
from tests.support.small_library import open_room
from tests.support.window import wait_for_jobs

SOURCES = Path(__file__).resolve().parents[2] / "packaging" / "i18n"
CODES = [code for code in languages.NAMES if code != languages.SOURCE]
COUNTED = "songs|words|tags|files|decisions|artists|epochs|outputs|parts|numbers|places"
BARE_COUNT = re.compile(rf"\{{\w*\}} (?:\w+ )?(?:{COUNTED})\b")
SEVERAL = {  # never of one
    "All {songs} songs", "Data of {n} songs", "{} million numbers",
    "{n} of {songs} songs judged at random",
    "It is certain that 8 of 10 are found once {needed} songs with the tag that were drawn at"
    " random are among those found: {found} so far.",
    "{n:# of {all} songs is|# of {all} songs are} drawn at random: only these tell how common a"
    " tag is.",
}  # fmt: skip
WORDS = {"de": "Einstellungen", "it": "Impostazioni", "es": "Ajustes"}


@pytest.fixture
def english_again(qapp: QApplication) -> Iterator[None]:
    """Whatever was spoken, the next test hears English."""
    yield
    languages.set_language(qapp, languages.SOURCE)


def messages(code: str) -> Iterator[tuple[str, ElementTree.Element]]:
    tree = ElementTree.parse(SOURCES / f"rhythmcap_{code}.ts")
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        yield message.findtext("source") or "", translation


FOREIGN_TR = re.compile(r"(?<![\w.])(?!self\b)[a-z_]\w*\.tr\(")


def test_no_text_is_asked_of_a_local_object() -> None:
    """What lupdate files under the variable's name is looked up under the class's, in vain."""
    views = Path(__file__).resolve().parents[2] / "rhythmcap_gui"
    found = {path.name for path in views.rglob("*.py") if FOREIGN_TR.search(path.read_text())}
    assert found == set()


@pytest.mark.parametrize("code", CODES)
def test_every_text_is_translated_and_keeps_its_gaps(code: str) -> None:
    unfinished, uneven = [], []
    for source, translation in messages(code):
        if translation.get("type") == "unfinished" or not translation.text:
            unfinished.append(source)
        elif gaps(source) != gaps(translation.text):
            uneven.append(source)
    assert (unfinished, uneven) == ([], [])


def gaps(text: str) -> list[str]:
    """The gaps that are filled in later: {}, {name}; a named one may stand twice."""
    names = [name for _text, name, _spec, _how in Formatter().parse(text) if name is not None]
    return sorted(names if "" in names else set(names))


def test_no_count_stands_before_a_plural_without_a_form_for_one() -> None:
    """1 songs: but for questions about many songs."""
    bare = {source for source, _ in messages(CODES[0]) if BARE_COUNT.search(source)}
    assert {text for text in bare if not text.endswith("?") and "{undo}" not in text} == SEVERAL


def test_counts_are_filled_in() -> None:
    text = "{} of {n:# song|# songs}"
    assert [counted(text, "all", n=n) for n in (0, 1, 12_000)] == [
        "all of 0 songs",
        "all of 1 song",
        "all of 12\u2009000 songs",
    ]


@pytest.mark.parametrize("code", CODES)
def test_the_compiled_file_is_of_this_source(
    qapp: QApplication,
    english_again: None,  # noqa: ARG001
    code: str,
) -> None:
    assert resource("i18n", f"rhythmcap_{code}.qm").exists()
    assert languages.set_language(qapp, code) == code
    assert tick_text(0.5) == "0,5"
    assert tick_text(20.0) == "20"
    contexts = ElementTree.parse(SOURCES / f"rhythmcap_{code}.ts").iter("context")
    stale = [
        source
        for context in contexts
        for message in context.iter("message")
        if QCoreApplication.translate(
            context.findtext("name") or "", source := message.findtext("source") or ""
        )
        != message.findtext("translation")
    ]
    assert stale == []


def test_an_unknown_language_is_english(qapp: QApplication) -> None:
    assert languages.set_language(qapp, "tlh") == "en"
    assert languages.set_language(qapp, "en") == "en"


@pytest.mark.parametrize("code", CODES)
def test_the_window_speaks_it_and_cuts_no_word_at_1280(
    qapp: QApplication,
    english_again: None,  # noqa: ARG001
    tmp_path: Path,
    code: str,
    qtbot: Any,
) -> None:
    (tmp_path / "made").mkdir()
    room = open_room(tmp_path / "made")
    room.predict(np.full((3, 4), 0.5, dtype=np.float32))
    room.close()
    made = Program(qapp, Settings(language=code))
    made.window.resize(1280, 800)
    made.window.show()
    made.window.files_controller.open_library(tmp_path / "made" / "library.db")
    made.context.session.open_song(made.context.library.songs.get(1))
    wait_for_jobs(made, qtbot)
    QApplication.sendPostedEvents()  # everything is laid out now
    cut = cut_texts(made.window)
    settings = made.window.action_set["window.settings"].text()
    width = made.window.width()
    made.close()
    made.window.deleteLater()
    made.deleteLater()
    assert WORDS[code] in settings
    assert width == 1280
    assert cut == []
