"""Seconds that sounded: a union of spans, however they were played."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.audio.listened_spans import JOIN_S, ListenedSpans

WHOLE = st.integers(0, 60)


def test_a_loop_counts_once() -> None:
    spans = ListenedSpans()
    for _ in range(3):
        spans.add(4.0, 5.0)
        spans.add(5.0, 6.0)
    assert spans.spans() == ((4.0, 6.0),)
    assert spans.seconds == 2.0


def test_a_jump_leaves_a_gap_and_what_is_hardly_apart_is_one() -> None:
    spans = ListenedSpans()
    spans.add(10.0, 12.0)
    spans.add(0.0, 1.0)
    spans.add(12.0 + JOIN_S / 2, 13.0)
    spans.add(20.0, 20.0)
    assert spans.spans() == ((0.0, 1.0), (10.0, 13.0))


@given(st.lists(st.tuples(WHOLE, WHOLE)))
def test_the_union_holds_every_second_once(pairs: list[tuple[int, int]]) -> None:
    spans = ListenedSpans()
    for start, end in pairs:
        spans.add(float(start), float(end))
    seconds = {second for start, end in pairs for second in range(start, end)}
    assert spans.seconds == len(seconds)
    found = spans.spans()
    assert all(before[1] < after[0] for before, after in pairwise(found))
