"""Which tags songs share: those that were judged yes of both. A guess is no tag."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.library.records import SongRow, State


def shared_tags(
    wanted: Sequence[SongRow], neighbours: Iterable[SongRow]
) -> dict[int, tuple[int, ...]]:
    """Return by song id of each neighbour the tags that it and a wanted song were judged yes on.

    Tag ids, those first that most of the wanted songs have; of several wanted songs, one is
    enough. By rows of the songs in question, not by the labels of the whole library.
    """
    counts = dict[int, int]()
    for row in wanted:
        for tag_id in _yes(row):
            counts[tag_id] = counts.get(tag_id, 0) + 1
    order = sorted(counts, key=lambda tag_id: (-counts[tag_id], tag_id))
    found = dict[int, tuple[int, ...]]()
    for row in neighbours:
        own = _yes(row)
        found[row.song.id] = tuple(tag_id for tag_id in order if tag_id in own)
    return found


def _yes(row: SongRow) -> set[int]:
    return {tag_id for tag_id, state in row.states.items() if state is State.YES}
