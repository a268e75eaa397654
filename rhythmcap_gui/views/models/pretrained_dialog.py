"""The dialog to get a pretrained model: the public models, what they are good at, one button.

It emits which one to fetch and shows the progress; the download is an operation's.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.folding import fold
from core.models.model_records import Architecture, PublicModel
from rhythmcap_gui import theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import bytes_text, counted
from rhythmcap_gui.views.models.model_format import input_text, title_of
from rhythmcap_gui.views.widgets.plain_table import RIGHT
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog

NAME = Qt.ItemDataRole.UserRole
SIZE = (960, 560)
DETAIL_PX = 300


class PretrainedDialog(WorkDialog):
    """fetch_requested(name), cancel_requested(). added: names of models the library has already."""

    fetch_requested = Signal(str)

    def __init__(
        self,
        models: Sequence[PublicModel],
        architectures: Mapping[str, Architecture],
        added: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Get a pretrained model"))
        self._rows = {model.name: model for model in models}
        self._architectures = architectures
        self._added = set(added)
        self.filter = QLineEdit(placeholderText=self.tr("Filter by name, data or network"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.textChanged.connect(self._apply_filter)
        self.list = self._make_list()
        self.detail = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop)
        self.detail.setTextFormat(Qt.TextFormat.RichText)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.detail.setOpenExternalLinks(True)
        self.get = QPushButton(self.tr("Get this model"), default=True)
        self.get.setProperty("primary", True)
        self.get.clicked.connect(self._on_get)
        self._lay_out()
        self._fill()
        self.resize(*SIZE)

    def chosen(self) -> PublicModel | None:
        """Return the selected model."""
        item = self.list.currentItem()
        return self._rows.get(item.data(0, NAME)) if item is not None else None

    def arrived(self, name: str) -> None:
        """Show that the model was added under this name."""
        self._added.add(name)
        self.work.end(self.tr("“{}” is in the library now, under Models.").format(name))
        self._fill()

    def _stopped_text(self) -> str:
        return self.tr("Cancelled; nothing was kept.")

    def _make_list(self) -> QTreeWidget:
        tree = QTreeWidget(columnCount=4, rootIsDecorated=False, uniformRowHeights=True)
        tree.setHeaderLabels(
            [self.tr("Model"), self.tr("Trained on"), self.tr("Network"), self.tr("Size")]
        )
        tree.setAccessibleName(self.tr("Public models"))
        tree.headerItem().setTextAlignment(3, RIGHT)
        head = tree.header()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        head.setStretchLastSection(False)
        tree.currentItemChanged.connect(self._refresh)
        tree.itemActivated.connect(lambda _item: self.get.click())
        return tree

    def _lay_out(self) -> None:
        close = QPushButton(self.tr("Close"), autoDefault=False)
        close.clicked.connect(self.reject)
        side = QVBoxLayout()
        area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        area.setAccessibleName(self.tr("About this model"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.detail)
        area.setFixedWidth(theme.scaled(DETAIL_PX))
        side.addWidget(area, 1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.list, 1)
        middle.addLayout(side)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.get)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.filter)
        column.addLayout(middle, 1)
        column.addWidget(self.work)
        column.addLayout(buttons)

    def _fill(self) -> None:
        kept = self.chosen()
        self.list.clear()
        for row in self._rows.values():
            texts = [row.name, row.data_set, title_of(row.architecture, self._architectures),
                     bytes_text(row.size_bytes)]  # fmt: skip
            item = QTreeWidgetItem(self.list, texts)
            item.setData(0, NAME, row.name)
            item.setTextAlignment(3, RIGHT)
            if row.recommended:
                item.setText(1, self.tr("{} · recommended").format(row.data_set))
            if row.name in self._added:
                item.setIcon(0, theme.icon("check", "good"))
                item.setToolTip(0, self.tr("In the library already"))
            if kept is not None and row.name == kept.name:
                self.list.setCurrentItem(item)
        if kept is None:
            rows = list(self._rows.values())
            first = next((index for index, row in enumerate(rows) if row.recommended), 0)
            self.list.setCurrentItem(self.list.topLevelItem(first))
        self._apply_filter(self.filter.text())

    def _apply_filter(self, text: str) -> None:
        words = fold(text).split()
        for index in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(index)
            text_of_row = fold(" ".join(item.text(column) for column in range(3)))
            item.setHidden(not all(word in text_of_row for word in words))

    def _refresh(self, *_items: object) -> None:
        row = self.chosen()
        self.get.setEnabled(row is not None and not self.work.running)
        self.list.setEnabled(not self.work.running)
        if row is None:
            self.detail.clear()
            return
        known = self._architectures[row.architecture]
        dim = theme.tokens()["dim"]
        checked = (
            self.tr("Its checksum is known and will be compared.")
            if row.sha256
            else self.tr(
                "Nobody has noted its checksum yet; what arrives is written into its card."
            )
        )
        first_words = ", ".join(row.words[:12])
        words = counted(self.tr("{:# word|# words}: {} …"), len(row.words), first_words)
        facts = (
            (self.tr("Licence"), row.licence),
            (self.tr("Cite"), row.citation),
            (self.tr("Network"), known.paper),
        )
        parts = [
            f"<p style='font-size:17px;font-weight:600'>{escape(row.name)}</p>",
            f"<p>{escape(translated(known.good_at))}</p>",
            f"<p style='color:{dim}'>{escape(input_text(known))}.</p>",
            f"<p>{escape(words)}</p>",
            "<p>" + "<br>".join(f"<b>{escape(name)}</b> {escape(text)}" for name, text in facts),
            f"<p style='color:{dim}'>{escape(checked)}</p>",
        ]
        self.detail.setText("".join(parts))

    def _on_get(self) -> None:
        row = self.chosen()
        if row is not None and not self.work.running:
            self.fetch_requested.emit(row.name)
