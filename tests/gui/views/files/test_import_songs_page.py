"""The page of an import on which songs are found, confirmed, or missed."""

from __future__ import annotations

import pytest

from core.exchange.import_records import MatchedBy, SongMatch
from core.exchange.label_records import LabelledSong
from rhythmcap_gui.views.files.import_songs_page import _found_by


@pytest.mark.usefixtures("qapp")
def test_a_song_that_only_has_another_length_is_told_with_both() -> None:
    song = LabelledSong(path="a.wav", duration_s=125.0)
    assert _found_by(SongMatch(MatchedBy.NONE), song) == "not found"
    told = _found_by(SongMatch(MatchedBy.NONE, other_length_s=35.0), song)
    assert told == "another length: 0:35 in the library, 2:05 in the file"
