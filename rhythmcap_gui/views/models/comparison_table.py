"""Models side by side as one table: a row a tag, a column a measure and model, the best bold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidgetItem,
    QWidget,
)

from core.metrics.metric_records import Estimate
from rhythmcap_gui import glossary, theme
from rhythmcap_gui.views.models.comparison_plot import (
    ENTRIES,
    MEASURES,
    PAIRS,
    letter,
    measure_title,
    shown_value,
)
from rhythmcap_gui.views.models.metric_texts import (
    DASH,
    estimate_text,
    estimate_tip,
    pairs_tip,
    value_text,
)
from rhythmcap_gui.views.widgets.plain_table import LEFT, RIGHT, CopyableTable, make_plain
from rhythmcap_gui.views.widgets.score_format import pair_count

if TYPE_CHECKING:
    from core.evaluation.comparison_records import Comparison, Scorecard

FIGURE_PX, FIRST_PX, SONGS_PX, TAG_PX = 52, 72, 56, 120


class ComparisonTable(CopyableTable):
    """The mean first, then the tags, the most used first. Ctrl+C copies all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, parent)
        self._comparison: Comparison | None = None
        self._measures: tuple[str, ...] = (PAIRS,)
        self.setAccessibleName(self.tr("Comparison by tag"))
        make_plain(self, 24)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(32)
        theme.notifier().theme_changed.connect(self._refill)

    def show_comparison(self, comparison: Comparison) -> None:
        """Fill the table."""
        self._comparison = comparison
        n, titles = len(comparison.models), [measure_title(name) for name in self._measures]
        self.setColumnCount(2 + len(titles) * n)
        heads = [self.tr("Tag"), self.tr("Songs")]
        for title in titles:
            heads += [f"{title if not index else ''}\n{letter(index)}" for index in range(n)]
        self.setHorizontalHeaderLabels(heads)
        tips = [self.tr("Songs with the tag")]
        tips += [
            f"{name}\n{glossary.hint(ENTRIES.get(measure, measure))}"
            for measure in self._measures
            for name in comparison.models
        ]
        for column, tip in enumerate(tips, 1):
            self.horizontalHeaderItem(column).setToolTip(tip)
            self.horizontalHeaderItem(column).setTextAlignment(RIGHT)
        self.horizontalHeaderItem(0).setTextAlignment(LEFT)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(1, SONGS_PX)
        for column in range(2, self.columnCount()):
            self.setColumnWidth(column, FIGURE_PX if (column - 2) % n else FIRST_PX)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setMinimumWidth(min(TAG_PX + FIGURE_PX * (self.columnCount() - 1), 560))
        self._refill()

    def show_details(self, shown: bool) -> None:
        """Show every measure, or only the pairs."""
        self._measures = (PAIRS, *MEASURES) if shown else (PAIRS,)
        if self._comparison is not None:
            self.show_comparison(self._comparison)

    def copied_heads(self) -> list[str]:
        """See CopyableTable."""
        if self._comparison is None:
            return []
        heads = ["tag", "songs"]
        heads += [
            f"{measure_title(measure)} {name}"
            for measure in self._measures
            for name in self._comparison.models
        ]
        return heads

    def _refill(self) -> None:
        comparison = self._comparison
        if comparison is None:
            return
        self.setRowCount(len(comparison.tags) + 1)
        self._fill(0, self.tr("mean"), "", comparison.means, bold=True)
        for row, tag in enumerate(comparison.tags, 1):
            self._fill(row, tag.name, str(tag.support), tag.models)

    def _fill(
        self, row: int, name: str, songs: str, cards: tuple[Scorecard, ...], *, bold: bool = False
    ) -> None:
        self._put(row, 0, name, bold=bold)
        self._put(row, 1, songs, token="dim")
        column = 2
        for measure in self._measures:
            values = [shown_value(card, measure) for card in cards]
            known = [round(value, 2) for value in values if value is not None]
            best = max(known) if len(set(known)) > 1 else None
            for value, card in zip(values, cards, strict=True):
                wins = value is not None and best is not None and round(value, 2) == best
                token = "text" if wins or best is None else "dim"
                item = self._put(row, column, _value_text(measure, value), bold=wins, token=token)
                item.setToolTip(_tip(card, measure, value))
                column += 1

    def _put(
        self, row: int, column: int, text: str, *, bold: bool = False, token: str = "text"
    ) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setTextAlignment(RIGHT if column else LEFT)
        item.setFont(theme.font(bold=bold, figures=True))
        item.setForeground(theme.colour(token))
        self.setItem(row, column, item)
        return item


def _value_text(measure: str, value: float | None) -> str:
    if measure != PAIRS:
        return value_text(value)
    return DASH if value is None else str(pair_count(value))


def _tip(card: Scorecard, measure: str, value: float | None) -> str:
    """Say a number's range, or why there is none."""
    field = "roc_auc" if measure == PAIRS else measure
    if (interval := card.intervals.get(field)) is not None:
        number = Estimate(value, *interval)
        if measure == PAIRS:
            return pairs_tip(number)
        return f"{estimate_text(number)}\n{estimate_tip(number)}"
    return estimate_tip(Estimate(getattr(card, field), reason=card.reason)) if card.reason else ""
