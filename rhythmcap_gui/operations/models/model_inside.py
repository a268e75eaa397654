"""Looking inside a model, in the background: filters and singular values, beside its parent's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.errors import ModelError
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.models.model_transfer import file_of

if TYPE_CHECKING:
    from pathlib import Path

    from core.models.inside_records import ModelInside


def look_inside(context: AppContext, model_id: int, listeners: Listeners) -> int:
    """Read the weights of a model of the library. done(ModelInside). 0 where its file is lost."""
    row, file = context.library.models.get(model_id), file_of(context, model_id)
    if row is None or file is None:
        return 0
    parent, parent_file = _parent_of(context, row.parent_id)

    def work(job: Running) -> ModelInside:
        from core.models.device import leave_one_core_free
        from core.models.inside import look_inside

        with leave_one_core_free():
            return look_inside(file, parent_file, parent, job)

    title = QCoreApplication.translate("model_inside", "Look inside {}").format(row.name)
    return context.runner.start(Lane.MODELS, title, work, listeners)


def _parent_of(context: AppContext, parent_id: int | None) -> tuple[str, Path | None]:
    """The name and file of the model it learned from; "" and None where that is not there."""
    from core.model_store.registry import model_path

    parent = context.library.models.get(parent_id) if parent_id else None
    if parent is None:
        return "", None
    try:
        return parent.name, model_path(parent)
    except ModelError:
        return "", None
