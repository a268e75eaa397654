"""Learning on another machine, by verbs: `train --bundle`, `train-bundle`, `models import`."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from torch.cuda import is_available as cuda_is_available

from core.cli import main
from core.library.store import Library
from core.messages import message
from core.model_store.registry import model_path
from core.models.card import read_card
from core.paths import folders
from tests.support.learning_library import make_library
from tests.support.other_python import install_python
from tests.support.verb_process import ROOT

PROGRAM = "import sys; from core.cli import main; sys.exit(main())"
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    make_library()
    return tmp_path / "ear.bundle"


def card_digest(name: str) -> str:
    with Library.open(folders().library_file) as library:
        row = library.models.get(name)
        assert row is not None
        return read_card(model_path(row)).weights_digest


def test_there_and_back_it_is_the_model_of_here(
    bundle: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    options = ["--depth", "everything", "--epochs", "2", "--quiet"]
    assert main(["train", *options, "--name", "far", "--bundle", str(bundle)]) == 0
    assert "32 songs" in capsys.readouterr().out
    with Library.open(folders().library_file) as library:
        sides = library.evaluation.split_sides()
    assert main(["train", *options, "--name", "near"]) == 0
    with Library.open(folders().library_file) as library:
        assert library.evaluation.split_sides() == sides != {}
    home = os.environ["RHYTHMCAP_HOME"]
    monkeypatch.setenv("RHYTHMCAP_HOME", str(tmp_path / "the lab"))
    capsys.readouterr()
    assert main(["--json", "train-bundle", str(bundle)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["model"], told["path"]) == ("far", str(tmp_path / "ear-model.zip"))
    assert not (tmp_path / "the lab" / "data").exists()
    monkeypatch.setenv("RHYTHMCAP_HOME", home)
    assert main(["models", "import", told["path"]]) == 0
    assert card_digest("far") == card_digest("near")
    with Library.open(folders().library_file) as library:
        far, near = library.models.get("far"), library.models.get("near")
        assert far is not None
        assert near is not None
        assert far.learned_here
        assert far.parent_id == near.parent_id
        assert library.models.tag_ids(far.id) == library.models.tag_ids(near.id)
    monkeypatch.setenv("RHYTHMCAP_HOME", str(tmp_path / "a colleague"))
    assert main(["models", "import", told["path"]]) == 0
    with Library.open(folders().library_file) as library:
        elsewhere = library.models.get("far")
        assert elsewhere is not None
        assert not elsewhere.learned_here


def test_a_program_reads_the_steps_as_lines_of_json(bundle: Path, capsys: Captured) -> None:
    assert main(["train", "--epochs", "2", "--depth", "everything", "--bundle", str(bundle)]) == 0
    capsys.readouterr()
    out = bundle.with_name("model.zip")
    assert main(["train-bundle", str(bundle), "--out", str(out), "--json-progress"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[-1]["result"] == str(out)
    assert lines[-1]["metrics"]["wauc"] > 0.5
    assert [line["epoch"] for line in lines if "epoch" in line] == [1, 2]
    steps = [line for line in lines if "done" in line]
    assert steps
    assert all(set(step) == {"done", "total", "what"} for step in steps)


def test_an_error_is_a_line_of_json_and_words(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "no.bundle").write_text("no")
    assert main(["train-bundle", str(tmp_path / "no.bundle"), "--json-progress"]) == 1
    told = capsys.readouterr()
    error = json.loads(told.out)["error"]
    assert (error["id"], error["path"]) == ("bundles.not_a_bundle", str(tmp_path / "no.bundle"))
    assert error["message"] in told.err


def test_a_bundle_and_a_model_in_use_are_not_had_at_once(bundle: Path) -> None:
    assert main(["train", "--bundle", str(bundle), "--use"]) == 2
    assert not bundle.exists()


def test_nothing_takes_the_place_of_the_library(bundle: Path) -> None:
    assert main(["train", "--bundle", str(folders().library_file)]) == 2
    assert main(["train", "--bundle", str(bundle)]) == 0
    assert main(["train-bundle", str(bundle), "--out", str(folders().library_file)]) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_stopped_or_killed_it_leaves_no_model_and_learns_again(
    bundle: Path, number: signal.Signals
) -> None:
    words = ["train", "--epochs", "500", "--depth", "everything", "--bundle", str(bundle)]
    assert main(words) == 0
    out = bundle.with_name("model.zip")
    child = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "train-bundle", str(bundle), "--out", str(out),
         "--json-progress"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert child.stdout is not None
    for line in child.stdout:
        if "epoch" in json.loads(line):
            break
    child.send_signal(number)
    rest, _words = child.communicate(timeout=120)
    if number == signal.SIGTERM:
        assert child.returncode == 130
        assert json.loads(rest.splitlines()[-1]) == {"cancelled": True}
    else:
        assert child.returncode == -signal.SIGKILL
    assert [path for path in bundle.parent.iterdir() if path.is_file()] == [bundle]


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands for the other Python")
@pytest.mark.parametrize("works", [True, False])
def test_verbs_learn_where_the_window_would(bundle: Path, capsys: Captured, works: bool) -> None:
    used = install_python(works)
    options = ["train", "--epochs", "1", "--depth"]
    assert main([*options, "classifier"]) == 0
    assert main([*options, "temporal", "--device", "cpu"]) == 0
    assert not used.exists()
    assert main([*options, "temporal", "--bundle", str(bundle)]) == 0
    assert not used.exists()
    capsys.readouterr()
    for verb in ([*options, "temporal"], ["train-bundle", str(bundle)]):
        assert main(verb) == 0
        told = capsys.readouterr().err
        assert message("graphics.learns", card="a card") in told
        assert (message("training.card_failed") in told) is not works
    assert used.read_text().count("core.graphics.learning_child") == 2


def test_a_card_that_was_asked_for_in_vain_is_told(bundle: Path, capsys: Captured) -> None:
    options = ["train", "--epochs", "1", "--depth", "temporal", "--quiet"]
    assert main([*options, "--device", "cuda"]) == 0
    assert (message("device.no_gpu") in capsys.readouterr().err) is not cuda_is_available()
    assert not bundle.exists()
