"""Live heads kept as a model: measured as a round is, saved as a round is, the words as they are.

The numbers are those of probes of the same decisions by cross-validation.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext, SubJob
from core.library.records import Labels
from core.models.checkpoint import TaggingModel
from core.models.device import leave_one_core_free
from core.models.probe_form import probe_form, with_layer
from core.training.config import Depth, FinetuneRequest
from core.training.finetune import EMBEDDING_SHARE, read_training_set, settle_depth
from core.training.finetune_records import FinetuneResult
from core.training.folds import make_folds
from core.training.labels import sorted_songs
from core.training.results import TrainingRun, finish
from core.training.split import extend_split

LiveLayer = Mapping[int, tuple[NDArray[np.float32], float]]  # tag id -> weight (n_inputs,), bias


def keep_live(
    request: FinetuneRequest,
    labels: Labels,
    parent: TaggingModel,
    cache: FeatureCache,
    layer: LiveLayer,
    job: JobContext = SILENT,
) -> FinetuneResult:
    """Save words learned decision by decision as a new model; the parent stays as it is.

    Words of the labels that the layer lacks are fitted as in a round. Raises as finetune.
    """
    started, request = time.monotonic(), replace(request, depth=str(Depth.CLASSIFIER), lstm=False)
    model, labels = probe_form(parent), sorted_songs(labels)
    choice = settle_depth(request, model)
    measuring = SubJob(job, EMBEDDING_SHARE, 1.0 - EMBEDDING_SHARE)
    with leave_one_core_free():
        training_set, skipped = read_training_set(
            request, labels, model, cache, SubJob(job, 0.0, EMBEDDING_SHARE)
        )
        teacher, folds = training_set.teacher(), make_folds(training_set.labels, request.seed)
        judgement = teacher.judge(folds, measuring)
        fitted = teacher.layer(judgement, job=measuring)
        for row, tag_id in enumerate(training_set.label_map.tag_ids):
            if tag_id is None or not training_set.label_map.trained[row]:
                continue
            if tag_id in layer:
                fitted.weight[row], fitted.bias[row] = layer[tag_id]
        network = with_layer(model, training_set.card(request.name), *fitted)
        new_sides = extend_split(training_set.labels, request.split_sides, request.seed)
        run = TrainingRun(
            request, choice, training_set, judgement, folds, None, skipped, new_sides, started
        )
        return finish(run, network, job)
