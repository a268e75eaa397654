"""One round of learning, step by step: plan, hear, practise, test, save. See finetune.learn."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.errors import TrainingError
from core.features.cache import FeatureCache
from core.jobs import JobContext, SubJob
from core.library.records import Labels
from core.models.checkpoint import TaggingModel, load_checkpoint
from core.models.sections import Section
from core.training.certificate import Result, certify, learned_songs
from core.training.dataset import chosen, judged_rows, make_exercise
from core.training.depth import Depth, DepthChoice, choose_depth
from core.training.from_sound import FromSound, find_sounds
from core.training.growing import with_direct, with_lstm
from core.training.hearing import Unheard, hear_songs, song_vectors
from core.training.lesson import Lesson, plan_lesson
from core.training.practice import Pupil, practised
from core.training.records import EpochReport, LearnOutcome, LearnRequest
from core.training.rounds import Course, scores_of
from core.training.schedule import SMALL_SET, Schedule
from core.training.sources import FromFeatures, Source
from core.training.split import held_out

HEARING_SHARE = 0.3  # of the progress bar


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is settled before any song is heard. labels: of the judged songs. start: the model
    that learns: the parent with a direct way to the tags, and maybe an LSTM behind its reduction.
    """

    request: LearnRequest
    parent: TaggingModel
    start: TaggingModel
    labels: Labels
    choice: DepthChoice
    schedule: Schedule


@dataclass(frozen=True, slots=True)
class _Material:
    """The songs that could be heard, which of them are kept back, and where logits come from."""

    labels: Labels
    kept_back: NDArray[np.bool_]
    source: Source
    unheard: Unheard


def teach(
    request: LearnRequest,
    device: str,
    batch_songs: int,
    on_epoch: Callable[[EpochReport], None],
    job: JobContext,
) -> LearnOutcome:
    """One round on one device. Raises as finetune.learn, and when memory runs out."""
    begun = time.monotonic()
    plan = _plan(request, device, batch_songs)
    material = _hear(plan, SubJob(job, 0.0, HEARING_SHARE))
    job = SubJob(job, HEARING_SHARE, 1.0 - HEARING_SHARE)
    lesson = _lesson(plan, material.labels, material.kept_back)
    before = _parent_scores(plan, material, lesson, job)
    learned = learned_songs(plan.parent.card)
    exercise = make_exercise(
        material.labels, lesson, material.kept_back, before, plan.schedule.keep_weight, learned
    )
    rows = lesson.parent_rows
    if request.lstm:  # another head: every word begins anew, those not taught from what was said
        rows = np.full_like(rows, -1)
        exercise = replace(exercise, known=rows >= 0, movable=rows < 0)
    course = Course(plan.schedule, plan.choice.trained, request.epochs, request.seed, device)
    pupil = Pupil(plan.start, rows, material.source)
    network, fitted = practised(pupil, exercise, course, on_epoch, job)
    after = scores_of(network, material.source, exercise.held_out.tolist(), job)
    result = Result(
        request, plan.start.card, plan.choice, course, lesson, material.labels,
        material.kept_back, material.unheard, before[exercise.held_out], after, fitted, begun,
    )  # fmt: skip
    return certify(result, network)


def _plan(request: LearnRequest, device: str, batch_songs: int) -> _Plan:
    """Settle the depth; find out early if there is nothing to learn."""
    parent = load_checkpoint(request.start_from, device)
    labels = chosen(request.labels, judged_rows(request.labels))
    kept_back = held_out(labels)
    start = with_direct(with_lstm(parent, request.seed) if request.lstm else parent)
    has_temporal = start.network.temporal is not None
    choice = choose_depth(request.depth, int((~kept_back).sum()), has_temporal=has_temporal)
    schedule = replace(request.schedule or SMALL_SET, batch_songs=batch_songs)
    if request.lstm and Section.TEMPORAL not in choice.trained:
        choice = DepthChoice(Depth.TEMPORAL, "A new LSTM has to be taught: it and the words learn.")
    plan = _Plan(request, parent, start, labels, choice, schedule)
    _lesson(plan, labels, kept_back)
    return plan


def _lesson(plan: _Plan, labels: Labels, kept_back: NDArray[np.bool_]) -> Lesson:
    lesson = plan_lesson(labels, ~kept_back, plan.parent.words, plan.request.parent_tags)
    if not lesson.taught.any():
        raise TrainingError(
            "There is nothing to learn yet: no tag has enough songs.",
            remedy="Mark at least three songs with a tag, and one as not having it.",
            detail="\n".join(f"{tag}: {reason}" for tag, reason in lesson.left_out),
        )
    return lesson


def _hear(plan: _Plan, job: JobContext) -> _Material:
    """The output of the frozen sections for every song, or the songs themselves."""
    parent, labels = plan.parent, plan.labels
    cache, rows = FeatureCache(plan.request.cache_folder), range(len(labels.paths))
    source: Source
    if Section.REDUCTION in plan.choice.trained:
        found, sounds, unheard = find_sounds(parent.card.recipe, labels, rows, cache, job)
        source = FromSound(sounds, parent.card.recipe, parent.device, job=job)
    else:
        heard = hear_songs(parent, labels, rows, cache, job)
        found, unheard = heard.rows, heard.unheard
        if Section.TEMPORAL in plan.choice.trained or parent.network.temporal is None:
            source = FromFeatures(heard.songs, parent.device)
        else:
            source = song_vectors(plan.start, heard, labels, cache, job)
    if not len(found):
        raise TrainingError(
            "None of the tagged songs could be read.",
            remedy="Are the music files still where they were? Find them, then learn again.",
            detail="\n".join(f"{path}: {reason}" for path, reason in unheard),
        )
    heard_labels = chosen(labels, found)
    return _Material(heard_labels, held_out(heard_labels), source, unheard)


def _parent_scores(
    plan: _Plan, material: _Material, lesson: Lesson, job: JobContext
) -> NDArray[np.float32]:
    """The parent's scores, (n_songs, n parent's words); of training songs only where needed."""
    scores = np.zeros((len(material.kept_back), len(plan.parent.words)), dtype=np.float32)
    keeps_words = bool((~lesson.taught & (lesson.parent_rows >= 0)).any())
    rows = np.flatnonzero(material.kept_back | keeps_words)
    speaker = plan.parent if plan.request.lstm else plan.start  # which says what the parent says
    scores[rows] = scores_of(speaker.network, material.source, rows.tolist(), job)
    return scores
