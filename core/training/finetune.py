"""Learn from my tags: one round of fine-tuning, from labels and a parent to a new model file.

The records it takes and gives stand here too; torch is imported only when a round begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from core.errors import TrainingError
from core.jobs import SILENT, JobContext
from core.models.device import is_out_of_memory, leave_one_core_free
from core.training.records import EpochReport, LearnOutcome, LearnRequest
from core.training.schedule import SMALL_SET

__all__ = ["EpochReport", "LearnOutcome", "LearnRequest", "learn"]


def _ignore(report: EpochReport) -> None:
    del report


def learn(
    request: LearnRequest,
    on_epoch: Callable[[EpochReport], None] = _ignore,
    job: JobContext = SILENT,
) -> LearnOutcome:
    """Teach a copy of the parent the decisions of the labels, and save it as a new model.

    The same request gives the same weights on the same machine. Where memory runs out it is tried
    again with half the songs at a time, then on the processor; epochs then count from 1 again.
    Raises TrainingError where there is nothing to learn, ModelError for an unusable parent or
    models folder, Cancelled.
    """
    from core.models.device import choose_device
    from core.training.teaching import teach

    if request.epochs < 1:
        raise TrainingError("Learning needs at least one epoch.", remedy="Raise the epochs.")
    batch = (request.schedule or SMALL_SET).batch_songs
    detail = ""
    with leave_one_core_free():
        for device, batch_songs in attempts(choose_device(request.device), batch):
            try:
                return teach(request, device, batch_songs, on_epoch, job)
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error):
                    raise
                detail = str(error)
    raise TrainingError(
        "There is not enough memory to learn.",
        remedy="Close other programs, or choose the depth classifier or temporal.",
        detail=detail,
    )


def attempts(device: str, batch_songs: int) -> Iterator[tuple[str, int]]:
    """Where and in what mini-batches to try: as requested, then half, then on the processor."""
    half = max(1, batch_songs // 2)
    tried = [(device, batch_songs), (device, half), ("cpu", half), ("cpu", 1)]
    yield from dict.fromkeys(tried)
