"""`rhythmcap pretrain` in the environment with the graphics card; this Python stands for its."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.cli import main
from core.errors import GraphicsError
from core.graphics import environment
from core.graphics.child_python import is_started_by_us
from core.messages import message
from core.models.card import read_card
from core.paths import folders
from tests.core.pretraining.test_data_set import mtat
from tests.support.other_python import install_script
from tests.support.verb_process import PROGRAM, ROOT

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="a script stands for the other Python"
)
LEARNS = message("graphics.learns", card="a card")
GOOD = '{"card": "a card", "torch": "2.9.1", "cuda": "12.6", "problem": ""}'
NO_CARD = '{"card": "", "torch": "2.9.1", "cuda": "12.6", "problem": "no card"}'
# What the environment does not install is not to be had here, either.
WITHOUT = """
import runpy, sys
for name in ("PySide6", "pyqtgraph", "librosa", "sounddevice", "rocrate"):
    sys.modules[name] = None
sys.argv = sys.argv[2:]
sys.path[:0] = [sys.argv[0].partition("/core/graphics/")[0]]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@pytest.fixture
def data_set(tmp_path: Path) -> Path:
    (tmp_path / "mtat").mkdir()
    return mtat(tmp_path / "mtat", missing=(1,), sound=True)


def install(trial: str, verb: str = "") -> Path:
    """Make an environment whose trial says so; verb: what runs the verb. Return what is noted."""
    without = environment.environment_folder() / "without.py"
    verb = verb or f'exec "{sys.executable}" "{without}" "$@"'
    used = install_script(f"case \"$*\" in *graphics.trial*) echo '{trial}';; *) {verb};; esac")
    without.write_text(WITHOUT)
    return used


def words_for(data_set: Path, *more: str) -> list[str]:
    options = ["--architecture", "musicnn", "--epochs", "1", "--out", "mtat"]
    return ["pretrain", str(data_set), *options, *more]


def test_the_whole_verb_runs_where_the_card_is(
    data_set: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    used = install(GOOD)
    assert main(words_for(data_set, "--json")) == 0
    told = capfd.readouterr()
    answer = json.loads(told.out)
    assert answer["test"]["n_clips"] == 2
    assert told.err.count(LEARNS) == 1
    assert "1 clip missing: 1/clip-1.mp3" in told.err
    assert read_card(Path(answer["path"])).words == ("folk", "guitar")
    trial, verb = used.read_text().splitlines()
    assert "core.graphics.trial cuda" in trial
    assert verb.endswith(" ".join(["core.cli.graphics_child", *words_for(data_set, "--json")]))
    assert not list(folders().pretraining.iterdir())
    environment.check_unused(used.parent)


@pytest.mark.parametrize("trial", [NO_CARD, "Segmentation fault"])
def test_where_the_card_fails_its_trial_the_verb_runs_here(
    data_set: Path, capfd: pytest.CaptureFixture[str], trial: str
) -> None:
    used = install(trial)
    damaged = folders().pretraining / "mtat.safetensors"
    damaged.parent.mkdir(parents=True)
    damaged.write_bytes(b"no checkpoint")
    assert main(words_for(data_set, "--resume")) == 1
    told = capfd.readouterr().err
    assert message("graphics.learns_here") in told
    assert LEARNS not in told
    assert "damaged" in told  # so far it has come here
    assert main(words_for(data_set, "--resume", "--device", "cuda")) == 1
    assert message("graphics.learns_here") not in capfd.readouterr().err
    assert "graphics_child" not in used.read_text()


def test_a_processor_that_is_wanted_torchrun_and_the_environment_itself_stay_here(
    data_set: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    used = install(GOOD, "exit 3")
    damaged = folders().pretraining / "mtat.safetensors"
    damaged.parent.mkdir(parents=True)
    damaged.write_bytes(b"no checkpoint")
    words = words_for(data_set, "--resume")
    assert main([*words, "--device", "cpu"]) == 1
    for name, value in (("RANK", "0"), ("RHYTHMCAP_VERSION", "0")):
        with monkeypatch.context() as changed:
            changed.setenv(name, value)
            assert main(words) == 1
    assert not is_started_by_us()
    assert not used.exists()
    assert capfd.readouterr().err.count("damaged") == 3
    assert main(words) == 3  # its exit code is passed on


def test_a_process_that_was_killed_is_told(
    data_set: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    install(GOOD, "kill -9 $$")
    assert main(words_for(data_set)) == 1
    assert GraphicsError("graphics.killed", code=9).message in capfd.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("everyone", [True, False])
def test_stopped_there_it_leaves_its_checkpoint(data_set: Path, everyone: bool) -> None:
    used = install(GOOD)
    words = [*words_for(data_set), "--epochs", "500"]
    child = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *words],
        cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    assert child.stderr is not None
    for line in child.stderr:
        if line.startswith("epoch 1 "):
            break
    # A scheduler sends it to all processes of a job, another program to the one that it knows.
    (os.killpg if everyone else os.kill)(child.pid, signal.SIGTERM)
    _none, told = child.communicate(timeout=120)
    assert child.returncode == 130, told
    assert told.count("Stopped.") == 1
    assert (folders().pretraining / "mtat.safetensors").is_file()
    environment.check_unused(used.parent)


@pytest.mark.slow
def test_it_stops_where_nobody_waits_for_it_any_more(data_set: Path) -> None:
    used = install(GOOD)
    words = [*words_for(data_set), "--epochs", "500"]
    child = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *words], cwd=ROOT, stderr=subprocess.PIPE, text=True
    )
    assert child.stderr is not None
    for line in child.stderr:
        if line.startswith("epoch 1 "):
            break
    child.kill()
    _none, told = child.communicate(timeout=120)  # until the other process has closed it, too
    assert "Stopped." in told
    assert (folders().pretraining / "mtat.safetensors").is_file()
    assert used.exists()
