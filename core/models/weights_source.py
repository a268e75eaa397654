"""Foreign weights files as state dicts under our names. No code in a file is ever run.

PyTorch files are opened with weights_only, which refuses everything but tensors and containers,
.h5 as HDF5 numbers, .safetensors and TensorFlow bundles as what they are. Whether they fit is
public_weights' business.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import ModelError
from core.models.tensorflow_bundle import CHECKPOINT, INDEX_SUFFIX, bundle_index
from core.models.weights_limits import check_file, check_name, check_tensors

if TYPE_CHECKING:
    from torch import Tensor

# What public files also hold and our features compute themselves: windows and filter banks.
CONSTANTS = ("spec.", "hstft.spec.")
KERAS_SUFFIXES = (".h5", ".hdf5")
SAFE_SUFFIX = ".safetensors"
TORCH_SUFFIXES = (".pth", ".pt", ".ckpt", ".bin")
MUSICNN_WIDTHS = {"width": "reduction.layer1.conv.weight", "head": "classifier.dense1.weight"}
COUNTER = "num_batches_tracked"


@dataclass(frozen=True, slots=True)
class WeightsSource:
    """A foreign weights file and how to read it.

    path: for a TensorFlow bundle any of its files, or its folder. words: its outputs in order.
    recipe: name of its input, "" for the architecture's own. reading: "default" or "readme", for
    Keras files only (see keras_weights).
    """

    path: Path
    architecture: str
    words: tuple[str, ...]
    recipe: str = ""
    reading: str = "default"


def read_state(source: WeightsSource) -> dict[str, Tensor]:
    """Read the tensors under our names, without what we compute ourselves. Raises ModelError."""
    from core.models.chunk_tagger import own_state

    path, suffix = source.path, source.path.suffix.lower()
    if (index := bundle_index(path)) is not None:
        from core.models.tensorflow_weights import tensorflow_state

        public = tensorflow_state(index)
    elif path.is_dir():
        raise ModelError("weights.no_bundle_in_folder", name=path.name, path=path)
    elif not path.is_file():
        raise ModelError("weights.no_file", name=path.name, path=path)
    elif suffix in KERAS_SUFFIXES:
        check_file(path)
        public = _read_keras(source)
    elif suffix == SAFE_SUFFIX:
        public = read_safetensors(path)
    elif suffix in TORCH_SUFFIXES:
        from core.models.pytorch_weights import read_pth

        public = read_pth(path)
    else:
        known = ", ".join((*TORCH_SUFFIXES, *KERAS_SUFFIXES, SAFE_SUFFIX, INDEX_SUFFIX))
        raise ModelError("weights.unknown_format", name=path.name, known=known, path=path)
    kept = {key: value for key, value in public.items() if not key.startswith(CONSTANTS)}
    return own_state(kept)


def file_name(path: Path) -> str:
    """Return how to call a weights file: a bundle without a name has that of its folder."""
    path = path.absolute()
    name = path.name
    return path.parent.name if name.startswith(".") or name == CHECKPOINT else name


def _read_keras(source: WeightsSource) -> dict[str, Tensor]:
    from core.models.keras_weights import READINGS, keras_state

    reading = next(
        (known_reading for known_reading in READINGS if known_reading == source.reading), None
    )
    if reading is None:
        raise ModelError(
            "weights.unknown_reading", reading=source.reading, known=", ".join(READINGS)
        )
    return keras_state(source.path, reading)


def sizes_from_state(source: WeightsSource, state: dict[str, Tensor]) -> dict[str, Any]:
    """Return what the card must know to build the network again."""
    sizes: dict[str, Any] = {"n_tags": len(source.words)}
    layers = [state.get(name) for name in MUSICNN_WIDTHS.values()]
    widths = [len(layer) for layer in layers if layer is not None and layer.dim() > 1]
    if source.architecture.startswith("musicnn") and len(widths) == len(layers):
        sizes |= dict(zip(MUSICNN_WIDTHS, widths, strict=True))
    if source.architecture.startswith("choi_msd"):
        sizes["standardise"] = source.reading == "default"
    return sizes


def read_safetensors(path: Path) -> dict[str, Tensor]:
    """Read the tensors of a .safetensors file. Raises ModelError where it is damaged."""
    from safetensors import SafetensorError, safe_open

    check_file(path)
    try:
        with safe_open(path, framework="pt") as file:
            keys = list(file.keys())
            check_tensors(path, len(keys), path.stat().st_size)
            for key in keys:
                check_name(path, key)
            return {key: file.get_tensor(key) for key in keys}
    except (SafetensorError, OSError, ValueError, RuntimeError, OverflowError) as error:
        raise ModelError(
            "weights.no_safetensors", name=path.name, detail=str(error), path=path
        ) from error
