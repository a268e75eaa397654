"""Filters that do nothing are left out of the fast forms, and no score tells."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from core.models.catalogue import build_network
from core.models.chunk_tagger import ChunkTagger
from core.models.live_filters import LiveFilters, live_filters
from tests.support.parity_weights import N_TAGS, fill

DECAYED = 1e-25  # what weight decay leaves of a filter
SEEN = {"musicnn_2019": 8, "musicnn": 2}  # blocks with filters to leave out


def network_of_decayed_filters(name: str) -> ChunkTagger:
    """The network with made-up weights; three in four filters of each block do nothing."""
    network = build_network(name, {"n_tags": N_TAGS})
    assert isinstance(network, ChunkTagger)
    fill(network)
    with torch.no_grad():
        for module in network.reduction.modules():
            if isinstance(module, nn.Conv1d | nn.Conv2d):
                kept = torch.arange(module.out_channels) % 4 == 1
                module.weight[~kept] *= DECAYED
                assert module.bias is not None
                module.bias[2::4] = -1.0  # below the ReLU
                module.bias[3::4] = 0.5  # a constant that a batch norm moves
    return network.eval()


@pytest.mark.parametrize("name", SEEN)
def test_scores_are_those_of_all_filters(name: str) -> None:
    network = network_of_decayed_filters(name)
    sound = torch.randn(2, 96, network.segment_frames, generator=torch.Generator().manual_seed(1))
    fast = network.evaluation_forms()[0]
    assert sum(isinstance(block, LiveFilters) for block in fast.modules()) == SEEN[name]
    with torch.inference_mode():
        plain = network.classifier(network.reduction(sound))
        torch.testing.assert_close(network.classifier(fast(sound)), plain, atol=1e-4, rtol=1e-4)


def test_a_batch_norm_can_silence_a_filter_and_a_weight_that_is_no_number_cannot() -> None:
    conv, norm = nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4)
    with torch.no_grad():
        conv.weight[0] = 1e-9
        norm.weight[1] = 1e-9
        conv.weight[2, 0, 0, 0] = float("nan")
    assert live_filters(conv, norm).tolist() == [2, 3]


def test_one_filter_is_always_left() -> None:
    conv, norm = nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4)
    nn.init.zeros_(conv.weight)
    assert len(live_filters(conv, norm)) == 1
