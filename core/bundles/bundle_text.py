"""The text of a bundle: request, labels without names, what it was made with. Plain JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.bundles.bundle_records import MadeWith
from core.bundles.gather import Gathered
from core.bundles.withheld import numbered_paths
from core.library.records import Labels
from core.models.card import code_version
from core.models.device import arithmetic
from core.training.config import FinetuneRequest, LearningRate, Schedule

FORMAT = "rhythmcap-training-bundle"
FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True)
class FreshStart:
    """Fresh weights to begin with: what fresh_network.fresh_parent() makes them of."""

    sizes: str
    with_dct: bool


@dataclass(frozen=True, slots=True)
class BundleText:
    """What the text of a bundle says. fresh: None where the parent lies in the bundle.

    keys: see Gathered. labels: with states of zeros; theirs are among the arrays.
    """

    request: FinetuneRequest
    fresh: FreshStart | None
    labels: Labels
    keys: Mapping[str, str]
    made_with: MadeWith


def made_with(device: str) -> MadeWith:
    """Say what learns, or prepares learning, here."""
    return MadeWith(code_version(), version("torch"), arithmetic(device))


def text_of(
    request: FinetuneRequest, fresh: FreshStart | None, gathered: Gathered, device: str
) -> str:
    """Write the text: the same for the same request, songs and program."""
    labels = gathered.labels
    content = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "made_with": asdict(made_with(device)),
        "fresh": None if fresh is None else asdict(fresh),
        "keys": dict(gathered.keys),
        "request": {
            "name": request.name,
            "parent_name": request.parent_name,
            "parent_tags": list(request.parent_tags),
            "depth": request.depth,
            "epochs": request.epochs,
            "seed": request.seed,
            "schedule": asdict(request.schedule),
            "lstm": request.lstm,
            "split_sides": dict(gathered.sides),
        },
        "labels": {
            "audio_hashes": list(labels.audio_hashes),
            "artists": list(labels.artists),
            "tag_ids": labels.tag_ids.tolist(),
            "tag_names": list(labels.tag_names),
            "codebook_version": labels.codebook_version,
            "digest": labels.digest,
            "weak_no": sorted(labels.weak_no),
            "n_unclear": labels.n_unclear,
        },
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_text(content: Mapping[str, Any]) -> BundleText:
    """Read the text of a bundle of this version.

    Raises KeyError, TypeError or ValueError where something is missing or odd.
    """
    fresh = None if content["fresh"] is None else FreshStart(**content["fresh"])
    keys = {str(kind): str(key) for kind, key in content["keys"].items()}
    request = _request(content["request"], is_fresh=fresh is not None)
    return BundleText(
        request, fresh, _labels(content["labels"]), keys, MadeWith(**content["made_with"])
    )


def _request(raw: Mapping[str, Any], *, is_fresh: bool) -> FinetuneRequest:
    _check(raw, {"name": str, "parent_name": str, "depth": str, "epochs": int, "seed": int})
    _check(raw, {"parent_tags": list, "lstm": bool, "split_sides": dict, "schedule": dict})
    return FinetuneRequest(
        name=raw["name"],
        parent_name=raw["parent_name"],
        depth=raw["depth"],
        epochs=raw["epochs"],
        seed=raw["seed"],
        models_folder=Path(),  # where it is learned it gets one
        parent_tags=tuple(None if tag is None else int(tag) for tag in raw["parent_tags"]),
        schedule=_schedule(raw["schedule"]),
        lstm=raw["lstm"],
        from_fresh=is_fresh,
        split_sides={str(name): str(side) for name, side in raw["split_sides"].items()},
    )


def _schedule(raw: Mapping[str, Any]) -> Schedule:
    rates = {name: LearningRate(**raw[name]) for name in ("early", "late", "head")}
    known = {item.name for item in fields(Schedule)}
    if unknown := raw.keys() - known:
        raise ValueError(f"{sorted(unknown)} of a schedule")
    schedule = Schedule(**{**raw, **rates})
    if schedule.batch_size < 1:
        raise ValueError(f"batches of {schedule.batch_size} songs")
    return schedule


def _labels(raw: Mapping[str, Any]) -> Labels:
    _check(raw, {"codebook_version": int, "digest": str, "n_unclear": int})
    hashes, artists = _texts(raw["audio_hashes"]), _texts(raw["artists"])
    names, tag_ids = _texts(raw["tag_names"]), np.array(raw["tag_ids"], dtype=np.int64)
    if len(artists) != len(hashes) or tag_ids.shape != (len(names),):
        raise ValueError("lists of different lengths")
    if list(hashes) != sorted(set(hashes)):
        raise ValueError("songs out of order")
    states: NDArray[np.int8] = np.zeros((len(hashes), len(names)), dtype=np.int8)
    return Labels(
        song_ids=np.arange(1, len(hashes) + 1, dtype=np.int64),
        audio_hashes=hashes,
        paths=numbered_paths(len(hashes)),
        artists=artists,
        tag_ids=tag_ids,
        tag_names=names,
        states=states,
        codebook_version=raw["codebook_version"],
        digest=raw["digest"],
        weak_no=frozenset(int(tag) for tag in raw["weak_no"]),
        n_unclear=raw["n_unclear"],
    )


def _texts(raw: Any) -> tuple[str, ...]:
    if not isinstance(raw, list) or not all(isinstance(text, str) for text in raw):
        raise ValueError("no list of texts")
    return tuple(raw)


def _check(raw: Mapping[str, Any], kinds: Mapping[str, type]) -> None:
    for name, kind in kinds.items():
        if not isinstance(raw[name], kind):
            raise TypeError(f"{name} is {raw[name]!r}")
