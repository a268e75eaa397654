"""Which colour and shape a song has on the map, in the theme in force; what the legend says of it.

Colours are told apart by colour-blind eyes (Okabe and Ito 2008); shapes say the same once more.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from rhythmcap_gui import theme
from rhythmcap_gui.similar_data import NO, OTHER, UNSURE, YES, ColourKind, MapColours
from rhythmcap_gui.views.similar.map_image import Layer, Shape

STEPS = 16  # of the scale of scores
# Cividis (Nuñez et al. 2018), made for colour-blind eyes. High scores stand out from dark and from
# light ground, low ones can still be seen: from which of its colours to which.
ON_DARK, ON_LIGHT = (1.2, 5.0), (4.0, 0.0)
CIVIDIS = ("#00224e", "#35456c", "#666970", "#948e77", "#c8b866", "#fee838")
ORANGE, BLUE, PURPLE = (
    theme.CATEGORY_COLOURS[0],
    theme.CATEGORY_COLOURS[1],
    theme.CATEGORY_COLOURS[6],
)
SHARE_OF_FAINT = 0.75  # of the songs that nothing is known of


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A look of songs: its code, what it means, how many have it. argb, shape: of its mark."""

    code: int
    text: str
    n_songs: int
    argb: int
    shape: Shape


def entries(colours: MapColours, n_songs: int) -> list[LegendEntry]:
    """Return the entries of the legend, the most telling first."""
    codes = colours.codes if len(colours.codes) == n_songs else np.zeros(n_songs, np.int8)
    kind = colours.by.kind
    if kind is ColourKind.PREDICTED and colours.scores is not None:
        scores = colours.scores
        n_known = int(np.isfinite(scores).sum())
        words = {OTHER: _tr("no score")} if n_known < n_songs else {}
        counts = {OTHER: n_songs - n_known}
    else:
        counts = {code: int((codes == code).sum()) for code in (YES, NO, UNSURE, OTHER)}
        words = _words(kind if kind_tells(colours) else ColourKind.NONE)
    looks = {
        YES: (argb(theme.category_colour(ORANGE)), Shape.DISC),
        NO: (argb(theme.category_colour(BLUE)), Shape.CROSS),
        UNSURE: (argb(theme.category_colour(PURPLE)), Shape.DIAMOND),
        OTHER: (
            _plain() if not kind_tells(colours) else _faint(),
            Shape.DISC if not kind_tells(colours) else Shape.RING,
        ),
    }
    return [LegendEntry(code, text, counts[code], *looks[code]) for code, text in words.items()]


def kind_tells(colours: MapColours) -> bool:
    """Tell whether the songs are told apart at all."""
    if colours.is_hidden:
        return False
    if colours.by.kind is ColourKind.PREDICTED:
        return colours.scores is not None
    return colours.by.kind is ColourKind.DISAGREEMENT or (
        colours.by.kind is ColourKind.TAG and bool(colours.tag)
    )


def _words(kind: ColourKind) -> dict[int, str]:
    if kind is ColourKind.TAG:
        return {
            YES: _tr("yes"), NO: _tr("no"), UNSURE: _tr("unsure"), OTHER: _tr("not judged"),
        }  # fmt: skip
    if kind is ColourKind.DISAGREEMENT:
        return {
            YES: _tr("in dispute"), NO: _tr("judged, not in dispute"),
            OTHER: _tr("not judged"),
        }  # fmt: skip
    return {OTHER: _tr("songs")}


def layers(colours: MapColours, n_songs: int, hidden: frozenset[int] = frozenset()) -> list[Layer]:
    """Return all songs as layers, what says most on top. hidden: codes that are left out."""
    shown = {entry.code: entry for entry in entries(colours, n_songs)}
    codes = colours.codes if len(colours.codes) == n_songs else np.zeros(n_songs, np.int8)
    found = []
    if colours.by.kind is ColourKind.PREDICTED and colours.scores is not None:
        known = np.isfinite(colours.scores)
        codes = np.where(known, YES, OTHER).astype(np.int8)
    for code in (OTHER, NO, UNSURE, YES):
        rows = np.flatnonzero(codes == code)
        if code in hidden or not len(rows):
            continue
        if code == YES and colours.scores is not None:
            found += _scored(rows, colours.scores[rows])
        elif code in shown:
            entry = shown[code]
            found.append(Layer(rows, entry.argb, entry.shape))
    return found


def _scored(rows: NDArray[np.int64], scores: NDArray[np.float32]) -> list[Layer]:
    steps = np.minimum((scores * STEPS).astype(np.int64), STEPS - 1)
    return [
        Layer(rows[steps == step], argb(score_colour((step + 0.5) / STEPS)))
        for step in range(STEPS)
        if (steps == step).any()
    ]


def score_colour(score: float) -> QColor:
    """Return the colour of a score, 0 to 1."""
    first, last = ON_DARK if theme.is_dark() else ON_LIGHT
    at = first + (last - first) * min(max(score, 0.0), 1.0)
    low = min(int(at), len(CIVIDIS) - 2)
    return theme.mixed(QColor(CIVIDIS[low]), QColor(CIVIDIS[low + 1]), at - low)


def argb(colour: QColor) -> int:
    """Return an opaque colour as 0xAARRGGBB."""
    return int(colour.rgb()) | 0xFF000000


def _plain() -> int:
    return argb(theme.colour("accent"))


def _faint() -> int:
    return argb(theme.mixed(theme.colour("panel"), theme.colour("faint"), SHARE_OF_FAINT))


def _tr(text: str) -> str:
    return QCoreApplication.translate("similar", text)
