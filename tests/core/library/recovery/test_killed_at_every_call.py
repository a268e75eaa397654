"""A process that dies at any call that changes a file leaves a whole library, old or new.

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
from tests.support.killed_at_call import SCENARIOS


@pytest.fixture(scope="session")
def preloaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that ends its process at a call."""
    compiler = shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("there is no C compiler, or calls cannot be counted on this system")
    source = ROOT / "tests" / "support" / "kill_at_call.c"
    target = tmp_path_factory.mktemp("preloaded") / "kill_at_call.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", target, source, "-ldl"], check=True)
    return target


def kill_at_calls(name: str, preloaded: Path, folder: Path, step: int) -> None:
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.killed_at_call", name, folder, str(step)],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "LD_PRELOAD": str(preloaded)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    sys.stdout.write(f"{name}: killed before {found['before']}, within {found['within']} calls\n")
    assert found["before"] > 3
    assert found["broken"] == {}


@pytest.mark.parametrize(
    "name",
    [
        "restore",
        pytest.param("restore a deleted one", marks=pytest.mark.slow),
        "keep what was replaced",
        pytest.param("begin a library", marks=pytest.mark.slow),
    ],
)
def test_a_library_is_whole_wherever_its_replacing_process_dies(
    name: str, preloaded: Path, tmp_path: Path
) -> None:
    kill_at_calls(name, preloaded, tmp_path / "work", 13)


@pytest.mark.slow
@pytest.mark.parametrize("name", SCENARIOS)
def test_a_library_is_whole_at_every_single_call(
    name: str, preloaded: Path, tmp_path: Path
) -> None:
    kill_at_calls(name, preloaded, tmp_path / "work", 1)
