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
from tests.support.round_trips import SONGS, add_songs, tag_id

TAGS = ("kick", "piano", "female", "dark")
Drawn = tuple[int, str, State, tuple[float, float] | None, float | None]
"""Song, tag, state, (start, length) of a part, intensity of a yes on the whole song."""

ANY_TIMES = st.floats(0.0, 40.0), st.floats(0.001, 60.0)
HUNDREDTHS = tuple(st.integers(least, 6000).map(lambda n: n / 100) for least in (0, 1))


def drawn_decisions(*, hundredths: bool = False) -> st.SearchStrategy[list[Drawn]]:
    """Up to eight decisions on the four songs, of any kind. hundredths: of a second, no others."""
    times, lengths = HUNDREDTHS if hundredths else ANY_TIMES
    decision = st.tuples(
        st.integers(1, len(SONGS)),
        st.sampled_from(TAGS),
        st.sampled_from(State),
        st.none() | st.tuples(times, lengths),
        st.none() | st.floats(0.0, 1.0),
    )
    return st.lists(decision, max_size=8)


@contextmanager
def library_of(drawn: list[Drawn]) -> Iterator[tuple[Path, Library]]:
    """Open a library with these decisions, and give its folder."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        with Library.open(folder / "drawn.db", annotator="Ann") as library:
            add_songs(library, folder)
            for song, tag, state, part, intensity in drawn:
                tag_number = tag_id(library, tag)
                if part:
                    start, length = part
                    end = round(start + length, 12)
                    library.do(JudgeRegion(song, tag_number, start, end, state))
                    continue
                library.do(Judge(song, tag_number, state))
                if intensity is not None and state is State.YES:
                    library.do(SetIntensity(song, tag_number, intensity))
            yield folder, library
