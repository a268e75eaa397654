"""The one table of systems: what they are called, whose they are, and what can be set of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from core.errors import TrainingError
from core.models.mfcc_lstm import COMPACT as COMPACT_MFCC
from core.systems.autoencoder import N_CODES, N_STEPS, AutoencoderVectors
from core.systems.bag_of_frames import N_CENTRES, BagOfFrames
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
from core.systems.cnn_lstm import AT_DEPTH, SIZES, choi_blueprint, cnn_lstm_from_scratch
from core.systems.frames import Cepstra, CnnSegments, FrameSource, PrincipalComponents
from core.systems.gaussian_pyramid import N_LEVEL_CENTRES, N_LEVELS, GaussianPyramid
from core.systems.gradient_training import SOURCE, TARGET
from core.systems.mfcc_lstm import mfcc_lstm_from_scratch
from core.systems.network_origins import SourceTask
from core.systems.own_recipe import OwnRecipe
from core.systems.perceptron import HIDDEN, Scaling, TwoLayerPerceptron
from core.systems.pooled_frames import CepstralMoments, PooledFrames
from core.systems.prototypical import N_EPISODES, PrototypicalNetwork
from core.systems.random_cnn import RandomCnn
from core.systems.source_systems import (
    CNN_EPOCHS,
    MFCC_DEPTHS,
    MFCC_EPOCHS,
    SOURCE_EPOCHS,
    source_cnn_bof,
    source_cnn_lstm,
    source_mfcc_lstm,
)
from core.systems.system import System
from core.systems.vector_system import EmbeddingVectors, Representation, VectorSystem

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

    make_from: instead of make, where the system learns a source task first. version: counts up when
    the same songs give other scores, so that older results are not used.
    """

    name: str
    title: str
    source: str
    make: Callable[[Parameters], System] | None
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    version: int = 1
    make_from: Callable[[Parameters, SourceTask], System] | None = None

    @property
    def needs_source(self) -> bool:
        """Whether it learns a source task first."""
        return self.make_from is not None

    def system(self, parameters: Parameters, task: SourceTask | None = None) -> System:
        """Make the system; what is not set is as it is by default.

        Raises TrainingError where it needs a source task and there is none.
        """
        defaults = {name: parameter.default for name, parameter in self.parameters.items()}
        if self.make is not None:
            return self.make({**defaults, **parameters})
        if task is None or self.make_from is None:
            raise TrainingError("systems.no_source", name=self.name)
        return self.make_from({**defaults, **parameters}, task)


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


# -- the thesis, and what it was compared with -------------------------------------------------

_PERCEPTRON = {"hidden": Parameter(HIDDEN, most=10_000)}
_BAG = {
    "centres": Parameter(N_CENTRES, least=2, most=10_000),
    "scaling": Parameter("even", ("even", "standard")),
    **_PERCEPTRON,
}


def _bag_entry(name: str, title: str, source: Callable[[], FrameSource]) -> SystemEntry:
    """Return the entry of a bag of frames, classified as in the thesis."""

    def system(parameters: Parameters) -> System:
        bag = BagOfFrames(source(), int(parameters["centres"]))
        scaling: Scaling = "even" if parameters["scaling"] == "even" else "standard"
        perceptron = TwoLayerPerceptron(int(parameters["hidden"]), scaling=scaling)
        return VectorSystem(name, bag, perceptron)

    return SystemEntry(name, title, "Sankaran 2017, algorithm 7", system, _BAG, version=2)


def _pyramid(name: str, parameters: Parameters) -> System:
    pyramid = GaussianPyramid(int(parameters["levels"]), int(parameters["centres"]))
    return VectorSystem(name, pyramid, TwoLayerPerceptron(int(parameters["hidden"])))


def _perceptron_on(name: str, representation: Representation, parameters: Parameters) -> System:
    return VectorSystem(name, representation, TwoLayerPerceptron(int(parameters["hidden"])))


def _mfcc_neighbours(name: str, _parameters: Parameters) -> System:
    return VectorSystem(name, CepstralMoments(), nearest_neighbours())


def _random_cnn(name: str, parameters: Parameters) -> System:
    cnn = RandomCnn(str(parameters["front_end"]))
    is_elm = parameters["classifier"] == "elm"
    return VectorSystem(name, cnn, ExtremeLearningMachine() if is_elm else linear_svm())


def _autoencoder(name: str, parameters: Parameters) -> System:
    vectors = AutoencoderVectors(int(parameters["steps"]), int(parameters["codes"]))
    return VectorSystem(name, vectors, logistic_regression())


def _prototypical(_name: str, parameters: Parameters) -> System:
    return PrototypicalNetwork(episodes=int(parameters["episodes"]))


def _cnn_lstm(_name: str, parameters: Parameters) -> System:
    return AT_DEPTH[str(parameters["depth"])]()


def _cnn_lstm_from_scratch(_name: str, parameters: Parameters) -> System:
    sizes, with_dct = SIZES[str(parameters["sizes"])], bool(parameters["dct"])
    return cnn_lstm_from_scratch(choi_blueprint(sizes, with_dct=with_dct))


def _mfcc_lstm_from_scratch(_name: str, _parameters: Parameters) -> System:
    return mfcc_lstm_from_scratch()


