"""The one table of systems: what they are called, whose they are, and what can be set of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from core.systems.classifiers import (
    N_RANDOM_UNITS,
    Classifier,
    ExtremeLearningMachine,
    Prototypes,
    linear_svm,
    logistic_regression,
    nearest_neighbours,
    rbf_svm,
    ridge,
)
from core.systems.own_recipe import OwnRecipe
from core.systems.system import System
from core.systems.vector_system import EmbeddingVectors, VectorSystem

Value = bool | int | float | str
Parameters = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Parameter:
    """What can be set of a system. choices: the values it takes; none: numbers, least to most."""

    default: Value
    choices: tuple[Value, ...] = ()
    least: float = 1
    most: float = 100_000

    def takes(self, value: object) -> bool:
        """Tell whether a value is of the default's kind and allowed."""
        is_number = isinstance(value, int) and not isinstance(value, bool)
        if isinstance(self.default, float):
            is_right = is_number or isinstance(value, float)
        else:
            is_right = type(value) is type(self.default)
        if not is_right or isinstance(self.default, bool):
            return is_right
        if self.choices:
            return value in self.choices
        return isinstance(value, int | float) and self.least <= value <= self.most


@dataclass(frozen=True, slots=True)
class SystemEntry:
    """One system. title: a message's id. source: the paper. make: gives it, all parameters set.

    version: counts up when the same songs give other scores, so that older results are not used.
    """

    name: str
    title: str
    source: str
    make: Callable[[Parameters], System]
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    version: int = 1

    def system(self, parameters: Parameters) -> System:
        """Make the system; what is not set is as it is by default."""
        defaults = {name: parameter.default for name, parameter in self.parameters.items()}
        return self.make({**defaults, **parameters})


def _vector_entry(
    name: str, title: str, source: str, make: Callable[[], Classifier], layers: tuple[str, ...] = ()
) -> SystemEntry:
    """Return the entry of a classifier on the embedding, or on some layers of it."""

    def system(_parameters: Parameters) -> System:
        return VectorSystem(name, EmbeddingVectors(layers), make())

    return SystemEntry(name, title, source, system)


def _extreme_learning_machine(name: str, parameters: Parameters) -> System:
    classifier = ExtremeLearningMachine(int(parameters["units"]))
    return VectorSystem(name, EmbeddingVectors(), classifier)


def _own_recipe(_parameters: Parameters) -> System:
    return OwnRecipe()


CEPSTRA = ("cepstra",)
_PRACTICE = "scikit-learn"
_ELM = "embedding-elm"
_ENTRIES = (
    SystemEntry("rhythmcap", "systems.title_rhythmcap", "RhythmCap", _own_recipe),
    _vector_entry(
        "embedding-logistic", "systems.title_embedding_logistic", _PRACTICE, logistic_regression
    ),
    _vector_entry("embedding-ridge", "systems.title_embedding_ridge", _PRACTICE, ridge),
    _vector_entry(
        "embedding-linear-svm", "systems.title_embedding_linear_svm", _PRACTICE, linear_svm
    ),
    _vector_entry("embedding-rbf-svm", "systems.title_embedding_rbf_svm", _PRACTICE, rbf_svm),
    _vector_entry(
        "embedding-neighbours", "systems.title_embedding_neighbours", _PRACTICE, nearest_neighbours
    ),
    _vector_entry(
        "embedding-prototypes", "systems.title_embedding_prototypes", "Snell et al. 2017",
        Prototypes,
    ),
    SystemEntry(
        _ELM, "systems.title_embedding_elm", "Huang et al. 2006",
        partial(_extreme_learning_machine, _ELM),
        {"units": Parameter(N_RANDOM_UNITS, least=1, most=10_000)},
    ),
    _vector_entry(
        "cepstra-neighbours", "systems.title_cepstra_neighbours", _PRACTICE, nearest_neighbours,
        CEPSTRA,
    ),
    _vector_entry(
        "cepstra-logistic", "systems.title_cepstra_logistic", _PRACTICE, logistic_regression,
        CEPSTRA,
    ),
)  # fmt: skip
SYSTEMS: Mapping[str, SystemEntry] = {entry.name: entry for entry in _ENTRIES}
OWN = "rhythmcap"
