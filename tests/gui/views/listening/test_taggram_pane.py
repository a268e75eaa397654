"""The taggram: rows by score, values where they belong, and loops that speak for a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.models.prediction_records import Taggram as TaggramData
from core.models.taggram_records import cell_edges, strongest_span
from rhythmcap_gui import theme
from rhythmcap_gui.views.listening.colour_maps import ColourMapping, pixel_table
from rhythmcap_gui.views.listening.listening import Listening
from rhythmcap_gui.views.listening.taggram_image import paint_labels, taggram_image
from rhythmcap_gui.views.listening.taggram_rows import (
    TagRow,
    rows_of,
)
from tests.support.small_picture import (
    DURATION_S,
    WORDS,
    RecordedRequests,
    click,
    column,
    predictions,
    turn,
)

ENDS = np.array([0.0, 10.0, 20.0, 30.0, 40.0])


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[tuple[Listening, RecordedRequests]]:
    theme.apply_theme(qapp, "dark")
    with column() as made:
        yield made


def row_y(view: Listening, index: int) -> float:
    return (index + 0.5) * view.song_panes.taggram.row_px


def test_rows_are_sorted_by_the_songs_score(shown: tuple[Listening, RecordedRequests]) -> None:
    labels = [row.label for row in shown[0].song_panes.taggram.rows]
    assert labels == ["guitar  .90", "female  .50", "folk  .40", "drums  .20"]


def test_words_with_hidden_predictions_have_no_row() -> None:
    requests = predictions()
    rows = rows_of(requests.words, requests.scores, (7, 8, None), lambda tag: tag in (8, -1))
    assert [row.word for row in rows] == ["guitar", "female", "folk"]


def test_a_cell_lies_around_the_middle_of_its_window() -> None:
    taggram = predictions().taggram
    assert taggram is not None
    edges = cell_edges(taggram, DURATION_S)
    assert edges[:3] == pytest.approx([0.0, 7.5, 12.5])
    assert edges[-1] == DURATION_S


def test_seconds_without_predictions_stay_empty() -> None:
    taggram = TaggramData(
        np.array([0.0, 5.0], dtype=np.float32), 10.0, np.zeros((2, 1), np.float32)
    )
    assert cell_edges(taggram, 60.0)[-1] == pytest.approx(12.5)


def test_one_window_speaks_for_the_whole_song() -> None:
    taggram = TaggramData(np.zeros(1, np.float32), 29.0, np.zeros((1, 1), np.float32))
    assert cell_edges(taggram, 12.0).tolist() == [0.0, 12.0]


def test_the_loudest_seconds_of_a_word_are_its_best_cell_and_near_neighbours() -> None:
    scores = np.array([0.1, 0.2, 0.9, 0.3])
    assert strongest_span(ENDS, scores) == (20.0, 30.0)
    assert strongest_span(ENDS, scores, most=False) == (0.0, 10.0)
    long = np.arange(0.0, 130.0, 10.0)
    plateau = np.array([0.1] * 3 + [0.88, 0.9, 0.86] + [0.1] * 6)
    assert strongest_span(long, plateau) == (30.0, 60.0)


def test_a_word_predicted_everywhere_still_gives_a_short_loop() -> None:
    start, end = strongest_span(np.arange(0.0, 130.0, 10.0), np.full(12, 0.7))
    assert end - start <= 40.0


def test_what_is_not_predicted_yet_stays_empty_and_is_named(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, _requests = shown
    whole = predictions().taggram
    so_far = replace(whole, scores=whole.scores.copy())
    so_far.scores[5:] = np.nan
    view.session.model = SimpleNamespace(name="mtat", words=WORDS)
    view.session.set_predictions(None)
    view.session.taggram_grew.emit(so_far)
    pane = view.song_panes.taggram
    assert pane.rows[0].word == "guitar", "by the mean of what was heard"
    assert pane.value_at(pane.rows[0], 25.0) == pytest.approx(0.95)
    assert pane.value_at(pane.rows[0], 55.0) is None
    image, y = pane.grab().toImage(), round(pane.row_px / 2)
    left = QColor(image.pixel(round(view.axis.x_of(25.0)), y))
    right = QColor(image.pixel(round(view.axis.x_of(55.0)), y))
    assert (left, right)[1] == theme.colour("raised")
    assert left != right
    pane.loop_row(pane.rows[0], most=False)
    assert view.session.loop[1] < 30.0, "silence about the rest is no low score"


def test_a_click_on_a_name_loops_the_highest_scores(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, requests = shown
    click(view.song_panes.taggram, view.axis.left_px + 12, row_y(view, 0))
    assert requests.loops == [pytest.approx((22.5, 27.5))]
    assert requests.seeks == pytest.approx([22.5])


def test_shift_and_click_loops_the_lowest_scores(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, requests = shown
    click(view.song_panes.taggram, view.axis.left_px + 12, row_y(view, 0), shift=True)
    assert requests.loops == [pytest.approx((52.5, 60.0))]


def test_a_click_beside_the_names_seeks(shown: tuple[Listening, RecordedRequests]) -> None:
    view, requests = shown
    click(view.song_panes.taggram, view.axis.x_of(40.0), row_y(view, 0))
    assert requests.seeks == pytest.approx([40.0], abs=0.1)
    assert requests.loops == []


def test_hovering_says_word_value_and_second(shown: tuple[Listening, RecordedRequests]) -> None:
    view, _requests = shown
    pane = view.song_panes.taggram
    pane.hover(QPointF(view.axis.x_of(25.05), row_y(view, 0)))
    assert pane.readout.text() == "0:25.0 · guitar .95"
    pane.hover(QPointF(view.axis.x_of(58.05), row_y(view, 0)))
    assert pane.readout.text() == "0:58.0 · guitar .05"


def test_a_cells_colour_is_its_score_in_viridis(shown: tuple[Listening, RecordedRequests]) -> None:
    view, _requests = shown
    pane = view.song_panes.taggram
    image = pane.grab().toImage()
    ratio = image.devicePixelRatio()
    for second, score in ((25.0, 0.95), (45.0, 0.5)):
        pixel = QPointF(view.axis.x_of(second), row_y(view, 0)) * ratio
        expected = pixel_table(ColourMapping(colour_map="viridis"))[int(score / 1.0 * 255)]
        found = QColor(image.pixel(pixel.toPoint()))
        assert abs(found.lightness() - QColor.fromRgb(int(expected)).lightness()) <= 2


def test_a_score_has_the_same_colour_in_every_song() -> None:
    edges, seconds = np.array([0.0, 10.0]), np.array([5.0])
    quiet, loud = (taggram_image(np.array([[0.3, other]]), edges, seconds) for other in (0.1, 0.99))
    assert quiet.pixel(0, 0) == loud.pixel(0, 0)


def test_a_row_explains_how_the_songs_score_goes_with_its_seconds(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, _requests = shown
    pane = view.song_panes.taggram
    view.session.model = SimpleNamespace(
        name="mine", architecture="cnn_lstm", metrics={"n_train": 72}
    )
    view.session.set_predictions(predictions())
    pane.hover(QPointF(view.axis.left_px + 12, row_y(view, 0)))
    assert pane.readout.text().startswith("guitar: song .90, seconds .05–.95\nThe song is scored")
    assert "all of its sound together" in pane.readout.text()
    view.session.model = SimpleNamespace(name="mtat", architecture="musicnn", metrics={})
    view.session.set_predictions(predictions())
    parts = "The song's score is the mean of its parts."
    assert pane.explanation(pane.rows[0]).endswith(f"{parts}\nBy the model “mtat”.")
    assert pane.explanation(pane.rows[1]).startswith("female: song .50, seconds .50\n")


def test_a_long_name_is_never_cut(qapp: QApplication) -> None:
    theme.apply_theme(qapp, "dark")
    word = "a rather long name that a musicologist gave"
    pixmap = QPixmap(420, 60)
    painter = QPainter(pixmap)
    margin = paint_labels(painter, pixmap.rect(), [TagRow(word, 0.5, 0)], 20.0)
    assert margin > painter.fontMetrics().horizontalAdvance(word)
    painter.end()


def test_rows_can_be_walked_and_looped_by_keyboard(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, requests = shown
    pane = view.song_panes.taggram
    QApplication.sendEvent(
        pane, QFocusEvent(QFocusEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)
    )
    QTest.keyClick(pane, Qt.Key.Key_Down)
    assert pane.accessibleDescription() == "female  .50", "no model says how it came about"
    QTest.keyClick(pane, Qt.Key.Key_Home)
    QTest.keyClick(pane, Qt.Key.Key_Return)
    QTest.keyClick(pane, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert requests.loops == [pytest.approx((22.5, 27.5)), pytest.approx((52.5, 60.0))]


def test_without_a_model_it_says_so_and_with_one_that_it_listens(
    shown: tuple[Listening, RecordedRequests], qtbot: QtBot
) -> None:
    view, _requests = shown
    view.session.set_predictions(None)
    assert "No model" in view.song_panes.taggram.placeholder.title
    view.session.model = SimpleNamespace(name="any")
    view.session.set_predictions(None)
    qtbot.waitUntil(lambda: "listening" in view.song_panes.taggram.placeholder.title, timeout=1000)


def test_blind_mode_hides_every_row_until_it_is_revealed(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, _requests = shown
    view.session.set_blind(True)
    assert view.song_panes.taggram.rows == []
    assert view.song_panes.taggram.placeholder.title == "Blind mode"
    view.session.reveal()
    assert len(view.song_panes.taggram.rows) == 4


def test_rows_that_do_not_fit_are_scrolled_into_view(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, _requests = shown
    pane = view.song_panes.taggram
    view.resize(view.width(), 420)
    view.song_panes.splitter.setSizes([400, 1])
    QApplication.processEvents()
    assert pane.rows_in_view == 3
    turn(pane, 500, -1)
    assert pane.first_row == 1
    assert pane.row_at(1.0) == pane.rows[1]
    pane.choose_row(0)
    assert pane.first_row == 0
    turn(pane, 500, 1, Qt.KeyboardModifier.ControlModifier)
    assert not view.axis.is_fit


def test_a_readout_that_is_wider_than_its_pane_goes_into_more_lines(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    pane = shown[0].song_panes.taggram
    pane.readout.show_text("short", QPointF(5, 5))
    one_line = pane.readout.height()
    pane.readout.show_text("a sentence that explains much " * 12, QPointF(5, 5))
    assert pane.readout.width() <= pane.width()
    assert pane.readout.height() >= 2 * one_line - 8
    assert pane.readout.height() >= pane.readout.heightForWidth(pane.readout.width())
    image = pane.readout.grab().toImage()
    columns = range(0, image.width(), 2)
    inked = [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y).lightness() > 200 for x in columns)
    ]
    assert inked[-1] - inked[0] > one_line  # drawn in lines, too
    pane.readout.show_text("short", QPointF(5, 5))
    assert pane.readout.height() == one_line
