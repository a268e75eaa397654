"""F1: every key on one sheet, by menu, as they are in force now."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui import theme
from rhythmcap_gui.view_data import KeyRow

MOST_COLUMNS, COLUMN_PX = 3, 380
CAPS_PX = 148
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class KeysSheet(QDialog):
    """Groups of rows in up to three columns, as the screen has room; scrolls downwards."""

    def __init__(self, rows: Sequence[KeyRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        groups = [(name, list(group)) for name, group in groupby(rows, lambda row: row.group)]
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(24, 16, 24, 16)
        columns.setSpacing(32)
        fitting = self.screen().availableSize().width() // theme.scaled(COLUMN_PX)
        for share in _shares(groups, max(1, min(fitting, MOST_COLUMNS))):
            columns.addLayout(_column(share), 1)
        scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        scroll.setAccessibleName(self.tr("Keys"))
        scroll.setWidget(inside)
        text = self.tr(
            "Single letters work while no text field has the focus. "
            "Keys can be changed in the settings."
        )
        hint = QLabel(text, wordWrap=True)
        hint.setProperty("dim", True)
        hint.setContentsMargins(24, 0, 24, 12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addWidget(hint)
        self.resize(1180, 740)


def _shares(
    groups: list[tuple[str, list[KeyRow]]], n_columns: int
) -> list[list[tuple[str, list[KeyRow]]]]:
    """Return the groups dealt to columns of about equal height, in order."""
    goal = sum(len(rows) + 2 for _name, rows in groups) / n_columns
    shares: list[list[tuple[str, list[KeyRow]]]] = [[] for _ in range(n_columns)]
    height = 0.0
    for name, rows in groups:
        middle = height + (len(rows) + 2) / 2
        shares[min(int(middle / goal), n_columns - 1)].append((name, rows))
        height += len(rows) + 2
    return shares


def _column(groups: list[tuple[str, list[KeyRow]]]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    for name, rows in groups:
        heading = QLabel(name)
        heading.setProperty("heading", True)
        column.addWidget(heading)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for number, row in enumerate(rows):
            grid.addWidget(_caps(row), number, 0, LEFT)
            words = QLabel(row.text, wordWrap=True)
            words.setProperty("dim", not row.own)
            grid.addWidget(words, number, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)
        column.addSpacing(12)
    column.addStretch(1)
    return column


def _caps(row: KeyRow) -> QWidget:
    """Make the keys of an action, beside each other where there is room."""
    made = QWidget()
    caps = [_cap(name) for name in dict.fromkeys(_name(row, key) for key in row.keys)]
    wide = sum(cap.sizeHint().width() for cap in caps) > theme.scaled(CAPS_PX)
    line = QVBoxLayout(made) if wide else QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(4)
    for cap in caps:
        line.addWidget(cap, 0, Qt.AlignmentFlag.AlignLeft)
    line.addStretch(1)
    made.setMinimumWidth(max(theme.scaled(CAPS_PX), line.minimumSize().width()))
    return made


def _name(row: KeyRow, key: str) -> str:
    """Return a key's name in the language of the window; Return and Enter may be one word."""
    native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return native if row.action_id and native else key


def _cap(name: str) -> QLabel:
    cap = QLabel(name)
    cap.setProperty("keycap", True)
    cap.ensurePolished()
    return cap
