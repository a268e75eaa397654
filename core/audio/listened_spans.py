"""Which seconds of a song have sounded: a union of spans, each second once however often."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

Span = tuple[float, float]

JOIN_S = 0.05  # spans that are nearer to each other are one: positions are told in steps


class ListenedSpans:
    """Grows by spans; loops count once, speed does not matter."""

    def __init__(self) -> None:
        self._starts: list[float] = []
        self._ends: list[float] = []

    def add(self, start_s: float, end_s: float) -> None:
        """Add the seconds from start_s to end_s; nothing where there are none."""
        if end_s <= start_s:
            return
        first = bisect_left(self._ends, start_s - JOIN_S)
        last = bisect_right(self._starts, end_s + JOIN_S)
        if first < last:  # these touch it
            start_s = min(start_s, self._starts[first])
            end_s = max(end_s, self._ends[last - 1])
        self._starts[first:last] = [start_s]
        self._ends[first:last] = [end_s]

    def spans(self) -> tuple[Span, ...]:
        """Return the spans, ascending, none of which touch."""
        return tuple(zip(self._starts, self._ends, strict=True))

    @property
    def seconds(self) -> float:
        """Return how many seconds they hold."""
        return sum(end - start for start, end in self.spans())
