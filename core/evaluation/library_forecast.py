"""How many more songs a library's tags need: the embeddings of a model, and the probes of learning.

The model's own opinion of its words is left out: it may have been learned from these songs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.evaluation.forecast import forecast_tags
from core.evaluation.forecast_records import TagForecast
from core.evaluation.own_agreement import judged_twice
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext, SubJob
from core.library.store import Library
from core.models.probe_form import probe_form, probe_network
from core.training.embeddings import embed_songs
from core.training.folds import artist_numbers
from core.training.labels import select_songs
from core.training.linear_probe import LinearProbe, ProbeSongs
from core.training.snapshot import network_songs

if TYPE_CHECKING:
    from core.models.checkpoint import TaggingModel


def forecast_library(
    library: Library, model: TaggingModel, cache: FeatureCache, job: JobContext = SILENT
) -> tuple[TagForecast, ...]:
    """Forecast every tag with decisions of both kinds, those with most yes first. Raises Cancelled.

    Songs that the network itself was trained on are left out: their embeddings know their tags.
    """
    labels, probed = library.annotations.labels(), probe_form(model)
    found = embed_songs(probed, labels, cache, SubJob(job, 0.0, 0.4))
    known = network_songs(probed.card)
    fresh = [labels.audio_hashes[row] not in known for row in found.rows.tolist()]
    labels = select_songs(labels, found.rows[np.array(fresh, np.bool_)])
    embeddings = found.values[np.array(fresh, np.bool_)]
    states = labels.states
    both = np.flatnonzero((states == 1).any(axis=0) & (states == 0).any(axis=0))
    if not len(both):
        return ()
    states = np.ascontiguousarray(states[:, both])
    names = tuple(labels.tag_names[column] for column in both.tolist())
    blocks = probe_network(probed).blocks
    width = sum(block.width for block in blocks)
    probe = LinearProbe(
        ProbeSongs(embeddings, found.reference), blocks, states, np.zeros(len(both), np.bool_)
    )
    inputs = embeddings[:, :width].astype(np.float64)

    def fit(rows: NDArray[np.int64]) -> NDArray[np.float64]:
        weights, bias = probe.fit(rows=rows)
        logits = inputs @ weights.numpy() + bias.numpy()
        has_both = (states[rows] == 1).any(axis=0) & (states[rows] == 0).any(axis=0)
        return np.where(has_both, logits, np.nan)

    twice = judged_twice(library, labels.tag_ids[both].tolist(), labels.song_ids)
    forecasts = forecast_tags(
        fit, states, artist_numbers(labels), names, twice, SubJob(job, 0.4, 0.6)
    )
    return tuple(sorted(forecasts, key=lambda one: -one.n_yes))
