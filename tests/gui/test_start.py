"""Starting: verbs need no Qt, a missing display is a sentence, the window comes before torch."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from core.paths import folders
from core.similarity.similarity_records import Basis
from core.system_libraries import QT_LIBRARIES, missing_packages
from rhythmcap_gui import app
from rhythmcap_gui.__main__ import main, names_a_verb
from rhythmcap_gui.app import Program
from rhythmcap_gui.controllers.late_parts import LATE
from rhythmcap_gui.job_runner import Listeners
from rhythmcap_gui.logging_setup import LoggingSetup
from rhythmcap_gui.operations.files import backups
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.preflight import problem
from rhythmcap_gui.similar_data import ColourBy, ColourKind, CompareBy
from rhythmcap_gui.view_data import ImportState
from tests.support.review_window import use_model
from tests.support.window import StartProgram, wait_for_jobs

ROOT = Path(__file__).resolve().parents[2]

SHOW = """
import sys
from rhythmcap_gui.app import Program, make_application
app = make_application(["rhythmcap"])
program = Program(app)
program.window.show()
names = "torch librosa scipy sklearn sounddevice sqlite_utils pyqtgraph filelock"
heavy = set(names.split()) & set(sys.modules)
print("visible" if program.window.isVisible() else "hidden", *sorted(heavy))
program.close()
"""


PARTS = """
import sys
from rhythmcap_gui.app import Program, make_application
app = make_application(["rhythmcap"])
program = Program(app)
program.window.show()
app.processEvents()
ours = [name for name in sys.modules if name.startswith(("core.", "rhythmcap_gui."))]
print(sum(name.startswith("rhythmcap_gui.views.") for name in ours), len(ours))
rare = ("dialog", "_dock", "model_list", "deform_strip", "import_panel")
ends = [name for name in ours if name.startswith("rhythmcap_gui.views.") and name.endswith(rare)]
late = [name for name in ours if name.startswith((
    "core.library.db", "core.library.codebook", "core.exchange.colleague", "core.exchange.formats",
    "core.audio.mp3", "core.audio.artists", "core.training", "core.demo", "core.reports",
))]
print(*sorted(ends), *sorted(late), *sorted({"sqlite3", "numpy.random"} & set(sys.modules)))
program.close()
"""
MOST_VIEWS, MOST_OF_OURS = 120, 330


def python(code: str) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    result = subprocess.run(
        [sys.executable, "-c", code],
        env=environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


def test_the_window_shows_before_torch_is_loaded() -> None:
    assert python(SHOW) == "visible"


def test_the_first_window_loads_only_what_it_shows() -> None:
    counts, late = python(PARTS).split("\n")
    n_views, n_ours = map(int, counts.split())
    assert n_views <= MOST_VIEWS
    assert n_ours <= MOST_OF_OURS
    dialogs_of_widgets = {"rhythmcap_gui.views.widgets.work_dialog"}  # what others inherit from
    crash = {"rhythmcap_gui.views.shell.crash_dialog"}  # may be wanted when nothing else loads
    assert set(late.split()) == dialogs_of_widgets | crash


def test_full_collections_of_garbage_are_rare() -> None:
    make = "from rhythmcap_gui.app import make_application\nmake_application(['rhythmcap'])\n"
    assert python(f"{make}import gc\nprint(gc.get_threshold()[2])") == "100"


def test_parts_of_the_window_are_made_when_wanted_or_in_idle_moments(
    start_program: StartProgram,
) -> None:
    program = start_program()
    window = program.window
    assert not any(window.is_made(name) for name in LATE)
    window.show_dock("similar")
    assert [name for name in LATE if window.is_made(name)] == ["similar"]
    assert window.similar.isVisible()
    window.models_controller  # noqa: B018 - asking makes it
    assert window.is_made("models_controller")
    while window.make_next():
        pass
    assert all(window.is_made(name) for name in LATE)
    assert not window.make_next()


class ShownWindows(QObject):
    """Collects windows that are shown, however briefly."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_shown = event.type() == QEvent.Type.Show
        if is_shown and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False


def test_a_part_made_late_shows_no_window_of_its_own(program: Program, qapp: QApplication) -> None:
    for name in ("first", "second"):
        use_model(program, name, np.full((3, 4), 0.5, np.float32))
    program.importer.state = ImportState(True)
    shown = ShownWindows()
    qapp.installEventFilter(shown)
    while program.window.make_next():
        pass
    qapp.removeEventFilter(shown)
    assert shown.names == []


def test_a_part_made_late_shows_what_is_so_by_then(start_program: StartProgram) -> None:
    program = start_program()
    similarity, window = program.window.similarity, program.window
    program.importer.state = ImportState(True)
    similarity.indexes.choose(CompareBy(None, Basis.TIMBRE))
    similarity.maps.set_colour(ColourBy(ColourKind.DISAGREEMENT))
    assert window.import_panel._cancel.isVisibleTo(window.import_panel)
    assert window.similar.by.currentIndex() == window.map.choices.by.currentIndex() == 1
    assert window.map.choices.kind.currentData() == ColourKind.DISAGREEMENT


def test_without_a_display_a_sentence_and_no_abort() -> None:
    assert "needs a display" in problem({}, "linux")
    assert problem({"QT_QPA_PLATFORM": "offscreen"}, "linux") == ""
    assert problem({}, "darwin") == ""


def test_without_a_display_the_program_exits_with_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(["--demo"]) == 2
    assert "needs a display" in capsys.readouterr().err


