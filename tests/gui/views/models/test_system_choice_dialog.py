"""Which system suits my tags: what the window shows of every state, and what it asks for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.errors import ExperimentError
from core.experiments.recommendation import weigh
from core.experiments.recommendation_records import Recommendation
from core.experiments.small_plan import prospect
from core.experiments.timed_systems import Pace, PaceBook
from core.messages import message
from core.systems.catalogue import OWN
from rhythmcap_gui import theme
from rhythmcap_gui.view_data import Progress, SystemChoiceState
from rhythmcap_gui.views.models.system_choice_dialog import SystemChoiceDialog
from rhythmcap_gui.views.models.system_table import DIFFERENCE, FIT, PAIRS, SPREAD, SYSTEM
from tests.support.drawn_labels import bands, drawn_labels
from tests.support.made_up_results import DEEP, TIMBRE, choice, made_up

READY = prospect(drawn_labels(bands(24, 61)))
NOTHING = prospect(drawn_labels(bands(1, 4)))
NUMBERS = {OWN: (0.84, 0.80, 0.87), TIMBRE: (0.8, 0.75, 0.84)}
BETTER = {TIMBRE: (-0.04, -0.07, -0.01)}


@pytest.fixture
def dialog(qapp: QApplication, qtbot: QtBot) -> SystemChoiceDialog:
    theme.apply_theme(qapp, "dark")
    made = SystemChoiceDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def found(deep: tuple[float, float, float] | None = None) -> Recommendation:
    """A result; where `deep` is a number of the one system that can be learned here, of that."""
    numbers = dict(NUMBERS) | ({DEEP: deep} if deep else {})
    differences = dict(BETTER) | ({DEEP: (0.09, 0.05, 0.13)} if deep else {})
    reasons = {} if deep else {DEEP: message("training.no_temporal")}
    paces = PaceBook(Path(), {OWN: [Pace(48, 1.2, 0.002)]})
    result = weigh(made_up(numbers, differences, reasons), choice(), paces)
    return replace(result, model="starter", made_at="2026-11-30T20:11:00+00:00", n_decisions=412)


def test_where_nothing_is_judged_it_says_what_to_do(
    dialog: SystemChoiceDialog, qtbot: QtBot
) -> None:
    dialog.show_state(SystemChoiceState(prospect=NOTHING))
    assert dialog.heading.text() == "4 judged songs are too few to compare systems: it needs 12."
    assert dialog.words.text().startswith("Judge more songs")
    assert not dialog.start.isVisible()
    assert not dialog.table.isVisible()
    assert not dialog.luck.isVisible()
    with qtbot.waitSignal(dialog.needs_requested):
        dialog.needs.click()


def test_before_it_begins_it_says_what_it_does_and_how_long_that_takes(
    dialog: SystemChoiceDialog, qtbot: QtBot
) -> None:
    dialog.show_state(SystemChoiceState(prospect=READY))
    assert "8 systems from RhythmCap's own way to timbre alone" in dialog.words.text()
    assert "61 judged songs" in dialog.words.text()
    assert "It takes about" in dialog.words.text()
    assert dialog.start.text() == "Try the systems"
    with qtbot.waitSignal(dialog.start_requested):
        dialog.start.click()


def test_while_it_runs_there_are_progress_time_left_and_a_stop(
    dialog: SystemChoiceDialog, qtbot: QtBot
) -> None:
    progress = Progress(0.3, 1.0, "Timbre alone (MFCCs), from 48 songs: 30 of 280", 140.0)
    dialog.show_state(SystemChoiceState(running=True, prospect=READY, progress=progress))
    assert dialog.work.running
    assert "2:20 left" in dialog.work._what.text()
    assert not dialog.start.isVisible()
    with qtbot.waitSignal(dialog.cancel_requested):
        dialog.work.cancel.click()
    stopped = SystemChoiceState(prospect=replace(READY, begun=True), stopped=True)
    dialog.show_state(stopped)
    assert not dialog.work.running
    assert dialog.start.text() == "Go on"
    assert "what was finished is kept" in dialog.words.text()


def test_closing_it_stops_nothing(dialog: SystemChoiceDialog) -> None:
    stops: list[int] = []
    dialog.cancel_requested.connect(lambda: stops.append(1))
    dialog.show_state(SystemChoiceState(running=True, prospect=READY, progress=Progress(0, 1)))
    dialog.close_button.click()
    assert stops == []


def test_a_result_is_words_curves_and_a_table(dialog: SystemChoiceDialog) -> None:
    dialog.show_state(SystemChoiceState(prospect=READY, result=found()))
    assert dialog.heading.text().startswith("RhythmCap's own way learns your tags better than")
    assert "84 (80–87) of 100 pairs" in dialog.words.text()
    assert "412 decisions" in dialog.caption.text()
    assert "since" not in dialog.caption.text()
    assert dialog.luck.entry_id == "luck_of_best"
    assert dialog.luck.isVisible()
    table = dialog.table
    rows = {table.item(row, SYSTEM).text(): row for row in range(table.rowCount())}
    own, timbre = rows["RhythmCap's own way"], rows["Timbre alone (MFCCs)"]
    assert table.item(own, PAIRS).text() == "84 (80–87)"
    assert table.item(own, FIT).text() == "1.2 s"
    assert table.item(timbre, DIFFERENCE).text() == "▼ −4 (−7 … −1)"
    assert table.item(timbre, SPREAD).text() == "± 1.0"
    deep = rows["Trained sense of time"]
    assert table.item(deep, PAIRS).text() == "–"
    assert "no part of its own" in dialog.remark.text()
    assert dialog.curves.data is not None
    assert [series.symbol for series in dialog.curves.data.series] == list(range(8))
    assert dialog.curves.data.table[0][0] == "system"
    assert dialog.learn.text() == "Learn from my tags"


def test_what_can_be_learned_here_has_a_button(dialog: SystemChoiceDialog, qtbot: QtBot) -> None:
    dialog.show_state(SystemChoiceState(prospect=READY, result=found((0.93, 0.9, 0.95))))
    assert dialog.heading.text() == "Better for your tags: Trained sense of time"
    assert dialog.learn.property("primary")
    with qtbot.waitSignal(dialog.learn_requested) as emitted:
        dialog.learn.click()
    assert emitted.args == ["temporal"]


def test_after_more_decisions_it_says_how_many_and_offers_to_try_again(
    dialog: SystemChoiceDialog,
) -> None:
    result = found()
    dialog.show_state(SystemChoiceState(prospect=READY, result=result, n_since=1))
    assert dialog.caption.text().endswith("1 decision since.")
    dialog.show_state(SystemChoiceState(prospect=READY, result=result, n_since=12))
    assert dialog.caption.text().endswith("12 decisions since.")
    assert dialog.start.text() == "Try again"
    assert dialog.start.property("primary")


def test_a_failure_is_told_and_stays(dialog: SystemChoiceDialog) -> None:
    dialog.show_state(SystemChoiceState(running=True, prospect=READY, progress=Progress(0, 1)))
    dialog.show_state(SystemChoiceState(prospect=READY))
    dialog.failed(ExperimentError("experiments.no_room", name="suits"))
    assert "no room left" in dialog.work.message.text()
    dialog.show_state(SystemChoiceState(prospect=READY))
    assert dialog.work.failed


def test_another_library_is_named(dialog: SystemChoiceDialog) -> None:
    dialog.show_state(SystemChoiceState(running=True, prospect=READY, library="Motets"))
    assert "“Motets”" in dialog.caption.text()
    assert not dialog.work.running


def test_the_table_is_copied_with_its_heads(dialog: SystemChoiceDialog, qtbot: QtBot) -> None:
    dialog.show_state(SystemChoiceState(prospect=READY, result=found()))
    dialog.table.setFocus()
    qtbot.keySequence(dialog.table, QKeySequence.StandardKey.Copy)
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == 9
    assert lines[0].split("\t")[:2] == ["System", "Pairs of 100"]
    assert dialog.windowModality() is Qt.WindowModality.NonModal
