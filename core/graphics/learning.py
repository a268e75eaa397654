"""Learning in the environment with the graphics card: a process of its own, driven from here.

The caller's thread waits for it and passes progress and a cancel on. Task and result go through
files in a private folder as Python's own objects, since both ends are the same program; progress
comes as lines of JSON. Where the process dies, this one learns.
"""

from __future__ import annotations

import contextlib
import json
import pickle
import queue
import subprocess
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from core.errors import GraphicsError, RhythmCapError
from core.graphics import child_python
from core.graphics.environment import in_use
from core.graphics.graphics_records import Environment
from core.jobs import SILENT, Cancelled, JobContext
from core.library.records import Labels
from core.messages import from_stored, message
from core.models.catalogue import ARCHITECTURES
from core.models.model_records import network_name
from core.models.sections import Section
from core.temporary_folders import temporary_folder
from core.training.config import FinetuneRequest, choose_depth
from core.training.finetune_records import EpochReport, FinetuneResult

if TYPE_CHECKING:
    from core.models.checkpoint import TaggingModel

TASK, RESULT, LOG = "task.pickle", "result.pickle", "log.txt"
POLL_S, CANCEL_S = 0.2, 20.0
DETAIL_CHARS = 4000

Take = Callable[[EpochReport], None]


Task = Callable[[Take, JobContext], FinetuneResult]  # that Python can pickle


@dataclass(frozen=True, slots=True)
class LearningTask:
    """What finetune takes, and does in the other process; load_parent: what pickle can keep."""

    request: FinetuneRequest
    labels: Labels
    load_parent: Callable[[], TaggingModel]
    cache: Path
    device: str = "cuda"

    def __call__(self, on_epoch: Take, job: JobContext) -> FinetuneResult:
        """Fine-tune. Raises what finetune raises."""
        from core.features.cache import open_cache
        from core.models.checkpoint import to_device
        from core.models.device import choose_device
        from core.training.finetune import finetune

        parent = to_device(self.load_parent(), choose_device(self.device))
        return finetune(self.request, self.labels, parent, open_cache(self.cache), on_epoch, job)


def load_with_sides(parent: Path, sides: tuple[Path, ...] = ()) -> TaggingModel:
    """Load a model, with the networks of others beside its own. Raises ModelError."""
    from core.models.checkpoint import load_checkpoint
    from core.training.adapt import add_sides

    model = load_checkpoint(parent)
    return add_sides(model, [load_checkpoint(side) for side in sides]) if sides else model


def gains_from_card(request: FinetuneRequest, architecture: str) -> bool:
    """Tell whether a process on the graphics card can gain anything.

    Tags alone are learned of what the processor has heard already. A network of another program
    runs where that one's packages are.
    """
    goes_deeper = request.lstm or choose_depth(request.depth).trained > {Section.CLASSIFIER}
    return goes_deeper and not ARCHITECTURES[network_name(architecture)].is_external


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the process ended: one of the two."""

    result: FinetuneResult | None = None
    error: RhythmCapError | None = None


def learn_there(
    environment: Environment,
    there: Task,
    here: Task,
    on_epoch: Take = lambda _report: None,
    job: JobContext = SILENT,
) -> FinetuneResult:
    """Do a task in the environment; where its process does not start or dies, do `here` instead.

    Raises what finetune raises.
    """
    try:
        return run_learning(environment, there, on_epoch, job)
    except GraphicsError as error:
        job.report(0.0, 1.0, error.message)
        result = here(on_epoch, job)
        return replace(result, notes=(*result.notes, message("training.card_failed")))


def run_learning(
    environment: Environment,
    task: Task,
    on_epoch: Take = lambda _report: None,
    job: JobContext = SILENT,
) -> FinetuneResult:
    """Do a task in the environment. Raises what it raises, and GraphicsError."""
    with in_use(environment.folder), temporary_folder("learning") as folder:
        (folder / TASK).write_bytes(pickle.dumps(task))
        code = _run(environment, folder, on_epoch, job)
        try:
            outcome: Outcome = pickle.loads((folder / RESULT).read_bytes())
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            log = (folder / LOG).read_text("utf-8", "replace")[-DETAIL_CHARS:]
            raise GraphicsError("graphics.died", code=code, detail=log) from error
    if outcome.error is not None:
        raise outcome.error
    assert outcome.result is not None
    return outcome.result


def _run(environment: Environment, folder: Path, on_epoch: Take, job: JobContext) -> int:
    """Run the process to its end; a cancel closes its input, which it takes for one."""
    with (folder / LOG).open("wb") as log:
        try:
            child = child_python.start(
                environment.python, "core.graphics.learning_child", str(folder),
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
            )  # fmt: skip
        except OSError as error:
            (folder / LOG).write_text(str(error), encoding="utf-8")
            raise GraphicsError("graphics.died", code=0, detail=str(error)) from error
        assert child.stdout is not None
        assert child.stdin is not None
        try:
            _follow(child, child.stdout, on_epoch, job)
        except Cancelled:
            with contextlib.suppress(OSError):
                child.stdin.close()
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(CANCEL_S)
            raise
        finally:
            child.kill()
            child.wait()
            for stream in (child.stdin, child.stdout):
                with contextlib.suppress(OSError):
                    stream.close()
    return child.returncode


def _follow(
    child: subprocess.Popen[bytes], output: IO[bytes], on_epoch: Take, job: JobContext
) -> None:
    """Pass on what the process says, until it says no more. Raises Cancelled."""
    lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def read() -> None:
        with contextlib.suppress(OSError, ValueError):
            for line in output:
                lines.put(line)
        lines.put(b"")

    threading.Thread(target=read, name="learning-output", daemon=True).start()
    while True:
        job.check()
        try:
            line = lines.get(timeout=POLL_S)
        except queue.Empty:
            continue
        if not line:
            break
        _take(line, on_epoch, job)
    child.wait()


def _take(line: bytes, on_epoch: Take, job: JobContext) -> None:
    try:
        record: dict[str, Any] = json.loads(line)
        if record.pop("kind") == "epoch":
            on_epoch(EpochReport(**record))
        else:
            record = from_stored(record)
            job.report(float(record["done"]), float(record["total"]), record["what"])
    except (ValueError, TypeError, LookupError):  # another library has printed something
        return
