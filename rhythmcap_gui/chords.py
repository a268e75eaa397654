"""The two-letter chord: a category's letter, then a tag's. Shift means no, Alt unsure.

A digit after it says how strongly the tag holds.

One event filter on whatever has the focus. It never acts while a text field has it, and there
it also keeps the window's single keys away from the text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QTableWidget,
    QTreeWidget,
    QWidget,
)
from shiboken6 import isValid

from rhythmcap_gui import key_names
from rhythmcap_gui.operations.tags import tagging
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.tags.tag_chip import TagChip
from rhythmcap_gui.views.widgets.decision_keys import intensity_of, level_pressed
from rhythmcap_gui.views.widgets.row_table import RowTable
from rhythmcap_gui.views.widgets.text_fields import is_text_field

if TYPE_CHECKING:
    from core.library.records import Changes, State, Tag

PRESS_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
TABLE_KEYS = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home,
    Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter,
    Qt.Key.Key_Delete,
)  # fmt: skip
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
COMMAND_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
MODIFIER_KEYS = (Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Control, Qt.Key.Key_AltGr,
                 Qt.Key.Key_Meta)  # fmt: skip


def letter_of(event: QKeyEvent) -> str:
    """The letter or digit of a key, upper case; "" for other keys."""
    key = int(event.key())
    letter = chr(key) if 0x20 < key < 0x10000 else ""
    return letter.upper() if letter.isalnum() else ""


class ChordFilter(QObject):
    """Follows the focus within one window and turns two letters into a decision.

    toggle(tag id, State) decides or takes back, and returns what the tag is now, or None;
    strengthen(tag id, 0..1 or None) says how strongly it holds. A category stays lit until a
    second letter or Esc. Another song or selection, a decision made otherwise, a text field or
    another window end it, too. A letter after a chord that was broken off runs no command.
    """

    def __init__(
        self,
        window: QWidget,
        session: Session,
        toggle: Callable[[int, State], State | None],
        strengthen: Callable[[int, float | None], object],
    ) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._toggle, self._strengthen = toggle, strengthen
        self._watched: QWidget | None = None
        self._tab_pressed = False
        self._by_tab = False
        self._broken_off = False  # a letter that follows was meant for the chord
        self._acting = False
        self._judged_tag: int | None = None  # by the last chord: a digit says how strongly
        self._taken_back: tuple[int, State] | None = None  # by the last chord: a digit restores it
        self._levelled = False
        session.song_opened.connect(self._on_other_song)  # what was begun was about the former
        session.selection_changed.connect(self._on_other_song)
        session.changed.connect(self._on_changed)
        window.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    def cancel(self, *, broken_off: bool = False) -> None:
        """End the chord. broken_off: not by the user, so a letter may still follow."""
        self._broken_off = broken_off and self._session.armed_category is not None
        self._session.arm_category(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the keys of the focused widget first."""
        event_type = event.type()
        if event_type == QEvent.Type.ShortcutOverride:
            if self._is_chord_key(event) or self._belongs_to_widget(watched, event):
                event.accept()
                return True
            if event.key() not in MODIFIER_KEYS:
                self._broken_off = False
        elif event_type == QEvent.Type.KeyPress:
            self._tab_pressed = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if self._is_chord_key(event):
                self._press(event)
                return True
            if self._is_free_letter(watched, event):
                text = self.tr("No category has the key {key}.")
                self._session.notify(text.format(key=letter_of(event)))
                return True
        elif event_type == QEvent.Type.WindowDeactivate and watched is self._window:
            self.cancel(broken_off=True)
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
        elif isinstance(new, TagChip):
            self._forget_chord()  # a digit is about that chip now

    def _on_other_song(self, _song: object) -> None:
        self._forget_chord()
        if self._session.armed_category is not None:
            self.cancel(broken_off=True)

    def _on_changed(self, changes: Changes) -> None:
        """A decision made otherwise, by mouse or undo, ends what was begun."""
        if changes.tags and not self._acting:
            self._forget_chord()
            self.cancel()

    def _forget_chord(self) -> None:
        self._judged_tag, self._taken_back, self._levelled = None, None, False

    # -- which keys -------------------------------------------------------------------------

    def _is_chord_key(self, event: QKeyEvent) -> bool:
        """Whether this key is a part of a chord, or was meant to be."""
        session, letter = self._session, letter_of(event)
        if session.library is None or event.modifiers() & COMMAND_MODIFIERS:
            return False
        if is_text_field(QApplication.focusWidget()):
            return False
        if session.armed_category is not None:
            return event.key() == Qt.Key.Key_Escape or bool(letter)
        if letter and (self._broken_off or self._begins(event) is not None):
            return True
        return self._level(event) is not None

    def _is_free_letter(self, widget: QObject, event: QKeyEvent) -> bool:
        """Whether a letter came here that no category, no command and no list of a dock takes."""
        letter = letter_of(event)
        if not letter.isalpha() or event.modifiers() not in PLAIN or event.isAutoRepeat():
            return False
        if not self._session.selection or is_text_field(QApplication.focusWidget()):
            return False
        is_list = isinstance(widget, QTableWidget | QTreeWidget | RowTable | QComboBox)
        return not is_list and not key_names.command_of(letter)

    def _begins(self, event: QKeyEvent) -> int | None:
        return self._category_of(letter_of(event)) if event.modifiers() in PLAIN else None

    def _level(self, event: QKeyEvent) -> int | None:
        """Return the digit that says how strongly a tag holds; None for what means another thing.

        On a chip reached by Tab it is about that chip, unless two letters were pressed there; 0 is
        the window's but after a digit.
        """
        level, focused = level_pressed(event), QApplication.focusWidget()
        follows = self._judged_tag is not None or self._taken_back is not None
        if level is None or (isinstance(focused, TagChip) and not follows):
            return None
        is_command = bool(key_names.command_of(str(level)))
        return level if (self._levelled if level == 0 else not is_command) else None

    def _belongs_to_widget(self, widget: QObject, event: QKeyEvent) -> bool:
        """Text fields keep every key without Ctrl; a button reached by Tab is pressed by Space.

        In a table of a dock arrows move and Enter opens: they are not about the song then.
        """
        if is_text_field(QApplication.focusWidget()):
            held = event.modifiers() & (COMMAND_MODIFIERS | Qt.KeyboardModifier.AltModifier)
            return not held and not Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
        is_table = isinstance(widget, QTableWidget | QTreeWidget | RowTable)
        if is_table and event.modifiers() in PLAIN and event.key() in TABLE_KEYS:
            return True
        pressable = is_table or isinstance(widget, QAbstractButton | QComboBox)
        return pressable and self._by_tab and event.key() in PRESS_KEYS

    # -- what they do -----------------------------------------------------------------------

    def _press(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() or event.key() in MODIFIER_KEYS:
            return
        if (armed := self._session.armed_category) is not None:
            self._end(armed, event)
            return
        was_broken_off, self._broken_off = self._broken_off, False
        category_id, level = self._begins(event), self._level(event)
        if not self._session.selection:
            tagging.tell_nothing_selected(self._session)
        elif category_id is not None:
            self._session.arm_category(category_id)
        elif was_broken_off or level is None:
            text = self.tr("The letter before no longer counts, so {key} did nothing.")
            self._session.notify(text.format(key=letter_of(event)))
        else:
            self._say_how_strongly(level)

    def _end(self, category_id: int, event: QKeyEvent) -> None:
        letter = letter_of(event)
        self.cancel()
        tag = self._tag_of(category_id, letter)
        if tag is not None:
            self._acting = True
            wanted = _state(event)
            state = self._toggle(tag.id, wanted)
            self._acting = False
            self._forget_chord()
            self._judged_tag = tag.id if state in ("yes", "unsure") else None
            if state is None and wanted != "no":
                self._taken_back = tag.id, wanted
        elif event.key() != Qt.Key.Key_Escape:
            self._broken_off = True
            category = self._session.library.codebook.category(category_id)
            text = self.tr("No tag of “{category}” has the key {key}.")
            self._session.notify(text.format(category=category.name, key=letter))

    def _say_how_strongly(self, level: int) -> None:
        session = self._session
        if self._taken_back is not None and level:
            self._restore(*self._taken_back)
        tag_id = self._judged_tag
        if tag_id is None:
            session.notify(
                self.tr("A digit says how strongly a tag holds, right after its two letters.")
            )
            return
        self._acting = True
        self._strengthen(tag_id, intensity_of(level))
        self._acting = False
        self._levelled = level > 0
        if level and not session.bulk:
            name = session.library.codebook.tag(tag_id).name
            text = self.tr("“{tag}”: intensity {level} of 9")
            session.notify(text.format(tag=name, level=level))

    def _restore(self, tag_id: int, state: State) -> None:
        """Give back what the chord took: with a digit after it, it asked for a strength."""
        self._acting = True
        self._toggle(tag_id, state)
        self._acting = False
        self._forget_chord()
        self._judged_tag = tag_id

    def _category_of(self, letter: str) -> int | None:
        if not letter or self._session.library is None:
            return None
        for category in self._session.library.codebook.categories():
            if category.key.upper() == letter:
                return category.id
        return None

    def _tag_of(self, category_id: int, letter: str) -> Tag | None:
        for tag in self._session.library.codebook.tags():
            if tag.category_id == category_id and letter and tag.key.upper() == letter:
                return tag
        return None


def _state(event: QKeyEvent) -> State:
    from core.library.records import State

    if event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return State.UNSURE
    return State.NO if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else State.YES
