"""What learning did to each tag: in plain words, and drawn with its range, before and now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from rhythmcap_gui import glossary, theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.views.models import metric_texts
from rhythmcap_gui.views.models.interval_delegate import INTERVAL, DrawnNumber, IntervalDelegate
from rhythmcap_gui.views.widgets.plain_table import LEFT, RIGHT, make_plain

if TYPE_CHECKING:
    from core.metrics.metric_records import Estimate, TagMetrics
    from core.training.finetune_records import FinetuneResult

TAG, WORDS, DRAWN, PAIRS, SIGN = range(5)
WIDTHS = {DRAWN: 120, PAIRS: 108, SIGN: 28}  # px
TAG_PX, LEAST_WORDS_PX = 110, 170
ROW_PX, ROW_2_PX, CELL_PAD_PX = 24, 40, 8


class TagResults(QTableWidget):
    """A row a tag, the most used first; tags with too few songs say so.

    tag_opened: one was double-clicked, or Enter pressed.
    """

    tag_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self.setHorizontalHeaderLabels([
            self.tr("Tag"), self.tr("On songs kept aside"), self.tr("Pairs, drawn"),
            self.tr("Pairs of 100"), "",
        ])  # fmt: skip
        for column in (TAG, WORDS, DRAWN):
            self.horizontalHeaderItem(column).setTextAlignment(LEFT)
        self.horizontalHeaderItem(PAIRS).setTextAlignment(RIGHT)
        self.horizontalHeaderItem(WORDS).setToolTip(glossary.hint("kept_aside"))
        self.horizontalHeaderItem(PAIRS).setToolTip(glossary.hint("pairs"))
        self.horizontalHeaderItem(DRAWN).setToolTip(
            self.tr("The bar is the 95 % range; the dotted line is guessing (50); the hollow dot "
                    "is the model before.")
        )  # fmt: skip
        self.setAccessibleName(self.tr("Result for each tag"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setItemDelegateForColumn(DRAWN, IntervalDelegate(self))
        make_plain(self, ROW_PX)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(24)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column, width in WIDTHS.items():
            head.resizeSection(column, width)
        head.setSectionResizeMode(TAG, QHeaderView.ResizeMode.Interactive)
        head.resizeSection(TAG, TAG_PX)
        head.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        self._outcome: FinetuneResult | None = None
        self.cellActivated.connect(lambda row, _column: self._open(row))
        theme.notifier().theme_changed.connect(self._repaint)

    def show_outcome(self, outcome: FinetuneResult) -> None:
        """Fill the table, once for an outcome."""
        if outcome is not self._outcome:
            self._outcome = outcome
            self._repaint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow table drops the drawing, whose figure stands beside it, then wraps words."""
        super().resizeEvent(event)
        others = self.horizontalHeader().sectionSize(TAG) + sum(WIDTHS.values())
        self.setColumnHidden(DRAWN, self.viewport().width() - others < LEAST_WORDS_PX)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Make rows of two lines where a sentence does not fit into one."""
        room_px = self.columnWidth(WORDS) - CELL_PAD_PX
        metrics = QFontMetrics(theme.font(figures=True))
        texts = (self.item(row, WORDS).text() for row in range(self.rowCount()))
        fits = all(metrics.horizontalAdvance(text) <= room_px for text in texts)
        self.verticalHeader().setDefaultSectionSize(theme.scaled(ROW_PX if fits else ROW_2_PX))

    def _repaint(self) -> None:
        if self._outcome is None:
            return
        after, before = self._outcome.after, self._outcome.before
        changes = self._outcome.change.tags if self._outcome.change is not None else {}
        order = sorted(after, key=lambda tag: (after[tag].auc is None, -after[tag].support, tag))
        left_out = [(tag, reason) for tag, reason in self._outcome.left_out if tag not in after]
        self.clearSpans()
        self.setRowCount(len(order) + len(left_out))
        for row, tag in enumerate(order):
            self._fill(row, tag, after[tag], before.get(tag), changes.get(tag, {}).get("auc"))
        for row, (tag, reason) in enumerate(left_out, len(order)):
            self._put(row, TAG, tag, LEFT, "dim")
            self._put(row, WORDS, translated(reason), LEFT, "dim")
            self.setSpan(row, WORDS, 1, 4)
        self._fit_rows()

    def _fill(
        self,
        row: int,
        tag: str,
        after: TagMetrics,
        before: TagMetrics | None,
        gained: Estimate | None,
    ) -> None:
        self._put(row, TAG, tag, LEFT)
        self._put(row, WORDS, metric_texts.decision_words(after), LEFT)
        auc = after.estimate("auc")
        tip = metric_texts.pairs_tip(auc)
        drawn = self._put(row, DRAWN, "", LEFT)
        if auc.value is not None and (auc.interval is not None or not auc.reason):
            old = before.auc if before is not None else None
            drawn.setData(INTERVAL, DrawnNumber(auc.value, auc.low, auc.high, old))
        text = metric_texts.pairs_text(auc)
        number = self._put(
            row, PAIRS, text, RIGHT, "faint" if text == metric_texts.DASH else "text"
        )
        for item in (drawn, number):
            item.setToolTip(tip)
        sign, token = metric_texts.difference_sign(gained)
        item = self._put(row, SIGN, sign, Qt.AlignmentFlag.AlignCenter, token)
        if gained is not None:
            words = metric_texts.difference_text(gained)
            item.setToolTip(f"AUC {words}. {metric_texts.difference_tip(gained)}")

    def _put(
        self, row: int, column: int, text: str, align: Qt.AlignmentFlag, token: str = "text"
    ) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setTextAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        item.setForeground(theme.colour(token))
        item.setFont(theme.font(figures=True))
        item.setToolTip(text)
        self.setItem(row, column, item)
        return item

    def _open(self, row: int) -> None:
        if (item := self.item(row, TAG)) is not None:
            self.tag_opened.emit(item.text())
