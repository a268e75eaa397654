"""A look inside a model: filters are pictures with numbers, spectra are curves with a sentence."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from core.models.inside_records import (
    FilterBank,
    FilterKind,
    LayerKind,
    LayerSpectrum,
    ModelInside,
)
from rhythmcap_gui.app import Program
from rhythmcap_gui.views.models.inside_dialog import InsideDialog
from rhythmcap_gui.views.widgets.diverging_colours import diverging_image
from tests.support.window import wait_for_jobs

FALLING = np.array([1.0, 0.5, 0.1])


def bank(kind: FilterKind = FilterKind.BANDS, height: int = 3, width: int = 3) -> FilterBank:
    values = np.random.default_rng(0).normal(0, 0.1, (6, 1, height, width)).astype(np.float32)
    values[4] = 0.5  # the strongest
    return FilterBank("conv", kind, values, 0.016, 96)


def layer(name: str = "conv", rank: float = 1.0, change: float | None = None) -> LayerSpectrum:
    parent = None if change is None else FALLING
    return LayerSpectrum(
        name, LayerKind.CONVOLUTION, (3, 1, 3, 3), FALLING, rank, FALLING, 2.8, parent, change
    )


@pytest.fixture
def dialog(qtbot: Any) -> InsideDialog:
    shown = InsideDialog("my ear")
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_a_filter_under_the_pointer_tells_its_number_and_weight(dialog: InsideDialog) -> None:
    dialog.show_inside(ModelInside("my ear", False, (bank(),), (layer(),)))
    page = dialog.filters
    box = page.grid.tile_rect(2)
    QTest.mouseMove(page.grid, (QPointF(box.bottomLeft()) + QPointF(2, -2)).toPoint())
    assert page.detail.title.text() == "Filter 3 of 6"
    weight = float(page.bank.values[2, 0, 0, 0])
    assert page.detail.pointed.text().startswith("band 1 from below, 0 ms")
    assert f"{abs(weight):.3f}" in page.detail.pointed.text()
    QTest.keyClick(page.grid, Qt.Key.Key_Right)
    assert page.detail.title.text() == "Filter 4 of 6"
    page.order.setCurrentIndex(1)
    assert page.detail.title.text() == "Filter 5 of 6", "the strongest first"


def test_colours_are_symmetric_around_nothing(qapp: object) -> None:  # noqa: ARG001
    image = diverging_image(np.array([[-1.0, 0.0, 1.0]]), 1.0)
    below, middle, above = (image.pixelColor(column, 0) for column in range(3))
    assert below.blue() > below.red()
    assert above.red() > above.blue()
    assert abs(middle.red() - middle.blue()) < 20


@pytest.mark.parametrize(
    ("kind", "height", "width"),
    [(FilterKind.BANDS, 67, 7), (FilterKind.TIME, 1, 129), (FilterKind.SAMPLES, 1, 3)],
)
def test_every_kind_of_filter_has_a_picture_and_a_sentence(
    dialog: InsideDialog, kind: FilterKind, height: int, width: int
) -> None:
    dialog.show_inside(ModelInside("my ear", False, (bank(kind, height, width),), (layer(),)))
    assert dialog.filters.sentence.text()
    image = dialog.filters.picture()
    below = range(image.height() // 2, image.height(), 5)
    colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in below}
    assert len(colours) > 3


def test_low_rank_and_what_learning_changed_are_told_in_a_sentence(dialog: InsideDialog) -> None:
    layers = (layer("first", 1.2, 0.0), layer("second", 2.7, 0.25))
    dialog.show_inside(ModelInside("my ear", False, (bank(),), layers, "starter"))
    sentence = dialog.spectra.sentence.text()
    assert "1 layer uses fewer than half" in sentence
    assert "first" in sentence
    assert "changed 1 of the 2 layers that “starter” has" in sentence
    assert [dialog.spectra.table.item(row, 5).text() for row in (0, 1)] == ["0 %", "25.0 %"]
    untouched = ModelInside("my ear", False, (bank(),), (layer(change=0.0),), "starter")
    dialog.show_inside(untouched)
    assert "taught only the words" in dialog.spectra.sentence.text()
    assert [one.name for one in dialog.spectra.chart.data.series] == [
        "conv", "weights drawn at random", "starter",
    ]  # fmt: skip


def test_pictures_and_values_are_saved(dialog: InsideDialog, tmp_path: Path) -> None:
    dialog.show_inside(ModelInside("my ear", False, (bank(),), (layer(),)))
    dialog.save_picture(tmp_path / "filters.png")
    assert QImage(str(tmp_path / "filters.png")).width() > 900
    dialog.save_values(tmp_path / "filters.csv")
    rows = list(csv.reader((tmp_path / "filters.csv").read_text().splitlines()))
    assert len(rows) == 1 + 6 * 9
    dialog.tabs.setCurrentIndex(1)
    dialog.save_values(tmp_path / "values.csv")
    assert "singular_value" in (tmp_path / "values.csv").read_text()
    dialog.tabs.setCurrentIndex(0)
    dialog.save_values(tmp_path / "nowhere" / "filters.csv")
    assert "could not be written" in dialog.work.message.text()


def test_a_network_of_another_program_says_why_there_is_nothing(dialog: InsideDialog) -> None:
    dialog.show_inside(ModelInside("onnx", True, (), ()))
    page = dialog._pages.currentWidget()
    assert "ONNX" in page.accessibleName()
    assert not dialog.picture.isEnabled()


def test_the_model_in_use_is_looked_into_from_its_menu(program: Program, qtbot: Any) -> None:
    program.window.action_set["model.inside"].trigger()
    wait_for_jobs(program, qtbot)
    [dialog] = program.window.findChildren(InsideDialog)
    assert dialog.filters.bank.values.shape[2:] == (3, 3)
    assert dialog.spectra.table.rowCount() > 5
    dialog.reject()
