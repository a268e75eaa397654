"""The map in the window: laid out, coloured, pointed at, surrounded; and its marks as pixels."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from core.library.edits.edits import Judge
from core.library.records import State
from core.library.store import Library
from core.similarity.similarity_records import MapMethod
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.songs import removing
from rhythmcap_gui.similar_data import ColourBy, ColourKind, MapColours
from rhythmcap_gui.views.similar.map_colours import argb, entries, layers, score_colour
from rhythmcap_gui.views.similar.map_dock import MapDock
from rhythmcap_gui.views.similar.map_image import Layer, Shape, draw_marks, mixed, stamp
from tests.support.similar_window import N_HEAPS, use_listened_model
from tests.support.small_library import add_songs
from tests.support.window import wait_for_jobs

N_SONGS = 13


@pytest.fixture
def library_file(tmp_path: Path) -> Path:
    path = tmp_path / "small.db"
    with Library.open(path) as library:
        add_songs(library, N_SONGS)
    return path


@pytest.fixture
def dock(program: Program, qtbot: Any) -> MapDock:
    use_listened_model(program)
    program.window.resize(1280, 900)
    program.window.show_dock("map")
    wait_for_map(program, qtbot)
    return program.window.map


def wait_for_map(program: Program, qtbot: Any) -> None:
    maps = program.window.similarity.maps
    qtbot.waitUntil(lambda: maps.state.songs is not None and not maps.state.running, timeout=60_000)
    program.window.map.plot.render_marks()


def spot(dock: MapDock, song_id: int) -> QPoint:
    row = int(np.searchsorted(dock._song_ids, song_id))
    return dock.plot.point_of(row).toPoint()


def judge(program: Program, song_id: int, name: str, state: State) -> None:
    tag = program.context.library.codebook.find(name).id
    program.context.session.apply_changes(program.context.library.do(Judge(song_id, tag, state)))


def test_songs_are_laid_out_pointed_at_opened_and_surrounded(
    dock: MapDock, program: Program, qtbot: Any
) -> None:
    session, plot = program.context.session, dock.plot
    assert plot.isVisible()
    assert len(dock._song_ids) == N_SONGS - 1
    assert "of the differences between the songs" in dock.remark.text()
    assert "1 was never listened to" in dock.strip.text.text()
    qtbot.mouseMove(plot.viewport(), spot(dock, 5) + QPoint(2, 1))
    qtbot.waitUntil(lambda: "Song 005" in dock.readout.text())
    qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=spot(dock, 5))
    assert session.song.id == 5
    spots = [spot(dock, song) for song in range(1, N_SONGS) if song % N_HEAPS == 1]
    left, right = min(p.x() for p in spots) - 6, max(p.x() for p in spots) + 6
    top, bottom = min(p.y() for p in spots) - 6, max(p.y() for p in spots) + 6
    corners = [QPoint(left, top), QPoint(right, top), QPoint(right, bottom), QPoint(left, bottom)]
    qtbot.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=corners[0])
    for corner in (*corners[1:], corners[0]):
        qtbot.mouseMove(plot.viewport(), corner)
    qtbot.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=corners[0])
    assert {1, 4, 7, 10} <= set(session.selection)
    assert session.song.id == 5
    session.set_query("Song 001")
    dock.surrounded.emit((2, 3), False)
    assert (session.query, set(session.selection)) == ("", {2, 3})


def test_keys_zoom_and_go_from_song_to_song(dock: MapDock, program: Program, qtbot: Any) -> None:
    plot = dock.plot
    qtbot.waitActive(program.window)
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    position_s = program.context.session.position_s
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    begin = plot.cursor_row
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    before, now = (plot.pixels[0][row] for row in (begin, plot.cursor_row))
    assert now > before or plot.cursor_row == begin
    assert program.context.session.position_s == position_s
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert program.context.session.song.id == int(dock._song_ids[plot.cursor_row])
    whole = np.diff(plot.box.viewRange()[0])
    qtbot.keyClick(plot, Qt.Key.Key_Plus)
    assert np.diff(plot.box.viewRange()[0]) < whole
    qtbot.keyClick(plot, Qt.Key.Key_0)
    assert np.diff(plot.box.viewRange()[0]) == pytest.approx(whole)


def test_it_is_coloured_by_decisions_scores_and_disputes_and_blind_mode_hides_guesses(
    dock: MapDock, program: Program, qtbot: Any
) -> None:
    session, maps = program.context.session, program.window.similarity.maps
    assert "Choose a tag" in dock.remark.text()
    female = program.context.library.codebook.find("female").id
    judge(program, 1, "female", State.YES)
    judge(program, 2, "female", State.NO)
    judge(program, 3, "female", State.UNSURE)
    judge(program, 1, "male", State.NO)
    qtbot.waitUntil(lambda: "Coloured by “female”, which parts" in dock.remark.text())
    assert dock.choices.tag.text() == "female"
    assert json.loads(program.window.similarity.saved())["tag"] is None  # nobody has chosen it
    maps.set_colour(ColourBy(ColourKind.TAG, female))
    assert "Coloured by" not in dock.remark.text()
    texts = [box.text() for box in dock.legend.boxes]
    assert texts == ["yes (1)", "no (1)", "unsure (1)", "not judged (9)"]
    judge(program, 4, "female", State.YES)
    qtbot.waitUntil(lambda: dock.legend.boxes[0].text() == "yes (2)")
    dock.legend.boxes[3].click()
    shown = np.concatenate([layer.rows for layer in dock.plot._layers])
    assert dock._song_ids[shown].tolist() == [2, 3, 1, 4]
    maps.set_colour(ColourBy(ColourKind.PREDICTED, female))
    assert [box.text() for box in dock.legend.boxes] == []
    assert dock.legend.scale.isVisible()
    maps.set_colour(ColourBy(ColourKind.DISAGREEMENT, None))
    assert dock.legend.boxes[0].text() == "in dispute (1)"
    session.set_blind(True)
    qtbot.waitUntil(lambda: "Blind mode hides" in dock.remark.text())
    assert [box.text() for box in dock.legend.boxes] == ["songs (12)"]


def test_a_map_is_kept_and_t_sne_is_another(dock: MapDock, program: Program, qtbot: Any) -> None:
    maps = program.window.similarity.maps
    first = maps.state.songs
    folder = program.window.similarity.indexes.folder()
    dock.choices.method.setCurrentIndex(1)
    dock.choices.method.activated.emit(1)
    wait_for_map(program, qtbot)
    assert maps.state.songs.method is MapMethod.TSNE
    assert len(list(folder.glob("*.map.npz"))) == 2
    maps.set_method(MapMethod.PCA)
    wait_for_map(program, qtbot)
    np.testing.assert_array_equal(maps.state.songs.positions, first.positions)
    dock.plot.zoom(2.0)
    before = dock.plot.box.viewRange()
    maps.draw_again()  # the same songs, so what is in view stays
    wait_for_map(program, qtbot)
    assert dock.plot.box.viewRange() == before
    removing.remove(program.context, (2,))
    qtbot.waitUntil(lambda: len(dock._song_ids) == N_SONGS - 2, timeout=30_000)
    wait_for_jobs(program, qtbot)


def test_marks_are_drawn_where_they_belong_and_cut_at_the_edges() -> None:
    columns, rows = np.array([5, 0, 19, 500, -40]), np.array([4, 0, 9, 4, -40])
    chosen = Layer(np.arange(5), 0xFF336699)
    pixels = draw_marks((20, 10), (columns, rows), [chosen], 2.0)
    assert pixels.shape == (10, 20)
    assert {pixels[4, 5], pixels[0, 0], pixels[9, 19]} == {0xFF336699}
    assert pixels[4, 12] == 0
    over = Layer(np.array([0]), 0xFFFFFFFF, Shape.CROSS)
    assert draw_marks((20, 10), (columns, rows), [chosen, over], 4.0)[4, 5] == 0xFFFFFFFF
    assert not draw_marks((20, 10), (columns[:0], rows[:0]), [], 2.0).any()


@pytest.mark.parametrize("shape", list(Shape))
def test_every_shape_is_symmetrical_and_told_apart(shape: Shape) -> None:
    mark = stamp(shape, 5.0)
    np.testing.assert_allclose(mark, mark[::-1, ::-1])
    assert 0.0 <= mark.min() < mark.max() <= 1.0
    others = [stamp(other, 5.0) for other in Shape if other is not shape]
    assert all(np.abs(mark - other).sum() > 8 for other in others)


def test_colours_are_mixed_by_their_shares() -> None:
    under = np.array([0x00000000, 0xFFFFFFFF], np.uint32)
    half = mixed(under, 0xFF0080FF, 0.5)
    channels = [[(int(pixel) >> shift) & 255 for shift in (24, 16, 8, 0)] for pixel in half]
    np.testing.assert_allclose(channels, [[127, 0, 64, 127], [255, 127, 191, 255]], atol=1)


def test_scores_stand_out_the_more_the_higher_they_are(program: Program) -> None:
    assert program.window.isVisible()
    scores = np.array([0.1, np.nan, 0.9], np.float32)
    colours = MapColours(ColourBy(ColourKind.PREDICTED, 1), "house", np.zeros(3, np.int8), scores)
    found = layers(colours, 3)
    assert [layer.rows.tolist() for layer in found] == [[1], [0], [2]]
    assert [entry.text for entry in entries(colours, 3)] == ["no score"]
    assert found[-1].argb == argb(score_colour(14.5 / 16))
    assert score_colour(1.0).lightness() > score_colour(0.0).lightness()


def test_the_lasso_finds_what_it_surrounds(dock: MapDock) -> None:
    plot = dock.plot
    at = [QPointF(spot(dock, song)) for song in (1, 2)]
    around = [at[0] + QPointF(dx, dy) for dx, dy in ((-3, -3), (3, -3), (3, 3), (-3, 3))]
    assert 0 in plot.rows_within(around).tolist()
    assert plot.rows_within([QPointF(0, 0), QPointF(1, 0), QPointF(0, 1)]).tolist() == []
