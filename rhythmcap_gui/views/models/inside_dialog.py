"""The window that looks inside a model: its filters, and the singular values of its layers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core.exchange.tables.cell_records import csv_text
from rhythmcap_gui.views.models.filters_page import FiltersPage
from rhythmcap_gui.views.models.spectra_page import SpectraPage
from rhythmcap_gui.views.widgets.glossary_link import GlossaryLink
from rhythmcap_gui.views.widgets.placeholder import Placeholder, PlaceholderPage
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog

if TYPE_CHECKING:
    from core.models.inside_records import ModelInside

SIZE, MAX_SIZE, SHARE_OF_PARENT = (980, 640), (1500, 960), 0.85


class InsideDialog(WorkDialog):
    """One model. Shown beside the main window."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Inside {}").format(name))
        self._name = name
        self.filters, self.spectra = FiltersPage(), SpectraPage()
        self.spectra.export_ended.connect(self._show_export)
        self._lay_out()
        size = parent.size() * SHARE_OF_PARENT if parent is not None else QSize(*SIZE)
        self.resize(size.expandedTo(QSize(*SIZE)).boundedTo(QSize(*MAX_SIZE)))
        self._refresh()

    def show_inside(self, found: ModelInside) -> None:
        """Show what was found, or say why there is nothing to show."""
        self.work.end()
        if not found.layers:
            nothing = PlaceholderPage(nothing_text(found), "panel")
            self._pages.setCurrentIndex(self._pages.addWidget(nothing))
        else:
            self._pages.setCurrentWidget(self.tabs)
            self.spectra.show_inside(found)
            self.filters.show_inside(found)
            self._filter_pages.setCurrentIndex(0 if found.banks else 1)
            self.tabs.setCurrentIndex(0 if found.banks else 1)
            (self.filters.grid if found.banks else self.spectra.table).setFocus()
        self._refresh()

    def save_picture(self, path: Path) -> None:
        """Write what the open page shows as PNG."""
        from rhythmcap_gui.views.widgets.chart_export import png_bytes

        if self.tabs.currentIndex() == 0:
            self._write(path, png_bytes(self.filters.picture()))
        else:
            self.spectra.chart.save(path)

    def save_values(self, path: Path) -> None:
        """Write the numbers of the open page as CSV."""
        if self.tabs.currentIndex() == 0:
            self._write(path, csv_text(self.filters.table()).encode("utf-8"))
        else:
            self.spectra.chart.save(path)

    def _write(self, path: Path, content: bytes) -> None:
        from rhythmcap_gui.views.widgets.chart_export import write

        problem = write(path, content)
        if problem:
            text = self.tr("{} could not be written: {}").format(path.name, problem)
            self._show_export(text, "error")
        else:
            self._show_export(self.tr("Saved as {}").format(path), "good")

    def _show_export(self, text: str, kind: str) -> None:
        self.work.end(text, good=kind == "good")

    def _stopped_text(self) -> str:
        return self.tr("Stopped.")

    def _refresh(self, *_change: object) -> None:
        has_page = self._pages.currentWidget() is self.tabs
        has_values = has_page and (self.tabs.currentIndex() == 1 or self.filters.bank is not None)
        for button in (self.picture, self.values):
            button.setEnabled(has_values)

    def _lay_out(self) -> None:
        self._filter_pages = QStackedWidget()
        self._filter_pages.addWidget(self.filters)
        without = Placeholder(
            self.tr("No filters"),
            self.tr(
                "This network has no convolution that reads the sound. See the singular values "
                "of its other layers."
            ),
        )
        self._filter_pages.addWidget(PlaceholderPage(without, "panel"))
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.addTab(self._filter_pages, self.tr("Filters"))
        self.tabs.addTab(self.spectra, self.tr("Singular values"))
        self.tabs.currentChanged.connect(self._refresh)
        self._pages = QStackedWidget()
        self._pages.addWidget(PlaceholderPage(Placeholder(), "panel"))
        self._pages.addWidget(self.tabs)
        self.picture = QPushButton(self.tr("Save as a picture…"), autoDefault=False)
        self.picture.clicked.connect(lambda: self._choose(".png", self.save_picture))
        self.values = QPushButton(self.tr("Save the values (CSV)…"), autoDefault=False)
        self.values.clicked.connect(lambda: self._choose(".csv", self.save_values))
        close = QPushButton(self.tr("Close"), default=True)
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for widget in (self.picture, self.values, GlossaryLink("singular_values")):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._pages, 1)
        column.addWidget(self.work)
        column.addLayout(buttons)

    def _choose(self, suffix: str, save: Callable[[Path], None]) -> None:
        part = "filters" if self.tabs.currentIndex() == 0 else "singular-values"
        proposed = Path.home() / f"{self._name}-{part}{suffix}"
        kinds = {
            ".png": self.tr("Picture") + " (*.png)",
            ".csv": self.tr("Table") + " (*.csv)",
        }
        name, _kind = QFileDialog.getSaveFileName(
            self, self.windowTitle(), str(proposed), kinds[suffix]
        )
        if name:
            path = Path(name)
            save(path if path.suffix else path.with_suffix(suffix))


def nothing_text(found: ModelInside) -> Placeholder:
    """Say why a model has nothing to show, and what to do."""
    if found.is_external:
        return Placeholder(
            _tr("This network is a program of its own"),
            _tr(
                "It came as an ONNX file, which is run and not read. Look inside it with the "
                "program it was made with, or look inside another model here. What in a song "
                "speaks for a word can be found for it all the same, by covering (occlusion)."
            ),
        )
    return Placeholder(
        _tr("Nothing to show"),
        _tr("This model has no layer with several inputs. Choose another model."),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("inside_dialog", text)
