"""Which songs are held out: whole artists, about a fifth of a library."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.library.records import Labels
from core.training.split import held_out_mask, is_held_out


def test_all_songs_of_an_artist_fall_on_one_side() -> None:
    artists = ("Vibe Ace", "VIBE  ACE", " vibe ace ", "", "")
    labels = Labels(
        song_ids=np.arange(5),
        audio_hashes=tuple("abcde"),
        paths=tuple(Path(f"{number}.flac") for number in range(5)),
        artists=artists,
        tag_ids=np.arange(1),
        tag_names=("kick",),
        states=np.ones((5, 1), dtype=np.int8),
        codebook_version=1,
    )
    sides = held_out_mask(labels)
    assert len(set(sides[:3].tolist())) == 1
    assert sides[3] == is_held_out("", "d")


def test_about_a_fifth_is_held_out_whoever_joins_later() -> None:
    artists = [f"Artist {number}" for number in range(2000)]
    shares = np.mean([is_held_out(artist, "x") for artist in artists])
    assert 0.17 < shares < 0.23
    assert abs(np.mean([is_held_out("", f"{n}") for n in range(2000)]) - 0.2) < 0.03
