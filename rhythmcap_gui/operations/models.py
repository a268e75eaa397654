"""The shelf of models: which one predicts, what it is called, which ones stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import RhythmCapError
from rhythmcap_gui.operations import predicting
from rhythmcap_gui.operations.desk import Desk

if TYPE_CHECKING:
    from core.library.records import ModelRow


def ensure_starter(desk: Desk) -> ModelRow | None:
    """A library without a model gets the starter model; then the active one is shown."""
    from core.training.shelf import ensure_starter as ensure

    try:
        ensure(desk.library)
    except RhythmCapError as error:
        desk.tell_error(error)
    predicting.use_active_model(desk)
    return desk.session.model


def use(desk: Desk, model_id: int) -> None:
    """Predict with this model from now on; also the way back to an older one."""
    desk.library.models.set_active(model_id)
    predicting.use_active_model(desk)


def rename(desk: Desk, model_id: int, name: str) -> None:
    """Give a model another name."""
    name = name.strip()
    if name:
        try:
            desk.library.models.rename(model_id, name)
        except RhythmCapError as error:
            desk.tell_error(error)
        shelf_changed(desk)


def remove(desk: Desk, model_id: int) -> None:
    """Take a model off the shelf, with its predictions; never the active one."""
    from core.training.shelf import discard

    row = desk.library.models.get(model_id)
    if row is None or row.active:
        return
    desk.library.predictions.delete(model_id)
    discard(desk.library, row)
    shelf_changed(desk)


def shelf_changed(desk: Desk) -> None:
    """Tell everybody that models came, went or are called otherwise."""
    from core.library.records import Changes

    active = desk.library.models.active()
    if active is not None and desk.session.model is not None:
        desk.session.model = active
    desk.session.note_changes(Changes(models=True))
