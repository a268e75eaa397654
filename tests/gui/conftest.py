"""What every test of the window gets: no Qt warning unseen, no thread left behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler

HARMLESS = ("This plugin does not support propagateSizeHints",)


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
    lanes = ("import-", "train-", "predict-", "picture-", "library-")
    left = [each.name for each in threading.enumerate() if each.name.startswith(lanes)]
    assert not left, f"threads left behind: {left}"
