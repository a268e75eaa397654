"""Does a model listen to the music or to the mastering? The same songs, deformed, scored again.

After Won et al. 2020 ("Evaluation of CNN-based automatic music tagging models"), but paired: every
condition is compared with the undeformed sound of the same songs, scored by the same model. WAUC
is against decisions; changes and order of the scores need none and are of all the model's words.
One song is in memory at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.audio.deformations import DEFORMATIONS, Condition, clipped_share, deform
from core.audio.whole_sound import read_sound
from core.errors import ModelError, RhythmCapError, TrainingError
from core.evaluation.robustness_records import (
    ConditionResult,
    Robustness,
    RobustnessRequest,
    TagRobustness,
)
from core.evaluation.score_shift import score_shift
from core.evaluation.sound_scores import score_sound
from core.jobs import SILENT, JobContext
from core.library.records import Labels
from core.metrics.measure import as_stored, measure, measure_both
from core.metrics.metric_records import Measurement, MetricChange
from core.training.folds import artist_numbers
from core.training.labels import judged_songs, outputs_by_column, select_songs
from core.training.snapshot import training_songs

if TYPE_CHECKING:
    from core.models.checkpoint import TaggingModel

LEVEL = "level"  # the one deformation that cuts off what is beyond full scale

Scores = NDArray[np.float32]
Failures = list[tuple[Path, str]]


@dataclass(slots=True)
class _Scored:
    """Scores of the songs, (1 + n_conditions, n_songs, n_words), the first undeformed; NaN: none.

    clipped: share of each song's samples under every condition, (n_conditions, n_songs).
    """

    scores: Scores
    clipped: NDArray[np.float64]
    failed: list[Failures]
    skipped: Failures = field(default_factory=list)
    n_shortened: int = 0


def measure_robustness(
    model: TaggingModel, labels: Labels, request: RobustnessRequest, job: JobContext = SILENT
) -> Robustness:
    """Score the judged songs as they are and under every condition, and measure what changes.

    With `unjudged` songs without a decision, too. Both by the model itself, never out of fold:
    songs that it has learned from count only with all_songs. Songs that cannot be read or scored
    are listed. Raises ModelError where it knows no words, TrainingError where no song is left,
    AudioError where no condition can be done here; Cancelled.
    """
    if not model.words:
        raise ModelError("onnx.no_words", name=model.card.name)
    conditions, left_out = _possible(request.conditions)
    judged = labels if request.unjudged else judged_songs(labels)
    learned = _learned(model, judged)
    chosen = np.flatnonzero(~learned | request.all_songs)
    if not len(chosen):
        raise _no_song_error(request, judged)
    songs = select_songs(judged, chosen)
    scored = _score_songs(model, songs, conditions, request, job)
    rows = np.flatnonzero(np.isfinite(scored.scores[0]).all(axis=1))
    if not len(rows):
        raise TrainingError("evaluation.no_song", detail=_lines(scored.skipped))
    measured = _Measured.of(model, select_songs(songs, rows), scored.scores[:, rows], request)
    is_learned, is_judged = learned[chosen][rows], (measured.states >= 0).any(axis=1)
    hashes = np.array(songs.audio_hashes)[rows]
    return Robustness(
        model=model.card.name,
        wauc=measured.undeformed().means["wauc"],
        conditions=tuple(
            _condition_result(measured, number, condition, scored, rows)
            for number, condition in enumerate(conditions)
        ),
        n_songs=len(rows),
        n_artists=len(np.unique(measured.groups)),
        n_judged=int(is_judged.sum()),
        n_words=len(model.words),
        n_learned=int(is_learned.sum()),
        n_left_aside=len(learned) - len(chosen),
        n_shortened=scored.n_shortened,
        most_s=request.most_s,
        seed=request.seed,
        skipped=tuple(scored.skipped),
        left_out=left_out,
        test_songs=frozenset(hashes[~is_learned & is_judged].tolist()),
    )


def _no_song_error(request: RobustnessRequest, songs: Labels) -> TrainingError:
    """Return the error that none of some songs may count; whoever has no decisions needs none."""
    if len(songs.paths):
        return TrainingError("evaluation.only_learned_songs")
    return TrainingError("evaluation.no_song" if request.unjudged else "evaluation.no_judged_song")


def _possible(
    conditions: Sequence[Condition],
) -> tuple[tuple[Condition, ...], tuple[tuple[str, str], ...]]:
    """Divide conditions from deformations that cannot be done here. Raises AudioError."""
    problems = {
        name: problem
        for name in dict.fromkeys(condition.deformation for condition in conditions)
        if (problem := DEFORMATIONS[name].problem()) is not None
    }
    possible = tuple(item for item in conditions if item.deformation not in problems)
    if problems and not possible:
        raise next(iter(problems.values()))
    return possible, tuple((name, problem.message) for name, problem in problems.items())


def _learned(model: TaggingModel, judged: Labels) -> NDArray[np.bool_]:
    known = training_songs(model.card)
    return np.array([audio_hash in known for audio_hash in judged.audio_hashes], np.bool_)


# -- scoring ----------------------------------------------------------------------------------


def _score_songs(
    model: TaggingModel,
    songs: Labels,
    conditions: Sequence[Condition],
    request: RobustnessRequest,
    job: JobContext,
) -> _Scored:
    n_songs, n_rounds = len(songs.paths), 1 + len(conditions)
    scored = _Scored(
        np.full((n_rounds, n_songs, len(model.words)), np.nan, np.float32),
        np.zeros((len(conditions), n_songs)),
        [[] for _ in conditions],
    )
    for row, (path, audio_hash) in enumerate(zip(songs.paths, songs.audio_hashes, strict=True)):
        job.check()
        job.report(row, n_songs, path.name)
        try:
            sound = read_sound(path, audio_hash, request.most_s, job)
            scored.scores[0, row] = score_sound(model, sound.samples, sound.rate_hz, job)
        except RhythmCapError as error:
            scored.skipped.append((path, error.message))
            continue
        scored.n_shortened += not sound.is_whole
        for number, condition in enumerate(conditions):
            job.check()
            job.report(row + (1 + number) / n_rounds, n_songs, path.name)
            if condition.deformation == LEVEL:
                share = clipped_share(sound.samples, condition.strength)
                scored.clipped[number, row] = share
            try:
                deformed = deform(sound.samples, sound.rate_hz, condition, request.seed, job)
                own_scores = score_sound(model, deformed, sound.rate_hz, job)
                scored.scores[1 + number, row] = own_scores
            except RhythmCapError as error:
                scored.failed[number].append((path, error.message))
    job.report(n_songs, n_songs)
    return scored


# -- measuring --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Measured:
    """What is measured: tags that the model has a word for. scores: as stored, NaN for none.

    states: (n_songs, n_tags); scores: (1 + n_conditions, n_songs, n_tags). words: of the model,
    and their scores: (1 + n_conditions, n_songs, n_words).
    """

    names: list[str]
    states: NDArray[np.int8]
    scores: Scores
    groups: NDArray[np.int64]
    words: tuple[str, ...]
    word_scores: Scores

    @classmethod
    def of(
        cls, model: TaggingModel, songs: Labels, scores: Scores, request: RobustnessRequest
    ) -> _Measured:
        """Take the highest score of several words for a tag."""
        outputs = outputs_by_column(songs, model.words, request.model_tags)
        by_tag = np.empty((*scores.shape[:2], len(outputs)), np.float32)
        for index, words in enumerate(outputs.values()):
            by_tag[..., index] = np.fmax.reduce(scores[..., words], axis=-1)
        columns = list(outputs)
        names = [songs.tag_names[column] for column in columns]
        return cls(
            names, songs.states[:, columns], as_stored(by_tag), artist_numbers(songs),
            model.words, as_stored(scores),
        )  # fmt: skip

    def undeformed(self) -> Measurement:
        """Measure the songs as they are."""
        return measure(self.names, self.states, self.scores[0], self.groups)


def _condition_result(
    measured: _Measured,
    number: int,
    condition: Condition,
    scored: _Scored,
    rows: NDArray[np.int64],
) -> ConditionResult:
    before, after = measured.scores[0], measured.scores[1 + number]
    old, new, change = measure_both(measured.names, measured.states, before, after, measured.groups)
    own = score_shift(measured.word_scores[0], measured.word_scores[1 + number], measured.groups)
    tags = {
        name: _tag_result(name, (old, new), change, after[:, column] - before[:, column])
        for column, name in enumerate(measured.names)
    }
    is_clipping = condition.deformation == LEVEL
    return ConditionResult(
        condition=condition,
        n_songs=own.n_songs,
        undeformed=old.means["wauc"],
        deformed=new.means["wauc"],
        change=change.means["wauc"],
        score_change=own.change,
        score_shift=own.size,
        rank=own.rank,
        tags=tags,
        clipped=float(scored.clipped[number, rows].mean()) if is_clipping else None,
        failed=tuple(scored.failed[number]),
        word_changes={
            word: float(moved)
            for word, moved in zip(measured.words, own.by_word, strict=True)
            if np.isfinite(moved)
        },
    )


def _tag_result(
    name: str,
    both: tuple[Measurement, Measurement],
    change: MetricChange,
    moved: NDArray[np.float32],
) -> TagRobustness:
    was, now = (measured.tags[name] for measured in both)
    known = moved[np.isfinite(moved)]
    return TagRobustness(
        support=now.support,
        n=now.n,
        undeformed=was.estimate("auc"),
        deformed=now.estimate("auc"),
        change=change.tags[name]["auc"],
        score_change=float(known.mean()) if len(known) else None,
    )


def _lines(skipped: Failures) -> str:
    return "\n".join(f"{path}: {reason}" for path, reason in skipped)
