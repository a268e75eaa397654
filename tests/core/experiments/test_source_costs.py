"""A network that must learn the source task first is expected once, kept ones are not."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from core.experiments.costs import USUAL_S, USUAL_SONGS, expected_costs
from core.experiments.plan import FOLDS, Cell, Variant
from core.experiments.source_costs import SOURCE_S, source_costs
from core.experiments.source_record import write_source
from core.features.cache import FeatureCache
from core.systems.catalogue import SYSTEMS
from core.systems.kept_weights import SourceTraining, without_classifier
from core.systems.network_origins import SourceTask, source_weights
from core.systems.source_systems import cnn_origin
from tests.support.small_experiment import SONGS

DEEP = Variant("source-cnn-lstm", (("depth", "everything"),))
LATE = Variant("source-cnn-lstm", (("depth", "late"), ("epochs", 3)))
BAG = Variant("source-cnn-bof", (("centres", 4),))
OTHER = Variant("source-cnn-lstm", (("source_early", 1e-5),))
USUAL = USUAL_S["source-cnn-lstm"]


@pytest.fixture
def task() -> SourceTask:
    return SourceTask(SONGS, "composed")


@pytest.fixture
def views(tmp_path: Path) -> SimpleNamespace:
    """Songs whose cache is all that is looked at."""
    return SimpleNamespace(cache=FeatureCache(tmp_path / "cache"))


def expected_s(
    task: SourceTask, views: SimpleNamespace, folder: Path, *variants: Variant, log: object = ()
) -> float:
    costs = source_costs(variants, SYSTEMS, task, views, folder)
    cells = [Cell(variant, None, 0, FOLDS, 0, fold) for variant in variants for fold in (0, 1)]
    return expected_costs(cells, log, lambda _cell: USUAL_SONGS, costs).total_s


def trained(task: SourceTask, seconds: float) -> SourceTraining:
    """What came of training the network of the catalogue's sizes, not trained at all."""
    parameters = {name: own.default for name, own in SYSTEMS["source-cnn-lstm"].parameters.items()}
    network = cnn_origin(parameters, task).network.build(1)
    return SourceTraining(without_classifier(network.state_dict()), None, 0, seconds)


def test_a_network_learns_once_for_all_that_share_it(
    task: SourceTask, views: SimpleNamespace, tmp_path: Path
) -> None:
    assert expected_s(task, views, tmp_path, DEEP) == 2 * USUAL + SOURCE_S
    assert expected_s(task, views, tmp_path, DEEP, LATE) == 4 * USUAL + SOURCE_S
    assert expected_s(task, views, tmp_path, DEEP, OTHER) == 4 * USUAL + 2 * SOURCE_S
    bag = expected_s(task, views, tmp_path, BAG)
    assert expected_s(task, views, tmp_path, DEEP, BAG) == 2 * USUAL + bag
    assert expected_s(task, views, tmp_path, Variant("mfcc-bof")) == 2 * USUAL_S["mfcc-bof"]
    assert source_costs((DEEP,), SYSTEMS, None, views, tmp_path) == {}


def test_cells_of_the_log_need_their_network_too_unless_it_is_kept(
    task: SourceTask, views: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = {"system": DEEP.system, "parameters": {"depth": "everything"}, "deformation": None}
    log = [{**line, "learned_from": USUAL_SONGS, "seconds": 7.0}]
    assert expected_s(task, views, tmp_path, DEEP, log=log) == 14.0 + SOURCE_S
    training = trained(task, 40.0)
    monkeypatch.setattr(
        "core.systems.network_origins.train_from_scratch", lambda *_arguments: training
    )
    parameters = {name: own.default for name, own in SYSTEMS["source-cnn-lstm"].parameters.items()}
    source_weights(cnn_origin(parameters, task), views, None)
    write_source(tmp_path, task)
    assert expected_s(task, views, tmp_path, DEEP, log=log) == 14.0  # of this process
    later = SourceTask(SONGS, "composed")
    assert expected_s(later, views, tmp_path, DEEP, log=log) == 14.0  # in the cache
    emptied = SimpleNamespace(cache=FeatureCache(tmp_path / "empty"))
    assert expected_s(later, emptied, tmp_path, DEEP, log=log) == 14.0 + 40.0  # as it took here
