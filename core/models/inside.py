"""What a network's weights look like: filters of the first layer, singular values of all layers.

Looks and compares; what it finds are records (inside_records.py), drawing is the window's.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.features.recipe import FeatureRecipe
from core.jobs import SILENT, JobContext
from core.models.card import read_card
from core.models.filter_spectra import WEIGHT, effective_rank
from core.models.inside_records import (
    FilterBank,
    FilterKind,
    LayerKind,
    LayerSpectrum,
    ModelInside,
)
from core.models.model_records import network_name
from core.models.onnx_records import ONNX

if TYPE_CHECKING:
    from core.models.checkpoint import TaggingModel

Weights = NDArray[np.float64]

# Where the parts of a network stand, as they are called in the form with a probe and without.
PARTS = (
    ("reduction.base.", ""),
    ("reduction.", ""),
    ("temporal.network_temporal.", "temporal."),
    ("temporal.network_classifier.", "classifier."),
)
PROBE, PROBE_NAME = "classifier.weight", "probe"  # the linear layer behind a network
SIDE = "sides."
SEED = 0


def look_inside(
    path: Path, parent: Path | None = None, parent_name: str = "", job: JobContext = SILENT
) -> ModelInside:
    """Read a model's filters and the spectra of its layers, beside those of its parent.

    Raises ModelError, Cancelled. Of an ONNX file nothing is read: it is another program's.
    """
    from core.models.checkpoint import load_checkpoint

    card = read_card(path)
    if network_name(card.architecture) == ONNX:
        return ModelInside(card.name, True, (), ())
    model = load_checkpoint(path)
    job.check()
    of_parent: dict[str, Weights] = {}
    if parent is not None and network_name(read_card(parent).architecture) != ONNX:
        of_parent = layer_weights(load_checkpoint(parent))
    else:
        parent_name = ""
    weights, layers = layer_weights(model), []
    for done, (name, weight) in enumerate(weights.items()):
        job.check()
        job.report(done, len(weights), name)
        layers.append(layer_spectrum(name, weight, of_parent.get(name)))
    return ModelInside(card.name, False, filter_banks(model, weights), tuple(layers), parent_name)


def layer_weights(model: TaggingModel) -> dict[str, Weights]:
    """Return the weights of all layers with more than one input and output, by plain names.

    Those that convolve have three or four dimensions, the others two.
    """
    from core.models.probe_tagger import ProbeTagger

    found, has_probe = {}, isinstance(model.network, ProbeTagger)
    for name, parameter in model.network.named_parameters():
        array = np.asarray(parameter.detach().cpu().numpy(), dtype=np.float64)
        if array.ndim >= 2 and min(array.shape[0], array[0].size) > 1:
            found[PROBE_NAME if has_probe and name == PROBE else plain_name(name)] = array
    return found


def plain_name(name: str) -> str:
    """Return a layer's name without the sections that all networks have."""
    for begin, plain in PARTS:
        if name.startswith(begin):
            name = plain + name.removeprefix(begin)
            break
    return name.removesuffix(WEIGHT)


def filter_banks(model: TaggingModel, weights: dict[str, Weights]) -> tuple[FilterBank, ...]:
    """Return the convolutions that read the sound: of the network, and of those beside it."""
    from core.models.probe_form import side_recipes

    recipes = (model.card.recipe, *side_recipes(model.card))
    banks = []
    for number, recipe in enumerate(recipes):
        begin = f"{SIDE}{number - 1}." if number else ""
        own = {
            name: weight
            for name, weight in weights.items()
            if weight.ndim in (3, 4)
            and (name.startswith(begin) if begin else not name.startswith(SIDE))
        }
        banks += [_filter_bank(name, weight, recipe) for name, weight in _first(own).items()]
    return tuple(banks)


def _first(convolutions: dict[str, Weights]) -> dict[str, Weights]:
    """Keep the first one; where the sound is one channel, all that read one channel.

    Shortcuts of a single weight show nothing.
    """
    if not convolutions:
        return {}
    n_channels = next(iter(convolutions.values())).shape[1]
    first = dict([next(iter(convolutions.items()))])
    if n_channels > 1:
        return first
    return {
        name: weight
        for name, weight in convolutions.items()
        if weight.shape[1] == 1 and weight[0].size > 1
    }


def _filter_bank(name: str, weight: Weights, recipe: FeatureRecipe) -> FilterBank:
    images = weight if weight.ndim == 4 else weight[:, :, None, :]
    on_bands = images.shape[2] > 1
    if recipe.is_waveform and not on_bands:
        kind = FilterKind.SAMPLES
    elif recipe.n_cepstra:
        kind = FilterKind.VALUES
    else:
        kind = FilterKind.BANDS if on_bands else FilterKind.TIME
    # A network that makes its own spectrogram (harmonic) goes on by frames of 256 samples.
    hop = 256 if recipe.is_waveform and on_bands else recipe.hop_length
    return FilterBank(name, kind, images.astype(np.float32), hop / recipe.rate_hz, recipe.n_mels)


def layer_spectrum(name: str, weight: Weights, parent: Weights | None = None) -> LayerSpectrum:
    """Analyse the weights of a layer, beside random ones and those of the parent's layer."""
    matrix = weight.reshape(len(weight), -1)
    values = singular_values(matrix)
    chance = singular_values(np.random.default_rng(SEED).standard_normal(matrix.shape))
    change, of_parent = None, None
    if parent is not None and parent.shape == weight.shape:
        norm = float(np.linalg.norm(parent))
        change = float(np.linalg.norm(weight - parent)) / norm if norm else 0.0
        of_parent = singular_values(parent.reshape(matrix.shape)) if change else values
    return LayerSpectrum(
        name, _kind(name, weight), weight.shape, _scaled(values), effective_rank(values),
        _scaled(chance), effective_rank(chance),
        _scaled(of_parent) if of_parent is not None else None, change,
    )  # fmt: skip


def singular_values(matrix: Weights) -> Weights:
    """Return the singular values of a matrix, falling, as roots of its Gram matrix's eigenvalues.

    Many times faster than the decomposition of a large one, and as good but for values under a
    hundred-millionth of the greatest.
    """
    gram = matrix @ matrix.T if matrix.shape[0] <= matrix.shape[1] else matrix.T @ matrix
    squares = np.linalg.eigvalsh(gram)[::-1]
    return np.asarray(np.sqrt(np.maximum(squares, 0.0)))


def _scaled(values: Weights) -> Weights:
    greatest = float(values[0]) if len(values) else 0.0
    return values / greatest if greatest else values


def _kind(name: str, weight: Weights) -> LayerKind:
    if weight.ndim > 2:
        return LayerKind.CONVOLUTION
    last = name.rsplit(".", 1)[-1]
    return LayerKind.RECURRENT if last.startswith("weight_") else LayerKind.DENSE
