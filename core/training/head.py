"""A network with more words: everything is copied, and the rows of known words by their place.

The rows of new words are empty until first_rows.py fills them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.models.catalogue import build_network

if TYPE_CHECKING:
    from core.models.card import ModelCard
    from core.models.checkpoint import TaggingModel
    from core.models.network import TaggingNetwork

OUTPUTS = "n_tags"  # the size every architecture names its outputs by


def widened(parent: TaggingModel, parent_rows: Sequence[int]) -> TaggingNetwork:
    """A copy of the parent's network with one output for each of parent_rows.

    parent_rows: the parent's output to copy, -1 for a new one, whose weights are 0.
    """
    import torch

    network = build_network(parent.card.architecture, sizes_for(parent.card, len(parent_rows)))
    old, new = parent.network.output, network.output
    rows = {id(new.weight), id(new.bias)} | {id(each.weight) for each in (network.direct,) if each}
    output_names = {name for name, each in network.named_parameters() if id(each) in rows}
    state = parent.network.state_dict()
    kept = {name: value for name, value in state.items() if name not in output_names}
    network.load_state_dict(kept, strict=False)
    pairs = [(old.weight, new.weight), (old.bias, new.bias)]
    if network.direct is not None and parent.network.direct is not None:
        pairs.append((parent.network.direct.weight, network.direct.weight))
    with torch.no_grad():
        for former, wider in pairs:
            wider.zero_()
            for row, source in enumerate(parent_rows):
                if source >= 0:
                    wider[row] = former[source].to(wider.device)
    return network


def sizes_for(card: ModelCard, n_words: int) -> dict[str, object]:
    """The sizes of a card with another number of outputs."""
    return {**card.sizes, OUTPUTS: n_words}
