"""Which model to learn from: the one in use, another of the library, or all side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QSizePolicy, QWidget

from core.library.records import ModelRow
from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import ALL_MODELS


class ParentChoice(QWidget):
    """A box with the library's models; chosen(model id).

    0 stands for the one in use, ALL_MODELS for it and all others that were not learned here.
    """

    chosen = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._wanted = session, True
        self.box = QComboBox()
        self.box.setAccessibleName(self.tr("Start from"))
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.box.setToolTip(self.tr("The new model hears as this one does, and learns your tags"))
        self.box.activated.connect(lambda _index: self.chosen.emit(self.box.currentData()))
        label = QLabel(self.tr("Start from"))
        label.setProperty("dim", True)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(label, self.box)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        session.library_changed.connect(self._fill)
        session.model_changed.connect(self._fill)
        session.changed.connect(lambda changes: changes.models and self._fill())
        self._fill()

    def show_if_useful(self, *, wanted: bool) -> None:
        """Show it where it is wanted and there is something to choose."""
        self._wanted = wanted
        self.setVisible(wanted and self.box.count() > 1)

    def _fill(self, *_change: object) -> None:
        former, library, active = self.box.currentData() or 0, self._session.library, None
        self.box.clear()
        if library is not None:
            active = self._session.model
        if active is not None:
            in_use = self.tr("{} (in use)").format(active.name)
            self.box.addItem(in_use, 0)
            others = [row for row in library.models.list() if row.id != active.id]
            for row in sorted(others, key=lambda row: not self._session.is_recommended(row)):
                self.box.addItem(self._name(row), row.id)
            lineage = _lineage(active, others)
            if any(not row.learned_here and row.id not in lineage for row in others):
                self.box.addItem(self.tr("All models together"), ALL_MODELS)
                hint = self.tr("Slower, and a little better: your tags are learned from what all "
                               "your models hear")  # fmt: skip
                self.box.setItemData(self.box.count() - 1, hint, Qt.ItemDataRole.ToolTipRole)
        index = max(0, self.box.findData(former))
        self.box.setCurrentIndex(index)
        if former and not index:  # it is gone, or in use now
            self.chosen.emit(0)
        self.show_if_useful(wanted=self._wanted)

    def _name(self, row: ModelRow) -> str:
        if self._session.is_recommended(row):
            return self.tr("{} (recommended)").format(row.name)
        return row.name


def _lineage(model: ModelRow, others: Sequence[ModelRow]) -> set[int]:
    """Return the models that one was learned from: they hear what it hears, nothing beside it."""
    parents = {row.id: row.parent_id for row in others}
    found, parent_id = set(), model.parent_id
    while parent_id is not None and parent_id not in found:
        found.add(parent_id)
        parent_id = parents.get(parent_id)
    return found
