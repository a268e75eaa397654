"""A parent model adapted before it learns: an LSTM behind its chunks, other networks beside it.

What it predicts stays as it was: weights that are kept are copied bit for bit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch
from torch import nn

from core.errors import TrainingError
from core.models.catalogue import build_network, can_take_lstm
from core.models.checkpoint import TaggingModel, network_from_state, to_inference, weights_digest
from core.models.device import seeded
from core.models.model_records import LSTM_SUFFIX, PROBE_SUFFIX, network_name
from core.models.probe_form import network_state, probe_form, probe_network
from core.models.probe_tagger import ProbeReduction, ProbeTagger
from core.models.sections import Section
from core.printable import one_line
from core.training.snapshot import network_songs


def add_lstm(parent: TaggingModel, seed: int) -> TaggingModel:
    """Put an untrained LSTM and perceptron behind the reduction of a model in probe form.

    As the thesis does with Choi's CNN (Sankaran 2017, section 4.3.4); the reduction stays as it
    is, the probe's rows are 0 until they are fitted. Raises TrainingError for a network that
    follows time already.
    """
    name, network = network_name(parent.card.architecture), probe_network(parent)
    if network.follows_time or not can_take_lstm(name):
        raise TrainingError("training.has_lstm", name=parent.card.name)
    n_words = len(parent.words)
    sizes = {**parent.card.sizes, "network_rows": [-1] * n_words}
    card = replace(parent.card, architecture=name + LSTM_SUFFIX + PROBE_SUFFIX, sizes=sizes)
    with seeded(seed, "cpu"):
        grown = build_network(card.architecture, card.sizes)
    kept = {
        name: value
        for name, value in parent.network.state_dict().items()
        if name.startswith((f"{Section.REDUCTION}.", "sides."))
    }
    grown.load_state_dict(kept, strict=False)
    assert isinstance(grown, ProbeTagger)
    torch.nn.init.zeros_(grown.classifier.weight)
    torch.nn.init.zeros_(grown.classifier.bias)
    return to_inference(card, grown, parent.device)


def add_sides(parent: TaggingModel, sides: Sequence[TaggingModel]) -> TaggingModel:
    """Put other networks beside the parent's: what they make of a song can be learned from, too.

    Returns a model in probe form that scores as the parent does. A side that is a learned model
    gives the network it was learned on; one that is there already is left out.
    """
    model = probe_form(parent)
    linear = probe_network(model).classifier
    state = dict(model.network.state_dict())
    described = list(model.card.sizes.get("sides", ()))
    digests = {_reduction_digest(probe_network(model).reduction)}
    digests |= {_reduction_digest(side) for side in probe_network(model).sides}
    n_new = 0
    for side in map(probe_form, sides):
        digest = _reduction_digest(probe_network(side).reduction)
        if digest in digests:
            continue
        digests.add(digest)
        entry = {
            "name": one_line(side.card.name),
            "architecture": network_name(side.card.architecture),
            "sizes": side.card.sizes["network"],
            "recipe": side.card.recipe.to_json(),
        }
        side_state = network_state(side)
        state |= {f"sides.{len(described)}.{name}": value for name, value in side_state.items()}
        described.append(entry)
        n_new += sum(block.width for block in probe_network(side).blocks if block.kind != "cepstra")
    n_before = probe_network(model).n_embedding
    gap = torch.zeros(linear.out_features, n_new, device=model.device)
    weight = linear.weight.detach()
    state["classifier.weight"] = torch.cat([weight[:, :n_before], gap, weight[:, n_before:]], dim=1)
    known = network_songs(model.card).union(*(network_songs(side.card) for side in sides))
    labels = {**model.card.labels, "network_songs": sorted(known)}
    card = replace(model.card, sizes={**model.card.sizes, "sides": described}, labels=labels)
    return to_inference(card, network_from_state(card, state, Path(card.name)), model.device)


def _reduction_digest(module: nn.Module) -> str:
    """Hash the convolutions of a network in probe form, or of a side: equal for equal ones."""
    reduction = module.base if isinstance(module, ProbeReduction) else module.reduction
    assert isinstance(reduction, nn.Module)
    return weights_digest([reduction])
