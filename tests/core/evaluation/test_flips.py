"""What changed a model's mind: words not judged, by the thresholds of both models."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.evaluation.flips import changed_mind
from core.library.edits.edits import Judge, SetThreshold
from core.library.records import State
from core.library.store import Library
from tests.support.small_songs import library_with, new_model, scores, tag_id


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with library_with(tmp_path / "library.db", 5) as opened:
        yield opened


def test_flips_are_of_songs_and_words_that_both_models_know(library: Library) -> None:
    before = library.models.add(new_model("old", "kick", "piano", "female"))
    metrics = {"per_tag": {"female": {"auc": None}}}
    now = library.models.add(new_model("new", "piano", "kick", "female", "male", metrics=metrics))
    kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
    library.predictions.put(before.id, {
        1: scores(0.2, 0.9, 0.1), 2: scores(0.6, 0.9, 0.1), 3: scores(0.2, 0.9, 0.1),
        4: scores(0.9, 0.9, 0.1),
    })  # fmt: skip
    library.predictions.put(now.id, {
        1: scores(0.9, 0.8, 0.9, 1), 2: scores(0.1, 0.7, 0.9, 1), 3: scores(0.1, 0.9, 0.9, 1),
        5: scores(0.1, 0.1, 0.9, 1),
    })  # fmt: skip
    library.do(Judge(3, piano, State.NO), Judge(3, kick, State.NO))
    found = changed_mind(library, before, now)
    assert [(f.song_id, f.tag_id, f.claims) for f in found.flips] == [
        (2, piano, False), (1, kick, True),
    ]  # fmt: skip
    assert (round(found.flips[0].before, 2), round(found.flips[0].now, 2)) == (0.9, 0.1)
    assert (found.n_judged, found.n_agreeing) == (2, 1)
    library.do(SetThreshold(now.id, kick, 0.85))
    assert [f.song_id for f in changed_mind(library, before, now).flips] == [2, 2]
    assert changed_mind(library, now, now).flips == ()
    library.database.write("UPDATE songs SET duration_s = 2.5 WHERE id = 2")
    assert changed_mind(library, before, now).n_flips == 0  # too short to suggest anything
