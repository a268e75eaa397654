"""The centre column as a whole: one axis through all panes, one playhead, honest empty states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QSlider, QWidget
from pytestqt.qtbot import QtBot

from core.audio.playback_records import PlayerState
from core.library.edits.edits import Judge
from core.library.records import DecisionContext, State
from rhythmcap_gui import theme
from rhythmcap_gui.session import Notice, Session
from rhythmcap_gui.views.listening.listening import Listening
from rhythmcap_gui.views.listening.song_panes import PICTURE_PX
from tests.support.small_picture import (
    RecordedRequests,
    click,
    column,
    drag,
    predictions,
    song,
    tone_picture,
    turn,
)


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[tuple[Listening, RecordedRequests]]:
    theme.apply_theme(qapp, "dark")
    with column() as made:
        yield made


def left_in_stage(view: Listening, pane: QWidget) -> int:
    return pane.mapTo(view.song_panes, QPoint(0, 0)).x()


@pytest.mark.parametrize("width", [620, 800, 1311])
def test_all_panes_share_their_edges_to_the_pixel(
    shown: tuple[Listening, RecordedRequests], width: int
) -> None:
    view, _requests = shown
    view.resize(width, 640)
    QApplication.processEvents()
    stage = view.song_panes
    boxes = [
        pane.picture_rect().translated(left_in_stage(view, pane), 0)
        for pane in (stage.overview, stage.spectrogram, stage.taggram)
    ]
    assert len({(box.left(), box.right()) for box in boxes}) == 1
    assert {left_in_stage(view, pane) for pane in stage.panes} == {0}
    assert {pane.width() for pane in stage.panes} == {stage.width()}


def test_the_same_pixel_is_the_same_second_in_every_pane(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, requests = shown
    view.axis.show(12.0, 31.0)
    for pane in view.song_panes.panes:
        click(pane, 500)
    assert len(set(requests.seeks)) == 1


def test_a_click_on_any_pane_takes_the_keyboard_out_of_a_text_field(
    shown: tuple[Listening, RecordedRequests], qtbot: QtBot
) -> None:
    view, _requests = shown
    field = QLineEdit(view)
    field.show()
    view.activateWindow()
    for pane in (*view.song_panes.panes, view.song_panes.overview):
        field.setFocus()
        qtbot.waitUntil(field.hasFocus, timeout=1000)
        click(pane, 500)
        assert not field.hasFocus()


def test_the_playhead_is_one_line_through_all_panes(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, _requests = shown
    view.session.set_position(20.0)
    playhead = view.song_panes.playhead
    assert playhead.x_in_panes() == round(view.axis.x_of(20.0))
    assert playhead.x_in_overview() == playhead.x_in_panes()
    image = view.song_panes.grab().toImage()
    ratio = image.devicePixelRatio()
    for pane in (view.song_panes.spectrogram, view.song_panes.taggram):
        y = pane.mapTo(view.song_panes, QPoint(0, pane.height() // 2)).y()
        pixel = QPoint(round(playhead.x_in_panes() * ratio), round(y * ratio))
        assert QColor(image.pixel(pixel)).lightness() > 240


def test_in_a_low_window_the_taggram_gives_way_to_the_spectrogram(
    shown: tuple[Listening, RecordedRequests], qtbot: QtBot
) -> None:
    view, _requests = shown
    panes = view.song_panes
    heights = []
    for height in (900, 560, 500, 480, 400, 900):
        view.resize(700, height)
        qtbot.wait(1)
        heights.append((panes.taggram.isVisible(), panes.spectrogram.height()))
    assert [is_shown for is_shown, _height in heights] == [True, True, True, True, False, True]
    assert all(height >= PICTURE_PX for _shown, height in heights)


class Painted(QObject):
    """Notes which pixels of a widget were repainted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.widths: list[int] = []
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.widths += [box.width() for box in event.region()]
        return False


