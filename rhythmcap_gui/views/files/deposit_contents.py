"""What goes into a deposit: which songs, whose decisions, a model, checksums of sound files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core.exchange.deposit.deposit_records import DepositOptions
from rhythmcap_gui.number_format import bytes_text
from rhythmcap_gui.view_data import DepositScope
from rhythmcap_gui.views.files.song_choice import SongChoice


class DepositContents(QWidget):
    """scope_changed(): other songs or annotators. changed(): all else."""

    scope_changed = Signal()
    changed = Signal()

    def __init__(self, scope: DepositScope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scope = scope
        self._sizes = dict(scope.models)
        self.songs = SongChoice(scope.songs, with_selected=False)
        self.everyones = QRadioButton(self.tr("All annotators'"))
        self.mine = QRadioButton(self.tr("Only mine"))
        for button in (self.everyones, self.mine):
            button.setEnabled(scope.several)
        self.model = QComboBox()
        self.model.setAccessibleName(self.tr("Model"))
        self.model.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.model.addItem(self.tr("None"), "")
        for name, size in scope.models:
            if size is not None:
                self.model.addItem(name, name)
        self.weights = QCheckBox()
        self.weights.setToolTip(
            self.tr("Without them only its card and its numbers on your songs go in")
        )
        self.checksums = QCheckBox(self.tr("Checksums of the sound files"))
        self.checksums.setToolTip(
            self.tr("Reads every file; others find out with it whether theirs are the same")
        )
        self.everyones.setChecked(True)
        self._lay_out()
        self._connect()
        self._model_chosen()

    def show_options(self, options: DepositOptions) -> None:
        """Choose what these say, as far as it is there. Songs are all of them."""
        can_choose = self._scope.several
        self.mine.setChecked(can_choose and not options.all_annotators)
        self.model.setCurrentIndex(max(0, self.model.findData(options.model)))
        self.weights.setChecked(options.weights)
        self.checksums.setChecked(options.audio_checksums)
        self._model_chosen()

    def options(self, options: DepositOptions) -> DepositOptions:
        """Return options with what is chosen here."""
        query, all_annotators = self.scope()
        model = str(self.model.currentData())
        return replace(
            options,
            query=query,
            all_annotators=all_annotators,
            model=model,
            weights=bool(model) and self.weights.isChecked(),
            audio_checksums=self.checksums.isChecked(),
        )

    def scope(self) -> tuple[str, bool]:
        """Return the search, "" for all songs, and whether everybody's decisions go in."""
        return self.songs.query, self.everyones.isChecked()

    def model_sentence(self) -> list[str]:
        """Say what goes in of the chosen model; nothing where none is chosen."""
        name = str(self.model.currentData())
        if not name:
            return []
        if self.weights.isChecked():
            return [self.tr("The model “{name}” goes in, with its weights.").format(name=name)]
        return [self.tr("Card and numbers of the model “{name}” go in.").format(name=name)]

    def _model_chosen(self) -> None:
        size = self._sizes.get(str(self.model.currentData()))
        text = self.tr("Its weights, too")
        self.weights.setText(f"{text} ({bytes_text(size)})" if size else text)
        self.weights.setEnabled(bool(self.model.currentData()))
        self.changed.emit()

    def _connect(self) -> None:
        self.songs.changed.connect(self.scope_changed)
        group = QButtonGroup(self)
        for button in (self.everyones, self.mine):
            group.addButton(button)
        group.buttonToggled.connect(lambda _button, on: on and self.scope_changed.emit())
        self.model.currentIndexChanged.connect(lambda _row: self._model_chosen())
        self.weights.toggled.connect(lambda _on: self.changed.emit())
        self.checksums.toggled.connect(lambda _on: self.changed.emit())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        parts: Sequence[tuple[str, tuple[QWidget, ...]]] = (
            (self.tr("Songs"), (self.songs,)),
            (self.tr("Decisions"), (self.everyones, self.mine)),
            (self.tr("Model"), (self.model, self.weights)),
            (self.tr("Sound files"), (self.checksums,)),
        )
        for number, (title, widgets) in enumerate(parts):
            if number:
                column.addSpacing(10)
            label = QLabel(title)
            label.setProperty("heading", True)
            for widget in (label, *widgets):
                column.addWidget(widget)
        note = QLabel(self.tr("They stay here: only their checksums go in."), wordWrap=True)
        note.setProperty("caption", True)
        column.addWidget(note)
        column.addStretch(1)
