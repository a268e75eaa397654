"""The recipe for Slurm: a script that bash understands, and calls the verb as it is."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from core.cli.parser import parse
from tests.support.verb_process import ROOT

RECIPE = ROOT / "packaging" / "cluster" / "analyse.sbatch"


def test_bash_understands_it() -> None:
    subprocess.run(["bash", "-n", str(RECIPE)], check=True)


def test_a_task_of_the_array_analyses_its_part(tmp_path: Path) -> None:
    program = tmp_path / "rhythmcap"
    program.write_text('#!/bin/bash\nprintf "%s\\n" "$@"\n')
    program.chmod(0o755)
    env = {
        **os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "SLURM_ARRAY_TASK_ID": "3", "SLURM_CPUS_PER_TASK": "8",
    }  # fmt: skip
    called = subprocess.run(
        ["bash", str(RECIPE), "/shared/my run", "64"],
        check=True, capture_output=True, text=True, env=env,
    )  # fmt: skip
    options = parse(called.stdout.splitlines())
    assert (options.out, options.shard, options.workers) == (Path("/shared/my run"), "3/64", 8)


@pytest.mark.parametrize("words", [[], ["/shared/run"]])
def test_without_its_words_it_says_how(words: list[str]) -> None:
    called = subprocess.run(
        ["bash", str(RECIPE), *words], capture_output=True, text=True, check=False
    )
    assert called.returncode == 2
    assert "usage" in called.stderr
