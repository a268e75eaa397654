"""The dialog that compares models: on my songs (table, plot), and on the open song."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui import glossary, theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import ModelPredictions
from rhythmcap_gui.views.models import metric_texts
from rhythmcap_gui.views.models.comparison_plot import (
    MEASURES,
    PAIRS,
    ComparisonPlot,
    letter,
    measure_title,
    model_colour,
)
from rhythmcap_gui.views.models.comparison_table import ComparisonTable
from rhythmcap_gui.views.models.taggram_stack import TaggramStack
from rhythmcap_gui.views.widgets.chart_data import ink, paint_mark
from rhythmcap_gui.views.widgets.fold_button import FoldButton
from rhythmcap_gui.views.widgets.glossary_link import GlossaryLink
from rhythmcap_gui.views.widgets.placeholder import Placeholder, PlaceholderPage
from rhythmcap_gui.views.widgets.score_format import pair_count, score_text
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog

if TYPE_CHECKING:
    from core.evaluation.comparison_records import Comparison

SIZE, MAX_SIZE, SHARE_OF_PARENT = (1120, 640), (1600, 900), 0.8
MARK_PX = 16
MAX_LEFT_OUT = 5


class CompareDialog(WorkDialog):
    """Shows results as they come; cancel_requested() stops what still runs.

    details_toggled: the measures beside the pairs were shown or hidden.
    """

    seek_requested = Signal(float)
    loop_requested = Signal(object)
    details_toggled = Signal(bool)

    def __init__(
        self, session: Session, names: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare models"))
        self._comparison: Comparison | None = None
        self._names = names
        self.table = ComparisonTable()
        self.plot = ComparisonPlot()
        self.plot.export_ended.connect(self._show_export)
        self.measure = QComboBox()
        for key in (PAIRS, *MEASURES):
            self.measure.addItem(measure_title(key), key)
        self.measure.setAccessibleName(self.tr("Measure of the plot"))
        self.measure.currentIndexChanged.connect(self._draw)
        self.remark = QLabel(wordWrap=True)
        self.remark.setProperty("caption", True)
        self.stack = TaggramStack(session)
        self.stack.seek_requested.connect(self.seek_requested)
        self.stack.loop_requested.connect(self.loop_requested)
        self._legend = QHBoxLayout()
        self._legend.setSpacing(16)
        self._lay_out()
        self.details.setChecked(session.settings.details)
        self._show_details(session.settings.details)
        self._fill_legend(("",) * len(names))
        size = parent.size() * SHARE_OF_PARENT if parent is not None else QSize(*SIZE)
        self.resize(size.expandedTo(QSize(*SIZE)).boundedTo(QSize(*MAX_SIZE)))

    def show_comparison(self, comparison: Comparison) -> None:
        """Show the numbers."""
        self._comparison = comparison
        self.work.end()
        self._fill_legend(_pairs_texts(comparison))
        self.table.show_comparison(comparison)
        self.copy.setEnabled(True)
        self._draw()
        self.remark.setText(self._remarks(comparison))
        self._songs.setCurrentIndex(0 if comparison.tags else 1)

    def show_predictions(
        self, predictions: Sequence[ModelPredictions], title: str, duration_s: float
    ) -> None:
        """Show the taggrams of the open song."""
        self.work.end()
        self.stack.show_predictions(predictions, title, duration_s)

    def _show_export(self, text: str, kind: str) -> None:
        if not self.work.running:
            self.work.end(text, good=kind == "good")

    def _stopped_text(self) -> str:
        return self.tr("Cancelled.")

    def _lay_out(self) -> None:
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.addTab(self._songs_page(), self.tr("My songs"))
        self.tabs.addTab(self.stack, self.tr("The open song"))
        self.copy = QPushButton(theme.icon("copy"), self.tr("Copy the table"), autoDefault=False)
        self.copy.setToolTip(self.tr("With tabs between the columns, for a spreadsheet"))
        self.copy.setEnabled(False)
        self.copy.clicked.connect(
            lambda: QApplication.clipboard().setText(self.table.as_text())
        )  # fmt: skip
        close = QPushButton(self.tr("Close"), default=True)
        close.clicked.connect(self.reject)
        self.details = FoldButton(self.tr("Details"))
        self.details.setToolTip(self.tr("Measures such as ROC-AUC, AP and MCC"))
        self.details.toggled.connect(self._show_details)
        self.details.unfolded.connect(self.details_toggled)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addWidget(self.details)
        buttons.addWidget(GlossaryLink(PAIRS))
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(self._legend)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.work)
        column.addLayout(buttons)

    def _songs_page(self) -> QWidget:
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plot)
        column.addStretch(1)
        scroll.setWidget(inside)
        right = QWidget()
        side = QVBoxLayout(right)
        side.setContentsMargins(12, 0, 0, 0)
        side.addWidget(self.measure, 0, Qt.AlignmentFlag.AlignRight)
        side.addWidget(scroll, 1)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.table)
        parts.addWidget(right)
        parts.setSizes([640, 440])
        self._songs = QStackedWidget()
        self._songs.addWidget(parts)
        self._songs.addWidget(
            PlaceholderPage(
                Placeholder(
                    self.tr("These models have no word in common"),
                    self.tr(
                        "Say what their words mean in yours (Words…), or compare fewer of them."
                    ),
                ),
                "panel",
            )
        )
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.addWidget(self._songs, 1)
        whole.addWidget(self.remark)
        return page

    def _show_details(self, shown: bool) -> None:
        self.table.show_details(shown)
        self.measure.setVisible(shown)
        if not shown:
            self.measure.setCurrentIndex(0)
        if self._comparison is not None:
            self.remark.setText(self._remarks(self._comparison))

    def _draw(self, *_index: object) -> None:
        self.plot.show_comparison(self._comparison, self.measure.currentData())

    def _fill_legend(self, pairs: Sequence[str]) -> None:
        while (item := self._legend.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for index, (name, count) in enumerate(zip(self._names, pairs, strict=True)):
            self._legend.addWidget(_Mark(index))
            figure = " · " + self.tr("{} of 100 pairs").format(count) if count else ""
            label = QLabel(f"<b>{letter(index)}</b> {escape(name)}{escape(figure)}")
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setToolTip(glossary.hint(PAIRS))
            self._legend.addWidget(label)
        self._legend.addStretch(1)

    def _remarks(self, comparison: Comparison) -> str:
        text = self.tr("Songs: {}. Tags that every model has a word for: {}. For testing, a song "
                       "that a model learned from was kept aside.")  # fmt: skip
        parts = [text.format(comparison.n_songs, len(comparison.tags))]
        parts += self._changes(comparison)
        if comparison.left_out:
            parts.append(self.tr("Not compared: {}.").format(_left_out(comparison.left_out)))
        if comparison.skipped:
            names = ", ".join(path.name for path, _why in comparison.skipped[:3])
            parts.append(self.tr("Could not be read: {}.").format(names))
        if comparison.n_looks > 1:
            parts.append(
                self.tr("You have looked at results of these songs {} times: a model chosen by "
                        "them again and again looks better than it is.").format(comparison.n_looks)
            )  # fmt: skip
        return " ".join(parts)

    def _changes(self, comparison: Comparison) -> list[str]:
        """Say how the models differ, and where one has another WAUC over all its own words."""
        parts = []
        first = comparison.models[0]
        for name, change in zip(comparison.models[1:], comparison.changes, strict=False):
            number = change.means["wauc"]
            if number.interval is None:
                continue
            text = self.tr("{} compared with {}: {}.")
            parts.append(text.format(name, first, metric_texts.trend_text(number)))
            if self.details.isChecked():
                text = self.tr("WAUC of {} minus {}: {}.")
                parts.append(text.format(name, first, metric_texts.difference_text(number)))
        for own, shared in zip(comparison.evaluations, comparison.wauc, strict=False):
            wauc = own.summary.wauc
            if wauc is not None and wauc != shared and self.details.isChecked():
                text = self.tr("{} alone, over all its own words: WAUC {}.")
                parts.append(text.format(own.model, score_text(wauc)))
        return parts


def _pairs_texts(comparison: Comparison) -> list[str]:
    """Write every model's pairs in order with their range; a dash where there can be none."""
    texts = ["" if wauc is None else str(pair_count(wauc)) for wauc in comparison.wauc]
    for index, own in enumerate(comparison.measurements):
        texts[index] = metric_texts.pairs_text(own.means["wauc"])
    return texts


def _left_out(pairs: Sequence[tuple[str, str]]) -> str:
    """Group tags by reason, the reason of most tags first."""
    by_reason: dict[str, list[str]] = {}
    for tag, reason in pairs:
        by_reason.setdefault(reason, []).append(tag)
    texts = []
    for reason, tags in sorted(by_reason.items(), key=lambda item: -len(item[1])):
        more = f" + {len(tags) - MAX_LEFT_OUT}" if len(tags) > MAX_LEFT_OUT else ""
        texts.append(f"{', '.join(tags[:MAX_LEFT_OUT])}{more} ({translated(reason)})")
    return "; ".join(texts)


class _Mark(QWidget):
    """A model's mark as in the plot."""

    def __init__(self, index: int) -> None:
        super().__init__()
        self._index = index
        self.setFixedSize(MARK_PX, MARK_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = ink(model_colour(self._index))
        paint_mark(painter, self.rect().toRectF().center(), self._index, colour)
        painter.end()
