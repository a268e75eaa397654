"""The environment is installed from a folder of wheels, tried, completed after an end, removed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import GraphicsError
from core.graphics import environment, install, trial
from core.graphics.graphics_records import Stage
from core.graphics.install import Source
from core.jobs import Cancelled
from core.temporary_folders import process_mark

PACKAGES = sysconfig.get_path("purelib")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RHYTHMCAP_HOME", str(tmp_path / "home"))
    return environment.environment_folder()


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    """Two wheels: one is empty, and one leads to the packages that the tests run with."""
    made = tmp_path / "wheels"
    made.mkdir()
    wheel(made, "nothing", {"nothing.py": ""})
    wheel(made, "linked", {"linked.pth": PACKAGES})
    return made


def wheel(folder: Path, name: str, files: dict[str, str]) -> None:
    info = f"{name}-1.0.dist-info"
    files = {
        **files,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},,\n" for path in files) + f"{info}/RECORD,,\n"
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as archive:
        for path, text in {**files, f"{info}/RECORD": record}.items():
            archive.writestr(path, text)


def source(wheels: Path, *names: str, needed_bytes: int = 1000) -> Source:
    options = ("--no-index", f"--find-links={wheels}")
    return Source((*options, *names), (), "cpu", needed_bytes)


class StoppedJob:
    """Cancelled as soon as it reports for the n-th time."""

    def __init__(self, n: int) -> None:
        self.n = n

    def report(self, *_progress: object) -> None:
        self.n -= 1

    def check(self) -> None:
        if self.n <= 0:
            raise Cancelled


def refused(act: Callable[[], object]) -> GraphicsError:
    with pytest.raises(GraphicsError) as told:
        act()
    assert told.value.remedy
    return told.value


def test_what_was_begun_is_completed_tried_and_only_then_used(folder: Path, wheels: Path) -> None:
    assert environment.look().stage is Stage.ABSENT
    error = refused(lambda: install.install(folder, source(wheels, "nothing", "absent")))
    assert error.id == "graphics.no_wheel"
    state = environment.look()
    assert (state.stage, state.environment) == (Stage.PART, None)
    assert state.n_bytes > 0

    error = refused(lambda: install.install(folder, source(wheels, "nothing")))
    assert error.id == "graphics.broken"  # it has no torch
    assert environment.look().stage is Stage.PART

    with pytest.raises(Cancelled):
        install.install(folder, source(wheels, "linked"), StoppedJob(2))
    assert environment.look().stage is Stage.PART

    made = install.install(folder, source(wheels, "linked"))
    assert made.python.is_relative_to(folder)
    assert made.torch
    assert environment.look().environment == made
    assert sorted(path.name for path in folder.iterdir()) == ["python", environment.TRIED]

    environment.remove(folder)
    assert environment.look().stage is Stage.ABSENT
    assert not folder.exists()


def test_another_version_of_the_program_needs_it_completed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = environment.python_of(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    environment.mark_tried(folder, {"card": "a card", "torch": "2.9", "cuda": "12.6"})
    assert environment.look().stage is Stage.READY
    monkeypatch.setattr(environment, "TORCH", "torch<4,>=3")
    assert environment.look().stage is Stage.PART


@pytest.mark.parametrize("text", ["", "{", "[]", '{"card": 1}', "\x00"])
def test_a_damaged_note_is_no_trial(folder: Path, text: str) -> None:
    folder.mkdir(parents=True)
    (folder / environment.TRIED).write_text(text)
    assert environment.look().stage is Stage.PART


def test_a_full_disk_is_told_before_anything_is_made(folder: Path, wheels: Path) -> None:
    error = refused(lambda: install.install(folder, source(wheels, "nothing", needed_bytes=10**18)))
    assert error.id == "graphics.too_full"
    assert not folder.exists()


def test_without_python_or_uv_it_says_what_to_install(
    folder: Path, wheels: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert environment.look().installer == ""
    error = refused(lambda: install.install(folder, source(wheels, "nothing")))
    assert error.id == "graphics.no_python"
    assert "uv" in error.remedy


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("ERROR: Could not install packages: [Errno 28] No space left on device", "no_room"),
        ("NewConnectionError: Failed to establish a new connection: https://a.org/", "no_network"),
        ("× No solution found when resolving dependencies", "no_wheel"),
        ("error: Failed to fetch: `https://download.pytorch.org/whl/`: dns error", "no_network"),
        ("something else", "install_failed"),
    ],
)
def test_what_an_installer_says_becomes_cause_and_remedy(
    tmp_path: Path, text: str, id: str
) -> None:
    error = install._explained(tmp_path, text)
    assert error.id == f"graphics.{id}"
    assert error.detail == text
    assert error.remedy


def test_the_public_index_is_asked_for_torch_alone() -> None:
    public = install.public_source("cu126")
    assert public.torch == ("--index-url=https://download.pytorch.org/whl/cu126", "torch<3,>=2.6")
    names = {text.split("<")[0].split(">")[0] for text in public.others}
    assert {"numpy", "scipy", "soundfile", "safetensors"} <= names
    assert not names & {"torch", "pyside6-essentials", "pyqtgraph", "librosa"}


@pytest.mark.parametrize(("cuda", "id"), [("12.6", "driver"), ("", "without_cuda")])
def test_no_card_is_the_drivers_fault_or_that_of_a_torch_without_cuda(
    tmp_path: Path, cuda: str, id: str
) -> None:
    answer = {"problem": trial.NO_CARD, "card": "cuda", "torch": "2.9.1", "cuda": cuda}
    error = refused(lambda: trial._facts(tmp_path / "python", 0, json.dumps(answer), ""))
    assert error.id == f"graphics.{id}"


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_what_a_kill_left_at_work_is_waited_for_and_then_completed(
    folder: Path, wheels: Path
) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as orphan:
        folder.mkdir(parents=True)
        (folder / f"{environment.IN_USE}-{process_mark(orphan.pid)}-x").touch()
        error = refused(lambda: install.install(folder, source(wheels, "linked")))
        assert error.id == "graphics.in_use"
        orphan.kill()
        orphan.wait()
    python = environment.python_of(folder)
    venv.create(folder / "python", with_pip=False)  # the half of an environment
    assert python.exists()
    assert install.install(folder, source(wheels, "linked")).torch
    assert not list(folder.glob(f"{environment.IN_USE}-*"))
    python.unlink()  # the Python that it was made of may be gone
    assert environment.look().stage is Stage.PART


def test_a_mark_of_another_computer_is_believed_for_a_day(folder: Path) -> None:
    folder.mkdir(parents=True)
    mark = folder / f"{environment.IN_USE}-000000-4999999-x"
    mark.touch()
    assert refused(lambda: environment.check_unused(folder)).id == "graphics.in_use"
    os.utime(mark, (0, 0))
    environment.check_unused(folder)
    assert not mark.exists()