@pytest.mark.parametrize(
    "environment",
    [
        {"DISPLAY": ":4711"},
        {"DISPLAY": "nonsense"},
        {"DISPLAY": "caf\udce9:\x1b[2J"},
        {"WAYLAND_DISPLAY": "wayland-4711", "XDG_RUNTIME_DIR": "/nowhere"},
        {"WAYLAND_DISPLAY": "x" * 500, "DISPLAY": ":4711"},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland-egl;xcb", "DISPLAY": ":4711"},
        {"QT_QPA_PLATFORM": "nonsense", "DISPLAY": ":4711"},
    ],
)
def test_a_display_that_does_not_answer_is_a_sentence(environment: dict[str, str]) -> None:
    found = problem(environment, "linux")
    assert "display" in found or "no platform nonsense" in found
    assert found.encode().isascii()
    assert "\x1b" not in found


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Wayland is Linux's")
def test_a_display_that_answers_is_used_beside_a_broken_one(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-9"))
        server.listen()
        answering = {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(tmp_path)}
        assert problem(answering | {"DISPLAY": ":4711"}, "linux") == ""


def test_a_missing_library_is_named_by_its_package() -> None:
    assert missing_packages({"libnosuch.so.7": "libnosuch7"}) == ["libnosuch7"]
    assert missing_packages(QT_LIBRARIES) == []


@pytest.mark.parametrize(
    ("arguments", "verb"),
    [
        ([], False),
        (["--demo"], False),
        (["--library", "mine.db"], False),
        (["--version"], False),
        (["--library", "mine.db", "songs"], True),
        (["import", "music"], True),
        (["--help"], True),
    ],
)
def test_a_word_that_is_no_option_is_a_verb(arguments: list[str], verb: bool) -> None:
    assert names_a_verb(arguments) is verb


def test_files_handed_over_by_the_desktop_open_the_window(tmp_path: Path) -> None:
    song = tmp_path / "import"
    song.mkdir()
    assert not names_a_verb([str(song)])
    assert not names_a_verb([__file__, str(song)])
    assert names_a_verb(["import", str(song)])
    assert names_a_verb([str(tmp_path / "nowhere.flac")])  # a sentence on the terminal, no window


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("rhythmcap ")


def test_the_window_is_whole_at_twice_the_pixels(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from rhythmcap_gui.app import Program, make_application\n"
        "app = make_application(['rhythmcap'])\n"
        "made = Program(app)\n"
        "made.window.resize(1280, 800)\n"
        "made.window.show()\n"
        "app.processEvents()\n"
        "picture = made.window.grab()\n"
        "print(picture.width(), picture.height(), picture.devicePixelRatio())\n"
        "made.close()\n"
    )
    environment = {
        **os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT), "RHYTHMCAP_HOME": str(tmp_path / "other home"),
    }  # fmt: skip
    result = subprocess.run(
        [sys.executable, "-c", code],
        env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert result.stdout.split() == ["2560", "1600", "2.0"], result.stderr


def test_the_set_up_looks_for_libraries_before_anything_is_installed() -> None:
    code = f"import runpy; runpy.run_path({str(ROOT / 'packaging' / 'system_packages.py')!r})"
    subprocess.run([sys.executable, "-I", "-S", "-c", code], check=True, timeout=60)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\x00binary", "The settings file cannot be read."),
        (b'{"theme": 3, "volume": NaN, "recent_libraries": ["a\\u0000b"], "workers": 1e999}',
         "Some settings in the file are unusable: theme, volume, workers, recent_libraries."),
    ],
)  # fmt: skip
def test_odd_settings_give_a_window_with_defaults_and_a_message(
    start_program: StartProgram, content: bytes, message: str, qtbot: Any
) -> None:
    folders().settings_file.parent.mkdir(parents=True)
    folders().settings_file.write_bytes(content)
    program = start_program()
    texts: list[str] = []
    program.context.session.notice.connect(lambda notice: texts.append(notice.text))
    program.open(None)
    wait_for_jobs(program, qtbot)
    assert program.window.isVisible()
    assert program.context.session.settings.theme == "system"
    assert message in texts


def test_what_the_window_writes_is_its_owners_alone(
    start_program: StartProgram, home: Path, qtbot: Any
) -> None:
    former = os.umask(0)
    try:
        log_setup = LoggingSetup(folders().log_file)
        program = start_program()
        program.open(None)
        wait_for_jobs(program, qtbot)
        preferences.change(program.context, autoplay=True)
        backups.copy_now(program.context, Listeners())
        wait_for_jobs(program, qtbot)
        written = [*home.rglob("*")]
        program.close()
        log_setup.close()
    finally:
        os.umask(former)
    written += [*home.rglob("*")]
    found = {path: stat.S_IMODE(path.stat().st_mode) for path in written if path.exists()}
    assert {path for path, mode in found.items() if mode & 0o077} == set()
    names = {path.name for path in found}
    assert {"library.db", "settings.json", "window.ini", "rhythmcap.log", "backups"} <= names
    assert any(name.startswith("library.db-") for name in names), "its write-ahead log"
    assert any(path.parent.name == "backups" for path in found)


def test_what_nobody_waits_for_is_done_where_no_song_can_be_scored_either(
    start_program: StartProgram, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "UPKEEP_LATEST_MS", 0)
    program, started = start_program(), list[str]()
    program.context.runner.started.connect(lambda job: started.append(job.title))
    program.open(None)
    qtbot.waitUntil(lambda: "Copy the library" in started, timeout=60_000)  # after torch
    wait_for_jobs(program, qtbot)
    assert {"scipy.special", "scipy.sparse"} <= sys.modules.keys()
    assert started.count("Load the statistics") == 1
