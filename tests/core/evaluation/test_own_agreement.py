"""One's own ear: second judgments beside first ones, and the ceiling that they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import cohen_kappa_score, f1_score

from core.evaluation.evaluation_records import ScoredCells
from core.evaluation.own_agreement import own_agreement, own_ceilings
from core.library.edits.edits import Judge, JudgeAgain
from core.library.records import State
from core.library.store import Library
from core.metrics.agreement import measure_agreement
from tests.support.small_songs import new_song, tag_id

FIRST = np.array([1] * 20 + [0] * 20)
SECOND = np.array([1] * 17 + [0] * 3 + [0] * 18 + [1] * 2)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Forty songs by twenty artists, judged twice on kick."""
    with Library.open(tmp_path / "library.db") as opened:
        kick = tag_id(opened, "kick")
        for number in range(1, 41):
            opened.songs.add(new_song(number, artist=f"Artist {number % 20}"))
            opened.do(Judge(number, kick, _state(FIRST[number - 1])))
            opened.do(JudgeAgain(number, kick, _state(SECOND[number - 1])))
        yield opened


def _state(code: int) -> State:
    return State.YES if code == 1 else State.NO


def test_figures_are_those_of_two_annotators(library: Library) -> None:
    (found,) = own_agreement(library)
    figures = found.agreement.figures
    assert (found.agreement.tag, figures.n_songs, figures.n_agreed) == ("kick", 40, 35)
    assert figures.kappa.value == pytest.approx(cohen_kappa_score(FIRST, SECOND))
    assert figures.raw.interval is not None
    assert found.sentence() == "40 songs were judged again; the answer was the same on 35."
    assert found.to_json()["n_guess_visible"] == 0


def test_without_second_judgments_there_is_nothing(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        assert own_agreement(library) == ()
        nothing = np.zeros((0, 0))
        cells = ScoredCells(np.zeros(0, np.int64), nothing.astype(np.int8),
                            nothing.astype(np.float32), nothing.astype(np.bool_))  # fmt: skip
        assert own_ceilings(library, (), cells) == (None, {})


def test_the_second_hearing_is_scored_as_a_system_beside_the_model(library: Library) -> None:
    decided = (FIRST == 1)[:, None]
    decided[:2] = False
    cells = ScoredCells(np.arange(1, 41), FIRST[:, None].astype(np.int8),
                        decided.astype(np.float32), decided)  # fmt: skip
    whole, by_tag = own_ceilings(library, ("kick",), cells)
    assert whole is not None
    assert whole.annotator_f1.value == pytest.approx(f1_score(FIRST, SECOND))
    assert by_tag["kick"].model_f1.value == pytest.approx(f1_score(FIRST, decided[:, 0]))
    assert (whole.n_songs, whole.n_artists) == (40, 20)


def test_undo_takes_the_second_judgment_back(library: Library) -> None:
    library.undo()
    (found,) = own_agreement(library)
    assert found.agreement.figures.n_songs == 39


def test_songs_of_one_artist_are_drawn_together() -> None:
    """Ten artists with ten songs each, all of them alike: only ten tell of anything."""
    owners = np.repeat(np.arange(10), 10)
    same = np.repeat(np.array([1, 0] * 5), 10)
    other = np.where(owners < 3, 1 - same, same)
    decisions = np.stack([same, other])
    apart, together = measure_agreement(decisions), measure_agreement(decisions, groups=owners)
    assert apart.raw.value == together.raw.value == pytest.approx(0.7)
    assert apart.raw.interval is not None
    assert together.raw.interval is not None
    narrow, wide = (one[1] - one[0] for one in (apart.raw.interval, together.raw.interval))
    assert wide > 2.0 * narrow
