"""What a tag or a category is merged into, with the songs that touches; it stores nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core.library.codebook.codebook_records import MergeAnswer, MergePreview
from core.library.records import Category, Tag
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.codebook.ok_buttons import ok_buttons
from rhythmcap_gui.views.codebook.song_preview import SongPreview
from rhythmcap_gui.views.widgets.score_format import state_word

WIDTH_PX, HEIGHT_PX = 480, 580


class _Target(QComboBox):
    """A list of words that narrows while one types."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(16)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.lineEdit().returnPressed.connect(self._take_first)

    @property
    def target_id(self) -> int:
        """The id of the word whose text stands in the field, 0 for none."""
        index = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        return self.itemData(index) if index >= 0 else 0

    def choose(self, target_id: int) -> None:
        """Choose a word; none of the list leaves the field empty."""
        index = self.findData(target_id)
        self.setCurrentIndex(index)
        if index < 0:
            self.clearEditText()

    def _take_first(self) -> None:
        """Enter in the narrowed list takes its first word; what that touches is seen before OK."""
        completer = self.completer()
        if not self.target_id and completer.popup().isVisible() and completer.setCurrentRow(0):
            self.setCurrentIndex(self.findText(completer.currentCompletion()))


class MergeTagDialog(QDialog):
    """Emits decided(tag id, id of the tag that stays, MergeAnswer) on OK."""

    decided = Signal(int, int, object)

    def __init__(
        self, session: Session, tag: Tag, into_id: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._tag = session, tag
        self.setWindowTitle(self.tr("Merge “{tag}”").format(tag=tag.name))
        self.resize(WIDTH_PX, HEIGHT_PX)  # with room for the question, should there be one
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.target = _Target(self.tr("The tag that stays"))
        codebook = session.library.codebook
        names = {category.id: category.name for category in codebook.categories()}
        for other in codebook.tags():
            if other.id != tag.id:
                text = self.tr("{category}: {tag}")
                text = text.format(category=names[other.category_id], tag=other.name)
                self.target.addItem(text, other.id)
        self.target.choose(into_id)
        self._touched = QLabel(wordWrap=True)
        self._question = QLabel(wordWrap=True)
        self.answers = QButtonGroup(self)
        self._radios = {answer: QRadioButton() for answer in MergeAnswer}
        for index, radio in enumerate(self._radios.values()):
            self.answers.addButton(radio, index)
        self._radios[MergeAnswer.INTO].setChecked(True)
        self._songs = SongPreview(session)
        self._buttons = ok_buttons(self, self.tr("Merge"))
        self._lay_out()
        self.target.editTextChanged.connect(lambda _text: self._preview())
        self._preview()

    def answer(self) -> MergeAnswer:
        """Return which answer counts where two differ."""
        return list(MergeAnswer)[self.answers.checkedId()]

    def choose_answer(self, answer: MergeAnswer) -> None:
        """Choose which answer counts."""
        self._radios[answer].setChecked(True)

    def accept(self) -> None:
        """Close only with a tag to merge into."""
        if self.target.target_id:
            into_id, answer = self.target.target_id, self.answer()
            super().accept()
            self.decided.emit(self._tag.id, into_id, answer)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        head = QLabel(self.tr("“{tag}” becomes one with").format(tag=self._tag.name))
        for widget in (head, self.target, self._touched, self._question, *self._radios.values()):
            box.addWidget(widget)
        box.addWidget(self._songs, 1)
        box.addWidget(self._buttons)

    def _preview(self) -> None:
        into_id = self.target.target_id
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(into_id))
        if not into_id:
            self._touched.setText(self.tr("Choose a tag; typing narrows the list."))
            self._show_conflicts("", MergePreview((), 0, ()))
            self._songs.clear()  # songs under this sentence would be taken for its list
            return
        name, into = self._tag.name, self._session.library.codebook.tag(into_id).name
        preview = self._session.library.tag_uses.merge_preview(self._tag.id, into_id)
        text = self.tr(
            "{n:# song was|# songs were} judged on “{tag}”, {m} of them on “{into}”, too."
            " “{tag}” stays as another name of “{into}”."
        )
        values = {"n": len(preview.song_ids), "m": preview.n_both, "tag": name, "into": into}
        told = [counted(text, **values)]
        if preview.n_rest:
            text = self.tr("On {n:# song|# songs} a no from “the rest is no” gives way.")
            told.append(counted(text, n=preview.n_rest))
        self._touched.setText(" ".join(told))
        self._show_conflicts(into, preview)
        self._songs.show_songs(preview.song_ids, self._remarks(into, preview))

    def _show_conflicts(self, into: str, preview: MergePreview) -> None:
        texts = {
            MergeAnswer.INTO: self.tr("that on “{into}”"),
            MergeAnswer.FROM: self.tr("that on “{tag}”"),
            MergeAnswer.YES: self.tr("yes, where either is yes; else that on “{into}”"),
            MergeAnswer.UNSURE: self.tr("neither: these songs become unsure"),
        }
        n_conflicts = preview.n_disagreeing
        question = self.tr("On {n:# song|# songs} the two answers differ. Which one counts?")
        self._question.setText(counted(question, n=n_conflicts))
        self._question.setVisible(bool(n_conflicts))
        for answer, radio in self._radios.items():
            radio.setText(texts[answer].format(tag=self._tag.name, into=into))
            radio.setVisible(bool(n_conflicts))

    def _remarks(self, into: str, preview: MergePreview) -> dict[int, str]:
        text = self.tr("{tag} {state}, {into} {other}")
        return {
            conflict.song_id: text.format(
                tag=self._tag.name, state=state_word(conflict.state),
                into=into, other=state_word(conflict.into_state),
            )
            for conflict in preview.conflicts
        }  # fmt: skip


class MergeCategoryDialog(QDialog):
    """Emits decided(category id, id of the category that stays) on OK."""

    decided = Signal(int, int)

    def __init__(
        self, session: Session, category: Category, into_id: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._category = category
        self.setWindowTitle(self.tr("Merge “{category}”").format(category=category.name))
        self.setMinimumWidth(WIDTH_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.target = _Target(self.tr("The category that stays"))
        codebook = session.library.codebook
        for other in codebook.categories():
            if other.id != category.id:
                self.target.addItem(other.name, other.id)
        self.target.choose(into_id)
        tags = [t.name for t in codebook.tags(include_retired=True) if t.category_id == category.id]
        text = self.tr(
            "{n:Its tag goes|Its # tags go} there: {names}. No decision changes; a tag whose key is"
            " taken there gets another one."
        )
        empty = self.tr("It has no tags.")
        touched = QLabel(counted(text, n=len(tags), names=", ".join(tags)) if tags else empty)
        touched.setWordWrap(True)
        self._buttons = ok_buttons(self, self.tr("Merge"))
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        head = QLabel(self.tr("“{category}” becomes one with").format(category=category.name))
        for widget in (head, self.target, touched, self._buttons):
            box.addWidget(widget)
        self.target.editTextChanged.connect(lambda _text: self._enable())
        self._enable()

    def accept(self) -> None:
        """Close only with a category to merge into."""
        if into_id := self.target.target_id:
            super().accept()
            self.decided.emit(self._category.id, into_id)

    def _enable(self) -> None:
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.target.target_id))
