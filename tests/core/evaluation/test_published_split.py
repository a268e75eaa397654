"""A model learns from none of the test songs of a published split, and is tested on them alone."""

from __future__ import annotations

from pathlib import Path

from core.evaluation.published_split import only_test_side, without_test_side
from core.library.edits.edits import Judge
from core.library.edits.split_edits import StoreSplit
from core.library.records import State
from tests.support.round_trips import fresh_library, tag_id


def test_the_sides_of_a_split_divide_the_labels(tmp_path: Path) -> None:
    with fresh_library(tmp_path) as library:
        kick = tag_id(library, "kick")
        library.do(*(Judge(song, kick, State.YES) for song in (1, 2, 3, 4)))
        sides = {f"{1:032x}": "train", f"{2:032x}": "test", f"{3:032x}": "valid"}
        library.do(StoreSplit("published", sides))
        labels, split = library.annotations.labels(), library.evaluation.named_split("published")
    assert without_test_side(labels, split).song_ids.tolist() == [1, 3, 4]
    assert only_test_side(labels, split).song_ids.tolist() == [2]
    assert only_test_side(labels, split).audio_hashes == (f"{2:032x}",)
    assert only_test_side(labels, {}).song_ids.tolist() == []
