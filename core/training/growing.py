"""A sense of time for networks that have none: an LSTM and a perceptron behind their reduction.

As the thesis does with Choi's CNN (Sankaran 2017, section 4.3.4), here for any public backbone.
"""

from __future__ import annotations

from dataclasses import replace

from core.errors import TrainingError
from core.models.catalogue import build_network, can_take_lstm
from core.models.checkpoint import TaggingModel, ready
from core.models.public_taggers import LSTM_SUFFIX
from core.models.sections import Section


def with_lstm(parent: TaggingModel, seed: int) -> TaggingModel:
    """The parent's reduction, bit for bit, with an untaught LSTM and perceptron behind it.

    Raises TrainingError for a network that follows time already.
    """
    import torch

    name = parent.card.architecture + LSTM_SUFFIX
    if parent.network.temporal is not None or not can_take_lstm(parent.card.architecture):
        raise TrainingError(
            f"“{parent.card.name}” follows the course of time already.",
            remedy="Learn from it without adding an LSTM.",
        )
    card = replace(parent.card, architecture=name)
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        network = build_network(name, card.sizes)
    prefix = f"{Section.REDUCTION}."
    kept = {k: v for k, v in parent.network.state_dict().items() if k.startswith(prefix)}
    network.load_state_dict(kept, strict=False)
    return ready(card, network, parent.device)
