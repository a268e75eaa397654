"""What is to be measured on deformed songs: which model, which songs, which deformations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.evaluation.robustness_records import RobustnessChoice, SongScope
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.plain_text import literal
from rhythmcap_gui.views.models.deformation_words import (
    NAMES,
    deformation_name,
    deformation_tip,
)
from rhythmcap_gui.views.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from core.library.records import ModelRow

MIDDLES_S = (30.0, 60.0, 300.0)
EXCERPT, EXCERPT_S = "excerpt", 30.0


class RobustnessChoiceRows(QWidget):
    """Two rows of controls. changed(): something else is chosen; model_chosen(id).

    counts: how many songs every scope has. problems: why a deformation cannot be done here.
    """

    changed = Signal()
    model_chosen = Signal(int)

    def __init__(
        self,
        models: Sequence[ModelRow],
        active_id: int | None,
        counts: Mapping[SongScope, int],
        problems: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._counts = counts
        self.model, self.songs, self.middle = QComboBox(), QComboBox(), QComboBox()
        for row in models:
            self.model.addItem(row.name, row.id)
        self.model.setCurrentIndex(max(0, self.model.findData(active_id)))
        for scope, text in self._scopes().items():
            self.songs.addItem(counted(text, counts[scope]), scope)
        first = SongScope.JUDGED if counts[SongScope.JUDGED] else SongScope.ALL
        self.songs.setCurrentIndex(self.songs.findData(first))
        for seconds in MIDDLES_S:
            text = self.tr("middle {:.0f} s") if seconds < 100 else self.tr("up to 5 minutes")
            self.middle.addItem(text.format(seconds), seconds)
        self.learned = QCheckBox(self.tr("learned ones, too"))
        self.learned.setToolTip(
            self.tr("Songs the model has learned from: its WAUC is too good on them, changes count")
        )
        self.boxes = {name: QCheckBox(literal(deformation_name(name))) for name in NAMES}
        for name, box in self.boxes.items():
            box.setChecked(name not in problems)
            box.setToolTip(problems.get(name) or deformation_tip(name))
            box.setEnabled(name not in problems)
        self._problems = problems
        self._lay_out()
        self._connect()
        self._middle_changed()

    @property
    def choice(self) -> RobustnessChoice:
        """What is chosen now."""
        names = tuple(name for name, box in self.boxes.items() if box.isChecked())
        return RobustnessChoice(
            int(self.model.currentData() or 0), names, SongScope(self.songs.currentData()),
            float(self.middle.currentData()), self.learned.isChecked(),
        )  # fmt: skip

    @property
    def why_not(self) -> str:
        """Say why nothing can be measured so; "" where it can."""
        choice = self.choice
        if not choice.model_id:
            return self.tr("No model here knows words: learn, or get one (Models).")
        if not choice.deformations:
            return self.tr("Tick at least one deformation.")
        if not self._counts[choice.songs]:
            return self.tr("There is no such song. Judge some, or choose other songs.")
        return ""

    def _scopes(self) -> dict[SongScope, str]:
        return {
            SongScope.JUDGED: self.tr("{:# judged song|# judged songs}"),
            SongScope.SELECTED: self.tr("{:# selected song|# selected songs}"),
            SongScope.ALL: self.tr("all, {:# song|# songs}"),
        }

    def _lay_out(self) -> None:
        first = QWidget()
        row = FlowLayout(first)
        for text, box in (
            (self.tr("Model"), self.model),
            (self.tr("Songs"), self.songs),
            (self.tr("Of each song"), self.middle),
        ):
            row.addWidget(_labelled(text, box))
            box.setAccessibleName(text)
        row.addWidget(_padded(self.learned))
        second = QWidget()
        flow = FlowLayout(second)
        for box in self.boxes.values():
            flow.addWidget(_padded(box))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(first)
        column.addWidget(second)

    def _connect(self) -> None:
        self.model.currentIndexChanged.connect(
            lambda _index: self.model_chosen.emit(int(self.model.currentData() or 0))
        )
        self.middle.currentIndexChanged.connect(lambda _index: self._middle_changed())
        for box in (self.model, self.songs):
            box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        for box in self.boxes.values():
            box.toggled.connect(lambda _on: self.changed.emit())

    def _middle_changed(self) -> None:
        """Of 30 seconds there is no excerpt of 30 seconds."""
        has_more = float(self.middle.currentData()) > EXCERPT_S
        box = self.boxes[EXCERPT]
        box.setEnabled(has_more and EXCERPT not in self._problems)
        box.setChecked(has_more)
        none = self.tr("Of 30 seconds there is no excerpt of 30 seconds: take more of each song.")
        box.setToolTip(deformation_tip(EXCERPT) if has_more else none)
        self.changed.emit()


def _labelled(text: str, box: QComboBox) -> QWidget:
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 12, 0)
    row.setSpacing(6)
    label = QLabel(text)
    label.setBuddy(box)
    row.addWidget(label)
    row.addWidget(box)
    return widget


def _padded(box: QCheckBox) -> QWidget:
    """As high as a box to choose from, and apart from its neighbours."""
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 6, 12, 6)
    row.addWidget(box)
    return widget
