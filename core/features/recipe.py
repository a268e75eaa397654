"""Feature recipes: everything that decides what a model is given of a sound.

A recipe travels inside each model file and is never a user setting. Computing is spectrogram.py's
business, storing is cache.py's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from core.errors import ModelError
from core.messages import message

# Raised when the same recipe begins to give other numbers: older cache files are then absent.
COMPUTED_AS = 1
MAX_RECIPE_BYTES = 100_000
GAIN_1P = 10_000  # of "log10_1p"


@dataclass(frozen=True, slots=True)
class FeatureRecipe:
    """How samples become numbers for a network.

    rate_hz: sampling rate the sound is brought to. n_fft, win_length, hop_length: samples; every
    STFT is centred with reflect padding. window: "hamming" or "hann", periodic.
    mel_scale: "htk" (2595 log10(1 + f/700)) or "slaney"; mel_norm: "none" or "slaney" (unit area).
    squared_again: the mel powers are squared once more before the logarithm.
    compression: "ln", "db" (10 log10), "log10_1p" (log10(1 + 10 000 x), which has no floor) or
    "none" (the waveform itself: n_fft 0, hop 1).
    floor: smallest value under the logarithm. top_db: values more than this under the loudest of
    the whole sound are raised to it. n_cepstra: DCT-II coefficients kept, 0 for none.
    """

    name: str
    rate_hz: int
    n_fft: int = 512
    win_length: int = 512
    hop_length: int = 256
    window: str = "hann"
    n_mels: int = 96
    mel_scale: str = "htk"
    mel_norm: str = "none"
    f_min_hz: float = 0.0
    f_max_hz: float = 8000.0
    power: int = 2
    squared_again: bool = False
    compression: str = "db"
    floor: float = 1e-10
    top_db: float | None = None
    n_cepstra: int = 0

    def __post_init__(self) -> None:
        """Refuse what spectrogram.py cannot compute, with a ModelError that says so."""
        why = _problem(self)
        if why:
            raise ModelError("features.not_computable", name=self.name, why=why)

    @property
    def is_waveform(self) -> bool:
        """Whether the network takes samples instead of a spectrogram."""
        return self.compression == "none"

    @property
    def n_rows(self) -> int:
        """Numbers in one frame: cepstra, mel bins, or one sample."""
        return self.n_cepstra or self.n_mels or 1

    @property
    def key(self) -> str:
        """A short stable digest of all that decides the numbers; the name does not."""
        content = {**asdict(self), "name": "", "computed_as": COMPUTED_AS}
        text = json.dumps(content, sort_keys=True)
        return hashlib.blake2b(text.encode(), digest_size=6).hexdigest()

    @property
    def base(self) -> FeatureRecipe:
        """The log-mel recipe that is stored for this one: itself, unless cepstra are wanted."""
        if not self.n_cepstra:
            return self
        bare = replace(self, n_cepstra=0)
        return next((recipe for recipe in RECIPES.values() if recipe.key == bare.key), bare)

    def seconds_of(self, n_frames: int) -> float:
        """Return how long a sound of n_frames is: 1366 frames at 12 kHz are 29.12 s."""
        if self.is_waveform:
            return n_frames / self.rate_hz
        return max(n_frames - 1, 0) * self.hop_length / self.rate_hz

    def to_json(self) -> dict[str, Any]:
        """Return plain numbers and texts for a model card."""
        return asdict(self)

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> FeatureRecipe:
        """Read what to_json wrote. Raises ModelError where a field is missing, odd or unknown."""
        known = {item.name for item in fields(cls)}
        unknown = sorted(set(content) - known)
        try:
            if unknown:
                raise TypeError(f"unknown: {', '.join(unknown)}")
            return cls(**content)
        except TypeError as error:
            raise ModelError("features.unclear_recipe", detail=str(error)) from error


def read_recipe(path: Path) -> FeatureRecipe:
    """Read a recipe that somebody wrote as JSON: its fields by name, those left out as they are.

    Raises ModelError where it cannot be read, or names what is no recipe.
    """
    try:
        if not path.is_file() or path.stat().st_size > MAX_RECIPE_BYTES:
            raise ModelError("features.no_recipe_file", name=path.name, path=path)
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ModelError(
            "features.no_recipe_file", name=path.name, detail=str(error), path=path
        ) from error
    if not isinstance(content, dict):
        raise ModelError("features.no_recipe_file", name=path.name, path=path)
    return FeatureRecipe.from_json({"name": path.stem, **content})


def _problem(recipe: FeatureRecipe) -> str:
    """Describe what is wrong with a recipe; empty where nothing is."""
    if recipe.rate_hz <= 0 or recipe.hop_length <= 0:
        return message("features.not_positive")
    if recipe.is_waveform:
        plain = (recipe.n_fft, recipe.hop_length, recipe.n_mels, recipe.n_cepstra) == (0, 1, 0, 0)
        return "" if plain else message("features.waveform_only")
    words = {
        "window": (recipe.window, ("hann", "hamming")),
        "mel scale": (recipe.mel_scale, ("htk", "slaney")),
        "mel norm": (recipe.mel_norm, ("none", "slaney")),
        "compression": (recipe.compression, ("ln", "db", "log10_1p")),
        "power": (recipe.power, (2,)),
        "window length": (recipe.win_length, (recipe.n_fft,)),
    }
    for field, (value, known) in words.items():
        if value not in known:
            return message("features.unknown_value", field=field, value=repr(value))
    if not 0 < recipe.hop_length <= recipe.n_fft or recipe.n_fft % 2:
        return message("features.hop_and_fft")
    if not 0 <= recipe.f_min_hz < recipe.f_max_hz <= recipe.rate_hz / 2:
        return message("features.frequency_range")
    if recipe.n_mels < 1 or not 0 <= recipe.n_cepstra <= recipe.n_mels or recipe.floor <= 0:
        return message("features.bins")
    return ""


_THESIS = FeatureRecipe(
    "thesis", rate_hz=12_000, window="hamming", f_max_hz=6000.0, compression="ln"
)
_CHOI_MSD = FeatureRecipe(
    "choi-msd",
    rate_hz=12_000,
    mel_scale="slaney",
    mel_norm="slaney",
    f_max_hz=6000.0,
    squared_again=True,
    top_db=80.0,
)
_MEL96 = FeatureRecipe("mel96-16k", rate_hz=16_000)
_MUSICNN_2019 = FeatureRecipe(
    "musicnn-2019",
    rate_hz=16_000,
    mel_scale="slaney",
    mel_norm="slaney",
    compression="log10_1p",
)
_WAVEFORM = FeatureRecipe(
    "waveform-16k",
    rate_hz=16_000,
    n_fft=0,
    win_length=0,
    hop_length=1,
    n_mels=0,
    compression="none",
)

RECIPES: dict[str, FeatureRecipe] = {
    recipe.name: recipe
    for recipe in (
        _THESIS,
        _CHOI_MSD,
        _MEL96,
        replace(_MEL96, name="mel128-16k", n_mels=128),
        _MUSICNN_2019,
        _WAVEFORM,
        replace(_THESIS, name="mfcc", n_cepstra=90),
    )
}
