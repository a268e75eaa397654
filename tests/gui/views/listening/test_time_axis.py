"""The one time axis: seconds and pixels, zoom, scroll, page-flip."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhythmcap_gui.views.listening.time_axis import SHORTEST_VIEW_S, TimeAxis, ticks_s


def axis(duration_s: float = 200.0) -> TimeAxis:
    made = TimeAxis()
    made.set_duration(duration_s)
    made.set_edges(48, 1048)
    return made


def test_a_song_fills_the_edges_at_first() -> None:
    made = axis()
    assert (made.x_of(0.0), made.x_of(200.0)) == (48.0, 1048.0)
    assert made.is_fit


@given(x=st.integers(48, 1047), start=st.floats(0, 150), length=st.floats(1, 50))
def test_pixels_and_seconds_map_onto_one_another(x: int, start: float, length: float) -> None:
    made = axis()
    made.show(start, start + length)
    assert made.x_of(made.second_at(x)) == pytest.approx(x, abs=1e-6)


@given(x=st.floats(48, 1048), factor=st.floats(0.3, 1.0))
def test_zooming_in_keeps_the_second_under_the_pointer(x: float, factor: float) -> None:
    made = axis()
    second = made.second_at(x)
    made.zoom(factor, second)
    assert made.x_of(second) == pytest.approx(x, abs=1e-6)


def test_going_along_keeps_the_playhead_in_the_middle_unless_the_user_looks_elsewhere() -> None:
    made = axis()
    made.show(40.0, 60.0)
    made.scroll_along(52.0, 52.1)
    assert (made.start_s, made.end_s) == pytest.approx((42.1, 62.1))
    made.show(100.0, 120.0)
    made.scroll_along(52.1, 52.2)
    assert made.start_s == 100.0
    made.scroll_along(52.2, 150.0)
    assert made.start_s == pytest.approx(140.0), "a jump is followed"
    made.scroll_along(199.0, 199.5)
    assert made.end_s <= 200.0


@given(moves=st.lists(st.tuples(st.floats(0.1, 10), st.floats(-500, 500)), max_size=12))
def test_the_view_never_leaves_the_song(moves: list[tuple[float, float]]) -> None:
    made = axis()
    for factor, seconds in moves:
        made.zoom(factor, made.clamped(seconds))
        made.scroll(seconds)
        assert 0.0 <= made.start_s < made.end_s <= made.duration_s + 1e-9
        assert made.length_s >= SHORTEST_VIEW_S - 1e-9


def test_the_page_flips_when_the_playhead_leaves_the_view() -> None:
    made = axis()
    made.show(20.0, 50.0)
    made.follow(49.99, 50.01)
    assert made.start_s == pytest.approx(50.01 - 30 * 0.04)
    assert made.length_s == pytest.approx(30.0)


def test_a_view_scrolled_away_from_the_playhead_stays_where_it_is() -> None:
    made = axis()
    made.show(100.0, 130.0)
    made.follow(20.0, 20.02)
    assert made.start_s == 100.0


def test_a_jump_out_of_view_is_followed() -> None:
    made = axis()
    made.show(100.0, 130.0)
    made.follow(20.0, 25.0)
    assert made.contains(25.0)


def test_ticks_stand_on_round_seconds_and_not_too_close() -> None:
    made = axis()
    made.show(20.0, 50.0)
    assert ticks_s(made, 76) == [20, 25, 30, 35, 40, 45, 50]


def test_a_song_of_no_length_is_no_reason_to_divide_by_zero() -> None:
    made = TimeAxis()
    made.zoom(0.5, 1.0)
    made.scroll(3.0)
    made.fit()
    assert (made.px_per_s, made.second_at(10), ticks_s(made, 76)) == (0.0, 0.0, [])
