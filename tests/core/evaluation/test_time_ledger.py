"""The time ledger: gaps between acts, breaks, clocks, two annotators, models, guesses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.evaluation.guess_effect import compare_rates, guess_effect
from core.evaluation.listened_table import listened_rows
from core.evaluation.time_ledger import time_ledger
from core.evaluation.time_ledger_records import COLUMNS, PAUSE_S, csv_rows
from core.library.edits.edits import Judge, JudgeMany, JudgeRegion, SetNote
from core.library.fact_records import DecisionFacts, ListenedBefore, PriorScore
from core.library.records import DecisionContext, DecisionSource, State
from core.library.store import Library
from tests.support.small_songs import library_with, new_model, scores, tag_id

BEGIN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with library_with(tmp_path / "library.db", 12) as opened:
        yield opened


def at(library: Library, second: float) -> None:
    """Let the last act have happened so many seconds after BEGIN."""
    moment = (BEGIN + timedelta(seconds=second)).isoformat(timespec="milliseconds")
    sql = "UPDATE journal SET created_at = ? WHERE group_id = (SELECT max(group_id) FROM journal)"
    library.database.write(sql, (moment.replace("+00:00", "Z"),))


def judge_at(
    library: Library, song_id: int, second: float, state: State | None = State.YES
) -> None:
    library.do(Judge(song_id, tag_id(library, "kick"), state))
    at(library, second)


def decide(library: Library, seconds: Sequence[float]) -> None:
    for song_id, second in enumerate(seconds, start=1):
        judge_at(library, song_id, second)


def test_seconds_a_decision_are_the_gaps_and_a_gap_above_two_minutes_is_a_break(
    library: Library,
) -> None:
    decide(library, [0, 4, 10, 18, 18 + 121, 18 + 125])
    total = time_ledger(library).total
    assert (total.n_decisions, total.n_timed, total.n_breaks) == (6, 4, 1)
    assert (total.median_s, total.active_s) == (5.0, 22.0)
    assert total.decisions_an_hour == pytest.approx(6 * 3600 / 22)
    assert total.yes_an_hour == total.decisions_an_hour


def test_half_an_hour_without_an_act_begins_another_session(library: Library) -> None:
    decide(library, [0, 5, 600, 606, 606 + 1801, 606 + 1811])
    found = time_ledger(library)
    assert [work.n_decisions for work in found.sessions] == [4, 2]
    assert [work.median_s for work in found.sessions] == [5.5, 10.0]
    assert len(found.days) == 1


def test_only_decisions_made_one_by_one_count_and_undone_ones_are_told(library: Library) -> None:
    kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
    judge_at(library, 1, 0)
    judge_at(library, 1, 3, None)  # taken back by hand: time, but no decision
    library.do(JudgeMany((2, 3, 4), kick, State.YES))
    at(library, 8)
    library.do(Judge(5, kick, State.NO), Judge(6, kick, State.NO), label="many")
    at(library, 10)
    library.do(SetNote(1, "loud"))
    at(library, 20)
    library.do(JudgeRegion(1, piano, 1.0, 2.0))
    at(library, 26)
    judge_at(library, 7, 30)
    library.undo()
    total = time_ledger(library).total
    assert (total.n_decisions, total.n_taken_back, total.n_at_once) == (2, 1, 3)
    assert (total.n_songs, total.n_yes) == (1, 2)
    assert (total.median_s, total.active_s) == (6.0, 30.0)
    judge_at(library, 8, 36)  # what was undone is dropped now
    total = time_ledger(library).total
    assert (total.n_decisions, total.n_taken_back) == (3, 1)
    library.journal.clear_undo()
    assert time_ledger(library).total.n_decisions == 4  # dropped or closed: nobody can tell


def test_a_clock_set_back_gives_no_time_and_no_error(library: Library) -> None:
    decide(library, [0, 5, -3600, -3596, 40 * 86_400])
    total = time_ledger(library).total
    assert (total.n_decisions, total.n_clock_back, total.n_breaks) == (5, 1, 1)
    assert (total.active_s, total.median_s) == (9.0, 4.5)


def test_a_machine_that_slept_was_a_break_and_a_nap_below_the_limit_counts(
    library: Library,
) -> None:
    night_s, nap_s = 9 * 3600, PAUSE_S
    decide(library, [0, 4, 4 + night_s, 10 + night_s, 10 + night_s + nap_s])
    found = time_ledger(library)
    assert (found.total.n_breaks, found.total.active_s) == (1, 10.0 + nap_s)
    assert [work.n_decisions for work in found.sessions] == [2, 3]


def test_a_clock_that_was_wrong_for_a_while_costs_two_gaps_and_orders_nothing_anew(
    library: Library,
) -> None:
    year_s = 365 * 86_400.0
    decide(library, [0, 5, year_s, year_s + 4, 20, 26])
    found = time_ledger(library)
    assert (found.total.n_breaks, found.total.n_clock_back) == (1, 1)
    assert (found.total.active_s, found.total.n_timed) == (15.0, 3)
    assert [work.n_decisions for work in found.days] == [4, 2]


def test_two_annotators_have_their_own_time(library: Library) -> None:
    judge_at(library, 1, 0)
    judge_at(library, 2, 4)
    first = library.annotators.current.name
    library.annotators.add("Bo")
    judge_at(library, 1, 10)
    judge_at(library, 2, 17)
    bo = time_ledger(library)
    assert (bo.annotator, bo.total.n_decisions, bo.total.active_s) == ("Bo", 2, 7.0)
    library.annotators.use("Ann") if not first else library.annotators.use(first)
    judge_at(library, 3, 30)  # Bo was here in between
    ann = time_ledger(library).total
    assert (ann.n_decisions, ann.active_s, ann.n_breaks) == (3, 4.0, 1)


def test_an_empty_library_has_an_empty_ledger(library: Library) -> None:
    found = time_ledger(library)
    assert (found.sessions, found.days, found.milestones) == ((), (), ())
    assert (found.total.median_s, found.total.decisions_an_hour) == (None, None)
    assert found.guesses.difference.reason is not None
    assert csv_rows(found.sessions) == [COLUMNS]
    assert found.to_json()["total"]["n_decisions"] == 0


def test_what_a_model_cost_is_what_was_spent_before_it_was_made(library: Library) -> None:
    decide(library, [0, 5, 10])
    parent = library.models.add(new_model("parent", "kick"))
    means = {"wauc": {"value": 0.8, "low": 0.7, "high": 0.9}}
    new = new_model("mine", "kick", parent_id=parent.id, metrics={"wauc": 0.8, "means": means})
    row = library.models.add(new)
    made = (BEGIN + timedelta(seconds=7)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    library.database.write("UPDATE models SET created_at = ? WHERE id = ?", (made, row.id))
    found = time_ledger(library)
    (one,) = found.milestones
    assert (one.model, one.n_decisions, one.active_s) == ("mine", 2, 5.0)
    assert one.wauc.interval == (0.7, 0.9)
    assert found.reached(0.8) == one
    assert found.reached(0.81) is None


def test_acceptance_takes_scores_from_before_the_decision(library: Library) -> None:
    kick = tag_id(library, "kick")
    row = library.models.add(new_model("old", "kick"))
    library.predictions.put(row.id, {n: scores(0.9 if n < 9 else 0.1) for n in range(1, 13)})
    seen = DecisionContext(DecisionSource.ACCEPTED, guess_visible=True, model_id=row.id)
    for song_id in range(1, 5):
        library.do(Judge(song_id, kick, State.YES, seen))
    for song_id in range(5, 12):
        library.do(Judge(song_id, kick, State.YES if song_id < 7 else State.NO))
    found = guess_effect(library)
    assert (found.n_shown, found.shown.value) == (4, 1.0)
    assert (found.n_hidden, found.hidden.value) == (4, 0.5)  # 9 to 11 are not suggested
    library.database.write("UPDATE models SET created_at = '2099-01-01T00:00:00.000Z'")
    assert guess_effect(library).n_shown == 0  # the model came after the decisions


def test_a_score_that_was_kept_with_the_decision_counts_before_all_others(
    library: Library,
) -> None:
    kick = tag_id(library, "kick")
    row = library.models.add(new_model("old", "kick"))
    library.predictions.put(row.id, {n: scores(0.1) for n in range(1, 13)})
    for song_id in range(1, 5):
        prior = PriorScore(0.8, n_decisions=song_id, model_id=row.id)
        library.do(Judge(song_id, kick, State.YES, DecisionContext(facts=DecisionFacts(prior))))
    library.do(Judge(5, kick, State.YES))
    assert guess_effect(library).n_hidden == 4  # the last one would not have been suggested


def drawn(random: np.random.Generator, effect: float) -> dict[str, Any]:
    """Draw 400 decisions by 40 artists; a guess on screen adds `effect` to the share of yes."""
    artists = np.repeat(np.arange(40), 10)
    strata = random.integers(0, 4, 400)
    shown = random.random(400) < 0.2 + 0.15 * strata  # the likelier ones are shown more often
    luck = random.normal(0.0, 0.05, 40)[artists]
    share = np.clip(0.3 + 0.12 * strata + luck + effect * shown, 0.0, 1.0)
    return {"is_yes": random.random(400) < share, "shown": shown, "strata": strata,
            "artists": artists}  # fmt: skip


def test_the_range_of_the_difference_covers_the_truth() -> None:
    random, n_runs = np.random.default_rng(3), 150
    covered = warned = 0
    for _ in range(n_runs):
        found = compare_rates(**drawn(random, 0.0))
        low, high = found.difference.interval or (-1.0, 1.0)
        covered += low <= 0.0 <= high
        warned += found.seems_to_lead
    assert covered >= 0.9 * n_runs
    assert warned <= 0.06 * n_runs


def test_a_guess_that_leads_the_ear_is_found_and_none_is_made_up_by_selection() -> None:
    random = np.random.default_rng(5)
    leading = [compare_rates(**drawn(random, 0.25)) for _ in range(20)]
    assert sum(found.seems_to_lead for found in leading) >= 18
    found = compare_rates(**drawn(random, 0.0))
    assert (found.shown.value or 0.0) > (found.hidden.value or 0.0)  # shown ones are likelier
    assert not found.seems_to_lead


def test_a_few_decisions_give_no_difference_but_a_reason() -> None:
    shown = np.array([True, True, True, False, False, False])
    found = compare_rates(shown, shown, np.zeros(6, np.int64), np.arange(6))
    assert found.difference.value is None
    assert found.difference.reason
    assert not found.seems_to_lead


def test_seconds_heard_of_a_song_count_once_however_many_decisions_follow(
    library: Library,
) -> None:
    def hear(song_id: int, name: str, *parts: tuple[float, float]) -> None:
        listened = ListenedBefore(parts, sum(end - start for start, end in parts))
        context = DecisionContext(facts=DecisionFacts(listened=listened))
        library.do(Judge(song_id, tag_id(library, name), State.YES, context))

    hear(1, "kick", (0.0, 10.0))
    hear(1, "piano", (0.0, 10.0), (20.0, 25.0))
    hear(2, "kick", (0.0, 4.0))
    hear(1, "female", (0.0, 3.0))  # opened again
    assert time_ledger(library).total.listened_s == 22.0
    heads, first, *_ = listened_rows(library)
    row = dict(zip(heads, first, strict=True))
    assert (row["tag"], row["listened_s"], row["parts"]) == ("kick", "10.00", "0.00-10.00")
    library.undo()
    assert time_ledger(library).total.listened_s == 19.0
