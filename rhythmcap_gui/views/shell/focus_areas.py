"""F6: the keyboard goes from one main part of the window to the next, over those on screen.

Within a part Tab does the rest; no part has so many controls that it takes long. A control that
goes away, or can no longer be used, leaves the keyboard to the window, never to a text field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget
from shiboken6 import isValid

from rhythmcap_gui.views.widgets.text_fields import is_text_field

REASON = Qt.FocusReason.TabFocusReason  # so that Space presses the button that it is on


@dataclass(frozen=True, slots=True)
class FocusArea:
    """A part of the window. start: returns what is used most in it; None for its first control."""

    widgets: tuple[QWidget, ...]
    start: Callable[[], QWidget | None] = lambda: None

    def enter(self) -> None:
        """Give it the keyboard."""
        start = self.start()
        if start is not None and start.isVisible() and start.isEnabled():
            start.setFocus(REASON)
        else:
            enter_first(self.widgets[0])

    def is_visible(self) -> bool:
        """Tell whether it is on screen."""
        return any(map(_is_on_screen, self.widgets))

    def has(self, focused: QWidget | None) -> bool:
        """Tell whether the keyboard is in it."""
        return any(w is focused or w.isAncestorOf(focused) for w in self.widgets if focused)


class FocusAreas(QObject):
    """The parts of a window in their order, and its docks after them."""

    def __init__(self, window: QMainWindow, areas: Sequence[FocusArea]) -> None:
        super().__init__(window)
        self._window, self._areas = window, tuple(areas)
        QApplication.instance().focusChanged.connect(self._keep_from_text)

    def step(self, by: int) -> None:
        """Go to the next part on screen, or the one before (-1); after the last comes the first."""
        areas = [area for area in (*self._areas, *self._docks()) if area.is_visible()]
        if not areas:
            return
        focused = QApplication.focusWidget()
        now = next((n for n, area in enumerate(areas) if area.has(focused)), None)
        if now is None:
            now = -1 if by > 0 else 0
        areas[(now + by) % len(areas)].enter()

    def _keep_from_text(self, old: QWidget | None, new: QWidget | None) -> None:
        """Take the keyboard back where Qt gave it to a text field, for a control that went away.

        Nobody meant to type there: letters are still chords, and undo is about decisions.
        """
        if not is_text_field(new) or old is None or not (isValid(old) and isValid(self._window)):
            return
        is_left_behind = not (old.isVisible() and old.isEnabled())
        if is_left_behind and self._window.isAncestorOf(old) and self._window.isAncestorOf(new):
            self._window.setFocus(Qt.FocusReason.OtherFocusReason)

    def _docks(self) -> Iterator[FocusArea]:
        for dock in self._window.findChildren(QDockWidget):
            yield FocusArea((dock,))


def _is_on_screen(widget: QWidget) -> bool:
    """Tell whether a widget is shown; Qt puts a dock behind the front tab beside its parent."""
    parent = widget.parentWidget()
    beside = parent is not None and not parent.rect().intersects(widget.geometry())
    return widget.isVisible() and (widget.isWindow() or not beside)


def enter_first(widget: QWidget) -> None:
    """Give the keyboard to the first control within a widget that Tab would reach."""
    control = widget
    while (control := control.nextInFocusChain()) is not widget:
        by_tab = control.focusPolicy() & Qt.FocusPolicy.TabFocus
        usable = by_tab and control.isEnabled() and control.isVisible()
        if usable and widget.isAncestorOf(control):
            control.setFocus(REASON)
            return
