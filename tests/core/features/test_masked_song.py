"""Only what mattered is heard, as loud as the song, where it was in the song."""

from __future__ import annotations

import wave
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.audio.decode import AudioReader
from core.audio.loudness import equal_gains, weighted_power
from core.audio.player import Player
from core.errors import AudioError
from core.features import masked_song as module
from core.features.filterbank import band_edges_hz
from core.features.masked_song import SongMask, masked_song
from core.features.recipe import RECIPES
from tests.support.encoded_sounds import encoded, needs_ffmpeg

RATE_HZ, RECIPE = 22_050, RECIPES["thesis"]
FRAME_S = RECIPE.hop_length / RECIPE.rate_hz


def tones(channels: int = 2) -> np.ndarray:
    times = np.arange(4 * RATE_HZ) / RATE_HZ
    samples = 0.4 * np.sin(2 * np.pi * 200 * times) + 0.1 * np.sin(2 * np.pi * 3000 * times)
    return np.stack([samples] * channels, axis=1)


def two_tones(folder: Path, channels: int = 2) -> Path:
    path = folder / "tones.wav"
    soundfile.write(path, tones(channels), RATE_HZ)
    return path


def high_mask(seconds: float = 4.0) -> SongMask:
    values = np.zeros((96, round(seconds / FRAME_S) + 1), np.float32)
    middles = band_edges_hz(96, 0.0, RECIPE.f_max_hz, RECIPE.mel_scale)[1:-1]
    values[middles > 1500] = 1.0
    return SongMask(values, FRAME_S, RECIPE)


def power_at(samples: np.ndarray, hz: float) -> float:
    times = np.arange(len(samples)) / RATE_HZ
    return float(abs((samples * np.exp(-2j * np.pi * hz * times)).mean()))


def test_masked_and_original_are_equally_loud_and_neither_clips(tmp_path: Path) -> None:
    made = masked_song(two_tones(tmp_path), high_mask())
    sounds = [one.samples / 32_767 for one in (made.original, made.masked)]
    powers = [weighted_power(one.astype(np.float32), RATE_HZ) for one in sounds]
    assert powers[1] == pytest.approx(powers[0], rel=0.05)
    assert max(np.abs(one).max() for one in sounds) < 1.0
    middle = sounds[1][RATE_HZ : 3 * RATE_HZ, 0]
    assert power_at(middle, 3000) > 30 * power_at(middle, 200)


