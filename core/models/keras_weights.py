"""Reading the Keras-1 HDF5 weights of Choi's taggers into ours. No code from the file runs.

Two readings exist of what the files call running_std. "default": squared, it is the running
variance, and the input is standardised. "readme": it is taken as the variance itself and the
input is raw dB, which reproduces the scores printed by the weights' authors.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import h5py
import numpy as np
import torch
from torch import Tensor

from core.errors import ModelError
from core.messages import message
from core.models.weights_limits import check_name, check_tensors

Reading = Literal["default", "readme"]
READINGS: tuple[Reading, ...] = ("default", "readme")
NUMBERS = "fiu"  # kinds of numpy that are plain numbers
MAX_OBJECTS, MAX_DEPTH = 2000, 16  # of a file; the published ones hold 60, two deep
BLOCK_NAMES = ("1", "2", "3", "4", "5")


def keras_state(path: Path, reading: Reading = "default") -> dict[str, Tensor]:
    """Return the state dict of a ChoiMsdCnn or ChoiMsdCrnn from a Keras-1 .h5 file.

    Raises ModelError for a file that is no HDF5, is too large, reads other files or lacks a layer.
    """
    try:
        with h5py.File(path, "r") as file:
            arrays = _arrays(file, path)
    except (OSError, RuntimeError, ValueError, TypeError, KeyError, OverflowError) as error:
        raise ModelError(
            "weights.no_keras", name=path.name, detail=str(error), path=path
        ) from error
    try:
        return _convert(arrays, reading)
    except KeyError as error:
        layer = str(error.args[0])
        raise ModelError("weights.no_layer", name=path.name, layer=layer, path=path) from error
    except (IndexError, ValueError, TypeError) as error:
        raise ModelError(
            "weights.odd_layers", name=path.name, detail=str(error), path=path
        ) from error


def _arrays(file: h5py.File, path: Path) -> dict[str, np.ndarray]:
    """Read every array; sizes and kinds of all are checked before the first. Raises ModelError."""
    found: dict[str, h5py.Dataset] = {}
    for name in _names(file, path):
        item = file[name]
        if isinstance(item, h5py.Dataset):
            found[name.rsplit("/", 1)[-1]] = item
    check_tensors(path, len(found), sum(max(item.nbytes, 4 * item.size) for item in found.values()))
    for name, item in found.items():
        check_name(path, name)
        if item.external or item.is_virtual:
            why = message("weights.other_files")
            raise ModelError("weights.refused", name=path.name, why=why, path=path)
        if item.dtype.kind not in NUMBERS:
            kind = str(item.dtype)
            raise ModelError("weights.odd_tensor", name=path.name, key=name, kind=kind, path=path)
    return {name: np.asarray(item, dtype=np.float32) for name, item in found.items()}


def _names(file: h5py.File, path: Path) -> list[str]:
    """List all groups and arrays; none is opened, as that takes long where there are thousands.

    Raises ModelError where there are more, or deeper ones, than any tagger has.
    """
    names: list[str] = []
    why = ""

    def collect(name: str) -> bool | None:
        nonlocal why
        names.append(name)
        if len(names) > MAX_OBJECTS:
            why = message("weights.n_tensors", limit=MAX_OBJECTS)
        elif name.count("/") > MAX_DEPTH:
            why = message("weights.too_deep")
        return bool(why) or None  # and no further

    file.visit(collect)
    if why:
        raise ModelError("weights.refused", name=path.name, why=why, path=path)
    return names


def _convert(arrays: dict[str, np.ndarray], reading: Reading) -> dict[str, Tensor]:
    state = _batch_norm(arrays, "bn_0_freq", "bn_0_freq", reading)
    for index, name in enumerate(BLOCK_NAMES):
        if f"conv{name}_W" not in arrays:
            continue
        # Theano's convolution turns the kernel around; torch's correlation does not.
        kernel = arrays[f"conv{name}_W"][:, :, ::-1, ::-1].copy()
        state[f"blocks.{index}.conv.weight"] = torch.from_numpy(kernel)
        state[f"blocks.{index}.conv.bias"] = torch.from_numpy(arrays[f"conv{name}_b"])
        state |= _batch_norm(arrays, f"bn{name}", f"blocks.{index}.bn", reading)
    for layer in ("gru1", "gru2"):
        if f"{layer}_W_z" in arrays:
            state |= _gru(arrays, layer)
    state["dense.weight"] = torch.from_numpy(arrays["output_W"].T.copy())
    state["dense.bias"] = torch.from_numpy(arrays["output_b"])
    return state


def _batch_norm(
    arrays: dict[str, np.ndarray], source: str, target: str, reading: Reading
) -> dict[str, Tensor]:
    running_std = arrays[f"{source}_running_std"]
    variance = np.square(running_std) if reading == "default" else running_std
    return {
        f"{target}.weight": torch.from_numpy(arrays[f"{source}_gamma"]),
        f"{target}.bias": torch.from_numpy(arrays[f"{source}_beta"]),
        f"{target}.running_mean": torch.from_numpy(arrays[f"{source}_running_mean"]),
        f"{target}.running_var": torch.from_numpy(variance),
    }


def _gru(arrays: dict[str, np.ndarray], layer: str) -> dict[str, Tensor]:
    def joined(matrix: str) -> Tensor:
        parts = [arrays[f"{layer}_{matrix}_{gate}"] for gate in "zrh"]
        return torch.from_numpy(np.concatenate(parts, axis=-1))

    return {
        f"{layer}.weight_in": joined("W"),
        f"{layer}.weight_state": joined("U"),
        f"{layer}.bias": joined("b"),
    }
