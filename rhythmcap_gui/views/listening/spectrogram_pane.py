"""The spectrogram: loudness over time and mel frequency, drawn from the pyramid.

It draws and emits what was clicked; the column sets the picture and the loop.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.number_format import clock_text, decimal_text
from rhythmcap_gui.views.listening.colour_maps import GREY, ColourMapping
from rhythmcap_gui.views.listening.frequency_axis import FrequencyAxis
from rhythmcap_gui.views.listening.picture_image import display_levels, slice_image
from rhythmcap_gui.views.listening.pitch_names import frequency_text, note_name
from rhythmcap_gui.views.listening.readout import Readout
from rhythmcap_gui.views.listening.saliency_image import STRIP_PX, overlay_image, value_at
from rhythmcap_gui.views.listening.time_axis import TimeAxis
from rhythmcap_gui.views.listening.time_pane import Span, TimePane
from rhythmcap_gui.views.widgets.placeholder import RADIUS_PX, Placeholder, paint_placeholder

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from core.features.picture_records import DisplaySpectrogram
    from core.models.saliency_records import SaliencyMap


class SpectrogramPane(TimePane):
    """The picture with its frequency axis in the gutter on the left."""

    menu_requested = Signal(object)  # QPoint on the screen: colours, brightness, contrast

    def __init__(self, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(axis, parent)
        self.display: DisplaySpectrogram | None = None
        self.frequencies: FrequencyAxis | None = None
        self.colours = ColourMapping()
        self.saliency: SaliencyMap | None = None
        self._saliency_factor = 1.0
        self._placeholder = Placeholder()
        self._drawn: tuple[object, ...] = ()  # what the pixmap shows
        self._pixmap = QPixmap()
        self.readout = Readout(self)
        self.setMinimumHeight(64)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Spectrogram"))
        self.setAccessibleDescription(
            self.tr("Click to go there, drag to loop, wheel to zoom, Shift and wheel to scroll")
        )

    def sizeHint(self) -> QSize:
        return QSize(640, 320)

    @property
    def has_picture(self) -> bool:
        return self.display is not None

    def picture_rect(self) -> QRect:
        """Return where the picture stands, right of the frequency labels."""
        return QRect(self.axis.left_px, 0, self.axis.right_px - self.axis.left_px, self.height())

    def set_display(self, display: DisplaySpectrogram | None) -> None:
        """Show another picture, or none."""
        self.display = display
        self.frequencies = FrequencyAxis(display.frequencies_hz) if display else None
        if display is not None:
            black, white = display_levels(display)
            self.colours = replace(self.colours, black=black, white=white)
        self._drawn = ()
        self._refresh_hover()
        self.update()

    def set_colours(self, colour_map: str, brightness: float, contrast: float) -> None:
        """Set the colour map by name, brightness -1..1, contrast 0.25..4."""
        self.colours = replace(
            self.colours, colour_map=colour_map, brightness=brightness, contrast=contrast
        )
        self.update()

    def set_saliency(self, found: SaliencyMap | None, factor: float = 1.0) -> None:
        """Lay what speaks for a word over the picture, which is grey then; None: nothing."""
        if (found, factor) != (self.saliency, self._saliency_factor):
            self.saliency, self._saliency_factor = found, factor
            self._refresh_hover()
            self.update()

    def set_placeholder(self, placeholder: Placeholder) -> None:
        """Set the text for while there is no picture."""
        if placeholder != self._placeholder:
            self._placeholder = placeholder
            self.update()

    @property
    def placeholder(self) -> Placeholder:
        """The text for while there is no picture."""
        return self._placeholder

    # -- pointer ----------------------------------------------------------------------------

    def hover(self, at: QPointF) -> None:
        box = self.picture_rect()
        if self.frequencies is None or not box.contains(at.toPoint()):
            self.readout.hide()
            return
        frequency = self.frequencies.frequency_at(at.y(), box)
        second = self.axis.second_at(at.x())
        parts = [
            clock_text(second, tenths=True),
            note_name(frequency),
            frequency_text(frequency),
        ]
        if self.saliency is not None:
            parts.append(self._saliency_text(value_at(self.saliency, second, frequency)))
        self.readout.show_text(" · ".join(parts), at)

    def _saliency_text(self, value: float) -> str:
        text = self.tr("against the word: {}") if value < 0 else self.tr("for the word: {}")
        return text.format(f"{round(100 * abs(value))} %")

    def unhover(self) -> None:
        self.readout.hide()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        position: QPoint = event.globalPos()
        self.menu_requested.emit(position)

    def show_span(self, span: Span | None) -> None:
        """Show a loop that is being dragged, in whichever pane; None when it is over."""
        if span is None:
            self.readout.hide()
            return
        text = self.tr("{start} – {end} · {length} s").format(
            start=clock_text(span[0], tenths=True),
            end=clock_text(span[1], tenths=True),
            length=decimal_text(span[1] - span[0], 1),
        )
        at = QPointF(min(self.axis.x_of(span[1]), self.axis.right_px), 30)
        self.readout.show_text(text, at)

    # -- paint ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.display is None or not self.axis.px_per_s:
            painter.fillRect(event.rect(), theme.colour("ground"))
            paint_placeholder(painter, self.picture_rect(), self._placeholder)
        else:
            self._render()
            painter.drawPixmap(0, 0, self._pixmap)
        self.paint_focus(painter, self.picture_rect())

    def _render(self) -> None:
        """Bring the cached pixmap up to date; it holds everything but playhead and loop."""
        ratio = self.devicePixelRatioF()
        key = (
            self.axis.start_s, self.axis.end_s, self.picture_rect(), self.colours,
            theme.tokens()["ground"], ratio, id(self.saliency), self._saliency_factor,
        )  # fmt: skip
        if key == self._drawn or self.display is None or self.frequencies is None:
            return
        box = self.picture_rect()
        if self._pixmap.size() != self.size() * ratio:
            self._pixmap = QPixmap(self.size() * ratio)
            self._pixmap.setDevicePixelRatio(ratio)
        self._pixmap.fill(theme.colour("ground"))
        view = (self.axis.start_s, self.axis.end_s)
        grey = replace(self.colours, colour_map=GREY)
        colours = self.colours if self.saliency is None else grey
        image, part = slice_image(self.display, view, int(box.width() * ratio), colours)
        painter = QPainter(self._pixmap)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(box), image, part)
        if self.saliency is not None:
            self._draw_saliency(painter, box, self.saliency)
        round_corners(painter, QRectF(box))
        self.frequencies.paint(painter, box)
        painter.end()
        self._drawn = key

    def _draw_saliency(self, painter: QPainter, box: QRect, found: SaliencyMap) -> None:
        view, width_px = (self.axis.start_s, self.axis.end_s), round(box.width())
        image = overlay_image(
            found, self.display.frequencies_hz, view, width_px, self._saliency_factor
        )
        target = QRectF(box)
        if found.saliency.is_over_time_only:
            target.setTop(target.bottom() - theme.scaled(STRIP_PX))
            painter.fillRect(target, QColor(0, 0, 0, 190))
        painter.drawImage(target, image)


def round_corners(painter: QPainter, box: QRectF) -> None:
    """Cover a picture's corners with the ground's colour."""
    path = QPainterPath()
    path.addRect(box)
    inner = QPainterPath()
    inner.addRoundedRect(box, RADIUS_PX, RADIUS_PX)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(Qt.PenStyle.NoPen))
    painter.fillPath(path.subtracted(inner), theme.colour("ground"))
