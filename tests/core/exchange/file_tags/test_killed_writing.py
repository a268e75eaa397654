"""A process that dies at any call while it writes tags leaves every file whole, old or new.

The table of how many calls it was killed at is printed: pytest -s.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.fork_server import ROOT


@pytest.fixture(scope="module")
def preloaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that ends its process at a call."""
    compiler = shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("there is no C compiler, or calls cannot be counted on this system")
    source = ROOT / "tests" / "support" / "kill_at_call.c"
    target = tmp_path_factory.mktemp("preloaded") / "kill_at_call.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", target, source, "-ldl"], check=True)
    return target


def kill_at_calls(preloaded: Path, folder: Path, step: int) -> dict[str, int]:
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.killed_tag_writer", "calls", folder, str(step)],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "LD_PRELOAD": str(preloaded)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, int] = json.loads(done.stdout)
    calls = f"{found['write']} calls of writing, {found['revert']} of taking back"
    sys.stdout.write(f"killed at {calls}\n")
    assert found["broken"] == {}
    return found


def test_files_are_whole_wherever_the_writing_process_dies(preloaded: Path, tmp_path: Path) -> None:
    found = kill_at_calls(preloaded, tmp_path / "work", 19)
    assert found["write"] > 1
    assert found["revert"] > 1


@pytest.mark.slow
def test_files_are_whole_at_every_single_call(preloaded: Path, tmp_path: Path) -> None:
    found = kill_at_calls(preloaded, tmp_path / "work", 1)
    assert found["write"] > 20
    assert found["revert"] > 20