def test_a_region_lies_where_it_was_with_silence_around_it(tmp_path: Path) -> None:
    made = masked_song(two_tones(tmp_path), high_mask(), (1.0, 2.0))
    reader = made.masked.reader()
    whole = reader.read(10 * RATE_HZ)
    assert len(whole) == 4 * RATE_HZ
    assert not whole[: RATE_HZ - 1].any()
    assert not whole[2 * RATE_HZ + 1 :].any()
    assert np.abs(whole[RATE_HZ : 2 * RATE_HZ]).max() > 0.05
    reader.seek(RATE_HZ // 2)
    assert len(reader.read(RATE_HZ)) == RATE_HZ
    made.masked.write(tmp_path / "only.wav")
    with wave.open(str(tmp_path / "only.wav")) as file:
        assert (file.getnframes(), file.getnchannels()) == (RATE_HZ, 2)


def test_a_mask_along_time_plays_only_those_seconds(tmp_path: Path) -> None:
    along = np.zeros((1, 200), np.float32)
    along[0, 100:] = 1.0
    made = masked_song(two_tones(tmp_path, channels=1), SongMask(along, 0.02, None))
    samples = np.abs(made.masked.samples[:, 0])
    assert samples[: round(1.8 * RATE_HZ)].max() < 0.01 * samples.max()


def test_what_is_too_long_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_S", 3.0)
    with pytest.raises(AudioError, match="too long") as error:
        masked_song(two_tones(tmp_path), high_mask())
    assert "Loop the part" in error.value.remedy
    assert masked_song(two_tones(tmp_path), high_mask(), (0.0, 2.0)).span_s == (0.0, 2.0)


@needs_ffmpeg
@pytest.mark.parametrize(
    ("suffix", "options"),
    [
        ("flac", ("-f", "flac")), ("wav", ("-f", "wav")), ("mp3", ("-f", "mp3")),
        ("mka", ("-f", "matroska", "-c:a", "flac")), ("ogg", ("-f", "ogg", "-c:a", "libvorbis")),
        ("wma", ("-f", "asf")),
    ],
)  # fmt: skip
def test_a_stream_whose_head_tells_no_length_is_masked_whole_and_in_part(
    tmp_path: Path, suffix: str, options: tuple[str, ...]
) -> None:
    path = encoded(tmp_path / f"piped.{suffix}", options, tones(), RATE_HZ, piped=True)
    whole = masked_song(path, high_mask())
    assert len(whole.masked.samples) / whole.masked.rate_hz == pytest.approx(4.0, abs=0.12)
    assert len(whole.original.samples) == len(whole.masked.samples)
    part = masked_song(path, high_mask(), (1.0, 2.0))
    assert len(part.masked.samples) == part.masked.rate_hz
    assert part.masked.n_frames == whole.masked.n_frames
    for made in (whole, part):
        middle = made.masked.samples[RATE_HZ // 4 : 3 * RATE_HZ // 4, 0] / 32_767
        assert power_at(middle, 3000) > 30 * power_at(middle, 200)


def without_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have files opened that do not know their length before their end."""

    class Endless(AudioReader):
        def __init__(self, path: Path) -> None:
            super().__init__(path)
            self.info = replace(self.info, n_frames=0)

    monkeypatch.setattr(module, "AudioReader", Endless)


@pytest.mark.parametrize("span_s", [None, (1.0, 3.0), (3.0, 9.0)])
def test_a_length_that_nobody_knows_is_found_by_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, span_s: tuple[float, float] | None
) -> None:
    path = two_tones(tmp_path)
    known = masked_song(path, high_mask(), span_s)
    without_length(monkeypatch)
    found = masked_song(path, high_mask(), span_s)
    for ours, theirs in ((found.original, known.original), (found.masked, known.masked)):
        assert ours.first_frame == theirs.first_frame
        assert np.array_equal(ours.samples, theirs.samples)
        last = ours.first_frame + len(ours.samples)
        assert ours.n_frames == last, "what is behind the region is not known"
        assert len(ours.reader().read(10 * RATE_HZ)) == last


def test_what_is_too_long_is_noticed_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = two_tones(tmp_path)
    without_length(monkeypatch)
    monkeypatch.setattr(module, "MOST_S", 4.0)
    assert len(masked_song(path, high_mask()).masked.samples) == 4 * RATE_HZ
    monkeypatch.setattr(module, "MOST_S", 3.0)
    with pytest.raises(AudioError, match="too long"):
        masked_song(path, high_mask())
    assert len(masked_song(path, high_mask(), (1.0, 3.0)).masked.samples) == 2 * RATE_HZ
    with pytest.raises(AudioError, match="no sound"):
        masked_song(path, high_mask(), (5.0, 6.0))


def test_loudness_follows_the_standard() -> None:
    """A sine of 997 Hz at full scale is −3.01 LKFS (ITU-R BS.1770-4, one channel)."""
    times = np.arange(48_000 * 2) / 48_000
    sine = np.sin(2 * np.pi * 997 * times).astype(np.float32)
    lkfs = -0.691 + 10 * np.log10(weighted_power(sine, 48_000))
    assert lkfs == pytest.approx(-3.01, abs=0.05)
    assert equal_gains(sine, np.zeros_like(sine), 48_000) == (1.0, 1.0)
    quiet = equal_gains(sine, 0.01 * sine, 48_000)
    assert quiet[1] / quiet[0] == pytest.approx(10 ** (36 / 20)), "not without bound"


def test_the_player_goes_on_where_it_is_with_another_sound(tmp_path: Path) -> None:
    path = two_tones(tmp_path)
    made, player = masked_song(path, high_mask()), Player()
    player.load(path)
    player.set_loop(1.0, 3.0)
    player.seek(1.5)
    player.exchange(made.masked)
    assert player.state.position_s == pytest.approx(1.5)
    assert player.state.loop == (1.0, 3.0)
    player.exchange(path)
    assert player.state.position_s == pytest.approx(1.5)
    player.close()
