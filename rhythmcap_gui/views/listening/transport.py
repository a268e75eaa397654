"""The transport bar: play, position, loop, how the song is shown, device and volume.

It shows the session's playback and emits requests; it owns no player.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLayout,
    QMenu,
    QSlider,
    QToolButton,
    QWidget,
)

from rhythmcap_gui import key_names, theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import clock_text
from rhythmcap_gui.plain_text import literal
from rhythmcap_gui.views.listening.transport_controls import (
    PlayButton,
    PositionLabel,
    SoundProblem,
    SpeedButton,
    Switch,
)

if TYPE_CHECKING:
    from core.audio.playback_records import OutputDevice, PlayerState
    from core.settings import Settings
    from rhythmcap_gui.session import Session

DEVICE_PX = 140
VOLUME_PX = 84
SMALL_VOLUME_PX = 48
LEAST_PX, TEXT_PX = 420, 150  # of the row, and of the figures in it, which grow with large text
PERCENT = 100
USUAL_VOLUME = 0.8


class Transport(QWidget):
    """One row of controls under the pictures."""

    play_requested = Signal()
    loop_requested = Signal(object)
    speed_chosen = Signal(float)
    volume_changed = Signal(float)
    device_chosen = Signal(str)
    view_as_model_changed = Signal(bool)

    def __init__(
        self,
        session: Session,
        devices: Callable[[], Iterable[OutputDevice]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._devices = devices or session.output_devices
        self._unmuted_volume = (
            session.settings.volume or USUAL_VOLUME
        )  # the volume before it was muted
        self.play_button = PlayButton()
        self.position_label = PositionLabel()
        self.loop_button = QToolButton()
        self.speed_button = SpeedButton()
        self.problem = SoundProblem()
        self.as_model = Switch(self.tr("as the model hears it"))
        self.device_button = QToolButton()
        self.mute_button = QToolButton()
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.setMinimumWidth(LEAST_PX - TEXT_PX + theme.scaled(TEXT_PX))
        self._build()
        self._connect()
        self._apply_theme()
        self.show_settings(session.settings)
        self.show_loop(session.loop)
        self.show_song()

    # -- set by the column ------------------------------------------------------------------

    def show_song(self) -> None:
        """Follow the open song."""
        has_song = self.session.song is not None
        self.position_label.set_duration(self.session.duration_s)
        self.position_label.set_position(self.session.position_s)
        for control in (self.play_button, self.as_model, self.position_label):
            control.setEnabled(has_song)

    def show_playback(self, state: PlayerState) -> None:
        """Show that the player has started, stopped or met a problem."""
        self.play_button.set_playing(state.playing)
        problem = translated(state.problem)
        self.problem.setText(problem)
        self.problem.setToolTip(problem)
        self.problem.setVisible(bool(state.problem))
        self.speed_button.show_speed(state.speed)

    def show_loop(self, loop: tuple[float, float] | None) -> None:
        """Show the loop, or none."""
        if loop is not None:
            text = _span_text(loop, tenths=loop[1] - loop[0] < 10)
            self.loop_button.setAccessibleName(self.tr("Loop {span}").format(span=text))
        self._fit()

    def show_settings(self, settings: Settings) -> None:
        """Follow the preferences."""
        with QSignalBlocker(self.volume), QSignalBlocker(self.as_model):
            self.volume.setValue(round(settings.volume * PERCENT))
            self.as_model.setChecked(settings.view_as_model)
        if settings.volume > 0:
            self._unmuted_volume = settings.volume
        self._show_volume(settings.volume)
        self._show_device(settings.output_device)

    def toggle_mute(self) -> None:
        """Mute, or return to the volume before."""
        silent = self.volume.value() == 0
        self.volume.setValue(round(self._unmuted_volume * PERCENT) if silent else 0)

    # -- inside -----------------------------------------------------------------------------

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.loop_button.setAccessibleName(self.tr("Loop"))
        self.problem.hide()
        self.volume.setRange(0, PERCENT)
        self.volume.setPageStep(10)
        self.volume.setFixedWidth(VOLUME_PX)
        for button in (self.loop_button, self.device_button, self.mute_button):
            button.setIconSize(QSize(16, 16))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.loop_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.device_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.device_button.setMenu(QMenu(self.device_button))
        row.addWidget(self.play_button)
        row.addWidget(self.position_label)
        row.addWidget(self.speed_button)
        row.addWidget(self.loop_button)
        row.addWidget(self.problem, 1)
        row.addStretch(1)
        for control in (self.as_model, self.device_button, self.mute_button, self.volume):
            row.addWidget(control)

    def _connect(self) -> None:
        self.play_button.clicked.connect(self.play_requested)
        self.loop_button.clicked.connect(lambda: self.loop_requested.emit(None))
        self.speed_button.chosen.connect(self.speed_chosen)
        self.as_model.toggled.connect(self.view_as_model_changed)
        self.mute_button.clicked.connect(self.toggle_mute)
        self.volume.valueChanged.connect(self._volume_moved)
        self.device_button.menu().aboutToShow.connect(self._list_devices)
        theme.notifier().theme_changed.connect(self._apply_theme)
        self.session.playback_changed.connect(self.show_playback)
        self.session.loop_changed.connect(self.show_loop)
        self.session.settings_changed.connect(self.show_settings)
        self.session.position_changed.connect(self.position_label.set_position)

    def _apply_theme(self) -> None:
        self.loop_button.setIcon(theme.icon("loop", "accent"))
        self.device_button.setIcon(theme.icon("output", "dim"))
        looping = self.tr("Looping these seconds; click to go on")
        key_names.tip(self.loop_button, "loop.clear", looping)
        key_names.tip(self.play_button, "playback.toggle", self.tr("Play or pause"))
        self.as_model.setAccessibleName(self.tr("Show the song as the model hears it"))
        hears = self.tr("Show only what the model is given: 96 bands up to 6 kHz")
        key_names.tip(self.as_model, "view.as_model", hears)
        self.volume.setAccessibleName(self.tr("Volume"))
        self._show_volume(self.volume.value() / PERCENT)

    def _volume_moved(self, percent: int) -> None:
        if percent > 0:
            self._unmuted_volume = percent / PERCENT
        self._show_volume(percent / PERCENT)
        self.volume_changed.emit(percent / PERCENT)

    def _show_volume(self, volume: float) -> None:
        silent = volume <= 0
        self.mute_button.setIcon(theme.icon("mute" if silent else "volume", "dim"))
        name = self.tr("Sound on") if silent else self.tr("Mute")
        self.mute_button.setAccessibleName(name)
        self.mute_button.setToolTip(name)
        self.volume.setToolTip(self.tr("Volume {percent} %").format(percent=round(volume * 100)))

    def _show_device(self, name: str) -> None:
        text = name or self.tr("System output")
        metrics = self.device_button.fontMetrics()
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, DEVICE_PX)
        self.device_button.setText(literal(" " + elided))
        self.device_button.setToolTip(self.tr("Plays on: {device}").format(device=text))
        self.device_button.setAccessibleName(self.tr("Output device, {device}").format(device=text))

    def _list_devices(self) -> None:
        menu = self.device_button.menu()
        menu.clear()
        group = QActionGroup(menu)
        chosen = self.session.settings.output_device
        entries = [("", self.tr("System output"))]
        for device in self._devices():
            mark = self.tr(" (the system's)") if device.is_default else ""
            entries.append((device.name, device.name + mark))
        for name, text in entries:
            action = menu.addAction(literal(text))
            action.setCheckable(True)
            action.setChecked(name == chosen)
            action.triggered.connect(lambda _on=False, name=name: self.device_chosen.emit(name))
            group.addAction(action)

    def _fit(self) -> None:
        """Shorten or hide one control after the other until the row fits."""
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        alone = Qt.ToolButtonStyle.ToolButtonIconOnly
        loop = self.session.loop
        switch = self.as_model
        switch_px = (
            switch.sizeHint().width(), switch.minimumSizeHint().width(), switch.bare_px()
        )  # fmt: skip
        for spared in range(7):
            switch.setMinimumWidth(switch_px[max(0, spared - 4)])
            self.device_button.setToolButtonStyle(alone if spared > 0 else beside)
            self.volume.setFixedWidth(SMALL_VOLUME_PX if spared > 1 else VOLUME_PX)
            self.loop_button.setToolButtonStyle(alone if spared > 3 else beside)
            self.loop_button.setVisible(loop is not None)
            if loop is not None:
                tenths = loop[1] - loop[0] < 10 and spared < 3
                self.loop_button.setText(" " + _span_text(loop, tenths=tenths))  # beside the icon
            self.layout().invalidate()
            if self.layout().totalMinimumSize().width() <= self.width():
                break
        self.layout().activate()  # it was laid out for this width before

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _span_text(loop: tuple[float, float], *, tenths: bool) -> str:
    return f"{clock_text(loop[0], tenths=tenths)}–{clock_text(loop[1], tenths=tenths)}"
