"""The shelf of models: which one predicts, what it is called, which ones stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import RhythmCapError
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.models import predicting

if TYPE_CHECKING:
    from core.library.records import ModelRow


def ensure_starter(context: AppContext) -> ModelRow | None:
    """A library without a model gets the starter model; then the active one is shown."""
    from core.model_store.registry import ensure_starter as ensure

    try:
        ensure(context.library)
    except RhythmCapError as error:
        context.show_error(error)
    predicting.use_active_model(context)
    return context.session.model


def use(context: AppContext, model_id: int) -> None:
    """Predict with this model from now on; also the way back to an older one."""
    context.library.models.set_active(model_id)
    predicting.use_active_model(context)


def rename(context: AppContext, model_id: int, name: str) -> None:
    """Give a model another name."""
    name = name.strip()
    if name:
        try:
            context.library.models.rename(model_id, name)
        except RhythmCapError as error:
            context.show_error(error)
        shelf_changed(context)


def remove(context: AppContext, model_id: int) -> None:
    """Take a model off the shelf, with its predictions; never the active one."""
    from core.model_store import registry

    row = context.library.models.get(model_id)
    if row is None or row.active:
        return
    context.library.predictions.delete(model_id)
    registry.remove(context.library, row)
    shelf_changed(context)


def shelf_changed(context: AppContext) -> None:
    """Tell everybody that models came, went or are called otherwise."""
    from core.library.records import Changes

    active = context.library.models.active()
    if active is not None and context.session.model is not None:
        context.session.model = active
    context.session.note_changes(Changes(models=True))
