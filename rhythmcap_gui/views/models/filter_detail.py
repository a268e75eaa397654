"""One filter, magnified, with its axes: what it weighs at which frequency and time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core.models.inside_records import FilterKind
from rhythmcap_gui import theme
from rhythmcap_gui.number_format import decimal_text
from rhythmcap_gui.views.models.filter_tiles import is_image, paint_filter
from rhythmcap_gui.views.widgets.diverging_colours import DivergingLegend

if TYPE_CHECKING:
    from core.models.inside_records import FilterBank

WIDTH_PX, PICTURE_PX = 232, 250
AXIS_PX = 18
MS = 1000.0


class FilterDetail(QWidget):
    """The picture, the scale of colours and what is under the pointer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(wordWrap=True)
        self.title.setProperty("heading", True)
        self.picture = _Magnified()
        self.legend = DivergingLegend()
        self.facts = QLabel(wordWrap=True)
        self.facts.setProperty("caption", True)
        self.pointed = QLabel(wordWrap=True)
        self.pointed.setMinimumHeight(2 * self.fontMetrics().height())
        self.pointed.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.title, self.picture, self.legend, self.facts, self.pointed):
            column.addWidget(widget)
        column.addStretch(1)
        self.setFixedWidth(theme.scaled(WIDTH_PX))

    def show_filter(
        self, bank: FilterBank, image: int, scale: float, weight: tuple[int, int]
    ) -> None:
        """Show an image of a bank. weight: row and column of the weight to tell, -1 for none."""
        number, channel = bank.number_of(image)
        n_filters, n_channels = bank.values.shape[:2]
        text = self.tr("Filter {number} of {n}").format(number=number, n=n_filters)
        if n_channels > 1:
            text += self.tr(", channel {channel}").format(channel=channel)
        self.title.setText(text)
        self.picture.show_filter(bank, image, scale)
        self.legend.set_ends(weight_text(-scale), weight_text(scale))
        values = bank.images[image]
        self.facts.setText(
            self.tr("weights from {low} to {high}, strength {strength}").format(
                low=weight_text(float(values.min())), high=weight_text(float(values.max())),
                strength=decimal_text(float(np.sqrt(np.square(values).sum())), 3),
            )
        )  # fmt: skip
        row, column = weight
        self.pointed.setText(
            ""
            if column < 0
            else f"{where_text(bank, row, column)}: {weight_text(float(values[row, column]))}"
        )


class _Magnified(QWidget):
    """The filter as large as there is room, with its axes named."""

    def __init__(self) -> None:
        super().__init__()
        self._bank: FilterBank | None = None
        self._image, self._scale = 0, 0.0
        theme.notifier().theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(WIDTH_PX), theme.scaled(PICTURE_PX))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_filter(self, bank: FilterBank, image: int, scale: float) -> None:
        """Draw another one."""
        self._bank, self._image, self._scale = bank, image, scale
        self.setAccessibleName(axis_texts(bank)[0])
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._bank is None:
            return
        painter = QPainter(self)
        axis = theme.scaled(AXIS_PX)
        room = QRectF(self.rect()).adjusted(axis, 1, -1, -axis)
        box = self._picture_box(room)
        values = self._bank.images[self._image]
        paint_filter(painter, box, values, self._scale, image=is_image(self._bank))
        painter.setPen(theme.colour("line"))
        painter.drawRect(box)
        across, upward = axis_texts(self._bank)
        painter.setPen(theme.colour("dim"))
        painter.setFont(theme.font(theme.CAPTION_PX))
        below = QRectF(0, box.bottom(), self.width(), axis)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, across)
        painter.translate(box.left() - axis, room.bottom())
        painter.rotate(-90)
        beside = QRectF(0, 0, room.height(), axis)
        painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, upward)

    def _picture_box(self, room: QRectF) -> QRectF:
        """Return the box of the picture: square weights, where it is an image."""
        if self._bank is None or not is_image(self._bank):
            return room
        height, width = self._bank.images.shape[1:]
        cell = min(room.width() / width, room.height() / height)
        box = QRectF(0, 0, max(cell * width, 24.0), cell * height)
        box.moveCenter(room.center())
        box.moveBottom(room.bottom())
        return box


def axis_texts(bank: FilterBank) -> tuple[str, str]:
    """Return what lies along the width and the height of a filter, with its length and unit."""
    width, height = bank.images.shape[2], bank.images.shape[1]
    length = decimal_text(MS * width * bank.step_s, 0 if width * bank.step_s > 0.01 else 2)
    time = _tr("time: {length} ms →").format(length=length)
    if bank.kind is FilterKind.SAMPLES:
        return _tr("time: {n} samples ({length} ms) →").format(n=width, length=length), _tr(
            "weight"
        )
    if bank.kind is FilterKind.TIME:
        return time, _tr("weight")
    if bank.kind is FilterKind.VALUES:
        return time, _tr("weight")
    if bank.n_bands:
        text = _tr("frequency: {n} of {bands} bands →")
        return time, text.format(n=height, bands=bank.n_bands)
    return time, _tr("frequency: {n} bands →").format(n=height)


def where_text(bank: FilterBank, row: int, column: int) -> str:
    """Return where a weight lies in its filter: "band 12, 48 ms"."""
    at_ms = decimal_text(MS * column * bank.step_s, 0 if bank.step_s > 0.001 else 2)
    if bank.images.shape[1] == 1:
        return _tr("at {ms} ms").format(ms=at_ms)
    return _tr("band {band} from below, {ms} ms").format(band=row + 1, ms=at_ms)


def weight_text(value: float) -> str:
    """Return a weight with three digits behind the point and a sign."""
    text = decimal_text(abs(value), 3)
    return ("−" if value < 0 else "+") + text


def _tr(text: str) -> str:
    return QCoreApplication.translate("filter_detail", text)
