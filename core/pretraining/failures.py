"""What can end a training from outside, in words: memory, the graphics card, another process."""

from __future__ import annotations

from core.errors import TrainingError
from core.models.device import has_card_failed, is_out_of_memory
from core.pretraining.processes import Processes

LOST_PROCESS = ("connection closed", "connection reset", "gloo", "nccl", "peer", "timed out")


def explained(error: BaseException, processes: Processes, batch_size: int) -> TrainingError | None:
    """Return the error for the user; None where it is none of these, or has its words already."""
    if is_out_of_memory(error):
        return TrainingError(
            "pretraining.no_memory", batch=batch_size, smaller=max(1, batch_size // 2),
            detail=str(error),
        )  # fmt: skip
    if has_card_failed(error, processes.device):
        return TrainingError("pretraining.card_lost", detail=str(error))
    text = str(error).casefold()
    is_lost = processes.size > 1 and any(words in text for words in LOST_PROCESS)
    if is_lost and isinstance(error, RuntimeError):
        return TrainingError("pretraining.process_lost", detail=str(error))
    return None
