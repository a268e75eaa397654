"""What songs are compared by: what a model of the library hears in them, or timbre alone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from core.similarity.similarity_records import Basis
from rhythmcap_gui.session import Session
from rhythmcap_gui.similar_data import CompareBy

LEAST_CHARACTERS = 14


class CompareChoice(QComboBox):
    """chosen(CompareBy)."""

    chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._choices: list[CompareBy] = []
        self._by = CompareBy()
        self.setAccessibleName(self.tr("Compare songs by"))
        self.setToolTip(self.tr("What songs are compared by"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LEAST_CHARACTERS)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda row: self._choose(row))
        session.library_changed.connect(self._fill)
        session.model_changed.connect(self._fill)
        session.changed.connect(lambda changes: changes.models and self._fill())
        self._fill()

    def show_choice(self, by: CompareBy) -> None:
        """Show what is chosen; it may have been chosen elsewhere."""
        self._by = by
        if by in self._choices:
            self.setCurrentIndex(self._choices.index(by))

    def _choose(self, row: int) -> None:
        self._by = self._choices[row]
        self.chosen.emit(self._by)

    def _fill(self, *_change: object) -> None:
        library, used = self._session.library, self._session.model
        self.clear()
        self._choices = [CompareBy(), CompareBy(None, Basis.TIMBRE)]
        name = used.name if used is not None else self.tr("the model in use")
        self.addItem(self.tr("What {model} hears").format(model=name))
        self.addItem(self.tr("Timbre alone"))
        tip = self.tr("What songs sound like, whatever is played: no model has learned it")
        self.setItemData(1, tip, Qt.ItemDataRole.ToolTipRole)
        for row in library.models.list() if library is not None else ():
            if used is None or row.id != used.id:
                self._choices.append(CompareBy(row.id))
                self.addItem(self.tr("What {model} hears").format(model=row.name))
        self.setEnabled(used is not None or len(self._choices) > 2)
        self.show_choice(self._by)