def test_a_moving_playhead_repaints_only_a_narrow_strip(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, _requests = shown
    view.session.set_position(20.0)
    QApplication.processEvents()
    painted = Painted(view.song_panes.spectrogram)
    view.session.set_position(20.2)
    QApplication.processEvents()
    assert 0 < sum(painted.widths) <= 12
    painted.widths.clear()
    view.session.set_position(20.2 + 0.2 / view.axis.px_per_s)
    QApplication.processEvents()
    assert painted.widths == []


def test_the_page_flips_while_playing_and_zoomed_in(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, _requests = shown
    view.axis.show(0.0, 10.0)
    view.session.set_position(9.99)
    view.session.set_position(10.01)
    assert view.axis.start_s == pytest.approx(10.01 - 0.4)


def test_keys_zoom_around_the_playhead_and_back_to_the_whole(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, _requests = shown
    view.session.set_position(45.0)
    x_before = view.axis.x_of(45.0)
    view.zoom_in()
    view.zoom_in()
    assert view.axis.x_of(45.0) == pytest.approx(x_before, abs=1e-6)
    view.zoom_out()
    view.fit()
    assert view.axis.is_fit


def test_zooming_to_the_loop_shows_it_and_a_little_around(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, _requests = shown
    view.zoom_to_loop()
    assert view.axis.is_fit
    view.session.set_loop((20.0, 30.0))
    view.zoom_to_loop()
    assert (view.axis.start_s, view.axis.end_s) == pytest.approx((19.4, 30.6))


def test_a_click_on_the_overview_seeks_and_scrolls_into_view(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, requests = shown
    view.axis.show(0.0, 6.0)
    click(view.song_panes.overview, view.axis.whole_x_of(40.0))
    assert requests.seeks == pytest.approx([40.0], abs=0.1)
    assert view.axis.contains(40.0)
    assert view.axis.length_s == pytest.approx(6.0)


def test_the_window_on_the_overview_can_be_dragged_and_resized(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, requests = shown
    axis, overview = view.axis, view.song_panes.overview
    axis.show(20.0, 30.0)
    drag(overview, axis.whole_x_of(25.0), axis.whole_x_of(35.0))
    assert (axis.start_s, axis.end_s) == pytest.approx((30.0, 40.0), abs=0.15)
    drag(overview, axis.whole_x_of(40.0), axis.whole_x_of(50.0))
    assert (axis.start_s, axis.end_s) == pytest.approx((30.0, 50.0), abs=0.15)
    drag(overview, axis.whole_x_of(5.0), axis.whole_x_of(15.0))
    assert (axis.start_s, axis.end_s) == pytest.approx((5.0, 15.0), abs=0.15)
    assert requests.seeks == []


def test_the_wheel_over_the_overview_zooms_around_its_second(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, _requests = shown
    for _ in range(10):
        turn(view.song_panes.overview, view.axis.whole_x_of(50.0), 1)
    assert view.axis.contains(50.0)
    assert view.axis.length_s < 10


def test_without_a_song_it_says_what_to_do(shown: tuple[Listening, RecordedRequests]) -> None:
    view, _requests = shown
    view.session.open_song(None)
    page = view._pages.currentWidget()
    assert page.accessibleName() == "Choose a song on the left, or drop files and folders here."
    assert not view.transport.play_button.isEnabled()


def test_a_song_not_seen_before_is_analysed_and_says_so(
    shown: tuple[Listening, RecordedRequests], qtbot: QtBot
) -> None:
    view, _requests = shown
    view.session.open_song(replace(song(), id=2))
    assert view.song_panes.spectrogram.placeholder.title == ""
    qtbot.waitUntil(
        lambda: view.song_panes.spectrogram.placeholder.title == "Analysing…", timeout=1000
    )
    view.show_progress(0.4)
    assert view.song_panes.spectrogram.placeholder.share == 0.4


def test_a_file_that_cannot_be_read_gives_its_reason_and_the_remedy(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, _requests = shown
    view.session.open_song(replace(song(), id=2))
    other = Notice("something else", "error", path=Path("/music/other.flac"))
    view.session.notice.emit(other)
    problem = Notice("harbour.flac is damaged.", "error", "Copy it anew.", path=song().path)
    view.session.notice.emit(problem)
    words = view.song_panes.spectrogram.placeholder
    assert (words.title, words.detail) == ("harbour.flac is damaged.", "Copy it anew.")
    view.session.open_song(song())
    view.session.set_picture(tone_picture())
    assert view.song_panes.spectrogram.has_picture


def test_a_missing_file_says_where_it_was(
    shown: tuple[Listening, RecordedRequests], qtbot: QtBot
) -> None:
    view, _requests = shown
    view.session.open_song(replace(song(), missing_since="2024-01-01T00:00:00Z"))
    qtbot.waitUntil(lambda: bool(view.song_panes.spectrogram.placeholder.title), timeout=1000)
    assert "/music/harbour.flac" in view.song_panes.spectrogram.placeholder.detail


def test_the_heading_shows_artist_length_and_counts_of_decisions(
    session: Session, qtbot: QtBot
) -> None:
    view = Listening(session, devices=lambda: ())
    qtbot.addWidget(view)
    assert session.library is not None
    assert session.song is not None
    tags = session.library.codebook.tags()
    for tag, state in zip(tags, (State.YES, State.YES, State.NO), strict=False):
        edit = Judge(session.song.id, tag.id, state, DecisionContext())
        session.apply_changes(session.library.do(edit))
    assert (view.heading.title, view.heading.facts) == ("Harbour", "The Tones · 1990 · 1:00")
    assert view.heading.counts == f"2 yes · 1 no · {len(tags) - 3} not judged"


def test_another_song_begins_with_the_whole_in_view(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, _requests = shown
    view.axis.show(3.0, 9.0)
    view.session.set_loop((4.0, 5.0))
    view.session.open_song(replace(song(90.0), id=2))
    assert (view.axis.start_s, view.axis.end_s) == (0.0, 90.0)
    assert view.song_panes.playhead.loop is None
    assert view.song_panes.taggram.rows == []


def test_the_view_is_restored_as_it_was_left(shown: tuple[Listening, RecordedRequests]) -> None:
    view, _requests = shown
    view.axis.show(11.0, 22.0)
    view.menu.brightness.setValue(30)
    kept = view.view_state()
    view.fit()
    view.menu.reset()
    view.restore_view(kept)
    assert (view.axis.start_s, view.axis.end_s) == (11.0, 22.0)
    assert view.song_panes.spectrogram.colours.brightness == pytest.approx(0.3)


def test_brightness_contrast_and_colours_reach_the_picture(
    shown: tuple[Listening, RecordedRequests], qtbot: QtBot
) -> None:
    view, _requests = shown
    view.menu.contrast.setValue(100)
    assert view.song_panes.spectrogram.colours.contrast == pytest.approx(3.0)
    with qtbot.waitSignal(view.colour_map_chosen) as chosen:
        view.menu.colour_map_chosen.emit("cividis")
    assert chosen.args == ["cividis"]
    assert view.song_panes.spectrogram.colours.colour_map == "cividis"


def test_everything_one_can_reach_by_tab_has_a_name(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, _requests = shown
    reachable = (QAbstractButton, QSlider)
    controls = [control for kind in reachable for control in view.findChildren(kind)]
    panes = [*view.song_panes.panes, view.song_panes.overview]
    nameless = [
        type(control).__name__ for control in (*controls, *panes) if not control.accessibleName()
    ]
    assert nameless == []
    assert all(control.toolTip() for control in controls if control.parent() is view.transport)


def test_a_player_without_a_device_says_so(shown: tuple[Listening, RecordedRequests]) -> None:
    view, _requests = shown
    problem = "No sound output was found."
    view.session.set_playback(PlayerState(True, False, 0.0, 60.0, None, problem))
    assert view.transport.problem.text() == problem
    assert view.transport.problem.isVisible()


def test_predictions_of_a_song_may_come_bit_by_bit(
    shown: tuple[Listening, RecordedRequests],
) -> None:
    view, _requests = shown
    whole = predictions()
    assert whole.taggram is not None
    part = replace(
        whole.taggram, start_s=whole.taggram.start_s[:3], scores=whole.taggram.scores[:3]
    )
    view.session.set_predictions(replace(whole, taggram=part))
    pane = view.song_panes.taggram
    assert pane.value_at(pane.rows[0], 5.0) == pytest.approx(0.5)
    assert pane.value_at(pane.rows[0], 50.0) is None
