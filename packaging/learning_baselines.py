"""What learning is compared with: what a practitioner builds on the same songs with scikit-learn.

A system learns from numbers (n_songs, n_features) and states, 1 yes, 0 no, -1 not judged, and
scores other songs. A tag without a yes and a no cannot be learned and scores CHANCE.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from learning_features import Numbers, SongNumbers
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, KFold
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler

States = NDArray[np.int8]
Scores = NDArray[np.float64]
CHANCE = 0.5
PENALTIES = tuple(10.0**power for power in range(-4, 2))  # scikit-learn's C, on standardised input
N_FOLDS, N_NEIGHBORS = 5, 5
MAX_VALIDATED = 8  # tags that C is chosen by: those with most of the rarer answer


@dataclass(frozen=True, slots=True)
class LabelledSongs:
    """Songs to learn from. groups: a number per artist, (n_songs,)."""

    numbers: SongNumbers
    states: States
    groups: NDArray[np.int64]


Learner = Callable[[Numbers, States, NDArray[np.int64], Numbers], Scores]


@dataclass(frozen=True, slots=True)
class Baseline:
    """A system with a name. layers: the fields of SongNumbers it is given, side by side."""

    name: str
    layers: tuple[str, ...]
    learn: Learner

    def scores(self, songs: LabelledSongs, test: SongNumbers, folder: Path) -> Scores:
        """Learn, and score the test songs: (n_test, n_tags); kept in a folder for the next run."""
        train_input, test_input = (
            np.hstack([getattr(numbers, layer) for layer in self.layers])
            for numbers in (songs.numbers, test)
        )
        arrays = (train_input, songs.states, songs.groups, test_input)
        parts = [self.name.encode(), *(np.ascontiguousarray(array).tobytes() for array in arrays)]
        file = folder / f"{hashlib.blake2b(b''.join(parts), digest_size=16).hexdigest()}.npy"
        if not file.is_file():
            folder.mkdir(parents=True, exist_ok=True)
            np.save(file, self.learn(train_input, songs.states, songs.groups, test_input))
        scores: Scores = np.load(file)
        return scores


def learnable(states: States) -> NDArray[np.int64]:
    """Return the columns with both a yes and a no."""
    return np.flatnonzero((states == 1).any(axis=0) & (states == 0).any(axis=0))


# -- logistic regression ----------------------------------------------------------------------


def logistic_regression(
    train: Numbers, states: States, groups: NDArray[np.int64], test: Numbers
) -> Scores:
    """Standardise, and fit each tag with the C that predicts best in 5 folds by artist.

    One C for all tags, by the log-loss of the most balanced ones together, which is steadier with
    few songs than one for each.
    """
    scaler = StandardScaler().fit(train.astype(np.float64))
    inputs, tested = scaler.transform(train), scaler.transform(test)
    if inputs.shape[1] > len(inputs):  # the same solution, in as many numbers as there are songs
        _, _, directions = np.linalg.svd(inputs, full_matrices=False)
        inputs, tested = inputs @ directions.T, tested @ directions.T
    penalty = _best_penalty(inputs, states, groups)
    scores = np.full((len(tested), states.shape[1]), CHANCE)
    for column in learnable(states):
        judged = states[:, column] >= 0
        classifier = _classifier(penalty).fit(inputs[judged], states[judged, column])
        scores[:, column] = classifier.predict_proba(tested)[:, 1]
    return scores


def _classifier(penalty: float) -> LogisticRegression:
    return LogisticRegression(C=penalty, solver="newton-cholesky", max_iter=200)


def _best_penalty(inputs: Numbers, states: States, groups: NDArray[np.int64]) -> float:
    by_artist = len(np.unique(groups)) >= N_FOLDS
    n_folds = min(N_FOLDS, len(inputs))
    splitter = GroupKFold(n_folds) if by_artist else KFold(n_folds, shuffle=True, random_state=0)
    losses = np.zeros(len(PENALTIES))
    rarer = np.minimum((states == 1).sum(axis=0), (states == 0).sum(axis=0))
    validated = np.argsort(-rarer, kind="stable")[:MAX_VALIDATED]
    for train, test in splitter.split(inputs, groups=groups if by_artist else None):
        for column in np.intersect1d(learnable(states[train]), validated):
            rows = train[states[train, column] >= 0]
            tested = test[states[test, column] >= 0]
            if not len(tested):
                continue
            truth = states[tested, column]
            for index, penalty in enumerate(PENALTIES):
                classifier = _classifier(penalty).fit(inputs[rows], states[rows, column])
                probabilities = classifier.predict_proba(inputs[tested])
                chosen = probabilities[np.arange(len(tested)), truth].clip(1e-12)
                losses[index] -= np.log(chosen).sum()
    return PENALTIES[int(np.argmin(losses))]


# -- neighbours and prototypes ----------------------------------------------------------------


def nearest_neighbours(
    train: Numbers, states: States, _groups: NDArray[np.int64], test: Numbers
) -> Scores:
    """Share of yes among the five nearest judged songs, on standardised numbers."""
    scaler = StandardScaler().fit(train)
    inputs, tested = scaler.transform(train), scaler.transform(test)
    scores = np.full((len(tested), states.shape[1]), CHANCE)
    for column in learnable(states):
        judged = states[:, column] >= 0
        classifier = KNeighborsClassifier(min(N_NEIGHBORS, int(judged.sum())))
        classifier.fit(inputs[judged], states[judged, column])
        scores[:, column] = classifier.predict_proba(tested)[:, 1]
    return scores


def prototypes(train: Numbers, states: States, _groups: NDArray[np.int64], test: Numbers) -> Scores:
    """Score by how much nearer the mean of the yes is than that of the no (Snell et al. 2017)."""
    scaler = StandardScaler().fit(train)
    inputs, tested = scaler.transform(train), scaler.transform(test)
    scores = np.full((len(tested), states.shape[1]), CHANCE)
    for column in learnable(states):
        yes, no = (inputs[states[:, column] == state].mean(axis=0) for state in (1, 0))
        distances = ((tested - no) ** 2).sum(axis=1) - ((tested - yes) ** 2).sum(axis=1)
        scores[:, column] = 1.0 / (1.0 + np.exp(-distances / inputs.shape[1]))
    return scores


_logistic = partial(Baseline, learn=logistic_regression)
BASELINES: tuple[Baseline, ...] = (
    _logistic("logistic regression, hidden layer", ("hidden",)),
    _logistic("logistic regression, hidden + pooled", ("hidden", "pooled")),
    _logistic("logistic regression, MFCC statistics", ("mfcc",)),
    Baseline("5 nearest neighbours, hidden layer", ("hidden",), nearest_neighbours),
    Baseline("prototypes, hidden layer", ("hidden",), prototypes),
)
