"""What every word of a file of decisions becomes, one or several at a time."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from core.exchange.import_records import ImportPlan, WordChoice, WordUse
from core.folding import fold
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.number_format import counted, number_text
from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import ImportPreview
from rhythmcap_gui.views.files.word_target import WordTarget
from rhythmcap_gui.views.widgets.row_table import RowTable


class WordsPage(QWidget):
    """Emits changed() when a word becomes another than it was."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._preview: ImportPreview | None = None
        self._tags: dict[int, str] = {}
        self._retired: set[int] = set()
        self._n_named: Counter[str] = Counter()
        self.choices: dict[int, WordChoice] = {}
        self.filter = QLineEdit(clearButtonEnabled=True)
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter the words"))
        self.filter.textChanged.connect(self._fill)
        self.new_only = QCheckBox(self.tr("Only new words"))
        self.new_only.toggled.connect(self._fill)
        heads = (self.tr("Word"), self.tr("Decisions"), self.tr("Becomes"))
        self.table = RowTable(heads, self._cells, shares=(4, 0, 5))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setAccessibleName(self.tr("Words of the file"))
        self.table.selection_moved.connect(self._show_target)
        self.target = WordTarget(session)
        self.table.activated_row.connect(lambda _word: self.target.use.setFocus())
        self.target.changed.connect(self._choose)
        self._selected = QLabel()
        self._lay_out()

    def show_preview(self, preview: ImportPreview) -> None:
        """Show the words of a file: first what may be a tag, then new ones, then known ones."""
        self._preview = preview
        self.choices = dict(preview.plan.choices.words)
        self._n_named = Counter(word.name for word in preview.plan.file.words)
        library = self._session.library
        tags = library.codebook.tags(include_retired=True) if library is not None else []
        retired = self.tr("{tag} (retired)")
        self._retired = {tag.id for tag in tags if tag.retired_at is not None}
        self._tags = {
            tag.id: retired.format(tag=tag.name) if tag.id in self._retired else tag.name
            for tag in tags
        }
        self._fill()

    def _fill(self, *_change: object) -> None:
        if self._preview is None:
            return
        plan = self._preview.plan
        wanted = fold(self.filter.text())
        numbers = [
            number
            for number, word in enumerate(plan.file.words)
            if wanted in fold(word.name)
            and (not self.new_only.isChecked() or plan.words[number].choice.use is not WordUse.TAG)
        ]
        numbers.sort(key=self._rank)
        self.table.show_rows(numbers)
        self._show_target()

    def _rank(self, number: int) -> int:
        """Put first what wants a look: like a tag, or a retired one; last what is known."""
        word = self._plan().words[number]
        if word.choice.use is WordUse.TAG:
            return 0 if word.choice.tag_id in self._retired else 2
        return 0 if word.look_alikes or word.alike_words else 1

    def _plan(self) -> ImportPlan:
        assert self._preview is not None
        return self._preview.plan

    def _choice_of(self, number: int) -> WordChoice:
        return self.choices.get(number, self._plan().words[number].choice)

    def _cells(self, number: int) -> tuple[str, str, str]:
        word = self._plan().file.words[number]
        is_twice = self._n_named[word.name] > 1
        name = f"{word.name} ({word.category})" if is_twice else word.name
        n_uses = self._preview.n_of_words.get(number, 0)
        return shown_path(name), number_text(n_uses), self._becomes(number)

    def _becomes(self, number: int) -> str:
        choice = self._choice_of(number)
        tag = self._tags.get(choice.tag_id, "")
        texts = {
            WordUse.TAG: tag,
            WordUse.ALIAS: self.tr("{tag}, and another name of it"),
            WordUse.NEW: self.tr("new: {name} in {category}"),
            WordUse.IGNORE: self.tr("left out"),
        }
        if choice.use is WordUse.TAG:
            return tag
        if choice.use is WordUse.NEW and self._is_other_name(number, choice.name):
            text = self.tr("new: {name} in {category}, and another name of it")
            return text.format(name=choice.name, category=choice.category)
        plan = self._plan()
        alike = [self._tags[tag_id] for tag_id in plan.words[number].look_alikes]
        others = plan.alike_words(number, self._choice_of)
        alike += [plan.file.words[other].name for other in others]
        if choice.use is WordUse.NEW and alike:
            text = self.tr("new: {name} in {category}; looks like {tag}")
            return text.format(name=choice.name, category=choice.category, tag=alike[0])
        return texts[choice.use].format(tag=tag, name=choice.name, category=choice.category)

    def _is_other_name(self, number: int, name: str) -> bool:
        """Tell whether a word becomes a new tag that is named after another word of the file."""
        word = self._plan().file.words[number].name
        return name in self._n_named and fold(word) != fold(name)

    def _show_target(self) -> None:
        numbers = self.table.selected() if self._preview is not None else []
        alike = [tag for number in numbers for tag in self._plan().words[number].look_alikes]
        categories = self._categories()
        choices = [self._choice_of(number) for number in numbers]
        others = [
            self._choice_of(other)
            for number in numbers
            for other in self._plan().alike_words(number, self._choice_of)
        ]
        self.target.show_words(
            choices, list(dict.fromkeys(alike)), categories, list(dict.fromkeys(others))
        )
        text = counted(self.tr("{n:# word becomes|# words become}"), n=len(numbers))
        self._selected.setText(text if numbers else self.tr("No word is selected"))

    def _categories(self) -> list[str]:
        """Return the categories that are proposed for new words."""
        if self._preview is None:
            return []
        proposed = (word.choice.category for word in self._plan().words)
        return [name for name in dict.fromkeys(proposed) if name]

    def _choose(self) -> None:
        before = dict(self.choices)
        for number in self.table.selected():
            word = self._plan().words[number].choice.name or self._plan().file.words[number].name
            choice = self.target.choice_for(word)
            if choice.use in (WordUse.TAG, WordUse.ALIAS) and not choice.tag_id:
                continue  # there is no tag yet
            self.choices[number] = choice
        if self.choices != before:
            self.table.redraw()
            self.changed.emit()

    def _lay_out(self) -> None:
        hint = QLabel(wordWrap=True)
        hint.setText(self.tr(
            "Select one or several words and say what they become. What is here already, or looks "
            "alike here or in the file, is offered first."
        ))  # fmt: skip
        hint.setProperty("caption", True)
        tools = QHBoxLayout()
        tools.setSpacing(12)
        tools.addWidget(self.filter, 1)
        tools.addWidget(self.new_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(hint)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        column.addWidget(self._selected)
        column.addWidget(self.target)
