"""Listening to all songs that a full disk has ended goes on by itself when there is room."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.errors import ExchangeError, LibraryUnwritable, is_disk_full
from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel
from core.library.records import NewSong
from core.library.store import Library
from core.model_store.registry import add_file
from core.paths import folders
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.models import predicting
from tests.support.learning_library import tiny_model

N_SONGS = 3


@pytest.fixture
def library_file(tmp_path: Path) -> Path:
    """Three songs whose features are cached, and a small model."""
    path, cache = tmp_path / "small.db", FeatureCache(folders().features)
    with Library.open(path) as library:
        for number in range(N_SONGS):
            values = np.random.default_rng(number).normal(-12, 1, (96, 150)).astype(np.float32)
            cache.put(LogMel(values, RECIPES["thesis"], f"{number:032x}"))
            library.songs.add(
                NewSong(
                    audio_hash=f"{number:032x}", path=tmp_path / f"{number}.flac", size_bytes=1,
                    mtime_s=0.0, title=str(number), artist="", album="", year=None,
                    duration_s=4.0, rate_hz=44_100, channels=1,
                )
            )  # fmt: skip
        library.models.set_active(add_file(library, tiny_model(tmp_path / "stick"), "mine").id)
    return path


def n_missing(program: Program) -> int:
    model = program.context.session.model
    assert model is not None
    return len(program.context.library.predictions.missing_ids(model.id))


def wait(program: Program, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not program.context.runner.jobs(), timeout=30_000)


def test_it_goes_on_by_itself_and_tells_both(
    program: Program, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    context, watch = program.context, program.room_watch
    assert n_missing(program) == 0
    assert context.session.model is not None
    context.library.predictions.delete(context.session.model.id)
    database = context.library.database
    n_pages = int(database.value("PRAGMA page_count"))
    database.write("CREATE TABLE ballast (bytes BLOB)")
    database.rows(f"PRAGMA max_page_count = {n_pages}")
    with pytest.raises(LibraryUnwritable):
        database.write("INSERT INTO ballast VALUES (zeroblob(100000))")
    monkeypatch.setattr(
        context.library.predictions, "put",
        lambda *_args: database.write("INSERT INTO ballast VALUES (zeroblob(100000))"),
    )  # fmt: skip
    for _ in range(2):
        predicting.predict_library(context)
        wait(program, qtbot)
        assert watch.is_waiting
    texts = [card.notice.text for card in program.window.notices.cards]
    assert sum("no room" in text for text in texts) == 1
    assert sum("goes on by itself" in text for text in texts) == 1
    monkeypatch.undo()
    database.rows("PRAGMA max_page_count = 1000000")
    watch.look()
    wait(program, qtbot)
    assert n_missing(program) == 0
    assert not watch.is_waiting
    assert "room on the disk again" in program.window.notices.cards[0].notice.text


def test_a_full_disk_is_told_from_other_errors() -> None:
    assert is_disk_full(LibraryUnwritable("library.no_room", name="x"))
    error = ExchangeError("exchange.cannot_write", name="x", why="full")
    assert not is_disk_full(error)
    error.__cause__ = OSError(errno.ENOSPC, "No space left on device")
    assert is_disk_full(error)
    assert not is_disk_full(None)
