"""Filters and singular values: what is shown is what the weights are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from core.features.recipe import RECIPES
from core.models.card import ModelCard
from core.models.catalogue import build_network
from core.models.checkpoint import TaggingModel, save_checkpoint, to_inference
from core.models.inside import (
    filter_banks,
    layer_spectrum,
    layer_weights,
    look_inside,
    singular_values,
)
from core.models.inside_records import FilterBank, FilterKind, LayerKind
from core.models.probe_form import probe_form

SIZES = {
    "n_tags": 2, "n_mels": 96, "n_frames": 64, "channels": (4, 6), "pools": ((2, 4), None),
    "hidden": 8, "classifier_hidden": 8,
}  # fmt: skip


def save(folder: Path, architecture: str, recipe: str, sizes: dict, seed: int = 1) -> Path:
    torch.manual_seed(seed)
    card = ModelCard(f"{architecture}-{seed}", architecture, sizes, RECIPES[recipe], ("a", "b"))
    return save_checkpoint(folder, card, build_network(architecture, sizes))


def test_filters_of_the_first_layer_and_spectra_of_all_are_those_of_the_weights(
    tmp_path: Path,
) -> None:
    path = save(tmp_path, "choi_lstm", "thesis", SIZES)
    found = look_inside(path)
    torch.manual_seed(1)
    weights = dict(build_network("choi_lstm", SIZES).named_parameters())
    [bank] = found.banks
    first = next(weight for weight in weights.values() if weight.ndim == 4)
    assert (bank.kind, bank.n_bands) == (FilterKind.BANDS, 96)
    assert bank.step_s == pytest.approx(256 / 12_000)
    np.testing.assert_allclose(bank.values, first.detach().numpy(), rtol=1e-6)
    kinds = [layer.kind for layer in found.layers]
    assert kinds.count(LayerKind.CONVOLUTION) == 2
    assert kinds.count(LayerKind.RECURRENT) == 4
    matrix = first.detach().numpy().reshape(len(first), -1)
    wanted = np.linalg.svd(matrix, compute_uv=False)
    np.testing.assert_allclose(found.layers[0].values, wanted / wanted[0], rtol=1e-4)
    rows = found.table()
    assert len(rows) == 1 + sum(layer.n_values for layer in found.layers)


def test_a_learned_model_is_compared_with_its_parent_layer_by_layer(tmp_path: Path) -> None:
    parent = save(tmp_path, "choi_lstm", "thesis", SIZES)
    torch.manual_seed(1)
    network = build_network("choi_lstm", SIZES)
    card = ModelCard("child", "choi_lstm", SIZES, RECIPES["thesis"], ("a", "b"))
    learned = probe_form(to_inference(card, network))
    child = save_checkpoint(tmp_path, learned.card, learned.network)
    found = look_inside(child, parent, "the parent")
    shared = [layer for layer in found.layers if layer.change is not None]
    assert found.parent == "the parent"
    assert len(shared) == len(look_inside(parent).layers)
    assert found.changed == ()
    other = look_inside(child, save(tmp_path, "choi_lstm", "thesis", SIZES, seed=2), "another")
    assert len(other.changed) == len(shared)
    assert all(layer.parent is not None and layer.parent[0] == 1.0 for layer in other.changed)


def banks_of(architecture: str, recipe: str, sizes: dict) -> tuple[FilterBank, ...]:
    card = ModelCard(architecture, architecture, sizes, RECIPES[recipe], ("a", "b"))
    model = TaggingModel(card, build_network(architecture, sizes), torch.nn.Identity(), "cpu")
    return filter_banks(model, layer_weights(model))


def test_vertical_horizontal_and_sample_filters_are_told_apart() -> None:
    banks = banks_of("musicnn", "mel96-16k", {"n_tags": 2, "width": 4})
    assert [(bank.kind, bank.values.shape[2:]) for bank in banks] == [
        (FilterKind.BANDS, (67, 7)), (FilterKind.BANDS, (38, 7)), (FilterKind.TIME, (1, 129)),
        (FilterKind.TIME, (1, 65)), (FilterKind.TIME, (1, 33)),
    ]  # fmt: skip
    [bank] = banks_of("sample", "waveform-16k", {"n_tags": 2})
    assert (bank.kind, bank.values.shape) == (FilterKind.SAMPLES, (128, 1, 1, 3))
    assert bank.step_s == pytest.approx(1 / 16_000)
    [bank] = banks_of("harmonic", "waveform-16k", {"n_tags": 2})
    assert (bank.kind, bank.values.shape[1]) == (FilterKind.BANDS, 6)


def test_weights_of_few_directions_are_called_low_rank_and_random_ones_are_not() -> None:
    generator = np.random.default_rng(3)
    few = generator.standard_normal((40, 3)) @ generator.standard_normal((3, 60))
    assert layer_spectrum("few", few).is_low_rank
    assert layer_spectrum("few", few).rank < 3.1
    spread = layer_spectrum("spread", generator.standard_normal((40, 60)))
    assert not spread.is_low_rank
    assert spread.rank == pytest.approx(spread.random_rank, rel=0.05)
    np.testing.assert_allclose(
        singular_values(few.T)[:3], np.linalg.svd(few, compute_uv=False)[:3], rtol=1e-9
    )
