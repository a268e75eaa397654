"""What every test of the window gets: no Qt warning unseen, no thread left behind."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.library.records import NewModel, NewSong
from core.library.store import Library
from core.settings import Settings
from rhythmcap_gui import languages, theme
from rhythmcap_gui.app import Program
from rhythmcap_gui.job_runner import JobRunner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.models import live_learning
from rhythmcap_gui.session import Session
from tests.support.model_predictions import predictions_of
from tests.support.small_library import Room, add_songs, open_room

FOREIGN_WORDS = ("female vocalists", "no vocals", "kick", "sitar")
HARMLESS = ("This plugin does not support",)  # the offscreen platform: raise(), grabs, hints


@pytest.fixture(autouse=True)
def no_qt_warnings() -> Iterator[None]:
    """A Qt warning fails the test that caused it."""
    warnings: list[str] = []

    def note(kind: QtMsgType, _context: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not any(harmless in text for harmless in HARMLESS):
            warnings.append(text)

    former = qInstallMessageHandler(note)
    yield
    qInstallMessageHandler(former)
    assert not warnings, f"Qt warned: {warnings}"


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """A job's thread ends with its test."""
    yield
    lanes = (
        "import-",
        "train-",
        "predict-",
        "picture-",
        "library-",
        "upkeep-",
        "index-",
        "similar-",
        "evidence-",
    )
    left = [thread.name for thread in threading.enumerate() if thread.name.startswith(lanes)]
    assert not left, f"threads left behind: {left}"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A new library with three songs whose files are missing; good for decisions."""
    opened = Library.open(tmp_path / "library.db")
    for number, title in enumerate(("Harbour", "Meadow", "Night train")):
        opened.songs.add(
            NewSong(
                audio_hash=f"{number:032x}", path=tmp_path / f"{title}.flac", size_bytes=1000,
                mtime_s=0.0, title=title, artist="The Tones", album="", year=1990 + number,
                duration_s=60.0, rate_hz=44_100, channels=2,
            )
        )  # fmt: skip
    yield opened
    opened.close()


@pytest.fixture
def session(qapp: QApplication, library: Library) -> Session:
    """A session on that library, with its first song open."""
    theme.apply_theme(qapp, "dark")
    made = Session()
    made.open_library(library)
    made.open_song(library.songs.get(int(library.songs.all_ids()[0])))
    return made


@pytest.fixture
def foreign_session(session: Session) -> Iterator[Session]:
    """The session with a model in use that speaks its own language."""
    models = session.library.models
    row = models.add(NewModel("mtat", "musicnn", "mtat.safetensors", FOREIGN_WORDS))
    models.set_active(row.id)
    session.set_model(models.get(row.id))
    session.set_predictions(predictions_of(FOREIGN_WORDS, [0.7, 0.2, 0.9, 0.4]))
    yield session
    session.open_library(None)


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[Room]:
    """A library of twelve songs and a small codebook, with a session on it; no song is open."""
    theme.apply_theme(qapp, "dark")
    opened = open_room(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def context(room: Room) -> AppContext:
    """What operations work with, on that library; without a player."""
    return AppContext(room.session, JobRunner(room.session), player=None)


@pytest.fixture(autouse=True)
def _no_live_learning(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only tests of live learning wait for it: it would change scores under the others."""
    monkeypatch.setattr(live_learning, "BEGIN_AFTER_MS", 3_600_000)


@pytest.fixture
def start_program(qapp: QApplication) -> Iterator[Callable[[Settings | None], Program]]:
    """Show the window, with no library open yet; closed after the test."""
    started: list[Program] = []

    def start(settings: Settings | None = None) -> Program:
        program = Program(qapp, settings)
        started.append(program)
        program.window.show()
        return program

    yield start
    for program in started:
        program.close()
        program.window.deleteLater()
        program.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if languages.current_language() != languages.SOURCE:
        languages.set_language(qapp, languages.SOURCE)


@pytest.fixture
def settings() -> Settings:
    """The settings of `program`."""
    return Settings()


@pytest.fixture
def library_file(tmp_path: Path) -> Path:
    """The library that `program` opens: three songs whose files are missing."""
    path = tmp_path / "small.db"
    with Library.open(path) as library:
        add_songs(library, 3)
    return path


@pytest.fixture
def program(
    start_program: Callable[[Settings | None], Program],
    settings: Settings,
    library_file: Path,
    qtbot: QtBot,
) -> Program:
    """The window on `library_file`, its jobs ended."""
    program = start_program(settings)
    program.window.files_controller.open_library(library_file)
    qtbot.waitUntil(lambda: not program.context.runner.jobs(), timeout=60_000)
    return program
