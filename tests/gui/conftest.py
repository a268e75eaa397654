"""What every test of the window gets: no Qt warning unseen, no thread left behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from core.library.records import NewSong
from core.library.store import Library
from rhythmcap_gui import theme
from rhythmcap_gui.session import Session

HARMLESS = ("This plugin does not support",)  # the offscreen platform: raise(), grabs, hints


@pytest.fixture(autouse=True)
def no_qt_warnings() -> Iterator[None]:
    """A Qt warning fails the test that caused it."""
    warnings: list[str] = []

    def note(kind: QtMsgType, _context: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not any(each in text for each in HARMLESS):
            warnings.append(text)

    former = qInstallMessageHandler(note)
    yield
    qInstallMessageHandler(former)
    assert not warnings, f"Qt warned: {warnings}"


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """A job's thread ends with its test."""
    yield
    lanes = ("import-", "train-", "predict-", "picture-", "library-", "upkeep-")
    left = [each.name for each in threading.enumerate() if each.name.startswith(lanes)]
    assert not left, f"threads left behind: {left}"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A new library with three songs whose files are not there; good for decisions."""
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
