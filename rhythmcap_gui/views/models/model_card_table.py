"""How well a model does, tag by tag, as its card keeps it: plain words, and measures on request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from core.metrics.metric_records import TagMetrics
from rhythmcap_gui import glossary, theme
from rhythmcap_gui.views.models import metric_texts
from rhythmcap_gui.views.widgets.plain_table import LEFT, RIGHT, make_plain

ROW_PX, LINES_AROUND = 24, 2  # head and frame
MEASURES = ("auc", "ap", "f1")
TAG, WORDS, PAIRS = range(3)


class ModelCardTable(QTableWidget):
    """A row a tag, the most used first; as high as its rows, since the card scrolls."""

    def __init__(self, per_tag: Mapping[str, Any], parent: QWidget | None = None) -> None:
        metrics = {tag: TagMetrics.from_json(stored) for tag, stored in per_tag.items()}
        names = sorted(metrics, key=lambda tag: (-metrics[tag].support, tag))
        super().__init__(len(names), 3 + len(MEASURES), parent)
        self.setHorizontalHeaderLabels([
            self.tr("Tag"), self.tr("On songs kept aside"), self.tr("Pairs of 100"),
            self.tr("AUC"), self.tr("AP"), self.tr("F1"),
        ])  # fmt: skip
        self.setAccessibleName(self.tr("How well, by tag"))
        make_plain(self, ROW_PX)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        tips = ["", glossary.hint("kept_aside"), glossary.hint("pairs")]
        tips += [glossary.hint(measure) for measure in MEASURES]
        for column, tip in enumerate(tips):
            item = self.horizontalHeaderItem(column)
            item.setTextAlignment(RIGHT if column >= PAIRS else LEFT)
            item.setToolTip(tip)
        for row, name in enumerate(names):
            self._fill(row, name, metrics[name])
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(ROW_PX * (len(names) + LINES_AROUND))

    def show_details(self, shown: bool) -> None:
        """Show the measures, or only the plain words."""
        for column in range(PAIRS + 1, self.columnCount()):
            self.setColumnHidden(column, not shown)

    def _fill(self, row: int, name: str, metrics: TagMetrics) -> None:
        auc = metrics.estimate("auc")
        texts = [name, metric_texts.decision_words(metrics), metric_texts.pairs_text(auc)]
        texts += [metric_texts.value_text(getattr(metrics, measure)) for measure in MEASURES]
        tips = [name, texts[WORDS], metric_texts.pairs_tip(auc)]
        tips += [metric_texts.estimate_tip(metrics.estimate(measure)) for measure in MEASURES]
        for column, (text, tip) in enumerate(zip(texts, tips, strict=True)):
            item = QTableWidgetItem(text)
            item.setFont(theme.font(figures=True))
            item.setToolTip(tip)
            item.setTextAlignment(RIGHT if column >= PAIRS else LEFT)
            self.setItem(row, column, item)
