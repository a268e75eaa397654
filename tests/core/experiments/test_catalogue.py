"""Every system of the catalogue learns in an experiment, on songs whose bands can be told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.errors import TrainingError
from core.experiments.plan import Plan, Variant
from core.experiments.results import read_results
from core.experiments.runner import Material, run_plan
from core.features.cache import FeatureCache
from core.messages import catalogue
from core.models.checkpoint import load_checkpoint
from core.systems.catalogue import SYSTEMS, Parameter
from core.systems.network_origins import SourceTask
from core.systems.song_views import SongViews
from core.training.labels import select_songs
from tests.support.synthetic_songs import parent_file, synthetic_labels


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Material:
    folder = tmp_path_factory.mktemp("songs")
    cache = FeatureCache(folder / "cache")
    labels = synthetic_labels(cache, 36)
    target = select_songs(labels, np.arange(24))
    task = SourceTask(select_songs(labels, np.arange(24, 36)), "other songs")
    model = load_checkpoint(parent_file(folder))
    return Material(target, SongViews(cache, model), "parent", "key", source=task)


# Of their usual sizes these take seconds to minutes for two dozen songs.
CENTRES = {"mfcc-bof": 8, "cnn-bof": 8, "pca-bof": 8, "whitened-bof": 64}
SMALL: dict[str, dict[str, int]] = {
    **{name: {"centres": centres, "hidden": 16} for name, centres in CENTRES.items()},
    "pooled-perceptron": {"hidden": 16},
    "embedding-perceptron": {"hidden": 16},
    "pyramid-perceptron": {"levels": 2, "centres": 8, "hidden": 16},
    "autoencoder-logistic": {"steps": 30, "codes": 8},
    "prototypical": {"episodes": 20},
}
TRAINED = (
    "cnn-lstm", "cnn-lstm-scratch", "mfcc-lstm-scratch", "mfcc-lstm", "source-cnn-lstm",
    "source-cnn-bof",
)  # fmt: skip


@pytest.mark.parametrize("name", [name for name in SYSTEMS if name not in TRAINED])
def test_a_system_learns_and_scores(name: str, material: Material, tmp_path: Path) -> None:
    parameters = tuple(SMALL.get(name, {}).items())
    plan = Plan("one", (Variant(name, parameters),), n_folds=2, n_repetitions=1)
    assert run_plan(plan, material, tmp_path).failures == ()
    (row,) = read_results(tmp_path).systems
    assert (row.n_songs, row.n_artists, row.n_tags, row.n_learned) == (24, 12, 3, 3.0)
    assert (row.means["wauc"].value or 0.0) > 0.6


def test_every_system_has_its_name_and_a_title() -> None:
    assert [entry.name for entry in SYSTEMS.values()] == list(SYSTEMS)
    assert {entry.title for entry in SYSTEMS.values()} <= set(catalogue())


@pytest.mark.parametrize("name", SYSTEMS)
def test_every_choice_of_a_parameter_gives_a_system(name: str, material: Material) -> None:
    entry, task = SYSTEMS[name], material.source
    assert entry.system({}, task).name
    for parameter, allowed in entry.parameters.items():
        assert all(entry.system({parameter: choice}, task).name for choice in allowed.choices)
        assert allowed.takes(allowed.default)


def test_a_system_without_the_source_task_it_needs_says_so() -> None:
    for name in ("mfcc-lstm", "source-cnn-lstm", "source-cnn-bof"):
        assert SYSTEMS[name].needs_source
        with pytest.raises(TrainingError, match=name):
            SYSTEMS[name].system({})
    assert not SYSTEMS["rhythmcap"].needs_source


def test_parameters_take_values_of_their_kind() -> None:
    whole, part = Parameter(5, least=1, most=9), Parameter(0.5, least=0, most=1)
    assert [whole.takes(value) for value in (1, 9, 10, True, 1.0, "1")] == [
        True,
        True,
        *[False] * 4,
    ]
    assert [part.takes(value) for value in (1, 0.2, 2.0, True, "a")] == [True, True, *[False] * 3]
    assert Parameter("head", ("head", "all")).takes("all")
    assert not Parameter("head", ("head", "all")).takes("none")
    assert Parameter(True).takes(False)
    assert not Parameter(True).takes(1)
