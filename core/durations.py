"""Durations as text, the same in every language: 0:47, 12:05, 1:02:00. Rounding is the caller's."""

from __future__ import annotations

SHORT_S = 0.95  # below it a length has tenths


def length_text(seconds: float) -> str:
    """Return the length of a sound as m:ss, rounded; of one under a second with tenths: 0:00.4."""
    if 0.0 < seconds < SHORT_S:
        return clock_text(max(0.1, round(seconds, 1)), tenths=True)
    return clock_text(round(seconds))


def clock_text(seconds: float, *, tenths: bool = False, hours: bool = True) -> str:
    """Return a duration as m:ss, or m:ss.t with tenths; cut, never rounded up.

    hours: from an hour on as h:mm:ss; without it the minutes go on counting (75:03).
    """
    n_tenths = int(max(seconds, 0.0) * 10 + 1e-6)
    whole_s, tenth = divmod(n_tenths, 10)
    minutes, second = divmod(whole_s, 60)
    text = f"{minutes}:{second:02d}"
    if hours and minutes >= 60:
        text = f"{minutes // 60}:{minutes % 60:02d}:{second:02d}"
    return f"{text}.{tenth}" if tenths else text
