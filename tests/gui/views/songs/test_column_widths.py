"""Room goes to the title and what the model hears first, then to chips."""

from __future__ import annotations

from rhythmcap_gui.views.songs.column_widths import CHIPS_LEAST_PX, SONG_LEAST_PX, shared_widths
from rhythmcap_gui.views.songs.song_columns import Column

LEAST = {Column.SONG: SONG_LEAST_PX, Column.LENGTH: 60, Column.TAGS: 40, Column.HEARS: 84}


def test_a_narrow_table_gives_every_column_its_least() -> None:
    assert shared_widths(200, LEAST) == LEAST


def test_what_the_model_hears_is_read_whole_before_the_title_grows() -> None:
    assert shared_widths(354, LEAST)[Column.HEARS] >= 100
    assert sum(shared_widths(354, LEAST).values()) == 354


def test_tags_become_chips_at_once_or_stay_a_number() -> None:
    widths = [shared_widths(room, LEAST)[Column.TAGS] for room in range(334, 900, 7)]
    assert not [width for width in widths if 40 < width < CHIPS_LEAST_PX]
    assert widths == sorted(widths)
    assert widths[-1] > CHIPS_LEAST_PX


def test_all_of_the_room_is_used() -> None:
    for room in range(334, 1400, 61):
        assert sum(shared_widths(room, LEAST).values()) == room
