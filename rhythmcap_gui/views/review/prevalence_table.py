"""How common a tag is, group by group: both estimates, and in brackets what not to cite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QTableWidgetItem, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import decimal_text, number_text
from rhythmcap_gui.plain_text import tip_text
from rhythmcap_gui.views.widgets.plain_table import (
    LEFT,
    RIGHT,
    CopyableTable,
    fit_columns,
    make_row_heads,
)

if TYPE_CHECKING:
    from core.evaluation.prevalence_records import GroupShare, TagPrevalence
    from core.metrics.metric_records import Estimate

GROUP, SONGS, JUDGED, YES, SHARE, ADJUSTED, PREDICTED = range(7)
MOST_PX, ROW_PX = 240, 24
CITABLE = Qt.ItemDataRole.UserRole  # whether it has a range, or was counted
DASH = "–"


class PrevalenceTable(CopyableTable):
    """All songs first, then a row a group. Ctrl+C copies all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 7, parent)
        tips = {
            SONGS: self.tr("Songs that the model has a score of"),
            JUDGED: self.tr("Songs of them drawn at random and judged yes or no"),
            SHARE: self.tr(
                "Prediction-powered (PPI++): the judged songs, made more precise by the scores of "
                "all songs; in brackets the 95 % range"
            ),
            ADJUSTED: self.tr(
                "The model's count, corrected for how often it errs on songs drawn at random from "
                "all groups: it takes a yes to sound alike in all of them"
            ),
            PREDICTED: self.tr("What the model alone calls a yes: it errs, do not cite it"),
        }
        heads = [
            "", self.tr("Songs"), self.tr("Judged at random"), self.tr("Yes"),
            self.tr("Of 100 songs"), self.tr("Adjusted count"), self.tr("(Predicted: do not cite)"),
        ]  # fmt: skip
        make_row_heads(self, heads, tips, ROW_PX)
        self.setAccessibleName(self.tr("How common the tag is in each group"))
        theme.notifier().theme_changed.connect(self._recolour)

    def show_tag(self, tag: TagPrevalence) -> None:
        """List all songs and the groups of one tag."""
        groups = list(tag.groups)
        self.setRowCount(len(groups) + 1)
        self._fill_row(0, self.tr("All songs"), tag.whole)
        for row, group in enumerate(groups, 1):
            self._fill_row(row, group_name(group) or self.tr("not known"), group)
        self._recolour()
        fit_columns(self, range(SONGS, PREDICTED + 1), theme.scaled(MOST_PX))

    def _fill_row(self, row: int, name: str, share: GroupShare) -> None:
        predicted = DASH if share.predicted is None else f"({_hundredth(share.predicted)})"
        cells = (
            name, number_text(share.n_songs), number_text(share.n_random),
            number_text(share.n_yes), share_text(share.powered), share_text(share.adjusted),
            predicted,
        )  # fmt: skip
        reasons = {SHARE: share.powered.reason, ADJUSTED: share.adjusted.reason}
        ranges = {SHARE: share.powered.interval, ADJUSTED: share.adjusted.interval}
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setTextAlignment(LEFT if column == GROUP else RIGHT)
            item.setData(CITABLE, ranges.get(column) is not None)
            if reason := reasons.get(column):
                item.setToolTip(tip_text([translated(reason)]))
            elif column == GROUP:
                item.setToolTip(tip_text([name]))
            self.setItem(row, column, item)

    def _recolour(self) -> None:
        """Let what is not to be cited stand back: the prediction, and shares without a range."""
        for row in range(self.rowCount()):
            for column in (SHARE, ADJUSTED, PREDICTED):
                item = self.item(row, column)
                item.setForeground(theme.colour("text" if item.data(CITABLE) else "faint"))


def year_name(by: str, year: float) -> str:
    """Name a year, or the decade that begins with it."""
    text = f"{year:.0f}"
    return QCoreApplication.translate("prevalence", "{}s").format(text) if by == "decade" else text


def group_name(group: GroupShare) -> str:
    """Name a group of songs; "" where it is not known."""
    is_decade = group.order is not None and group.group != str(group.order)
    return year_name("decade", group.order or 0) if is_decade else group.group


def share_text(share: Estimate) -> str:
    """Write a share of 100 with its range, as "17 (11–24)" or "2.5 (0.8–4.1)"; a dash for none.

    What was counted has no range.
    """
    if share.value is None:
        return DASH
    text = _hundredth(share.value)
    if share.low is None or share.high is None or share.low == share.high:
        return text
    return f"{text} ({_hundredth(share.low)}–{_hundredth(share.high)})"


def _hundredth(share: float) -> str:
    percent = 100.0 * share
    return decimal_text(percent, 1 if 0.0 < percent < 10.0 else 0)
