"""The shell's own views: messages, import panel, learn dock, settings, key sheet, top row."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel

from core.library.records import NewModel
from core.library.scan.scan_records import Failure
from core.metrics.metric_records import TagMetrics
from core.settings import Settings
from core.training.finetune_records import EpochReport
from rhythmcap_gui import theme
from rhythmcap_gui.session import Message, Session
from rhythmcap_gui.view_data import ImportState, KeyRow, LearnState, Progress
from rhythmcap_gui.views.files.import_panel import ImportPanel
from rhythmcap_gui.views.models.learn_dock import TrainingView
from rhythmcap_gui.views.models.learning_curve import LearningCurve
from rhythmcap_gui.views.models.tag_results import TagResults
from rhythmcap_gui.views.shell.first_run import FirstRunPage
from rhythmcap_gui.views.shell.key_table import KeyTable
from rhythmcap_gui.views.shell.keys_sheet import KeysSheet
from rhythmcap_gui.views.shell.messages import MessagesView
from rhythmcap_gui.views.shell.settings_dialog import SettingsDialog
from rhythmcap_gui.views.shell.top_bar import model_sentence

BROKEN = Failure(Path("/music/broken.mp3"), "Its beginning is damaged.", "Convert it to FLAC.")
ROWS = (
    KeyRow("playback.toggle", "Playback", "Play or pause", ("Space",)),
    KeyRow("view.blind", "View", "Blind mode", ("B",)),
)


def said(widget: Any) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if not each.isHidden())


def test_an_error_says_cause_file_and_remedy_and_can_be_copied(
    session: Session, qtbot: Any
) -> None:
    view = MessagesView(session)
    qtbot.addWidget(view)
    session.message.emit(
        Message("It is AAC audio.", "error", "Install ffmpeg.", "Traceback", Path("/m/a.m4a"))
    )
    card = view.cards[0]
    for part in ("It is AAC audio.", "/m/a.m4a", "Install ffmpeg."):
        assert part in said(card)
    assert card.as_text().endswith("Traceback")


def test_the_newest_message_is_on_top(session: Session, qtbot: Any) -> None:
    view = MessagesView(session)
    qtbot.addWidget(view)
    session.notify("first")
    session.notify("second")
    assert [card.message.text for card in view.cards] == ["second", "first"]


def test_the_import_panel_says_how_far_and_how_long_still(session: Session, qtbot: Any) -> None:
    panel = ImportPanel(session)
    qtbot.addWidget(panel)
    panel.show_state(ImportState(True, progress=Progress(3, 10, "Harbour.flac", 75.0), added=2))
    for part in ("3 of 10", "Harbour.flac", "1:15 left", "2 added"):
        assert part in said(panel)


def test_failed_files_are_listed_with_their_reasons_and_copied(
    session: Session, qtbot: Any
) -> None:
    panel = ImportPanel(session)
    qtbot.addWidget(panel)
    panel.show_state(ImportState(False, added=2, failed=(BROKEN,)))
    assert "1 could not be read" in said(panel)
    panel._copy.click()
    copied = QApplication.clipboard().text()
    assert copied == "/music/broken.mp3\tIts beginning is damaged.\tConvert it to FLAC."


def test_the_empty_page_offers_two_choices_and_then_progress(session: Session, qtbot: Any) -> None:
    page = FirstRunPage(session)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.demo_requested):
        page._demo.click()
    page.show_state(ImportState(True, "Composing the demo library", Progress(1, 4, "House")))
    assert not page._demo.isVisible()
    assert "Composing the demo library" in said(page)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(None, ""), (5, "0:05"), (59.6, "1:00"), (75, "1:15"), (3725, "1:02:05")],
)
def test_time_left_is_said_as_a_clock(seconds: float | None, text: str) -> None:
    assert Progress(0, 0, seconds_left=seconds).time_left == text


def test_a_taken_key_is_refused_with_the_other_actions_name(qtbot: Any) -> None:
    table = KeyTable(ROWS)
    qtbot.addWidget(table)
    table._list.setCurrentItem(table._items["playback.toggle"])
    table._edit.setKeySequence(QKeySequence("B"))
    assert table.own_keys() == {}
    assert "Blind mode" in said(table)
    table._edit.setKeySequence(QKeySequence("K"))
    assert table.own_keys() == {"playback.toggle": "K"}


def test_the_settings_dialog_gives_back_what_it_was_given(session: Session, qtbot: Any) -> None:
    session.settings = Settings(
        theme="light", output_device="Gone", annotator="Ada", depth="temporal", learning_epochs=12
    )
    dialog = SettingsDialog(session, ["Speakers"], ROWS)
    qtbot.addWidget(dialog)
    assert dialog.chosen() == session.settings


def test_the_key_sheet_shows_every_key(qtbot: Any, session: Session) -> None:  # noqa: ARG001
    sheet = KeysSheet(ROWS)
    qtbot.addWidget(sheet)
    for part in ("Space", "Play or pause", "Playback", "Blind mode"):
        assert part in said(sheet)


def test_a_model_without_held_out_songs_shows_no_number(session: Session) -> None:
    models = session.library.models
    bare = models.add(NewModel("starter", "choi_lstm", "starter.safetensors", ("kick",)))
    session.set_model(bare)
    assert model_sentence(session) == "Model starter"
    known = NewModel("my ear", "choi_lstm", "my-ear.safetensors", ("kick",),
                     metrics={"wauc": 0.78, "n_held_out": 41},
                     provenance={"learned_here": True})  # fmt: skip
    session.set_model(models.add(known))
    assert model_sentence(session) == "Model my ear   WAUC .78 on 41 held-out songs"


def reports(count: int) -> tuple[EpochReport, ...]:
    return tuple(
        EpochReport(n + 1, 30, 0.7 / (n + 1), 0.5 + n / 50, 30.0 - n) for n in range(count)
    )


def test_the_curve_draws_from_the_first_epoch_on(session: Session, qtbot: Any) -> None:  # noqa: ARG001
    curve = LearningCurve()
    qtbot.addWidget(curve)
    curve.resize(400, 120)
    plain = curve.grab().toImage()
    for count in (1, 2, 18):
        curve.show_reports(reports(count))
        assert curve.grab().toImage() != plain
    no_held_out = tuple(EpochReport(n + 1, 3, 0.4, None, 1.0) for n in range(3))
    curve.show_reports(no_held_out)
    assert "WAUC" not in curve.accessibleName()


def test_learning_shows_epoch_and_time_left_and_can_be_cancelled(
    session: Session, qtbot: Any
) -> None:
    view = TrainingView(session)
    qtbot.addWidget(view)
    view.show()
    view.show_state(LearnState(True, n_songs=12, reports=reports(18)))
    assert "epoch 18 of 30 · 0:13 left" in said(view)
    with qtbot.waitSignal(view.cancel_requested):
        view.cancel.click()


def test_results_show_before_and_now_with_a_sign(session: Session, qtbot: Any) -> None:  # noqa: ARG001
    table = TagResults()
    qtbot.addWidget(table)

    outcome = SimpleNamespace(
        before={"kick": TagMetrics(support=10, auc=0.5, ap=0.3, f1=0.2, n=20)},
        after={
            "kick": TagMetrics(support=10, auc=0.71, ap=0.4, f1=0.3, n=20),
            "bells": TagMetrics(support=4, auc=0.9, ap=0.8, f1=0.7, n=20),
        },
        left_out=(("flute", "2 songs, 3 needed"),),
    )
    table.show_outcome(outcome)
    texts = [[table.item(row, column).text() if table.item(row, column) else ""
              for column in range(6)] for row in range(3)]  # fmt: skip
    assert texts[0] == ["kick", "10", ".50 → .71", ".30 → .40", ".20 → .30", "▲"]
    assert texts[1][2] == "– → .90"
    assert texts[2][:2] == ["flute", "2 songs, 3 needed"]


def test_text_and_dim_text_can_be_read_on_every_ground() -> None:
    for name, tokens in theme.TOKENS.items():
        for ink in ("text", "dim"):
            for ground in ("ground", "panel", "raised"):
                assert contrast(tokens[ink], tokens[ground]) >= 4.5, (name, ink, ground)


def contrast(first: str, second: str) -> float:
    lights = sorted(theme._luminance(theme.QColor(each)) for each in (first, second))
    return (lights[1] + 0.05) / (lights[0] + 0.05)
