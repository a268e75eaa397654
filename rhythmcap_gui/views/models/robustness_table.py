"""Deformed songs as a table: a row a condition, its numbers with their 95 % ranges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidgetItem,
    QWidget,
)

from rhythmcap_gui import glossary, theme
from rhythmcap_gui.number_format import number_text
from rhythmcap_gui.plain_text import tip_text
from rhythmcap_gui.views.models.deformation_words import (
    deformation_name,
    deformation_tip,
    strength_text,
)
from rhythmcap_gui.views.models.metric_texts import (
    DASH,
    difference_text,
    difference_tip,
    estimate_text,
    estimate_tip,
    signed_text,
    value_text,
)
from rhythmcap_gui.views.widgets.plain_table import (
    LEFT,
    RIGHT,
    CopyableTable,
    fit_columns,
    make_plain,
)

if TYPE_CHECKING:
    from core.evaluation.robustness_records import ConditionResult, Robustness

ROW_PX, MOST_PX = 24, 190
AGAINST_DECISIONS = (3, 4)  # columns that need them
N_WORDS = 3  # that move most, in a tooltip


class RobustnessTable(CopyableTable):
    """Ctrl+C copies all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 7, parent)
        self._found: Robustness | None = None
        self.setAccessibleName(self.tr("Deformed songs"))
        make_plain(self, theme.scaled(ROW_PX))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalHeaderLabels(self.copied_heads())
        tips = ("", "", self.tr("Songs scored both as they are and deformed"),
                glossary.hint("wauc"),
                self.tr("WAUC deformed minus WAUC as they are, on the same songs"),
                glossary.hint("score_shift"), glossary.hint("order_kept"))  # fmt: skip
        for column, tip in enumerate(tips):
            item = self.horizontalHeaderItem(column)
            item.setToolTip(tip)
            item.setTextAlignment(LEFT if column < 2 else RIGHT)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        theme.notifier().theme_changed.connect(self._refill)

    def show_result(self, found: Robustness | None) -> None:
        """Fill the table; None: empty it."""
        self._found = found
        self._refill()
        for column in AGAINST_DECISIONS:
            self.setColumnHidden(column, found is not None and found.wauc.value is None)
        fit_columns(self, range(self.columnCount()), theme.scaled(MOST_PX))

    def condition_row(self, row: int) -> ConditionResult | None:
        """Return what a row is about."""
        conditions = self._found.conditions if self._found is not None else ()
        return conditions[row] if 0 <= row < len(conditions) else None

    def copied_heads(self) -> list[str]:
        """See CopyableTable."""
        return [
            self.tr("Deformation"), self.tr("Strength"), self.tr("Songs"), "WAUC",
            self.tr("Change"), self.tr("Scores move by"), self.tr("Order kept"),
        ]  # fmt: skip

    def _refill(self) -> None:
        conditions = self._found.conditions if self._found is not None else ()
        self.setRowCount(len(conditions))
        for row, result in enumerate(conditions):
            self._fill(row, result)

    def _fill(self, row: int, result: ConditionResult) -> None:
        name = result.condition.deformation
        self._put(row, 0, deformation_name(name), tip=deformation_tip(name))
        self._put(row, 1, strength_text(name, result.condition.strength), tip=self._clipped(result))
        n_songs = number_text(result.n_songs)
        self._put(row, 2, n_songs, token="dim", tip=_failures(result))
        self._put(row, 3, estimate_text(result.deformed), tip=estimate_tip(result.deformed))
        for column, number, more in (
            (5, result.score_shift, self._moved(result)), (6, result.rank, "")
        ):  # fmt: skip
            # A fact of these songs, whatever others would do; a WAUC without a range says nothing.
            alone = number.value is not None and number.interval is None
            text = value_text(number.value) if alone else estimate_text(number)
            tip = "\n".join(part for part in (more, estimate_tip(number)) if part)
            self._put(row, column, text, tip=tip, token="dim" if alone else "text")
        change = result.change
        self._put(row, 4, difference_text(change), tip=difference_tip(change),
                  token=_token(change.interval))  # fmt: skip

    def _put(self, row: int, column: int, text: str, *, tip: str = "", token: str = "text") -> None:
        item = QTableWidgetItem(text)
        item.setTextAlignment(LEFT if column < 2 else RIGHT)
        item.setFont(theme.font(figures=True))
        item.setForeground(theme.colour("faint" if text == DASH else token))
        item.setToolTip(tip_text(tip.split("\n")) if tip else "")
        self.setItem(row, column, item)

    def _clipped(self, result: ConditionResult) -> str:
        if not result.clipped:
            return ""
        text = self.tr("{percent} % of the samples are cut off at full scale")
        return text.format(percent=f"{100 * result.clipped:.2g}")

    def _moved(self, result: ConditionResult) -> str:
        """Say which words move most."""
        moved = sorted(result.word_changes.items(), key=lambda item: -abs(item[1]))[:N_WORDS]
        words = ", ".join(f"{word} {signed_text(by)}" for word, by in moved)
        return self.tr("Most: {}").format(words) if words else ""


def _failures(result: ConditionResult) -> str:
    from rhythmcap_gui.core_text import translated

    return "\n".join(f"{path.name}: {translated(why)}" for path, why in result.failed[:N_WORDS])


def _token(interval: tuple[float, float] | None) -> str:
    if interval is None or interval[0] <= 0 <= interval[1]:
        return "text"
    return "good" if interval[0] > 0 else "bad"
