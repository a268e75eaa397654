"""The frequency axis of a picture: heights, frequencies and labels in Hz."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from rhythmcap_gui import theme
from rhythmcap_gui.views.listening.pitch_names import axis_label

LABELS_HZ = (1000, 4000, 16000, 500, 2000, 8000, 250, 125)  # the first ones find room first
APART_PX = 18
GAP_PX = 6


class FrequencyAxis:
    """Map the bands of a picture onto its height: band 0 is at the bottom.

    frequencies_hz: float (n_bands,), ascending centres of the bands.
    """

    def __init__(self, frequencies_hz: NDArray[np.float32]) -> None:
        self.frequencies_hz = np.asarray(frequencies_hz, dtype=float)

    def y_of(self, frequency_hz: float, picture: QRect) -> float:
        """Return the height of a frequency in pixels; it may lie outside the picture."""
        bands = len(self.frequencies_hz)
        band = float(np.interp(frequency_hz, self.frequencies_hz, np.arange(bands)))
        return picture.top() + picture.height() * (1 - (band + 0.5) / bands)

    def frequency_at(self, y: float, picture: QRect) -> float:
        """Return the frequency at a height, in Hz, kept within the picture's bands."""
        bands = len(self.frequencies_hz)
        band = (1 - (y - picture.top()) / max(picture.height(), 1)) * bands - 0.5
        return float(np.interp(band, np.arange(bands), self.frequencies_hz))

    def labels(self, picture: QRect) -> list[tuple[int, str]]:
        """Return height and text of the labels that fit, from the bottom up."""
        labels: dict[int, str] = {}
        low, high = self.frequencies_hz[0], self.frequencies_hz[-1] * 1.02
        apart_px = theme.scaled(APART_PX)
        for frequency in LABELS_HZ:
            y = round(self.y_of(frequency, picture))
            if low <= frequency <= high and all(abs(y - other) >= apart_px for other in labels):
                labels[y] = axis_label(frequency)
        return sorted(labels.items(), reverse=True)

    def paint(self, painter: QPainter, picture: QRect) -> None:
        """Draw the labels right-aligned in the gutter left of the picture."""
        painter.setFont(theme.font(theme.CAPTION_PX, figures=True))
        height = painter.fontMetrics().height()
        for y, text in self.labels(picture):
            top = min(max(y - height // 2, picture.top() - 2), picture.bottom() - height + 2)
            painter.setPen(theme.colour("dim"))
            box = QRect(0, top, picture.left() - GAP_PX, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
