"""Is it getting better? What was predicted before decisions, in the order they were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QWidget

from rhythmcap_gui.number_format import counted, number_text
from rhythmcap_gui.views.review.progress_chart import ProgressChart, pairs_with_range
from rhythmcap_gui.views.widgets.findings_dialog import FindingsDialog

if TYPE_CHECKING:
    from core.evaluation.prequential_records import PrequentialCurve

SIZE, WIDEST_TAG_PX = QSize(820, 520), 360


class ProgressDialog(FindingsDialog):
    """A curve of one tag, or of all together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SIZE, parent)
        self._found: tuple[PrequentialCurve, ...] = ()
        self.setWindowTitle(self.tr("Is it getting better?"))
        self.chart = ProgressChart()
        self.chart.export_ended.connect(self.export_ended)
        self._lay_out()
        self._show_curve()

    def show_found(self, found: tuple[PrequentialCurve, ...]) -> None:
        """Show what was added up; the chosen tag stays chosen."""
        self.work.end()
        self._found = found
        self.offer(self.tag, [curve.tag or self.tr("All tags together") for curve in found])
        self._show_curve()

    def _lay_out(self) -> None:
        self.tag, self.measure = QComboBox(), QComboBox()
        self.tag.setAccessibleName(self.tr("Tag"))
        self.tag.setMinimumWidth(180)
        self.tag.setMaximumWidth(WIDEST_TAG_PX)
        for box in (self.tag, self.measure):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.measure.setAccessibleName(self.tr("Measure"))
        self.measure.addItem(self.tr("Pairs in order"), False)
        self.measure.addItem(self.tr("Surprise (log loss)"), True)
        self.tag.currentIndexChanged.connect(self._show_curve)
        self.measure.currentIndexChanged.connect(self._show_curve)
        self.lay_out([(self.chart, 1)], choices=[self.tag, self.measure])

    def _show_curve(self, *_change: object) -> None:
        index = self.tag.currentIndex()
        curve = self._found[index] if 0 <= index < len(self._found) else None
        for part in (self.tag, self.measure, self.chart):
            part.setVisible(curve is not None)
        if curve is None:
            self.tell("", empty=True)  # it is being added up
            return
        self.tell(self._summary(curve), self._caption(curve))
        self.chart.show_curve(curve, loss=bool(self.measure.currentData()))

    def _summary(self, curve: PrequentialCurve) -> str:
        change = curve.change
        if not curve.points:
            return self.tr("Too few decisions count yet to tell.")
        last = curve.points[-1].auc
        parts = []
        if change.low is None or change.high is None:
            parts.append(self.tr("Whether it became better cannot be told yet."))
        elif change.high < 0.0:
            parts.append(self.tr("It became better: its later predictions surprise less."))
        elif change.low > 0.0:
            parts.append(self.tr("It became worse: its later predictions surprise more."))
        else:
            parts.append(self.tr("Neither better nor worse, as far as can be told."))
        if last.value is not None:
            text = self.tr("Of 100 pairs of the last decisions {pairs} were in order.")
            parts.append(text.format(pairs=pairs_with_range(last)))
        return " ".join(parts)

    def _caption(self, curve: PrequentialCurve) -> str:
        text = self.tr(
            "Each decision was predicted before it was made: {n:# decision counts|# decisions "
            "count}. Left out, as the guess was on screen: {left}. Judge blind, or songs drawn "
            "at random, and more count."
        )
        parts = [counted(text, n=curve.n_decisions, left=number_text(curve.n_left_out))]
        if curve.n_at_once:
            text = self.tr("Decided for many songs at once, so not predicted one by one: {}.")
            parts.append(text.format(number_text(curve.n_at_once)))
        return " ".join(parts)
