"""The registry of checkpoints known to be public, with the tag lists they speak in.

Data only, from resources/public_models.json; getting and checking files is public_weights.py's
business, so that a list can be shown without torch.
"""

from __future__ import annotations

import json
from typing import Any

from core.errors import UnknownModel
from core.models.model_records import PublicModel
from core.paths import resource


def public_models() -> tuple[PublicModel, ...]:
    """Return all checkpoints known to be public, from resources/public_models.json."""
    registry = _registry()
    return tuple(
        PublicModel(words=tuple(registry["tags"][row.pop("tags")]), **row)
        for row in registry["models"]
    )


def public_model(name: str) -> PublicModel:
    """Return the registry's row of that name. Raises UnknownModel, with the names there are."""
    rows = {row.name: row for row in public_models()}
    if name not in rows:
        raise UnknownModel("models.no_public", name=name, known=", ".join(rows))
    return rows[name]


def recommended_model() -> PublicModel:
    """Return the public model that is recommended to learn from."""
    return next(row for row in public_models() if row.recommended)


def known_tag_lists() -> dict[str, tuple[str, ...]]:
    """Return the tag lists of the public data sets: short name -> words in order of the outputs."""
    return {name: tuple(words) for name, words in _registry()["tags"].items()}


def _registry() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resource("public_models.json").read_text(encoding="utf-8"))
    return found
