"""Frequencies as text: 440 Hz, 1.2 kHz, and the nearest note with its distance in cents.

Equal temperament at A4 = 440 Hz (ISO 16).
"""

from __future__ import annotations

import math

from rhythmcap_gui.number_format import decimal_text

A4_HZ = 440.0
NOTES = ("C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B")


def note_name(frequency_hz: float) -> str:
    """Return the nearest note and the distance to it: "A4 −6 ct"; empty at or below 0 Hz."""
    if frequency_hz <= 0:
        return ""
    semitones = 69 + 12 * math.log2(frequency_hz / A4_HZ)  # MIDI note number
    nearest = round(semitones)
    cents = round((semitones - nearest) * 100)
    octave, note = divmod(nearest, 12)
    sign = "−" if cents < 0 else "+"
    return f"{NOTES[note]}{octave - 1} {sign}{abs(cents)} ct"


def frequency_text(frequency_hz: float) -> str:
    """Return a frequency for reading off: "438 Hz", "1.24 kHz"."""
    if frequency_hz < 1000:
        return f"{frequency_hz:.0f} Hz"
    return f"{decimal_text(frequency_hz / 1000, 2)} kHz"


def axis_label(frequency_hz: float) -> str:
    """Return a frequency for the axis: "500 Hz", "1 k"."""
    return f"{frequency_hz:.0f} Hz" if frequency_hz < 1000 else f"{frequency_hz / 1000:g} k"
