"""The dialog to import a model: its file, its network, and what its outputs are called.

A zip or a model of RhythmCap's holds all of this; for a foreign file the guesses can be corrected.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.view_data import WeightsRequest
from rhythmcap_gui.views.models.model_format import input_text
from rhythmcap_gui.views.models.onnx_fields import OnnxFields
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog

if TYPE_CHECKING:
    from core.models.model_records import Architecture, ArchitectureGuess
    from core.models.onnx_records import OnnxGuess, OnnxRequest

WIDTH_PX = 560
WORDS_PX = 120
KERAS, ONNX = (".h5", ".hdf5"), ".onnx"
FILTER = "*.zip *.safetensors *.pth *.pt *.h5 *.hdf5 *.index *.onnx"
LIST_NAMES = {"mtat": "MagnaTagATune", "msd": "Million Song Dataset", "jamendo": "MTG-Jamendo"}


class ImportModelDialog(WorkDialog):
    """detect_requested(Path) for a foreign file.

    import_requested(WeightsRequest | OnnxRequest | Path). tag_lists: known lists of words, by name,
    in the order of the outputs.
    """

    detect_requested = Signal(object)
    import_requested = Signal(object)

    def __init__(
        self,
        architectures: Mapping[str, Architecture],
        tag_lists: Mapping[str, Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._architectures, self._tag_lists = architectures, tag_lists
        self.setWindowTitle(self.tr("Import a model"))
        self._path: Path | None = None
        self._own = False
        self._n_outputs = 0
        self.file = QLineEdit(readOnly=True)
        self.file.setPlaceholderText(
            self.tr("A .zip from a colleague, or .pth, .h5, .safetensors, .onnx")
        )
        self.choose = QPushButton(self.tr("Choose…"), autoDefault=False)
        self.choose.clicked.connect(self._choose)
        self.name = QLineEdit()
        self.architecture = self._make_architectures()
        self.good_at = QLabel(wordWrap=True)
        self.good_at.setProperty("caption", True)
        self.lists = self._make_lists()
        self.load = QPushButton(self.tr("From a file…"), autoDefault=False)
        self.load.clicked.connect(self._load_words)
        self.words = QPlainTextEdit()
        self.words.setFixedHeight(WORDS_PX)
        self.word_count = QLabel()
        self.word_count.setProperty("caption", True)
        self.reading = self._make_readings()
        self.onnx = OnnxFields(self)
        self._lay_out()
        self.architecture.currentIndexChanged.connect(self._refresh)
        self.lists.currentIndexChanged.connect(self._list_chosen)
        self.words.textChanged.connect(self._refresh)
        self.onnx.changed.connect(self._refresh)
        self.resize(WIDTH_PX, 0)
        self._refresh()

    def set_file(self, path: Path, *, own: bool) -> None:
        """Take this file. own: it is RhythmCap's, so that nothing needs to be asked."""
        self._path, self._own, self._n_outputs = path, own, 0
        self.file.setText(str(path))
        # A TensorFlow bundle may have no name but its folder's.
        stem = path.parent.name if path.name.startswith(".") else path.stem
        self.name.setText(stem.replace("_", "-"))
        self.onnx.show_guess(None)
        if not own:
            looking = self.tr("Reading the file"), self.tr("Finding out which network it is")
            self.work.begin(looking[0] if self._is_onnx() else looking[1])
            self.detect_requested.emit(path)
        else:
            self.work.end()
        self._refresh()

    def show_guess(self, guess: ArchitectureGuess) -> None:
        """Fill in what the file's shapes and name suggest."""
        self._n_outputs = guess.n_outputs
        if len(guess.architectures) == 1:
            self.work.end(self.tr("It fits this network."))
            self.architecture.setCurrentIndex(
                max(0, self.architecture.findData(guess.architectures[0]))
            )
        elif guess.architectures:
            self.work.end(self.tr("It fits several networks; choose one."), good=False)
        else:
            self.work.end(self.tr("It fits no network that RhythmCap knows."), good=False)
        self.lists.setCurrentIndex(max(0, self.lists.findData(guess.tag_list)))
        self._refresh()

    def show_onnx_guess(self, guess: OnnxGuess) -> None:
        """Fill in what an ONNX file says of itself."""
        self.onnx.show_guess(guess)
        made_by = self.tr("It can be run. Made with {}.").format(guess.producer)
        self.work.end(made_by if guess.producer else self.tr("It can be run."))
        self._refresh()

    def request(self) -> WeightsRequest | OnnxRequest | Path | None:
        """Return the import that the dialog describes now; None while something is missing."""
        if self._path is None or self.work.running:
            return None
        if self._own:
            return self._path
        name = self.name.text().strip() or self._path.stem
        if self._is_onnx():
            return self.onnx.request(self._path, name)
        words, architecture = self._typed(), self.architecture.currentData()
        fits = bool(words) and (not self._n_outputs or len(words) == self._n_outputs)
        if not fits or len(set(words)) != len(words) or not architecture:
            return None
        return WeightsRequest(self._path, name, architecture, words, self.reading.currentData())

    def accept(self) -> None:
        """Request the import; the dialog closes when it has succeeded."""
        if (request := self.request()) is not None:
            self.import_requested.emit(request)

    def _stopped_text(self) -> str:
        return self.tr("Cancelled; nothing was kept.")

    def _make_lists(self) -> QComboBox:
        lists = QComboBox()
        lists.addItem(self.tr("Typed or pasted below, one per line"), "")
        for key in self._tag_lists:
            lists.addItem(LIST_NAMES.get(key, key), key)
        return lists

    def _make_readings(self) -> QComboBox:
        readings = QComboBox()
        readings.addItem(self.tr("as the weights were trained (recommended)"), "default")
        readings.addItem(self.tr("as their README computes it"), "readme")
        return readings

    def _make_architectures(self) -> QComboBox:
        box = QComboBox()
        box.addItem(self.tr("Which network is it?"), "")
        for row in self._architectures.values():
            if not row.has_lstm and not row.is_external and row.name != "choi_lstm":
                box.addItem(f"{row.title} ({row.year})", row.name)
        return box

    def _lay_out(self) -> None:
        self.form = QFormLayout()
        self.form.setVerticalSpacing(8)
        self.form.setHorizontalSpacing(16)
        self.form.addRow(self.tr("File"), _side_by_side(self.file, self.choose))
        self.form.addRow(self.tr("Name"), self.name)
        self.form.addRow(self.tr("Network"), self.architecture)
        self.form.addRow("", self.good_at)
        self.form.addRow(self.tr("Words"), _side_by_side(self.lists, self.load))
        self.form.addRow("", self.words)
        self.form.addRow("", self.word_count)
        self.form.addRow(self.tr("Computed"), self.reading)
        self.onnx.add_to(self.form)
        for widget, name in (
            (self.file, self.tr("File")), (self.name, self.tr("Name")),
            (self.architecture, self.tr("Network")), (self.lists, self.tr("Word list")),
            (self.words, self.tr("Words, one per line")), (self.reading, self.tr("Computed")),
        ):  # fmt: skip
            widget.setAccessibleName(name)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.ok = self.buttons.addButton(
            self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole
        )  # fmt: skip
        self.ok.setProperty("primary", True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(self.form)
        column.addWidget(self.work)
        column.addWidget(self.buttons)

    def _refresh(self, *_change: object) -> None:
        foreign, onnx = self._path is not None and not self._own, self._is_onnx()
        keras = foreign and self._path.suffix.lower() in KERAS
        self.form.setRowVisible(self.name, foreign)
        for row in range(2, self.form.getWidgetPosition(self.reading)[0]):
            self.form.setRowVisible(row, foreign and not onnx)
        self.form.setRowVisible(self.reading, keras)
        self.onnx.set_visible(self.form, onnx)
        known = self._architectures.get(self.architecture.currentData() or "")
        good_at = translated(known.good_at) if known else ""
        self.good_at.setText(f"{good_at} {input_text(known)}." if known else "")
        words = self._typed()
        text = counted(self.tr("{:# word|# words}"), len(words))
        if self._n_outputs:
            text = self.tr("{:# word|# words}; the file has {:# output|# outputs}")
            text = counted(text, len(words), self._n_outputs)
        if len(set(words)) != len(words):
            text = self.tr("{}; a word occurs twice").format(text)
        self.word_count.setText(text)
        self.ok.setEnabled(self.request() is not None)

    def _is_onnx(self) -> bool:
        return self._path is not None and not self._own and self._path.suffix.lower() == ONNX

    def _typed(self) -> tuple[str, ...]:
        lines = self.words.toPlainText().splitlines()
        return tuple(line.strip() for line in lines if line.strip())

    def _list_chosen(self, *_index: object) -> None:
        words = self._tag_lists.get(self.lists.currentData() or "")
        if words is not None:
            self.words.setPlainText("\n".join(words))

    def _choose(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(
            self, self.tr("Import a model"), str(Path.home()),
            f"{self.tr('Models')} ({FILTER});;{self.tr('All files')} (*)",
        )  # fmt: skip
        if name:
            path = Path(name)
            zipped = path.suffix.lower() == ".zip"
            beside = path.suffix.lower() == ".safetensors" and path.with_suffix(".json").exists()
            self.set_file(path, own=zipped or beside)

    def _load_words(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(
            self, self.tr("A list of words, one per line"), str(Path.home()),
            self.tr("Text (*.txt *.csv);;All files (*)"),
        )  # fmt: skip
        if name:
            self.lists.setCurrentIndex(0)
            text = Path(name).read_bytes().decode("utf-8-sig", errors="replace")
            self.words.setPlainText(text)


def _side_by_side(wide: QWidget, button: QPushButton) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(wide, 1)
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return both
