"""A cut of the power leaves a whole library, old or new: whatever had not reached the disk.

The table of calls and disks is printed: pytest -s.
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
from tests.support.power_cut import Call, Disk

REPLACING = (
    "restore", "restore a deleted one", "repair", "keep what was replaced", "begin a library",
    "open and copy",
)  # fmt: skip


def left(calls: list[Call]) -> list[dict[str, bytes | None]]:
    disk = Disk({"a": b"old"})
    for call in calls:
        disk.change(call)
    return [tree for _, tree in disk.after_cut()]


def test_what_was_not_synchronised_may_be_lost_torn_or_in_another_order() -> None:
    draft: list[Call] = [
        ("create", "b", "", 0, b""), ("write", "b", "", 0, b"ne"), ("write", "b", "", 2, b"w!"),
    ]  # fmt: skip
    rename: Call = ("rename", "b", "a", 0, b"")
    careless = left([*draft, rename])
    assert {"a": b"old"} in careless
    for content in (b"", b"new!", b"new", b"\0\0w!"):
        assert {"a": content} in careless
    careful = left([*draft, ("sync", "b", "", 0, b""), rename, ("sync", "", "", 0, b"")])
    assert all(tree == {"a": b"new!"} for tree in careful)


@pytest.fixture(scope="session")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that writes down what its process changes."""
    compiler = shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("there is no C compiler, or calls cannot be recorded on this system")
    source = ROOT / "tests" / "support" / "record_calls.c"
    target = tmp_path_factory.mktemp("preloaded") / "record_calls.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", target, source, "-ldl"], check=True)
    return target


@pytest.mark.slow
@pytest.mark.parametrize("name", REPLACING)
def test_a_library_is_whole_after_a_cut_of_the_power_at_any_call(
    name: str, recorder: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.power_cut", name, folder],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "LD_PRELOAD": str(recorder)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    sys.stdout.write(f"{name}: {found['calls']} calls, {found['disks']} different disks\n")
    assert found["calls"] > 10
    assert found["broken"] == {}
