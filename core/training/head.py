"""A network with more words: everything is copied, and the rows of known words by their place.

The rows of new words are empty until first_rows.py fills them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.models.catalogue import build_network

if TYPE_CHECKING:
    from torch import Tensor

    from core.models.card import ModelCard
    from core.models.checkpoint import TaggingModel
    from core.models.network import TaggingNetwork

OUTPUTS = "n_tags"  # the size every architecture names its outputs by


def widened(parent: TaggingModel, parent_rows: Sequence[int]) -> TaggingNetwork:
    """A copy of the parent's network with one output for each of parent_rows.

    parent_rows: the parent's output to copy, -1 for a new one, whose weights are 0.
    """
    import torch

    from core.models.checkpoint import fitting_network

    sizes = sizes_for(parent.card, len(parent_rows))
    with torch.device("meta"):
        outline = build_network(parent.card.architecture, sizes)
    head = {id(each) for each in (*outline.output.parameters(), *_direct_weights(outline))}
    state = {name: value.detach().clone() for name, value in parent.network.state_dict().items()}
    for name, each in outline.named_parameters():
        if id(each) not in head:
            continue
        wider = torch.zeros(each.shape, device=parent.device)
        for row, source in enumerate(parent_rows):
            if source >= 0:
                wider[row] = state[name][source]
        state[name] = wider
    card = replace(parent.card, sizes=sizes, words=("",) * len(parent_rows))
    return fitting_network(card, state, Path(card.name))


def _direct_weights(network: TaggingNetwork) -> list[Tensor]:
    return [network.direct.weight] if network.direct is not None else []


def sizes_for(card: ModelCard, n_words: int) -> dict[str, object]:
    """The sizes of a card with another number of outputs."""
    return {**card.sizes, OUTPUTS: n_words}
