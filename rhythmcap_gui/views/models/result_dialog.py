"""The dialog with how well a model does: tags and their numbers, and the songs behind them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui import theme
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.views.models import metric_texts
from rhythmcap_gui.views.models.result_tree import ResultTree
from rhythmcap_gui.views.models.tag_songs_pane import TagSongsPane
from rhythmcap_gui.views.widgets.fold_button import FoldButton
from rhythmcap_gui.views.widgets.glossary_link import GlossaryLink
from rhythmcap_gui.views.widgets.placeholder import Placeholder, PlaceholderPage
from rhythmcap_gui.views.widgets.score_format import pair_count
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog

if TYPE_CHECKING:
    from core.evaluation.evaluation_records import Evaluation, ModelResult

SIZE, MAX_SIZE, SHARE_OF_PARENT = (1080, 640), (1700, 980), 0.94
PANE_PX, SHARE_OF_PANE = 316, 0.26


class ResultDialog(WorkDialog):
    """Not modal: a song can be opened and heard beside it.

    measure_requested: score my songs with the model. threshold_set: tag, score or None.
    report_requested: save a report. details_toggled: the measures beside the plain words were shown
    or hidden. forecast_requested(tag): how many more songs it needs.
    """

    measure_requested = Signal()
    song_requested = Signal(int)
    threshold_set = Signal(str, object)
    report_requested = Signal()
    details_toggled = Signal(bool)
    forecast_requested = Signal(str)

    def __init__(
        self,
        title_of: Callable[[int], str],
        parent: QWidget | None = None,
        *,
        details: bool = False,
    ) -> None:
        super().__init__(parent)
        self._result: ModelResult | None = None
        self.title = QLabel()
        self.title.setProperty("title", True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.remark = QLabel(wordWrap=True)
        self.remark.setProperty("dim", True)
        self.remark.setTextFormat(Qt.TextFormat.PlainText)
        self.tree = ResultTree()
        self.pane = TagSongsPane(title_of)
        self.tree.tag_chosen.connect(self._show_songs)
        self.tree.tag_opened.connect(lambda _tag: self.pane.list.setFocus())
        self.pane.song_requested.connect(self.song_requested)
        self.pane.threshold_set.connect(self.threshold_set)
        self._lay_out()
        self.details.setChecked(details)
        self._show_details(details)
        self.tree.setFocus()
        size = parent.size() * SHARE_OF_PARENT if parent is not None else QSize(*SIZE)
        self.resize(size.expandedTo(QSize(*SIZE)).boundedTo(QSize(*MAX_SIZE)))
        pane_px = max(PANE_PX, round(self.width() * SHARE_OF_PANE))
        self.parts.setSizes([self.width() - pane_px, pane_px])

    def show_result(self, result: ModelResult, tag: str = "") -> None:
        """Show what is known; tag: the one to begin with."""
        self._result = result
        self.setWindowTitle(self.tr("Result: {}").format(result.name))
        self.title.setText(result.name)
        self._show_remark()
        measured = result.evaluation is not None
        for button in (self.details, self.columns, self.copy, self.export):
            button.setEnabled(measured)
        self.measure.setProperty("primary", not measured)
        self.measure.style().unpolish(self.measure)
        self.measure.style().polish(self.measure)
        self.pages.setCurrentIndex(0 if measured else 1)
        self.tree.show_result(result)
        if tag or not self.tree.chosen:
            self.tree.choose(tag)
        if not self.tree.chosen:
            self.pane.clear(self.tr("Choose a tag to see its songs."))

    def measured(self, result: ModelResult, tag: str = "") -> None:
        """Show what was measured just now; tag: the one to begin with."""
        self.work.end()
        self._refresh()
        self.show_result(result, self.tree.chosen or tag)

    def _stopped_text(self) -> str:
        return self.tr("Cancelled.")

    def _refresh(self, *_change: object) -> None:
        self.measure.setEnabled(not self.work.running)

    def _lay_out(self) -> None:
        self.parts = QSplitter(Qt.Orientation.Horizontal)
        self.parts.setChildrenCollapsible(False)
        self.parts.addWidget(self.tree)
        self.parts.addWidget(self.pane)
        self.parts.setStretchFactor(0, 1)
        self.parts.setStretchFactor(1, 0)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.parts)
        unknown = Placeholder(
            self.tr("Not tested on your songs yet"),
            self.tr("Test it on all judged songs that it has not learned from."),
        )
        self.pages.addWidget(PlaceholderPage(unknown, "panel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.remark)
        column.addLayout(self._questions())
        column.addWidget(self.pages, 1)
        column.addWidget(self.work)
        column.addLayout(self._buttons())

    def _questions(self) -> QHBoxLayout:
        """What may be asked about the sentence above: more numbers, and what they mean."""
        self.details = FoldButton(self.tr("Details"))
        self.details.setToolTip(self.tr("Measures such as AUC, F1 and MCC, and thresholds"))
        self.details.toggled.connect(self._show_details)
        self.details.unfolded.connect(self.details_toggled)
        self.changed = QPushButton(self.tr("What did it change its mind about?"), autoDefault=False)
        self.forecast = QPushButton(self.tr("How many more songs?"), autoDefault=False)
        self.forecast.setToolTip(self.tr("Forecast what tags need, from their learning curves"))
        self.forecast.clicked.connect(lambda: self.forecast_requested.emit(self.tree.chosen))
        for button in (self.changed, self.forecast):
            button.setProperty("link", True)
        self.changed.setToolTip(self.tr("Tags that songs gained and lost since the model before"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.details)
        row.addWidget(GlossaryLink("kept_aside"))
        row.addSpacing(16)
        row.addWidget(self.forecast)
        row.addWidget(self.changed)
        row.addStretch(1)
        return row

    def _show_details(self, shown: bool) -> None:
        self.tree.show_details(shown)
        self.columns.setVisible(shown)
        self._show_remark()

    def _show_remark(self) -> None:
        self.remark.setText(self._remarks(self._result) if self._result is not None else "")
        self.remark.setVisible(bool(self.remark.text()))

    def _buttons(self) -> QHBoxLayout:
        self.columns = QPushButton(self.tr("Columns"), autoDefault=False)
        self.columns.setToolTip(self.tr("Show and hide columns"))
        self.columns.clicked.connect(self._show_columns)
        self.copy = QPushButton(theme.icon("copy"), self.tr("Copy the table"), autoDefault=False)
        self.copy.setToolTip(self.tr("With tabs between the columns, for a spreadsheet"))
        self.copy.clicked.connect(
            lambda: QApplication.clipboard().setText(self.tree.as_text())
        )  # fmt: skip
        self.export = QPushButton(self.tr("Export…"), autoDefault=False)
        self.export.setToolTip(self.tr("The table as a CSV file"))
        self.export.clicked.connect(self._export)
        self.report = QPushButton(self.tr("Save a report…"), autoDefault=False)
        self.report.setToolTip(self.tr("All of it as one page, to read and to print"))
        self.report.clicked.connect(self.report_requested)
        self.measure = QPushButton(self.tr("Test on my songs"), autoDefault=False)
        self.measure.setToolTip(
            self.tr("Listen to all judged songs that it has not learned from, and count them, too")
        )
        self.measure.clicked.connect(self.measure_requested)
        # not the default: Enter sets a threshold, or opens a song
        close = QPushButton(self.tr("Close"), autoDefault=False)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.columns, self.copy, self.export, self.report, self.measure):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _show_columns(self) -> None:
        menu = self.tree.column_menu(self)
        menu.popup(self.columns.mapToGlobal(self.columns.rect().bottomLeft()))

    def _export(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Export the table"), str(Path.home() / f"{self.title.text()}.csv"),
            self.tr("Tables (*.csv)"),
        )  # fmt: skip
        if name:
            from rhythmcap_gui.views.widgets.chart_export import write  # charts load late

            problem = write(Path(name), self.tree.as_csv())
            text = problem or self.tr("Written: {}").format(name)
            self.work.end(text, good=not problem)

    def _show_songs(self, tag: str) -> None:
        evaluation = self._result.evaluation if self._result is not None else None
        if evaluation is not None and tag in evaluation.per_tag:
            threshold = evaluation.per_tag[tag].decision_threshold
            own = tag in evaluation.own_thresholds
            self.pane.show_songs(tag, evaluation.songs_of(tag), threshold, own=own)

    def _remarks(self, result: ModelResult) -> str:
        if result.evaluation is None:
            return ""
        evaluation = result.evaluation
        parts = [self._pairs(evaluation), self._what_songs(evaluation), *self._changes(result)]
        if evaluation.unknown:
            parts.append(
                self.tr("Tags it has no word for: {}.").format(", ".join(evaluation.unknown))
            )
        if result.n_looks > 1:
            parts.append(
                self.tr("You have looked at results of these songs {} times: a model chosen by "
                        "them again and again looks better than it is.").format(result.n_looks)
            )  # fmt: skip
        return " ".join(part for part in parts if part)

    def _pairs(self, evaluation: Evaluation) -> str:
        measured = evaluation.measurement
        wauc = measured.means["wauc"]
        if wauc.value is None or wauc.reason:
            return metric_texts.estimate_tip(wauc)
        n_tags = sum(tag.auc is not None for tag in measured.tags.values())
        text = self.tr("Puts a right song above a wrong one in {} of 100 pairs: {:# tag|# tags}, "
                       "{:# song|# songs} by {:# artist|# artists}.")  # fmt: skip
        pairs, songs = metric_texts.pairs_text(wauc), measured.n_songs
        sentence = counted(text, pairs, n_tags, songs, measured.n_artists)
        if self.details.isChecked():
            sentence += f" WAUC {metric_texts.estimate_text(wauc)}."
        if evaluation.n_without_artist:
            template = self.tr("Songs without an artist count as one of their own: {}.")
            sentence += " " + template.format(evaluation.n_without_artist)
        return sentence

    def _what_songs(self, evaluation: Evaluation) -> str:
        if not evaluation.held_out_only:
            return self.tr("Songs that it learned from count, too, so it looks better than it is.")
        own = evaluation.n_out_of_fold
        parts = []
        if own and own == evaluation.measurement.n_songs:
            parts.append(self.tr("For testing, each song was kept aside in turn: its score is by "
                                 "a model that had not learned from it."))  # fmt: skip
        elif own:
            text = self.tr("It learned from {n:# of them; for testing, it was|# of them; for "
                           "testing, they were} kept aside in turn.")  # fmt: skip
            parts.append(counted(text, n=own))
        if evaluation.n_unmeasured:
            parts.append(self.tr("Left out, as they were not kept aside: {}.").format(
                evaluation.n_unmeasured
            ))  # fmt: skip
        return " ".join(parts)

    def _changes(self, result: ModelResult) -> list[str]:
        parts = []
        change = result.change.means.get("wauc") if result.change is not None else None
        if change is not None and change.interval is not None:
            text = self.tr("Compared with the model before: {}.")
            parts.append(text.format(metric_texts.trend_text(change)))
            if self.details.isChecked():
                text = self.tr("WAUC changed by {}; a tag not known before counts as .5.")
                parts.append(text.format(metric_texts.difference_text(change)))
        now = result.evaluation.measurement.means["wauc"].value if result.evaluation else None
        if result.stored_wauc is not None and now is not None and now != result.stored_wauc:
            parts.append(
                self.tr("When it learned, it was {} of 100: decisions have changed since.").format(
                    pair_count(result.stored_wauc)
                )
            )
        return parts
