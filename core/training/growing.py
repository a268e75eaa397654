"""A chunk tagger that follows time where its parent had none: an LSTM and a perceptron behind its
reduction, as the thesis does with Choi's CNN (Sankaran 2017, section 4.3.4); and, for any network,
a way from the features straight to the tags.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.errors import TrainingError
from core.models.catalogue import build_network, can_take_lstm
from core.models.checkpoint import TaggingModel, fitting_network, ready
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
    card = replace(parent.card, architecture=name, sizes={**parent.card.sizes, "direct": False})
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        network = build_network(name, card.sizes)
    prefix = f"{Section.REDUCTION}."
    kept = {k: v for k, v in parent.network.state_dict().items() if k.startswith(prefix)}
    network.load_state_dict(kept, strict=False)
    return ready(card, network, parent.device)


def with_direct(parent: TaggingModel) -> TaggingModel:
    """The parent with a way from its features straight to the tags, on which nothing goes yet.

    Its hidden units know what the words it was trained for needed; the features know more (Choi
    et al. 2017, "Transfer learning for music classification and regression tasks"). The parent
    itself where it has that way, or nothing lies between its features and the tags.
    """
    import torch

    card = replace(parent.card, sizes={**parent.card.sizes, "direct": True})
    with torch.device("meta"):
        direct = build_network(card.architecture, card.sizes).direct
    if direct is None or parent.network.direct is not None:
        return parent
    state = dict(parent.network.state_dict())
    state[f"{Section.CLASSIFIER}.direct.weight"] = torch.zeros(
        direct.weight.shape, device=parent.device
    )
    network = fitting_network(card, state, Path(card.name)).eval().to(parent.device)
    return replace(parent, card=card, network=network)
