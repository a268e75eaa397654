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
        raise ModelError(f"The file {path.name} is missing.", path=path) from error
    except pickle.UnpicklingError as error:
        raise ModelError(
            f"{path.name} holds more than plain weights, or is damaged.",
            remedy="RhythmCap never runs code from a model file. "
            "Ask its author for a plain state dict or a .safetensors file.",
            detail=str(error),
            path=path,
        ) from error
    except (
        *(OSError, RuntimeError, ValueError, EOFError, struct.error),
        *(LookupError, TypeError, AttributeError, AssertionError),
    ) as error:  # the unpickler meets nonsense in many ways
        raise ModelError(
            f"{path.name} is no PyTorch weights file, or it is damaged.",
            remedy="Copy or download it again.",
            detail=str(error),
            path=path,
        ) from error
    if isinstance(state, dict) and isinstance(state.get("state_dict"), dict):
        state = state["state_dict"]
    tensors = isinstance(state, dict) and all(
        isinstance(key, str) and torch.is_tensor(value) for key, value in state.items()
    )
    if not tensors or not state:
        raise ModelError(
            f"{path.name} holds no state dict (names and tensors).",
            remedy="Save the model with torch.save(model.state_dict(), …).",
            path=path,
        )
    return dict(state)


def read_safetensors(path: Path) -> dict[str, Tensor]:
    """The tensors of a .safetensors file. Raises ModelError where it is damaged."""
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        return load_file(path)
    except (SafetensorError, OSError, ValueError) as error:
        raise ModelError(
            f"{path.name} is no safetensors file, or cut off.",
            remedy="Copy or download it again.",
            detail=str(error),
            path=path,
        ) from error
