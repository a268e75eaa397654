"""Numbers as the report writes them: as `evaluate` prints them, and never without their range."""

from __future__ import annotations

from core.metrics.metric_records import Estimate

DASH = "–"


def metric_text(value: float | None) -> str:
    """Write a metric as .123; 1.000 only where it is 1, a dash where there is none."""
    if value is None:
        return DASH
    shown = value if abs(value) >= 1.0 else max(min(value, 0.999), -0.999)
    return f"{shown:.3f}".replace("0.", ".", 1).replace("-", "−")


def estimate_text(number: Estimate) -> str:
    """Write as ".870 (.801–.921)"; a dash where there is no range."""
    if number.value is None or number.interval is None:
        return DASH
    low, high = number.interval
    between = " … " if low < 0 else "–"
    return f"{metric_text(number.value)} ({metric_text(low)}{between}{metric_text(high)})"


def change_text(number: Estimate) -> str:
    """Write a difference as "+.120 (+.051 … +.190)"; a dash where there is no range."""
    if number.value is None or number.interval is None:
        return DASH
    low, high = number.interval
    return f"{_signed(number.value)} ({_signed(low)} … {_signed(high)})"


def share_text(n: int, whole: int) -> str:
    """Write a count of a whole, "4 / 5"; a dash without a whole."""
    return f"{n} / {whole}" if whole else DASH


def _signed(value: float) -> str:
    sign = "−" if value < 0 else "+"
    return f"{sign}{metric_text(abs(value))}"


def tick_text(value: float) -> str:
    """Write a round number at an axis: 0, .2, 1, −.05."""
    text = f"{abs(value):g}".removeprefix("0") or "0"
    return f"−{text}" if value < 0 else text
