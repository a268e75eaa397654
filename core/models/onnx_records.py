"""What an ONNX file says of itself, and how it is to be used, as records. No torch."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.features.recipe import FeatureRecipe

ONNX = "onnx"  # the architecture
WAVEFORM, LOG_MEL = "waveform", "logmel"
FLOATS = {"tensor(float)": "float32", "tensor(float16)": "float16", "tensor(double)": "float64"}
MAX_BATCH = 1024


@dataclass(frozen=True, slots=True)
class OnnxPort:
    """An input or an output. type: as onnxruntime writes it. shape: None for a size that varies."""

    name: str
    type: str
    shape: tuple[int | None, ...]

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> OnnxPort:
        """Read what the child process describes."""
        return cls(str(content["name"]), str(content["type"]), tuple(content["shape"]))


@dataclass(frozen=True, slots=True)
class OnnxSummary:
    """What a file takes and gives, and what its makers wrote into it."""

    inputs: tuple[OnnxPort, ...]
    outputs: tuple[OnnxPort, ...]
    producer: str = ""
    metadata: dict[str, str] = field(default_factory=dict)

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> OnnxSummary:
        """Read what the child process describes."""
        return cls(
            tuple(map(OnnxPort.from_json, content["inputs"])),
            tuple(map(OnnxPort.from_json, content["outputs"])),
            str(content["producer"]),
            dict(content["metadata"]),
        )

    def number(self, *keys: str) -> float | None:
        """Return the first of these that the metadata has, or the recipe in it, as a number."""
        try:
            recipe = json.loads(self.metadata.get("recipe", "{}"))
        except ValueError:
            recipe = {}
        known = {**(recipe if isinstance(recipe, dict) else {}), **self.metadata}
        for key in keys:
            try:
                value = float(known[key])
            except (KeyError, TypeError, ValueError):
                continue
            if 0 < value < 1e9:
                return value
        return None


@dataclass(frozen=True, slots=True)
class OnnxSignature:
    """How segments become an input, and an output the features of the segments.

    axes: of the input, one letter each: b batch, c one channel, m mel bins, t time. batch: how many
    segments it takes at once, 0 for any number. dtype: of the input. time_axis: of the output,
    to be averaged over; 0 where there is none.
    """

    input: str
    output: str
    axes: str
    batch: int = 0
    dtype: str = "float32"
    time_axis: int = 0

    def __post_init__(self) -> None:
        """Raise ValueError for what no file has."""
        odd = set(self.axes) - set("bcmt") or len(set(self.axes)) != len(self.axes)
        odd = odd or "t" not in self.axes or self.dtype not in FLOATS.values()
        if odd or not 0 <= self.batch <= MAX_BATCH or self.time_axis not in (0, 1, 2):
            raise ValueError(f"odd signature: {self}")


@dataclass(frozen=True, slots=True)
class OnnxRequest:
    """An ONNX file and how it is to be used.

    window_s, hop_s: how much it takes at once, and how far it then moves on; 0 where the file or
    the window say it. input: WAVEFORM or LOG_MEL, "" as its shape says. recipe: of the log-mel,
    "" for the one with its rate and bands. own_recipe: one that is none of ours, before it.
    output: its name, "" for the one like an embedding.
    """

    path: Path
    name: str
    rate_hz: int
    window_s: float = 0.0
    hop_s: float = 0.0
    input: str = ""
    recipe: str = ""
    output: str = ""
    own_recipe: FeatureRecipe | None = None


@dataclass(frozen=True, slots=True)
class OnnxGuess:
    """What a file's shapes and metadata suggest, for a dialog. 0 and "" where they say nothing.

    n_frames: of its input, in samples or spectra, where that is fixed. outputs: those that may be
    embeddings, the likeliest first. recipes: log-mels of as many bands, and their rates.
    """

    rate_hz: int
    window_s: float
    hop_s: float
    input: str
    n_frames: int
    outputs: tuple[str, ...]
    producer: str = ""
    recipes: tuple[tuple[str, int], ...] = ()
