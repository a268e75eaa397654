"""What an import of decisions would do, in a sentence and in numbers; what is chosen for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core.exchange.colleague.records import ANSWER_FORMAT
from core.exchange.import_records import ImportChoices, ImportPlan, MatchedBy
from core.exchange.label_records import MissingMeans
from rhythmcap_gui.number_format import counted, number_text
from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import ImportPreview
from rhythmcap_gui.views.widgets.plain_table import RIGHT

NOT_FOUND = (MatchedBy.NONE, MatchedBy.SEVERAL)
LONGEST_NAME = 200


def overview(preview: ImportPreview) -> str:
    """Say what would come in, and what would not, in one sentence."""
    plan, counts = preview.plan, preview.plan.counts
    n_in = counts.n_new + counts.n_changed
    comes_in = _tr("{n:# decision|# decisions} on {songs:# song|# songs} {n:comes|come} in")
    contradicts = _tr("{n:# decision contradicts|# decisions contradict} yours")
    n_lost = sum(match.by in NOT_FOUND for match in plan.matches)
    n_unsure = sum(
        match.by is MatchedBy.LIKENESS and not plan.song_id(number)
        for number, match in enumerate(plan.matches)
    )
    parts = (
        (n_in, comes_in),
        (counts.n_notes, _tr("{n:# note comes|# notes come} in")),
        (n_lost, _tr("{n:# song was|# songs were} not found")),
        (n_unsure, _tr("{n:# song|# songs} would have to be confirmed")),
        (counts.n_words, _tr("{n:# word is|# words are} new")),
        (counts.n_conflicts, contradicts),
        (counts.n_cut_off, _tr("{n:# region is|# regions are} cut off where the song ends")),
        (plan.n_faults - counts.n_cut_off, _tr("{n:# row does|# rows do} not come in")),
    )
    told = [counted(text, n=n, songs=preview.n_songs) for n, text in parts if n]
    if counts.n_of_codebook and not counts.n_on_songs:
        told.insert(0, _tr("Only words come in, and no decision"))
    elif not n_in:
        told.insert(0, why_nothing(plan) or _tr("No new decision comes in"))
    return "; ".join(told) + "."


def why_nothing(plan: ImportPlan) -> str:
    """Say why an import would change nothing; "" where it would."""
    counts = plan.counts
    if counts.n_on_songs or counts.n_of_codebook:
        return ""
    if not len(plan.file.decisions) and not plan.file.notes:
        return _tr("No new decision comes in: none was found")
    if not any(map(plan.song_id, range(len(plan.file.songs)))):
        return _tr("No new decision comes in: no song of the file was found")
    if counts.n_same or counts.n_conflicts:
        return _tr("No new decision comes in: all that is chosen is here already")
    return _tr("No new decision comes in: nothing of the file is chosen")


class OverviewPage(QWidget):
    """The numbers, and three choices. Emits changed() when one of them was made."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._numbers = QGridLayout()
        self._numbers.setHorizontalSpacing(12)
        self._numbers.setVerticalSpacing(2)
        self._numbers.setColumnStretch(1, 1)
        self.missing = {
            MissingMeans.UNJUDGED: QRadioButton(self.tr("not judged: nothing is known")),
            MissingMeans.NO: QRadioButton(self.tr("no, where the song has any decision")),
        }
        group = QButtonGroup(self)
        for button in self.missing.values():
            group.addButton(button)
        group.buttonToggled.connect(lambda _button, on: on and self.changed.emit())
        self.annotator = QComboBox(editable=True)
        self.annotator.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.annotator.lineEdit().setMaxLength(LONGEST_NAME)
        self.annotator.setAccessibleName(self.tr("Whose decisions they are"))
        self.annotator.activated.connect(lambda _row: self.changed.emit())
        self.annotator.lineEdit().editingFinished.connect(self._name_typed)
        self._names_hint = _caption()
        self.notes = QCheckBox()
        self.notes.toggled.connect(lambda _on: self.changed.emit())
        self._former_name = ""
        self._lay_out()

    def show_preview(self, preview: ImportPreview) -> None:
        """Show the numbers of a plan, and set the choices as they are in it."""
        self.blockSignals(True)
        choices = preview.plan.choices
        self.missing[choices.missing].setChecked(True)
        for widget in (self._means, *self.missing.values(), self._means_hint):
            widget.setVisible(preview.format != ANSWER_FORMAT)
        self._show_annotators(preview, choices)
        n_notes = len(preview.plan.file.notes)
        self.notes.setVisible(n_notes > 0)
        self.notes.setText(
            counted(self.tr("Take the {n:note|# notes} on songs, too"), n=n_notes)
        )  # fmt: skip
        self.notes.setChecked(choices.notes)
        self.blockSignals(False)
        self.show_counts(preview)

    def show_counts(self, preview: ImportPreview) -> None:
        """Show the numbers alone."""
        while (item := self._numbers.takeAt(0)) is not None:
            item.widget().deleteLater()
        for row, (number, words) in enumerate(self._rows(preview.plan)):
            figure = QLabel(number_text(number))
            figure.setAlignment(RIGHT)
            label = QLabel(words, wordWrap=True)
            self._numbers.addWidget(figure, row, 0)
            self._numbers.addWidget(label, row, 1)

    def with_choices(self, choices: ImportChoices) -> ImportChoices:
        """Return the choices as the controls stand; what they are not about stays."""
        missing = next(means for means, button in self.missing.items() if button.isChecked())
        name = self._typed_name()
        return replace(choices, missing=missing, annotator=name, notes=self.notes.isChecked())

    def _show_annotators(self, preview: ImportPreview, choices: ImportChoices) -> None:
        names = [name for name in preview.annotators if name]
        is_open = not preview.annotators or "" in preview.annotators
        self._form.setRowVisible(self.annotator, is_open)
        self.annotator.clear()
        self.annotator.addItem(self._own_name())
        library = self._session.library
        known = [annotator.name for annotator in library.annotators.list()] if library else []
        own = library.annotators.current.name if library is not None else ""
        self.annotator.addItems([name for name in known if name not in ("", own)])
        self.annotator.setEditText(choices.annotator or self._own_name())
        self._former_name = self._typed_name()
        text = self.tr("The file names: {names}.") if is_open else self.tr("All are by {names}.")
        text = text.format(names=", ".join(names[:12]))
        if len(names) > 12:
            text = counted(self.tr("The file names {n:# annotator|# annotators}."), n=len(names))
        self._names_hint.setText(text)
        self._form.setRowVisible(self._names_hint, bool(names))

    def _own_name(self) -> str:
        library = self._session.library
        name = library.annotators.current.name if library is not None else ""
        return self.tr("me ({name})").format(name=name) if name else self.tr("me")

    def _typed_name(self) -> str:
        """The annotator's name; "" for me."""
        typed = self.annotator.currentText().strip()
        return "" if typed == self._own_name() else typed

    def _name_typed(self) -> None:
        if self._typed_name() != self._former_name:
            self._former_name = self._typed_name()
            self.changed.emit()

    def _rows(self, plan: ImportPlan) -> Sequence[tuple[int, str]]:
        counts = plan.counts
        rows = (
            (counts.n_new, self.tr("are added")),
            (counts.n_changed - counts.n_rest, self.tr("change a decision that is here")),
            (counts.n_rest, self.tr("take the place of a no from “the rest is no”")),
            (counts.n_same, self.tr("are here already")),
            (counts.n_conflicts, self.tr("contradict a decision that is here (see Conflicts)")),
            (counts.n_lost, self.tr("are on songs that were not found or confirmed (see Songs)")),
            (counts.n_ignored, self.tr("are on words that are left out (see Words)")),
            (counts.n_twice, self.tr("are decided again by a later row, which counts")),
            (counts.n_cut_off, self.tr("are on regions that are cut off where the song ends")),
            (
                counts.n_behind,
                self.tr("are on regions behind the end of the song, and are left out"),
            ),
        )
        return [row for row in rows if row[0]] or [(0, self.tr("are in this file"))]

    def _lay_out(self) -> None:
        self._form = form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        head = QLabel(self.tr("Of the decisions"))
        head.setProperty("heading", True)
        self._means = QLabel(self.tr("A tag that the file does not give for a song means"))
        self._means.setProperty("heading", True)
        self._means_hint = _caption(self.tr(
            "“No” is right for closed lists only, in which every song was judged on every word; "
            "from what is not judged nothing is learned."
        ))  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(6)
        column.addWidget(head)
        column.addLayout(self._numbers)
        column.addSpacing(12)
        column.addWidget(self._means)
        for button in self.missing.values():
            column.addWidget(button)
        column.addWidget(self._means_hint)
        column.addSpacing(12)
        form.addRow(self.tr("Decisions without a name are by"), self.annotator)
        form.addRow(self._names_hint)
        column.addLayout(form)
        column.addWidget(self.notes)
        column.addStretch(1)


def _caption(text: str = "") -> QLabel:
    made = QLabel(text, wordWrap=True)
    made.setProperty("caption", True)
    return made


def _tr(text: str) -> str:
    return QCoreApplication.translate("import_overview", text)
