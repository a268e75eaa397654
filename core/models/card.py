"""A model's card: all that is known of it but its weights, as one JSON file beside them.

Reading a card needs no torch. A card of a newer format, or with anything odd in it, is refused.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from core.errors import ModelError
from core.features.recipe import FeatureRecipe
from core.messages import from_stored, message, to_stored
from core.models.onnx_records import ONNX

FORMAT = "rhythmcap-model"
FORMAT_VERSION = 1
VERSION_VARIABLE = "RHYTHMCAP_VERSION"
WEIGHTS_SUFFIX, CARD_SUFFIX = ".safetensors", ".json"
MAX_CARD_BYTES = 64_000_000
MAX_WORDS = 100_000
MAX_DEPTH = 40  # of lists and objects in each other


def now() -> str:
    """Return the present time in UTC, as text."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def code_version() -> str:
    """Return the program's version, as models and collections remember it."""
    try:
        return version("rhythmcap")
    except PackageNotFoundError:  # told to a process of another Python, which has it not installed
        return os.environ.get(VERSION_VARIABLE, "source")


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What a model is, takes and gives, and where it comes from.

    architecture, sizes: a row of the catalogue and its numbers. recipe: its input. words: its
    outputs in order. parent: the model it started from. labels: the snapshot it learned from.
    settings: of learning. metrics: on songs scored by models
    that had not learned from them. weights_digest: blake2b of the weights file. ground: the songs
    it learned from, by what the network makes of them (ground.py); {} where it keeps none.
    """

    name: str
    architecture: str
    sizes: dict[str, Any]
    recipe: FeatureRecipe
    words: tuple[str, ...]
    description: str = ""
    parent: str = ""
    labels: dict[str, Any] = field(default_factory=dict)
    seed: int | None = None
    settings: dict[str, Any] = field(default_factory=dict)
    metrics: dict[str, Any] = field(default_factory=dict)
    code_version: str = ""
    licence: str = ""
    created_at: str = field(default_factory=now)
    weights_digest: str = ""
    ground: dict[str, Any] = field(default_factory=dict)

    def to_json(self) -> str:
        """Return the card file's text."""
        content = {item.name: getattr(self, item.name) for item in fields(self)}
        content |= {"recipe": asdict(self.recipe), "words": list(self.words)}
        content = to_stored({**content, "settings": to_stored(self.settings)})
        head = {"format": FORMAT, "format_version": FORMAT_VERSION}
        return json.dumps({**head, **content}, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def card_path(path: Path) -> Path:
    """Return the card beside a weights file (or the card itself)."""
    return path.with_suffix(CARD_SUFFIX)


def weights_path(path: Path) -> Path:
    """Return the weights beside a card (or the weights file itself)."""
    return path.with_suffix(WEIGHTS_SUFFIX)


def read_card(path: Path) -> ModelCard:
    """Read the card of a model file, given either of its two files.

    Raises ModelError where it is missing, damaged, no model's card or of a newer format.
    """
    path = card_path(path)
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for
            raise _unusable(path, message("card.not_a_card"))
        if path.stat().st_size > MAX_CARD_BYTES:
            raise _unusable(path, message("card.too_large"))
        raw = json.loads(path.read_text(encoding="utf-8"), parse_constant=_no_number)
    except FileNotFoundError as error:
        raise ModelError("card.missing", name=path.name, path=path) from error
    except (OSError, ValueError, RecursionError) as error:
        raise _unusable(path, message("card.damaged"), str(error)) from error
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise _unusable(path, message("card.not_a_card"))
    if _is_deeper(raw, MAX_DEPTH):
        raise _unusable(path, message("card.damaged"))
    return _checked(raw, path)


def _no_number(constant: str) -> None:
    """Refuse NaN and infinities, which JSON does not know."""
    raise ValueError(constant)


def _is_deeper(value: Any, levels: int) -> bool:
    """Whether lists and objects lie in each other more than so many levels deep."""
    inner = [value]
    for _level in range(levels + 1):
        inner = [
            item
            for holder in inner
            if isinstance(holder, dict | list)
            for item in (holder.values() if isinstance(holder, dict) else holder)
        ]
    return bool(inner)


def _checked(raw: dict[str, Any], path: Path) -> ModelCard:
    version = raw.get("format_version")
    if not isinstance(version, int) or version < 1:
        raise _unusable(path, message("card.odd_version", version=repr(version)))
    if version > FORMAT_VERSION:
        raise ModelError("card.newer", name=path.name, version=version, path=path)
    raw = from_stored(raw)
    values = {item.name: raw[item.name] for item in fields(ModelCard) if item.name in raw}
    for item in fields(ModelCard):
        if item.name not in values:
            if item.name in ("name", "architecture", "sizes", "recipe", "words"):
                raise _unusable(path, message("card.field_missing", name=item.name))
        elif not isinstance(values[item.name], _TYPES[item.name]):
            raise _unusable(path, message("card.field_odd", name=item.name))
    has_none = values["architecture"] == ONNX and not values["words"]  # an embedding
    values["words"] = () if has_none else _words(values["words"], path)
    if "settings" in values:
        values["settings"] = from_stored(values["settings"])
    values["recipe"] = FeatureRecipe.from_json(values["recipe"])
    return ModelCard(**values)


_TYPES: dict[str, type | tuple[type, ...]] = {
    **{item.name: str for item in fields(ModelCard)},
    "sizes": dict,
    "recipe": dict,
    "labels": dict,
    "settings": dict,
    "metrics": dict,
    "ground": dict,
    "words": list,
    "seed": (int, type(None)),
}


def _words(raw: list[Any], path: Path) -> tuple[str, ...]:
    if not 0 < len(raw) <= MAX_WORDS:
        raise _unusable(path, message("card.n_tags", n=len(raw)))
    if not all(isinstance(word, str) and word.strip() for word in raw):
        raise _unusable(path, message("card.nameless_tag"))
    if len(set(raw)) != len(raw):
        raise _unusable(path, message("card.tag_twice"))
    return tuple(raw)


def _unusable(path: Path, why: str, detail: str = "") -> ModelError:
    return ModelError("card.unusable", name=path.name, why=why, detail=detail, path=path)
