"""Tags for songs' own files: which category goes to which field, what would change, and doing it.

What was written can be taken back here, too.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui.number_format import counted
from rhythmcap_gui.plain_text import as_heading, literal
from rhythmcap_gui.view_data import (
    FileTagsOutcome,
    FileTagsPreview,
    FileTagsRequest,
    SongScope,
)
from rhythmcap_gui.views.files.file_changes import FileChanges
from rhythmcap_gui.views.files.song_choice import SongChoice
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog

SIZE, MARGIN, LEFT_PX, FORM_GAP_PX = QSize(1080, 600), QSize(20, 60), 340, 12
FIELDS = ("GENRE", "MOOD", "GROUPING", "COMMENT")


class FileTagsDialog(WorkDialog):
    """Emits plan_requested and back_requested(FileTagsRequest), run_requested(FileTagsPreview).

    cancel_requested: after the file that is being written. last: its fields and
    times are chosen to begin with.
    """

    plan_requested = Signal(object)
    back_requested = Signal(object)
    run_requested = Signal(object)

    def __init__(
        self,
        categories: Sequence[str],
        scope: SongScope,
        last: FileTagsRequest,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Write tags to files"))
        self.preview: FileTagsPreview | None = None
        fields = dict(last.fields)
        self.fields = {name: self._make_field(name, fields.get(name, "")) for name in categories}
        self.songs = SongChoice(scope)
        self.times = QCheckBox(self.tr("Keep the files' times"))
        self.times.setChecked(last.keep_times)
        self.times.setToolTip(self.tr("Programs that go by the time do not notice the change then"))
        self.changes = FileChanges()
        self.work.cancel.setToolTip(self.tr("Stop after this file; what is written stays"))
        self.back = QPushButton(self.tr("Take back…"), autoDefault=False)
        self.back.setToolTip(self.tr("Show what was written into these songs' files before"))
        self.back.clicked.connect(self._request_back)
        self.close_button = QPushButton(self.tr("Close"), autoDefault=False)
        self.close_button.clicked.connect(self.reject)
        self.ok = QPushButton()
        self.ok.setProperty("primary", True)
        self.ok.setDefault(True)
        self.ok.clicked.connect(self._go_on)
        self.songs.changed.connect(self._forget)
        self.times.toggled.connect(lambda _on: self._forget())
        self._lay_out()
        self._refresh()
        self.resize(SIZE.boundedTo(self.screen().availableSize() - MARGIN))

    @property
    def request(self) -> FileTagsRequest:
        """What the controls describe."""
        return FileTagsRequest(
            tuple((name, field) for name, field in self.chosen_fields().items() if field),
            self.songs.query,
            self.songs.song_ids,
            self.times.isChecked(),
        )

    def chosen_fields(self) -> dict[str, str]:
        """Return the field of every category, "" for none."""
        return {
            name: "" if box.currentText() == box.itemText(0) else box.currentText().strip()
            for name, box in self.fields.items()
        }

    def show_preview(self, preview: FileTagsPreview) -> None:
        """Show what would change; it can be done now."""
        self.preview = preview
        self.changes.show_preview(preview)
        self.work.end()
        self._refresh()

    def show_outcome(self, outcome: FileTagsOutcome) -> None:
        """Show what was done and what was not."""
        is_back = self.preview is not None and self.preview.is_back
        self.preview = None
        text = self.tr("{n:# file was|# files were} written.")
        if is_back:
            text = self.tr("{n:# file has|# files have} former tags again.")
        parts = [counted(text, n=outcome.n_done)]
        if outcome.skipped:
            text = self.tr("{n:# was|# were} left alone.")
            parts.append(counted(text, n=len(outcome.skipped)))
        if outcome.left:
            text = self.tr("In {n:# file|# files} a field was left alone.")
            parts.append(counted(text, n=len({path for path, _ in outcome.left})))
        if outcome.n_left:
            parts.append(counted(self.tr("Stopped: {n:# is|# are} left."), n=outcome.n_left))
        self.changes.show_outcome(outcome, is_back=is_back)
        self.work.end(" ".join(parts), good=not (outcome.skipped or outcome.left))
        self._refresh()

    def failed(self, error: Exception) -> None:
        """Show why it is not possible."""
        self.preview = None
        super().failed(error)

    def _stopped_text(self) -> str:
        return self.tr("Stopped.")

    def _go_on(self) -> None:
        if self.work.running:
            return
        if self.preview is not None and self.preview.changes:
            preview = self.preview
            self.begin(self.tr("Taking back") if preview.is_back else self.tr("Writing"))
            self.run_requested.emit(preview)
        elif self.request.fields:
            self._begin_look()
            self.plan_requested.emit(self.request)

    def _request_back(self) -> None:
        self._begin_look()
        self.back_requested.emit(self.request)

    def _begin_look(self) -> None:
        self.preview = None
        self.changes.show_looking()
        self.begin(self.tr("Looking at the files"))

    def _forget(self) -> None:
        """Drop a preview of other choices."""
        if not self.work.running:
            self.preview = None
            self.changes.clear_all()
            self.work.end()
        self._refresh()

    def _refresh(self, *_change: object) -> None:
        running, preview = self.work.running, self.preview
        self._left.setEnabled(not running)
        self.back.setEnabled(not running and self.songs.has_songs)
        n_changes = len(preview.changes) if preview is not None else 0
        text = self.tr("Show changes")
        if preview is not None and n_changes:
            text = self.tr("Write {n:# file|# files}")
            text = self.tr("Take back in {n:# file|# files}") if preview.is_back else text
        self.ok.setText(counted(text, n=n_changes))
        can_look = self.songs.has_songs and bool(self.request.fields)
        self.ok.setEnabled(not running and (n_changes > 0 or can_look))

    def _make_field(self, category: str, field: str) -> QComboBox:
        box = QComboBox(editable=True)
        box.addItems([self.tr("not written"), *FIELDS])
        box.setCurrentText(field or box.itemText(0))
        box.setAccessibleName(self.tr("Field for {category}").format(category=category))
        box.setToolTip(self.tr("A field that players show, or a name of your own"))
        box.currentTextChanged.connect(lambda _text: self._forget())
        return box

    def _lay_out_fields(self) -> QScrollArea:
        """Return the fields of all categories, scrolled where they do not fit."""
        form = QFormLayout()
        form.setContentsMargins(0, 0, FORM_GAP_PX, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, box in self.fields.items():
            label = QLabel(literal(as_heading(name)))
            label.setBuddy(box)
            form.addRow(label, box)
        inside = QWidget()
        inside.setLayout(form)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Fields"))
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inside)
        scroll.setMaximumHeight(inside.sizeHint().height())  # what is below follows at once
        return scroll

    def _lay_out(self) -> None:
        self.fields_area = self._lay_out_fields()
        self._left = QWidget()
        self._left.setFixedWidth(LEFT_PX)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self._heading(self.tr("Fields")))
        left.addWidget(self.fields_area, 1)
        left.addSpacing(6)
        left.addWidget(self._heading(self.tr("Songs")))
        left.addWidget(self.songs)
        left.addSpacing(6)
        left.addWidget(self.times)
        left.addStretch()
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self._left)
        middle.addWidget(self.changes, 1)
        ends = QHBoxLayout()
        ends.addWidget(self.back)
        ends.addStretch(1)
        ends.addWidget(self.close_button)
        ends.addWidget(self.ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(middle, 1)
        column.addWidget(self.work)
        column.addLayout(ends)

    @staticmethod
    def _heading(text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("heading", True)
        return label
