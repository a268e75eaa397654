"""The spectrogram: what it shows where, and what clicking, dragging and the wheel do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhythmcap_gui import theme
from rhythmcap_gui.views.listening.listening import Listening
from tests.support.small_picture import TONE_HZ, RecordedRequests, click, column, drag, move, turn

VIEWS = [(0.0, 60.0), (10.0, 40.0), (31.5, 33.0)]


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[tuple[Listening, RecordedRequests]]:
    theme.apply_theme(qapp, "dark")
    with column() as made:
        yield made


def lightness(view: Listening, x: float, y: float) -> int:
    image = view.song_panes.spectrogram.grab().toImage()
    ratio = image.devicePixelRatio()
    return QColor(image.pixel(round(x * ratio), round(y * ratio))).lightness()


@pytest.mark.parametrize("seconds", VIEWS)
def test_a_click_goes_to_the_second_under_it_at_every_zoom(
    shown: tuple[Listening, RecordedRequests], seconds: tuple[float, float]
) -> None:
    view, requests = shown
    view.axis.show(*seconds)
    for target in (seconds[0] + 0.3, sum(seconds) / 2, seconds[1] - 0.3):
        click(view.song_panes.spectrogram, view.axis.x_of(target))
        assert requests.seeks[-1] == pytest.approx(target, abs=0.51 / view.axis.px_per_s)


def test_a_tone_is_seen_when_and_where_it_sounds(shown: tuple[Listening, RecordedRequests]) -> None:
    view, _requests = shown
    pane, axis = view.song_panes.spectrogram, view.axis
    assert pane.frequencies is not None
    y = pane.frequencies.y_of(TONE_HZ, pane.picture_rect())
    beside = pane.frequencies.y_of(3000.0, pane.picture_rect())
    assert lightness(view, axis.x_of(45.0), y) > 150
    assert lightness(view, axis.x_of(45.0), beside) < 60
    assert lightness(view, axis.x_of(29.0), y) < 20


def test_the_tone_begins_at_its_second_to_the_pixel_when_zoomed_in(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, _requests = shown
    pane, axis = view.song_panes.spectrogram, view.axis
    axis.show(29.0, 31.0)
    y = pane.frequencies.y_of(TONE_HZ, pane.picture_rect()) if pane.frequencies else 0
    column_s = 1024 / 44_100
    assert lightness(view, axis.x_of(30.0 - 2.5 * column_s), y) < 60
    assert lightness(view, axis.x_of(30.0 + 1.5 * column_s), y) > 150


def test_the_frequency_under_the_pointer_is_the_labels(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    pane = shown[0].song_panes.spectrogram
    frequencies, box = pane.frequencies, pane.picture_rect()
    assert frequencies is not None
    for frequency in (250.0, 440.0, 1000.0, 5000.0):
        found = frequencies.frequency_at(frequencies.y_of(frequency, box), box)
        assert found == pytest.approx(frequency, rel=1e-3)
    texts = [text for _y, text in frequencies.labels(box)]
    assert [text for text in texts if text in ("500 Hz", "1 k", "2 k", "4 k", "8 k")] == texts[-5:]


def test_hovering_says_time_note_and_frequency(shown: tuple[Listening, RecordedRequests]) -> None:
    view, _requests = shown
    pane = view.song_panes.spectrogram
    assert pane.frequencies is not None
    view.axis.show(30.0, 36.0)
    pane.hover(QPointF(view.axis.x_of(32.35), pane.frequencies.y_of(TONE_HZ, pane.picture_rect())))
    assert pane.readout.text() == "0:32.3 · A4 +0 ct · 440 Hz"
    assert pane.readout.isVisible()
    pane.hover(QPointF(10, 50))
    assert not pane.readout.isVisible()


def test_the_wheel_zooms_around_the_pointer(shown: tuple[Listening, RecordedRequests]) -> None:
    view, _requests = shown
    x = view.axis.x_of(41.0)
    for _ in range(6):
        turn(view.song_panes.spectrogram, x, 1)
    assert view.axis.length_s < 20
    assert view.axis.x_of(41.0) == pytest.approx(x, abs=1.0)
    for _ in range(12):
        turn(view.song_panes.spectrogram, x, -1)
    assert view.axis.is_fit


def test_shift_and_wheel_scroll(shown: tuple[Listening, RecordedRequests]) -> None:
    view, _requests = shown
    view.axis.show(10.0, 20.0)
    turn(view.song_panes.spectrogram, 300, -1, Qt.KeyboardModifier.ShiftModifier)
    assert view.axis.start_s == pytest.approx(11.2)
    assert view.axis.length_s == pytest.approx(10.0)


def test_a_drag_makes_a_loop_and_moves_the_playhead_into_it(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, requests = shown
    drag(view.song_panes.spectrogram, view.axis.x_of(40.0), view.axis.x_of(30.0))
    assert requests.loops[-1] == pytest.approx((30.0, 40.0), abs=0.1)
    assert requests.seeks == pytest.approx([30.0], abs=0.1)


def test_a_loops_edge_can_be_moved(shown: tuple[Listening, RecordedRequests]) -> None:
    view, requests = shown
    view.session.set_loop((20.0, 30.0))
    drag(view.song_panes.spectrogram, view.axis.x_of(30.0) + 2, view.axis.x_of(36.0))
    assert requests.loops[-1] == pytest.approx((20.0, 36.0), abs=0.1)
    drag(view.song_panes.spectrogram, view.axis.x_of(20.0) - 2, view.axis.x_of(25.0))
    assert requests.loops[-1] == pytest.approx((25.0, 36.0), abs=0.1)


def test_a_drag_beyond_the_edge_takes_the_view_along(
    shown: tuple[Listening, RecordedRequests], qtbot: QtBot
) -> None:
    view, requests = shown
    pane, axis = view.song_panes.spectrogram, view.axis
    axis.show(10.0, 20.0)
    drag(pane, axis.x_of(18.0), axis.right_px + 60, release=False)
    qtbot.waitUntil(lambda: axis.end_s > 23.0, timeout=5000)
    move(pane, axis.right_px - 40, pressed=True)
    seen = (axis.start_s, axis.end_s)
    end_s = axis.second_at(axis.right_px - 40)
    view.session.set_position(seen[1] - 0.1)
    view.session.set_position(seen[1] + 0.1)
    assert (axis.start_s, axis.end_s) == seen, "no page is turned under a held button"
    QTest.mouseRelease(pane, Qt.MouseButton.LeftButton)
    assert requests.loops[-1] == pytest.approx((18.0, end_s), abs=0.1)
    assert axis.length_s == pytest.approx(10.0)


def test_a_small_tremble_of_the_hand_is_a_click(shown: tuple[Listening, RecordedRequests]) -> None:
    view, requests = shown
    drag(view.song_panes.spectrogram, 400, 402)
    assert requests.loops == []
    assert len(requests.seeks) == 1


def test_escape_gives_up_a_drag_and_then_the_loop(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, requests = shown
    pane = view.song_panes.spectrogram
    drag(pane, 300, 400, release=False)
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert requests.loops == []
    QTest.mouseRelease(pane, Qt.MouseButton.LeftButton)
    assert (requests.loops, requests.seeks) == ([], [])
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert requests.loops == [None]


def test_while_dragging_the_span_is_read_out(shown: tuple[Listening, RecordedRequests]) -> None:
    view, _requests = shown
    drag(view.song_panes.spectrogram, view.axis.x_of(30.0), view.axis.x_of(35.1), release=False)
    assert "s" in view.song_panes.spectrogram.readout.text()
    assert view.song_panes.spectrogram.readout.text().startswith("0:3")
    view.song_panes.spectrogram.cancel_drag()
    assert not view.song_panes.spectrogram.readout.isVisible()


def test_the_pointer_tells_where_an_edge_can_be_taken(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, _requests = shown
    view.session.set_loop((20.0, 30.0))
    move(view.song_panes.spectrogram, view.axis.x_of(20.0))
    assert view.song_panes.spectrogram.cursor().shape() is Qt.CursorShape.SizeHorCursor
    move(view.song_panes.spectrogram, view.axis.x_of(25.0))
    assert view.song_panes.spectrogram.cursor().shape() is Qt.CursorShape.CrossCursor
