"""The page of an import on which songs are found, confirmed, or missed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.exchange.import_plan import plan_import
from core.exchange.import_records import MatchedBy, SongMatch
from core.exchange.label_records import LabelFile, LabelledSong
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.files.import_songs_page import SongsPage, _found_by


@pytest.mark.usefixtures("qapp")
def test_a_song_that_only_has_another_length_is_told_with_both() -> None:
    song = LabelledSong(path="a.wav", duration_s=125.0)
    assert _found_by(SongMatch(MatchedBy.NONE), song) == "not found"
    told = _found_by(SongMatch(MatchedBy.NONE, other_length_s=35.0), song)
    assert told == "another length: 0:35 in the library, 2:05 in the file"


def test_a_song_that_is_like_one_here_is_shown_by_artist_and_title_and_its_path_in_the_tooltip(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    file = LabelFile("csv")
    file.add_song(LabelledSong(path="rips/07.mp3", title="Night trayn", artist="The Tones"))
    file.add_song(LabelledSong(path="rips/Meadow.flac"))
    plan = plan_import(session.library, file, tmp_path / "file.csv")
    page = SongsPage(session)
    qtbot.addWidget(page)
    page.show_plan(plan)
    page.group.setCurrentIndex(0)
    model = page.table.model()
    first, second = model.index(0, 0), model.index(1, 0)
    assert first.data() == "The Tones – Night trayn"
    assert model.index(0, 1).data() == "The Tones – Night train"
    assert first.data(Qt.ItemDataRole.ToolTipRole) == "The Tones – Night trayn\nrips/07.mp3"
    assert second.data() == "rips/Meadow.flac"
    assert second.data(Qt.ItemDataRole.ToolTipRole) == "rips/Meadow.flac"
