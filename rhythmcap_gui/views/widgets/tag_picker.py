"""A small popup to find a tag by typing: a line, and the tags it may mean, best first.

It only emits which tag was picked and with which modifier: the tag finder judges by it, the song
table sorts by it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from core.library.records import Category, State, Tag
from rhythmcap_gui import theme
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.widgets.key_cap import CAP_PX, CapStyle, cap_width_px, paint_cap
from rhythmcap_gui.views.widgets.state_mark import paint_mark

if TYPE_CHECKING:
    from core.library.codebook.codebook_records import TagMatch, TagName

LINE_PX = 28
LINES, MOST = 9, 12  # seen at once, found at most
WIDTH_PX = 360
MATCH_ROLE = Qt.ItemDataRole.UserRole
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class TagPicker(QFrame):
    """The popup; emits picked(tag id, modifiers) on Enter or a click."""

    picked = Signal(int, object)

    def __init__(self, session: Session, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._session = session
        self._known = session.known_words()
        self.is_offered: Callable[[Tag], bool] = lambda _tag: True
        self.begins_on_first = False  # where Enter decides nothing about a song
        self.setProperty("card", True)
        self.setFixedWidth(WIDTH_PX)
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(placeholder)
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._on_typed)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Tags found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_TagLine(session, self.list))
        self.list.setMouseTracking(True)
        self.list.setStyleSheet("background: transparent;")
        self.list.itemClicked.connect(self._on_clicked)
        self.hint = QLabel()
        self.hint.setProperty("caption", True)
        self.hint.setWordWrap(True)
        self._lay_out()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(6)
        box.addWidget(self.line)
        box.addWidget(self.list)
        box.addWidget(self.hint)

    def open_below(self, widget: QWidget, *, right: bool = False) -> None:
        """Show under a widget, with its left or right edge, and take the keyboard."""
        corner = widget.rect().bottomRight() if right else widget.rect().bottomLeft()
        at = widget.mapToGlobal(corner)
        self.open_at(at.x() - (WIDTH_PX if right else 0), at.y() + theme.SPACE)

    def open_at(self, x: int, y: int) -> None:
        """Show at a point of the screen, kept on it, and take the keyboard."""
        self._known = self._session.known_words().only(self.is_offered)
        self.line.clear()
        self._on_typed("")
        self.move(x, y)
        self.fit()
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def fit(self) -> None:
        """Be as high as the content, and stay on the screen."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        x = max(room.left(), min(self.x(), room.right() - self.width()))
        y = max(room.top(), min(self.y(), room.bottom() - self.height()))
        self.move(x, y)

    def _on_typed(self, typed: str) -> None:
        self.show_matches(self.matches(typed), has_letters=bool(typed.strip()))

    def matches(self, typed: str) -> list[TagMatch]:
        """Return the tags that what was typed may mean, all of them for nothing."""
        return self._known.find(typed, MOST if typed.strip() else len(self._known.names))

    def show_matches(self, matches: list[TagMatch], *, has_letters: bool) -> None:
        """Fill the list and stand on its first line; without letters perhaps on none."""
        self.list.clear()
        for match in matches:
            item = QListWidgetItem(match.name.tag.name)
            item.setData(MATCH_ROLE, match)
            item.setSizeHint(QSize(0, theme.scaled(LINE_PX)))
            self.list.addItem(item)
        stands = has_letters or self.begins_on_first
        self.list.setCurrentRow(0 if matches and stands else -1)
        self.list.setFixedHeight(theme.scaled(LINE_PX) * max(1, min(LINES, self.list.count())))
        self.fit()

    def current_match(self) -> TagMatch | None:
        """Return the tag under the keyboard."""
        item = self.list.currentItem()
        return item.data(MATCH_ROLE) if item is not None else None

    def commit(self, modifiers: Qt.KeyboardModifier) -> None:
        """Emit the current tag, after Enter or a click, and close."""
        match = self.current_match()
        if match is not None:
            self.close()
            self.picked.emit(match.name.tag.id, modifiers)

    def _on_clicked(self, _item: QListWidgetItem) -> None:
        self.commit(QApplication.keyboardModifiers())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        mine = key in STEPS or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not mine:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            if key in STEPS:
                last = self.list.count() - 1
                self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + STEPS[key])))
            elif not event.isAutoRepeat():  # one press is one step
                self.commit(event.modifiers())
        return True


class _TagLine(QStyledItemDelegate):
    """One found tag: colour, name (and the alias that was meant), category, keys, state."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        match = index.data(MATCH_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected"))
            painter.drawRoundedRect(box, 4, 4)
        if match is None:
            self._write(painter, box.adjusted(10, 0, -8, 0), str(index.data()), "accent")
        else:
            self._paint_tag(painter, box.adjusted(8, 0, -8, 0), match.name)
        painter.restore()

    def _paint_tag(self, painter: QPainter, box: QRect, name: TagName) -> None:
        category = self._category(name.tag.category_id)
        hue = theme.category_colour(name.tag.colour or (category.colour if category else ""))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(hue)
        painter.drawRoundedRect(QRectF(box.left() + 2, box.center().y() - 3.5, 8, 8), 2, 2)
        decision = self._session.states().get(name.tag.id)
        if decision is not None:
            centre = QPointF(box.left() + 24, box.center().y() + 0.5)
            paint_mark(painter, centre, State(decision.state), theme.colour("text"))
        right = self._paint_keys(painter, box, name, category)
        words = QRect(box.left() + 38, box.top(), right - box.left() - 46, box.height())
        label = name.tag.name
        if name.text != label:
            label = self.tr("{tag} (also {alias})").format(tag=label, alias=name.text)
        used = self._write(painter, words, label, "text")
        remaining = words.adjusted(used + 8, 0, 0, 0)
        if category is not None and remaining.width() > 24:
            self._write(painter, remaining, category.name, "dim")

    def _paint_keys(
        self, painter: QPainter, box: QRect, name: TagName, category: Category | None
    ) -> float:
        """Paint the chord at the right edge; return where it begins."""
        x: float = box.right()
        if category is None or not (category.key and name.tag.key):
            return x
        for key in (name.tag.key, category.key):
            x -= cap_width_px(key) + 3
            at = QPointF(x, box.top() + (box.height() - theme.scaled(CAP_PX)) / 2)
            paint_cap(painter, at, key, CapStyle.PLAIN)
        return x

    def _category(self, category_id: int) -> Category | None:
        library = self._session.library
        found = library.codebook.categories() if library else []
        return next((category for category in found if category.id == category_id), None)

    def _write(self, painter: QPainter, box: QRect, text: str, token: str) -> int:
        painter.setFont(theme.font())
        painter.setPen(theme.colour(token))
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)
        return painter.fontMetrics().horizontalAdvance(short)
