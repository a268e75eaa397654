"""A row of `make bench`: a measurement beside its reference, taken in the same run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

PAUSE_S = 0.1


@dataclass(frozen=True, slots=True)
class Row:
    """measured, reference: with their units. ratio: measured / reference, or how many times
    faster, as the goal says.
    """

    what: str
    measured: str
    reference: str
    ratio: float
    goal: str
    met: bool


def at_most(what: str, measured_s: float, reference_s: float, limit: float) -> Row:
    """The measured time may be at most `limit` times the reference."""
    ratio = round(measured_s / reference_s, 2)
    return Row(what, _time(measured_s), _time(reference_s), ratio, f"≤ {limit:g} ×", ratio <= limit)


def at_least(what: str, measured_s: float, reference_s: float, factor: float) -> Row:
    """The measured time must be at least `factor` times shorter than the reference."""
    ratio = round(reference_s / measured_s, 2)
    goal = f"≥ {factor:g} × faster"
    return Row(what, _time(measured_s), _time(reference_s), ratio, goal, ratio >= factor)


def under(what: str, measured: float, limit: float, unit: str) -> Row:
    """An amount with an absolute limit."""
    ratio = round(measured / limit, 2)
    return Row(what, f"{measured:.0f} {unit}", f"{limit:g} {unit}", ratio, "≤ 1", ratio <= 1)


def medians_s(*functions: Callable[[], object], repeats: int = 7) -> list[float]:
    """Measure functions in turns, so that a busy machine slows all alike; return median seconds.

    A first round does not count: it fills caches and compiles. Before each call there is a pause,
    because threads of BLAS go on spinning for a while on cores that the next function needs.
    """
    times: list[list[float]] = [[] for _ in functions]
    for round_number in range(-1, repeats):
        for function, function_times in zip(functions, times, strict=True):
            time.sleep(PAUSE_S)
            start = time.perf_counter()
            function()
            if round_number >= 0:
                function_times.append(time.perf_counter() - start)
    return [statistics.median(function_times) for function_times in times]


def cpu_median_s(work: Callable[[], object], times: int = 9) -> float:
    """Return the median processor time of some calls, which no other program lengthens."""
    times_s = []
    for _ in range(times):
        start_s = time.process_time()
        work()
        times_s.append(time.process_time() - start_s)
    return statistics.median(times_s)


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 10 else f"{seconds:.1f} s"
