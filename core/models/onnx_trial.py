"""How an ONNX file is to be used: read off its shapes, then found out by running it.

On noise and on silence; what is no embedding of the sound is refused with the reason.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import ModelError
from core.features.recipe import RECIPES, FeatureRecipe
from core.features.spectrogram import log_mel
from core.models.onnx_embedding import MAX_FEATURES, embed_segments, run_group
from core.models.onnx_process import OnnxProcess
from core.models.onnx_records import (
    FLOATS,
    LOG_MEL,
    MAX_BATCH,
    WAVEFORM,
    OnnxPort,
    OnnxRequest,
    OnnxSignature,
    OnnxSummary,
)

MIN_RATE_HZ, MAX_RATE_HZ = 4_000, 192_000
MIN_WINDOW_S, MAX_WINDOW_S = 0.05, 120.0
LAYOUTS = {  # of inputs, by kind and number of axes
    (WAVEFORM, 1): ("t",),
    (WAVEFORM, 2): ("bt",),
    (WAVEFORM, 3): ("bct", "btc"),
    (LOG_MEL, 2): ("mt", "tm"),
    (LOG_MEL, 3): ("bmt", "btm"),
    (LOG_MEL, 4): ("bcmt", "bctm", "bmtc", "btmc"),
}
LIKELY = ("embed", "feature", "pool", "penultimate", "last")
PERHAPS = "hidden"
UNLIKELY = ("logit", "score", "prob", "clip", "tag", "class", "attention", "mel", "spec")
NOISE_LEVEL = 0.1
SAME = 1e-3  # relative difference of what should be equal
TINY = 1e-12
N_LISTED = 8


@dataclass(frozen=True, slots=True)
class OnnxUse:
    """How a file is used. recipe: of its input. segment_frames, hop_frames: in frames of it."""

    signature: OnnxSignature
    recipe: FeatureRecipe
    segment_frames: int
    hop_frames: int
    n_features: int


def check_request(request: OnnxRequest) -> None:
    """Raise ModelError for a rate, a window or a hop that no music has."""
    if not MIN_RATE_HZ <= request.rate_hz <= MAX_RATE_HZ:
        raise ModelError(
            "onnx.odd_rate", rate_hz=request.rate_hz, low=MIN_RATE_HZ, high=MAX_RATE_HZ
        )
    window_s, hop_s = request.window_s, request.hop_s
    if window_s and not MIN_WINDOW_S <= window_s <= MAX_WINDOW_S:
        raise ModelError("onnx.odd_window", window_s=window_s, low=MIN_WINDOW_S, high=MAX_WINDOW_S)
    if hop_s < 0 or (hop_s and window_s and hop_s > window_s) or not np.isfinite(hop_s):
        raise ModelError("onnx.odd_hop", hop_s=hop_s, window_s=window_s)


def find_use(request: OnnxRequest, process: OnnxProcess, summary: OnnxSummary) -> OnnxUse:
    """Settle how the file is used, and try it. Raises ModelError, Cancelled."""
    name = request.path.name
    port = only_input(request.path, summary)
    kind = request.input or kind_of(port)
    recipe, axes = _recipe_and_axes(request, summary, port, kind)
    frames = _segment_frames(request, port, recipe, axes)
    hop = min(frames, max(1, _frames_of(request.hop_s, recipe))) if request.hop_s else frames
    batch = (port.shape[axes.index("b")] or 0) if "b" in axes else 1
    if batch > MAX_BATCH:
        raise _shape_error(request, port, kind)
    first = OnnxSignature(port.name, "", axes, batch, FLOATS[port.type])
    error: ModelError | None = None
    for output in _outputs_to_try(request, summary):
        shaped = replace(first, output=output.name)
        try:
            signature, n_features = _tried(process, shaped, output, recipe, frames)
        except ModelError as refused:
            if request.output or refused.id not in ("onnx.output_shape", "onnx.same_for_any"):
                raise
            error = error or refused
            continue
        return OnnxUse(signature, recipe, frames, hop, n_features)
    raise error or ModelError("onnx.no_output", name=name, path=request.path)


def only_input(path: Path, summary: OnnxSummary) -> OnnxPort:
    """Return the one input of floats. Raises ModelError where there are others."""
    names = ", ".join(port.name for port in summary.inputs[:N_LISTED])
    if len(summary.inputs) != 1:
        raise ModelError(
            "onnx.several_inputs", name=path.name, n=len(summary.inputs), names=names, path=path
        )
    port = summary.inputs[0]
    if port.type not in FLOATS:
        raise ModelError("onnx.input_type", name=path.name, type=port.type, path=path)
    return port


def kind_of(port: OnnxPort) -> str:
    """Guess what an input takes from its shape."""
    one_channel = len(port.shape) == 3 and 1 in port.shape[1:]
    return WAVEFORM if len(port.shape) <= 2 or one_channel else LOG_MEL


def by_likelihood(outputs: Sequence[OnnxPort]) -> list[OnnxPort]:
    """Sort the outputs of floats, those first whose name and shape are like an embedding's."""

    def rank(port: OnnxPort) -> tuple[bool, bool, bool, bool]:
        name = port.name.casefold()
        unlikely = any(word in name for word in UNLIKELY)
        likely = any(word in name for word in LIKELY)
        shape_differs = len(port.shape) != 2
        return unlikely and not likely, not likely, shape_differs, PERHAPS not in name

    return sorted((port for port in outputs if port.type in FLOATS), key=rank)


