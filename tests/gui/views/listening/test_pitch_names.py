"""Frequencies are said as musicians say them."""

from __future__ import annotations

import pytest

from rhythmcap_gui.views.listening.pitch_names import axis_label, frequency_text, note_name


@pytest.mark.parametrize(
    ("frequency_hz", "name"),
    [
        (440.0, "A4 +0 ct"),
        (261.6256, "C4 +0 ct"),
        (261.6256 * 2 ** (12 / 1200), "C4 +12 ct"),
        (440.0 * 2 ** (-6 / 1200), "A4 −6 ct"),
        (27.5, "A0 +0 ct"),
        (4186.01, "C8 +0 ct"),
        (466.1638, "A♯4 +0 ct"),
        (0.0, ""),
    ],
)
def test_a_frequency_names_the_nearest_note_and_its_cents(frequency_hz: float, name: str) -> None:
    assert note_name(frequency_hz) == name


def test_frequencies_read_in_hertz_and_kilohertz() -> None:
    assert [frequency_text(frequency) for frequency in (438.2, 1240.0)] == ["438 Hz", "1.24 kHz"]
    assert [axis_label(frequency) for frequency in (500, 1000, 16000)] == ["500 Hz", "1 k", "16 k"]
