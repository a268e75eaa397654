"""The TensorFlow bundles of MusiCNN and VGG of 2019 as state dicts under our names.

Their variables have the names that TensorFlow counts up by itself; what the optimiser kept beside
them is left out. Reading the files is tensorflow_bundle.py's business.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor

from core.models.tensorflow_bundle import read_bundle

VARIABLES = {
    "kernel": "weight",
    "bias": "bias",
    "gamma": "weight",
    "beta": "bias",
    "moving_mean": "running_mean",
    "moving_variance": "running_var",
}
FRONT = [f"layers.{index}" for index in range(5)]  # heights 38, 67; lengths 128, 64, 32
MIDDLE = ["layer1", "layer2", "layer3"]
CONVOLUTIONS, NORMS = [*FRONT, *MIDDLE], ["spec_bn", *FRONT, *MIDDLE, "pooled_bn", "bn"]
VGG_KERNEL = "1CNN/kernel"


def _counted(name: str, index: int) -> str:
    """Return what TensorFlow calls the layer of that index: dense, dense_1, dense_2, …"""
    return f"{name}_{index}" if index else name


MUSICNN = {
    **{_counted("conv2d", index): f"{layer}.conv" for index, layer in enumerate(CONVOLUTIONS)},
    **{
        _counted("batch_normalization", index): f"{name}.bn" if name in CONVOLUTIONS else name
        for index, name in enumerate(NORMS)
    },
    "dense": "dense1",
    "dense_1": "dense2",
}
VGG = {
    "batch_normalization": "spec_bn",
    **{f"{index}CNN": f"layer{index}.conv" for index in range(1, 6)},
    **{f"batch_normalization_{index}": f"layer{index}.bn" for index in range(1, 6)},
    "dense": "dense",
}


def tensorflow_state(index: Path) -> dict[str, Tensor]:
    """Return the state dict of a Musicnn2019 or Vgg2019 from a bundle's .index.

    Names that are of neither stay as they are. Raises ModelError where a file cannot be read.
    """
    tensors = read_bundle(index, lambda name: name.rsplit("/", 1)[-1] in VARIABLES)
    layers = VGG if VGG_KERNEL in tensors else MUSICNN
    state = {}
    for name, values in tensors.items():
        layer, _, variable = name.rpartition("/")
        own_layer = layers.get(layer, layer)
        value = torch.from_numpy(values)
        # Kernels are (time, frequency, in, out) or (in, out); torch has it the other way round.
        value = value.permute(tuple(reversed(range(value.dim()))))
        if own_layer.removesuffix(".conv") in MIDDLE and layers is MUSICNN and value.dim() == 4:
            value = value.flatten(1, 2)  # its "frequencies" are the channels: a convolution of one
        state[f"{own_layer}.{VARIABLES[variable]}"] = value.contiguous()
    return state
