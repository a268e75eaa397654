"""Learn until killed; apart from killed_process.py, because torch takes seconds to import."""

from __future__ import annotations

import os
from collections.abc import Callable

import safetensors.torch  # noqa: F401  before the fork, as all that follows
import sklearn.metrics  # noqa: F401
import torch

import core.cli.learning
import core.models.checkpoint
import core.training.finetune  # noqa: F401
from core.cli import main

Report = Callable[[str], None]


def learn(path: str, home: str, report: Report) -> None:
    """Learn from the library's tags, again and again."""
    os.environ["RHYTHMCAP_HOME"] = home
    torch.set_num_threads(1)
    for number in range(1_000_000):
        name = f"{os.getpid()}-{number}"
        words = ["train", "--epochs", "1", "--depth", "classifier", "--name", name, "--quiet"]
        assert main(["--library", path, *words]) == 0
        report(name)
