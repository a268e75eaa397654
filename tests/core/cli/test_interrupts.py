"""Ctrl+C and -v: long verbs stop with a sentence and 130, whole; -v says what is done."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from core.cli import main
from core.cli.interrupts import StopRequest
from core.cli.terminal import TerminalJob
from core.jobs import Cancelled
from core.library.recovery.backup import backup_beside
from core.library.recovery.repair import find_faults
from core.library.store import Library
from core.paths import folders
from tests.support.learning_library import make_library
from tests.support.small_songs import library_with, new_song, write_tone
from tests.support.verb_process import ROOT

PROGRAM = "import sys; from rhythmcap_gui.__main__ import main; sys.exit(main())"
Captured = pytest.CaptureFixture[str]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")


@contextmanager
def verb_process(*argv: str) -> Iterator[subprocess.Popen[str]]:
    """A verb and all that it starts in a process group of their own, as a shell makes it."""
    child = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *argv],
        cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, start_new_session=True,
    )  # fmt: skip
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def interrupted_at(step: str, *argv: str, number: int = signal.SIGINT) -> tuple[int, str]:
    """Press Ctrl+C when -v names a step; return the exit code and what was said from there on."""
    with verb_process(*argv, "-v") as child:
        assert child.stderr is not None
        for line in child.stderr:
            if step in line:
                break
        else:
            raise AssertionError(f"{step} was never done")
        os.killpg(child.pid, number)
        _, words = child.communicate(timeout=60)
        return child.returncode, words


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_import_stops_and_keeps_what_was_stored(tmp_path: Path, number: int) -> None:
    for song in range(12):
        write_tone(tmp_path / f"{song}.wav", hz=200 + 10 * song, seconds=8.0)
    code, words = interrupted_at("Importing: ", "import", str(tmp_path), number=number)
    assert code == 130
    assert "Stopped." in words
    assert "Traceback" not in words
    path = folders().library_file
    assert find_faults(path) == []
    with Library.open(path) as library:
        assert library.songs.failures() == [], "no file is called damaged"
    assert not list(path.parent.rglob("*.part"))


def test_learning_stops_and_leaves_no_model() -> None:
    make_library()
    code, words = interrupted_at("Learning: ", "train")
    assert (code, "Traceback" in words) == (130, False)
    assert "Stopped." in words
    with Library.open(folders().library_file) as library:
        assert [model.name for model in library.models.list()] == ["starter"]
        assert not list(library.models.folder.glob("my*"))


@pytest.mark.parametrize("depth", ["temporal", "everything"])
def test_learning_deeper_stops_within_an_epoch_and_leaves_no_model(depth: str) -> None:
    make_library()
    code, words = interrupted_at("Learning: Epoch 1 of", "train", "--depth", depth)
    assert (code, "Traceback" in words, words.count("Stopped.")) == (130, False, 1)
    assert find_faults(folders().library_file) == []
    with Library.open(folders().library_file) as library:
        assert [model.name for model in library.models.list()] == ["starter"]
        assert len(list(library.models.folder.iterdir())) == 2
        assert not list(library.models.folder.glob("*.part"))


@pytest.mark.parametrize("step", ["copy_aside", "replace_file"])
def test_restoring_stops_with_a_whole_library_the_former_or_the_restored(step: str) -> None:
    path = folders().library_file
    path.parent.mkdir(parents=True)
    library_with(path, 3).close()
    backup_beside(path, "by-hand")
    with Library.open(path) as library:
        library.songs.add(new_song(9))
    pressed = (
        "import os, signal, core.library.recovery.replacement as replacement\n"
        f"plain = replacement.{step}\n"
        "def press(*values, **named):\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "    return plain(*values, **named)\n"
        f"replacement.{step} = press\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", pressed + PROGRAM, "restore", "1"],
        cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr.count("\n")) == (130, 1)
    assert done.stderr.startswith("Stopped.")
    assert find_faults(path) == []
    with Library.open(path) as library:
        assert library.songs.count() == 4
    assert not [file for file in path.parent.iterdir() if file.suffix in (".part", ".repair")]


def test_composing_stops_at_once_and_leaves_no_half_song(tmp_path: Path) -> None:
    code, words = interrupted_at("Composing: ", "demo", str(tmp_path / "demo"))
    assert (code, "Traceback" in words, "Stopped." in words) == (130, False, True)
    assert [path.name for path in tmp_path.rglob("*.part*")] == []
    assert not list(tmp_path.rglob("library.db"))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_is_a_request_to_the_job_the_second_ends_it(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    stop = StopRequest(quiet=True)
    job = TerminalJob("Working", stop, shown=False)
    with stop.listening(), job:
        job.check()
        signal.raise_signal(number)
        with pytest.raises(Cancelled):
            job.check()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(number)
    assert signal.getsignal(number) is before


def test_without_a_job_the_first_ends_the_verb_at_once() -> None:
    stop = StopRequest()
    with stop.listening(), pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    assert stop.is_pressed
    worker = threading.Thread(target=lambda: stop.listening().__enter__())
    worker.start()
    worker.join()


def test_v_tells_every_step_with_its_time(tmp_path: Path, capsys: Captured) -> None:
    sounds = [write_tone(tmp_path / f"{hz}.wav", hz=hz, seconds=4.0) for hz in (300, 500)]
    assert main(["import", *map(str, sounds), "-v"]) == 0
    words = capsys.readouterr().err
    assert re.search(r"^ +\d+\.\d\d s  Importing: 300\.wav$", words, re.MULTILINE)
    assert re.search(r"^ +\d+\.\d\d s  Importing: done$", words, re.MULTILINE)
    assert "\x1b" not in words
    assert main(["predict", *map(str, sounds), "-v"]) == 0
    words = capsys.readouterr().err
    assert re.search(r"model starter: \w+, \d+ words, on cpu, /", words)
    assert len(re.findall(r"s  Listening: \S*/?\d+\.wav", words)) >= 2


def test_v_tells_songs_parts_and_the_file_of_learning(capsys: Captured) -> None:
    make_library()
    assert main(["train", "-v"]) == 0
    words = capsys.readouterr().err
    assert re.search(r"decisions: \d+ yes and \d+ no, \d+ tags, \d+ songs by \d+ artists", words)
    assert re.search(r"Learning: Testing what was learned: part 1 of \d+", words)
    assert re.search(r"depth classifier: .", words)
    assert re.search(r"learned from \d+ songs, measured on \d+.*, \d+\.\d s", words)
    assert re.search(r"written: /.*\.safetensors", words)
    assert main(["evaluate", "-v"]) == 0
    assert re.search(r"scores of \d+ songs", capsys.readouterr().err)


@pytest.mark.parametrize("module", ["core.printable", "core.cli.parser", "core.cli.terminal"])
def test_ctrl_c_while_modules_are_loaded_is_a_sentence_and_130(module: str) -> None:
    loading = (
        "import builtins, os, signal, sys\n"
        "plain = builtins.__import__\n"
        "def pressed(name, *rest):\n"
        f"    if name == {module!r}:\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "    return plain(name, *rest)\n"
        "builtins.__import__ = pressed\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", loading + PROGRAM, "songs"],
        cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (130, "Stopped. Nothing was begun.\n")
