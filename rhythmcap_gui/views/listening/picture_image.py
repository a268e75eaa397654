"""Turns stored loudness into pixels: a slice of the display pyramid through a colour table.

Pure functions of arrays; widgets decide where the image goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from rhythmcap_gui.views.listening.colour_maps import ColourMapping, levels_of, pixel_table

if TYPE_CHECKING:
    from core.features.picture_records import DisplaySpectrogram

SAMPLE_COLUMNS = 500  # few, so that a two-hour file is not read through


def slice_image(
    display: DisplaySpectrogram, view: tuple[float, float], width_px: int, colours: ColourMapping
) -> tuple[QImage, QRectF]:
    """Return the columns of some seconds as an image, and the exact part of it to draw.

    view: (start_s, end_s). The image has one row a band, the highest on top; it holds whole
    columns, the rectangle cuts them to the fraction.
    """
    values, first_s, last_s = display.window(*view, width_px)
    columns_per_s = values.shape[1] / (last_s - first_s)
    image = image_of(pixel_table(colours)[values[::-1]])
    left, right = ((second - first_s) * columns_per_s for second in view)
    return image, QRectF(left, 0, right - left, values.shape[0])


def image_of(pixels: NDArray[np.uint32]) -> QImage:
    """Return uint32 0xffRRGGBB (height, width) as an image that owns its pixels."""
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def display_levels(display: DisplaySpectrogram) -> tuple[int, int]:
    """Return black and white points of a song, from columns all over its finest level."""
    finest = display.levels[0]
    step = max(finest.shape[1] // SAMPLE_COLUMNS, 1)
    return levels_of(np.asarray(finest[:, ::step]))