def _outputs_to_try(request: OnnxRequest, summary: OnnxSummary) -> list[OnnxPort]:
    known = ", ".join(port.name for port in summary.outputs[:N_LISTED])
    outputs = by_likelihood(summary.outputs)
    if request.output:
        outputs = [port for port in outputs if port.name == request.output]
        if not outputs:
            raise ModelError(
                "onnx.unknown_output", name=request.path.name, output=request.output, known=known
            )
    return outputs


def fitting_recipes(port: OnnxPort) -> list[FeatureRecipe]:
    """List the log-mels that have as many bands as an input."""
    layouts = LAYOUTS.get((LOG_MEL, len(port.shape)), ())
    return [
        recipe
        for recipe in RECIPES.values()
        if _is_log_mel(recipe) and any(_fits(port, axes, recipe) for axes in layouts)
    ]


def _is_log_mel(recipe: FeatureRecipe) -> bool:
    return not recipe.is_waveform and not recipe.n_cepstra


def _fits(port: OnnxPort, axes: str, recipe: FeatureRecipe, *, any_size: bool = False) -> bool:
    """Whether an input has an axis for a recipe's bands. any_size: also one that may vary."""
    n_bands = port.shape[axes.index("m")]
    one_channel = "c" not in axes or port.shape[axes.index("c")] in (1, None)
    return one_channel and (n_bands == recipe.n_rows or (any_size and n_bands is None))


def _recipe_and_axes(
    request: OnnxRequest, summary: OnnxSummary, port: OnnxPort, kind: str
) -> tuple[FeatureRecipe, str]:
    layouts = LAYOUTS.get((kind, len(port.shape)))
    if layouts is None:
        raise _shape_error(request, port, kind)
    if kind == WAVEFORM:
        one_channel = (
            axes for axes in layouts if "c" not in axes or port.shape[axes.index("c")] in (1, None)
        )
        axes = next(one_channel, "")
        if not axes:
            raise _shape_error(request, port, kind)
        return _waveform_recipe(request.rate_hz), axes
    fitting = [
        (recipe, axes)
        for recipe in _log_mel_recipes(request, summary)
        for axes in layouts
        if _fits(port, axes, recipe, any_size=bool(request.recipe or request.own_recipe))
    ]
    if not fitting:
        known = ", ".join(
            f"{recipe.name} ({recipe.rate_hz} Hz, {recipe.n_rows})"
            for recipe in RECIPES.values() if not recipe.is_waveform
        )  # fmt: skip
        raise ModelError(
            "onnx.no_recipe", name=request.path.name, shape=shape_text(port),
            rate_hz=request.rate_hz, known=known,
        )  # fmt: skip
    return fitting[0]


def _waveform_recipe(rate_hz: int) -> FeatureRecipe:
    known = RECIPES["waveform-16k"]
    return known if rate_hz == known.rate_hz else replace(
        known, name=f"waveform-{rate_hz}", rate_hz=rate_hz
    )  # fmt: skip


def _log_mel_recipes(request: OnnxRequest, summary: OnnxSummary) -> list[FeatureRecipe]:
    """List those of the rate: the one that the file names (as ours do), then the known ones."""
    if request.own_recipe is not None:
        return [request.own_recipe] if _is_log_mel(request.own_recipe) else []
    if request.recipe and request.recipe not in RECIPES:
        known = ", ".join(RECIPES)
        raise ModelError("features.unknown_recipe", recipe=request.recipe, known=known)
    wanted = [RECIPES[request.recipe]] if request.recipe else list(RECIPES.values())
    if not request.recipe:
        with contextlib.suppress(ModelError, KeyError, TypeError, ValueError):
            wanted.insert(0, FeatureRecipe.from_json(json.loads(summary.metadata["recipe"])))
    return [
        recipe for recipe in wanted if recipe.rate_hz == request.rate_hz and _is_log_mel(recipe)
    ]


def _frames_of(seconds: float, recipe: FeatureRecipe) -> int:
    hops = seconds * recipe.rate_hz / recipe.hop_length
    return round(hops) if recipe.is_waveform else round(hops) + 1


