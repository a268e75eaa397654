"""Agreement in plain words first; disagreements to be heard and settled, none shown too early."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.evaluation.agreement import library_agreement
from core.library.edits.edits import Adjudicate
from core.library.records import State
from rhythmcap_gui.views.review.agreement_dialog import (
    AGREED,
    DECISIONS,
    SMALL,
    AgreementDialog,
)
from rhythmcap_gui.views.review.agreement_table import AC1, ALPHA, KAPPA, RAW, WORDS
from tests.support.annotator_songs import decide
from tests.support.small_library import Room


@pytest.fixture
def dialog(room: Room, qtbot: QtBot) -> AgreementDialog:
    """Ann and Bo differ on drums of songs 2 and 12, and on folk of song 1, which Ann left out."""
    library = room.library
    library.annotators.use("Ann")
    decide(library, "Ann", "drums", "++++++------")
    decide(library, "Bo", "drums", "+-++++-----+")
    decide(library, "Bo", "folk", "+-----------")
    decide(library, "Cyd", "folk", "------------")
    made = AgreementDialog(room.session)
    qtbot.addWidget(made)
    made.show()
    made.begin("Comparing annotators")
    made.show_agreement(library_agreement(library))
    return made


def cell(dialog: AgreementDialog, row: int, column: int) -> str:
    return dialog.songs.item(row, column).text()


def test_words_come_first_and_figures_are_behind_details(dialog: AgreementDialog) -> None:
    assert dialog.summary.text() == (
        "Of 24 questions (a song and a tag) that two or more annotators answered, all agree on 21."
    )
    assert "Ann (12)" in dialog.caption.text()
    words = [dialog.table.item(row, WORDS).text() for row in range(dialog.table.rowCount())]
    assert "All agree on 10 of 12 songs." in words
    assert any(text.endswith("A rare tag.") for text in words)
    assert dialog.table.isColumnHidden(KAPPA)
    shown: list[bool] = []
    dialog.details_toggled.connect(shown.append)
    dialog.details.click()
    assert shown == [True]
    assert not dialog.table.isColumnHidden(KAPPA)
    drums = words.index("All agree on 10 of 12 songs.")
    whole = dialog.table.item(drums, WORDS).toolTip()
    assert whole == "Of 12 songs that both judged, they agree on 10."
    assert dialog.table.item(drums, RAW).text().startswith(".83 (")
    folk = 1 - drums
    assert dialog.table.item(folk, KAPPA).toolTip().startswith("Songs with the rarer answer")
    assert dialog.table.item(folk, AC1).text().startswith(".9")


def test_no_figure_with_a_minus_and_its_range_is_cut(dialog: AgreementDialog) -> None:
    table, figure = dialog.table, "−.05 (−.66–−.12)"
    table.item(0, ALPHA).setText(figure)
    dialog.details.click()
    assert table.fontMetrics().horizontalAdvance(figure) + 8 < table.columnWidth(ALPHA)


def test_it_is_small_until_there_is_something_to_show(room: Room, qtbot: QtBot) -> None:
    decide(room.library, "Ann", "drums", "++")
    made = AgreementDialog(room.session)
    qtbot.addWidget(made)
    assert not made.testAttribute(Qt.WidgetAttribute.WA_Moved), "the system says where it appears"
    made.show()
    made.show_agreement(library_agreement(room.library))
    assert made.height() == SMALL.height()
    assert not made.songs.isVisible()
    assert not made.yes.isVisible()
    decide(room.library, "Bo", "drums", "+-")
    made.show_agreement(library_agreement(room.library))
    assert made.songs.isVisible()
    assert made.screen().availableGeometry().contains(made.frameGeometry())


def test_only_what_the_annotator_has_decided_is_listed(dialog: AgreementDialog, room: Room) -> None:
    assert dialog.songs.rowCount() == 2
    assert cell(dialog, 0, DECISIONS) == "Ann: yes · Bo: no"
    assert dialog.remark.text() == (
        "1 more is on tags that you have not decided: they show after that."
    )
    room.judge(1, "folk", State.YES)
    dialog.show_agreement(library_agreement(room.library))
    assert dialog.songs.rowCount() == 3
    assert dialog.remark.text() == ""


def test_in_blind_mode_nothing_is_listed(dialog: AgreementDialog, room: Room) -> None:
    room.session.set_blind(True)
    assert dialog.songs.rowCount() == 0
    assert "blind mode" in dialog.remark.text()
    room.session.set_blind(False)
    assert dialog.songs.rowCount() == 2


def test_a_song_is_heard_and_settled_by_the_buttons(dialog: AgreementDialog, room: Room) -> None:
    assert not dialog.yes.isEnabled()
    wanted: list[int] = []
    settled: list[object] = []
    dialog.song_requested.connect(wanted.append)
    dialog.settled.connect(lambda one, state: settled.append((one.song_id, state)))
    dialog.songs.selectRow(1)
    dialog.listen.click()
    QTest.keyClick(dialog.songs, Qt.Key.Key_Return)
    assert wanted == [12, 12]
    assert not dialog.unsettle.isEnabled()
    dialog.yes.click()
    assert settled == [(12, State.YES)]
    room.library.do(Adjudicate(12, room.tag("drums"), State.YES, ("Ann", "Bo")))
    dialog.show_agreement(library_agreement(room.library))
    assert cell(dialog, 1, AGREED) == "yes"
    assert dialog.unsettle.isEnabled(), "the row stays chosen"


def test_a_chosen_tag_lists_its_songs_only(dialog: AgreementDialog, room: Room) -> None:
    room.judge(1, "folk", State.YES)
    dialog.show_agreement(library_agreement(room.library))
    drums = next(row for row in range(2) if dialog.table.item(row, 0).text() == "drums")
    dialog.table.selectRow(drums)
    assert dialog.songs.rowCount() == 2


def test_without_two_annotators_it_says_what_to_do(room: Room, qtbot: QtBot) -> None:
    made = AgreementDialog(room.session)
    qtbot.addWidget(made)
    made.show_agreement(library_agreement(room.library))
    assert made.summary.text().startswith("No tag of any song was decided on by two")
    assert made.songs.rowCount() == 0


def test_one_ear_with_itself_is_shown_where_it_judged_again(
    dialog: AgreementDialog, room: Room, qtbot: QtBot
) -> None:
    several = library_agreement(room.library)
    alone = AgreementDialog(room.session)
    qtbot.addWidget(alone)
    alone.show()
    alone.show_agreement(replace(several, tags=(), disagreements=(), own=several.tags))
    assert alone.whose.currentText() == "Your own ear, heard twice"
    assert "answered again later" in alone.summary.text()
    assert alone.table.item(0, WORDS).text().startswith("The same answer again on")
    assert not alone.songs.isVisible()
    assert not alone.yes.isVisible()
    alone.whose.setCurrentIndex(0)
    assert "two annotators" in alone.summary.text()
    assert not alone.table.isVisible()
    assert not dialog.whose.isVisible()
    dialog.show_agreement(replace(several, own=several.tags))
    assert dialog.songs.isVisible()
    assert dialog.whose.isVisible()
