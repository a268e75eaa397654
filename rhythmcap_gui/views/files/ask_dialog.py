"""What to ask a colleague: which tags, of which songs, how many, blind or not. Writes nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.exchange.colleague.records import RequestOptions
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.session import Session

WIDTH_PX, HEIGHT_PX, LIST_PX = 640, 460, 250
TAG_ID = Qt.ItemDataRole.UserRole
MAX_DRAWN, MAX_SEED = 20_000, 999_999


class AskDialog(QDialog):
    """Emits changed(RequestOptions) at every change, and accepted() on Save…; see options()."""

    changed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("Ask a colleague"))
        self.resize(WIDTH_PX, HEIGHT_PX)
        self.tags = self._make_tags()
        self.songs = QComboBox()
        self.songs.addItem(self.tr("That I judged on these tags, else all"))
        if session.query.strip():
            self.songs.addItem(self.tr("That the search finds"))
        self.songs.currentIndexChanged.connect(self._emit)
        self.count = QLabel(wordWrap=True)
        self.count.setProperty("caption", True)
        self.n_songs = self._spin(MAX_DRAWN)
        self.n_songs.setSpecialValueText(self.tr("all"))
        self.seed = self._spin(MAX_SEED)
        self.seed.setToolTip(self.tr("The same number draws the same songs"))
        self.blind = QCheckBox(self.tr("Blind: my own decisions are not sent along"))
        self.blind.setToolTip(
            self.tr("Otherwise your colleague sees yours beside each decision, once it is made")
        )
        self.note = QLineEdit(maxLength=500)
        self.save = QPushButton(self.tr("Save…"))
        self.save.setProperty("primary", True)
        self.save.setDefault(True)
        self.save.clicked.connect(self.accept)
        self._lay_out()
        self.tags.itemChanged.connect(self._emit)
        self.show_count(0)

    def options(self) -> RequestOptions:
        """Return what is chosen now."""
        return RequestOptions(
            tag_ids=tuple(self._chosen()),
            query=self._session.query if self.songs.currentIndex() == 1 else "",
            n_songs=self.n_songs.value(),
            blind=self.blind.isChecked(),
            seed=self.seed.value(),
            note=self.note.text().strip(),
        )

    def show_count(self, n_found: int) -> None:
        """Say how many songs there are to draw from."""
        n_tags = len(self._chosen())
        text = self.tr("{songs:# song|# songs}, {tags:# tag|# tags}")
        self.count.setText(counted(text, songs=n_found, tags=n_tags))
        self.save.setEnabled(n_found > 0 and n_tags > 0)

    def _make_tags(self) -> QListWidget:
        tags = QListWidget()
        tags.setAccessibleName(self.tr("Tags to be judged"))
        tags.setFixedWidth(LIST_PX)
        codebook = self._session.library.codebook if self._session.library else None
        names = {c.id: c.name for c in codebook.categories()} if codebook else {}
        for tag in codebook.tags() if codebook else ():
            item = QListWidgetItem(f"{names.get(tag.category_id, '')}: {tag.name}", tags)
            item.setData(TAG_ID, tag.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        return tags

    def _chosen(self) -> list[int]:
        items = (self.tags.item(row) for row in range(self.tags.count()))
        return [item.data(TAG_ID) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _spin(self, most: int) -> QSpinBox:
        spin = QSpinBox()
        spin.setRange(0, most)
        return spin

    def _emit(self, *_change: object) -> None:
        self.changed.emit(self.options())

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Songs"), self.songs)
        form.addRow("", self.count)
        form.addRow(self.tr("Draw"), self.n_songs)
        form.addRow(self.tr("Seed"), self.seed)
        form.addRow(self.tr("Greeting"), self.note)
        form.addRow(self.blind)
        caption = QLabel(
            self.tr(
                "One small file is written: songs by the sound of their samples, titles and "
                "lengths, and the tags with what they mean. No audio and no folder is in it."
            ),
            wordWrap=True,
        )
        caption.setProperty("caption", True)
        right = QVBoxLayout()
        right.addLayout(form)
        right.addStretch()
        right.addWidget(caption)
        upper = QHBoxLayout()
        upper.setSpacing(16)
        upper.addWidget(self.tags)
        upper.addLayout(right, 1)
        cancel = QPushButton(self.tr("Cancel"), autoDefault=False)
        cancel.clicked.connect(self.reject)
        ends = QHBoxLayout()
        ends.addStretch(1)
        ends.addWidget(cancel)
        ends.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(upper, 1)
        column.addLayout(ends)
