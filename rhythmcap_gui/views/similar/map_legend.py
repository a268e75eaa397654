"""The legend of the map: what its colours and shapes mean, how many songs; a click hides some."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QLinearGradient, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.number_format import number_text
from rhythmcap_gui.views.similar.map_colours import LegendEntry, score_colour
from rhythmcap_gui.views.similar.map_image import Layer, draw_marks

MARK_PX, RADIUS_PX = 14, 5.0
SCALE_PX = (96, 8)
STOPS = 8


class MapLegend(QWidget):
    """hidden_changed(codes of the looks that are left out)."""

    hidden_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[LegendEntry, ...] = ()
        self._hidden: frozenset[int] = frozenset()
        self.boxes: list[QCheckBox] = []
        self.scale = ScoreScale()
        self._scale_row = QWidget()
        row = QHBoxLayout(self._scale_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (QLabel("0"), self.scale, QLabel("1")):
            row.addWidget(widget)
        self._scale_text = QLabel()
        self._scale_text.setProperty("caption", True)
        row.addWidget(self._scale_text, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._scale_row)

    @property
    def hidden(self) -> frozenset[int]:
        """The codes of the looks that are left out."""
        return self._hidden

    def show_entries(self, entries: Sequence[LegendEntry], *, score_of: str = "") -> None:
        """Show them. score_of: the tag whose scores are shown from 0 to 1; "" for none."""
        self._scale_row.setVisible(bool(score_of))
        self._scale_text.setText(score_of)
        entries = tuple(entries)
        codes = [entry.code for entry in entries]
        if codes != [entry.code for entry in self._entries]:
            self._hidden = frozenset()
            self._make_boxes(len(entries))
        self._entries = entries
        for box, entry in zip(self.boxes, entries, strict=True):
            box.setText(f"{entry.text} ({number_text(entry.n_songs)})")
            box.setIcon(QPixmap.fromImage(mark_image(entry)))
            box.setIconSize(QSize(MARK_PX, MARK_PX))

    def _make_boxes(self, n_boxes: int) -> None:
        for box in self.boxes:
            self._column.removeWidget(box)
            box.deleteLater()
        self.boxes = [QCheckBox(checked=True) for _number in range(n_boxes)]
        for box in self.boxes:
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            box.setToolTip(self.tr("Show these songs on the map"))
            box.clicked.connect(self._follow_boxes)
            self._column.addWidget(box)

    def _follow_boxes(self) -> None:
        pairs = zip(self._entries, self.boxes, strict=True)
        self._hidden = frozenset(entry.code for entry, box in pairs if not box.isChecked())
        self.hidden_changed.emit(self._hidden)


class ScoreScale(QWidget):
    """The colours of scores from 0 to 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(*SCALE_PX)
        theme.notifier().theme_changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = QLinearGradient(0, 0, self.width(), 0)
        for number in range(STOPS + 1):
            colours.setColorAt(number / STOPS, score_colour(number / STOPS))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(self.rect(), 3, 3)
        painter.end()


def mark_image(entry: LegendEntry) -> QImage:
    """Draw the mark of a look, as it stands on the map."""
    middle = np.array([MARK_PX])
    layer = Layer(np.array([0]), entry.argb, entry.shape)
    side = 2 * MARK_PX
    pixels = draw_marks((side, side), (middle, middle), [layer], 2 * RADIUS_PX)
    image = QImage(pixels.data, side, side, 4 * side, QImage.Format.Format_ARGB32_Premultiplied)
    found = image.copy()
    found.setDevicePixelRatio(2)
    return found
