"""Whether a new model may take the place of the one in use: not where it is surely worse.

Both are measured on the same songs, by scores of models that had not learned from them; the range
of the difference comes from resampled artists. A difference that may be chance is no reason.
"""

from __future__ import annotations

from core.errors import ModelError, TrainingError
from core.evaluation.compare import ComparedModel, compare_scores
from core.evaluation.report import ScoredSongs, stored_scores
from core.library.records import Labels, ModelRow
from core.library.store import Library
from core.metrics.metric_records import Estimate, MetricChange
from core.model_store.registry import model_path
from core.models.card import read_card

Tags = tuple[int | None, ...]


def metric_change_from_parent(new: ModelRow, used: ModelRow | None) -> MetricChange | None:
    """Return how a learned model differs from the one it was learned from, as it was measured then.

    None where `used` is another one: compare_kept() tells then.
    """
    change = new.metrics.get("change")
    if used is None or new.parent_id != used.id or not isinstance(change, dict):
        return None
    return MetricChange.from_json(change)


def change_from_parent(new: ModelRow, used: ModelRow | None) -> Estimate | None:
    """Return the WAUC of a learned model minus that of the one in use, as it was learned from it.

    None where it was learned from another one: compare_kept_scores() tells then.
    """
    change = metric_change_from_parent(new, used)
    return None if change is None else change.means.get("wauc")


def compare_kept(
    new: ModelRow, used: ModelRow, labels: Labels, tags: tuple[Tags, Tags]
) -> MetricChange:
    """Return a model's numbers minus those of another one, by the scores that both cards keep.

    tags: what the words of both stand for. No song is read. Raises ModelError, TrainingError where
    they have no such scores of the same songs.
    """
    models, scored = list[ComparedModel](), list[ScoredSongs]()
    for row, meant in zip((new, used), tags, strict=True):
        path = model_path(row)
        found = stored_scores(read_card(path), labels)
        if found is None:
            raise TrainingError("evaluation.no_kept_scores", model=row.name)
        models.append(ComparedModel(row.name, path, meant))
        scored.append(found)
    # changes are from the first model to the later ones: the one in use stands first
    return compare_scores(models[::-1], scored[::-1]).changes[0]


def compare_kept_scores(
    new: ModelRow, used: ModelRow, labels: Labels, tags: tuple[Tags, Tags]
) -> Estimate:
    """Return the WAUC of a model minus that of the one in use, as compare_kept() has it.

    Without a number, with the reason, where it cannot be told.
    """
    try:
        return compare_kept(new, used, labels, tags).means["wauc"]
    except (ModelError, TrainingError) as error:
        return Estimate(None, reason=error.message)


def change_from_used(library: Library, new: ModelRow) -> Estimate | None:
    """Return the WAUC of a learned model minus that of the one in use; None where none is.

    Raises LibraryError.
    """
    used = library.models.active()
    if used is None or used.id == new.id:
        return None
    known = change_from_parent(new, used)
    if known is not None:
        return known
    tags = (library.models.tag_ids(new.id), library.models.tag_ids(used.id))
    return compare_kept_scores(new, used, library.annotations.labels(), tags)


def is_worse(change: Estimate | None) -> bool:
    """Return whether a difference is below 0 by more than its range."""
    return change is not None and change.high is not None and change.high < 0.0
