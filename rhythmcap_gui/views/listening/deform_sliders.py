"""The sliders of a deformation: their ends, steps and units, and what is set in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QSlider

from core.audio.playback_records import LiveDeformation
from rhythmcap_gui import theme
from rhythmcap_gui.number_format import decimal_text, score_text

VALUE_PX, SLIDER_PX = 104, 110
KEYS = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Scale:
    """low, high: in units of `step`; page: what a click beside the handle moves it by."""

    low: int
    high: int
    step: float
    page: int


SCALES = {
    "tilt_db": _Scale(-60, 60, 0.1, 10),
    "semitones": _Scale(-100, 100, 0.01, 25),
    "noise": _Scale(0, 40, 0.01, 5),
    "level_db": _Scale(-120, 120, 0.1, 10),
}
KINDS = tuple(SCALES)  # fields of a LiveDeformation


def _tr(text: str) -> str:
    return QCoreApplication.translate("deform_sliders", text)


def kind_name(kind: str) -> str:
    """Return what a slider is called."""
    return {
        "tilt_db": _tr("Treble"), "semitones": _tr("Pitch"), "noise": _tr("Noise"),
        "level_db": _tr("Level"),
    }[kind]  # fmt: skip


def kind_tip(kind: str) -> str:
    """Say what a slider does to the sound."""
    return {
        "tilt_db": _tr("Tilts the spectrum around 1 kHz: so much more at 16 kHz, as much less at "
                       "62 Hz"),
        "semitones": _tr("Shifts all pitches by up to a semitone; the tempo stays"),
        "noise": _tr("Adds white noise; its peak is this share of the song's own"),
        "level_db": _tr("Louder or softer; what goes beyond full scale is cut off"),
    }[kind]  # fmt: skip


def value_text(kind: str, value: float) -> str:
    """Write a value with its unit: "+3.0 dB", "−0.50", ".20"."""
    if not value:
        return "0"
    if kind == "noise":
        return score_text(value)
    digits = 2 if kind == "semitones" else 1
    text = decimal_text(abs(value), digits)
    sign = "+" if value > 0 else "−" if value < 0 else ""
    if kind == "semitones":
        return _tr("{} semitones").format(f"{sign}{text}")
    return f"{sign}{text} dB"


def how_text(live: LiveDeformation) -> str:
    """Say what is set: "+3.0 dB treble, noise of .20 of the peak"."""
    texts = {
        "tilt_db": _tr("{} treble"), "semitones": "{}", "noise": _tr("noise of {} of the peak"),
        "level_db": _tr("{} level"),
    }  # fmt: skip
    values = {kind: getattr(live, kind) for kind in KINDS}
    return ", ".join(
        texts[kind].format(value_text(kind, value)) for kind, value in values.items() if value
    )


class DeformSlider(QObject):
    """A name, a slider and its value; a double click takes it back to 0."""

    moved = Signal()

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind, scale = kind, SCALES[kind]
        self.name = QLabel(kind_name(kind))
        self.value_label = QLabel()
        self.value_label.setFont(theme.font(theme.CAPTION_PX + 1, figures=True))
        self.value_label.setFixedWidth(theme.scaled(VALUE_PX))
        self.value_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.slider = _Slider()
        self.slider.setRange(scale.low, scale.high)
        self.slider.setPageStep(scale.page)
        self.slider.setMinimumWidth(SLIDER_PX)
        self.slider.setProperty("signed", scale.low < 0)
        self.slider.setAccessibleName(kind_name(kind))
        for widget in (self.name, self.slider, self.value_label):
            widget.setToolTip(kind_tip(kind))
        self.slider.valueChanged.connect(self._slid)
        self.show_value(0.0)

    @property
    def value(self) -> float:
        """What it is set to, in the unit of its field."""
        return round(self.slider.value() * SCALES[self._kind].step, 2)

    def show_value(self, value: float) -> None:
        """Set it without telling."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(value / SCALES[self._kind].step))
        self._show_text()

    def setEnabled(self, enabled: bool) -> None:
        """Let it be moved, or not."""
        self.slider.setEnabled(enabled)

    def _slid(self, _value: int) -> None:
        self._show_text()
        self.moved.emit()

    def _show_text(self) -> None:
        text = value_text(self._kind, self.value)
        self.value_label.setText(text)
        self.slider.setAccessibleDescription(text)


class _Slider(QSlider):
    """Has the arrow keys while Tab has led to it; the mouse leaves the keyboard where it is."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in KEYS:
            event.accept()
            return True
        return super().event(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.setValue(0)
