"""What is wrong with how a window is laid out: texts cut, controls over others or off the edge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QSlider,
    QToolButton,
    QWidget,
)

from rhythmcap_gui.views.listening.transport_controls import Switch
from rhythmcap_gui.views.tags.tag_chip import TagChip
from rhythmcap_gui.views.widgets.elided_label import ElidedLabel
from rhythmcap_gui.views.widgets.key_cap import KeyButton

CONTROLS = (
    QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QProgressBar, QSlider,
)  # fmt: skip
SHORTENED = (ElidedLabel, Switch, TagChip)  # they end in …, and their tooltips say all of it
TOUCH_PX = 1  # borders may share a pixel


def layout_faults(window: QWidget) -> list[str]:
    """Return every fault of what is visible, in words; empty where all is well."""
    return [*cut_texts(window), *overlaps(window), *off_edges(window)]


def cut_texts(window: QWidget) -> list[str]:
    """Words of labels and buttons that are wider or higher than the room they have."""
    found = []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton):
            continue
        if not widget.isVisible() or isinstance(widget, SHORTENED):
            continue
        alone = isinstance(widget, QToolButton) and "Only" in widget.toolButtonStyle().name
        words = re.sub("<[^>]*>|&", "", widget.text())
        if not words or alone:
            continue
        metrics = widget.fontMetrics()
        if getattr(widget, "wordWrap", bool)():
            needed = QPoint(0, widget.heightForWidth(widget.width()))
        else:
            lines = words.split("\n")
            needed = QPoint(max(map(metrics.horizontalAdvance, lines)),
                            metrics.height() * len(lines) - metrics.descent())  # fmt: skip
        if isinstance(widget, KeyButton):
            needed.setX(widget.sizeHint().width())  # with its key cap
        if needed.x() > widget.width() + 1 or needed.y() > widget.height() + 1:
            room = f"{needed.toTuple()} in {widget.size().toTuple()}"
            found.append(f"{type(widget).__name__}: {words} ({room})")
    return found


def overlaps(window: QWidget) -> list[str]:
    """Controls of one parent that lie over each other."""
    found = []
    for parent in [window, *window.findChildren(QWidget)]:
        controls = [child for child in parent.children()
                    if isinstance(child, CONTROLS) and child.isVisible()]  # fmt: skip
        for one, other in combinations(controls, 2):
            common = one.geometry() & other.geometry()
            if common.width() > TOUCH_PX and common.height() > TOUCH_PX:
                found.append(f"{_named(one)} over {_named(other)} by {common.size().toTuple()}")
    return found


def off_edges(window: QWidget) -> list[str]:
    """Controls that reach beyond their parent, but for what is scrolled there."""
    found = []
    for control in _controls(window):
        parent = control.parentWidget()
        if parent.objectName() == "qt_scrollarea_viewport":
            continue
        inside = QRect(QPoint(0, 0), parent.size()).adjusted(-1, -1, 1, 1)
        if not inside.contains(control.geometry()):
            rect, room = control.geometry().getRect(), parent.size().toTuple()
            found.append(f"{_named(control)} beyond {type(parent).__name__}: {rect} in {room}")
    return found


def _controls(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if isinstance(widget, CONTROLS) and widget.isVisible():
            yield widget


def _named(widget: QWidget) -> str:
    words = getattr(widget, "text", str)() or widget.accessibleName()
    return f"{type(widget).__name__} “{words}”"
