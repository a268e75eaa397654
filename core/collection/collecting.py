"""The results of a collection taken into a library: songs, predictions, embeddings, failures.

The only step that touches a database; it may be run again, also while parts are still at work.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from core.collection.collection_folder import CollectionFolder
from core.collection.collection_records import PlannedModel, SongFailure, arithmetics
from core.collection.planning import ensure_unmixed
from core.collection.song_task import read_analysis, scores_key
from core.errors import ModelError
from core.exchange.model_files.model_archive import copy_in
from core.features.analyse import SongAnalysis
from core.features.cache import MIX, FeatureCache
from core.jobs import SILENT, JobContext
from core.library.records import ModelRow
from core.library.scan.importer import ImportResult, store_scanned
from core.library.scan.scan_records import Failure
from core.library.store import Library
from core.model_store.registry import add_file, model_path
from core.models.card import read_card

N_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Collected:
    """What came in. n_scored: songs by model name; waiting: songs that no part has done yet.

    arithmetics: how the machines of all parts compute.
    """

    imported: ImportResult
    n_scored: dict[str, int] = field(default_factory=dict)
    failures: tuple[SongFailure, ...] = ()
    n_waiting: int = 0
    arithmetics: tuple[str, ...] = ()


def collect(
    library: Library, folder: CollectionFolder, own_cache: FeatureCache, job: JobContext = SILENT
) -> Collected:
    """Take all that is finished into a library; songs that it lacks are added.

    own_cache: gets the embeddings, so that learning and neighbours need no sound. Raises
    CollectionError where parts are mixed, LibraryError, CacheError, ModelError, Cancelled (what
    was stored stays).
    """
    plan = folder.read_plan()
    records = ensure_unmixed(folder, plan, of=0)
    folder.remove_stale(plan)
    failures = tuple(failed for record in records for failed in record.failures)
    rows = [_model_row(library, folder, model) for model in plan.models]
    models = list(zip(plan.models, rows, strict=True))
    parts, n_scored, n_found = list[ImportResult](), Counter[str](), 0
    for first in range(0, len(plan.songs), N_AT_ONCE):
        batch = plan.songs[first : first + N_AT_ONCE]
        job.check()
        job.report(first, len(plan.songs), batch[0].name)
        found = [song for path in batch if (song := folder.read_song(path, read_analysis))]
        parts.append(store_scanned(library, [analysis for analysis, _ in found]))
        n_scored.update(_store_scores(library, folder.cache(plan), models, found))
        _copy_embeddings(folder.cache(plan), own_cache, found)
        n_found += len(found)
    parts.append(store_scanned(library, [_as_failure(failed) for failed in failures]))
    n_waiting = max(len(plan.songs) - n_found - len(failures), 0)
    return Collected(
        ImportResult.union(parts), dict(n_scored), failures, n_waiting, arithmetics(records)
    )


def _model_row(library: Library, folder: CollectionFolder, model: PlannedModel) -> ModelRow:
    """Find the library's row of a model, by its weights; or add it."""
    for row in library.models.list():
        try:
            if read_card(model_path(row)).weights_digest == model.digest:
                return row
        except ModelError:  # another model, whose file is gone
            continue
    return add_file(library, copy_in(folder.path / model.file, library.models.folder))


def _store_scores(
    library: Library,
    cache: FeatureCache,
    models: Sequence[tuple[PlannedModel, ModelRow]],
    found: Sequence[tuple[SongAnalysis, Mapping[str, str]]],
) -> dict[str, int]:
    """Store the scores of songs by every model, as predicting does; return how many each has."""
    song_ids = library.songs.ids_of_hashes([analysis.audio_hash for analysis, _ in found])
    counts = {}
    for model, row in models:
        scores = {}
        for audio_hash, song_id in song_ids.items():
            values = cache.get_array(audio_hash, scores_key(model.digest))
            if values is not None and values.shape == (len(row.words),):
                scores[song_id] = np.asarray(values, np.float32)
        library.predictions.put(row.id, scores)
        counts[row.name] = len(scores)
    return counts


def _copy_embeddings(
    cache: FeatureCache,
    own: FeatureCache,
    found: Sequence[tuple[SongAnalysis, Mapping[str, str]]],
) -> None:
    """Keep embeddings in the user's own cache, with how their songs were mixed."""
    if own.folder == cache.folder:
        return
    for analysis, embeddings in found:
        audio_hash = analysis.audio_hash
        is_new = not own.has(audio_hash, MIX)
        for key in (MIX, *embeddings.values()) if is_new else embeddings.values():
            values = None if own.has(audio_hash, key) else cache.get_array(audio_hash, key)
            if values is not None:
                own.put_array(audio_hash, key, values)


def _as_failure(failed: SongFailure) -> Failure:
    return Failure(failed.path, failed.reason, failed.remedy, cause=failed.cause)