def _segment_frames(request: OnnxRequest, port: OnnxPort, recipe: FeatureRecipe, axes: str) -> int:
    fixed = port.shape[axes.index("t")]
    wanted = _frames_of(request.window_s, recipe) if request.window_s else 0
    if fixed is None and not wanted:
        raise ModelError("onnx.window_wanted", name=request.path.name)
    frames = fixed or wanted
    seconds = recipe.seconds_of(frames)
    tolerance = max(1, round(0.01 * frames))
    if fixed and wanted and abs(fixed - wanted) > tolerance:
        raise ModelError(
            "onnx.other_window", name=request.path.name, seconds=seconds, rate_hz=recipe.rate_hz
        )
    if not MIN_WINDOW_S <= seconds <= MAX_WINDOW_S:
        raise ModelError("onnx.odd_window", window_s=seconds, low=MIN_WINDOW_S, high=MAX_WINDOW_S)
    if request.hop_s and request.hop_s > 1.01 * seconds:
        raise ModelError("onnx.odd_hop", hop_s=request.hop_s, window_s=seconds)
    return frames


def _tried(
    process: OnnxProcess,
    signature: OnnxSignature,
    output: OnnxPort,
    recipe: FeatureRecipe,
    frames: int,
) -> tuple[OnnxSignature, int]:
    """Run one output on two noises and on silence; return the signature and the vector's width."""
    segments = _trial_segments(recipe, frames)
    signature = _with_time_axis(process, signature, output, segments)
    alone = [embed_segments(process, signature, segment[np.newaxis]) for segment in segments]
    features = np.concatenate(alone)
    n_features = features.shape[1]
    if not 1 < n_features <= MAX_FEATURES:
        raise ModelError(
            "onnx.output_shape", name=process.name, output=output.name, shape=features.shape
        )
    if not np.isfinite(features).all():
        raise ModelError("onnx.no_numbers", name=process.name)
    if (features == features[0]).all():
        raise ModelError("onnx.same_for_any", name=process.name, output=output.name)
    again = embed_segments(process, signature, segments[:1])
    if _differ(again, alone[0]):
        raise ModelError("onnx.random", name=process.name)
    if not signature.batch and not _takes_many(process, signature, segments, features):
        signature = replace(signature, batch=1)
    return signature, n_features


def _takes_many(
    process: OnnxProcess,
    signature: OnnxSignature,
    segments: NDArray[np.float32],
    features: NDArray[np.float32],
) -> bool:
    """Whether several segments at once give what they give alone: not all exports do."""
    try:
        together = embed_segments(process, signature, segments)
    except ModelError:
        return False
    return together.shape == features.shape and not _differ(together, features)


def _differ(one: NDArray[np.float32], other: NDArray[np.float32]) -> bool:
    scale = float(np.abs(one).max(initial=0.0)) + 1e-6
    return one.shape != other.shape or bool(np.abs(one - other).max() > SAME * scale)


def _trial_segments(recipe: FeatureRecipe, frames: int) -> NDArray[np.float32]:
    """Two noises and silence, as the model takes them."""
    n_samples = frames if recipe.is_waveform else (frames - 1) * recipe.hop_length
    draw = np.random.default_rng(0)
    noise: NDArray[np.float32] = draw.standard_normal((3, n_samples)).astype(np.float32)
    noise *= NOISE_LEVEL
    noise[1] = np.cumsum(noise[1]) / 100  # a darker one
    noise[2] = 0.0
    np.clip(noise, -1.0, 1.0, out=noise)
    if recipe.is_waveform:
        return noise
    return np.stack([log_mel(sound, recipe.rate_hz, recipe)[:, :frames] for sound in noise])


def _with_time_axis(
    process: OnnxProcess,
    signature: OnnxSignature,
    output: OnnxPort,
    segments: NDArray[np.float32],
) -> OnnxSignature:
    """Find out which axis of the output is time, where it has one more than a vector."""
    shape = run_group(process, signature, segments[:1]).shape
    if len(shape) == 2:
        return signature
    if len(shape) != 3:
        raise ModelError("onnx.output_shape", name=process.name, output=output.name, shape=shape)
    declared = output.shape[-2:] if len(output.shape) >= 2 else ()
    if declared.count(None) == 1:
        return replace(signature, time_axis=1 + declared.index(None))
    return replace(signature, time_axis=_axis_of_time(process, signature, segments))


def _axis_of_time(
    process: OnnxProcess, signature: OnnxSignature, segments: NDArray[np.float32]
) -> int:
    """Find the axis along which the output changes where the second half of a sound does."""
    halved = segments[:1].copy()
    half = halved.shape[-1] // 2
    halved[..., half:] = segments[2, ..., half:]
    changes = np.abs(
        run_group(process, signature, segments[:1]) - run_group(process, signature, halved)
    )[0]

    def late_share(axis: int) -> float:
        along = changes.sum(axis=1 - axis)
        return float(along[len(along) // 2 :].sum() / max(along.sum(), TINY))

    return 2 if late_share(1) > late_share(0) else 1


def shape_text(port: OnnxPort) -> str:
    """Format as "1 × ? × 16000"."""
    return " × ".join("?" if size is None else str(size) for size in port.shape) or "()"


def _shape_error(request: OnnxRequest, port: OnnxPort, kind: str) -> ModelError:
    return ModelError(
        "onnx.input_shape", name=request.path.name, shape=shape_text(port), kind=kind,
        path=request.path,
    )  # fmt: skip
