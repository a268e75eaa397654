"""The models of the library: which one is active, what it is called, what its words mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from core.errors import ModelError, RhythmCapError
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.models import predicting
from rhythmcap_gui.operations.shell import preferences

MOST_TURNED_DOWN = 200  # remembered; older ones have been followed by newer models long since

if TYPE_CHECKING:
    from pathlib import Path

    from core.library.records import ModelRow


def ensure_starter(context: AppContext) -> ModelRow | None:
    """Give a library without a model the starter model; then the active one is used."""
    from core.model_store.registry import ensure_starter as ensure

    try:
        ensure(context.library)
    except RhythmCapError as error:
        context.show_error(error)
    predicting.use_active_model(context)
    return context.session.model


def use(context: AppContext, model_id: int) -> None:
    """Predict with this model from now on; also the way back to an older one."""
    row = context.library.models.get(model_id)
    if row is not None and not row.words:
        context.show_error(ModelError("onnx.no_words", name=row.name))
        return
    context.library.models.set_active(model_id)
    predicting.use_active_model(context)


def undecided(context: AppContext) -> ModelRow | None:
    """Find the newest model that was learned here and has never been used, nor turned down.

    One that was used has predictions. None if a model that came later is in use.
    """
    from core.model_store.registry import has_file

    library = context.library
    active = library.models.active()
    learned = [row for row in library.models.list() if row.learned_here]
    if library.read_only or active is None or not learned:
        return None
    newest = learned[-1]
    unused = newest.id > active.id and not library.predictions.has_any(newest.id)
    turned_down = _file_text(newest) in context.session.settings.models_turned_down
    return newest if unused and not turned_down and has_file(newest) else None


def side_files(context: AppContext) -> list[Path]:
    """Find the files of the other models that were not learned here, oldest first."""
    from core.model_store.registry import has_file, model_path

    used = context.session.model.id
    rows = sorted(context.library.models.list(), key=lambda row: row.id)
    return [
        model_path(row) for row in rows if row.id != used and not row.learned_here and has_file(row)
    ]


def turn_down(context: AppContext, row: ModelRow) -> None:
    """Do not offer a learned model again; it stays in the library."""
    files = (*context.session.settings.models_turned_down, _file_text(row))
    preferences.change(context, models_turned_down=files[-MOST_TURNED_DOWN:])


def _file_text(row: ModelRow) -> str:
    return str(row.folder / row.file)


def rename(context: AppContext, model_id: int, name: str) -> None:
    """Give a model another name."""
    name = name.strip()
    if name:
        try:
            context.library.models.rename(model_id, name)
        except RhythmCapError as error:
            context.show_error(error)
        note_changed_models(context)


def remove(context: AppContext, model_id: int) -> None:
    """Remove a model with its predictions; never the active one."""
    from core.model_store import registry

    row = context.library.models.get(model_id)
    if row is None or row.active:
        return
    context.library.predictions.delete(model_id)
    registry.remove(context.library, row)
    note_changed_models(context)


def map_words(context: AppContext, meanings: Mapping[str, int | None]) -> None:
    """Store which tags foreign words stand for (None: no tag); suggestions follow at once."""
    from core.library.records import Changes

    try:
        for word, tag_id in meanings.items():
            context.library.models.map_word(word, tag_id)
    except RhythmCapError as error:
        context.show_error(error)
    if meanings:
        context.session.apply_changes(Changes(codebook=True, models=True))
        context.session.scores_changed.emit()


def note_changed_models(context: AppContext) -> None:
    """Notify the session that models were added, removed or renamed."""
    from core.library.records import Changes

    active = context.library.models.active()
    if active is not None and context.session.model is not None:
        context.session.model = active
    context.session.apply_changes(Changes(models=True))
