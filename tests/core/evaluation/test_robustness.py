"""A model on deformed songs: paired with the same songs as they are, and honest about the rest."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.audio.deformations import Condition
from core.errors import AudioError, TrainingError
from core.evaluation.robustness import measure_robustness
from core.evaluation.robustness_records import Robustness, RobustnessRequest
from core.evaluation.score_shift import mean_over_artists
from core.exchange.tables.robustness_table import COLUMNS, write_robustness
from core.features.analyse import ensure_log_mel, identify_song
from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.jobs import Cancelled
from core.library.records import Labels
from core.models.checkpoint import TaggingModel
from core.models.predict import predict_song
from core.training.labels import select_songs
from tests.support.hand_made_network import WORDS, band_model, tone

RATE_HZ, N_SONGS = 12_000, 12
CONDITIONS = (
    Condition("level", -20.0), Condition("mono", 1.0), Condition("noise", 0.4),
    Condition("excerpt", 0.5), Condition("level", 20.0),
)  # fmt: skip


@pytest.fixture(scope="module")
def labels(tmp_path_factory: pytest.TempPathFactory) -> Labels:
    """Songs of six artists: half of them low, half high, which is what the model hears."""
    folder = tmp_path_factory.mktemp("songs")
    cache, hashes, paths = FeatureCache(folder / "cache"), [], []
    states = np.array([[number % 2, 1 - number % 2] for number in range(N_SONGS)], np.int8)
    for number in range(N_SONGS):
        path = folder / f"{number}.wav"
        samples = tone((3300 if states[number, 1] else 240) + number, 1.5, RATE_HZ)
        soundfile.write(path, np.stack([samples, samples], axis=1), RATE_HZ, subtype="FLOAT")
        hashes.append(identify_song(path, cache).audio_hash)
        paths.append(path)
    return Labels(
        song_ids=np.arange(1, N_SONGS + 1),
        audio_hashes=tuple(hashes),
        paths=tuple(paths),
        artists=tuple(f"Artist {number // 2}" for number in range(N_SONGS)),
        tag_ids=np.array([11, 12]),
        tag_names=WORDS,
        states=states,
        codebook_version=1,
        digest="snapshot",
    )


def learned_from(labels: Labels, rows: range) -> TaggingModel:
    """The model, with a card that says which songs it has learned from."""
    model = band_model()
    hashes = [labels.audio_hashes[row] for row in rows]
    states = labels.states[list(rows)].tolist()
    snapshot = {"audio_hashes": hashes, "tags": list(WORDS), "states": states}
    return replace(model, card=replace(model.card, labels=snapshot))


def test_conditions_are_paired_with_the_same_songs_as_they_are(
    labels: Labels, tmp_path: Path
) -> None:
    found = measure_robustness(band_model(), labels, RobustnessRequest(CONDITIONS))
    quiet, mono, noise, short, loud = found.conditions
    assert found.wauc.value == 1.0
    assert (found.n_songs, found.n_artists, found.n_learned) == (N_SONGS, 6, 0)
    assert found.test_songs == set(labels.audio_hashes)
    assert [result.n_songs for result in found.conditions] == [N_SONGS] * 3 + [0, N_SONGS]
    assert mono.change.value == 0.0
    assert mono.score_change.value == 0.0
    assert mono.score_shift.interval == (0.0, 0.0)
    assert quiet.score_change.value is not None
    assert quiet.score_change.value < -0.05, "its logit is the level of a band"
    assert quiet.score_change.high is not None
    assert quiet.score_change.low < quiet.score_change.value < quiet.score_change.high  # type: ignore[operator]
    assert noise.score_change.value is not None
    assert noise.score_change.value > 0.05
    assert noise.tags["low"].support == N_SONGS // 2
    assert noise.tags["low"].score_change == pytest.approx(noise.score_change.value, abs=0.2)
    assert mono.rank.value == 1.0, "the songs keep their order"
    assert quiet.word_changes.keys() == set(WORDS)
    assert (found.n_judged, found.n_words) == (N_SONGS, 2)
    assert (quiet.clipped, mono.clipped) == (0.0, None)
    assert loud.clipped is not None
    assert loud.clipped > 0.5
    assert len(short.failed) == N_SONGS, "half a second is too short to be scored"
    assert short.change.value is None
    path = tmp_path / "robustness.csv"
    write_robustness(found, path)
    rows = list(csv.DictReader(path.open(encoding="utf-8", newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert [row["tag"] for row in rows] == ["", *WORDS] * len(CONDITIONS)
    assert float(rows[0]["change"]) == pytest.approx(quiet.change.value)
    assert rows[0]["unit_or_preset"] == "−20 dB"
    stored = json.loads(json.dumps(found.to_json()))
    assert stored["conditions"][0]["wauc_change"] == quiet.change.to_json()
    assert Robustness.from_json(stored) == replace(found, test_songs=frozenset())


def test_undeformed_songs_score_as_their_files_do(labels: Labels, tmp_path: Path) -> None:
    from core.audio.whole_sound import read_sound
    from core.evaluation.sound_scores import score_sound

    path, audio_hash = labels.paths[0], labels.audio_hashes[0]
    log_mel = ensure_log_mel(path, audio_hash, RECIPES["thesis"], FeatureCache(tmp_path))
    sound = read_sound(path, audio_hash, 60.0)
    found = score_sound(band_model(), sound.samples, sound.rate_hz)
    assert found == pytest.approx(predict_song(band_model(), log_mel).scores, abs=1e-4)


def test_songs_learned_from_count_only_when_asked_for(labels: Labels) -> None:
    model, conditions = learned_from(labels, range(10)), CONDITIONS[1:2]
    fresh = measure_robustness(model, labels, RobustnessRequest(conditions))
    assert (fresh.n_songs, fresh.n_left_aside, fresh.n_learned) == (2, 10, 0)
    assert fresh.conditions[0].change.reason, "one artist allows no range"
    whole = measure_robustness(model, labels, RobustnessRequest(conditions, all_songs=True))
    assert (whole.n_songs, whole.n_left_aside, whole.n_learned) == (N_SONGS, 0, 10)
    assert whole.test_songs == set(labels.audio_hashes[10:])
    only = select_songs(labels, np.arange(10))
    with pytest.raises(TrainingError, match="learned from all"):
        measure_robustness(model, only, RobustnessRequest(conditions))


def test_songs_without_a_decision_show_how_the_scores_move(labels: Labels) -> None:
    nothing = replace(labels, states=np.full_like(labels.states, -1))
    with pytest.raises(TrainingError, match="--unjudged"):
        measure_robustness(band_model(), nothing, RobustnessRequest(CONDITIONS[:1]))
    request = RobustnessRequest(CONDITIONS[:2], unjudged=True)
    found = measure_robustness(band_model(), nothing, request)
    quiet, mono = found.conditions
    assert (found.n_songs, found.n_judged, found.test_songs) == (N_SONGS, 0, frozenset())
    assert quiet.deformed.value is None
    assert quiet.deformed.reason
    assert quiet.score_shift.value is not None
    assert quiet.score_shift.value > 0.05
    assert mono.score_shift.value == 0.0
    assert mono.rank.interval == (1.0, 1.0)


def test_songs_that_fail_are_listed_and_a_cancel_is_felt(labels: Labels) -> None:
    gone = replace(labels, paths=(Path("/gone/song.wav"), *labels.paths[1:]))
    gone = select_songs(gone, np.arange(4))
    request = RobustnessRequest(CONDITIONS[1:2], most_s=1.2)
    found = measure_robustness(band_model(), gone, request)
    assert [path.name for path, _ in found.skipped] == ["song.wav"]
    assert (found.n_songs, found.n_shortened) == (3, 3)
    with pytest.raises(TrainingError, match="no song"):
        measure_robustness(band_model(), select_songs(gone, np.arange(1)), request)

    class Stopping:
        """Stops when the second song begins."""

        def __init__(self) -> None:
            self.done = 0.0

        def report(self, done: float, total: float, what: str = "") -> None:  # noqa: ARG002
            self.done = max(done, self.done)

        def check(self) -> None:
            if self.done >= 1.0:
                raise Cancelled

    with pytest.raises(Cancelled):
        measure_robustness(band_model(), labels, request, Stopping())


def test_what_cannot_be_done_here_is_left_out(
    labels: Labels, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    few, mp3 = select_songs(labels, np.arange(2)), Condition("mp3", 64.0)
    found = measure_robustness(band_model(), few, RobustnessRequest((mp3, CONDITIONS[1])))
    assert [result.condition.deformation for result in found.conditions] == ["mono"]
    assert [name for name, _ in found.left_out] == ["mp3"]
    assert "ffmpeg" in found.left_out[0][1]
    with pytest.raises(AudioError, match="ffmpeg"):
        measure_robustness(band_model(), few, RobustnessRequest((mp3,)))


def test_a_mean_has_the_range_of_its_artists() -> None:
    """As Student's t of the artists' means, where all have as many songs."""
    generator = np.random.default_rng(2)
    groups = np.repeat(np.arange(20), 3)
    values = np.repeat(generator.normal(0.1, 0.05, 20), 3)
    found = mean_over_artists(values, groups)
    half = 2.093 * values[::3].std() / np.sqrt(20)
    assert found.value == pytest.approx(values.mean())
    assert found.low == pytest.approx(values.mean() - half, abs=0.1 * half)
    assert found.high == pytest.approx(values.mean() + half, abs=0.1 * half)
    few = mean_over_artists(values[:6], groups[:6])
    assert few.interval is None
    assert few.reason
