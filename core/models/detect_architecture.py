"""Which network a foreign weights file is of: each is built on no memory and tried for size.

A guess is an offer in a dialog; the import checks everything again.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import ModelError
from core.models.catalogue import build_network
from core.models.checkpoint import shape_mismatch
from core.models.model_records import ArchitectureGuess
from core.models.public_registry import known_tag_lists
from core.models.public_taggers import PUBLIC_TAGGERS
from core.models.weights_source import COUNTER, WeightsSource, read_state, sizes_from_state

if TYPE_CHECKING:
    from torch import Tensor

OUTPUTS = ("classifier.dense2.bias", "classifier.dense.bias")
DEFAULT_WIDTHS = {"musicnn": 64, "musicnn_wide": 512}
ALIASES_OF_LISTS = {
    "mtat": ("mtat", "mtt", "magna"),
    "msd": ("msd",),
    "jamendo": ("jamendo", "mtg"),
}


def detect_architecture(path: Path) -> ArchitectureGuess:
    """Try every architecture on a file. Raises ModelError where it cannot be read at all."""
    state = read_state(WeightsSource(path, "", ()))
    biases = [len(state[name]) for name in OUTPUTS if name in state and state[name].dim() == 1]
    if not biases:
        raise ModelError("weights.unknown_network", name=path.name, path=path)
    fitting = tuple(row.name for row in PUBLIC_TAGGERS if _fits(path, row.name, state, biases[0]))
    return ArchitectureGuess(fitting, biases[0], _tag_list(path, biases[0]))


def _fits(path: Path, architecture: str, state: dict[str, Tensor], n_outputs: int) -> bool:
    import torch

    words = tuple(map(str, range(n_outputs)))
    sizes = sizes_from_state(WeightsSource(path, architecture, words), state)
    default_width = DEFAULT_WIDTHS.get(architecture)
    if default_width is not None and sizes.get("width", default_width) != default_width:
        return False
    try:
        with torch.device("meta"):
            expected_state = build_network(architecture, sizes).state_dict()
    except ModelError:
        return False
    expected = {key: tuple(value.shape) for key, value in expected_state.items()}
    found = {key: tuple(value.shape) for key, value in state.items()}
    found |= {key: expected[key] for key in expected if key.endswith(COUNTER)}
    return not shape_mismatch(expected, found)


def _tag_list(path: Path, n_outputs: int) -> str:
    name = str(Path(path.parent.name) / path.name).casefold()  # a bundle's may be its folder's
    for key, words in known_tag_lists().items():
        if len(words) == n_outputs and any(
            alias in name for alias in ALIASES_OF_LISTS.get(key, ())
        ):
            return key
    return ""
