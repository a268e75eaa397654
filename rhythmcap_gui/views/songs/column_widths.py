"""How wide the song table's columns are: what each needs, and who gets the room that is left.

The title is read first, then what the model hears; the number of tags becomes chips where these
fit. A width that the user gave stays what it is.
"""

from __future__ import annotations

from collections.abc import Mapping

from rhythmcap_gui.views.songs.song_columns import CATEGORY, PREDICTED, Column

SONG_LEAST_PX, LEAST_PX, MOST_PX = 150, 32, 900
CHIPS_LEAST_PX = 104  # two short chips in a line
WIDTHS = {
    Column.LENGTH: 60,  # "1:02:00"
    Column.TAGS: 40,
    Column.HEARS: 84,
    Column.ARTIST: 120,
    Column.ALBUM: 120,
    Column.YEAR: 44,
    Column.FILE: 140,
}
EXTRA_PX = {CATEGORY: 110, PREDICTED: 84}
Step = tuple[tuple[Column, int], ...]
FOR_CHIPS: Step = ((Column.TAGS, 120),)
# Room is given out in this order, each step as far as it goes: (column, up to so many pixels).
STEPS: tuple[Step, ...] = (
    ((Column.HEARS, 100),),
    ((Column.SONG, 184), (Column.HEARS, 112)),
    FOR_CHIPS,
    ((Column.SONG, 260), (Column.HEARS, 150), (Column.TAGS, 200), (Column.FILE, 260)),
    ((Column.ARTIST, 200), (Column.ALBUM, 200), (Column.TAGS, 320), (Column.FILE, 420)),
)


def shared_widths(room_px: int, least_px: Mapping[int, int]) -> dict[int, int]:
    """Give columns the room there is. least_px: by section, of those without a width of their own.

    The song's is among them, and gets what the others do not want. A step that gives chips to the
    tags is taken whole or not at all.
    """
    widths = dict(least_px)
    left = room_px - sum(widths.values())
    for step in STEPS:
        wanted = {
            column: most - widths[column]
            for column, most in step
            if column in widths and most > widths[column] and _may_grow(column, widths, step)
        }
        total = sum(wanted.values())
        if left <= 0 or not total or (step is FOR_CHIPS and left < total):
            continue
        share = min(1.0, left / total)
        for column, more in wanted.items():
            widths[column] += int(more * share)
        left = room_px - sum(widths.values())
    if Column.SONG in widths:
        widths[Column.SONG] += max(0, left)
    return widths


def _may_grow(column: Column, widths: Mapping[int, int], step: Step) -> bool:
    """Whether a wider column shows more: a number of tags does not, before there are chips."""
    return column is not Column.TAGS or step is FOR_CHIPS or widths[column] >= CHIPS_LEAST_PX
