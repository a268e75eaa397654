"""Lists kept in memory: after every decision they are what the file holds, however it came."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.library.edits.edits import Edit, Judge, JudgeMany, JudgeRegion, RemoveSongs
from core.library.edits.merge_edits import MergeTags
from core.library.records import State
from core.library.search import song_index
from core.library.store import Library
from tests.support.small_songs import library_with, tag_id

N_SONGS, N_EDITS = 12, 60
QUERIES = ("untagged", "kick", "no:kick", "?piano", "unsure", "region:kick", "has:regions")
STATES = (State.YES, State.NO, State.UNSURE, None)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with library_with(tmp_path / "library.db", N_SONGS) as opened:
        yield opened


def found(library: Library) -> list[object]:
    """Return what is kept in memory as the user sees it: songs, their order, and counts."""
    search = library.search
    songs = [search.ids(query).tolist() for query in QUERIES]
    tags = [tag_id(library, name) for name in ("kick", "piano")]
    codes = search.decision_codes(library.songs.all_ids(), tags)
    return [songs, search.ids("", "tags").tolist(), search.facets(), codes.tolist()]


def drawn_edit(draw: np.random.Generator, tags: list[int], songs: list[int]) -> Edit:
    """Draw a decision on one song, on a part of one, or on several."""
    tag, song = int(draw.choice(tags)), int(draw.choice(songs))
    state = STATES[draw.integers(len(STATES))]
    match draw.integers(4):
        case 0:
            return JudgeRegion(song, tag, 1.0, 2.0, state or State.YES)
        case 1:
            several = draw.choice(songs, 5, replace=False)
            return JudgeMany(tuple(several.tolist()), tag, state or State.NO)
        case _:
            return Judge(song, tag, state)


@pytest.mark.parametrize("most", [0, 2, song_index.MOST_TOUCHED])
def test_what_is_kept_follows_decisions_and_their_undo(
    library: Library, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(song_index, "MOST_TOUCHED", most)
    draw = np.random.default_rng(most)
    tags = [tag_id(library, name) for name in ("kick", "piano")]
    with Library.open(library.path, read_only=True) as fresh:  # reads anew what others wrote
        for number in range(N_EDITS):
            songs = library.songs.all_ids().tolist()
            if number % 7 == 6:
                library.undo()
            elif number % 11 == 10:
                library.redo()
            else:
                library.do(drawn_edit(draw, tags, songs))
            if number == N_EDITS // 2:
                library.do(RemoveSongs((songs[3],)))
            if number % 3 != 1:  # sometimes two edits lie between two looks
                assert found(library) == found(fresh)


def test_decisions_of_a_merged_tag_are_kept_with_its_heir(library: Library) -> None:
    kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
    library.do(Judge(1, kick, State.YES), Judge(2, piano, State.YES), Judge(3, piano, State.NO))
    assert library.search.ids("kick").tolist() == [1]
    library.do(MergeTags(piano, kick))
    assert library.search.ids("kick").tolist() == [1, 2]
    assert library.search.ids("no:kick").tolist() == [3]
    library.undo()
    assert library.search.ids("kick").tolist() == [1]
    assert library.search.ids("piano").tolist() == [2]
