"""The ruler under the spectrogram: m:ss at round steps, m:ss.t where the view is short."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.number_format import clock_text
from rhythmcap_gui.views.listening.time_axis import TimeAxis, tick_step_s, ticks_s
from rhythmcap_gui.views.listening.time_pane import TimePane

HEIGHT_PX = 24
TICK_PX = 4
APART_PX = 76
EDGE_GAP_PX = 4


class TimeRuler(TimePane):
    """Labels of the seconds in view."""

    def __init__(self, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(axis, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.scaled(HEIGHT_PX))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a click ends typing
        self.setAccessibleName(self.tr("Time ruler"))
        self.setToolTip(self.tr("Click to go there, drag to loop"))

    def sizeHint(self) -> QSize:
        return QSize(400, theme.scaled(HEIGHT_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.colour("ground"))
        painter.setFont(theme.font(theme.CAPTION_PX, figures=True))
        metrics = QFontMetrics(painter.font())
        tenths = tick_step_s(self.axis.px_per_s, theme.scaled(APART_PX)) < 1
        for second in ticks_s(self.axis, theme.scaled(APART_PX)):
            x = round(self.axis.x_of(second))
            text = clock_text(second + 1e-6, tenths=tenths)
            width = metrics.horizontalAdvance(text)
            left = min(
                max(x - width // 2, self.axis.left_px + EDGE_GAP_PX), self.axis.right_px - width
            )
            if left > event.rect().right() or left + width < event.rect().left():
                continue
            painter.setPen(theme.colour("line"))
            painter.drawLine(x, 0, x, TICK_PX - 1)
            painter.setPen(theme.colour("dim"))
            painter.drawText(left, TICK_PX + metrics.ascent() + 2, text)
        painter.setPen(Qt.PenStyle.NoPen)
