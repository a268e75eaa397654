"""Queues are kept, resumed and answered, whatever happens to their songs and words."""

from __future__ import annotations

import pytest

from core.errors import LibraryError
from core.library.edits.edits import (
    AddAnchor,
    Judge,
    JudgeAgain,
    JudgeMany,
    MergeTags,
    RemoveSongs,
    RemoveTag,
    WriteRule,
)
from core.library.queue_records import NewItem, NewQueue, QueueKind, QueueProgress, Reason
from core.library.store import Library
from core.library.word_rule_records import RuleKind, RuleWords
from tests.support.queue_rows import FAST, ITEMS, NO, PREDICTED, SLOW, UNSURE, WALTZ, YES


def test_a_queue_is_kept_in_its_order_and_resumed_where_it_was(library: Library) -> None:
    queue = library.queues.start(NewQueue(QueueKind.WORD, 7, 0.2, WALTZ, blind=True), ITEMS)
    library.queues.go_to(queue.id, 2)
    library.queues.skip(queue.id, 0)
    resumed = library.queues.current()
    assert resumed is not None
    assert (resumed.id, resumed.position, resumed.blind, resumed.tag_id) == (1, 2, True, WALTZ)
    items = library.queues.items(queue.id)
    assert [(i.song_id, i.reason, i.stratum) for i in items] == [
        (2, Reason.UNSURE, None), (4, Reason.RANDOM, None), (1, Reason.AGAIN, None),
        (3, Reason.STRATUM, 9),
    ]  # fmt: skip
    assert [bool(i.skipped_at) for i in items] == [True, False, False, False]
    assert [bool(i.shown_at) for i in items] == [False, False, True, False]
    library.queues.close(queue.id)
    assert library.queues.current() is None
    library.queues.reopen(queue.id)
    assert library.queues.current() is not None
    assert library.undo_label() is None  # no step of undo


def test_a_song_is_answered_by_its_decision_and_open_again_by_undo(library: Library) -> None:
    library.do(Judge(1, WALTZ, YES))
    queue = library.queues.start(NewQueue(QueueKind.WORD, 7, 0.2, WALTZ), ITEMS)
    library.queues.skip(queue.id, 0)
    assert library.queues.progress(queue.id) == QueueProgress(4, 0, 1)
    library.do(Judge(2, FAST, YES))  # another word
    assert library.queues.progress(queue.id) == QueueProgress(4, 0, 1)
    library.do(Judge(2, WALTZ, NO))
    library.do(JudgeAgain(1, WALTZ, YES))
    assert library.queues.progress(queue.id) == QueueProgress(4, 2, 0)
    library.undo()
    assert [i.answered for i in library.queues.items(queue.id)] == [True, False, False, False]


def test_a_queue_of_whole_songs_is_answered_by_any_word(library: Library) -> None:
    queue = library.queues.start(NewQueue(QueueKind.SONGS, 7, 0.2), ITEMS)
    library.do(Judge(3, FAST, UNSURE))
    assert [i.song_id for i in library.queues.items(queue.id) if i.answered] == [3]


def test_a_clock_set_back_does_not_open_answered_songs(library: Library) -> None:
    queue = library.queues.start(NewQueue(QueueKind.WORD, 7, 0.2, WALTZ), ITEMS)
    library.database.write("UPDATE queues SET created_at = '2999-01-01T00:00:00.000Z'")
    library.do(Judge(2, WALTZ, YES))
    assert library.queues.progress(queue.id).n_answered == 1


def test_removed_songs_leave_a_queue_and_return_by_undo(library: Library) -> None:
    queue = library.queues.start(NewQueue(QueueKind.SONGS, 7, 0.2), ITEMS)
    library.do(RemoveSongs((4, 1)))
    assert [(i.position, i.song_id) for i in library.queues.items(queue.id)] == [(0, 2), (3, 3)]
    library.queues.skip(queue.id, 1)  # of a song that is not there
    library.undo()
    assert len(library.queues.items(queue.id)) == 4
    library.redo()
    assert library.queues.progress(queue.id).n_items == 2


def test_a_queue_follows_a_merged_word_and_goes_with_a_removed_one(library: Library) -> None:
    queue = library.queues.start(NewQueue(QueueKind.WORD, 7, 0.2, WALTZ), ITEMS)
    library.do(MergeTags(WALTZ, FAST))
    assert library.queues.get(queue.id).tag_id == FAST
    library.do(RemoveTag(FAST))
    assert library.queues.all() == []
    library.undo()
    library.undo()
    assert [q.tag_id for q in library.queues.all()] == [WALTZ]


def test_two_annotators_have_their_own_queues(library: Library) -> None:
    queue = library.queues.start(NewQueue(QueueKind.SONGS, 7, 0.2), ITEMS)
    library.annotators.use("Ada")
    library.annotators.add("Bo")
    assert library.queues.current() is None
    library.do(Judge(2, WALTZ, YES))
    assert library.queues.progress(queue.id).n_answered == 0


def test_only_songs_drawn_at_random_count_for_estimates(library: Library) -> None:
    library.queues.start(NewQueue(QueueKind.SONGS, 7, 0.2), ITEMS)
    library.queues.start(
        NewQueue(QueueKind.WORD, 8, 1.0, FAST), [NewItem(3, Reason.RANDOM), ITEMS[1]]
    )
    library.do(JudgeMany((1, 2, 3, 4), FAST, YES), JudgeMany((1, 2, 3, 4), WALTZ, NO))
    assert library.queues.random_songs() == library.queues.random_songs(WALTZ) == [4]
    assert library.queues.random_songs(FAST) == [3, 4]
    assert [d.song_id for d in library.queues.random_decisions(FAST)] == [3, 4]
    assert [d.state for d in library.queues.random_decisions(WALTZ)] == [NO]


def test_a_library_open_for_reading_shows_all_and_takes_nothing(library: Library) -> None:
    library.do(Judge(1, WALTZ, YES, PREDICTED), JudgeAgain(1, WALTZ, NO), AddAnchor(1, WALTZ, YES))
    library.do(WriteRule(RuleWords(RuleKind.IMPLIES, WALTZ, SLOW)))
    queue = library.queues.start(NewQueue(QueueKind.SONGS, 7, 0.2), ITEMS)
    with Library.open(library.path, read_only=True) as reader:
        assert reader.queues.items(queue.id) == library.queues.items(queue.id)
        assert reader.repeats.all() == library.repeats.all() != []
        assert reader.prequential.all() == library.prequential.all() != []
        assert reader.listened_parts.all() == library.listened_parts.all() != []
        assert reader.anchors.all() == library.anchors.all() != []
        assert reader.word_rules.accepted() == library.word_rules.accepted() != []
        for write in (
            lambda: reader.queues.start(NewQueue(QueueKind.SONGS, 7, 0.2), ITEMS),
            lambda: reader.queues.go_to(queue.id, 1),
            lambda: reader.queues.skip(queue.id, 1),
            lambda: reader.queues.close(queue.id),
            lambda: reader.do(JudgeAgain(1, WALTZ, NO)),
        ):
            with pytest.raises(LibraryError, match="reading"):
                write()
