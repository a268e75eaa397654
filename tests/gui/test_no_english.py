"""A German window shows no English: all its texts, compared with those of the English window."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDockWidget,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListView,
    QTabWidget,
    QWidget,
)

from core.library.codebook.codebook_file import TEMPLATES, read_codebook, template_file
from core.library.store import Library
from core.models.catalogue import ARCHITECTURES
from core.models.public_registry import public_models
from core.paths import folders, resource
from core.settings import Settings
from rhythmcap_gui import languages
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.tags import tagging
from tests.gui.test_languages import messages
from tests.support.dialogs import DIALOGS, open_dialog
from tests.support.learning_library import make_library
from tests.support.window import StartProgram, wait_for_jobs

MOST_ROWS = 30
NO_WORD = re.compile(r"[\W\d_]*|.{1,2}|\S*[/=:>.]\S*|\S*\d\S*")  # numbers, keys, paths
MARKUP = re.compile("<[^>]*>")
WITH_SCORE = re.compile(r" \.\d\d$")  # a word of the model
ENGLISH = re.compile(r"\b(the|of|and|with|not|your|this|it|or)\b", re.IGNORECASE)
A_PATH = re.compile(r"\S*/\S*")
SAME = {"Enter", "Return", "Viridis", "Magma", "Cividis", "CSV", "TSV", "JAMS", "GTZAN",
        "rekordbox XML", "MagnaTagATune", "MTG-Jamendo", "Last.fm (Million Song Dataset)",
        "COMMENT", "GROUPING",
        "untagged", "unsure", "review", "recent", "missing"}  # fmt: skip
IN_NO_MENU = {"Export", "Export..."}  # an action of pyqtgraph's that is never shown


def test_a_german_window_shows_no_english(
    start_program: StartProgram, tmp_path: Path, qtbot: Any
) -> None:
    broken = tmp_path / "broken.wav"
    broken.write_bytes(b"RIFF")
    make_library()
    texts_by_language = {}
    for code in ("en", "de"):
        program = start_program(Settings(language=code))
        day = texts_of_a_day(program, broken, qtbot)
        parts = {part.strip() for text in day for part in MARKUP.split(text)}
        program.close()
        texts_by_language[code] = {WITH_SCORE.sub("", part) for part in parts}
    alike = {source for source, translation in messages("de") if source == translation.text}
    alike |= glossary_terms("en") & glossary_terms("de")
    fine = {text.casefold() for text in alike | names() | SAME | IN_NO_MENU}
    left = {
        text
        for text in texts_by_language["en"] & texts_by_language["de"]
        if text.casefold() not in fine
    }
    assert sorted(text for text in left if not NO_WORD.fullmatch(without_names(text))) == []
    assert (
        sorted(text for text in texts_by_language["de"] if ENGLISH.search(without_names(text)))
        == []
    )
    assert len(texts_by_language["de"]) > 400


def glossary_terms(language: str) -> set[str]:
    entries = json.loads(resource("glossary", f"{language}.json").read_text(encoding="utf-8"))
    return {entry["term"] for entry in entries.values()}


def texts_of_a_day(program: Program, broken: Path, qtbot: Any) -> Iterator[str]:
    """What a user may read who imports, searches, undoes, learns and opens every dialog."""
    window = program.window
    program.open(None)
    wait_for_jobs(program, qtbot)
    window.importer.start([broken])
    wait_for_jobs(program, qtbot)
    tag = program.context.library.codebook.find("low").id
    program.context.session.open_song(program.context.library.songs.get(1))
    tagging.judge(program.context, tag, None)
    edit_runner.undo(program.context)
    window.search.setText("(predicted:nothing>2")
    window.search._show_problem()
    window.action_set["model.learn"].trigger()
    qtbot.waitUntil(lambda: not program.learning.state.running, timeout=60_000)
    window.search.setText("")
    yield from texts(window)
    for name in DIALOGS:
        dialog = open_dialog(program, name)
        wait_for_jobs(program, qtbot)
        yield from texts(dialog)
        dialog.reject()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    wait_for_jobs(program, qtbot)


def texts(root: QWidget) -> Iterator[str]:
    """Every text of a window, hidden or not, with its tooltips and spoken names."""
    for action in root.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.statusTip())
    for widget in (root, *root.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QGroupBox):
            yield widget.title()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(row) for row in range(widget.count()))
        elif isinstance(widget, QTabWidget):
            yield from (widget.tabText(tab) for tab in range(widget.count()))
        elif isinstance(widget, QDockWidget):
            yield widget.windowTitle()
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from cells(widget)


def cells(view: QAbstractItemView) -> Iterator[str]:
    """The heads and the first rows of a table or list."""
    model = view.model()
    columns = 1 if isinstance(view, QListView) else model.columnCount(QModelIndex())
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(QModelIndex()), MOST_ROWS)):
            yield from (
                str(model.index(row, column).data(role) or "")
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            )


def without_names(text: str) -> str:
    """A text without the papers, paths and names in it."""
    for name in sorted(names(), key=len, reverse=True):
        text = text.replace(escape(name), "")
    return A_PATH.sub("", text)


@cache
def names() -> set[str]:
    """What is called the same in every language: words of the library, networks, papers."""
    with Library.open(folders().library_file, read_only=True) as library:
        tags = {tag.name for tag in library.codebook.tags()}
        own = tags | {category.name for category in library.codebook.categories()}
        own |= {model.name for model in library.models.list()} | {"What happened", "The report"}
        own |= {text for song in library.songs.after(0, MOST_ROWS)
                for text in (song.title, song.artist, str(song.path))}  # fmt: skip
    for template in TEMPLATES:
        for category in read_codebook(template_file(template)).categories:
            own |= {category.name} | {tag.name for tag in category.tags}
    for row in ARCHITECTURES.values():
        own |= {row.title, row.paper, f"{row.title} ({row.year})", row.name}
    for public in public_models():
        own |= {public.name, public.data_set, public.licence, public.citation}
    return own | set(languages.NAMES.values())
