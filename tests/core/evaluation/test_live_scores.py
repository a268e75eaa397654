"""A part of a song scored as it is and deformed: the same seconds, both ways."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.audio.deformations import Condition
from core.audio.playback_records import LiveDeformation
from core.errors import AudioError
from core.evaluation.deformed_songs import deformed_sounds, embed_sound, score_sound
from core.evaluation.live_records import LiveScores
from core.evaluation.live_scores import LiveRequest, live_scores
from core.features.analyse import ensure_log_mel, identify_song
from core.features.cache import FeatureCache
from core.models.checkpoint import load_checkpoint
from core.models.predict import predict_song
from core.models.probe_form import probe_form
from tests.support.hand_made_network import band_model, tone
from tests.support.learning_library import tiny_model

RATE_HZ = 12_000
RECIPE = band_model().card.recipe


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


def test_deformed_sounds_are_what_a_plan_scores_and_embeds(song: Path, tmp_path: Path) -> None:
    cache = FeatureCache(tmp_path)
    audio_hash = identify_song(song, cache).audio_hash
    conditions = (Condition("mono", 1.0), Condition("level", -20.0))
    plain, mono, quiet = deformed_sounds(song, audio_hash, conditions)
    assert [sound.condition for sound in (plain, mono, quiet)] == [None, *conditions]
    assert plain.is_whole
    log_mel = ensure_log_mel(song, audio_hash, RECIPE, cache)
    assert plain.features((RECIPE,))[0].values == pytest.approx(log_mel.values, abs=1e-2)
    model = band_model()
    assert np.array_equal(
        score_sound(model, mono.samples, mono.rate_hz), score_sound(model, plain.samples, RATE_HZ)
    )
    tiny = probe_form(load_checkpoint(tiny_model(tmp_path)))
    embedding = embed_sound(tiny, plain.samples, plain.rate_hz)
    assert embedding == pytest.approx(predict_song(tiny, log_mel).embedding, abs=1e-2)
    assert not np.allclose(embedding, embed_sound(tiny, quiet.samples, quiet.rate_hz), atol=1e-3)
    with pytest.raises(AudioError, match="not the sound it was"):
        next(deformed_sounds(song, "0" * 32, conditions))
