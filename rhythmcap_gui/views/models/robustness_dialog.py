"""The dialog on deformed songs: does a model listen to the music or to the mastering?

Chooses what is measured, shows how it goes, and the last result of every model as a table and a
picture. It starts nothing itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui import glossary, theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import counted, decimal_text, moment_text, number_text
from rhythmcap_gui.views.models.deformation_words import AS_IT_IS, deformation_name
from rhythmcap_gui.views.models.metric_texts import estimate_text
from rhythmcap_gui.views.models.robustness_choice import RobustnessChoiceRows
from rhythmcap_gui.views.models.robustness_plot import MOVED, ORDER, WAUC, RobustnessPlot
from rhythmcap_gui.views.models.robustness_table import RobustnessTable
from rhythmcap_gui.views.widgets.glossary_link import GlossaryLink
from rhythmcap_gui.views.widgets.placeholder import Placeholder, PlaceholderPage
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog

if TYPE_CHECKING:
    from core.evaluation.robustness_records import KeptRobustness, Robustness

SIZE, MAX_SIZE, SHARE_OF_PARENT = (1160, 680), (1600, 960), 0.85
ALL = ""  # the picture of all conditions
MAX_NAMED = 3


class RobustnessDialog(WorkDialog):
    """measure_requested(RobustnessChoice); save_requested(KeptRobustness, Path)."""

    measure_requested = Signal(object)
    save_requested = Signal(object, object)

    def __init__(
        self,
        rows: RobustnessChoiceRows,
        results: Mapping[int, KeptRobustness],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Does it listen to the music or to the mastering?"))
        self.rows = rows
        self._results = dict(results)
        self.table = RobustnessTable()
        self.plot = RobustnessPlot()
        self.plot.export_ended.connect(self.tell)
        self.picture, self.measure = QComboBox(), QComboBox()
        self.measure.addItem("WAUC", WAUC)
        self.measure.addItem(self.tr("Scores move by"), MOVED)
        self.measure.addItem(self.tr("Order kept"), ORDER)
        self.remark = QLabel(wordWrap=True)
        self.remark.setProperty("caption", True)
        self._lay_out()
        self._connect()
        self._show_model()
        size = parent.size() * SHARE_OF_PARENT if parent is not None else QSize(*SIZE)
        self.resize(size.expandedTo(QSize(*SIZE)).boundedTo(QSize(*MAX_SIZE)))

    @property
    def kept(self) -> KeptRobustness | None:
        """The result of the chosen model."""
        return self._results.get(self.rows.choice.model_id)

    def show_result(self, model_id: int, kept: KeptRobustness) -> None:
        """Show a new result."""
        self.work.end()
        self._results[model_id] = kept
        self.rows.model.setCurrentIndex(max(0, self.rows.model.findData(model_id)))
        self._show_model()

    def tell(self, text: str, kind: str = "good") -> None:
        """Say how saving went, unless work is shown."""
        if not self.work.running:
            self.work.end(text, good=kind == "good")

    # -- inside -----------------------------------------------------------------------------

    def _stopped_text(self) -> str:
        return self.tr("Stopped; nothing of it is kept.")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        self.copy = QPushButton(theme.icon("copy"), self.tr("Copy the table"), autoDefault=False)
        self.save = QPushButton(self.tr("Save as a table (CSV)…"), autoDefault=False)
        self.start = QPushButton(self.tr("Measure"), default=True)
        self.start.setProperty("primary", True)
        close = QPushButton(self.tr("Close"), autoDefault=False)
        close.clicked.connect(self.reject)
        for widget in (self.copy, self.save, GlossaryLink("robustness")):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.rows)
        column.addWidget(self._pages(), 1)
        column.addWidget(self.remark)
        column.addWidget(self.work)
        column.addLayout(buttons)

    def _pages(self) -> QStackedWidget:
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.plot)
        right = QWidget()
        side = QVBoxLayout(right)
        side.setContentsMargins(12, 0, 0, 0)
        choices = QHBoxLayout()
        self.picture.setAccessibleName(self.tr("Picture"))
        self.measure.setAccessibleName(self.tr("Measure of the picture"))
        choices.addWidget(self.picture)
        choices.addWidget(self.measure)
        choices.addStretch(1)
        side.addLayout(choices)
        side.addWidget(scroll, 1)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.table)
        parts.addWidget(right)
        parts.setSizes([640, 500])
        self._stack = QStackedWidget()
        self._stack.addWidget(parts)
        title = self.tr("This model was not measured yet")
        detail = self.tr(
            "The same songs are scored as they are, and again faster, slower, shifted, compressed, "
            "with noise, with other treble, as MP3, louder, in mono. What moves the scores, the "
            "model listens to. Choose songs and press Measure; it runs in the background."
        )
        self._stack.addWidget(PlaceholderPage(Placeholder(title, detail), "panel"))
        return self._stack

    def _connect(self) -> None:
        self.rows.changed.connect(self._refresh)
        self.rows.model_chosen.connect(lambda _id: self._show_model())
        self.start.clicked.connect(lambda: self.measure_requested.emit(self.rows.choice))
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.table.as_text()))
        self.save.clicked.connect(self._choose_file)
        self.picture.currentIndexChanged.connect(self._draw)
        self.measure.currentIndexChanged.connect(self._draw)
        self.table.itemSelectionChanged.connect(self._follow_table)
        # A bound method: Qt lets go of it with the dialog.
        theme.notifier().theme_changed.connect(self._draw_icon)

    def _draw_icon(self) -> None:
        self.copy.setIcon(theme.icon("copy"))

    def _refresh(self, *_change: object) -> None:
        why_not = self.rows.why_not
        self.start.setEnabled(not why_not and not self.work.running)
        measured = self.kept is not None
        self.start.setText(self.tr("Measure again") if measured else self.tr("Measure"))
        self.start.setToolTip(why_not)
        self.rows.setEnabled(not self.work.running)
        for button in (self.copy, self.save):
            button.setEnabled(measured)

    def _show_model(self) -> None:
        kept = self.kept
        self._stack.setCurrentIndex(1 if kept is None else 0)
        found = kept.found if kept is not None else None
        self.table.show_result(found)
        self.remark.setText("" if kept is None else self._remarks(kept))
        self._fill_pictures(found)
        if found is not None and found.wauc.interval is None and self.measure.currentIndex() == 0:
            self.measure.setCurrentIndex(self.measure.findData(MOVED))
        self._draw()
        self._refresh()

    def _fill_pictures(self, found: Robustness | None) -> None:
        """All conditions, and the deformations that were measured at several strengths."""
        former = self.picture.currentData()
        self.picture.blockSignals(True)
        self.picture.clear()
        self.picture.addItem(self.tr("All deformations"), ALL)
        conditions = found.conditions if found is not None else ()
        for name in dict.fromkeys(result.condition.deformation for result in conditions):
            if name in AS_IT_IS:
                text = self.tr("{}, by strength").format(deformation_name(name))
                self.picture.addItem(text, name)
        self.picture.setCurrentIndex(max(0, self.picture.findData(former)))
        self.picture.blockSignals(False)

    def _follow_table(self) -> None:
        """Show the curve of the row that is chosen, where a curve is shown."""
        result = self.table.condition_row(self.table.currentRow())
        if result is not None and self.picture.currentData() != ALL:
            index = self.picture.findData(result.condition.deformation)
            self.picture.setCurrentIndex(max(0, index))

    def _draw(self, *_index: object) -> None:
        kept, measure = self.kept, self.measure.currentData()
        title = self.measure.currentText()
        self.measure.setToolTip(
            glossary.hint({WAUC: "wauc", MOVED: "score_shift", ORDER: "order_kept"}[measure])
        )
        self.plot.set_empty_text(
            self.tr("No number with a range: judge more songs, of five artists at least.")
        )
        if kept is None:
            self.plot.show_data(None)
        elif (name := self.picture.currentData() or ALL) == ALL:
            self.plot.show_rows(kept.found, measure, title)
        else:
            others = [one.found for one in self._results.values() if one is not kept]
            results = {found.model: found for found in (kept.found, *others)}
            self.plot.show_curve(results, name, measure, title)

    def _remarks(self, kept: KeptRobustness) -> str:
        """Say what the numbers rest on, and what is missing."""
        found = kept.found
        text = self.tr("Measured {when} on {n:# song|# songs} by {artists:# artist|# artists}, "
                       "{judged} of them judged.")  # fmt: skip
        parts = [counted(text, when=moment_text(kept.measured_at), n=found.n_songs,
                         artists=found.n_artists, judged=found.n_judged)]  # fmt: skip
        if found.wauc.value is None:
            text = self.tr("Without decisions there is no WAUC: scores and order are compared with "
                           "the model's own of the songs as they are.")  # fmt: skip
            parts.append(text)
        else:
            parts.append(self.tr("WAUC as they are: {}.").format(estimate_text(found.wauc)))
        shifts = [result.score_shift for result in found.conditions]
        if shifts and shifts[0].reason and shifts[0].value is not None:
            text = self.tr("{} Numbers without one are of these songs alone.")
            parts.append(text.format(translated(shifts[0].reason)))
        if found.n_shortened:
            text = self.tr("Of {n:# song|# songs} the middle {s} s.")
            parts.append(counted(text, n=found.n_shortened, s=decimal_text(found.most_s, 0)))
        if found.n_learned:
            text = self.tr("Of these songs it has learned from {}: its WAUC is too good, look at "
                           "the changes.")  # fmt: skip
            parts.append(text.format(number_text(found.n_learned)))
        if found.n_left_aside:
            text = self.tr(
                "Left out: {n:# song that it learned from|# songs that it learned from}."
            )
            parts.append(counted(text, n=found.n_left_aside))
        parts += [f"{deformation_name(name)}: {translated(why)}" for name, why in found.left_out]
        if found.skipped:
            names = ", ".join(path.name for path, _why in found.skipped[:MAX_NAMED])
            parts.append(self.tr("Could not be read or scored: {}.").format(names))
        return " ".join(parts)

    def _choose_file(self) -> None:
        kept = self.kept
        if kept is None:
            return
        proposed = str(Path.home() / f"{kept.found.model} robustness.csv")
        title, kinds = self.tr("Save as a table"), f"{self.tr('Table')} (*.csv)"
        name, _kind = QFileDialog.getSaveFileName(self, title, proposed, kinds)
        if name:
            path = Path(name)
            self.save_requested.emit(kept, path if path.suffix else path.with_suffix(".csv"))
