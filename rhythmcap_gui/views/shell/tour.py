"""Help ▸ First steps: a tour of marks, each on a part of the window, which can be used meanwhile.

A veil lies over the window but for the part that is marked and the card beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from rhythmcap_gui import theme

CARD_PX, GAP_PX, ROUND_PX, EDGE_PX = 340, 12, 6, 2
VEIL = QColor(8, 10, 16, 150)
NEXT_KEYS = (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter)
BACK_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_PageUp)
PRESS_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
KEYS = (*NEXT_KEYS, *BACK_KEYS, Qt.Key.Key_Escape, Qt.Key.Key_Space)
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


@dataclass(frozen=True, slots=True)
class TourMark:
    """A part of the window, and what is to be known of it."""

    widget: QWidget
    heading: str
    text: str


class Tour(QWidget):
    """The marks one after another; goes by its button, by Esc, and behind the last mark.

    The keyboard then goes back to where it was, unless it was given to another part meanwhile.
    """

    def __init__(self, window: QWidget, marks: Sequence[TourMark]) -> None:
        super().__init__(window)
        self.marks = tuple(marks)
        self.index = 0
        self._watched: list[QWidget] = []
        self._before = window.focusWidget()
        self._card = QFrame(self)
        self._card.setProperty("card", True)
        self._card.setFixedWidth(CARD_PX)
        self._fill_card(QVBoxLayout(self._card))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.show_mark(0)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_card(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self.heading = QLabel()
        self.heading.setProperty("heading", True)
        self.text = QLabel(wordWrap=True)
        self._count = QLabel()
        self._count.setProperty("caption", True)
        self.back = QPushButton(self.tr("Back"))
        self.next = QPushButton()
        self.next.setProperty("primary", True)
        self.end = QPushButton(self.tr("Close"))
        self.end.setProperty("quiet", True)
        self.back.clicked.connect(lambda: self.show_mark(self.index - 1))
        self.next.clicked.connect(lambda: self.show_mark(self.index + 1))
        self.end.clicked.connect(self.close)
        row = QHBoxLayout()
        for widget in (self._count, self.end):
            row.addWidget(widget)
        row.addStretch()
        for widget in (self.back, self.next):
            row.addWidget(widget)
        for button in (self.back, self.next, self.end):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.installEventFilter(self)
        for part in (self.heading, self.text):
            part.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(part)
        column.addLayout(row)

    def show_mark(self, index: int) -> None:
        """Show a mark; behind the last one the tour is over."""
        if index >= len(self.marks):
            self.close()
            return
        self.index = max(index, 0)
        mark, last = self.marks[self.index], len(self.marks) - 1
        self.heading.setText(mark.heading)
        self.text.setText(mark.text)
        self._count.setText(f"{self.index + 1} / {last + 1}")
        self.back.setEnabled(self.index > 0)
        self.next.setText(self.tr("Done") if self.index == last else self.tr("Next"))
        self.setAccessibleName(mark.heading)
        self.setAccessibleDescription(mark.text)
        self._watch(mark.widget)
        self._follow()

    def marked_rect(self) -> QRect:
        """Return the part that is marked; empty where it cannot be seen now."""
        widget, window = self.marks[self.index].widget, self.parentWidget()
        if not widget.isVisibleTo(window):
            return QRect()
        corner = widget.mapTo(window, QPoint(0, 0))
        return QRect(corner, widget.size()).intersected(window.rect())

    # -- geometry ---------------------------------------------------------------------------

    def _watch(self, widget: QWidget) -> None:
        """Follow a widget and all that it lies in, up to the window."""
        self._unwatch()
        current: QWidget | None = widget
        while current is not None:
            current.installEventFilter(self)
            self._watched.append(current)
            current = None if current is self.parentWidget() else current.parentWidget()

    def _unwatch(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()

    def _follow(self) -> None:
        """Cover the window as it is now, and put the card beside what is marked."""
        self.setGeometry(self.parentWidget().rect())
        self._card.setFixedHeight(self._card.layout().totalHeightForWidth(CARD_PX))
        hole = self.marked_rect()
        self._card.move(card_corner(hole, self._card.rect(), self.rect()))
        region = QRegion(self.rect()) - QRegion(hole.adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX))
        self.setMask(region + QRegion(self._card.geometry()))
        self.update()
        for part in self.marks[self.index].widget.findChildren(QWidget):
            part.update()  # Qt does not uncover what scrolls by itself

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES and watched in self._watched:
            self._follow()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_button = watched in (self.back, self.next, self.end)  # arrows would leave it
            return is_button and event.key() not in PRESS_KEYS and self._take_key(event)
        return False

    # -- keys -------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and event.key() in KEYS and event.modifiers() in PLAIN:
            event.accept()  # before the window's own actions
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        window = self.parentWidget()
        focused = window.focusWidget()
        if focused is self or self.isAncestorOf(focused):
            before = self._before
            known = before is not None and isValid(before) and before.isVisible()
            (before if known else window).setFocus(Qt.FocusReason.OtherFocusReason)
        super().closeEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in BACK_KEYS:
            self.show_mark(self.index - 1)
        elif event.key() in NEXT_KEYS or event.key() == Qt.Key.Key_Space:
            self.show_mark(self.index + 1)
        else:
            return False
        return True

    # -- paint ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hole, veil = self.marked_rect(), QPainterPath()
        veil.addRect(self.rect())
        cut = QPainterPath()
        cut.addRoundedRect(hole, ROUND_PX, ROUND_PX)
        painter.fillPath(veil - cut, VEIL)
        painter.setPen(QPen(theme.colour("accent"), 2 * EDGE_PX))
        painter.drawPath(cut)
        painter.end()


def card_corner(hole: QRect, card: QRect, window: QRect) -> QPoint:
    """Return where the card's corner goes: beside what is marked, where the window has room.

    To its right or left, below or above it; else inside it, at its lower edge.
    """
    inside = window.adjusted(GAP_PX, GAP_PX, -GAP_PX, -GAP_PX)
    width, height = card.width(), card.height()
    top = min(max(hole.top(), inside.top()), inside.bottom() - height)
    left = min(max(hole.left(), inside.left()), inside.right() - width)
    for corner in (
        QPoint(hole.right() + GAP_PX, top),
        QPoint(hole.left() - GAP_PX - width, top),
        QPoint(left, hole.bottom() + GAP_PX),
        QPoint(left, hole.top() - GAP_PX - height),
    ):
        if inside.contains(QRect(corner, card.size())):
            return corner
    middle = hole.center().x() - width // 2
    return QPoint(
        min(max(middle, inside.left()), inside.right() - width),
        max(min(hole.bottom(), inside.bottom()) - height - GAP_PX, inside.top()),
    )
