"""What a stranger wrote is shown as written: no view or dialog takes it for rich text or a key."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QMessageBox,
    QTextBrowser,
    QTextEdit,
    QToolTip,
    QWidget,
)

import rhythmcap_gui
from core.library.edits.edits import AddTag, Judge, SaveSearch, SetDefinition, SetNote
from core.library.records import NewModel, NewSong, State
from core.library.store import Library
from core.paths import folders
from core.settings import Settings
from rhythmcap_gui import theme
from rhythmcap_gui.app import Program
from rhythmcap_gui.controllers.shell_controller import about_text
from rhythmcap_gui.plain_text import literal, tip_text, without_markup
from rhythmcap_gui.session import Notice
from rhythmcap_gui.views.models.compare_dialog import CompareDialog
from rhythmcap_gui.views.songs.facets import Facets
from rhythmcap_gui.views.tags.tag_menu import tag_menu
from tests.gui.views.models.test_compare_dialog import compared
from tests.support.dialogs import DIALOGS, open_dialog
from tests.support.learning_library import make_library
from tests.support.window import StartProgram, wait_for_jobs

RESOURCE = re.compile(r"<(?:img|link|object|style)\b|<[^>]*(?:src|background|url\()", re.I)
LONG_AGO_S = 1_000_000_000.0


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A picture that was last read long ago."""
    file = tmp_path / "spy.png"
    pixmap = QPixmap(8, 8)
    pixmap.fill(Qt.GlobalColor.red)
    pixmap.save(str(file))
    os.utime(file, (LONG_AGO_S, file.stat().st_mtime))
    return file


@pytest.fixture
def markup(picture: Path) -> str:
    """What a stranger calls a song."""
    return f"<img src='file://{picture}'><b>&bold</b>"


@pytest.fixture
def program(start_program: StartProgram, markup: str, qtbot: Any) -> Program:
    """The window on a library in which everything is called so; one such song is open."""
    make_library()
    with Library.open(folders().library_file) as library:
        fill(library, markup)
    started = start_program(Settings(recent_libraries=(f"/tmp/{markup}.db",), annotator=markup))
    started.open(folders().library_file)
    wait_for_jobs(started, qtbot)
    return started


def fill(library: Library, markup: str) -> None:
    """A song, tag, category, note, search and model with that name."""
    song_id, _is_new = library.songs.add(
        NewSong("f" * 32, Path(f"/{markup}.wav"), 1, 0.0, markup, markup, markup, 1999, 6.0,
                44_100, 2)
    )  # fmt: skip
    category = library.codebook.find_category("details")
    assert category is not None
    library.do(AddTag(markup, category.id))
    tag = library.codebook.find(markup)
    assert tag is not None
    library.do(SetDefinition(tag.id, markup, markup, markup))
    library.do(Judge(song_id, tag.id, State.YES))
    library.do(SetNote(song_id, markup))
    library.do(SaveSearch(markup, "untagged"))
    model = library.models.add(NewModel(markup, "musicnn", "none.safetensors", (markup, "kick")))
    library.predictions.put(model.id, {song_id: np.array([0.9, 0.8], dtype=np.float32)})
    library.models.set_active(model.id)


def widgets(root: QWidget) -> Iterator[QWidget]:
    """A window's widgets, as they are when they are shown."""
    for widget in (root, *root.findChildren(QWidget)):
        widget.ensurePolished()
        yield widget


def rich_labels(root: QWidget, markup: str) -> list[str]:
    """The labels that guess, or that hold the markup as such."""
    return [
        label.text()
        for label in widgets(root)
        if isinstance(label, QLabel)
        and (
            label.textFormat() == Qt.TextFormat.AutoText
            or (label.textFormat() == Qt.TextFormat.RichText and markup in label.text())
        )
    ]


def resources(root: QWidget) -> list[str]:
    """What would read a file or ask a network while it is drawn: documents, pictures in labels."""
    documents = [type(w).__name__ for w in widgets(root) if isinstance(w, QTextEdit)]
    rich = Qt.TextFormat.RichText, Qt.TextFormat.MarkdownText
    labels = [w.text() for w in widgets(root) if isinstance(w, QLabel) and w.textFormat() in rich]
    return documents + [text for text in labels if RESOURCE.search(text)]


