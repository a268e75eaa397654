"""Very many marks as one picture: numpy writes them into pixels, so that 100 000 songs stay fluid.

Pure arithmetic on arrays; which colour and shape a song has is map_colours.py's business.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint32]
Coordinates = NDArray[np.int64]
GRAIN = 8  # samples along a pixel's side, of which a mark's soft edge is made
FULL, CLEAR = 0.96, 0.04  # of a pixel: covered, or not
SMALL_PX = 2.2  # a mark of less has no shape, only a colour
RADII_PX = ((300, 5.5), (2_000, 4.0), (8_000, 3.0), (30_000, 2.2))  # up to so many songs
LEAST_RADIUS_PX = 1.6


class Shape(Enum):
    """Marks that are told apart without colours."""

    DISC = "disc"
    RING = "ring"
    CROSS = "cross"
    DIAMOND = "diamond"


@dataclass(frozen=True, slots=True)
class Layer:
    """Songs of one look. rows: of the map. argb: 0xAARRGGBB, opaque. grown: of the radius."""

    rows: Coordinates
    argb: int
    shape: Shape = Shape.DISC
    grown: float = 1.0


def radius_px(n_songs: int) -> float:
    """Return how large the marks of so many songs are."""
    return next((px for most, px in RADII_PX if n_songs <= most), LEAST_RADIUS_PX)


@lru_cache(maxsize=64)
def stamp(shape: Shape, radius: float) -> NDArray[np.float64]:
    """Return how much of a square of pixels a mark covers, 0 to 1, its middle in the middle."""
    reach = int(np.ceil(radius))
    side = 2 * reach + 1
    fine = (np.arange(side * GRAIN) + 0.5) / GRAIN - side / 2
    x, y = fine[None, :], fine[:, None]
    far = np.hypot(x, y)
    if shape is Shape.DISC or radius < SMALL_PX:
        inside = far <= radius
    elif shape is Shape.RING:
        inside = (far <= radius) & (far >= radius - max(1.2, radius / 3.5))
    elif shape is Shape.DIAMOND:
        inside = np.abs(x) + np.abs(y) <= radius * 1.15
    else:
        arm = max(0.8, radius / 4.5)
        inside = (np.minimum(np.abs(x - y), np.abs(x + y)) <= arm * np.sqrt(2)) & (far <= radius)
    return inside.reshape(side, GRAIN, side, GRAIN).mean(axis=(1, 3))


def draw_marks(
    size_px: tuple[int, int],
    points: tuple[Coordinates, Coordinates],
    layers: Sequence[Layer],
    radius: float,
) -> Pixels:
    """Draw layers, the last on top, on nothing: premultiplied ARGB, (height, width).

    size_px: width, height. points: columns and rows of pixels, (n,) of all songs; what lies
    outside is left out. Where the marks are too small for soft edges, these are left out, too.
    """
    width, height = size_px
    reach = int(np.ceil(radius * max((layer.grown for layer in layers), default=1.0)))
    margin = 2 * reach + 1  # so that a mark just outside still lies in what is drawn on
    padded = np.zeros((height + 2 * margin, width + 2 * margin), np.uint32)
    columns, rows = points
    inside = (columns >= -reach) & (columns < width + reach)
    inside &= (rows >= -reach) & (rows < height + reach)
    flat, stride = padded.reshape(-1), padded.shape[1]
    middles = (rows + margin) * stride + columns + margin
    for layer in layers:
        cover = stamp(layer.shape, radius * layer.grown)
        if radius * layer.grown < SMALL_PX:
            cover = np.where(cover >= 0.5, 1.0, 0.0)
        chosen = layer.rows[inside[layer.rows]]
        _press(flat, stride, middles[chosen], cover, layer.argb)
    cut: Pixels = np.ascontiguousarray(padded[margin : margin + height, margin : margin + width])
    return cut


def _press(
    flat: Pixels, stride: int, middles: Coordinates, cover: NDArray[np.float64], argb: int
) -> None:
    """Write a mark around its middles: covered pixels are set, those of its edge are mixed."""
    reach = cover.shape[0] // 2
    for row, column in zip(*np.nonzero(cover > CLEAR), strict=True):
        share = float(cover[row, column])
        target = middles + ((row - reach) * stride + column - reach)
        if share >= FULL:
            flat[target] = argb
        else:
            flat[target] = mixed(flat[target], argb, share)


def mixed(under: Pixels, argb: int, share: float) -> Pixels:
    """Lay a share (0 to 1) of an opaque colour over premultiplied pixels."""
    over, rest = np.uint32(round(share * 256)), np.uint32(256 - round(share * 256))
    pairs, other = np.uint32(0x00FF00FF), np.uint32(argb)
    low = (under & pairs) * rest + (other & pairs) * over
    high = ((under >> 8) & pairs) * rest + ((other >> np.uint32(8)) & pairs) * over
    found: Pixels = ((low >> np.uint32(8)) & pairs) | (high & ~pairs)
    return found
