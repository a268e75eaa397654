"""Get a pretrained model: what is known to be public, what it is good at, and one button.

It emits what is wanted and shows how it goes; the download is an operation's.
"""

from __future__ import annotations

from collections.abc import Collection
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.models.catalogue import ARCHITECTURES
from core.models.model_records import PublicModel
from core.models.public_registry import public_models
from rhythmcap_gui import theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import bytes_text
from rhythmcap_gui.views.models.model_format import hearing_text, title_of
from rhythmcap_gui.views.widgets.work_row import WorkRow

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NAME = Qt.ItemDataRole.UserRole
SIZE = (960, 560)
DETAIL_PX = 300


class PretrainedDialog(QDialog):
    """fetch_requested(name), cancel_requested(). here: names of models that are on the shelf."""

    fetch_requested = Signal(str)
    cancel_requested = Signal()

    def __init__(self, here: Collection[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Get a pretrained model"))
        self._rows = {row.name: row for row in public_models()}
        self._here = set(here)
        self.filter = QLineEdit(placeholderText=self.tr("Filter by name, data or network"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.textChanged.connect(self._apply_filter)
        self.list = self._make_list()
        self.detail = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop)
        self.detail.setTextFormat(Qt.TextFormat.RichText)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.detail.setOpenExternalLinks(True)
        self.detail.setFixedWidth(DETAIL_PX)
        self.get = QPushButton(self.tr("Get this model"), default=True)
        self.get.setProperty("primary", True)
        self.get.clicked.connect(self._on_get)
        self.work = WorkRow()
        self.work.cancel_requested.connect(self.cancel_requested)
        self._lay_out()
        self._fill()
        self.resize(*SIZE)

    def chosen(self) -> PublicModel | None:
        """The row that is marked."""
        item = self.list.currentItem()
        return self._rows.get(item.data(0, NAME)) if item is not None else None

    def begin(self) -> None:
        """The download runs."""
        row = self.chosen()
        self.work.begin(self.tr("Getting {}").format(row.name if row else ""))
        self._show_chosen()

    def arrived(self, name: str) -> None:
        """The model stands on the shelf under this name."""
        self._here.add(name)
        self.work.end(self.tr("“{}” is on the shelf, in the Models dock.").format(name))
        self._fill()

    def failed(self, error: Exception) -> None:
        """It did not work: say why, and what to do."""
        self.work.fail(error)
        self._show_chosen()

    def stopped(self) -> None:
        """It was cancelled."""
        self.work.end(self.tr("Cancelled; nothing was kept."), good=False)
        self._show_chosen()

    def reject(self) -> None:
        """Close; what still runs is cancelled."""
        if self.work.running:
            self.cancel_requested.emit()
        super().reject()

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget(columnCount=4, rootIsDecorated=False, uniformRowHeights=True)
        made.setHeaderLabels(
            [self.tr("Model"), self.tr("Trained on"), self.tr("Network"), self.tr("Size")]
        )
        made.setAccessibleName(self.tr("Public models"))
        made.headerItem().setTextAlignment(3, RIGHT)
        head = made.header()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        head.setStretchLastSection(False)
        made.currentItemChanged.connect(self._show_chosen)
        made.itemActivated.connect(lambda _item: self.get.click())
        return made

    def _lay_out(self) -> None:
        close = QPushButton(self.tr("Close"), autoDefault=False)
        close.clicked.connect(self.reject)
        side = QVBoxLayout()
        side.addWidget(self.detail, 1)
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
            texts = [row.name, row.data_set, title_of(row.architecture), bytes_text(row.size_bytes)]
            item = QTreeWidgetItem(self.list, texts)
            item.setData(0, NAME, row.name)
            item.setTextAlignment(3, RIGHT)
            if row.name in self._here:
                item.setIcon(0, theme.icon("check", "good"))
                item.setToolTip(0, self.tr("On the shelf already"))
            if kept is not None and row.name == kept.name:
                self.list.setCurrentItem(item)
        if kept is None:
            self.list.setCurrentItem(self.list.topLevelItem(0))
        self._apply_filter(self.filter.text())

    def _apply_filter(self, text: str) -> None:
        words = text.casefold().split()
        for index in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(index)
            said = " ".join(item.text(column) for column in range(3)).casefold()
            item.setHidden(not all(word in said for word in words))

    def _show_chosen(self, *_items: object) -> None:
        row = self.chosen()
        self.get.setEnabled(row is not None and not self.work.running)
        self.list.setEnabled(not self.work.running)
        if row is None:
            self.detail.clear()
            return
        known = ARCHITECTURES[row.architecture]
        dim = theme.tokens()["dim"]
        checked = (
            self.tr("Its checksum is known and will be compared.")
            if row.sha256
            else self.tr(
                "Nobody has noted its checksum yet; what arrives is written into its card."
            )
        )
        some = ", ".join(row.words[:12])
        words = self.tr("{} words: {} …").format(len(row.words), some)
        facts = (
            (self.tr("Licence"), row.licence),
            (self.tr("Cite"), row.citation),
            (self.tr("Network"), known.paper),
        )
        parts = [
            f"<p style='font-size:17px;font-weight:600'>{escape(row.name)}</p>",
            f"<p>{escape(translated(known.good_at))}</p>",
            f"<p style='color:{dim}'>{escape(hearing_text(known))}.</p>",
            f"<p>{escape(words)}</p>",
            "<p>" + "<br>".join(f"<b>{escape(name)}</b> {escape(text)}" for name, text in facts),
            f"<p style='color:{dim}'>{escape(checked)}</p>",
        ]
        self.detail.setText("".join(parts))

    def _on_get(self) -> None:
        row = self.chosen()
        if row is not None and not self.work.running:
            self.fetch_requested.emit(row.name)
