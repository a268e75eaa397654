"""The public model that is recommended to learn from: is it here, and should it be offered?

Getting it is core.models.public_weights' business.
"""

from __future__ import annotations

from collections.abc import Iterable

from core.library.records import ModelRow
from core.model_store.registry import STARTER
from core.models.model_records import PublicModel
from core.models.public_registry import recommended_model


def is_recommended(row: ModelRow) -> bool:
    """Whether a model of the library is the recommended one, whatever it is called here."""
    public = recommended_model()
    settings = row.provenance.get("settings") or {}
    return (
        settings.get("sha256") == public.sha256  # of the package, which holds other models, too
        and row.architecture == public.architecture
        and row.words == public.words
    )


def model_to_offer(rows: Iterable[ModelRow]) -> PublicModel | None:
    """Return the recommended model where all models are starters, or learned from one here."""
    rows = list(rows)
    starters = {row.id for row in rows if row.file.startswith(f"{STARTER}-")}
    for row in sorted(rows, key=lambda row: row.id):  # a model is younger than its parent
        if row.parent_id in starters:
            starters.add(row.id)
    return recommended_model() if all(row.id in starters for row in rows) else None
