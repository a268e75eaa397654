"""Sessions or days of work: minutes, decisions, seconds a decision, what an hour yields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTableWidgetItem, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.number_format import decimal_text, number_text
from rhythmcap_gui.views.review.time_charts import work_name
from rhythmcap_gui.views.widgets.plain_table import (
    LEFT,
    RIGHT,
    CopyableTable,
    fit_columns,
    make_row_heads,
)

if TYPE_CHECKING:
    from core.evaluation.time_ledger_records import Work

BEGAN, MINUTES, DECISIONS, YES, SONGS, SECONDS, AN_HOUR, YES_AN_HOUR, LISTENED, UNDONE = range(10)
MOST_PX, ROW_PX = 200, 24
DASH = "–"


class TimeTable(CopyableTable):
    """A row a session or a day, the latest first. Ctrl+C copies all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 10, parent)
        tips = {
            MINUTES: self.tr("Gaps of more than two minutes between decisions are not counted"),
            SECONDS: self.tr("The median: half of the decisions took less"),
            LISTENED: self.tr("Seconds of the song that sounded before a decision, each once"),
            UNDONE: self.tr("Decisions that were undone: their time counts, they do not"),
        }
        heads = [
            self.tr("Began"), self.tr("Active minutes"), self.tr("Decisions"), self.tr("Yes"),
            self.tr("Songs"), self.tr("Seconds each"), self.tr("An hour"), self.tr("Yes an hour"),
            self.tr("Minutes heard"), self.tr("Undone"),
        ]  # fmt: skip
        make_row_heads(self, heads, tips, ROW_PX)
        self.setAccessibleName(self.tr("Sessions of work"))

    def show_work(self, works: Sequence[Work], *, by_day: bool) -> None:
        """List sessions or days."""
        self.setColumnHidden(LISTENED, all(work.listened_s is None for work in works))
        self.setRowCount(len(works))
        for row, work in enumerate(reversed(works)):
            cells = (
                work_name(work, by_day=by_day), _decimal(work.active_s / 60.0, 1),
                number_text(work.n_decisions), number_text(work.n_yes), number_text(work.n_songs),
                _decimal(work.median_s, 1), _decimal(work.decisions_an_hour, 0),
                _decimal(work.yes_an_hour, 0),
                _decimal(None if work.listened_s is None else work.listened_s / 60.0, 1),
                number_text(work.n_taken_back),
            )  # fmt: skip
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setTextAlignment(LEFT if column == BEGAN else RIGHT)
                self.setItem(row, column, item)
        fit_columns(self, range(MINUTES, UNDONE + 1), theme.scaled(MOST_PX))

    def copied_columns(self) -> list[int]:
        """Return all but what was not recorded."""
        return [column for column in range(10) if not self.isColumnHidden(column)]


def _decimal(value: float | None, digits: int) -> str:
    return DASH if value is None else decimal_text(value, digits)
