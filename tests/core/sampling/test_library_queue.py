"""Queues of a real library: of its own decisions and scores, without songs that are missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.library.edits.edits import Judge
from core.library.queue_records import QueueKind, Reason
from core.library.records import NewModel, State
from core.library.store import Library
from core.sampling.library_queue import QueueRequest, songs_queue, word_queue
from core.sampling.sampling_records import WordOrder
from tests.support.small_library import MODEL_WORDS, add_songs, write_codebook

LATER = "2999-01-01T00:00:00.000Z"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Forty songs with scores; the first five are judged on drums, song 6 is missing."""
    with Library.open(tmp_path / "library.db", codebook=write_codebook(tmp_path)) as opened:
        add_songs(opened, 40)
        file = opened.models.folder / "ear.safetensors"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
        row = opened.models.add(NewModel("ear", "choi_lstm", str(file), MODEL_WORDS))
        opened.models.set_active(row.id)
        scores = np.random.default_rng(0).random((40, len(MODEL_WORDS))).astype(np.float32)
        opened.predictions.put(row.id, {n: one for n, one in enumerate(scores, start=1)})
        for song_id in range(1, 6):
            opened.do(Judge(song_id, drums(opened), State.YES))
        opened.songs.mark_missing(6)
        yield opened


def drums(library: Library) -> int:
    return library.codebook.find("drums").id


def test_whole_songs_are_of_this_library_and_can_be_kept(library: Library) -> None:
    new, items = songs_queue(library, QueueRequest(seed=1, n_songs=20))
    assert new.kind is QueueKind.SONGS
    assert len(items) == 20
    counts = Counter(item.reason for item in items)
    assert counts[Reason.RANDOM] == 4
    assert counts[Reason.UNSURE] > 4
    open_songs = {item.song_id for item in items if item.reason is not Reason.DISAGREE}
    assert open_songs.isdisjoint(range(1, 7))
    kept = library.queues.start(new, items)
    assert [one.song_id for one in library.queues.items(kept.id)] == [one.song_id for one in items]


def test_one_word_is_asked_of_songs_not_judged_on_it(library: Library) -> None:
    request = QueueRequest(seed=1, n_songs=100)
    for order in (WordOrder.UNCERTAIN, WordOrder.SCORE, WordOrder.STRATA):
        new, items = word_queue(library, drums(library), request, order)
        assert new.tag_id == drums(library)
        assert sorted(item.song_id for item in items) == list(range(7, 41))
    assert {item.reason for item in items} == {Reason.STRATUM}
    assert new.random_share == 0.0
    assert {item.stratum for item in items} == set(range(10))


def test_songs_judged_long_ago_come_again(library: Library) -> None:
    request = QueueRequest(seed=1, n_songs=30, again_until=LATER)
    _, items = word_queue(library, drums(library), request, WordOrder.UNCERTAIN)
    again = {item.song_id for item in items if item.reason is Reason.AGAIN}
    assert again
    assert again <= set(range(1, 6))


def test_a_library_without_a_model_is_drawn_from(library: Library) -> None:
    library.database.write("UPDATE models SET active = 0")
    new, items = songs_queue(library, QueueRequest(seed=1))
    assert new.model_id is None
    assert {item.reason for item in items} == {Reason.RANDOM}
