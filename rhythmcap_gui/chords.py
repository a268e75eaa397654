"""The two-letter chord: a category's letter, then a tag's. Shift means no, Alt unsure.

One event filter on whatever has the focus. It never acts while a text field has it, and there
it also keeps the window's single keys away from the text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
    QTableWidget,
    QTextEdit,
    QTreeWidget,
    QWidget,
)
from shiboken6 import isValid

from rhythmcap_gui.session import Session

if TYPE_CHECKING:
    from core.library.records import State

CHORD_MS = 2000
TEXT_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QKeySequenceEdit)
PRESS_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
TABLE_KEYS = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home,
    Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter,
    Qt.Key.Key_Delete,
)  # fmt: skip
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
LEAVE_EVENTS = (QEvent.Type.MouseButtonPress, QEvent.Type.WindowDeactivate)
COMMAND_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
MODIFIER_KEYS = (Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Control, Qt.Key.Key_AltGr,
                 Qt.Key.Key_Meta)  # fmt: skip


def is_text_field(widget: QWidget | None) -> bool:
    """Whether typing goes into this widget."""
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, TEXT_FIELDS) and not getattr(widget, "isReadOnly", bool)()


def letter_of(event: QKeyEvent) -> str:
    """The letter or digit of a key, upper case; "" for other keys."""
    key = int(event.key())
    letter = chr(key) if 0x20 < key < 0x10000 else ""
    return letter.upper() if letter.isalnum() else ""


class ChordFilter(QObject):
    """Follows the focus within one window and turns two letters into a decision."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        toggle: Callable[[int, State], object],
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._toggle = window, session, toggle
        self._watched: QWidget | None = None
        self._tab_pressed = False
        self._by_tab = False
        self._timeout = QTimer(self, singleShot=True, interval=CHORD_MS)
        self._timeout.timeout.connect(self.cancel)
        session.song_opened.connect(self.cancel)  # what was begun was about another song
        session.selection_changed.connect(self.cancel)
        window.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    def cancel(self, *_changed: object) -> None:
        """End the chord."""
        self._timeout.stop()
        self._session.arm_category(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the keys of the focused widget first."""
        event_type = event.type()
        if event_type == QEvent.Type.ShortcutOverride:
            if self._is_chord_key(event) or self._belongs_to_widget(watched, event):
                event.accept()
                return True
        elif event_type == QEvent.Type.KeyPress:
            self._tab_pressed = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if self._is_chord_key(event):
                self._press(event)
                return True
        elif event_type in LEAVE_EVENTS and self._session.armed_category is not None:
            self.cancel()
        return False

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        if not isValid(self._window):
            return
        inside = new is not None and self._window.isAncestorOf(new)
        self._watched = new if inside and new is not self._window else None
        self._by_tab, self._tab_pressed = self._tab_pressed, False
        if self._watched is not None:
            self._watched.installEventFilter(self)
        if is_text_field(new):
            self.cancel()

    def _is_chord_key(self, event: QKeyEvent) -> bool:
        """Whether this key is a part of a chord."""
        session = self._session
        if session.library is None or event.modifiers() & COMMAND_MODIFIERS:
            return False
        if session.song is None and not session.bulk:
            return False
        if is_text_field(QApplication.focusWidget()):
            return False
        if session.armed_category is not None:
            return event.key() == Qt.Key.Key_Escape or bool(letter_of(event))
        return event.modifiers() in PLAIN and self._category_of(letter_of(event)) is not None

    def _belongs_to_widget(self, widget: QObject, event: QKeyEvent) -> bool:
        """Text fields keep every key without Ctrl; a button reached by Tab is pressed by Space.

        In a table of a dock arrows move and Enter opens: they are not about the song then.
        """
        if is_text_field(QApplication.focusWidget()):
            held = event.modifiers() & (COMMAND_MODIFIERS | Qt.KeyboardModifier.AltModifier)
            return not held and not Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
        is_table = isinstance(widget, QTableWidget | QTreeWidget)
        if is_table and event.modifiers() in PLAIN and event.key() in TABLE_KEYS:
            return True
        pressable = is_table or isinstance(widget, QAbstractButton | QComboBox)
        return pressable and self._by_tab and event.key() in PRESS_KEYS

    def _press(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() or event.key() in MODIFIER_KEYS:
            return
        letter, armed = letter_of(event), self._session.armed_category
        if armed is None:
            self._session.arm_category(self._category_of(letter))
            self._timeout.start()
            return
        self.cancel()
        tag_id = self._tag_of(armed, letter)
        if tag_id is not None:
            self._toggle(tag_id, _state(event))
        elif event.key() != Qt.Key.Key_Escape:
            self._session.notify(self.tr("No tag of this category has the key {}.").format(letter))

    def _category_of(self, letter: str) -> int | None:
        if not letter or self._session.library is None:
            return None
        for category in self._session.library.codebook.categories():
            if category.key.upper() == letter:
                return category.id
        return None

    def _tag_of(self, category_id: int, letter: str) -> int | None:
        for tag in self._session.library.codebook.tags():
            if tag.category_id == category_id and letter and tag.key.upper() == letter:
                return tag.id
        return None


def _state(event: QKeyEvent) -> State:
    from core.library.records import State

    if event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return State.UNSURE
    return State.NO if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else State.YES
