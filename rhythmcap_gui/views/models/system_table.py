"""Systems side by side: what they learn, how sure that is, and what they cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidgetItem,
    QWidget,
)

from rhythmcap_gui import glossary, theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import decimal_text
from rhythmcap_gui.plain_text import tip_text
from rhythmcap_gui.views.models.interval_delegate import INTERVAL, DrawnNumber, IntervalDelegate
from rhythmcap_gui.views.models.metric_texts import DASH, difference_sign, pairs_text, pairs_tip
from rhythmcap_gui.views.models.system_curves import system_colour
from rhythmcap_gui.views.widgets.chart_data import ink, paint_mark
from rhythmcap_gui.views.widgets.plain_table import (
    LEFT,
    RIGHT,
    CopyableTable,
    fit_columns,
    make_plain,
)
from rhythmcap_gui.views.widgets.score_format import pair_count

if TYPE_CHECKING:
    from core.experiments.recommendation_records import Recommendation, SystemEvidence
    from core.metrics.metric_records import Estimate

SYSTEM, DRAWN, PAIRS, DIFFERENCE, SPREAD, BY_SONG, TAGS, FIT, SCORE = range(9)
FITTED = (PAIRS, DIFFERENCE, SPREAD, BY_SONG, TAGS, FIT, SCORE)
DRAWN_PX, MOST_PX, ROW_PX, MARK_PX = 126, 190, 24, 14
HINTS = {DRAWN: "interval", PAIRS: "pairs", DIFFERENCE: "at_once", BY_SONG: "artist_filter"}


class SystemTable(CopyableTable):
    """A row a system, RhythmCap's own way first. Ctrl+C copies all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 9, parent)
        self._found: Recommendation | None = None
        self.setHorizontalHeaderLabels([
            self.tr("System"), self.tr("Pairs, drawn"), self.tr("Pairs of 100"),
            self.tr("Difference"), self.tr("Spread"), self.tr("By song"),
            self.tr("Tags"), self.tr("Learning"), self.tr("A song"),
        ])  # fmt: skip
        tips = {
            SPREAD: self.tr("How much it varies between repetitions with other parts of the songs"),
            TAGS: self.tr("Tags that it could learn, on average; the others count as guessed"),
            FIT: self.tr("Time to learn from all songs"),
            SCORE: self.tr("Time to score a song that was listened to before"),
        }
        for column in range(9):
            head = self.horizontalHeaderItem(column)
            head.setTextAlignment(LEFT if column in (SYSTEM, DRAWN) else RIGHT)
            head.setToolTip(glossary.hint(HINTS[column]) if column in HINTS else tips.get(column))
        self.setAccessibleName(self.tr("Systems that were tried"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegateForColumn(DRAWN, IntervalDelegate(self))
        make_plain(self, ROW_PX)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(SYSTEM, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(DRAWN, DRAWN_PX)
        theme.notifier().theme_changed.connect(self._refill)

    def show_result(self, found: Recommendation | None) -> None:
        """Show the systems of a result; None: no rows."""
        self._found = found
        self._refill()

    def copied_columns(self) -> list[int]:
        """Return all but the drawn one."""
        return [column for column in range(self.columnCount()) if column != DRAWN]

    def copied_heads(self) -> list[str]:
        """See CopyableTable."""
        return [self.horizontalHeaderItem(column).text() for column in self.copied_columns()]

    def _refill(self) -> None:
        systems = self._found.systems if self._found is not None else ()
        self.setRowCount(len(systems))
        for row, system in enumerate(systems):
            self._fill(row, system)
        fit_columns(self, FITTED, theme.scaled(MOST_PX))

    def _fill(self, row: int, system: SystemEvidence) -> None:
        is_chosen = self._found is not None and system.label == self._found.chosen
        name = self._put(row, SYSTEM, translated(system.name), translated(system.title))
        name.setIcon(_mark(row))
        name.setFont(theme.font(bold=is_chosen))
        has_number = system.wauc.value is not None
        reason = translated(system.reason) if system.reason and not has_number else ""
        drawn = self._put(row, DRAWN, "", reason or pairs_tip(system.wauc))
        if has_number:
            colour = "accent" if is_chosen else "dim"
            number = DrawnNumber(
                system.wauc.value, system.wauc.low, system.wauc.high, colour=colour
            )
            drawn.setData(INTERVAL, number)
        self._put(row, PAIRS, pairs_text(system.wauc), reason or pairs_tip(system.wauc))
        self._put_difference(row, system)
        spread = (
            DASH if system.spread is None or reason else "± " + decimal_text(100 * system.spread, 1)
        )
        self._put(row, SPREAD, spread)
        by_song = DASH if system.by_song is None or reason else str(pair_count(system.by_song))
        self._put(row, BY_SONG, by_song)
        self._put(row, TAGS, DASH if reason else decimal_text(system.n_learned, 0))
        self._put(row, FIT, _time_text(system.fit_s))
        self._put(row, SCORE, _time_text(system.score_s))

    def _put_difference(self, row: int, system: SystemEvidence) -> None:
        sign, token = difference_sign(system.difference)
        text = difference_text(system.difference)
        item = self._put(row, DIFFERENCE, f"{sign} {text}".strip(), self._difference_tip(system))
        item.setForeground(theme.colour(token if sign else "text"))

    def _difference_tip(self, system: SystemEvidence) -> str:
        if system.difference.interval is None:
            return ""
        return self.tr("To RhythmCap's own way, on the same songs; the ranges of all systems hold "
                       "at once.")  # fmt: skip

    def _put(self, row: int, column: int, text: str, tip: str = "") -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setTextAlignment(LEFT if column in (SYSTEM, DRAWN) else RIGHT)
        item.setFont(theme.font(figures=True))
        item.setForeground(theme.colour("text" if text != DASH else "dim"))
        if tip:
            item.setToolTip(tip_text([tip]))
        self.setItem(row, column, item)
        return item


def difference_text(number: Estimate) -> str:
    """Write a difference in pairs of 100: “+4 (−1 … +9)”; a dash without a range."""
    if number.value is None or number.interval is None:
        return DASH
    low, high = number.interval
    return f"{_signed(number.value)} ({_signed(low)} … {_signed(high)})"


def _signed(share: float) -> str:
    n_pairs = round(100 * share)
    return "0" if not n_pairs else f"+{n_pairs}" if n_pairs > 0 else f"−{-n_pairs}"


def _time_text(seconds: float | None) -> str:
    if seconds is None:
        return DASH
    if seconds < 0.095:
        return f"{max(round(1000 * seconds), 1)} ms"
    return f"{decimal_text(seconds, 0 if seconds >= 9.5 else 1)} s"


def _mark(index: int) -> QIcon:
    """The mark of a system in the curves."""
    picture = QPixmap(MARK_PX, MARK_PX)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_mark(painter, QPointF(MARK_PX / 2, MARK_PX / 2), index, ink(system_colour(index)))
    painter.end()
    return QIcon(picture)
