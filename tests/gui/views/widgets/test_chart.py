"""A chart: values by pointer and by key, zoom that is never an accident, exports."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QImage, QMouseEvent, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.views.widgets.chart import Chart
from rhythmcap_gui.views.widgets.chart_data import Axis, ChartData, ReferenceLine, Series
from rhythmcap_gui.views.widgets.chart_items import round_step

ROOT = Path(__file__).resolve().parents[4]
CONTROL = Qt.KeyboardModifier.ControlModifier


def figures(n: int = 10) -> ChartData:
    """A falling and a rising line, each on a scale of its own."""
    xs = tuple(float(x) for x in range(1, n + 1))
    falling = tuple(1 / x for x in xs)
    rising = tuple(1 - 0.5 / x for x in xs)
    return ChartData(
        x=Axis("epoch", 1.0, float(n), "{:.0f}".format, least_step=1.0, least_span=2.0),
        y=Axis("loss", 0.0, 1.0),
        right=Axis("WAUC", 0.5, 1.0),
        series=(Series("loss", "loss .1", "bad", xs, falling),
                Series("WAUC", "WAUC .9", "accent", xs, rising, on_right=True)),
        readouts=tuple((x, (f"epoch {x:.0f}", f"loss {1 / x:.3f}")) for x in xs),
        references=(ReferenceLine("before", 0.6, "accent", on_right=True),
                    ReferenceLine("kept", 4.0, "good", upright=True)),
        table=(("epoch", "loss"), *((f"{x:.0f}", repr(1 / x)) for x in xs)),
    )  # fmt: skip


def rows() -> ChartData:
    """Two models' values for three tags."""
    return ChartData(
        x=Axis("AP", 0.0, 1.0, least_span=0.1),
        y=Axis("", 0.0, 2.0, names=("mean", "kick", "a name too long for its room")),
        series=(Series("one", "A one", "#E69F00", (0.2, 0.4), (0.0, 1.0), line=False),
                Series("two", "B two", "#56B4E9", (0.9, 0.8), (0.0, 2.0), symbol=1, line=False)),
        readouts=((0.0, ("mean",)), (1.0, ("kick",)), (2.0, ("long",))),
        by_row=True, x_on_top=True, spans=((0.2, 0.9, 0.0),), show_legend=False,
    )  # fmt: skip


@pytest.fixture
def chart(qapp: QApplication, qtbot: Any) -> Chart:
    theme.apply_theme(qapp, "dark")
    chart = Chart("figures")
    qtbot.addWidget(chart)
    chart.resize(480, 160)
    chart.show()
    chart.show_data(figures())
    QTest.qWait(1)
    return chart


def spot(chart: Chart, x: float, y: float = 0.5) -> QPointF:
    """Where a value stands in the plot."""
    box = chart.plot.boxes[0]
    return QPointF(chart.plot.mapFromScene(box.mapViewToScene(QPointF(x, y))))


