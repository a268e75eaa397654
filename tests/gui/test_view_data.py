"""What panels show but do not compute."""

from __future__ import annotations

import pytest

from rhythmcap_gui.view_data import Progress


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(None, ""), (5, "0:05"), (59.6, "1:00"), (75, "1:15"), (3725, "1:02:05")],
)
def test_time_left_is_written_as_a_clock(seconds: float | None, text: str) -> None:
    assert Progress(0, 0, seconds_left=seconds).time_left == text
