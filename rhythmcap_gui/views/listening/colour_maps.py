"""Colours for pictures: magma, viridis and cividis as 256-entry tables, safe for all eyes.

Tables are interpolated between seventeen points of matplotlib's maps (van der Walt and Smith
2015; cividis by Nunez, Anderton and Renslow 2018; all CC0), within 7/255 of the originals.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

POINTS = {
    "magma": "000004 0a0822 1d1147 36106b 51127c 6a1c81 832681 9c2e7f b73779 cf4070 e55064 "
    "f4695c fb8761 fea571 fec287 fde0a1 fcfdbf",
    "viridis": "440154 48186a 472d7b 424086 3b528b 33638d 2c728e 26828e 21918c 1f9f88 27ad81 "
    "3dbc74 5cc863 81d34d aadc32 d5e21a fde725",
    "cividis": "00204d 002c69 06366e 2d426c 414d6b 52596c 61646f 6f7073 7d7c78 8b8779 9b9477 "
    "aca174 bcaf6f cebc68 e0cb5e f2da50 ffea46",
}
NAMES = tuple(POINTS)  # those to choose from
GREY_POINTS = "08090b 8c9098"
GREY = "grey"  # what lies under a map in colours


@dataclass(frozen=True, slots=True)
class ColourMapping:
    """How stored loudness becomes colour.

    brightness: -1 to 1, 0 as measured. contrast: 0.25 to 4, 1 as measured.
    black, white: the stored values 0..255 that are drawn darkest and brightest.
    """

    colour_map: str = "magma"
    brightness: float = 0.0
    contrast: float = 1.0
    black: int = 0
    white: int = 255


@lru_cache(maxsize=16)
def rgb_table(name: str) -> NDArray[np.uint8]:
    """Return a map as uint8 (256, 3); an unknown name gives magma."""
    points = (GREY_POINTS if name == GREY else POINTS.get(name, POINTS["magma"])).split()
    ends = np.array([[int(point[i : i + 2], 16) for i in (0, 2, 4)] for point in points], float)
    positions = np.linspace(0, 255, len(points))
    columns = [np.interp(np.arange(256), positions, ends[:, channel]) for channel in range(3)]
    return np.round(np.stack(columns, axis=1)).astype(np.uint8)


@lru_cache(maxsize=64)
def pixel_table(colours: ColourMapping) -> NDArray[np.uint32]:
    """Return uint32 (256,): the 0xffRRGGBB pixel of each stored value."""
    span = max(colours.white - colours.black, 1)
    loudness = (np.arange(256) - colours.black) / span
    shown = (loudness - 0.5) * colours.contrast + 0.5 + colours.brightness
    rows = rgb_table(colours.colour_map)[np.round(np.clip(shown, 0, 1) * 255).astype(int)]
    red, green, blue = rows.astype(np.uint32).T
    return np.uint32(0xFF000000) | (red << 16) | (green << 8) | blue


def levels_of(values: NDArray[np.uint8]) -> tuple[int, int]:
    """Return black and white points that show a quiet song as clearly as a loud one.

    values: uint8 of any shape. The floor is the fifth percentile, the top the 99.9th; at least
    a quarter of the scale lies between, so that near-silence stays dark.
    """
    if values.size == 0:
        return 0, 255
    black, white = np.percentile(values, (5, 99.9))
    white = max(white, 64)
    return int(min(black, white - 64)), int(white)
