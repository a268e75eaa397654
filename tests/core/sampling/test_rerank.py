"""A queue ranked again by newer scores: what was drawn or shown stays exactly as it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.library.edits.edits import Judge
from core.library.live_scores import LiveScores, LiveUpdate
from core.library.queue_records import NewItem, Queue, QueueItem, Reason
from core.library.records import NewModel, State
from core.library.store import Library
from core.sampling.library_queue import QueueRequest, rank_again, songs_queue, word_queue
from core.sampling.rerank import DRAWN, drawn_order, fill_again, spare_positions, waiting_items
from core.sampling.sampling_records import WordOrder
from tests.support.small_library import MODEL_WORDS, add_songs, write_codebook

N_SONGS = 60


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Sixty songs with scores, none judged."""
    with Library.open(tmp_path / "library.db", codebook=write_codebook(tmp_path)) as opened:
        add_songs(opened, N_SONGS)
        file = opened.models.folder / "ear.safetensors"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
        row = opened.models.add(NewModel("ear", "choi_lstm", str(file), MODEL_WORDS))
        opened.models.set_active(row.id)
        scores = np.random.default_rng(0).random((N_SONGS, len(MODEL_WORDS))).astype(np.float32)
        opened.predictions.put(row.id, {n: one for n, one in enumerate(scores, start=1)})
        yield opened


def drums(library: Library) -> int:
    return library.codebook.find("drums").id


def of_word(library: Library, n_songs: int = 30) -> Queue:
    request = QueueRequest(seed=1, n_songs=n_songs)
    new, items = word_queue(library, drums(library), request, WordOrder.UNCERTAIN)
    return library.queues.start(new, items)


def learn_live(library: Library, scores: np.ndarray) -> None:
    """Lay scores of drums over the model's, as live heads do."""
    model = library.models.active()
    assert model is not None
    live = LiveScores(model.id, library.models.tag_ids(model.id), np.arange(1, N_SONGS + 1))
    live.update(LiveUpdate({drums(library): scores.astype(np.float32)}))
    library.predictions.live = live


def rank(library: Library, queue: Queue, after: int) -> None:
    chosen = rank_again(library, queue, library.queues.items(queue.id), after)
    items = library.queues.items(queue.id)
    spare = spare_positions(queue, items)
    library.queues.rank_again(queue.id, fill_again(items, chosen, after, spare), spare)


def drawn_rows(items: list[QueueItem]) -> list[tuple[object, ...]]:
    return [astuple(item) for item in items if item.reason in DRAWN]


def test_the_random_share_is_untouched_by_ranking_again(library: Library) -> None:
    queue = of_word(library)
    before = library.queues.items(queue.id)
    assert sum(item.reason is Reason.RANDOM for item in before) == 6
    for position in range(5):
        library.queues.go_to(queue.id, position)
    before = library.queues.items(queue.id)
    random = np.random.default_rng(3)
    for _ in range(4):  # whatever the scores say meanwhile
        learn_live(library, random.random(N_SONGS))
        rank(library, queue, 5)
    after = library.queues.items(queue.id)
    assert drawn_rows(after) == drawn_rows(before)
    assert library.queues.get(queue.id) == queue.__class__(
        **{**{f: getattr(queue, f) for f in queue.__slots__}, "position": 4}
    )
    assert after[:6] == before[:6]
    assert [item.position for item in after] == [item.position for item in before]
    assert len({item.song_id for item in after}) == 30
    assert [item.song_id for item in after[6:]] != [item.song_id for item in before[6:]]


def test_the_newest_scores_choose_what_waits(library: Library) -> None:
    queue = of_word(library, 20)
    stay = {item.song_id for item in library.queues.items(queue.id) if item.reason in DRAWN}
    scores = np.full(N_SONGS, 0.01)
    doubtful = [song for song in range(1, N_SONGS + 1) if song not in stay][-12:]
    scores[np.array(doubtful) - 1] = np.linspace(0.5, 0.6, 12)
    learn_live(library, scores)
    rank(library, queue, -1)
    found = [item for item in library.queues.items(queue.id) if item.reason is Reason.UNSURE]
    assert {item.song_id for item in found[:12]} == set(doubtful)
    assert found[0].score == pytest.approx(0.5, abs=1e-3)


def test_what_was_shown_skipped_or_answered_stays(library: Library) -> None:
    queue = of_word(library)
    items = library.queues.items(queue.id)
    open_ones = [item for item in items if item.reason is Reason.UNSURE]
    library.queues.go_to(queue.id, open_ones[0].position)
    library.queues.skip(queue.id, open_ones[3].position)
    library.do(Judge(open_ones[6].song_id, drums(library), State.YES))
    learn_live(library, np.random.default_rng(9).random(N_SONGS))
    rank(library, queue, -1)
    after = {item.position: item for item in library.queues.items(queue.id)}
    for one in (open_ones[0], open_ones[3], open_ones[6]):
        assert after[one.position].song_id == one.song_id
    assert len({item.song_id for item in after.values()}) == len(after)
    library.undo()  # asked again where it stands
    assert not library.queues.items(queue.id)[open_ones[6].position].answered


