"""The tour: marks on parts of a window, by mouse and keyboard, wherever the window goes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from rhythmcap_gui import theme
from rhythmcap_gui.views.shell.tour import Tour, TourMark, card_corner


@pytest.fixture
def tour(qapp: QApplication) -> Iterator[Tour]:
    theme.apply_theme(qapp, "dark")
    window = QWidget()
    window.resize(900, 600)
    parts = [QWidget(window) for _ in range(3)]
    for part, box in zip(
        parts, ((0, 0, 200, 600), (200, 0, 500, 600), (700, 0, 200, 60)), strict=True
    ):
        part.setGeometry(*box)
    window.show()
    yield Tour(window, [TourMark(part, f"Part {i}", "What it is.") for i, part in enumerate(parts)])
    window.close()
    window.deleteLater()


def press(tour: Tour, key: Qt.Key) -> None:
    QTest.keyClick(tour, key)


def test_it_goes_on_and_back_and_ends_by_keys(tour: Tour, qtbot: QtBot) -> None:
    assert tour.heading.text() == "Part 0"
    assert not tour.back.isEnabled()
    press(tour, Qt.Key.Key_Right)
    press(tour, Qt.Key.Key_Return)
    assert (tour.heading.text(), tour.next.text()) == ("Part 2", "Done")
    press(tour, Qt.Key.Key_Left)
    assert tour.accessibleName() == "Part 1"
    press(tour, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(tour), timeout=1000)


def test_its_buttons_do_the_same(tour: Tour, qtbot: QtBot) -> None:
    for _mark in range(2):
        QTest.mouseClick(tour.next, Qt.MouseButton.LeftButton)
    QTest.mouseClick(tour.back, Qt.MouseButton.LeftButton)
    assert tour.index == 1
    QTest.keyClick(tour.next, Qt.Key.Key_Right)
    assert tour.index == 2, "arrows do not leave a button that has the focus"
    QTest.keyClick(tour.next, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not isValid(tour), timeout=1000)


def test_what_is_marked_can_be_used_meanwhile(tour: Tour) -> None:
    window = tour.parentWidget()
    assert window.childAt(100, 300) is tour.marks[0].widget
    assert window.childAt(650, 300) is tour


def test_it_follows_the_window_and_the_part(tour: Tour) -> None:
    window = tour.parentWidget()
    window.resize(1000, 700)
    assert tour.geometry() == window.rect()
    tour.marks[0].widget.setGeometry(50, 80, 120, 300)
    assert tour.marked_rect() == QRect(50, 80, 120, 300)
    assert window.childAt(100, 300) is tour.marks[0].widget
    tour.marks[0].widget.hide()
    assert tour.marked_rect().isEmpty()


HOLES = ((0, 0, 200, 600), (200, 0, 500, 600), (700, 0, 200, 60), (0, 500, 900, 100),
         (0, 0, 900, 600))  # fmt: skip


@pytest.mark.parametrize("hole", HOLES)
def test_the_card_is_always_in_the_window(hole: tuple[int, int, int, int]) -> None:
    window, card = QRect(0, 0, 900, 600), QRect(0, 0, 320, 140)
    corner = card_corner(QRect(*hole), card, window)
    assert window.contains(QRect(corner, card.size()))
    if hole != (0, 0, 900, 600) and hole[2] < 500:
        assert not QRect(*hole).intersects(QRect(corner, card.size())), QPoint(corner)
