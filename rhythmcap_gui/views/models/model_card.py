"""The dialog with all that is known of a model: network, words, what it learned from, metrics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import counted, decimal_text, moment_text
from rhythmcap_gui.views.models.model_card_table import ModelCardTable
from rhythmcap_gui.views.models.model_format import data_text, input_text
from rhythmcap_gui.views.widgets.fold_button import FoldButton
from rhythmcap_gui.views.widgets.glossary_link import GlossaryLink
from rhythmcap_gui.views.widgets.measured_text import basis_text, pairs_sentence, wauc_text

if TYPE_CHECKING:
    from core.library.records import ModelRow
    from core.models.model_records import Architecture

SIZE = (560, 640)
GROUP = 8  # digits of a checksum


class ModelCardDialog(QDialog):
    """One model, readable.

    architecture: None for a network that is not known here. parent_name: the model it learned
    from. file_text: where its file is. details_toggled: measures and technical facts were shown or
    hidden. inside_requested(model id): its filters are to be seen. report_requested: save a report.
    """

    details_toggled = Signal(bool)
    inside_requested = Signal(int)
    report_requested = Signal()

    def __init__(
        self,
        row: ModelRow,
        architecture: Architecture | None,
        parent_name: str,
        file_text: str,
        parent: QWidget | None = None,
        *,
        details: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Model card: {}").format(row.name))
        self._row, self._architecture = row, architecture
        self._label_px = 0
        self._table: ModelCardTable | None = None
        self.details = FoldButton(self.tr("Details"))
        self.details.setToolTip(self.tr("Measures, and technical facts such as the checksum"))
        self.details.toggled.connect(self._show_details)
        self.details.unfolded.connect(self.details_toggled)
        inside = QWidget()
        self._fill(inside, parent_name, file_text)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.windowTitle())
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll, 1)
        whole.addLayout(self._bottom())
        self.details.setChecked(details)
        self._show_details(details)
        self.resize(*SIZE)

    def _fill(self, inside: QWidget, parent_name: str, file_text: str) -> None:
        row = self._row
        plain = self._network_facts(), self._origin_facts(parent_name)
        technical = self._technical_facts(file_text)
        titles = [title for rows in (*plain, technical) for title, _text in rows]
        self._label_px = max(map(self.fontMetrics().horizontalAdvance, titles))
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(self._heading())
        for rows in plain:
            column.addWidget(_form(rows, self._label_px))
        per_tag = row.metrics.get("per_tag")
        if isinstance(per_tag, Mapping) and per_tag:
            self._table = ModelCardTable(per_tag)
            column.addWidget(_small_heading(self.tr("How well, by tag")))
            column.addWidget(self._table)
        self._technical = _form(technical, self._label_px)
        column.addWidget(self._technical)
        if row.words:
            column.addWidget(
                _small_heading(counted(self.tr("Its {:# word|# words}"), len(row.words)))
            )
            column.addWidget(_text(" · ".join(row.words)))
        column.addStretch(1)

    def _bottom(self) -> QHBoxLayout:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(16, 0, 16, 16)
        bottom.setSpacing(8)
        bottom.addWidget(self.details)
        bottom.addWidget(GlossaryLink("model_card"))
        inside = QPushButton(self.tr("Look inside…"), autoDefault=False)
        inside.setToolTip(self.tr("Its filters as pictures, and how many of them it needs"))
        inside.clicked.connect(lambda: self.inside_requested.emit(self._row.id))
        bottom.addWidget(inside)
        self.report = QPushButton(self.tr("Save a report…"), autoDefault=False)
        self.report.setToolTip(self.tr("How well it knows your tags, as one page"))
        self.report.setEnabled(bool(self._row.words))
        self.report.clicked.connect(self.report_requested)
        bottom.addWidget(self.report)
        bottom.addWidget(buttons, 1)
        return bottom

    def _show_details(self, shown: bool) -> None:
        self._technical.setVisible(shown)
        if self._table is not None:
            self._table.show_details(shown)

    def _heading(self) -> QWidget:
        heading = QWidget()
        column = QVBoxLayout(heading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        name = QLabel(self._row.name)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("title", True)
        column.addWidget(name)
        if self._row.active:
            used = QLabel(self.tr("In use"))
            used.setProperty("good", True)
            column.addWidget(used)
        return heading

    def _network_facts(self) -> list[tuple[str, str]]:
        known = self._architecture
        title = known.title if known is not None else self._row.architecture
        rows = [(self.tr("Network"), title)]
        if known is not None:
            rows += [
                (self.tr("Paper"), known.paper),
                (self.tr("Good at"), translated(known.good_at)),
            ]
        return [(title, text) for title, text in rows if text]

    def _windows(self) -> str:
        """Say how an ONNX file takes a song; "" for what was learned on top of one."""
        settings = self._row.provenance.get("settings") or {}
        if "window_s" not in settings:
            return ""
        text = self.tr(
            "{window} s at once, the next {hop} s later; {n:# number|# numbers} for each"
        )
        return counted(
            f"{text} ",
            window=decimal_text(settings["window_s"], 2), hop=decimal_text(settings["hop_s"], 2),
            n=settings["n_features"],
        )  # fmt: skip

    def _origin_facts(self, parent_name: str) -> list[tuple[str, str]]:
        settings = self._row.provenance.get("settings") or {}
        learned_from = data_text(self._row)
        remarks = translated(self._provenance("description"))
        rows = [
            (self.tr("Learned from"), learned_from),
            (self.tr("Started from"), parent_name),
            (self.tr("How well"), pairs_sentence(self._row)),
            # of those that learned here lately the remarks say so
            (
                self.tr("Tested"),
                "" if "measured_by" in self._row.metrics else basis_text(self._row),
            ),
            (self.tr("How it learned"), translated(settings.get("depth_reason") or "")),
            (self.tr("Remarks"), remarks if remarks != learned_from else ""),
            (self.tr("Licence"), translated(self._provenance("licence")) or self.tr("not stated")),
            (self.tr("Made"), moment_text(self._row.created_at)),
        ]
        return [(title, text) for title, text in rows if text]

    def _technical_facts(self, file_text: str) -> list[tuple[str, str]]:
        settings, known = self._row.provenance.get("settings") or {}, self._architecture
        network_input = ""
        if known is not None:
            hears = self._windows() if known.is_external else f"{input_text(known)} "
            network_input = f"{hears}({self._provenance('recipe')})"
        rows = [
            (self.tr("WAUC"), wauc_text(self._row)),
            (self.tr("Input"), network_input),
            (self.tr("Epochs"), str(settings.get("epochs_done") or "")),
            (self.tr("Source"), str(settings.get("source") or "")),
            (self.tr("Made with"), str(settings.get("producer") or "")),
            (self.tr("SHA-256"), _in_groups(str(settings.get("sha256") or ""))),
            (self.tr("File"), file_text),
        ]
        return [(title, text) for title, text in rows if text]

    def _provenance(self, key: str) -> str:
        return self._row.provenance.get(key) or ""  # a Message stays one: it is translated


def _form(rows: Sequence[tuple[str, str]], label_px: int) -> QWidget:
    made = QWidget()
    form = QFormLayout(made)
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(6)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    for title, text in rows:
        label = QLabel(title)
        label.setProperty("dim", True)
        label.setFixedWidth(label_px)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        form.addRow(label, _text(text))
    return made


def _in_groups(digits: str) -> str:
    """Cut a checksum into groups, so that it can be read, and wraps."""
    return " ".join(digits[at : at + GROUP] for at in range(0, len(digits), GROUP))


def _small_heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("heading", True)
    return label


def _text(text: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
