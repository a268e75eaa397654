"""A model's card to read: what it is, hears and says, what it learned from, how good it is."""

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

from core.models.catalogue import ARCHITECTURES
from rhythmcap_gui import theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import moment_text
from rhythmcap_gui.views.models.model_format import data_text, hearing_text, title_of, wauc_text
from rhythmcap_gui.views.widgets.score_format import score_text

if TYPE_CHECKING:
    from core.library.records import ModelRow

SIZE = (560, 640)
ROW_PX = 24
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ModelCardDialog(QDialog):
    """One model, readable. parent_name: the model it learned from; file_text: where it lies."""

    def __init__(
        self, row: ModelRow, parent_name: str, file_text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Model card: {}").format(row.name))
        self._row = row
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(self._heading())
        column.addLayout(_facts(self._what()))
        column.addLayout(_facts(self._history(parent_name, file_text)))
        per_tag = row.metrics.get("per_tag")
        if isinstance(per_tag, Mapping) and per_tag:
            own, others = (
                self.tr("On held-out songs, by tag"),
                self.tr("On its makers' songs, by tag"),
            )
            column.addWidget(_small_heading(own if row.measured_here else others))
            column.addWidget(self._table(per_tag))
        column.addWidget(_small_heading(self.tr("Its {} words").format(len(row.words))))
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

    def _heading(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
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
        return made

    def _what(self) -> list[tuple[str, str]]:
        known = ARCHITECTURES.get(self._row.architecture)
        rows = [(self.tr("Network"), title_of(self._row.architecture))]
        if known is not None:
            rows += [
                (self.tr("Paper"), known.paper),
                (self.tr("Good at"), translated(known.good_at)),
                (self.tr("Hears"), f"{hearing_text(known)} ({self._provenance('recipe')})"),
            ]
        return rows

    def _history(self, parent_name: str, file_text: str) -> list[tuple[str, str]]:
        settings = self._row.provenance.get("settings") or {}
        learned_from = data_text(self._row)
        remarks = translated(self._provenance("description"))
        rows = [
            (self.tr("Learned from"), learned_from),
            (self.tr("Started from"), parent_name),
            (self.tr("WAUC"), wauc_text(self._row)),
            (self.tr("How it learned"), translated(settings.get("depth_reason") or "")),
            (self.tr("Epochs"), str(settings.get("epochs_done") or "")),
            (self.tr("Source"), str(settings.get("source") or "")),
            (self.tr("Remarks"), remarks if remarks != learned_from else ""),
            (self.tr("Licence"), translated(self._provenance("licence")) or self.tr("not stated")),
            (self.tr("Made"), moment_text(self._row.created_at)),
            (self.tr("File"), file_text),
        ]
        return [(title, text) for title, text in rows if text]

    def _provenance(self, key: str) -> str:
        return str(self._row.provenance.get(key) or "")

    def _table(self, per_tag: Mapping[str, Any]) -> QTableWidget:
        names = sorted(per_tag, key=lambda tag: (-int(per_tag[tag].get("support") or 0), tag))
        heads = [self.tr("Tag"), self.tr("Songs"), self.tr("AUC"), self.tr("AP"), self.tr("F1")]
        made = QTableWidget(len(names), len(heads))
        made.setHorizontalHeaderLabels(heads)
        made.setAccessibleName(self.tr("On held-out songs, by tag"))
        made.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        made.setShowGrid(False)
        made.verticalHeader().hide()
        made.verticalHeader().setDefaultSectionSize(ROW_PX)
        made.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        made.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for row, name in enumerate(names):
            known = per_tag[name]
            figures = [known.get(each) for each in ("auc", "ap", "f1")]
            texts = [name, str(known.get("support") or 0),
                     *("–" if each is None else score_text(each) for each in figures)]  # fmt: skip
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setFont(theme.font(figures=True))
                if column:
                    item.setTextAlignment(RIGHT)
                made.setItem(row, column, item)
        made.horizontalHeaderItem(0).setTextAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        for column in range(1, len(heads)):
            made.horizontalHeaderItem(column).setTextAlignment(RIGHT)
        made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the card scrolls
        made.setFixedHeight(ROW_PX * (len(names) + 2))
        return made


def _facts(rows: Sequence[tuple[str, str]]) -> QFormLayout:
    form = QFormLayout()
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(6)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    for title, text in rows:
        label = QLabel(title)
        label.setProperty("dim", True)
        label.setMinimumWidth(96)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        form.addRow(label, _text(text))
    return form


def _small_heading(text: str) -> QLabel:
    made = QLabel(text)
    made.setProperty("heading", True)
    return made


def _text(text: str) -> QLabel:
    made = QLabel(text, wordWrap=True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
