"""Where my time went: sentences, charts and table of a ledger; nothing without decisions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from core.evaluation.time_ledger_records import GuessEffect, Milestone, TimeLedger, Work
from core.metrics.metric_records import Estimate
from rhythmcap_gui.views.review.time_dialog import TimeDialog
from rhythmcap_gui.views.review.time_table import AN_HOUR, BEGAN, LISTENED, SECONDS

WORK = Work("2026-03-02T09:00:00.000Z", "2026-03-02 09:00", 60, 12, 8, 1, 2, 600.0, 58, 3.0, 6.5,
            12.0, None, 3, 0)  # fmt: skip
LATER = replace(WORK, began_at="2026-03-05T09:00:00.000Z", began_local="2026-03-05 09:00")
GUESSES = GuessEffect(
    40, 30, Estimate(0.8, 0.7, 0.9), Estimate(0.5, 0.3, 0.7), Estimate(0.2, 0.05, 0.35), 50, 12
)
TOTAL = replace(WORK, n_decisions=120, n_yes=24, active_s=1200.0)
MODEL = Milestone("my ear 1", "2026-03-04", Estimate(0.8, 0.7, 0.9), 60, 600.0, None)
LEDGER = TimeLedger("Ann", TOTAL, (WORK, LATER), (WORK, LATER), (MODEL,), GUESSES)


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[TimeLedger], TimeDialog]:
    def shown(ledger: TimeLedger) -> TimeDialog:
        dialog = TimeDialog()
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.begin("Adding up")
        dialog.show_ledger(ledger)
        return dialog

    return shown


def test_words_say_what_the_time_was_and_that_guesses_lead(
    show: Callable[[TimeLedger], TimeDialog],
) -> None:
    dialog = show(LEDGER)
    assert dialog.summary.text() == (
        "120 decisions in 20 minutes of work, on 8 songs. Half of them took less than 6.5 s; an "
        "hour yields 360, 72 of them yes. A model first put 80 of 100 pairs in order after 60 "
        "decisions and 10 minutes."
    )
    assert "nothing of it is sent anywhere" in dialog.caption.text()
    assert "80 (70–90) with the guess on screen" in dialog.guesses.text()
    assert "+20 (+5 … +35)" in dialog.guesses.text()
    assert "drew by lot" in dialog.guesses.text()
    assert dialog.warning.isVisible()
    assert "lead your ear" in dialog.warning.text()


def test_the_latest_session_comes_first_and_what_was_not_recorded_has_no_column(
    show: Callable[[TimeLedger], TimeDialog],
) -> None:
    dialog = show(LEDGER)
    table = dialog.table
    assert table.item(0, BEGAN).text().startswith("2026-03-05")
    assert (table.item(0, SECONDS).text(), table.item(0, AN_HOUR).text()) == ("6.5", "360")
    assert table.isColumnHidden(LISTENED)
    dialog.by.setCurrentIndex(1)
    assert table.item(0, BEGAN).text() == "2026-03-05"
    assert dialog.speed.data is not None
    assert dialog.bought.data is not None
    dialog.show_ledger(replace(LEDGER, sessions=(replace(WORK, listened_s=90.0),)))
    dialog.by.setCurrentIndex(0)
    assert not table.isColumnHidden(LISTENED)
    assert table.item(0, LISTENED).text() == "1.5"


@pytest.mark.parametrize(
    ("guesses", "words"),
    [
        (replace(GUESSES, n_hidden=0, hidden=Estimate(None), difference=Estimate(None)),
         "80 (70–90) with the guess on screen (decisions: 40); none was decided with it hidden."),
        (replace(GUESSES, n_shown=0, shown=Estimate(None), difference=Estimate(None)),
         "50 (30–70) with the guess hidden (decisions: 30); none was decided with it on screen."),
    ],
)  # fmt: skip
def test_where_guesses_were_always_or_never_shown_the_other_rate_is_not_told(
    show: Callable[[TimeLedger], TimeDialog], guesses: GuessEffect, words: str
) -> None:
    told = show(replace(LEDGER, guesses=guesses)).guesses.text()
    assert told == f"Of 100 suggestions you say yes to {words}"


def test_a_difference_that_may_be_chance_warns_of_nothing(
    show: Callable[[TimeLedger], TimeDialog],
) -> None:
    chance = replace(GUESSES, difference=Estimate(0.1, -0.1, 0.3))
    assert not show(replace(LEDGER, guesses=chance)).warning.isVisible()
    away = replace(GUESSES, difference=Estimate(-0.2, -0.3, -0.1))
    assert "turn your ear away" in show(replace(LEDGER, guesses=away)).warning.text()


def test_without_decisions_there_is_a_sentence_and_no_table(
    show: Callable[[TimeLedger], TimeDialog],
) -> None:
    nothing = Work("", "")
    none = GuessEffect(0, 0, Estimate(None), Estimate(None), Estimate(None), 0, 0)
    dialog = show(TimeLedger("Ann", nothing, (), (), (), none))
    assert "no time to add up" in dialog.summary.text()
    assert not dialog.table.isVisible()
    assert not dialog.save.isVisible()
