"""Text from outside is shown as it is written: never as rich text, never with a mnemonic in it.

Qt takes a title like `<img src="file:///…">` for rich text and reads the picture. Here every label
and tooltip is plain unless it was made rich on purpose, and what is put into it was escaped there.
"""

from __future__ import annotations

import textwrap
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QLabel, QLineEdit, QProxyStyle

from core.audio.dates import year_of
from core.printable import one_line

__all__ = ["PlainTextStyle", "literal", "one_line", "tip_text", "typed_year", "without_markup"]

SPIN_PAD_PX = 6  # between figures, the frame and the arrows
TIP_CHARS = 84  # a plain tooltip is as wide as its longest line


class PlainTextStyle(QProxyStyle):
    """Fusion, in which no label guesses whether its text is rich.

    A style polishes every widget before it is measured or shown: our labels, those inside Qt's own
    message boxes and dialogs, and the one that all tooltips are shown in.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")

    def polish(self, target: Any) -> Any:
        """Polish a widget, palette or application; labels that guess are made plain."""
        if isinstance(target, QLabel) and target.textFormat() == Qt.TextFormat.AutoText:
            target.setTextFormat(Qt.TextFormat.PlainText)
        if isinstance(target, QLineEdit) and isinstance(target.parent(), QAbstractSpinBox):
            target.setTextMargins(SPIN_PAD_PX, 0, SPIN_PAD_PX, 0)  # Qt ignores a style sheet's
        return super().polish(target)


def literal(text: str) -> str:
    """Return a text as a button, a menu or a form takes it whose `&` stands for itself."""
    return text.replace("&", "&&")


def without_markup(text: str) -> str:
    """Return a text for the desktop's own notifications, which may read tags in it as HTML."""
    return text.replace("<", "‹")


def tip_text(lines: list[str]) -> str:
    """Return the lines of a tooltip; long ones go on in the next line."""
    return "\n".join(part for line in lines for part in textwrap.wrap(line, TIP_CHARS) or [""])


def typed_year(text: str) -> int | None:
    """Return the year that a user typed in any form that is understood in files; None for none."""
    return year_of(text)
