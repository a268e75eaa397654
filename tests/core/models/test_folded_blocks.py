"""The form of a network that predicts is faster, and says what the form that learns says."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from core.features.recipe import RECIPES
from core.models.catalogue import ARCHITECTURES, build_network
from core.models.chunk_tagger import ChunkTagger
from core.models.device import half_precision, has_bfloat16
from core.models.folded_blocks import Foldable, in_bfloat16
from core.models.public_taggers import PUBLIC_TAGGERS
from tests.support.parity_weights import N_TAGS, chunk_logits, fill


def network_and_sound(name: str) -> tuple[ChunkTagger, Tensor]:
    """The network with made-up weights and scores from 0 to 1, and a chunk of noise for it."""
    made = build_network(name, {"n_tags": N_TAGS})
    assert isinstance(made, ChunkTagger)
    recipe = RECIPES[ARCHITECTURES[name].recipe]
    rows = () if recipe.is_waveform else (recipe.n_rows,)
    noise = torch.randn(1, *rows, made.segment_frames, generator=torch.Generator().manual_seed(1))
    network, sound = fill(made), 0.1 * noise if recipe.is_waveform else 8 * noise - 20
    with torch.no_grad():
        logits = chunk_logits(network, sound)
        network.output.weight.div_(logits.std())
        network.output.bias.sub_(logits.mean()).div_(logits.std())
    return network, sound


@pytest.mark.parametrize("name", [row.name for row in PUBLIC_TAGGERS])
def test_the_fast_form_gives_the_same_scores(name: str) -> None:
    network, sound = network_and_sound(name)
    with torch.inference_mode():

        def scores(reduction: nn.Module) -> Tensor:
            return torch.sigmoid(network.classifier(reduction(sound).float()))

        plain = scores(network.reduction)
        assert torch.allclose(scores(network.evaluation_forms()[0]), plain, atol=1e-4)
        if has_bfloat16("cpu"):
            with half_precision("cpu"):
                halved = in_bfloat16(network.evaluation_forms()[0])(sound)
            assert torch.allclose(scores(lambda _: halved), plain, atol=2e-2)


def test_learning_does_not_reach_the_fast_form() -> None:
    network, sound = network_and_sound("musicnn")
    fast = network.evaluation_forms()[0]
    with torch.inference_mode():
        before = fast(sound)
        for parameter in network.parameters():
            parameter.zero_()
        assert torch.equal(fast(sound), before)
    assert not any(isinstance(module, Foldable | nn.BatchNorm1d) for module in fast.modules())
