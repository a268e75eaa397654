"""The one time axis that spectrogram, ruler, taggram and playhead share.

It knows seconds and pixels, nothing of what is drawn; whoever draws listens to `changed`.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

SHORTEST_VIEW_S = 1.0
STEPS_S = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)
PAGE_LEAD = 0.04  # after a page-flip the playhead stands this share from the left edge
JUMP_S = 1.0  # a playhead that moved further than this was sent there by the user


class TimeAxis(QObject):
    """Which seconds are in view, and between which two pixels of every pane.

    start_s, end_s: the view. left_px, right_px: its edges; right_px is the first pixel beyond.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.duration_s = 0.0
        self.start_s = 0.0
        self.end_s = 0.0
        self.left_px = 0
        self.right_px = 1

    @property
    def length_s(self) -> float:
        """Seconds in view."""
        return self.end_s - self.start_s

    @property
    def is_fit(self) -> bool:
        """Whether the whole song is in view."""
        return self.length_s >= self.duration_s

    @property
    def px_per_s(self) -> float:
        """Pixels a second takes; 0 while there is no song."""
        width = max(self.right_px - self.left_px, 1)
        return width / self.length_s if self.length_s > 0 else 0.0

    def x_of(self, second: float) -> float:
        """Return a second's x in pixels from a pane's left edge; maybe outside the view."""
        return self.left_px + (second - self.start_s) * self.px_per_s

    def second_at(self, x: float) -> float:
        """Return the second under a pixel, kept within the song."""
        if not self.px_per_s:
            return 0.0
        return self.clamped(self.start_s + (x - self.left_px) / self.px_per_s)

    def whole_x_of(self, second: float) -> float:
        """Return where a second stands when the whole song fills the edges (the overview)."""
        width = self.right_px - self.left_px
        return self.left_px + (second / self.duration_s * width if self.duration_s else 0.0)

    def whole_second_at(self, x: float) -> float:
        """Return the second under a pixel of the overview."""
        width = max(self.right_px - self.left_px, 1)
        return self.clamped((x - self.left_px) / width * self.duration_s)

    def clamped(self, second: float) -> float:
        """Return the nearest second within the song."""
        return min(max(second, 0.0), self.duration_s)

    def contains(self, second: float) -> bool:
        """Tell whether a second is in view."""
        return self.start_s <= second <= self.end_s

    def set_duration(self, duration_s: float) -> None:
        """Begin another song: all of it is in view."""
        self.duration_s = max(duration_s, 0.0)
        self.start_s, self.end_s = 0.0, self.duration_s
        self.changed.emit()

    def set_edges(self, left_px: int, right_px: int) -> None:
        """Set the panes' edges in pixels after a layout."""
        edges = (left_px, max(right_px, left_px + 1))
        if edges != (self.left_px, self.right_px):
            self.left_px, self.right_px = edges
            self.changed.emit()

    def show(self, start_s: float, end_s: float) -> None:
        """Bring these seconds into view; kept within the song and not shorter than a second."""
        length = min(max(end_s - start_s, SHORTEST_VIEW_S), self.duration_s)
        start = min(max(start_s, 0.0), self.duration_s - length)
        if (start, start + length) != (self.start_s, self.end_s):
            self.start_s, self.end_s = start, start + length
            self.changed.emit()

    def fit(self) -> None:
        """Bring the whole song into view."""
        self.show(0.0, self.duration_s)

    def zoom(self, factor: float, around_s: float | None = None) -> None:
        """Show `factor` times as many seconds; `around_s` stays where it is (else the middle)."""
        if self.length_s <= 0:
            return
        around = (self.start_s + self.end_s) / 2 if around_s is None else around_s
        length = min(max(self.length_s * factor, SHORTEST_VIEW_S), self.duration_s)
        start = around - (around - self.start_s) * length / self.length_s
        self.show(start, start + length)

    def scroll(self, by_s: float) -> None:
        """Move the view by some seconds, as far as the song goes."""
        start = min(max(self.start_s + by_s, 0.0), self.duration_s - self.length_s)
        self.show(start, start + self.length_s)

    def centre(self, second: float) -> None:
        """Put a second in the middle of the view."""
        self.scroll(second - (self.start_s + self.end_s) / 2)

    def follow(self, before_s: float, now_s: float) -> None:
        """Turn the page when a playhead that was in view has left it, or was sent elsewhere.

        A view that the user has scrolled away from the playhead stays where it is.
        """
        if self.is_fit or self.contains(now_s):
            return
        if self.contains(before_s) or abs(now_s - before_s) > JUMP_S:
            start = now_s - self.length_s * PAGE_LEAD
            self.show(start, start + self.length_s)

    def scroll_along(self, before_s: float, now_s: float) -> None:
        """Keep a playhead that was in view, or was sent elsewhere, in the middle while it moves."""
        seen = self.contains(before_s) or abs(now_s - before_s) > JUMP_S
        away_px = abs(now_s - (self.start_s + self.end_s) / 2) * self.px_per_s
        if seen and away_px >= 1:
            self.centre(now_s)


def tick_step_s(px_per_s: float, least_px: float) -> float:
    """Return the smallest round step whose ticks stand at least `least_px` apart."""
    for step in STEPS_S:
        if step * px_per_s >= least_px:
            return float(step)
    return float(STEPS_S[-1])


def ticks_s(axis: TimeAxis, least_px: float) -> list[float]:
    """Return the seconds in view to label, on round steps."""
    if not axis.px_per_s:
        return []
    step = tick_step_s(axis.px_per_s, least_px)
    first = int(-(-axis.start_s // step))
    last = int((axis.end_s + 1e-9) // step)
    return [index * step for index in range(first, last + 1)]
