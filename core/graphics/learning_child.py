"""The process that learns: `python -m core.graphics.learning_child FOLDER`, see learning.py."""

from __future__ import annotations

import json
import os
import pickle
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from core.atomic_files import atomic_write
from core.errors import RhythmCapError
from core.features.cache import open_cache
from core.graphics.learning import RESULT, TASK, LearningTask, Outcome
from core.jobs import Cancelled
from core.messages import to_stored
from core.training.finetune_records import EpochReport, FinetuneResult


class PipedJob:
    """Progress as lines of JSON; cancelled once the input ends, also by the other one's death."""

    def __init__(self, output: IO[str]) -> None:
        self._output, self._stop = output, threading.Event()
        threading.Thread(target=self._wait_for_end, daemon=True).start()

    def report(self, done: float, total: float, what: str = "") -> None:
        """Say how far the work is."""
        record = to_stored({"done": done, "total": total, "what": what})
        self.say({"kind": "progress", **record})

    def check(self) -> None:
        """Raise Cancelled once nobody waits for the result."""
        if self._stop.is_set():
            raise Cancelled

    def say(self, record: dict[str, Any]) -> None:
        """Write a line."""
        try:
            self._output.write(json.dumps(record) + "\n")
            self._output.flush()
        except OSError:
            self._stop.set()

    def _wait_for_end(self) -> None:
        while os.read(0, 1):
            pass
        self._stop.set()


def learn(task: LearningTask, job: PipedJob) -> FinetuneResult:
    """Fine-tune as the other process would, on the graphics card of this environment."""
    from core.models.checkpoint import load_checkpoint, to_device
    from core.models.device import choose_device
    from core.models.probe_form import probe_form
    from core.training.adapt import add_sides
    from core.training.finetune import finetune

    parent = probe_form(load_checkpoint(task.parent))
    if task.sides:
        parent = add_sides(parent, [probe_form(load_checkpoint(side)) for side in task.sides])
    parent = to_device(parent, choose_device(task.device))

    def on_epoch(report: EpochReport) -> None:
        job.say({"kind": "epoch", **asdict(report)})

    return finetune(task.request, task.labels, parent, open_cache(task.cache), on_epoch, job)


def main(folder: Path) -> int:
    """Do the task of a folder, and leave its outcome there."""
    output, sys.stdout = sys.stdout, sys.stderr  # what libraries print is no progress
    task: LearningTask = pickle.loads((folder / TASK).read_bytes())
    try:
        outcome = Outcome(result=learn(task, PipedJob(output)))
    except RhythmCapError as error:
        outcome = Outcome(error=error)
    except Cancelled:
        return 1
    with atomic_write(folder / RESULT) as draft:
        draft.write_bytes(pickle.dumps(outcome))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
