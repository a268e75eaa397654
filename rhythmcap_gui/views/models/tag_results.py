"""What fine-tuning did to each tag: songs, AUC, AP and F1, before and now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from rhythmcap_gui import theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.views.widgets.plain_table import LEFT, RIGHT, make_plain
from rhythmcap_gui.views.widgets.score_format import score_text

if TYPE_CHECKING:
    from core.metrics.metric_records import TagMetrics
    from core.training.finetune_records import FinetuneResult

WIDTHS = {1: 56, 2: 92, 3: 92, 4: 92, 5: 28}  # px
MIN_DIFFERENCE = 0.005  # a smaller difference is none


class TagResults(QTableWidget):
    """A row a tag, the most used first; tags with too few songs say so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 6, parent)
        self.setHorizontalHeaderLabels([
            self.tr("Tag"), self.tr("Songs"), self.tr("AUC"), self.tr("AP"), self.tr("F1"), "",
        ])  # fmt: skip
        tip = self.tr("Before → now, on songs it did not learn from")
        for column in (2, 3, 4):
            self.horizontalHeaderItem(column).setToolTip(tip)
            self.horizontalHeaderItem(column).setTextAlignment(RIGHT)
        self.horizontalHeaderItem(0).setTextAlignment(LEFT)
        self.horizontalHeaderItem(1).setTextAlignment(RIGHT)
        self.setAccessibleName(self.tr("Result for each tag"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        make_plain(self, 24)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(24)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column, width in WIDTHS.items():
            head.resizeSection(column, width)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._outcome: FinetuneResult | None = None
        theme.notifier().theme_changed.connect(self._repaint)

    def show_outcome(self, outcome: FinetuneResult) -> None:
        """Fill the table, once for an outcome."""
        if outcome is not self._outcome:
            self._outcome = outcome
            self._repaint()

    def _repaint(self) -> None:
        if self._outcome is None:
            return
        after, before = self._outcome.after, self._outcome.before
        order = sorted(after, key=lambda tag: (after[tag].auc is None, -after[tag].support, tag))
        left_out = [(tag, reason) for tag, reason in self._outcome.left_out if tag not in after]
        self.setRowCount(len(order) + len(left_out))
        for row, tag in enumerate(order):
            self._fill(row, tag, before.get(tag), after[tag])
        for row, (tag, reason) in enumerate(left_out, len(order)):
            self._put(row, 0, tag, LEFT, "dim")
            self._put(row, 1, translated(reason), LEFT, "dim")
            self.setSpan(row, 1, 1, 5)

    def _fill(self, row: int, tag: str, before: TagMetrics | None, after: TagMetrics) -> None:
        self.setSpan(row, 1, 1, 1) if self.columnSpan(row, 1) > 1 else None
        self._put(row, 0, tag, LEFT)
        self._put(row, 1, str(after.support), RIGHT, "dim")
        for column, name in ((2, "auc"), (3, "ap"), (4, "f1")):
            old = getattr(before, name) if before is not None else None
            self._put(row, column, _pair(old, getattr(after, name)), RIGHT)
        sign, token = _sign(before.auc if before is not None else None, after.auc)
        self._put(row, 5, sign, Qt.AlignmentFlag.AlignCenter, token)

    def _put(
        self, row: int, column: int, text: str, align: Qt.AlignmentFlag, token: str = "text"
    ) -> None:
        item = QTableWidgetItem(text)
        item.setTextAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        item.setForeground(theme.colour(token))
        item.setFont(theme.font(figures=True))
        self.setItem(row, column, item)


def _pair(before: float | None, after: float | None) -> str:
    """Format as “.71 → .88”; a dash where there were too few songs."""
    return " → ".join("–" if value is None else score_text(value) for value in (before, after))


def _sign(before: float | None, after: float | None) -> tuple[str, str]:
    if before is None or after is None or abs(after - before) < MIN_DIFFERENCE:
        return "", "dim"
    return ("▲", "good") if after > before else ("▼", "bad")
