"""How the spectrogram looks: its colours, brightness and contrast; how it zooms and follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QSlider, QWidget, QWidgetAction

from rhythmcap_gui.views.listening.colour_maps import NAMES

STEPS = 100
MOST_CONTRAST = 3.0


class PictureMenu(QMenu):
    """A menu that stays open while its sliders are moved."""

    colour_map_chosen = Signal(str)
    adjustment_changed = Signal(float, float)  # brightness -1..1, contrast 1/3..3

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_along = False  # read at every step of the playhead
        self.setToolTipsVisible(True)
        self.brightness = _slider(self.tr("Brightness"))
        self.contrast = _slider(self.tr("Contrast"))
        self.to_loop = self._entry(self.tr("Zoom to the loop"))
        self.fit = self._entry(self.tr("Show the whole song"))
        self.scroll_along = self._entry(self.tr("Scroll along while playing"))
        self.scroll_along.setCheckable(True)
        self.scroll_along.toggled.connect(self._set_along)
        self.scroll_along.setToolTip(self.tr("Otherwise the view moves on at its end"))
        self.addSeparator()
        self._maps = QActionGroup(self)
        for name in NAMES:
            action = self._entry(name.capitalize())
            action.setCheckable(True)
            action.setData(name)
            self._maps.addAction(action)
        self._maps.triggered.connect(lambda action: self.colour_map_chosen.emit(action.data()))
        self.addSeparator()
        self.addAction(self._sliders())
        self.addAction(self.tr("As measured")).triggered.connect(self.reset)
        for slider in (self.brightness, self.contrast):
            slider.valueChanged.connect(self._moved)

    def set_colour_map(self, name: str) -> None:
        """Tick the map in use."""
        for action in self._maps.actions():
            action.setChecked(action.data() == name)

    def adjustment(self) -> tuple[float, float]:
        """Return brightness -1..1 and contrast 1/3..3 of the sliders; 0 and 1 are as measured."""
        return (
            self.brightness.value() / STEPS,
            MOST_CONTRAST ** (self.contrast.value() / STEPS),
        )

    def state(self) -> dict[str, Any]:
        """Return what a restored session needs."""
        sliders = [self.brightness.value(), self.contrast.value()]
        return {"look": sliders, "go_along": self.is_along}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Restore what state gave."""
        if len(sliders := state.get("look", ())) == 2:
            self.brightness.setValue(int(sliders[0]))
            self.contrast.setValue(int(sliders[1]))
        self.scroll_along.setChecked(bool(state.get("go_along")))

    def reset(self) -> None:
        """Show the picture as measured."""
        self.brightness.setValue(0)
        self.contrast.setValue(0)

    def _set_along(self, is_along: bool) -> None:
        self.is_along = is_along

    def _moved(self) -> None:
        self.adjustment_changed.emit(*self.adjustment())

    def _entry(self, text: str) -> QAction:
        """Add an entry that is kept: made here, so that Python knows for sure when Qt deletes it.

        An action that Qt makes is known by its address only, and that may have been another's.
        """
        action = QAction(text, self)
        self.addAction(action)
        return action

    def _sliders(self) -> QWidgetAction:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(26, 4, 12, 4)  # under the words of the entries
        for row, slider in enumerate((self.brightness, self.contrast)):
            label = QLabel(slider.accessibleName())
            label.setBuddy(slider)
            grid.addWidget(label, row, 0)
            grid.addWidget(slider, row, 1)
        action = QWidgetAction(self)
        action.setDefaultWidget(box)
        return action


def _slider(name: str) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(-STEPS, STEPS)
    slider.setPageStep(STEPS // 5)
    slider.setFixedWidth(140)
    slider.setAccessibleName(name)
    return slider