def taken_keys(root: QWidget, markup: str) -> list[str]:
    """The buttons and actions that made a key of the & in the markup."""
    buttons = [widget for widget in widgets(root) if isinstance(widget, QAbstractButton)]
    named = [*buttons, *root.findChildren(QAction)]
    return [f"{type(it).__name__}: {it.text()}" for it in named if markup in it.text()]


def test_no_view_or_dialog_takes_a_name_for_rich_text(
    program: Program, markup: str, picture: Path, qtbot: Any
) -> None:
    window, session = program.window, program.context.session
    song_id = int(program.context.library.songs.all_ids()[-1])
    session.open_song(program.context.library.songs.get(song_id))
    window.findChild(Facets)._toggle.click()
    window.search.setText(f"{markup} (")
    session.notice.emit(Notice(markup, "error", markup, markup))
    for action in window.action_set.menus.values():
        action.aboutToShow.emit()
    wait_for_jobs(program, qtbot)
    QApplication.sendPostedEvents()
    assert any(markup in label.text() for label in window.findChildren(QLabel)), "it is shown"
    assert (rich_labels(window, markup), taken_keys(window, markup)) == ([], [])
    assert resources(window) == []
    tag = program.context.library.codebook.find(markup)
    with_menu = tag_menu(window, tag, State.YES, (0.0, 1.0))
    assert taken_keys(with_menu, markup) == []
    compare = CompareDialog(session, [markup, markup], window)
    compare.show_comparison(compared())
    compare.show()
    assert (rich_labels(compare, markup), resources(compare)) == ([], [])
    for name in DIALOGS:
        dialog = open_dialog(program, name)
        wait_for_jobs(program, qtbot)
        dialog.grab()
        assert (name, rich_labels(dialog, markup), taken_keys(dialog, markup)) == (name, [], [])
        assert (name, resources(dialog)) == (name, [])
        dialog.reject()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert picture.stat().st_atime == LONG_AGO_S, "nobody has read it"


def test_tooltips_and_message_boxes_show_markup_as_it_is_written(
    qapp: QApplication, qtbot: Any, markup: str, picture: Path
) -> None:
    theme.apply_theme(qapp, "dark")
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    QToolTip.showText(QPoint(9, 9), markup, parent)
    (tip,) = [w for w in qapp.topLevelWidgets() if w.metaObject().className() == "QTipLabel"]
    box = QMessageBox(QMessageBox.Icon.Warning, markup, markup, parent=parent)
    box.setInformativeText(markup)
    box.show()
    box.grab()
    assert (rich_labels(box, markup), rich_labels(tip, markup)) == ([], [])
    assert picture.stat().st_atime == LONG_AGO_S
    QToolTip.hideText()
    rich = QLabel(markup, textFormat=Qt.TextFormat.RichText)
    qtbot.addWidget(rich)
    rich.grab()
    if not os.statvfs(picture).f_flag & os.ST_NOATIME:
        assert picture.stat().st_atime > LONG_AGO_S, "this is how a reading would show"


def test_a_picture_in_a_rich_label_and_a_document_would_be_found(qtbot: Any, markup: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    QLabel(markup, parent, textFormat=Qt.TextFormat.RichText)
    QTextBrowser(parent)
    assert len(resources(parent)) == 2


def test_no_part_of_the_window_can_load_from_a_network() -> None:
    closed = (
        "QtNetwork", "QtWebEngine", "QtQml", "QtQuick", "QTextBrowser", "QTextEdit(", "setHtml",
        "urllib.request", "setSource", "loadResource", "http.client",
    )  # fmt: skip
    sources = (Path(rhythmcap_gui.__file__).parent).rglob("*.py")
    lines = [f"{path.name}: {line}" for path in sources for line in path.read_text().split("\n")]
    assert [line for line in lines if any(name in line for name in closed)] == []


def test_what_is_rich_on_purpose_stays_rich(program: Program) -> None:
    program.window.shell_controller.show_about()
    box = next(box for box in program.window.findChildren(QMessageBox) if box.isVisible())
    assert any(
        label.textFormat() == Qt.TextFormat.RichText and label.text() == about_text()
        for label in box.findChildren(QLabel)
    )
    box.close()


def test_an_ampersand_stands_for_itself_and_a_long_tip_is_wrapped() -> None:
    assert literal("Drum & Bass") == "Drum && Bass"
    assert tip_text(["short", "", "word " * 40]).count("\n") == 4
    assert tip_text(["<b>"]) == "<b>"
    assert without_markup("<img src=x>") == "‹img src=x>"
