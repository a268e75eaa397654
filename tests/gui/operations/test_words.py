"""Own words and words read again, in the window: marked, undone, and told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import mutagen
import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QPoint, Qt

from core.features.cache import FeatureCache
from core.library.scan.importer import store_scanned
from core.library.store import Library
from core.paths import folders
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.songs import navigation, words
from rhythmcap_gui.views.songs.words_dialog import WordsDialog
from tests.support.scan_in_process import scan_in_process
from tests.support.window import wait_for_jobs


@pytest.fixture
def library_file(tmp_path: Path) -> Path:
    """A closed library of two short songs with files."""
    found: list[Any] = []
    files = [tmp_path / "Ann - One.flac", tmp_path / "Ben - Two.flac"]
    for number, path in enumerate(files):
        soundfile.write(path, 0.1 * np.random.default_rng(number).normal(size=22_050), 22_050)
    scan_in_process(files, FeatureCache(folders().features), on_scanned=found.append)
    path = tmp_path / "small.db"
    with Library.open(path) as library:
        store_scanned(library, sorted(found, key=lambda scanned: scanned.path))
    return path


def test_own_words_are_marked_in_the_heading_and_undone(program: Program, qtbot: Any) -> None:
    navigation.open_song(program.context, 1)
    heading = program.window.listening.heading
    before = heading.title, heading.facts
    qtbot.mouseDClick(heading, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    dialog = next(d for d in program.window.findChildren(WordsDialog) if d.isVisible())
    dialog._fields["title"].setText("Mine")
    dialog._fields["artist"].setText("Cid; Dee")
    dialog.accept()
    assert heading.title == "Mine ✎"
    assert heading.facts.startswith("Cid; Dee ✎")
    assert "Your own data" in heading.toolTip()
    assert program.context.library.search.ids("artist:dee").tolist() == [1]
    edit_runner.undo(program.context)
    assert (heading.title, heading.facts) == before
    wait_for_jobs(program, qtbot)


def test_the_words_of_several_songs_are_one_undo(program: Program, qtbot: Any) -> None:
    program.context.session.set_selection((1, 2))
    assert words.chosen_songs(program.context) == (1, 2)
    words.set_words(program.context, (1, 2), (("album", "Sea"),))
    assert words.words_of(program.context, (1, 2)).common["album"] == "Sea"
    edit_runner.undo(program.context)
    assert words.words_of(program.context, (1, 2)).common["album"] == ""
    wait_for_jobs(program, qtbot)


def test_retagged_files_are_read_again(
    program: Program, tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Otherwise the open song's file, which has changed, may be read by itself before.
    monkeypatch.setattr(program.window.song_files.changed, "read", lambda _paths: None)
    file = mutagen.File(tmp_path / "Ann - One.flac")
    file["title"], file["artist"] = "New", ["Ann", "Eve"]
    file.save()
    (tmp_path / "Ben - Two.flac").unlink()
    navigation.open_song(program.context, 1)
    program.context.session.set_selection((1, 2))
    told: list[str] = []
    program.context.session.notice.connect(lambda notice: told.append(notice.text))
    program.window.action_set["library.read_words"].trigger()
    qtbot.waitUntil(lambda: any("Songs with new data: 1." in text for text in told), timeout=30_000)
    assert any("could not be read: 1." in text for text in told)
    assert program.window.listening.heading.facts.startswith("Ann; Eve")
    wait_for_jobs(program, qtbot)
