"""A citable deposit: what it says of itself, what goes in, and a sentence of what that makes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from core.exchange.deposit.deposit_records import (
    DepositCounts,
    DepositFault,
    DepositOptions,
    DepositProblem,
)
from rhythmcap_gui.local_paths import path_of
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.view_data import DepositScope
from rhythmcap_gui.views.files.creators_table import NAME, ORCID, CreatorsTable
from rhythmcap_gui.views.files.deposit_contents import DepositContents
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog

SIZE, MARGIN = QSize(920, 580), QSize(20, 60)
TEXT_PX, VERSION_PX = 76, 110
LONGEST_TITLE, LONGEST_VERSION = 300, 40


class DepositDialog(WorkDialog):
    """count_requested(query, everybody's decisions); prepare_requested(DepositOptions, Path).

    The path is the folder in which the deposit gets a folder of its own.
    """

    count_requested = Signal(str, bool)
    prepare_requested = Signal(object, object)

    def __init__(
        self,
        scope: DepositScope,
        last: DepositOptions,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Prepare a deposit"))
        self._folder = folder
        self._counts: DepositCounts | None = None
        self._was_tried = False
        self._make_fields()
        self.contents = DepositContents(scope)
        self._show(last)
        self._lay_out()
        self.title.textChanged.connect(self._check)
        self.version.textChanged.connect(self._check)
        self.creators.changed.connect(self._check)
        self.contents.changed.connect(self._show_preview)
        self.contents.scope_changed.connect(self._count)
        self.resize(SIZE.boundedTo(self.screen().availableSize() - MARGIN))
        self._check()

    def options(self) -> DepositOptions:
        """Return what the fields describe, without a date."""
        return self.contents.options(
            DepositOptions(
                " ".join(self.title.text().split()),
                self.creators.creators(),
                "",
                description=self.description.toPlainText().strip(),
                licence=str(self.licence.currentData()),
                version=self.version.text().strip(),
            )
        )

    def begin_counting(self) -> None:
        """Ask what would go in."""
        self._count()

    def show_counts(self, counts: DepositCounts) -> None:
        """Show what would go in."""
        self._counts = counts
        self._show_preview()

    def accept(self) -> None:
        """Ask for the folder, and request the deposit; the dialog closes when it is made."""
        self._was_tried = True
        problems = self._check()
        if problems:
            self._field_of(problems[0]).setFocus()
            return
        if self.work.running or not self._has_songs():
            return
        name = QFileDialog.getExistingDirectory(
            self, self.tr("Where the folder of the deposit goes"), str(self._folder)
        )
        if name:
            self._folder = path_of(name)
            self.begin(self.tr("Preparing the deposit"))
            self.prepare_requested.emit(self.options(), self._folder)

    def _stopped_text(self) -> str:
        return self.tr("Stopped; nothing was written.")

    def _show(self, last: DepositOptions) -> None:
        self.title.setText(last.title)
        self.description.setPlainText(last.description)
        self.creators.show_creators(last.creators)
        self.licence.setCurrentIndex(max(0, self.licence.findData(last.licence)))
        self.version.setText(last.version)
        self.contents.show_options(last)

    def _count(self) -> None:
        self._counts = None
        self._show_preview()
        self.count_requested.emit(*self.contents.scope())

    def _has_songs(self) -> bool:
        return self._counts is None or self._counts.n_songs > 0

    def _show_preview(self) -> None:
        """Say in a sentence what goes in; while it is counted, the former one is dimmed."""
        counts = self._counts
        if counts is None:
            self.preview.setText(self.tr("Counting what goes in"))
        elif not counts.n_songs:
            self.preview.setText(self.tr("There is no song whose decisions could go in."))
        else:
            text = self.tr(
                "{songs:# song|# songs}, {n:# decision|# decisions} by "
                "{who:# annotator|# annotators} go in; no audio, no paths."
            )
            words = counted(text, songs=counts.n_songs, n=counts.n_decisions,
                            who=counts.n_annotators)  # fmt: skip
            self.preview.setText(" ".join([words, *self.contents.model_sentence()]))
        self._refresh()

    def _check(self) -> list[DepositProblem]:
        """Show what is wrong; a field that is only empty still is so after a try alone."""
        options = self.options()
        found = list(options.problems)
        shown = [p for p in found if self._was_tried or p.fault is DepositFault.BAD_ORCID]
        texts: dict[str, list[str]] = {name: [] for name in self.problems}
        for problem in shown:
            texts[FIELDS[problem.fault]].append(self._text_of(problem, options))
        for name, label in self.problems.items():
            label.setText("\n".join(texts[name]))
            label.setVisible(bool(texts[name]))
        columns = {DepositFault.BAD_ORCID: ORCID, DepositFault.NO_NAME: NAME}
        self.creators.show_faults(
            [(problem.row, columns[problem.fault]) for problem in shown if problem.row >= 0]
        )
        text = self.tr("It becomes a new folder, named after “{name}”.")
        name = f"{options.title} {options.version}".strip()
        self.place.setText(text.format(name=name) if options.title else "")
        self.place.setVisible(bool(options.title))
        self._make_room()
        return found

    def _text_of(self, problem: DepositProblem, options: DepositOptions) -> str:
        sentences = {
            DepositFault.NO_TITLE: self.tr("Give it a title."),
            DepositFault.NO_VERSION: self.tr("Give it a version, such as 1.0.0."),
            DepositFault.NO_CREATOR: self.tr("Write who made it."),
            DepositFault.NO_NAME: self.tr("A name is missing."),
            DepositFault.BAD_ORCID: self.tr(
                "“{orcid}” is no ORCID. Write it as 0000-0002-1825-0097, or leave it empty."
            ),
        }
        orcid = options.creators[problem.row].orcid if problem.row >= 0 else ""
        return sentences[problem.fault].format(orcid=orcid)

    def _field_of(self, problem: DepositProblem) -> QWidget:
        fields = {"title": self.title, "creators": self.creators.table, "version": self.version}
        return fields[FIELDS[problem.fault]]

    def _refresh(self, *_change: object) -> None:
        running = self.work.running
        self._fields.setEnabled(not running)
        self.ok.setEnabled(not running and self._has_songs())
        self._make_room()

    def _make_room(self) -> None:
        """Grow where sentences need more lines; a layout alone would cut them."""
        needed = self.layout().totalHeightForWidth(self.width())
        if needed > self.height():
            self.resize(self.width(), needed)

    def _make_fields(self) -> None:
        self.title = _line(self.tr("Title"), LONGEST_TITLE)
        self.description = QPlainTextEdit(tabChangesFocus=True)
        self.description.setAccessibleName(self.tr("Description"))
        self.description.setMinimumHeight(TEXT_PX)
        self.description.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.description.setPlaceholderText(
            self.tr("Which music, why these tags, who judged, and how")
        )
        self.creators = CreatorsTable()
        self.licence = self._make_licences()
        self.version = _line(self.tr("Version"), LONGEST_VERSION)
        self.version.setFixedWidth(VERSION_PX)
        self.problems = {name: _wrong() for name in ("title", "creators", "version")}
        self.preview = QLabel(wordWrap=True)
        self.preview.setProperty("heading", True)
        self.place = QLabel(wordWrap=True)
        self.place.setProperty("dim", True)
        self.ok = QPushButton(self.tr("Prepare…"))
        self.ok.setProperty("primary", True)
        self.ok.setDefault(True)
        self.ok.clicked.connect(self.accept)

    def _make_licences(self) -> QComboBox:
        licences = QComboBox()
        licences.setAccessibleName(self.tr("Licence"))
        licences.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for name, words in (
            ("CC-BY-4.0", self.tr("Free to use for all who name you (CC BY 4.0)")),
            ("CC-BY-SA-4.0", self.tr("Likewise, if what they make is as free (CC BY-SA 4.0)")),
            ("CC-BY-NC-4.0", self.tr("For all who name you, not for profit (CC BY-NC 4.0)")),
            (
                "CC-BY-NC-SA-4.0",
                self.tr("Not for profit, if what they make is as free (CC BY-NC-SA 4.0)"),
            ),
            ("CC0-1.0", self.tr("Free to use, without any condition (CC0 1.0)")),
        ):
            licences.addItem(words, name)
        return licences

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(_heading(self.tr("What it says of itself")))
        _add(left, self.tr("Title"), self.title, self.problems["title"])
        _add(left, self.tr("Description"), self.description)
        left.setStretchFactor(self.description, 1)
        left.addSpacing(6)
        left.addWidget(self.creators)
        left.addWidget(self.problems["creators"])
        terms, number = QVBoxLayout(), QVBoxLayout()
        for box in (terms, number):
            box.setSpacing(4)
        _add(terms, self.tr("Licence"), self.licence)
        _add(number, self.tr("Version"), self.version)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(terms, 1)
        row.addLayout(number)
        left.addLayout(row)
        left.addWidget(self.problems["version"])
        self._fields = QWidget()
        both = QHBoxLayout(self._fields)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(28)
        both.addLayout(left, 3)
        both.addWidget(self.contents, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(12)
        whole.addWidget(self._fields, 1)
        for widget in (self.preview, self.place, self.work):
            whole.addWidget(widget)
        whole.addLayout(self._ends())

    def _ends(self) -> QHBoxLayout:
        cancel = QPushButton(self.tr("Cancel"), autoDefault=False)
        cancel.setToolTip(self.tr("Write nothing (Esc)"))
        cancel.clicked.connect(self.reject)
        ends = QHBoxLayout()
        ends.addStretch(1)
        ends.addWidget(cancel)
        ends.addWidget(self.ok)
        return ends


FIELDS = {
    DepositFault.NO_TITLE: "title",
    DepositFault.NO_VERSION: "version",
    DepositFault.NO_CREATOR: "creators",
    DepositFault.NO_NAME: "creators",
    DepositFault.BAD_ORCID: "creators",
}


def _add(box: QVBoxLayout, title: str, *widgets: QWidget) -> None:
    label = QLabel(title)
    label.setBuddy(widgets[0])
    box.addSpacing(6)
    for widget in (label, *widgets):
        box.addWidget(widget)


def _line(name: str, longest: int) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setMaxLength(longest)
    return made


def _wrong() -> QLabel:
    label = QLabel(wordWrap=True)
    label.setProperty("bad", True)
    label.hide()
    return label


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("heading", True)
    return label