def _entry(
    name: str,
    title: str,
    source: str,
    make: Callable[[str, Parameters], System],
    parameters: Mapping[str, Parameter] | None = None,
) -> SystemEntry:
    """Return the entry of a system that is given its own name."""
    return SystemEntry(name, title, source, partial(make, name), parameters or {})


def _perceptron_entry(
    name: str, title: str, source: str, representation: Representation
) -> SystemEntry:
    def system(name: str, parameters: Parameters) -> System:
        return _perceptron_on(name, representation, parameters)

    return _entry(name, title, source, system, _PERCEPTRON)


_LITERATURE = (
    _bag_entry("mfcc-bof", "systems.title_mfcc_bof", Cepstra),
    _bag_entry("cnn-bof", "systems.title_cnn_bof", CnnSegments),
    _bag_entry("pca-bof", "systems.title_pca_bof", partial(PrincipalComponents, is_whitened=False)),
    _bag_entry("whitened-bof", "systems.title_whitened_bof", PrincipalComponents),
    _perceptron_entry(
        "pooled-perceptron", "systems.title_pooled_perceptron", "Hamel et al. 2011", PooledFrames()
    ),
    _entry(
        "pyramid-perceptron",
        "systems.title_pyramid_perceptron",
        "Dieleman and Schrauwen 2013",
        _pyramid,
        {
            "levels": Parameter(N_LEVELS, most=8),
            "centres": Parameter(N_LEVEL_CENTRES, least=2, most=10_000),
            **_PERCEPTRON,
        },
    ),
    _perceptron_entry(
        "embedding-perceptron",
        "systems.title_embedding_perceptron",
        "Sankaran 2017, equation 2.14",
        EmbeddingVectors(),
    ),
    _entry(
        "mfcc-neighbours", "systems.title_mfcc_neighbours", "Pons et al. 2019", _mfcc_neighbours
    ),
    _entry(
        "random-cnn",
        "systems.title_random_cnn",
        "Pons and Serra 2018",
        _random_cnn,
        {
            "front_end": Parameter("vgg", ("vgg", "musical", "samples")),
            "classifier": Parameter("elm", ("elm", "svm")),
        },
    ),
    _entry(
        "autoencoder-logistic",
        "systems.title_autoencoder_logistic",
        "RhythmCap",
        _autoencoder,
        {"steps": Parameter(N_STEPS, most=20_000), "codes": Parameter(N_CODES, most=1000)},
    ),
    _entry(
        "prototypical",
        "systems.title_prototypical",
        "Snell et al. 2017",
        _prototypical,
        {"episodes": Parameter(N_EPISODES, most=20_000)},
    ),
    _entry(
        "mfcc-lstm-scratch",
        "systems.title_mfcc_lstm_scratch",
        "Sankaran 2017, algorithm 24",
        _mfcc_lstm_from_scratch,
    ),
    _entry(
        "cnn-lstm",
        "systems.title_cnn_lstm",
        "Sankaran 2017, algorithm 25",
        _cnn_lstm,
        {"depth": Parameter("classifier", tuple(AT_DEPTH))},
    ),
    _entry(
        "cnn-lstm-scratch",
        "systems.title_cnn_lstm_scratch",
        "Sankaran 2017, algorithm 25",
        _cnn_lstm_from_scratch,
        {"sizes": Parameter("starter", tuple(SIZES)), "dct": Parameter(False)},
    ),
)

# -- transfer from a source task ---------------------------------------------------------------

_SOURCE_EPOCHS = {"source_epochs": Parameter(SOURCE_EPOCHS, most=1000)}


def _rate(default: float) -> Parameter:
    return Parameter(default, least=0.0, most=1.0)


_SOURCE_CNN = {
    "sizes": Parameter("compact", tuple(SIZES)),
    "source_early": _rate(SOURCE.schedule.early.start),
    "source_late": _rate(SOURCE.schedule.late.start),
    **_SOURCE_EPOCHS,
}
_FROM_SOURCE = (
    SystemEntry(
        "mfcc-lstm",
        "systems.title_mfcc_lstm",
        "Sankaran 2017, algorithm 24",
        None,
        {
            "depth": Parameter("everything", tuple(MFCC_DEPTHS)),
            "hidden": Parameter(COMPACT_MFCC.hidden, most=4096),
            "dropout": Parameter(COMPACT_MFCC.dropout, least=0.0, most=0.9),
            "epochs": Parameter(MFCC_EPOCHS, most=1000),
            **_SOURCE_EPOCHS,
        },
        make_from=source_mfcc_lstm,
    ),
    SystemEntry(
        "source-cnn-lstm",
        "systems.title_source_cnn_lstm",
        "Sankaran 2017, algorithm 25",
        None,
        {
            "depth": Parameter("everything", tuple(AT_DEPTH)),
            "early": _rate(TARGET.schedule.early.start),
            "late": _rate(TARGET.schedule.late.start),
            "epochs": Parameter(CNN_EPOCHS, most=1000),
            **_SOURCE_CNN,
        },
        make_from=source_cnn_lstm,
    ),
    SystemEntry(
        "source-cnn-bof",
        "systems.title_source_cnn_bof",
        "Sankaran 2017, section 4.3.4",
        None,
        {**_BAG, **_SOURCE_CNN},
        make_from=source_cnn_bof,
    ),
)


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
SYSTEMS: Mapping[str, SystemEntry] = {
    entry.name: entry for entry in (*_ENTRIES, *_LITERATURE, *_FROM_SOURCE)
}
OWN = "rhythmcap"
