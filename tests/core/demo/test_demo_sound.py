"""What a composed song sounds like: clean, in time, in tune, the same for the same seed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.random import default_rng
from numpy.typing import NDArray

from core.demo import DEMO_SEED, DEMO_SONGS, RATE_HZ, compose_song, plan_songs, short_song
from core.demo.artists import INSTRUMENT_NAMES, Kit, Timbre, draw_artists
from core.demo.mixing import INSTRUMENTS
from core.demo.percussion import LEVELS, PANS, PIECES, make_piece
from core.demo.plan import SongPlan, plan_song
from core.demo.styles import STYLES

MIDDLE = Timbre(0.5, 0.5, 0.5, 0.5, 0.5, 0.4)
KIT = Kit(52.0, 0.25, 0.5, 190.0, 0.15, 0.6, 7000.0, 1.0, 0.4)


def strongest_hz(sound: NDArray[np.float32], low: float, high: float) -> float:
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound)), 1 << 18))
    frequency = np.fft.rfftfreq(1 << 18, 1.0 / RATE_HZ)
    band = (frequency > low) & (frequency < high)
    return float(frequency[band][np.argmax(spectrum[band])])


def in_mono(sound: NDArray[np.float32]) -> NDArray[np.float32]:
    return sound if sound.ndim == 1 else sound.mean(axis=0)


@pytest.mark.parametrize("style", [style.name for style in STYLES])
def test_every_style_is_clean_sound(style: str) -> None:
    song = short_song(5, style, 5.0)
    assert song.dtype == np.float32
    assert song.shape[1] == 2
    assert np.isfinite(song).all()
    assert 0.1 < np.abs(song).max() < 0.9
    assert abs(float(song.mean())) < 2e-3
    assert 0.02 < float(np.sqrt((song**2).mean())) < 0.3


def test_a_whole_song_lasts_as_planned_and_ends_in_silence() -> None:
    plan = plan_songs(DEMO_SEED, DEMO_SONGS)[6]
    song = compose_song(plan.seed, plan)
    assert abs(len(song) / RATE_HZ - plan.duration_s) < 0.01
    assert abs(float(song.mean())) < 1e-4
    assert np.abs(song[-100:]).max() < 1e-3


def test_the_same_seed_gives_the_same_song_to_the_bit() -> None:
    assert np.array_equal(short_song(3, "swing"), short_song(3, "swing"))


def test_another_seed_gives_other_music() -> None:
    assert not np.array_equal(short_song(3, "swing"), short_song(4, "swing"))


def test_another_seed_improvises_differently_over_the_same_plan() -> None:
    plan = replace(
        plan_songs(DEMO_SEED, DEMO_SONGS)[0],
        sections=plan_songs(DEMO_SEED, DEMO_SONGS)[0].sections[:1],
    )
    one, two = compose_song(plan.seed, plan), compose_song(plan.seed + 1, plan)
    assert one.shape == two.shape
    assert not np.array_equal(one, two)


@pytest.mark.parametrize("name", sorted({*INSTRUMENT_NAMES} - {"bells", "blips"}))
def test_every_instrument_plays_in_tune(name: str) -> None:
    pitch_hz = 110.0 if "bass" in name else 220.0
    sound = in_mono(INSTRUMENTS[name](pitch_hz, 1.0, 0.8, MIDDLE, default_rng(0)))
    measured_hz = [
        strongest_hz(sound, 0.97 * k * pitch_hz, 1.03 * k * pitch_hz) / k for k in (1, 2)
    ]
    assert min(abs(1200 * np.log2(hz / pitch_hz)) for hz in measured_hz) < 8.0  # cents


@pytest.mark.parametrize("name", sorted(INSTRUMENTS))
def test_every_instrument_is_free_of_clicks_and_dc(name: str) -> None:
    sound = in_mono(INSTRUMENTS[name](180.0, 0.5, 0.9, MIDDLE, default_rng(0)))
    peak = float(np.abs(sound).max())
    assert np.isfinite(sound).all()
    assert abs(float(sound.mean())) < 0.02 * peak
    assert abs(float(sound[-1])) < 0.02 * peak


@pytest.mark.parametrize("piece", sorted(PIECES))
def test_every_drum_has_its_level_and_decays(piece: str) -> None:
    sound = make_piece(piece, KIT, default_rng(0))
    assert np.abs(sound).max() == pytest.approx(LEVELS[piece], rel=1e-3)
    assert abs(float(sound[-1])) < 0.01
    assert piece in PANS


def test_the_kick_is_low_and_the_hat_is_high() -> None:
    kick, hat = (make_piece(piece, KIT, default_rng(0)) for piece in ("kick", "hat"))
    assert strongest_hz(kick, 20, 15000) < 120
    assert strongest_hz(hat, 20, 15000) > 3000


def estimate_tempo(plan: SongPlan) -> float:
    import librosa

    song = compose_song(plan.seed, plan).mean(axis=1)
    resampled = librosa.resample(song, orig_sr=RATE_HZ, target_sr=22050, res_type="soxr_mq")
    return float(
        np.ravel(librosa.feature.tempo(y=resampled, sr=22050, start_bpm=plan.tempo_bpm))[0]
    )


@pytest.mark.parametrize("style", ["house", "disco", "breaks", "down beat", "swing", "waltz"])
def test_a_beat_tracker_finds_the_composed_tempo(style: str) -> None:
    chosen = next(row for row in STYLES if row.name == style)
    plan = plan_song(77, draw_artists(9, 4)[2], chosen)
    ratio = estimate_tempo(plan) / plan.tempo_bpm
    assert min(abs(ratio - level) for level in (0.5, 2 / 3, 1.0, 4 / 3, 1.5, 2.0, 3.0)) < 0.06


def test_no_two_artists_sound_alike() -> None:
    artists = draw_artists(DEMO_SEED, 12)
    assert len({artist.name for artist in artists}) == 12
    rooms = sorted(artist.room.decay_s for artist in artists)
    assert rooms[-1] / rooms[0] > 3
    kicks = [round(artist.kit.kick_hz) for artist in artists]
    assert max(kicks) - min(kicks) > 10
    registers = [artist.register for artist in artists]
    assert max(registers) - min(registers) >= 8