def mouse(chart: Chart, kind: QEvent.Type, at: QPointF) -> None:
    pressed = kind != QEvent.Type.MouseMove
    button = Qt.MouseButton.LeftButton if pressed else Qt.MouseButton.NoButton
    held = Qt.MouseButton.LeftButton if kind == QEvent.Type.MouseButtonPress else button
    on_screen = QPointF(chart.plot.viewport().mapToGlobal(at.toPoint()))
    event = QMouseEvent(kind, at, on_screen, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(chart.plot.viewport(), event)


def wheel(widget: QWidget, at: QPointF, modifiers: Qt.KeyboardModifier) -> QWheelEvent:
    event = QWheelEvent(at, QPointF(widget.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, 120),
                        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase,
                        False)  # fmt: skip
    QApplication.sendEvent(widget, event)
    return event


def view_range(chart: Chart) -> tuple[float, float]:
    low, high = chart.plot.boxes[0].viewRange()[0]
    return low, high


def test_no_start_pays_for_the_drawing() -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from rhythmcap_gui.views.models.learning_curve import LearningCurve;"
        "from rhythmcap_gui.views.models.comparison_plot import ComparisonPlot;"
        "curve, plot = LearningCurve(), ComparisonPlot(); curve.show(); app.processEvents();"
        "print('pyqtgraph' in sys.modules)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "False"


def test_the_programs_own_handling_of_errors_stays_in_force() -> None:
    code = (
        "import sys, threading; from rhythmcap_gui.views.widgets.chart import load_plotting;"
        "sys.excepthook = ours = lambda *_args: None; threading.excepthook = ours;"
        "load_plotting(); print(sys.excepthook is ours and threading.excepthook is ours)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "True"


def test_the_pointer_tells_the_nearest_values(chart: Chart) -> None:
    mouse(chart, QEvent.Type.MouseMove, spot(chart, 4.2))
    assert chart.readout.isVisible()
    assert chart.readout.text() == "<b>epoch 4</b><br>loss 0.250"
    assert chart.accessibleDescription() == "epoch 4, loss 0.250"
    chart.show_data(figures(12))  # an epoch more, while the pointer stands still
    assert chart.readout.isVisible()
    QApplication.sendEvent(chart.plot, QEvent(QEvent.Type.Leave))
    assert not chart.readout.isVisible()
    assert "arrow keys" in chart.accessibleDescription()


def test_with_the_keyboard_every_value_can_be_reached(chart: Chart) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert not chart.readout.isVisible()  # a click gave the focus: the keys are the player's
    tabbed = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)
    QApplication.sendEvent(chart, tabbed)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert "epoch 1<" in chart.readout.text()
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert "epoch 10<" in chart.readout.text()
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert "epoch 9<" in chart.readout.text()
    QTest.keyClick(chart, Qt.Key.Key_Plus)
    assert chart.plot.is_zoomed
    QTest.keyClick(chart, Qt.Key.Key_0)
    assert not chart.plot.is_zoomed
    QTest.keyClick(chart, Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text().startswith("epoch\tloss\n1\t1.0\n")


def test_a_wheel_alone_scrolls_what_is_around(chart: Chart, qtbot: Any) -> None:
    scroll = QScrollArea()
    qtbot.addWidget(scroll)
    inside = QWidget()
    inside.setFixedSize(480, 900)
    chart.setParent(inside)
    chart.move(0, 300)
    chart.show()
    scroll.setWidget(inside)
    scroll.resize(500, 300)
    scroll.show()
    scroll.verticalScrollBar().setValue(200)
    at = spot(chart, 5)
    assert not wheel(chart.plot.viewport(), at, Qt.KeyboardModifier.NoModifier).isAccepted()
    assert not chart.plot.is_zoomed
    wheel(chart.plot.viewport(), at, CONTROL)
    assert chart.plot.is_zoomed
    assert scroll.verticalScrollBar().value() == 200
    chart.setParent(None)


def test_ctrl_and_the_wheel_zoom_around_the_pointer(chart: Chart) -> None:
    at = spot(chart, 5)
    wheel(chart.plot.viewport(), at, CONTROL)
    assert spot(chart, 5).x() == pytest.approx(at.x(), abs=3)
    low, high = view_range(chart)
    assert high - low < 9
    for _turn in range(40):
        wheel(chart.plot.viewport(), at, CONTROL)
    low, high = view_range(chart)
    assert high - low == pytest.approx(2.0, rel=0.05)  # as near as the axis allows


def test_a_drag_zooms_into_its_span_and_a_double_click_shows_all_again(chart: Chart) -> None:
    whole = view_range(chart)
    mouse(chart, QEvent.Type.MouseButtonPress, spot(chart, 2.8))
    mouse(chart, QEvent.Type.MouseMove, spot(chart, 6.2))
    mouse(chart, QEvent.Type.MouseButtonRelease, spot(chart, 6.2))
    assert view_range(chart) == pytest.approx((2.8, 6.2), abs=0.2)
    bottom, top = chart.plot.boxes[0].viewRange()[1]
    assert (bottom, top) == pytest.approx((1 / 6, 1 / 3), abs=0.02)  # what is in view fills it
    mouse(chart, QEvent.Type.MouseButtonDblClick, spot(chart, 4))
    assert view_range(chart) == pytest.approx(whole)


def test_a_click_that_moves_nothing_zooms_nothing(chart: Chart) -> None:
    mouse(chart, QEvent.Type.MouseButtonPress, spot(chart, 3))
    mouse(chart, QEvent.Type.MouseButtonRelease, spot(chart, 3) + QPointF(2, 0))
    assert not chart.plot.is_zoomed


def test_the_menu_is_ours_and_opens_by_key_too(chart: Chart) -> None:
    def texts() -> list[str]:
        menu = QApplication.activePopupWidget()
        found = [action.text() for action in menu.actions() if action.text()]
        menu.close()
        return found

    ours = ["Zoom in", "Zoom out", "Show all", "Copy the values", "Save the values (CSV)…",
            "Save as a picture…"]  # fmt: skip
    for widget, reason in ((chart, QContextMenuEvent.Reason.Keyboard),
                           (chart.plot.viewport(), QContextMenuEvent.Reason.Mouse)):  # fmt: skip
        QApplication.sendEvent(widget, QContextMenuEvent(reason, QPoint(60, 60), QPoint(60, 60)))
        assert texts() == ours


def test_the_values_are_saved_as_csv(chart: Chart, tmp_path: Path, qtbot: Any) -> None:
    with qtbot.waitSignal(chart.export_ended) as ended:
        chart.save(tmp_path / "figures.csv")
    assert ended.args[1] == "good"
    with (tmp_path / "figures.csv").open(newline="", encoding="utf-8") as file:
        table = list(csv.reader(file))
    assert table[0] == ["epoch", "loss"]
    assert [float(value) for _epoch, value in table[1:]] == [1 / n for n in range(1, 11)]


def test_a_picture_shows_all_of_it_however_much_is_zoomed(chart: Chart, tmp_path: Path) -> None:
    chart.save(tmp_path / "whole.png")
    chart.zoom("in")
    chart.save(tmp_path / "zoomed.png")
    whole, zoomed = QImage(str(tmp_path / "whole.png")), QImage(str(tmp_path / "zoomed.png"))
    assert whole == zoomed
    assert whole.width() >= 2 * chart.plot.width()
    ground = theme.colour("panel").rgb()
    points = [(x, y) for x in range(0, whole.width(), 3) for y in range(0, whole.height(), 3)]
    assert sum(whole.pixel(x, y) != ground for x, y in points) > 500


def test_a_drawing_has_lines_and_letters_and_no_pixels(chart: Chart, tmp_path: Path) -> None:
    for data in (figures(), rows()):
        chart.show_data(data)
        chart.save(tmp_path / "figures.svg")
        text = (tmp_path / "figures.svg").read_text(encoding="utf-8")
        assert QSvgRenderer(str(tmp_path / "figures.svg")).isValid()
        assert "<image" not in text
        for series in data.series:
            assert series.legend in text  # the legend is in every picture
            assert theme.colour("accent").name() in text or not series.line


def test_what_cannot_be_written_is_shown(chart: Chart, tmp_path: Path, qtbot: Any) -> None:
    with qtbot.waitSignal(chart.export_ended) as ended:
        chart.save(tmp_path / "missing" / "figures.csv")
    text, kind = ended.args
    assert kind == "error"
    assert "figures.csv" in text


def test_a_chart_follows_the_theme(chart: Chart, qapp: QApplication) -> None:
    dark = chart.grab().toImage()
    theme.apply_theme(qapp, "light")
    light = chart.grab().toImage()
    assert light.pixelColor(6, 60) == theme.colour("panel")
    theme.apply_theme(qapp, "dark")
    assert chart.grab().toImage() == dark != light


def test_other_figures_are_drawn_without_building_anew(chart: Chart) -> None:
    before = chart.plot.boxes
    chart.show_data(figures(11))
    assert chart.plot.boxes is before
    chart.show_data(rows())
    assert chart.plot.boxes is not before
    mouse(chart, QEvent.Type.MouseMove, spot(chart, 0.5, 1.1))
    assert chart.readout.text() == "<b>kick</b>"
    chart.show_data(None)
    assert not chart.plot.isVisible()
    assert not chart.readout.isVisible()


@pytest.mark.parametrize(
    ("least", "floor", "step"),
    [(0.03, 0.0, 0.05), (1.9, 0.0, 2.0), (0.4, 1.0, 1.0), (5.0, 0.0, 5.0), (70.0, 0.0, 100.0)],
)
def test_ticks_stand_at_round_values(least: float, floor: float, step: float) -> None:
    assert round_step(least, floor) == pytest.approx(step)
