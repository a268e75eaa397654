"""The process that learns: `python -m core.graphics.learning_child FOLDER`, see learning.py."""

from __future__ import annotations

import json
import pickle
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from core.atomic_files import atomic_write
from core.errors import RhythmCapError
from core.graphics.child_python import wait_for_end_of_input
from core.graphics.learning import RESULT, TASK, Outcome, Task
from core.jobs import Cancelled
from core.messages import to_stored
from core.training.finetune_records import EpochReport


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

    def on_epoch(self, report: EpochReport) -> None:
        """Say what an epoch came to."""
        self.say({"kind": "epoch", **asdict(report)})

    def say(self, record: dict[str, Any]) -> None:
        """Write a line."""
        try:
            self._output.write(json.dumps(record) + "\n")
            self._output.flush()
        except OSError:
            self._stop.set()

    def _wait_for_end(self) -> None:
        wait_for_end_of_input()
        self._stop.set()


def main(folder: Path) -> int:
    """Do the task of a folder, and leave its outcome there."""
    output, sys.stdout = sys.stdout, sys.stderr  # what libraries print is no progress
    job = PipedJob(output)
    try:
        task: Task = pickle.loads((folder / TASK).read_bytes())
        outcome = Outcome(result=task(job.on_epoch, job))
    except RhythmCapError as error:
        outcome = Outcome(error=error)
    except Cancelled:
        return 1
    with atomic_write(folder / RESULT) as draft:
        draft.write_bytes(pickle.dumps(outcome))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
