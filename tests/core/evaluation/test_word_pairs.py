"""Words taken for one another: found from second opinions, with what is usual taken off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.evaluation.word_pair_records import Opinion, PairSong
from core.evaluation.word_pairs import confused_words, confusions, pair_songs
from core.library.edits.edits import AddAnchor, Judge, JudgeAgain
from core.library.records import State
from core.library.store import Library
from tests.support.small_library import add_songs, write_codebook

YES, NO = State.YES, State.NO


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    codebook = write_codebook(tmp_path)
    with Library.open(tmp_path / "library.db", codebook=codebook, annotator="Ann") as opened:
        add_songs(opened, 12)
        opened.database.write("UPDATE songs SET missing_since = NULL")
        yield opened


def tag(library: Library, name: str) -> int:
    found = library.codebook.find(name)
    assert found is not None
    return found.id


def test_what_is_usual_is_taken_off() -> None:
    first = np.array([[1, 0], [1, 0], [0, 0], [0, 0]], np.int8)
    second = np.array([[-1, 1], [-1, 0], [-1, 1], [-1, 0]], np.int8)
    opinions, confused, usual = confusions(first, second)
    assert (opinions[0, 1], confused[0, 1], usual[0, 1]) == (2, 1, 1.0)
    assert not confused[1].any()


def test_a_pair_is_found_from_the_same_ear_later(library: Library) -> None:
    drums, house = tag(library, "drums"), tag(library, "house")
    for song_id in range(1, 7):
        library.do(Judge(song_id, drums, YES), Judge(song_id, house, NO))
    for song_id in range(7, 13):
        library.do(Judge(song_id, drums, NO), Judge(song_id, house, NO))
        library.do(JudgeAgain(song_id, house, NO))
    assert confused_words(library) == ()
    for song_id in (1, 2, 3):
        library.do(JudgeAgain(song_id, house, YES))
    library.do(JudgeAgain(4, house, NO))
    (pair,) = confused_words(library)
    assert {pair.first_id, pair.second_id} == {drums, house}
    assert (pair.n_confused, pair.n_opinions) == (3, 4)
    assert pair.by_opinion == ((Opinion.AGAIN, 3),)


def test_a_pair_is_found_from_another_annotator(library: Library) -> None:
    drums, house = tag(library, "drums"), tag(library, "house")
    path = library.path
    for song_id in range(1, 5):
        library.do(Judge(song_id, drums, YES), Judge(song_id, house, NO))
    library.close()
    with Library.open(path, annotator="Bo") as other:
        for song_id in range(1, 5):
            other.do(Judge(song_id, drums, NO), Judge(song_id, house, YES))
    with Library.open(path, annotator="Ann") as own:
        own.annotators.choose("") if hasattr(own.annotators, "choose") else None
        pairs = confused_words(own)
    assert [pair.by_opinion for pair in pairs] == [((Opinion.OTHERS, 4),)]


def test_songs_of_one_word_alone_are_heard_where_they_are_marked(library: Library) -> None:
    drums, house = tag(library, "drums"), tag(library, "house")
    library.do(Judge(1, drums, YES), Judge(1, house, NO))
    library.do(Judge(2, drums, YES), Judge(2, house, YES))
    library.do(Judge(3, drums, YES), Judge(3, house, NO))
    library.do(AddAnchor(3, drums, YES, 5.0, 9.0))
    found = pair_songs(library, drums, house)
    assert [(one.song_id, one.start_s, one.end_s) for one in found] == [
        (1, None, None),
        (3, 5.0, 9.0),
    ]
    assert isinstance(found[0], PairSong)
    assert pair_songs(library, house, drums) == ()
