"""How a network is taught in one round: a rehearsal that finds out how long, then all songs.

The rehearsal leaves out a quarter of the songs to learn from, and these judge it. The songs held
out for testing choose nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.jobs import SILENT, JobContext, SubJob
from core.models.sections import Section
from core.training.first_rows import begin_rows, hear_inputs
from core.training.head import widened
from core.training.records import EpochReport
from core.training.rounds import Course, Exercise, Fitted, OnEpoch, fit, freeze
from core.training.sources import Source

if TYPE_CHECKING:
    from core.models.checkpoint import TaggingModel
    from core.models.network import TaggingNetwork

REHEARSAL_SHARE = 0.8  # of the progress bar


@dataclass(frozen=True, slots=True)
class Pupil:
    """The model that learns, which of its rows each word begins from (-1: none), and its songs."""

    start: TaggingModel
    rows: NDArray[np.int64]
    source: Source

    def network(self) -> TaggingNetwork:
        """A fresh copy, with a row for each word."""
        return widened(self.start, self.rows.tolist()).to(self.start.device)


def practised(
    pupil: Pupil, exercise: Exercise, course: Course, on_epoch: OnEpoch, job: JobContext = SILENT
) -> tuple[TaggingNetwork, Fitted]:
    """The taught network, and how it went in rehearsal. Raises Cancelled.

    Of very few songs none can be left out, and nothing is practised. Where the reduction learns,
    which is slow, and practising helped, the rehearsal is all.
    """
    network = pupil.network()
    heard = hear_inputs(network, pupil.source, exercise.train, job)
    hold, fitted = None, Fitted(0, 0)
    if len(exercise.judging):
        some = np.setdiff1d(exercise.train, exercise.judging)
        hold = begin_rows(network, heard.of(some), exercise, None, job)
        rehearsal = SubJob(job, 0.0, REHEARSAL_SHARE)
        fitted = fit(network, pupil.source, exercise, course, on_epoch, rehearsal)
        if Section.REDUCTION in course.trained and fitted.best_epoch:
            return network, fitted
        network = pupil.network()
    begin_rows(network, heard, exercise, hold, job)
    freeze(network, course.trained)
    if fitted.best_epoch:
        everyone = replace(exercise, judging=exercise.judging[:0], held_out=exercise.held_out[:0])
        as_long = replace(course, epochs=fitted.best_epoch)
        rest = SubJob(job, REHEARSAL_SHARE, 1.0 - REHEARSAL_SHARE)
        fit(network, pupil.source, everyone, as_long, _unsaid, rest)
    return network, fitted


def _unsaid(report: EpochReport) -> None:
    del report
