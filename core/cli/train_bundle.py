"""The verb train-bundle: learns from a training bundle where there is no library.

With --json-progress a program reads along; each line of stdout is then one JSON object:
{"done": 3.5, "total": 10.0, "what": "song 7"}, {"epoch": 2, "epochs": 30, "loss": 0.41, "wauc":
0.83}, at the end {"result": "/path/model.zip", "model": …, "metrics": …} or {"error": {"id": …,
"message": …, "remedy": …, "detail": …, "path": …}}, or {"cancelled": true}.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.bundles.bundle_records import model_zip_beside
from core.cli.learning import epoch_printer, result_json, result_lines, tell_result
from core.cli.terminal import Terminal
from core.errors import RhythmCapError
from core.jobs import Cancelled
from core.printable import json_text, path_text

if TYPE_CHECKING:
    from core.graphics.learning import Task
    from core.training.finetune_records import EpochReport, FinetuneResult

WRITE_EVERY_S = 0.2


class LineJob:
    """A JobContext that writes what it is told as lines of JSON, five a second at most."""

    def __init__(self, write: Callable[[dict[str, Any]], None], check: Callable[[], None]) -> None:
        self._write = write
        self._written = 0.0
        self.check = check

    def report(self, done: float, total: float, what: str = "") -> None:
        """Write how far the work is."""
        now = time.monotonic()
        if now - self._written >= WRITE_EVERY_S or done >= total:
            self._written = now
            self._write({"done": done, "total": total, "what": what})

    def on_epoch(self, report: EpochReport) -> None:
        """Write where learning stands after an epoch."""
        self._write(
            {"epoch": report.epoch, "epochs": report.epochs, "loss": report.loss,
             "wauc": report.wauc, "seconds_left": report.seconds_left}
        )  # fmt: skip


def train_bundle(options: argparse.Namespace, terminal: Terminal) -> int:
    """Learn from a bundle, and write the model as a zip."""
    bundle: Path = options.file.absolute()
    target = options.out.absolute() if options.out else model_zip_beside(bundle)
    if options.json_progress:
        return _in_lines(bundle, target, options.device, terminal)
    result = _at_terminal(bundle, target, options.device, terminal)
    tell_result(result, terminal)
    name = result.card.name
    terminal.data(result_json(name, result), [*result_lines(name, result), path_text(target)])
    terminal.say("Where the bundle came from: rhythmcap models import ZIP")
    return 0


def _at_terminal(bundle: Path, target: Path, device: str, terminal: Terminal) -> FinetuneResult:
    learn = _learner(bundle, target, device, terminal)
    with terminal.job("Learning") as job:
        return learn(epoch_printer(terminal, job), job)


def _learner(bundle: Path, target: Path, device: str, terminal: Terminal) -> Task:
    """Return what learns from a bundle: here, or where the graphics card is."""
    from core.bundles.learn import train_bundle as learn
    from core.cli.graphics_card import learner

    there, here = (partial(learn, bundle, target, name) for name in ("cuda", device))
    return learner(there, here, device, terminal)


def _in_lines(bundle: Path, target: Path, device: str, terminal: Terminal) -> int:
    learn = _learner(bundle, target, device, terminal)

    def write(line: dict[str, Any]) -> None:
        terminal.stdout().write(f"{json_text(line, indent=None)}\n")
        terminal.stdout().flush()

    with terminal.job("") as job:
        lines = LineJob(write, job.check)
        try:
            result = learn(lines.on_epoch, lines)
        except Cancelled:
            write({"cancelled": True})
            raise
        except RhythmCapError as error:
            write({"error": _error_json(error)})
            raise
    write({"result": str(target), **result_json(result.card.name, result)})
    return 0


def _error_json(error: RhythmCapError) -> dict[str, Any]:
    return {
        "id": error.id, "message": error.message, "remedy": error.remedy, "detail": error.detail,
        "path": None if error.path is None else str(error.path),
    }  # fmt: skip
