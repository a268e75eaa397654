"""Forecasts of how many songs tags need, kept beside the libraries: the last of every library.

It is made anew only where what it rests on has changed: decisions, artists, second judgments, or
the model whose embeddings it uses.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from core.atomic_files import write_text
from core.evaluation.forecast_records import KeptForecast, TagForecast
from core.evaluation.kept_robustness import kept_name
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext
from core.library.records import Labels, ModelRow
from core.library.text import utc_now
from core.paths import folders

if TYPE_CHECKING:
    from core.library.store import Library
    from core.models.checkpoint import TaggingModel

FORMAT, VERSION = "rhythmcap-forecast", 1
DIGEST_BYTES = 16

log = logging.getLogger(__name__)


def forecast_inputs(library: Library, labels: Labels, model: ModelRow) -> str:
    """Return a digest of what a forecast rests on. labels: as the library has them now."""
    digest = hashlib.blake2b(digest_size=DIGEST_BYTES)
    repeats = sorted((one.song_id, one.tag_id, one.state) for one in library.repeats.all())
    for part in (VERSION, labels.digest, labels.artists, model.file, repeats):
        digest.update(repr(part).encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def make_forecast(
    library: Library,
    row: ModelRow,
    load: Callable[[], TaggingModel],
    cache: FeatureCache,
    job: JobContext = SILENT,
) -> KeptForecast:
    """Forecast every tag of a library and keep that; what is kept is read where nothing changed.

    load: the model of the row, if it is needed. Raises Cancelled, ModelError.
    """
    from core.evaluation.library_forecast import forecast_library

    labels = library.annotations.labels()
    inputs, path = forecast_inputs(library, labels, row), kept_file(library.path, row.file)
    known = load_forecast(path)
    if known is not None and known.inputs == inputs:
        return known
    tags = forecast_library(library, load(), cache, job)
    kept = KeptForecast(tags, inputs, row.name, utc_now(), int((labels.states >= 0).sum()))
    try:
        keep_forecast(path, kept)
    except OSError as error:  # what took its time is shown all the same
        log.warning("%s cannot be written: %s", path, error)
    return kept


def kept_file(library: Path, model_file: str) -> Path:
    """Return where the forecast of a library by a model is kept."""
    return folders().forecasts / f"{kept_name(library, model_file)}.json"


def keep_forecast(path: Path, kept: KeptForecast) -> None:
    """Write a forecast in place of the one before. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    stored = {
        "format": FORMAT,
        "version": VERSION,
        "inputs": kept.inputs,
        "model": kept.model,
        "made_at": kept.made_at,
        "n_decisions": kept.n_decisions,
        "tags": [{**one.to_json(), "line": [list(at) for at in one.line]} for one in kept.tags],
    }
    write_text(path, json.dumps(stored, ensure_ascii=False) + "\n")


def load_forecast(path: Path) -> KeptForecast | None:
    """Read a forecast; None where there is none, or one that cannot be read: it is made anew."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        if stored["format"] != FORMAT or int(stored["version"]) > VERSION:
            return None
        return KeptForecast(
            tuple(TagForecast.from_json(one) for one in stored["tags"]),
            str(stored["inputs"]),
            str(stored["model"]),
            str(stored["made_at"]),
            int(stored["n_decisions"]),
        )
    except FileNotFoundError:
        return None
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        log.warning("%s cannot be read: %s", path, error)
        return None
