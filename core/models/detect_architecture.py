"""Which network a foreign weights file is of: each is built on no memory and tried for size.

A guess is an offer in a dialog; the import checks everything again.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import ModelError
from core.models.catalogue import build_network
from core.models.checkpoint import misfit
from core.models.model_records import ArchitectureGuess
from core.models.public_registry import known_tag_lists
from core.models.public_taggers import PUBLIC_TAGGERS
from core.models.public_weights import COUNTER, WeightsSource, our_state, sizes_of

if TYPE_CHECKING:
    from torch import Tensor

OUTPUTS = ("classifier.dense2.bias", "classifier.dense.bias")
USUAL_WIDTHS = {"musicnn": 64, "musicnn_wide": 512}
NAMES_OF_LISTS = {"mtat": ("mtat", "magna"), "msd": ("msd",), "jamendo": ("jamendo", "mtg")}


def guess_weights(path: Path) -> ArchitectureGuess:
    """Try every architecture on a file. Raises ModelError where it cannot be read at all."""
    state = our_state(WeightsSource(path, "", ()))
    biases = [len(state[name]) for name in OUTPUTS if name in state]
    if not biases:
        raise ModelError("weights.unknown_network", name=path.name, path=path)
    fitting = tuple(row.name for row in PUBLIC_TAGGERS if _fits(path, row.name, state, biases[0]))
    return ArchitectureGuess(fitting, biases[0], _tag_list(path, biases[0]))


def _fits(path: Path, architecture: str, state: dict[str, Tensor], n_outputs: int) -> bool:
    import torch

    words = tuple(map(str, range(n_outputs)))
    sizes = sizes_of(WeightsSource(path, architecture, words), state)
    if sizes.get("width", USUAL_WIDTHS.get(architecture)) != USUAL_WIDTHS.get(architecture):
        return False
    try:
        with torch.device("meta"):
            outline = build_network(architecture, sizes).state_dict()
    except ModelError:
        return False
    wanted = {key: tuple(value.shape) for key, value in outline.items()}
    found = {key: tuple(value.shape) for key, value in state.items()}
    found |= {key: wanted[key] for key in wanted if key.endswith(COUNTER)}
    return not misfit(wanted, found)


def _tag_list(path: Path, n_outputs: int) -> str:
    name = str(Path(path.parent.name) / path.name).casefold()
    for key, words in known_tag_lists().items():
        if len(words) == n_outputs and any(each in name for each in NAMES_OF_LISTS.get(key, ())):
            return key
    return ""
