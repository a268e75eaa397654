"""Which songs a dialog is about: all, those of the search, the selected ones."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from rhythmcap_gui.number_format import counted
from rhythmcap_gui.view_data import SongScope

SPACING_PX = 6


class SongChoice(QWidget):
    """Emits changed() when other songs were chosen. with_selected: the selected ones, too."""

    changed = Signal()

    def __init__(
        self, scope: SongScope, parent: QWidget | None = None, *, with_selected: bool = True
    ) -> None:
        super().__init__(parent)
        self._scope = scope
        all_songs = counted(self.tr("All {n:# song|# songs}"), n=scope.n_songs)
        self.all = QRadioButton(all_songs if scope.n_songs else self.tr("No song is here yet"))
        self.found = QRadioButton(self._found_text())
        self.found.setEnabled(scope.n_found is not None)
        self.found.setToolTip(scope.query)
        self.chosen = QRadioButton(self._chosen_text())
        self.chosen.setEnabled(bool(scope.selected))
        if not with_selected:
            self.chosen.hide()
        self.all.setChecked(True)
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING_PX)
        for button in (self.all, self.found, self.chosen):
            group.addButton(button)
            column.addWidget(button)
        group.buttonToggled.connect(lambda _button, on: on and self.changed.emit())

    @property
    def query(self) -> str:
        """The search whose songs are chosen; "" for all or the selected ones."""
        return self._scope.query if self.found.isChecked() else ""

    @property
    def song_ids(self) -> tuple[int, ...] | None:
        """The ids of the selected songs; None where these are not chosen."""
        return self._scope.selected if self.chosen.isChecked() else None

    @property
    def has_songs(self) -> bool:
        """Whether there is any song in what is chosen."""
        if self.found.isChecked():
            return bool(self._scope.n_found)
        return self._scope.n_songs > 0

    def _found_text(self) -> str:
        n_found = self._scope.n_found
        if n_found is None:
            return self.tr("Those of the search (there is none)")
        return counted(self.tr("The {n:song|# songs} of the search"), n=n_found)

    def _chosen_text(self) -> str:
        n_selected = len(self._scope.selected)
        if not n_selected:
            return self.tr("The selected ones (none is)")
        return counted(self.tr("The selected {n:song|# songs}"), n=n_selected)