def test_whole_songs_are_ranked_again_for_their_reasons(library: Library) -> None:
    new, items = songs_queue(library, QueueRequest(seed=2, n_songs=20))
    queue = library.queues.start(new, items)
    before = library.queues.items(queue.id)
    library.do(Judge(before[0].song_id, drums(library), State.YES))
    library.queues.go_to(queue.id, 0)
    before = library.queues.items(queue.id)
    learn_live(library, np.random.default_rng(5).random(N_SONGS))
    rank(library, queue, 1)
    after = library.queues.items(queue.id)
    assert drawn_rows(after) == drawn_rows(before)
    assert after[:2] == before[:2]
    assert {item.reason for item in after} == {item.reason for item in before}
    assert after != before


def test_a_queue_begun_without_scores_keeps_its_random_share_once_there_are_some(
    library: Library,
) -> None:
    model = library.models.active()
    assert model is not None
    deaf = library.models.add(NewModel("deaf", "choi_lstm", model.file, ("sitar",)))
    library.models.set_active(deaf.id)
    queue = of_word(library)
    before = library.queues.items(queue.id)
    assert {item.reason for item in before} == {Reason.RANDOM}
    assert rank_again(library, queue, before, 4) == ()
    assert fill_again(before, [], 4, spare_positions(queue, before)) == {}
    library.models.set_active(model.id)
    few = rank_again(library, queue, before, 4)[:10]  # all of them give way, or none
    assert fill_again(before, few, 4, spare_positions(queue, before)) == {}
    rank(library, queue, 4)
    after = library.queues.items(queue.id)
    assert after[:5] == before[:5]
    kept = [item for item in after[5:] if item.reason is Reason.RANDOM]
    assert 4 <= len(kept) <= 6  # a fifth of thirty, but for those before
    assert kept == [before[item.position] for item in kept]
    assert {item.reason for item in after[5:]} == {Reason.RANDOM, Reason.UNSURE}
    assert len({item.song_id for item in after}) == 30
    assert spare_positions(queue, after) == frozenset()
    learn_live(library, np.random.default_rng(5).random(N_SONGS))
    rank(library, queue, 5)
    assert drawn_rows(library.queues.items(queue.id)) == drawn_rows(after)


def test_songs_that_were_removed_are_not_chosen_and_return_in_their_place(
    library: Library,
) -> None:
    from core.library.edits.edits import RemoveSongs

    queue = of_word(library)
    before = library.queues.items(queue.id)
    gone = before[10].song_id
    library.do(RemoveSongs((gone,)))
    learn_live(library, np.random.default_rng(5).random(N_SONGS))
    rank(library, queue, 2)
    assert gone not in {item.song_id for item in library.queues.items(queue.id)}
    library.undo()
    assert [i.song_id for i in library.queues.items(queue.id)].count(gone) == 1


ITEM = st.builds(
    lambda reason, score, shown: (reason, score, shown),
    st.sampled_from(list(Reason)), st.none() | st.floats(0, 1), st.booleans(),
)  # fmt: skip


@given(st.lists(ITEM, max_size=12), st.lists(st.integers(1, 20), max_size=20), st.integers(-1, 12))
def test_no_song_is_asked_twice_and_none_is_lost_without_a_better_one(
    rows: list[tuple[Reason, float | None, bool]], chosen: list[int], after: int
) -> None:
    items = [
        QueueItem(n, n, n + 1, reason, score, None, None, "then" if shown else None, False)
        for n, (reason, score, shown) in enumerate(rows)
    ]
    changed = fill_again(items, [NewItem(song, Reason.UNSURE, 0.5) for song in chosen], after)
    waiting = {item.position for item in waiting_items(items, after)}
    assert set(changed) <= waiting
    songs = [changed[i.position].song_id if i.position in changed else i.song_id for i in items]
    assert len(set(songs)) == len(songs)


def test_the_order_of_a_kept_word_is_told_from_its_songs(library: Library) -> None:
    for order in (WordOrder.UNCERTAIN, WordOrder.SCORE, WordOrder.STRATA):
        request = QueueRequest(seed=1, n_songs=40)
        new, proposed = word_queue(library, drums(library), request, order)
        items = library.queues.items(library.queues.start(new, proposed).id)
        for preferred in WordOrder:
            assert drawn_order(items, preferred) is order
    assert drawn_order([], WordOrder.LIST) is WordOrder.UNCERTAIN
    assert drawn_order([], WordOrder.SCORE) is WordOrder.SCORE
