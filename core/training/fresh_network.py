"""A parent that has learned nothing: the thesis's network in one of its sizes.

What the user's songs alone can teach it; whether that is more than probes on what it makes of
songs by chance is judged like every deeper training (deepening.py).
"""

from __future__ import annotations

from dataclasses import asdict, replace

import numpy as np
import torch
from numpy.typing import NDArray

from core.features.recipe import RECIPES
from core.models.card import ModelCard
from core.models.catalogue import build_network
from core.models.checkpoint import TaggingModel, to_inference
from core.models.choi_lstm import PRESETS
from core.models.dct_filters import begin_with_dct
from core.models.device import choose_device
from core.models.probe_form import probe_form, probe_network
from core.training.teach_words import Layer

ARCHITECTURE = "choi_lstm"


def fresh_parent(preset: str, seed: int, *, with_dct: bool) -> TaggingModel:
    """Build the network of a preset of choi_lstm in probe form, without words.

    with_dct: the filters of the first layer begin as cosines. The same seed gives the same weights.
    """
    sizes = asdict(replace(PRESETS[preset], n_tags=1))
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        network = build_network(ARCHITECTURE, sizes)
    if with_dct:
        begin_with_dct(network.reduction)
    name = fresh_name(preset, with_dct=with_dct)
    card = ModelCard(name, ARCHITECTURE, sizes, RECIPES["thesis"], words=())
    return probe_form(to_inference(card, network, choose_device()))


def fresh_name(preset: str, *, with_dct: bool) -> str:
    """Name fresh weights, as the parent of what is learned from them."""
    return f"fresh weights, {preset}, cosines" if with_dct else f"fresh weights, {preset}"


def fresh_layer(
    fitted: Layer, model: TaggingModel, log_odds: NDArray[np.float32], seed: int
) -> Layer:
    """Return a layer of drawn weights that reads the hidden units alone, as in the thesis.

    fitted: a layer of the same shape. What was fitted on the features of chance does not fit those
    that come of training. model: in probe form. log_odds: (n_tags,), of the tags themselves.
    """
    rng = np.random.default_rng(seed)
    weight, first = np.zeros_like(fitted.weight), 0
    for block in probe_network(model).blocks:
        if block.kind == "hidden":
            drawn = rng.standard_normal((len(weight), block.width)) / np.sqrt(block.width)
            weight[:, first : first + block.width] = drawn
        first += block.width
    return Layer(weight, log_odds.astype(fitted.bias.dtype))
