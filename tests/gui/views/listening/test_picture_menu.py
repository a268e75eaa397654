"""The menu over the picture: what it keeps of itself stays its own, whatever other menus come."""

from __future__ import annotations

import gc

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import createdByPython, isValid

from rhythmcap_gui.views.listening.colour_maps import NAMES
from rhythmcap_gui.views.listening.picture_menu import PictureMenu


def open_and_leave_menus(parent: QWidget) -> None:
    """Let menus come and go whose actions Qt makes, as context menus do."""
    for _ in range(20):
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in NAMES:
            menu.addAction(name)
        menu.popup(QPoint(0, 0))
        menu.close()
        QApplication.processEvents()
    gc.collect()


def test_its_entries_stay_while_other_menus_come_and_go(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    open_and_leave_menus(window)
    menu = PictureMenu(window)
    entries = [menu.to_loop, menu.fit, menu.scroll_along, *menu.actions()[4:-3]]
    # One that Qt makes is known by its address only.
    assert all(createdByPython(entry) for entry in entries)
    open_and_leave_menus(window)
    assert all(isValid(entry) for entry in entries)
    menu.scroll_along.trigger()
    assert menu.is_along
    assert menu.state()["go_along"] is True


def test_a_restored_view_goes_along_again_and_has_its_look(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    menu = PictureMenu(window)
    menu.restore({"look": [20, -30], "go_along": True})
    assert menu.scroll_along.isChecked()
    assert menu.state() == {"look": [20, -30], "go_along": True}
    menu.reset()
    assert menu.adjustment() == (0.0, 1.0)
