"""What every test gets: a home of its own, one torch thread, and a door to shared material."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from threading import Lock

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from core import messages
from core.library.db import opening, schema

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"  # the texts of the tests are English
os.environ.setdefault("OMP_NUM_THREADS", "2")
if "PYTEST_XDIST_WORKER" in os.environ:  # which has the number of the process that started it
    os.environ["OMP_NUM_THREADS"] = "1"  # more threads than cores wait for each other

messages.strict = True

# What is drawn is tested, never how quickly: a busy machine fails no test.
hypothesis_settings.register_profile(
    "project", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("project")

ROOT = Path(__file__).resolve().parents[1]
MEMORY_DISK, LEAST_FREE_BYTES = Path("/dev/shm"), 4 << 30


def _has_room(disk: Path) -> bool:
    """Whether programs can be run from a disk in memory, and gigabytes are free of both."""
    if not os.access(disk, os.W_OK):
        return False
    state = os.statvfs(disk)
    lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    (free_kib,) = (int(line.split()[1]) for line in lines if line.startswith("MemAvailable:"))
    free_bytes = min(state.f_bavail * state.f_frsize, free_kib << 10)
    return free_bytes >= LEAST_FREE_BYTES and not state.f_flag & os.ST_NOEXEC


# The tests wait for a disk tens of thousands of times; none of them pulls its plug.
if "PYTEST_DEBUG_TEMPROOT" not in os.environ and _has_room(MEMORY_DISK):
    os.environ["PYTEST_DEBUG_TEMPROOT"] = str(MEMORY_DISK)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is really played and recorded may be disturbed by a busy machine: it runs after the
    others (Makefile) and has three tries.

    What it promises is not loosened; a promise that is broken is broken three times.
    """
    for item in items:
        if "null_sink" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.flaky(reruns=2))
            item.add_marker(pytest.mark.realtime)
            assert "null_sink" in item.path.read_text(encoding="utf-8"), "Makefile looks for it"


@pytest.fixture(scope="session", autouse=True)
def copied_schema() -> Iterator[None]:
    """A new library is given its tables by a copy of ones made once: the migrations themselves,
    which take most of the time, run for the first library of each process and for older files.
    """
    template, one_by_one = sqlite3.connect(":memory:", check_same_thread=False), Lock()
    template.execute(f"PRAGMA application_id = {opening.APPLICATION_ID}")

    def copy_or_apply(connection: sqlite3.Connection, version: int = schema.VERSION) -> None:
        tables = "SELECT count(*) FROM sqlite_schema"
        if version != schema.VERSION or connection.execute(tables).fetchone()[0]:
            schema.apply_migrations(connection, version)
            return
        with one_by_one:  # jobs make libraries, too, on threads of their own
            if not template.execute(tables).fetchone()[0]:
                schema.apply_migrations(template)
            template.backup(connection)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "apply_migrations", copy_or_apply)
        yield
    template.close()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh RHYTHMCAP_HOME, so that no test sees the user's files or another test's."""
    folder = tmp_path / "home"
    monkeypatch.setenv("RHYTHMCAP_HOME", str(folder))
    return folder


def _main_checkout() -> Path:
    """Return the folder of the main checkout, also for a linked worktree; read without git."""
    link = ROOT / ".git"  # a worktree has a file here: "gitdir: MAIN/.git/worktrees/NAME"
    if not link.is_file():
        return ROOT
    return Path(link.read_text(encoding="utf-8").removeprefix("gitdir:").strip()).parents[2]


@pytest.fixture(scope="session")
def SHARED() -> Path:
    """The folder of real recordings, weights and reference outputs beside the checkout."""
    named = os.environ.get("RHYTHMCAP_SHARED")
    beside = (ROOT.parent / "shared", _main_checkout().parent / "shared")
    for folder in (Path(named),) if named else beside:
        if (folder / "DESIGN.md").exists():
            return folder
    pytest.skip("the shared folder with recordings and reference outputs is not beside the project")
