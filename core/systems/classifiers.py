"""One classifier a tag, on one vector a song: what a practitioner builds with scikit-learn.

Numbers are standardised by the songs learned from. How strongly a classifier is held back is chosen
by cross-validation over artists on those songs, one strength for all tags, which is steadier with
few songs than one for each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import torch
from numpy.typing import NDArray

from core.errors import TrainingError
from core.jobs import SILENT, JobContext
from core.metrics.log_odds import logit, sigmoid
from core.metrics.ranking import roc_auc_score
from core.systems.system import Scores, States, learnable_tags
from core.training.logistic import compact

if TYPE_CHECKING:
    from sklearn.base import BaseEstimator

Vectors = NDArray[np.floating]
Groups = NDArray[np.int64]
Scorer = Callable[[Vectors], Scores]  # (n_songs, n_values) -> (n_songs, n_tags)

STRENGTHS = tuple(10.0**power for power in range(-4, 2))  # scikit-learn's C
N_FOLDS, N_NEIGHBOURS = 5, 5
MAX_VALIDATED = 8  # tags that the strength is chosen by: those with most of the rarer answer
N_RANDOM_UNITS = 500


class Classifier(Protocol):
    """Learns tags from vectors."""

    def fit(
        self, vectors: Vectors, states: States, groups: Groups, job: JobContext = SILENT
    ) -> Scorer:
        """Learn from (n_songs, n_values), states as in Labels and a number per artist.

        The scorer gives NaN for tags without a yes and a no. Raises TrainingError, Cancelled.
        """


@dataclass(frozen=True, slots=True)
class PerTag:
    """One estimator of scikit-learn a tag.

    make: gives an estimator for a strength. strengths: those to choose from; one is not chosen.
    is_linear: in the values, so that songs can be rotated into fewer of them.
    """

    make: Callable[[float], BaseEstimator]
    strengths: Sequence[float] = STRENGTHS
    is_linear: bool = True

    def fit(
        self, vectors: Vectors, states: States, groups: Groups, job: JobContext = SILENT
    ) -> Scorer:
        """See Classifier."""
        scale, inputs = _standardised(vectors)
        rotate, inputs = _as_few_values(inputs) if self.is_linear else (_unchanged, inputs)
        strength = self._best_strength(inputs, states, groups, job)
        fitted: dict[int, Any] = {}
        for column in learnable_tags(states).tolist():
            job.check()
            fitted[column] = self._fitted(inputs, states[:, column], strength)

        def score(others: Vectors) -> Scores:
            rotated = rotate(scale(others))
            scores = np.full((len(others), states.shape[1]), np.nan)
            for column, estimator in fitted.items():
                scores[:, column] = sigmoid(_margin(estimator, rotated))
            return scores

        return score

    def _fitted(self, inputs: Vectors, answers: NDArray[np.int8], strength: float) -> Any:
        judged = answers >= 0
        return self.make(strength).fit(inputs[judged], answers[judged])

    def _best_strength(
        self, inputs: Vectors, states: States, groups: Groups, job: JobContext
    ) -> float:
        """Choose the strength with the highest mean AUC out of fold; of equal ones the weakest."""
        if len(self.strengths) == 1:
            return self.strengths[0]
        rarer = np.minimum((states == 1).sum(axis=0), (states == 0).sum(axis=0))
        validated = np.argsort(-rarer, kind="stable")[:MAX_VALIDATED]
        folds = _folds(groups)
        totals = np.zeros(len(self.strengths))
        for column in np.intersect1d(validated, learnable_tags(states)):
            for index, strength in enumerate(self.strengths):
                job.check()
                totals[index] += self._out_of_fold_auc(inputs, states[:, column], folds, strength)
        return self.strengths[int(np.argmax(totals))]

    def _out_of_fold_auc(
        self, inputs: Vectors, answers: NDArray[np.int8], folds: NDArray[np.int64], strength: float
    ) -> float:
        margins = np.full(len(inputs), np.nan)
        for fold in range(int(folds.max()) + 1):
            rest, left_out = folds != fold, folds == fold
            if len(set(answers[rest & (answers >= 0)].tolist())) < 2:
                continue
            estimator = self._fitted(inputs[rest], answers[rest], strength)
            margins[left_out] = _margin(estimator, inputs[left_out])
        known = np.isfinite(margins) & (answers >= 0)
        auc = roc_auc_score(answers[known], margins[known])
        return 0.5 if auc is None else auc


def logistic_regression() -> PerTag:
    """Return logistic regression, whose C is chosen."""

    def make(strength: float) -> BaseEstimator:
        from sklearn.linear_model import LogisticRegression

        return LogisticRegression(C=strength, solver="newton-cholesky", max_iter=200)

    return PerTag(make)


def ridge() -> PerTag:
    """Return least squares on -1 and 1 with a ridge, 1 / C, that is chosen."""

    def make(strength: float) -> BaseEstimator:
        from sklearn.linear_model import RidgeClassifier

        return RidgeClassifier(alpha=1.0 / strength)

    return PerTag(make)


def linear_svm() -> PerTag:
    """Return a linear support vector machine, whose C is chosen."""

    def make(strength: float) -> BaseEstimator:
        from sklearn.svm import SVC

        return SVC(C=strength, kernel="linear")

    return PerTag(make)


def rbf_svm() -> PerTag:
    """Return a support vector machine with Gaussian kernel: C is chosen, the width is Scott's."""

    def make(strength: float) -> BaseEstimator:
        from sklearn.svm import SVC

        return SVC(C=strength, kernel="rbf", gamma="scale")

    return PerTag(make, tuple(10.0**power for power in range(-1, 3)), is_linear=False)


