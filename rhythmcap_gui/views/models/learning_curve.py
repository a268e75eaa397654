"""The curve of training a network: loss, and WAUC on songs kept aside, by epoch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from rhythmcap_gui.number_format import counted, decimal_text
from rhythmcap_gui.views.widgets.chart import Chart
from rhythmcap_gui.views.widgets.chart_data import Axis, ChartData, ReferenceLine, Series
from rhythmcap_gui.views.widgets.score_format import score_text

if TYPE_CHECKING:
    from core.training.finetune_records import EpochReport, FinetuneResult

WAUC_FLOOR = 0.5  # what guessing gives; the axis begins lower only where a value is lower
LEAST_EPOCHS_IN_VIEW = 3
LEAST_STEP = 0.01  # the ticks are written with two digits


class LearningCurve(Chart):
    """WAUC from guessing (0.5) to 1, loss from 0 to its highest; the legend says the last values.

    With the result also the WAUC before and the epoch whose weights are kept.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("rhythmcap-learning", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 90)
        self._shown: tuple[tuple[EpochReport, ...], FinetuneResult | None] | None = None
        self.show_reports(())

    def sizeHint(self) -> QSize:
        return QSize(480, 140)

    def show_reports(
        self, reports: tuple[EpochReport, ...], result: FinetuneResult | None = None
    ) -> None:
        """Draw the reports of the epochs, oldest first.

        The same again draws nothing: progress within an epoch comes many times a second.
        """
        if self._shown is not None and self._shown[0] == reports and self._shown[1] is result:
            return
        self._shown = (reports, result)
        self.setAccessibleName(self._spoken(reports))
        self.set_empty_text(self.tr("The curve begins with the first epoch."))
        self.show_data(self._chart_data(reports, result) if reports else None)

    def build(self) -> None:
        """Make axes and series before there is an epoch to draw, as nobody waits for them."""
        from core.training.finetune_records import EpochReport

        if self.plot is None:
            self.build_plot(self._chart_data((EpochReport(1, 2, 1.0, 0.5, 0.0),), None))

    def _spoken(self, reports: tuple[EpochReport, ...]) -> str:
        if not reports:
            return self.tr("Learning curve: nothing yet")
        last = reports[-1]
        text = self.tr("Learning curve: epoch {}, loss {}").format(
            last.epoch, decimal_text(last.loss, 3)
        )
        return f"{text}, WAUC {score_text(last.wauc)}" if last.wauc is not None else text

    def _chart_data(
        self, reports: tuple[EpochReport, ...], result: FinetuneResult | None
    ) -> ChartData:
        epochs = tuple(float(report.epoch) for report in reports)
        losses = tuple(report.loss for report in reports)
        waucs = tuple(report.wauc for report in reports)
        known = [wauc for wauc in waucs if wauc is not None]
        before = result.wauc_before if result is not None else None
        floor = min([WAUC_FLOOR, *known, WAUC_FLOOR if before is None else before])
        legend = self.tr("loss {}").format(decimal_text(losses[-1], 3))
        series = [Series("loss", legend, "bad", epochs, losses)]
        if known:
            legend = self.tr("WAUC on songs kept aside {}").format(score_text(known[-1]))
            series.append(Series("WAUC", legend, "accent", epochs, waucs, on_right=True))
        return ChartData(
            x=Axis(self.tr("epoch"), 1.0, max(float(reports[-1].epochs), 2.0), "{:.0f}".format,
                   least_step=1.0, least_span=LEAST_EPOCHS_IN_VIEW - 1.0),
            y=Axis("loss", 0.0, max(losses) * 1.05 or 1.0, _loss_text, least_step=LEAST_STEP),
            right=Axis("WAUC", floor, 1.0, score_text, least_step=LEAST_STEP) if known else None,
            series=tuple(series),
            readouts=tuple((float(report.epoch), self._readout(report, result))
                           for report in reports),
            references=self._references(result) if result is not None and known else (),
            table=_table(reports),
        )  # fmt: skip

    def _readout(self, report: EpochReport, result: FinetuneResult | None) -> tuple[str, ...]:
        lines = [
            self.tr("epoch {} of {}").format(report.epoch, report.epochs),
            self.tr("loss {}").format(decimal_text(report.loss, 4)),
        ]
        if report.wauc is not None:
            text = self.tr("WAUC on songs kept aside {}")
            lines.append(text.format(exact_score_text(report.wauc)))
        if result is not None:
            text = self.tr("learned from {:# song|# songs}, {} kept aside")
            lines.append(counted(text, result.n_train, result.n_measured))
        return tuple(lines)

    def _references(self, result: FinetuneResult) -> tuple[ReferenceLine, ...]:
        lines = []
        if result.wauc_before is not None:
            name = self.tr("before {}").format(score_text(result.wauc_before))
            lines.append(ReferenceLine(name, result.wauc_before, "accent", on_right=True))
        kept = int(result.card.settings.get("best_epoch") or 0)
        if kept:
            name = self.tr("kept: epoch {}").format(kept)
            lines.append(ReferenceLine(name, float(kept), "good", upright=True))
        return tuple(lines)


def exact_score_text(score: float) -> str:
    """Format a score with four digits, for a readout: ".8123"."""
    text = f"{abs(score):.4f}"
    sign = "−" if score < 0 and float(text) else ""
    return sign + text.removeprefix("0")


def _loss_text(loss: float) -> str:
    return decimal_text(loss, 2)


def _table(reports: tuple[EpochReport, ...]) -> tuple[tuple[str, ...], ...]:
    rows = [
        (str(report.epoch), repr(report.loss), "" if report.wauc is None else repr(report.wauc))
        for report in reports
    ]
    return (("epoch", "loss", "held_out_wauc"), *rows)
