"""Durations read as minutes and seconds, and are cut, never rounded up."""

from __future__ import annotations

import pytest

from core.durations import clock_text, length_text


@pytest.mark.parametrize(
    ("second", "short", "long"),
    [
        (0.0, "0:00", "0:00.0"),
        (32.35, "0:32", "0:32.3"),
        (59.99, "0:59", "0:59.9"),
        (133.0, "2:13", "2:13.0"),
        (3725.4, "1:02:05", "1:02:05.4"),
    ],
)
def test_time_reads_as_minutes_and_seconds(second: float, short: str, long: str) -> None:
    assert (clock_text(second), clock_text(second, tenths=True)) == (short, long)


def test_without_hours_the_minutes_go_on_counting() -> None:
    assert clock_text(4503.0, hours=False) == "75:03"


def test_a_length_under_a_second_has_tenths() -> None:
    seconds = (0.0, 0.02, 0.44, 0.94, 0.96, 1.4, 59.6, 3600.2)
    texts = ["0:00", "0:00.1", "0:00.4", "0:00.9", "0:01", "0:01", "1:00", "1:00:00"]
    assert [length_text(second) for second in seconds] == texts
