"""Songs share the tags that were judged yes of both."""

from __future__ import annotations

from pathlib import Path

from core.library.records import Song, SongRow, State
from core.similarity.shared_tags import shared_tags

YES, NO, UNSURE = State.YES, State.NO, State.UNSURE


def row(song_id: int, **states: State) -> SongRow:
    song = Song(song_id, f"{song_id:032x}", Path("/m"), 1, 0.0, "", "", "", None, 1.0, 1, 1, "",
                None, "")  # fmt: skip
    return SongRow(song, {ord(name): state for name, state in states.items()})


def names(found: dict[int, tuple[int, ...]]) -> dict[int, str]:
    return {song_id: "".join(map(chr, tags)) for song_id, tags in found.items()}


def test_only_a_yes_of_both_counts() -> None:
    wanted = [row(1, a=YES, b=YES, c=NO, d=UNSURE, e=YES)]
    others = [row(2, a=YES, b=NO, c=NO, d=UNSURE, e=YES), row(3), row(4, b=YES, z=YES)]
    assert names(shared_tags(wanted, others)) == {2: "ae", 3: "", 4: "b"}


def test_of_several_songs_one_is_enough_and_what_most_have_comes_first() -> None:
    wanted = [row(1, a=YES, c=YES), row(2, b=YES, c=YES)]
    assert names(shared_tags(wanted, [row(3, a=YES, b=YES, c=YES)])) == {3: "cab"}
    assert names(shared_tags([], [row(3, a=YES)])) == {3: ""}
