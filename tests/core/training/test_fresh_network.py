"""Beginning with fresh weights of the thesis's network: what is drawn, what is trained and told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from core.features.cache import FeatureCache
from core.models.checkpoint import load_checkpoint, weights_digest
from core.models.choi_lstm import STARTER
from core.models.dct_filters import dct_kernels
from core.models.probe_form import network_state, probe_network
from core.training.config import SCRATCH, FinetuneRequest
from core.training.finetune import finetune
from core.training.finetune_records import EpochReport
from core.training.fresh_network import fresh_layer, fresh_name, fresh_parent
from core.training.teach_words import Layer
from tests.support.synthetic_songs import synthetic_labels


@pytest.mark.parametrize("with_dct", [False, True])
def test_the_same_seed_gives_the_same_fresh_weights(with_dct: bool) -> None:
    first, again = (fresh_parent("starter", 3, with_dct=with_dct) for _ in range(2))
    other = fresh_parent("starter", 4, with_dct=with_dct)
    assert weights_digest([first.network]) == weights_digest([again.network])
    assert weights_digest([first.network]) != weights_digest([other.network])
    assert first.words == ()


def test_the_first_filters_can_begin_as_cosines() -> None:
    state = network_state(fresh_parent("starter", 0, with_dct=True))
    cosines = torch.from_numpy(dct_kernels(STARTER.channels[0], 3, 3)).float()
    begun = [value for value in state.values() if value.shape[1:] == (1, 3, 3)]
    assert any(torch.equal(value[:, 0], cosines) for value in begun)


def test_a_fresh_layer_reads_the_hidden_units_alone() -> None:
    model = fresh_parent("starter", 0, with_dct=False)
    blocks = probe_network(model).blocks
    width = sum(block.width for block in blocks)
    log_odds = np.array([-1.0, 2.0], dtype=np.float32)
    layer = fresh_layer(Layer(np.ones((2, width)), np.ones(2)), model, log_odds, seed=0)
    n_hidden = next(block.width for block in blocks if block.kind == "hidden")
    assert np.flatnonzero(layer.weight.any(axis=0)).max() < n_hidden
    assert layer.weight[:, :n_hidden].std() == pytest.approx(n_hidden**-0.5, rel=0.2)
    assert layer.bias.tolist() == [-1.0, 2.0]


def test_what_is_learned_from_fresh_weights_tells_where_it_began(tmp_path: Path) -> None:
    cache = FeatureCache(tmp_path / "cache")
    labels = synthetic_labels(cache)
    parent = fresh_parent("starter", 0, with_dct=True)
    request = FinetuneRequest(
        name="own", parent_name=parent.card.name, depth="everything", epochs=1, seed=0,
        models_folder=tmp_path / "models", schedule=replace(SCRATCH, batch_size=4), from_fresh=True,
    )  # fmt: skip
    reports: list[EpochReport] = []
    result = finetune(request, labels, parent, cache, reports.append)
    card = load_checkpoint(result.model_path).card
    assert card.parent == fresh_name("starter", with_dct=True)
    assert card.settings["schedule"]["train_norm"]
    assert [report.epoch for report in reports] == [1]
    assert card.words == labels.tag_names
