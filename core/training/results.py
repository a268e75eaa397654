"""The end of fine-tuning: measure what was learned, say so, write the card, save the model."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.jobs import JobContext
from core.messages import message, sentences
from core.metrics.measure import measure, measure_both
from core.metrics.metric_records import Measurement, MetricChange
from core.models.card import ModelCard, code_version, now
from core.models.catalogue import ARCHITECTURES
from core.models.checkpoint import save_checkpoint
from core.models.ground import learned_ground
from core.models.model_records import network_name
from core.models.probe_form import probe_network, probe_scores
from core.models.probe_tagger import ProbeTagger
from core.training.artist_groups import joined_spellings
from core.training.config import DepthChoice, FinetuneRequest
from core.training.finetune_records import FinetuneResult
from core.training.folds import Folds
from core.training.go_deeper import DeepResult
from core.training.live_round import CALIBRATION
from core.training.loop import FitResult
from core.training.readiness_records import spellings_sentence, unclear_sentence
from core.training.snapshot import (
    labels_snapshot,
    network_songs,
    pack_scores,
    replace_learned,
)
from core.training.sources import Skipped
from core.training.teach_words import Judgement
from core.training.training_set import TrainingSet

CHANCE = 0.5  # the score of a tag that a model does not predict: it ranks no song
FEW_ARTISTS = 5  # a number of fewer says little of others


@dataclass(frozen=True, slots=True)
class TrainingRun:
    """Everything known when training is over.

    card: what is known of the new model before. new_sides: of groups that the stored split did not
    have. started: time.monotonic().
    """

    request: FinetuneRequest
    choice: DepthChoice
    training_set: TrainingSet
    judgement: Judgement
    folds: Folds
    deeper: DeepResult | None
    skipped: Skipped
    new_sides: dict[str, str]
    started: float

    @property
    def deepened(self) -> ProbeTagger | None:
        """Return the network that gradient training made better, if it did."""
        return None if self.deeper is None else self.deeper.deepening.network

    @property
    def fit(self) -> FitResult:
        """Return how gradient training went."""
        return FitResult(0, 0) if self.deeper is None else self.deeper.deepening.fit

    @property
    def learned(self) -> NDArray[np.bool_]:
        """Mark the songs learned from: all of them, or those not kept apart."""
        if self.deeper is None or self.deepened is None:
            return np.ones(len(self.training_set.labels.audio_hashes), dtype=np.bool_)
        return ~self.deeper.kept

    @property
    def measured(self) -> NDArray[np.bool_]:
        """Mark the songs the numbers rest on: those whose embeddings do not know their labels.

        After gradient training, those of them that were kept apart.
        """
        if self.deeper is None or self.deepened is None:
            return ~self.training_set.seen.by_network
        return self.deeper.judged

    @property
    def scores(self) -> NDArray[np.float32]:
        """Return scores of the taught words by networks that did not learn from the song, or NaN.

        Also of words that a song was not judged on: once it is, there is a score to measure by.
        """
        scores = self.judgement.scores
        if self.deeper is not None and self.deepened is not None:
            assert self.deeper.deepening.scores is not None
            scores = self.deeper.deepening.scores
        known = self.measured[:, None] & self.training_set.label_map.trained
        return np.where(known, scores, np.float32("nan"))


def finish(run: TrainingRun, network: ProbeTagger, job: JobContext) -> FinetuneResult:
    """Measure before and after, write the card, save the model.

    network: with the probe alone. Raises ModelError if it cannot be written, Cancelled.
    """
    training_set, request = run.training_set, run.request
    trained = np.flatnonzero(training_set.label_map.trained)
    words = [training_set.label_map.words[word] for word in trained]
    states = np.where(run.measured[:, None], training_set.states, np.int8(-1))[:, trained]
    old, new = scores_before(training_set)[:, trained], run.scores
    job.check()
    before, after, change = measured_scores(words, states, old, new[:, trained], run.folds.groups)
    notes = notes_of(run, after)
    card = make_card(run, before, after, notes)
    added = {
        "change": change.to_json(), "out_of_fold": pack_scores(new), CALIBRATION: _calibration(run),
    }  # fmt: skip
    card = replace(card, metrics={**card.metrics, **added})
    path = save_checkpoint(request.models_folder, card, run.deepened or network)
    parent_rows = training_set.label_map.parent_rows[trained]
    known = {word for word, row in zip(words, parent_rows, strict=True) if row >= 0}
    return FinetuneResult(
        path,
        card,
        {name: tag for name, tag in before.tags.items() if name in known},
        after.tags,
        before.means["wauc"].value,
        after.means["wauc"].value,
        n_train=n_learned(run),
        n_measured=after.n_songs,
        left_out=training_set.label_map.left_out,
        depth=trained_depth(run),
        depth_reason=run.choice.reason,
        seconds=time.monotonic() - run.started,
        device=training_set.parent.device,
        tag_ids=training_set.label_map.tag_ids,
        skipped=run.skipped,
        notes=notes,
        measured_by=measured_by(run),
        means=after.means,
        change=change,
        new_sides=run.new_sides,
    )


def measured_scores(
    words: Sequence[str],
    states: NDArray[np.int8],
    old: NDArray[np.float32],
    new: NDArray[np.float32],
    groups: NDArray[np.int64],
) -> tuple[Measurement, Measurement, MetricChange]:
    """Measure the parent, the new model, and the change on the cells that both have a score of.

    The new model is measured on all of its own, as it will be whenever it is looked at.
    """
    before, after, change = measure_both(words, states, old, new, groups)
    if ((states >= 0) & np.isnan(old) & np.isfinite(new)).any():
        after = measure(words, states, new, groups)
    return before, after, change


def scores_before(training_set: TrainingSet) -> NDArray[np.float32]:
    """Return what the parent says of the words: (n_songs, n_words), CHANCE where it knows none.

    Of songs it has learned from, its own out-of-fold scores; NaN where it has none.
    """
    parent, label_map = training_set.parent, training_set.label_map
    known = np.flatnonzero(label_map.parent_rows >= 0)
    scores = np.full(
        (len(training_set.labels.audio_hashes), len(label_map.words)), CHANCE, np.float32
    )
    own = probe_scores(parent, training_set.songs.embeddings)
    honest = replace_learned(parent.card, training_set.labels.audio_hashes, own)
    scores[:, known] = honest[:, label_map.parent_rows[known]]
    return scores


def n_learned(run: TrainingRun) -> int:
    """Count the songs that the new model learned from."""
    return int(run.learned.sum())


def measured_by(run: TrainingRun) -> str:
    """Name how it was measured: kept songs, folds of artists, folds of songs."""
    if run.deepened is not None:
        return "kept"
    return "artists" if run.folds.by_artist else "songs"


def trained_depth(run: TrainingRun) -> str:
    """Name the depth that was really learned."""
    return "classifier" if run.deepened is None else str(run.choice.depth)


def notes_of(run: TrainingRun, after: Measurement) -> tuple[str, ...]:
    """Say what was learned, how it was measured, and what that is worth: whole sentences."""
    return (
        learned_sentence(run),
        *_measured_sentences(run, after),
        *_left_out_sentences(run),
        *_spelling_sentences(run),
    )


def learned_sentence(run: TrainingRun) -> str:
    """Say in one sentence what was really learned."""
    if run.choice.trained <= {"classifier"}:
        networks = _network_names(run)
        if len(networks) > 1:
            return message("training.learned_words_of_sides", networks=", ".join(networks))
        return message("training.learned_words")
    if run.deeper is None:
        return message(
            "training.too_few_to_deepen", n_songs=len(run.training_set.labels.audio_hashes)
        )
    deepening = run.deeper.deepening
    epochs, n_kept = deepening.fit.epochs_done, int(run.deeper.judged.sum())
    probe_loss = f"{deepening.probe_loss:.3f}"
    if deepening.loss is None:
        return message("training.deeper_no_epoch", epochs=epochs)
    name = "deeper_kept" if deepening.network is not None else "deeper_dropped"
    return message(
        f"training.{name}", epochs=deepening.fit.best_epoch, loss=f"{deepening.loss:.3f}",
        probe_loss=probe_loss, n_songs=n_kept,
    )  # fmt: skip


def _network_names(run: TrainingRun) -> list[str]:
    """Name the networks that hear the music: the parent's own, then those beside it.

    A learned parent's own is named by its kind, as are sides of cards that do not name them.
    """
    card = run.training_set.parent.card
    own = run.request.parent_name if not card.parent else _title(card.architecture)
    sides = card.sizes.get("sides", ())
    return [own, *(side.get("name") or _title(side["architecture"]) for side in sides)]


def _title(architecture: str) -> str:
    return ARCHITECTURES[network_name(architecture)].title


def _measured_sentences(run: TrainingRun, after: Measurement) -> list[str]:
    if after.means["wauc"].value is None:
        return [message("training.nothing_measured")]
    if run.deepened is not None:
        return [message("training.measured_on_kept", n_songs=after.n_songs)]
    n_artists = run.folds.n_artists
    if run.folds.by_artist:
        return [message("training.measured_by_artist", n_artists=n_artists)]
    if not n_artists:
        return [message("training.measured_without_artists")]
    return [message("training.measured_by_song")]


def _left_out_sentences(run: TrainingRun) -> list[str]:
    """Say which songs the numbers leave out, and which decisions learning did, where any are."""
    judged = (run.training_set.states >= 0).any(axis=1)
    n_known = int((judged & run.training_set.seen.by_network).sum())
    n_unclear = run.training_set.labels.n_unclear
    return [
        *([message("training.network_knows", n_songs=n_known)] if n_known else []),
        *([unclear_sentence(n_unclear)] if n_unclear else []),
    ]


def _spelling_sentences(run: TrainingRun) -> list[str]:
    spellings = joined_spellings(run.training_set.labels.artists)
    return [spellings_sentence(spellings)] if spellings else []


def make_card(
    run: TrainingRun, before: Measurement, after: Measurement, notes: tuple[str, ...]
) -> ModelCard:
    """Write down what the new model is, where it comes from and how well it does."""
    request, training_set = run.request, run.training_set
    card = training_set.card(request.name) if run.deeper is None else run.deeper.card
    n_trained = int(training_set.label_map.trained.sum())
    description: str = message(
        "training.learned_from", parent=request.parent_name, taught=n_trained,
        kept=len(card.words) - n_trained,
    )  # fmt: skip
    for note in notes:
        description = sentences(description, note)
    by_network = network_songs(training_set.parent.card)
    if run.deepened is not None:
        rows = np.flatnonzero(run.learned).tolist()
        by_network |= {training_set.labels.audio_hashes[row] for row in rows}
    return replace(
        card,
        description=description,
        parent=request.parent_name,
        labels=labels_snapshot(training_set.labels, ~run.learned, by_network),
        seed=request.seed,
        settings={
            "depth": trained_depth(run),
            "depth_chosen": request.depth,
            "depth_reason": run.choice.reason,
            "epochs": request.epochs,
            "seconds": round(time.monotonic() - run.started, 1),
            "epochs_done": run.fit.epochs_done,
            "best_epoch": run.fit.best_epoch,
            "schedule": request.schedule.to_json(),
            "device": training_set.parent.device,
            "prior_share": run.judgement.prior_share,
        },
        metrics=_metrics_json(run, before, after),
        code_version=code_version(),
        created_at=now(),
        weights_digest="",
        ground=_ground_json(run),
    )


def _calibration(run: TrainingRun) -> dict[str, list[float]]:
    """Return the slope and offset of every trained word; see live_round.py, which reads them."""
    label_map = run.training_set.label_map
    words = np.array(label_map.words, dtype=object)[label_map.trained].tolist()
    pairs = zip(run.judgement.slopes.tolist(), run.judgement.offsets.tolist(), strict=True)
    return {word: list(pair) for word, pair in zip(words, pairs, strict=True)}


def _ground_json(run: TrainingRun) -> dict[str, Any]:
    """Keep the judged songs as the network embeds them; none after it was trained itself."""
    if run.deepened is not None:
        return {}
    training_set = run.training_set
    judged = (training_set.states >= 0).any(axis=1)
    width = probe_network(training_set.parent).n_embedding
    return learned_ground(training_set.songs.embeddings[judged, :width])


def _metrics_json(run: TrainingRun, before: Measurement, after: Measurement) -> dict[str, Any]:
    return {
        "wauc": after.means["wauc"].value,
        "wauc_before": before.means["wauc"].value,
        "means": {name: mean.to_json() for name, mean in after.means.items()},
        "per_tag": {name: tag.to_json() for name, tag in after.tags.items()},
        "per_tag_before": {name: tag.to_json() for name, tag in before.tags.items()},
        "n_train": n_learned(run),
        "n_held_out": after.n_songs,
        "n_artists": run.folds.n_artists,
        "measured_by": measured_by(run),
    }
