"""Decisions as numbers beside scores: of any songs and tags, and as they are now."""

from __future__ import annotations

import numpy as np

from core.library.edits.edits import Judge, JudgeRegion
from core.library.records import State
from core.library.search.decision_table import NO, UNJUDGED, UNSURE, YES
from core.library.store import Library
from tests.support.small_songs import tag_id


def test_decisions_are_read_by_song_and_tag_and_follow_each_edit(library: Library) -> None:
    kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
    library.do(Judge(1, kick, State.YES), Judge(2, kick, State.NO), Judge(2, piano, State.UNSURE))
    library.do(JudgeRegion(3, kick, 1.0, 2.0, State.YES))  # no decision on the whole song
    every = library.songs.all_ids()
    codes = library.search.decision_codes(every, [kick, piano])
    assert codes.tolist() == [[YES, UNJUDGED], [NO, UNSURE], [UNJUDGED] * 2, [UNJUDGED] * 2]
    two = np.array([2, 4], np.int64)
    assert library.search.decision_codes(two, [piano, kick]).tolist() == [
        [UNSURE, NO], [UNJUDGED, UNJUDGED],
    ]  # fmt: skip
    library.do(Judge(1, kick, None))
    assert library.search.decision_codes(every, [kick, piano])[0].tolist() == [UNJUDGED] * 2
    library.annotators.use("Ada")  # the first to give a name has decided all this
    library.annotators.use("Grace")
    assert not library.search.decision_codes(every, [kick, piano]).any()
