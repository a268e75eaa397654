"""The dialog with all that is known of a model: network, words, what it learned from, metrics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui import theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import counted, decimal_text, moment_text
from rhythmcap_gui.views.models.model_format import data_text, input_text
from rhythmcap_gui.views.widgets.measured_text import basis_text, wauc_text
from rhythmcap_gui.views.widgets.plain_table import RIGHT, make_plain
from rhythmcap_gui.views.widgets.score_format import score_text

if TYPE_CHECKING:
    from core.library.records import ModelRow
    from core.models.model_records import Architecture

SIZE = (560, 640)
ROW_PX = 24
GROUP = 8  # digits of a checksum


class ModelCardDialog(QDialog):
    """One model, readable.

    architecture: None for a network that is not known here. parent_name: the model it learned
    from. file_text: where its file is.
    """

    def __init__(
        self,
        row: ModelRow,
        architecture: Architecture | None,
        parent_name: str,
        file_text: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Model card: {}").format(row.name))
        self._row, self._architecture = row, architecture
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(self._heading())
        for facts in self._facts(parent_name, file_text):
            column.addLayout(facts)
        per_tag = row.metrics.get("per_tag")
        if isinstance(per_tag, Mapping) and per_tag:
            column.addWidget(_small_heading(self.tr("How well, by tag")))
            column.addWidget(self._table(per_tag))
        if row.words:
            column.addWidget(
                _small_heading(counted(self.tr("Its {:# word|# words}"), len(row.words)))
            )
            column.addWidget(_text(" · ".join(row.words)))
        column.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.windowTitle())
        scroll.setWidget(inside)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(16, 0, 16, 16)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll, 1)
        whole.addWidget(buttons)
        self.resize(*SIZE)

    def _facts(self, parent_name: str, file_text: str) -> list[QFormLayout]:
        blocks = self._network_facts(), self._origin_facts(parent_name, file_text)
        titles = [title for rows in blocks for title, _text in rows]
        label_px = max(map(self.fontMetrics().horizontalAdvance, titles))
        return [_form(rows, label_px) for rows in blocks]

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
            hears = self._windows() if known.is_external else f"{input_text(known)} "
            rows += [
                (self.tr("Paper"), known.paper),
                (self.tr("Good at"), translated(known.good_at)),
                (self.tr("Input"), f"{hears}({self._provenance('recipe')})"),
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

    def _origin_facts(self, parent_name: str, file_text: str) -> list[tuple[str, str]]:
        settings = self._row.provenance.get("settings") or {}
        learned_from = data_text(self._row)
        remarks = translated(self._provenance("description"))
        rows = [
            (self.tr("Learned from"), learned_from),
            (self.tr("Started from"), parent_name),
            (self.tr("WAUC"), wauc_text(self._row)),
            # of those that learned here lately the remarks say so
            (
                self.tr("Measured"),
                "" if "measured_by" in self._row.metrics else basis_text(self._row),
            ),
            (self.tr("How it learned"), translated(settings.get("depth_reason") or "")),
            (self.tr("Epochs"), str(settings.get("epochs_done") or "")),
            (self.tr("Source"), str(settings.get("source") or "")),
            (self.tr("Made with"), str(settings.get("producer") or "")),
            (self.tr("SHA-256"), _in_groups(str(settings.get("sha256") or ""))),
            (self.tr("Remarks"), remarks if remarks != learned_from else ""),
            (self.tr("Licence"), translated(self._provenance("licence")) or self.tr("not stated")),
            (self.tr("Made"), moment_text(self._row.created_at)),
            (self.tr("File"), file_text),
        ]
        return [(title, text) for title, text in rows if text]

    def _provenance(self, key: str) -> str:
        return self._row.provenance.get(key) or ""  # a Message stays one: it is translated

    def _table(self, per_tag: Mapping[str, Any]) -> QTableWidget:
        names = sorted(per_tag, key=lambda tag: (-int(per_tag[tag].get("support") or 0), tag))
        heads = [self.tr("Tag"), self.tr("Songs"), self.tr("AUC"), self.tr("AP"), self.tr("F1")]
        table = QTableWidget(len(names), len(heads))
        table.setHorizontalHeaderLabels(heads)
        table.setAccessibleName(self.tr("How well, by tag"))
        make_plain(table, ROW_PX)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for row, name in enumerate(names):
            metrics = per_tag[name]
            values = [metrics.get(measure) for measure in ("auc", "ap", "f1")]
            texts = [name, str(metrics.get("support") or 0)]
            texts += ["–" if value is None else score_text(value) for value in values]
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setFont(theme.font(figures=True))
                if column:
                    item.setTextAlignment(RIGHT)
                table.setItem(row, column, item)
        table.horizontalHeaderItem(0).setTextAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        for column in range(1, len(heads)):
            table.horizontalHeaderItem(column).setTextAlignment(RIGHT)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the card scrolls
        table.setFixedHeight(ROW_PX * (len(names) + 2))
        return table


def _form(rows: Sequence[tuple[str, str]], label_px: int) -> QFormLayout:
    form = QFormLayout()
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
    return form


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
