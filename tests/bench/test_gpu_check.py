"""The check of graphics cards runs on any machine, and says what it could not do there."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "gpu_check.py"


def checks(*arguments: str) -> dict[str, dict[str, Any]]:
    finished = subprocess.run(
        [sys.executable, str(SCRIPT), "--json", *arguments],
        capture_output=True, text=True, timeout=480, check=False,
    )  # fmt: skip
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return {row["what"]: row for row in json.loads(finished.stdout)}


@pytest.mark.slow
def test_the_check_runs_small_on_the_processor() -> None:
    found = checks("--device", "cpu", "--small")
    assert found["starter's scores of 8 songs, cpu − cpu"]["met"]
    assert found["loss on 64 songs, cpu | cpu"]["met"]
    assert found["DistributedDataParallel, one process under torchrun"]["met"]
    memory = found["out of memory: half the batch, then the processor"]
    assert memory["met"] is None
    assert memory["goal"].startswith("needs CUDA")


@pytest.mark.gpu
@pytest.mark.timeout(480)
def test_the_check_passes_whole_on_a_graphics_card() -> None:
    assert all(row["met"] is not False for row in checks("--device", "cuda").values())
