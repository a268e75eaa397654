"""How far annotators agree on every tag: in plain words, with the figures beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from rhythmcap_gui import glossary, theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import counted, score_text
from rhythmcap_gui.plain_text import tip_text
from rhythmcap_gui.views.widgets.plain_table import LEFT, RIGHT, fit_columns, make_plain

if TYPE_CHECKING:
    from core.evaluation.agreement_records import TagAgreement
    from core.metrics.metric_records import Estimate

TAG, WORDS, UNSURE, RAW, KAPPA, ALPHA, AC1 = range(7)
FIGURES = {RAW: "raw", KAPPA: "kappa", ALPHA: "alpha", AC1: "ac1"}
HINTS = {
    WORDS: "agreement",
    UNSURE: "unsure",
    RAW: "agreement",
    KAPPA: "cohen_kappa",
    ALPHA: "krippendorff_alpha",
    AC1: "gwet_ac1",
}
MOST_PX, ROW_PX = 260, 24
DASH = "–"


class AgreementTable(QTableWidget):
    """A row a tag, the least agreement first. The figures are columns that can be hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 7, parent)
        self.setHorizontalHeaderLabels([
            self.tr("Tag"), self.tr("In words"), self.tr("Unsure"), self.tr("Raw"),
            self.tr("Kappa"), self.tr("Alpha"), self.tr("AC1"),
        ])  # fmt: skip
        for column in range(7):
            head = self.horizontalHeaderItem(column)
            head.setTextAlignment(LEFT if column in (TAG, WORDS) else RIGHT)
            if column in HINTS:
                head.setToolTip(glossary.hint(HINTS[column]))
        self.setAccessibleName(self.tr("Agreement on each tag"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        make_plain(self, ROW_PX)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        self._tags: tuple[TagAgreement, ...] = ()
        self._own = False

    def show_tags(self, tags: tuple[TagAgreement, ...], *, own: bool = False) -> None:
        """Show these tags; the row that was chosen stays chosen. own: one ear, heard twice."""
        chosen, self._own = self.chosen_tag(), own
        self._tags = tags
        self.setRowCount(len(tags))
        for row, tag in enumerate(tags):
            self._put(row, TAG, tag.tag, tag.tag)
            self._put(row, WORDS, self._words(tag), translated(tag.sentence()))
            self._put(row, UNSURE, str(tag.n_unsure or ""))
            for column, name in FIGURES.items():
                number = getattr(tag.figures, name)
                self._put(row, column, figure_text(number), figure_tip(number))
            if tag.tag_id == chosen:
                self.selectRow(row)
        self._fit()

    def show_details(self, shown: bool) -> None:
        """Show or hide the columns of figures."""
        for column in FIGURES:
            self.setColumnHidden(column, not shown)
        self._fit()

    def chosen_tag(self) -> int | None:
        """Return the id of the chosen tag; None for none."""
        rows = self.selectionModel().selectedRows()
        return self._tags[rows[0].row()].tag_id if rows else None

    def _words(self, tag: TagAgreement) -> str:
        """Say it in so few words that none is cut beside the figures."""
        words = translated(tag.sentence())
        if tag.figures.n_songs:
            text = self.tr("All agree on {agreed} of {n:# song|# songs}.")
            if self._own:
                text = self.tr("The same answer again on {agreed} of {n:# song|# songs}.")
            words = counted(text, agreed=tag.figures.n_agreed, n=tag.figures.n_songs)
        return self.tr("{} A rare tag.").format(words) if tag.is_rare else words

    def _fit(self) -> None:
        fit_columns(self, (TAG, UNSURE, *FIGURES), theme.scaled(MOST_PX))

    def _put(self, row: int, column: int, text: str, tip: str = "") -> None:
        item = QTableWidgetItem(text)
        item.setTextAlignment(LEFT if column in (TAG, WORDS) else RIGHT)
        if tip:
            item.setToolTip(tip_text([tip]))
        self.setItem(row, column, item)


def figure_text(number: Estimate) -> str:
    """Write a figure from -1 to 1 with its range: “.60 (.02–.88)”; a dash for none."""
    if number.value is None:
        return DASH
    if number.interval is None:
        return _signed(number.value)
    low, high = number.interval
    return f"{_signed(number.value)} ({_signed(low)}–{_signed(high)})"


def figure_tip(number: Estimate) -> str:
    """Say why there is no figure or no range; "" where there are both."""
    return translated(number.reason) if number.reason else ""


def _signed(value: float) -> str:
    return f"−{score_text(-value)}" if value < 0 else score_text(value)
