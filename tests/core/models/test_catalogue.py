"""The catalogue tells of each network how long, how large, and what for."""

from __future__ import annotations

import pytest
import torch

from core.features.recipe import RECIPES
from core.models.catalogue import ARCHITECTURES, N_PARAMETERS, build_network
from core.models.model_records import PROBE_SUFFIX, SongScore, song_score

OURS = {name for name, row in ARCHITECTURES.items() if not row.is_external}


@pytest.mark.parametrize("name", sorted(OURS))
def test_the_numbers_in_the_catalogue_are_those_of_the_network(name: str) -> None:
    with torch.device("meta"):
        network = build_network(name, {"n_tags": 50})
    row = ARCHITECTURES[name]
    assert sum(parameter.numel() for parameter in network.parameters()) == row.n_parameters
    assert network.segment_frames == row.segment_frames
    assert row.input_s == pytest.approx(RECIPES[row.recipe].seconds_of(network.segment_frames))
    assert row.good_at.count(".") >= 2
    follows = network.temporal is not None
    assert (song_score(name, {}) is SongScore.SEQUENCE) == follows
    assert song_score(name + PROBE_SUFFIX, {}) is SongScore.ONCE
    assert song_score(name, {"n_train": 72}) is SongScore.ONCE


def test_every_counted_network_is_in_the_catalogue() -> None:
    assert set(N_PARAMETERS) == OURS
