"""The fields of an ONNX file in the import dialog: how it is to be used."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QLabel, QWidget

from core.models.onnx_records import LOG_MEL, WAVEFORM, OnnxGuess, OnnxRequest
from rhythmcap_gui.number_format import decimal_text

RATES_HZ = (16_000, 22_050, 24_000, 32_000, 44_100, 48_000)
MAX_RATE_HZ, MAX_WINDOW_S = 192_000, 120.0


class OnnxFields(QObject):
    """Rows for a form: sampling rate, input, window, hop and output."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._n_frames = 0
        self.rate = QComboBox(editable=True)
        self.rate.addItems([str(rate) for rate in RATES_HZ])
        self.rate.setValidator(QIntValidator(1, MAX_RATE_HZ, self.rate))
        self.rate.lineEdit().setPlaceholderText(self.tr("The rate it was trained at, in Hz"))
        self.window = _seconds()
        self.hop = _seconds()
        self.hop.setSpecialValueText(self.tr("as long as the window"))
        self.input = QComboBox()
        self.output = QComboBox()
        self.note = QLabel(wordWrap=True)
        self.note.setProperty("caption", True)
        self.rate.editTextChanged.connect(self._refresh)
        self.input.currentIndexChanged.connect(self._input_chosen)
        for box in (self.window, self.hop):
            box.valueChanged.connect(self._refresh)
        self.show_guess(None)

    def add_to(self, form: QFormLayout) -> None:
        """Append the rows to a form."""
        for name, widget in self._rows():
            form.addRow(name, widget)
            if name:
                widget.setAccessibleName(name)

    def set_visible(self, form: QFormLayout, visible: bool) -> None:
        """Show or hide the rows."""
        for _, widget in self._rows():
            form.setRowVisible(widget, visible)
        several = self.output.count() > 1
        form.setRowVisible(self.output, visible and several)

    def show_guess(self, guess: OnnxGuess | None) -> None:
        """Fill in what a file says of itself; empty the fields for None."""
        self._n_frames = guess.n_frames if guess else 0
        self.rate.setEditText(str(guess.rate_hz) if guess and guess.rate_hz else "")
        self._fill_inputs(guess)
        fixed = bool(self._n_frames)
        self.window.setSpecialValueText(
            self.tr("as the file says") if fixed else self.tr("how many seconds?")
        )
        self.window.setEnabled(not fixed)
        self.window.setValue(guess.window_s if guess and not fixed else 0.0)
        self.hop.setValue(guess.hop_s if guess and guess.hop_s != guess.window_s else 0.0)
        self.output.clear()
        self.output.addItems(guess.outputs if guess else ())
        self._refresh()

    def request(self, path: Path, name: str) -> OnnxRequest | None:
        """Return the import that the fields describe; None while something is missing."""
        rate = self.rate.currentText()
        window_s = 0.0 if self._n_frames else self.window.value()
        if not rate.isdecimal() or not (window_s or self._n_frames):
            return None
        kind, recipe, _ = self.input.currentData()
        output = self.output.currentText()
        return OnnxRequest(path, name, int(rate), window_s, self.hop.value(), kind, recipe, output)

    def _rows(self) -> Sequence[tuple[str, QWidget]]:
        return (
            (self.tr("Sampling rate"), self.rate),
            (self.tr("Input"), self.input),
            (self.tr("Window"), self.window),
            (self.tr("Hop"), self.hop),
            (self.tr("Embedding"), self.output),
            ("", self.note),
        )

    def _refresh(self, *_value: object) -> None:
        rate = self.rate.currentText()
        parts = []
        if self._n_frames and rate.isdecimal() and int(rate) and self._takes_samples():
            seconds = decimal_text(self._n_frames / int(rate), 2)
            parts.append(self.tr("Its window is {} s at this rate.").format(seconds))
        parts.append(
            self.tr(
                "RhythmCap tries the file on noise and on silence. It knows no words; start from "
                "it when you learn from your tags."
            )
        )
        self.note.setText(" ".join(parts))
        self.changed.emit()

    def _fill_inputs(self, guess: OnnxGuess | None) -> None:
        """Offer the waveform and each log-mel spectrogram that has as many bands."""
        self.input.clear()
        self.input.addItem(self.tr("the waveform"), (WAVEFORM, "", 0))
        if guess is None:
            return
        for name, rate_hz in guess.recipes:
            text = self.tr("the log-mel spectrogram “{}”").format(name)
            self.input.addItem(text, (LOG_MEL, name, rate_hz))
        if guess.input == LOG_MEL:
            rates = [rate_hz for _, rate_hz in guess.recipes]
            fitting = 1 + rates.index(guess.rate_hz) if guess.rate_hz in rates else 1
            self.input.setCurrentIndex(min(fitting, self.input.count() - 1))

    def _input_chosen(self, *_index: int) -> None:
        data = self.input.currentData()
        if data is not None and data[2]:
            self.rate.setEditText(str(data[2]))
        self._refresh()

    def _takes_samples(self) -> bool:
        data = self.input.currentData()
        return data is not None and bool(data[0] == WAVEFORM)


def _seconds() -> QDoubleSpinBox:
    box = QDoubleSpinBox(decimals=3, maximum=MAX_WINDOW_S, singleStep=0.5)
    box.setSuffix(QCoreApplication.translate("OnnxFields", " s"))
    return box
