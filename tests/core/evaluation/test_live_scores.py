"""A part of a song scored as it is and deformed: the same seconds, both ways."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.audio.playback_records import LiveDeformation
from core.errors import AudioError
from core.evaluation.live_records import LiveScores
from core.evaluation.live_scores import LiveRequest, live_scores
from tests.support.hand_made_network import band_model, tone

RATE_HZ = 12_000


@pytest.fixture(scope="module")
def song(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds that are low, then two that are high."""
    path = tmp_path_factory.mktemp("song") / "low, high.wav"
    low, high = (tone(hz, 2.0, RATE_HZ) for hz in (240, 3300))
    both = np.concatenate([low, high])
    soundfile.write(path, np.stack([both, both], axis=1), RATE_HZ, subtype="FLOAT")
    return path


def test_the_seconds_of_the_request_are_scored_both_ways(song: Path) -> None:
    quieter = LiveDeformation(level_db=-12.0)
    low = live_scores(band_model(), LiveRequest(song, 0.0, 2.0, quieter, 7))
    high = live_scores(band_model(), LiveRequest(song, 2.0, 4.0, quieter, 7))
    assert low.words == band_model().words
    assert low.undeformed[0] > high.undeformed[0]
    assert (low.deformed < low.undeformed).any(), "its logit is the level of a band"
    assert low.moved_most(2, 0.01)
    assert low.moved_most(2, 2.0) == []


def test_without_a_deformation_nothing_moves_and_known_scores_are_taken_over(song: Path) -> None:
    request = LiveRequest(song, 0.0, 2.0, LiveDeformation(), 7)
    found = live_scores(band_model(), request)
    assert np.array_equal(found.deformed, found.undeformed)
    known = LiveScores(7, 0.0, 2.0, LiveDeformation(), found.words,
                       found.undeformed + 1, found.deformed)  # fmt: skip
    again = live_scores(
        band_model(), replace(request, deformation=LiveDeformation(noise=0.3)), known
    )
    assert np.array_equal(again.undeformed, known.undeformed)
    other = live_scores(band_model(), replace(request, start_s=0.5), known)
    assert not np.array_equal(other.undeformed, known.undeformed)


def test_a_file_that_is_gone_says_so(song: Path) -> None:
    gone = LiveRequest(song.with_name("gone.wav"), 0.0, 2.0, LiveDeformation())
    with pytest.raises(AudioError, match=r"gone\.wav"):
        live_scores(band_model(), gone)
    with pytest.raises(AudioError):
        live_scores(band_model(), LiveRequest(song, 60.0, 62.0, LiveDeformation()))
