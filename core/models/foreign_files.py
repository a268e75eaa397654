"""Foreign weights files as plain state dicts. No code in a file is ever run.

PyTorch files are opened with weights_only, which refuses everything but tensors and containers.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import ModelError

if TYPE_CHECKING:
    from torch import Tensor


def read_pth(path: Path) -> dict[str, Tensor]:
    """The state dict of a PyTorch file. Raises ModelError where it is anything else."""
    import pickle
    import struct
    import warnings

    import torch

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about pickles: what is odd in one is refused anyway
            state = torch.load(path, map_location="cpu", weights_only=True)
    except FileNotFoundError as error:
        raise ModelError("models.file_missing", name=path.name, path=path) from error
    except pickle.UnpicklingError as error:
        raise ModelError(
            "weights.more_than_weights", name=path.name, detail=str(error), path=path
        ) from error
    except (
        *(OSError, RuntimeError, ValueError, EOFError, struct.error),
        *(LookupError, TypeError, AttributeError, AssertionError),
    ) as error:  # the unpickler meets nonsense in many ways
        raise ModelError(
            "weights.no_pytorch", name=path.name, detail=str(error), path=path
        ) from error
    if isinstance(state, dict) and isinstance(state.get("state_dict"), dict):
        state = state["state_dict"]
    tensors = isinstance(state, dict) and all(
        isinstance(key, str) and torch.is_tensor(value) for key, value in state.items()
    )
    if not tensors or not state:
        raise ModelError("weights.no_state_dict", name=path.name, path=path)
    return dict(state)


def read_safetensors(path: Path) -> dict[str, Tensor]:
    """The tensors of a .safetensors file. Raises ModelError where it is damaged."""
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        return load_file(path)
    except (SafetensorError, OSError, ValueError) as error:
        raise ModelError(
            "weights.no_safetensors", name=path.name, detail=str(error), path=path
        ) from error
