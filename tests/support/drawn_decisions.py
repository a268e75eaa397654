"""Decisions of all kinds drawn by hypothesis, for round trips of any format."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from core.library.edits.edits import Judge, JudgeRegion, SetIntensity
from core.library.records import State
from core.library.store import Library
from tests.support.round_trips import LENGTH_S, SONGS, add_songs, tag_id

TAGS = ("kick", "piano", "female", "dark")
Drawn = tuple[int, str, State, tuple[float, float] | None, float | None]
"""Song, tag, state, (start, length) of a part, intensity of a yes on the whole song."""

SHORTEST_S = 0.001


def drawn_decisions(*, hundredths: bool = False) -> st.SearchStrategy[list[Drawn]]:
    """Up to eight decisions on the four songs, of any kind, on parts within them.

    hundredths: times are hundredths of a second, no others.
    """
    decision = st.integers(1, len(SONGS)).flatmap(
        lambda song: st.tuples(
            st.just(song),
            st.sampled_from(TAGS),
            st.sampled_from(State),
            st.none() | _parts(LENGTH_S * song, hundredths=hundredths),
            st.none() | st.floats(0.0, 1.0),
        )
    )
    return st.lists(decision, max_size=8)


@st.composite
def _parts(draw: st.DrawFn, length_s: float, *, hundredths: bool) -> tuple[float, float]:
    """Draw the start and the length of a part of a song."""
    if hundredths:
        start = draw(st.integers(0, round(length_s * 100) - 1))
        end = draw(st.integers(start + 1, round(length_s * 100)))
        return start / 100, (end - start) / 100
    start_s = draw(st.floats(0.0, length_s - 2 * SHORTEST_S))
    return start_s, draw(st.floats(SHORTEST_S, length_s - start_s))


@contextmanager
def library_to_fill() -> Iterator[tuple[Path, Library]]:
    """Open Ann's library of the four songs in a folder that goes again, and give that."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        with Library.open(folder / "drawn.db", annotator="Ann") as library:
            add_songs(library, folder)
            yield folder, library


@contextmanager
def library_of(drawn: list[Drawn]) -> Iterator[tuple[Path, Library]]:
    """Open a library with these decisions, and give its folder."""
    with library_to_fill() as (folder, library):
        for song, tag, state, part, intensity in drawn:
            tag_number = tag_id(library, tag)
            if part:
                start, length = part
                end = min(round(start + length, 12), LENGTH_S * song)
                library.do(JudgeRegion(song, tag_number, start, end, state))
                continue
            library.do(Judge(song, tag_number, state))
            if intensity is not None and state is State.YES:
                library.do(SetIntensity(song, tag_number, intensity))
        yield folder, library
