"""How common a tag is over the years: both estimates with their ranges, the prediction faint."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from rhythmcap_gui.number_format import number_text, tick_text
from rhythmcap_gui.views.review.prevalence_table import group_name, share_text, year_name
from rhythmcap_gui.views.widgets.chart import Chart
from rhythmcap_gui.views.widgets.chart_data import Axis, ChartData, Series

if TYPE_CHECKING:
    from core.evaluation.prevalence_records import GroupShare, TagPrevalence
    from core.metrics.metric_records import Estimate

ROOM, LEAST_TOP = 1.08, 10.0  # above the highest range; of the axis, in songs of 100
APART = {"decade": 10.0, "year": 1.0}  # years between two points
ASIDE = {"decade": 0.6, "year": 0.06}  # years that an estimate stands beside its place


class PrevalenceChart(Chart):
    """Songs of 100, by decade or year; nothing where the groups are no years."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("rhythmcap-how-common", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(300, 150)
        self.setAccessibleName(self.tr("How common the tag is over the years"))
        self.set_empty_text(self.tr("No song of this library has a year."))

    def sizeHint(self) -> QSize:
        return QSize(480, 240)

    def show_tag(self, tag: TagPrevalence) -> None:
        """Draw the groups that have a year."""
        is_dated = tag.by.value in APART
        dated = [group for group in tag.groups if is_dated and group.order is not None]
        self.show_data(self._data(tag.by.value, dated) if dated else None)

    def _data(self, by: str, groups: list[GroupShare]) -> ChartData:
        apart, aside = APART[by], ASIDE[by]
        middles = [float(group.order or 0) for group in groups]
        ys = {
            "powered": _of_hundred([_ranged(group.powered) for group in groups]),
            "adjusted": _of_hundred([_ranged(group.adjusted) for group in groups]),
            "predicted": _of_hundred([group.predicted for group in groups]),
        }
        before = tuple(middle - aside for middle in middles)
        after = tuple(middle + aside for middle in middles)
        names = self.tr("estimate"), self.tr("adjusted count"), self.tr("predicted, do not cite")
        series = [
            Series(names[0], names[0], "accent", before, ys["powered"], 0, line=False, marks=True),
            Series(names[1], names[1], "good", after, ys["adjusted"], 1, line=False, marks=True),
            Series(names[2], names[2], "faint", tuple(middles), ys["predicted"], 3, line=False,
                   marks=True),
        ]  # fmt: skip
        uprights = [
            (middle + shift, 100.0 * share.low, 100.0 * share.high)
            for middle, group in zip(middles, groups, strict=True)
            for share, shift in ((group.powered, -aside), (group.adjusted, aside))
            if share.low is not None and share.high is not None
        ]
        heights = [y for one in series for y in one.ys if y is not None]
        top = max([LEAST_TOP, *heights, *(high for _, _, high in uprights)])
        return ChartData(
            x=Axis(self.tr("year"), middles[0] - apart, middles[-1] + apart,
                   partial(year_name, by), least_step=apart),
            y=Axis(self.tr("songs of 100"), 0.0, min(top * ROOM, 100.0), tick_text),
            series=tuple(one for one in series if any(y is not None for y in one.ys)),
            readouts=tuple(
                (middle, self._readout(group))
                for middle, group in zip(middles, groups, strict=True)
            ),
            uprights=tuple(uprights),
            table=self._table(groups),
        )  # fmt: skip

    def _table(self, groups: list[GroupShare]) -> tuple[tuple[str, ...], ...]:
        heads = ("group", "songs", "judged_at_random", "share", "low", "high", "adjusted_count")
        rows = [heads]
        for group in groups:
            share = group.powered
            numbers = (share.value, share.low, share.high, group.adjusted.value)
            texts = ["" if number is None else f"{number:.4f}" for number in numbers]
            rows.append(
                (group.group, str(group.n_songs), str(group.n_random), texts[0], texts[1],
                 texts[2], texts[3])
            )  # fmt: skip
        return tuple(rows)

    def _readout(self, group: GroupShare) -> tuple[str, ...]:
        judged = self.tr("{n} of {songs} songs judged at random")
        return (
            group_name(group),
            self.tr("estimate: {}").format(share_text(group.powered)),
            self.tr("adjusted count: {}").format(share_text(group.adjusted)),
            judged.format(n=number_text(group.n_random), songs=number_text(group.n_songs)),
        )


def _ranged(share: Estimate) -> float | None:
    """Return a share that has a range: without one it is no point of a curve."""
    return share.value if share.low is not None else None


def _of_hundred(shares: list[float | None]) -> tuple[float | None, ...]:
    return tuple(None if share is None else 100.0 * share for share in shares)
