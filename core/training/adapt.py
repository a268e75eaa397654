"""A parent network adapted to what it is to learn: more words, a skip layer, an LSTM.

Weights that are kept are copied bit for bit; new ones are zero, or random where they must be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch

from core.errors import TrainingError
from core.models.catalogue import build_network, can_take_lstm
from core.models.checkpoint import TaggingModel, network_from_state, to_inference
from core.models.model_records import LSTM_SUFFIX
from core.models.network import TaggingNetwork
from core.models.sections import Section

N_OUTPUTS = "n_tags"  # the size every architecture names its outputs by
SKIP = "direct"  # what cards and weights files call the skip layer


def add_lstm(parent: TaggingModel, seed: int) -> TaggingModel:
    """Put an untrained LSTM and perceptron behind the parent's reduction, and add the skip layer.

    As the thesis does with Choi's CNN (Sankaran 2017, section 4.3.4); the reduction stays as it
    is. Raises TrainingError for a network that follows time already.
    """
    name = parent.card.architecture + LSTM_SUFFIX
    if parent.network.temporal is not None or not can_take_lstm(parent.card.architecture):
        raise TrainingError("training.has_lstm", name=parent.card.name)
    card = replace(parent.card, architecture=name, sizes={**parent.card.sizes, SKIP: False})
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        network = build_network(name, card.sizes)
    prefix = f"{Section.REDUCTION}."
    kept = {k: v for k, v in parent.network.state_dict().items() if k.startswith(prefix)}
    network.load_state_dict(kept, strict=False)
    return add_skip(to_inference(card, network, parent.device))


def add_skip(parent: TaggingModel) -> TaggingModel:
    """Add a linear layer from the parent's features straight to its tags, with weights of 0.

    Its hidden units keep what the tags it was trained for needed; the features keep more (Choi
    et al. 2017, "Transfer learning for music classification and regression tasks"). Returns the
    parent itself where it has that layer, or nothing lies between its features and the tags.
    """
    card = replace(parent.card, sizes={**parent.card.sizes, SKIP: True})
    with torch.device("meta"):
        skip = build_network(card.architecture, card.sizes).skip
    if skip is None or parent.network.skip is not None:
        return parent
    state = dict(parent.network.state_dict())
    state[f"{Section.CLASSIFIER}.{SKIP}.weight"] = torch.zeros(
        skip.weight.shape, device=parent.device
    )
    network = network_from_state(card, state, Path(card.name)).eval().to(parent.device)
    return replace(parent, card=card, network=network)


def expand_head(parent: TaggingModel, parent_rows: Sequence[int]) -> TaggingNetwork:
    """Copy the parent's network, with one output for each of parent_rows.

    parent_rows: the parent's output to copy, -1 for a new one, whose weights are 0 until the
    linear probe fits them.
    """
    sizes = {**parent.card.sizes, N_OUTPUTS: len(parent_rows)}
    with torch.device("meta"):
        outline = build_network(parent.card.architecture, sizes)
    head = {id(parameter) for parameter in outline.output.parameters()}
    if outline.skip is not None:
        head.add(id(outline.skip.weight))
    state = {name: value.detach().clone() for name, value in parent.network.state_dict().items()}
    for name, parameter in outline.named_parameters():
        if id(parameter) not in head:
            continue
        expanded = torch.zeros(parameter.shape, device=parent.device)
        for row, parent_row in enumerate(parent_rows):
            if parent_row >= 0:
                expanded[row] = state[name][parent_row]
        state[name] = expanded
    card = replace(parent.card, sizes=sizes, words=("",) * len(parent_rows))
    return network_from_state(card, state, Path(card.name)).to(parent.device)
