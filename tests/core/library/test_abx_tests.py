"""Listening tests of two words are kept as they were heard, and follow their words."""

from __future__ import annotations

import pytest

from core.errors import LibraryError
from core.library.abx_records import AnsweredTrial, PlayedClip
from core.library.edits.edits import (
    ClearCodebook,
    JoinSongs,
    KeepAbxTest,
    MergeTags,
    RemoveSongs,
    RemoveTag,
    RenameTag,
    RetireTag,
    SetDefinition,
    SplitTag,
)
from core.library.store import Library
from core.metrics.abx import AbxResult

WALTZ, FAST, SLOW = 1, 2, 3  # tags, by any name
A, B, X = (PlayedClip(f"{number:032x}", 1.5, 4.0) for number in (1, 2, 3))


def trials(n: int = 12, n_right: int = 10) -> tuple[AnsweredTrial, ...]:
    kinds = [number % 2 == 0 for number in range(n)]
    return tuple(
        AnsweredTrial(A, B, X, is_a, is_a == (number < n_right))
        for number, is_a in enumerate(kinds)
    )


def test_a_test_is_kept_as_it_was_heard_and_undone(library: Library) -> None:
    library.do(KeepAbxTest(FAST, WALTZ, 7, trials()))
    assert library.undo_label() == "Listening test of female and male"
    (test,) = library.abx_tests.all()
    assert (test.tag_id, test.other_tag_id, test.n_trials, test.n_correct) == (FAST, WALTZ, 12, 10)
    assert (test.seed, test.trials) == (7, trials())
    assert test.codebook_version == library.codebook.version()
    assert test.result == AbxResult(12, 10)
    for pair in ((WALTZ, FAST), (FAST, WALTZ)):
        assert library.abx_tests.of_pair(*pair) == [test]
    assert library.abx_tests.of_pair(WALTZ, SLOW) == []
    library.undo()
    assert library.abx_tests.all() == []
    library.redo()
    assert library.abx_tests.all() == [test]


def test_every_ear_has_tests_of_its_own(library: Library) -> None:
    library.do(KeepAbxTest(WALTZ, FAST, 7, trials()))
    library.annotators.add("Bo")
    library.annotators.use("Bo")
    assert library.abx_tests.all() == library.abx_tests.of_pair(WALTZ, FAST) == []
    library.do(KeepAbxTest(WALTZ, FAST, 8, trials(n_right=6)))
    assert [test.n_correct for test in library.abx_tests.all(all_annotators=True)] == [10, 6]


def test_a_word_can_be_renamed_defined_anew_split_and_retired(library: Library) -> None:
    library.do(KeepAbxTest(WALTZ, FAST, 7, trials()))
    (test,) = library.abx_tests.all()
    library.do(RenameTag(WALTZ, "valse"), SetDefinition(WALTZ, definition="In three."))
    library.do(SplitTag(FAST, "very fast", (1,)), RetireTag(WALTZ))
    assert library.abx_tests.all() == [test]
    assert test.codebook_version < library.codebook.version()
    with pytest.raises(LibraryError):
        library.do(RemoveTag(FAST))
    with pytest.raises(LibraryError):
        library.do(RemoveTag(WALTZ))
    with pytest.raises(LibraryError):
        library.do(ClearCodebook())


def test_a_merged_word_hands_its_tests_on_but_none_of_a_word_with_itself(library: Library) -> None:
    for pair in ((WALTZ, SLOW), (SLOW, WALTZ), (FAST, WALTZ)):
        library.do(KeepAbxTest(*pair, 7, trials()))
    before = library.abx_tests.all()
    library.do(MergeTags(WALTZ, FAST))
    left = [(test.tag_id, test.other_tag_id) for test in library.abx_tests.all()]
    assert left == [(FAST, SLOW), (SLOW, FAST)]
    library.undo()
    assert library.abx_tests.all() == before


def test_a_test_outlives_its_songs(library: Library) -> None:
    library.do(KeepAbxTest(WALTZ, FAST, 7, trials()))
    (test,) = library.abx_tests.all()
    library.do(JoinSongs(1, 2))
    library.do(RemoveSongs((1,)))
    assert library.abx_tests.all() == [test]
