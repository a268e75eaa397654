"""Turns stored loudness into pixels: a slice of the display pyramid through a colour table.

Pure functions of arrays; widgets decide where the image goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from rhythmcap_gui.views.colour_maps import Look, pixel_table, spread_of

if TYPE_CHECKING:
    from core.features.pyramid import DisplaySpectrogram

ENOUGH_COLUMNS = 0.75  # columns a pixel below which the next finer level is taken
SAMPLE_COLUMNS = 2000


def level_for(display: DisplaySpectrogram, length_s: float, width_px: int) -> int:
    """The coarsest level that still has about a column for every pixel; 0 is the finest."""
    wanted = ENOUGH_COLUMNS * width_px / max(length_s, 1e-9)
    good = [level for level, rate in enumerate(display.columns_per_s) if rate >= wanted]
    return good[-1] if good else 0


def slice_image(
    display: DisplaySpectrogram, view: tuple[float, float], width_px: int, look: Look
) -> tuple[QImage, QRectF]:
    """The columns of some seconds as an image, and the part of it that is exactly these seconds.

    view: (start_s, end_s). The image has one row a band, the highest on top; it holds whole
    columns, the rectangle cuts them to the fraction. Column k covers k / columns_per_s onwards.
    """
    level = level_for(display, view[1] - view[0], width_px)
    values, rate = display.levels[level], display.columns_per_s[level]
    first = min(max(int(view[0] * rate) - 1, 0), values.shape[1] - 1)
    last = min(max(int(np.ceil(view[1] * rate)) + 1, first + 1), values.shape[1])
    image = image_of(pixel_table(look)[values[::-1, first:last]])
    left, right = view[0] * rate - first, view[1] * rate - first
    return image, QRectF(left, 0, right - left, values.shape[0])


def image_of(pixels: NDArray[np.uint32]) -> QImage:
    """uint32 0xffRRGGBB (height, width) as an image that owns its pixels."""
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def natural_spread(display: DisplaySpectrogram) -> tuple[int, int]:
    """Black and white points for a whole song, from its coarsest level that tells enough."""
    for values in reversed(display.levels):
        if values.shape[1] >= SAMPLE_COLUMNS // 8:
            step = max(values.shape[1] // SAMPLE_COLUMNS, 1)
            return spread_of(np.asarray(values[:, ::step]))
    return spread_of(np.asarray(display.levels[0]))