def nearest_neighbours() -> PerTag:
    """Return the share of yes among the five nearest judged songs."""

    def make(_strength: float) -> BaseEstimator:
        return _Neighbours()

    return PerTag(make, (1.0,), is_linear=False)


class _Neighbours:
    """scikit-learn's neighbours, with fewer of them where there are fewer songs."""

    def fit(self, inputs: Vectors, answers: NDArray[np.int8]) -> _Neighbours:
        from sklearn.neighbors import KNeighborsClassifier

        self._neighbours = KNeighborsClassifier(min(N_NEIGHBOURS, len(inputs)))
        self._neighbours.fit(inputs, answers)
        return self

    def decision_function(self, inputs: Vectors) -> Scores:
        share = self._neighbours.predict_proba(inputs)[:, 1]
        return logit(share, 0.01)


@dataclass(frozen=True, slots=True)
class Prototypes:
    """The nearer of two means: of the yes and of the no (Snell et al. 2017, equation 2).

    A softmax over the squared distances, in units of their number of values.
    """

    def fit(
        self, vectors: Vectors, states: States, _groups: Groups, job: JobContext = SILENT
    ) -> Scorer:
        """See Classifier."""
        scale, inputs = _standardised(vectors)
        columns = learnable_tags(states)
        yes, no = (
            np.stack([inputs[states[:, column] == state].mean(axis=0) for column in columns])
            if len(columns) else np.zeros((0, inputs.shape[1]))
            for state in (1, 0)
        )  # fmt: skip
        job.check()

        def score(others: Vectors) -> Scores:
            scaled = scale(others)
            scores = np.full((len(others), states.shape[1]), np.nan)
            # |x - no|² - |x - yes|², without a difference of every song and tag
            margin = 2.0 * scaled @ (yes - no).T + (no**2).sum(axis=1) - (yes**2).sum(axis=1)
            scores[:, columns] = sigmoid(margin / max(1, inputs.shape[1]))
            return scores

        return score


@dataclass(frozen=True, slots=True)
class ExtremeLearningMachine:
    """A layer of random units, and ridge regression on them (Huang et al. 2006).

    units: how many. seed: of their weights.
    """

    units: int = N_RANDOM_UNITS
    seed: int = 0

    def fit(
        self, vectors: Vectors, states: States, groups: Groups, job: JobContext = SILENT
    ) -> Scorer:
        """See Classifier."""
        scale, inputs = _standardised(vectors)
        rng = np.random.default_rng([self.seed, inputs.shape[1]])
        weights = rng.standard_normal((inputs.shape[1], self.units)) / np.sqrt(inputs.shape[1])
        bias = rng.uniform(-1.0, 1.0, self.units)
        score_units = ridge().fit(np.tanh(inputs @ weights + bias), states, groups, job)

        def score(others: Vectors) -> Scores:
            return score_units(np.tanh(scale(others) @ weights + bias))

        return score


# -- arithmetic -------------------------------------------------------------------------------


def _standardised(vectors: Vectors) -> tuple[Callable[[Vectors], Vectors], Vectors]:
    """Return what standardises others as these, and these standardised."""
    if len(vectors) < 2:
        raise TrainingError("systems.too_few_songs", n=len(vectors), needed=2)
    centre = vectors.mean(axis=0, dtype=np.float64)
    spread = vectors.std(axis=0, dtype=np.float64)
    spread = np.where(spread > 1e-12, spread, 1.0)

    def scale(others: Vectors) -> Vectors:
        return np.asarray((others - centre) / spread)

    return scale, scale(vectors)


def _as_few_values(inputs: Vectors) -> tuple[Callable[[Vectors], Vectors], Vectors]:
    """Rotate into as many values as there are songs, which a linear solution is made of."""
    if inputs.shape[1] <= len(inputs):
        return _unchanged, inputs
    directions = compact(torch.from_numpy(inputs))[1].numpy()

    def rotate(others: Vectors) -> Vectors:
        return np.asarray(others @ directions)

    return rotate, rotate(inputs)


def _unchanged(vectors: Vectors) -> Vectors:
    return vectors


def _folds(groups: Groups) -> NDArray[np.int64]:
    """Give each song a fold, whole artists together where there are enough: (n_songs,)."""
    units = groups if len(np.unique(groups)) >= N_FOLDS else np.arange(len(groups))
    _, numbers = np.unique(units, return_inverse=True)
    return np.asarray(numbers % N_FOLDS, dtype=np.int64)


def _margin(estimator: Any, inputs: Vectors) -> Scores:
    return np.asarray(estimator.decision_function(inputs), dtype=np.float64)
