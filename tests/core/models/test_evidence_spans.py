"""The seconds that speak for a word lie where the event is, not only somewhere in a long window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.features.analyse import analyse_song
from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel
from core.jobs import Cancelled
from core.models.checkpoint import TaggingModel, load_checkpoint
from core.models.evidence_spans import MOST_S, evidence_span, strongest_part, widened, with_head
from core.models.predict import predict_song, song_input
from core.models.probe_form import probe_form
from core.paths import resource
from tests.support.hand_made_network import HIGH, SEGMENT_FRAMES, band_model

THESIS = RECIPES["thesis"]
FRAME_S = THESIS.hop_length / THESIS.rate_hz
RATE_HZ = 22_050
EVENT_S = (41.0, 42.5)


@pytest.fixture
def long_windows() -> TaggingModel:
    """The linear network, in windows of half a minute as the thesis has them."""
    model = band_model()
    model.network.segment_frames = 1366
    return model


def song_with_event(change: float) -> LogMel:
    """Two minutes, in which the high band is louder (or softer) during EVENT_S."""
    values = np.random.default_rng(3).normal(-8.0, 0.1, (96, round(120 / FRAME_S)))
    first, last = (round(second / FRAME_S) for second in EVENT_S)
    values[HIGH, first:last] += change
    return LogMel(values.astype(np.float32), THESIS, "")


@pytest.mark.parametrize("most", [True, False])
def test_a_short_event_in_a_long_window_is_found_and_in_its_middle(
    long_windows: TaggingModel, most: bool
) -> None:
    song = song_with_event(6.0 if most else -6.0)
    taggram = predict_song(long_windows, song).taggram
    assert taggram is not None
    scores = taggram.scores[:, 1]
    start_s = float(taggram.start_s[scores.argmax() if most else scores.argmin()])
    window_s = (start_s, start_s + taggram.window_s)
    found = evidence_span(long_windows, song, "high", window_s, most=most)
    assert found is not None
    assert found.start_s <= EVENT_S[0]
    assert found.end_s >= EVENT_S[1]
    assert sum(found.span_s) / 2 == pytest.approx(sum(EVENT_S) / 2, abs=0.5)
    assert found.end_s - found.start_s < 4.5
    change = found.score - found.score_without
    assert change > 0.02 if most else change < -0.02


def test_short_windows_are_looked_at_with_what_lies_around() -> None:
    song = song_with_event(6.0)
    found = evidence_span(band_model(), song, "high", (40.5, 40.5 + SEGMENT_FRAMES * FRAME_S))
    assert found is not None
    assert sum(found.span_s) / 2 == pytest.approx(sum(EVENT_S) / 2, abs=0.5)


def test_an_even_sound_or_one_that_only_speaks_against_has_no_such_seconds(
    long_windows: TaggingModel,
) -> None:
    even = LogMel(np.full((96, 3000), -8.0, np.float32), THESIS, "")
    assert evidence_span(long_windows, even, "high", (10.0, 39.0)) is None


def test_the_starter_hears_drums_where_they_are(tmp_path: Path) -> None:
    """A minute of soft chords; drums from 33 to 36 s, which no window of 10 s begins with."""
    times = np.arange(60 * RATE_HZ) / RATE_HZ
    samples = sum(0.05 * np.sin(2 * np.pi * hz * times) for hz in (220.0, 277.2, 329.6))
    hits = np.random.default_rng(1).normal(0, 0.5, len(times)) * np.exp(-30 * (times % 0.25))
    samples += np.where((times >= 33.0) & (times < 36.0), hits, 0.0)
    soundfile.write(tmp_path / "song.wav", samples, RATE_HZ)
    cache = FeatureCache(tmp_path / "cache")
    model = load_checkpoint(resource("starter.safetensors"))
    audio_hash = analyse_song(tmp_path / "song.wav", cache).audio_hash
    song = song_input(model, tmp_path / "song.wav", audio_hash, cache)
    taggram = predict_song(model, song).taggram
    assert taggram is not None
    start_s = float(taggram.start_s[taggram.scores[:, model.words.index("drums")].argmax()])
    found = evidence_span(model, song, "drums", (start_s, start_s + taggram.window_s))
    assert found is not None
    assert found.start_s >= 32.0
    assert found.end_s <= 37.0
    assert found.score_without < found.score


def test_a_part_is_neither_too_short_nor_too_long_and_centred() -> None:
    point = np.zeros(400)
    point[200] = 1.0
    assert strongest_part(point, 0.1) == pytest.approx((19.0, 21.0), abs=0.11)
    wide = np.r_[np.zeros(100), np.ones(200), np.zeros(100)]
    start_s, end_s = strongest_part(wide, 0.1) or (0.0, 0.0)
    assert end_s - start_s == pytest.approx(MOST_S)
    assert start_s >= 10.0
    assert end_s <= 30.0
    assert strongest_part(-point, 0.1) is None
    assert strongest_part(point[:0], 0.1) is None
    assert strongest_part(np.ones(5), 0.1) == pytest.approx((0.0, 0.5))


def test_a_short_window_is_widened_inside_the_song() -> None:
    assert widened((0.0, 3.0), 60.0) == (0.0, 10.0)
    assert widened((58.0, 60.0), 60.0) == (50.0, 60.0)
    assert widened((10.0, 39.0), 60.0) == (10.0, 39.0)
    assert widened((0.0, 29.0), 4.0) == (0.0, 4.0)


def test_a_word_learned_since_has_the_logit_of_its_head() -> None:
    model = load_checkpoint(resource("starter.safetensors"))
    song = LogMel(np.random.default_rng(5).normal(-8, 3, (96, 1500)).astype(np.float32), THESIS, "")
    embedding = predict_song(probe_form(model), song).embedding
    assert embedding is not None
    weight = np.random.default_rng(6).normal(0, 0.02, len(embedding)).astype(np.float32)
    live = with_head(model, "mine", (weight, 0.25))
    assert live.words == ("mine",)
    logit = float(embedding @ weight) + 0.25
    scores = predict_song(live, song).scores
    assert scores.tolist() == pytest.approx([1 / (1 + np.exp(-logit))], abs=0.01)
    assert with_head(model, "drums", None) is model
    assert evidence_span(live, song, "mine", (0.0, 10.0)) is not None


def test_it_can_be_stopped(long_windows: TaggingModel) -> None:
    class Stopped:
        def report(self, done: float, total: float, what: str = "") -> None: ...

        def check(self) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        evidence_span(long_windows, song_with_event(6.0), "high", (30.0, 59.0), Stopped())
