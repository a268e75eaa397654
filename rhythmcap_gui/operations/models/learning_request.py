"""What learning is asked for: the request, the model to start from, and how long it will take."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from core.paths import folders
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.models import library_models

if TYPE_CHECKING:
    from core.graphics.learning import LearningTask
    from core.library.records import Labels, ModelRow
    from core.library.store import Library
    from core.models.checkpoint import TaggingModel
    from core.training.config import FinetuneRequest

SEED = 1
FEW = 50  # songs whose lengths stand for all


def finetune_request(context: AppContext, parent: ModelRow, name: str) -> FinetuneRequest:
    """Return what is learned from which model, by the settings. name: of the new model."""
    from core.models.catalogue import can_take_lstm
    from core.training.config import PUBLIC, THESIS, FinetuneRequest

    library, settings = context.library, context.session.settings
    return FinetuneRequest(
        name=name,
        parent_name=parent.name,
        depth=settings.depth,
        epochs=settings.learning_epochs,
        seed=SEED,
        models_folder=library.models.folder,
        parent_tags=library.models.tag_ids(parent.id),
        schedule=THESIS if settings.learning_rates == "thesis" else PUBLIC,
        lstm=settings.learning_lstm and can_take_lstm(parent.architecture),
        split_sides=library.evaluation.split_sides(),
    )


def parent_loader(
    context: AppContext, parent: ModelRow, *, with_others: bool
) -> Callable[[], TaggingModel]:
    """Find the file of the model to start from; return what loads it, on a job's thread.

    with_others: with all models beside it that were not learned here. Raises ModelError if its file
    is missing. The network may be one that predicts: learning leaves it as it is.
    """
    from core.model_store.registry import model_path

    models, device = context.models, context.session.settings.device
    path = model_path(parent)
    sides = library_models.side_files(context) if with_others else []

    def load_parent() -> TaggingModel:
        from core.models.checkpoint import to_device
        from core.models.device import choose_device
        from core.training.adapt import add_sides

        found = models.get(path)
        if sides:
            found = add_sides(found, [models.get(side) for side in sides])
        return to_device(found, choose_device(device))

    return load_parent


def graphics_task(
    context: AppContext,
    parent: ModelRow,
    request: FinetuneRequest,
    labels: Labels,
    *,
    with_others: bool,
) -> LearningTask | None:
    """Return what a process on the graphics card would be given; None where it gains nothing.

    Raises ModelError if a model's file is missing.
    """
    from core.graphics.learning import LearningTask, gains_from_card, load_with_sides
    from core.model_store.registry import model_path

    if not gains_from_card(request, parent.architecture):
        return None
    sides = tuple(library_models.side_files(context)) if with_others else ()
    load_parent = partial(load_with_sides, model_path(parent), sides)
    return LearningTask(request, labels, load_parent, folders().features)


def expected_learning_s(
    library: Library, parent: ModelRow, n_songs: int, request: FinetuneRequest
) -> float:
    """Guess how many seconds it takes; songs without a score of the parent are heard first."""
    from core.training.time_left import LearningTask, expected_s

    missing = library.predictions.missing_ids(parent.id)
    some = library.songs.rows(missing[:FEW].tolist())
    length_s = sum(row.song.duration_s for row in some) / max(len(some), 1)
    new_music_s = min(len(missing), n_songs) * length_s
    depth, epochs = request.depth, request.epochs
    task = LearningTask(parent.architecture, depth, n_songs, epochs, new_music_s)
    return expected_s(task, library.models.list())
