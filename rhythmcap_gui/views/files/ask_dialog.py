"""What to ask a colleague: which tags, of which songs, how many, blind or not. Writes nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.exchange.colleague.records import RequestOptions
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.files.tag_checks import TagChecks

WIDTH_PX, HEIGHT_PX, LIST_PX = 720, 500, 270
MAX_DRAWN, MAX_SEED = 20_000, 999_999


class AskDialog(QDialog):
    """Emits changed(RequestOptions) after a change, and accepted() on Save…; see options()."""

    changed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("Ask a colleague"))
        self.resize(WIDTH_PX, HEIGHT_PX)
        codebook = session.library.codebook if session.library else None
        self.tags = TagChecks(
            codebook.categories() if codebook else (), codebook.tags() if codebook else ()
        )
        self.tags.setFixedWidth(LIST_PX)
        self.songs = QComboBox()
        self.songs.addItem(self.tr("That I judged on these tags, else all"))
        if session.query.strip():
            self.songs.addItem(self.tr("That the search finds"))
        self.count = QLabel(wordWrap=True)
        self.count.setProperty("caption", True)
        self.n_songs = self._spin(MAX_DRAWN)
        self.n_songs.setSpecialValueText(self.tr("all of them"))
        self.n_songs.setToolTip(self.tr("Fewer are drawn by lot"))
        self.seed = self._spin(MAX_SEED)
        self.seed.setToolTip(self.tr("The same number draws the same songs"))
        self.blind = QCheckBox(self.tr("Blind: my own decisions are not sent along"))
        self.blind.setToolTip(
            self.tr("Otherwise your colleague sees yours beside each decision, once it is made")
        )
        self.note = QLineEdit(maxLength=500)
        self.note.setPlaceholderText(self.tr("A few words, if you like"))
        self.save = QPushButton(self.tr("Save…"))
        self.save.setProperty("primary", True)
        self.save.setDefault(True)
        self.save.setToolTip(self.tr("Choose where the file goes that you send"))
        self.save.clicked.connect(self.accept)
        self._lay_out()
        self.tags.changed.connect(self._emit)
        self.songs.currentIndexChanged.connect(self._emit)
        self.n_songs.valueChanged.connect(lambda number: self._seed_row(number > 0))
        self._seed_row(False)
        self.show_count(0)

    def options(self) -> RequestOptions:
        """Return what is chosen now."""
        return RequestOptions(
            tag_ids=tuple(self.tags.ticked()),
            query=self._session.query if self.songs.currentIndex() == 1 else "",
            n_songs=self.n_songs.value(),
            blind=self.blind.isChecked(),
            seed=self.seed.value(),
            note=self.note.text().strip(),
        )

    def show_count(self, n_found: int) -> None:
        """Say how many songs there are to draw from."""
        n_tags = len(self.tags.ticked())
        text = self.tr("{songs:# song|# songs}, {tags:# tag|# tags}")
        counts = counted(text, songs=n_found, tags=n_tags)
        self.count.setText(counts if n_tags else self.tr("Tick the tags first."))
        self.save.setEnabled(n_found > 0 and n_tags > 0)

    def _seed_row(self, shown: bool) -> None:
        """Show the seed where songs are drawn."""
        self._form.setRowVisible(self.seed, shown)

    def _spin(self, most: int) -> QSpinBox:
        spin = QSpinBox()
        spin.setRange(0, most)
        return spin

    def _emit(self, *_change: object) -> None:
        self.changed.emit(self.options())

    def _make_form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Songs"), self.songs)
        form.addRow("", self.count)
        form.addRow(self.tr("How many"), self.n_songs)
        form.addRow(self.tr("Seed"), self.seed)
        form.addRow(self.tr("Greeting"), self.note)
        form.addRow("", self.blind)
        return form

    def _lay_out(self) -> None:
        self._form = self._make_form()
        caption = QLabel(
            self.tr(
                "One small file is written: songs by the sound of their samples, titles and "
                "lengths, and the tags with what they mean. No audio and no folder is in it."
            ),
            wordWrap=True,
        )
        caption.setProperty("caption", True)
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(6)
        left.addWidget(_heading(self.tr("Which tags")))
        left.addWidget(self.tags, 1)
        right.addWidget(_heading(self.tr("Which songs")))
        right.addLayout(self._form)
        right.addStretch()
        right.addWidget(caption)
        upper = QHBoxLayout()
        upper.setSpacing(24)
        upper.addLayout(left)
        upper.addLayout(right, 1)
        cancel = QPushButton(self.tr("Cancel"), autoDefault=False)
        cancel.setToolTip(self.tr("Write nothing (Esc)"))
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


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("heading", True)
    return label
