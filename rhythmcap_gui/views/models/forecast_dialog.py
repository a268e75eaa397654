"""How many more songs? What tags need to be learned well, told from their learning curves."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core.evaluation.forecast_records import KeptForecast, Verdict, csv_rows
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import counted, moment_text
from rhythmcap_gui.views.models.forecast_chart import ForecastChart
from rhythmcap_gui.views.models.forecast_table import ForecastTable
from rhythmcap_gui.views.widgets.findings_dialog import FindingsDialog

SIZE = QSize(1180, 660)
TABLE_PX, CHART_PX = 700, 440


class ForecastDialog(FindingsDialog):
    """again_requested(): forecast anew.

    word_requested(tag name): judge it song by song. definition_requested(tag name): see it in the
    codebook. queue_requested(): judge whole songs.
    """

    again_requested = Signal()
    word_requested = Signal(str)
    definition_requested = Signal(str)
    queue_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SIZE, parent)
        self._kept: KeptForecast | None = None
        self._wanted = ""
        self.setWindowTitle(self.tr("How many more songs?"))
        self.stale = QLabel(wordWrap=True)
        self.table, self.chart = ForecastTable(), ForecastChart()
        self.name, self.sentence = QLabel(), QLabel(wordWrap=True)
        self.name.setProperty("heading", True)
        for label in (self.name, self.sentence):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.table.itemSelectionChanged.connect(self._show_tag)
        self.table.itemActivated.connect(lambda _item: self._ask())
        self.chart.export_ended.connect(self.export_ended)
        self._lay_out()
        self._show(is_current=True)

    def show_found(self, kept: KeptForecast, *, is_current: bool = True) -> None:
        """Show a forecast. is_current: it rests on what the library has now."""
        self.work.end()
        self._kept = kept
        self.table.show_tags(kept.tags)
        if self._wanted:
            self.table.choose(self._wanted)
            self._wanted = ""
        self._show(is_current=is_current)

    def show_stale(self, stale: bool) -> None:
        """Say that decisions or the model are others now, or no more."""
        self.stale.setVisible(stale and self._kept is not None)
        self.again.setProperty("primary", stale)
        self.again.style().unpolish(self.again)
        self.again.style().polish(self.again)

    def choose_tag(self, name: str) -> None:
        """Show one of the tags, now or as soon as it is known."""
        self._wanted = name if self._kept is None else ""
        if self._kept is not None and name:
            self.table.choose(name)

    def _stopped_text(self) -> str:
        return self.tr("Stopped: nothing is known yet.") if self._kept is None else ""

    def _refresh(self, *_change: object) -> None:
        self.again.setEnabled(not self.work.running)
        self.again.setVisible(not self.work.running)

    # -- making -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.stale.setText(
            self.tr("Your decisions or the model have changed since then: forecast again.")
        )
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(8, 0, 0, 0)
        column.addWidget(self.name)
        column.addWidget(self.sentence)
        column.addWidget(self.chart, 1)
        column.addLayout(self._tag_buttons())
        self.parts = QSplitter(Qt.Orientation.Horizontal)
        self.parts.setChildrenCollapsible(False)
        self.parts.addWidget(self.table)
        self.parts.addWidget(beside)
        self.parts.setSizes([TABLE_PX, CHART_PX])
        self._make_buttons()
        self.lay_out(
            [(self.stale, 0), (self.parts, 1)],
            buttons=[self.again, self.save],
            remedy=self.judge,
        )

    def _tag_buttons(self) -> QHBoxLayout:
        self.ask = QPushButton(self.tr("Ask me about this tag"), autoDefault=False)
        self.ask.setToolTip(self.tr("Judge it song by song (Enter in the list)"))
        self.ask.clicked.connect(self._ask)
        self.define = QPushButton(self.tr("Open in the codebook"), autoDefault=False)
        self.define.setToolTip(self.tr("Its meaning, when to use it, and sounding examples"))
        self.define.clicked.connect(lambda: self._request(self.definition_requested))
        row = QHBoxLayout()
        row.addWidget(self.ask)
        row.addWidget(self.define)
        row.addStretch(1)
        return row

    def _make_buttons(self) -> None:
        self.judge = QPushButton(self.tr("What to judge next"), autoDefault=False)
        self.judge.setProperty("primary", True)
        self.judge.clicked.connect(self.queue_requested)
        self.again = QPushButton(self.tr("Forecast again"), autoDefault=False)
        self.again.setToolTip(self.tr("Learn the tags from parts of the songs once more"))
        self.again.clicked.connect(self.again_requested)
        self.save = self.save_button(
            self.tr("All tags as a CSV file"), "rhythmcap-more-songs.csv",
            lambda: [] if self._kept is None else csv_rows(self._kept.tags),
        )  # fmt: skip

    # -- showing ------------------------------------------------------------------------------

    def _show(self, *, is_current: bool) -> None:
        kept = self._kept
        has_tags = kept is not None and bool(kept.tags)
        self.parts.setVisible(has_tags)
        self.save.setVisible(has_tags)
        self.tell(
            "" if kept is None else self._summary(kept),
            self._caption(kept) if kept is not None else "",
            empty=not has_tags,
        )
        self.show_stale(not is_current)
        self._refresh()
        self._show_tag()
        if has_tags:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_tag(self) -> None:
        one = self.table.chosen()
        self.chart.show_tag(one)
        self.name.setText("" if one is None else one.tag)
        self.sentence.setText("" if one is None else translated(one.sentence()))
        for button in (self.ask, self.define):
            button.setEnabled(one is not None)
        unclear = one is not None and one.verdict is Verdict.DEFINITION
        wants = one is not None and one.verdict in (Verdict.SONGS, Verdict.UNKNOWN)
        for button, primary in ((self.ask, wants), (self.define, unclear)):
            button.setProperty("primary", primary)
            button.style().unpolish(button)
            button.style().polish(button)

    def _summary(self, kept: KeptForecast) -> str:
        if not kept.tags:
            return self.tr("Of no tag can a forecast be made yet.")
        counts = Counter(one.verdict for one in kept.tags)
        texts = {
            Verdict.GOOD: self.tr("{n:# tag is|# tags are} good enough"),
            Verdict.SONGS: self.tr("{n:# tag needs|# tags need} more songs"),
            Verdict.DEFINITION: self.tr("{n:# tag needs|# tags need} a clearer definition"),
            Verdict.UNKNOWN: self.tr("for {n:# tag|# tags} it cannot be told yet"),
        }
        parts = [counted(text, n=counts[one]) for one, text in texts.items() if counts[one]]
        sentence = f"{', '.join(parts)}."
        return sentence[:1].upper() + sentence[1:]  # any of the parts may come first

    def _caption(self, kept: KeptForecast) -> str:
        if not kept.tags:
            return self.tr(
                "It takes songs judged yes and songs judged no, beside those that the network was "
                "trained on. Judge some first."
            )
        text = self.tr(
            "Forecast on {when} from {n:# decision|# decisions} and what “{model}” hears. Every "
            "tag was learned from parts of the songs, whole artists at a time, and tested on "
            "others. It takes the songs to come to be like the present ones."
        )
        return counted(text, when=moment_text(kept.made_at), n=kept.n_decisions, model=kept.model)

    # -- doing --------------------------------------------------------------------------------

    def _ask(self) -> None:
        self._request(self.word_requested)

    def _request(self, signal: Signal) -> None:
        one = self.table.chosen()
        if one is not None:
            signal.emit(one.tag)
