"""Title, artists, album and year of one or several songs, in the user's own words.

A word of the user's is marked, with what the file says below it and a way back to that. On OK it
emits what was changed; it reads and stores nothing.
"""

from __future__ import annotations

import re
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui.plain_text import one_line, typed_year
from rhythmcap_gui.view_data import SongWords

WIDTH_PX = 480
YEAR_PX = 112  # "1980–1990"
YEARS_FROM_TO = re.compile(r"([0-9]{4})\s*[-–—]\s*([0-9]{4})")


class WordsDialog(QDialog):
    """Emits decided(words) on OK: a tuple of (title, artist, album or year; what it is now)."""

    decided = Signal(object)

    def __init__(self, words: SongWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._fields: dict[str, QLineEdit] = {}
        self._marks: dict[str, QWidget] = {}
        several = words.n_songs > 1
        title = self.tr("Data of {n} songs").format(n=words.n_songs)
        self.setWindowTitle(title if several else self.tr("Song data"))
        self.setMinimumWidth(WIDTH_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._lay_out()
        self._mark_own()

    def changed_words(self) -> tuple[tuple[str, str | int | None], ...]:
        """Return the words whose fields were changed."""
        changed: list[tuple[str, str | int | None]] = []
        for name, field in self._fields.items():
            text = one_line(field.text())
            word_of_file = self._words.of_file.get(name)
            if text == self._text_of(self._words.common.get(name)):
                continue
            if word_of_file is not None and text == self._text_of(word_of_file):
                changed.append((name, word_of_file))  # with what the field cannot show
            elif name == "year":
                changed.append((name, typed_year(text)))  # None for an empty text
            else:
                changed.append((name, text))
        return tuple(changed)

    def accept(self) -> None:
        """Close; say what was changed, if anything was."""
        changed = self.changed_words()
        super().accept()
        if changed:
            self.decided.emit(changed)

    def _lay_out(self) -> None:
        names = {
            "title": self.tr("Title"), "artist": self.tr("Artists"), "album": self.tr("Album"),
            "year": self.tr("Year"),
        }  # fmt: skip
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for name, text in names.items():
            form.addRow(text, self._field(name, text))
            form.addRow("", self._mark(name))
        self._form = form
        self.hint = QLabel(wordWrap=True)
        self.hint.setProperty("caption", True)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(12)
        box.addLayout(form)
        box.addWidget(self.hint)
        box.addWidget(self._buttons())
        self._order_tabs()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        for button in buttons.buttons():
            button.setIcon(QIcon())
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(self.tr("Save"))
        self._ok.setProperty("primary", True)
        self._cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _order_tabs(self) -> None:
        """Go from field to field, then to the buttons that come and go as one types, then out.

        A word that is typed after a tab must not press one of them.
        """
        backs = [mark.findChild(QPushButton) for mark in self._marks.values()]
        for first, second in pairwise([*self._fields.values(), *backs, self._ok, self._cancel]):
            QWidget.setTabOrder(first, second)

    def _field(self, name: str, text: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(text)
        if name == "year":
            field.setFixedWidth(YEAR_PX if name in self._words.common else 2 * YEAR_PX)
        if name in self._words.common:
            field.setText(self._text_of(self._words.common[name]))
        else:
            field.setPlaceholderText(self.tr("several"))
        field.setCursorPosition(0)
        field.textChanged.connect(lambda _text: self._mark_own())
        self._fields[name] = field
        return field

    def _mark(self, name: str) -> QWidget:
        """Make the line below a field: that the word is the user's, and the way to the file's."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        word = self._text_of(self._words.of_file.get(name))
        says = self.tr("✎ Yours. The file says: {word}").format(word=word)
        label = QLabel(says if word else self.tr("✎ Yours. The file says nothing."))
        label.setProperty("caption", True)
        label.setWordWrap(True)
        back = QPushButton(self.tr("Take the file's"))
        back.setProperty("flat", True)
        back.clicked.connect(lambda: self._fields[name].setText(word))
        row.addWidget(label, 1)
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        self._marks[name] = line
        return line

    def _mark_own(self) -> None:
        """Show below each field of one song whose word is not the file's what the file says."""
        for name, line in self._marks.items():
            word = self._text_of(self._words.of_file.get(name))
            is_own = self._words.n_songs == 1 and one_line(self._fields[name].text()) != word
            self._form.setRowVisible(line, is_own)
        year = self._fields["year"].text().strip()
        problem = self._year_problem(year)
        self._ok.setEnabled(not problem)
        self.hint.setText(problem or "\n".join(self._hints()))
        if self.isVisible():
            self.adjustSize()

    def _hints(self) -> list[str]:
        hints = [
            self.tr("Several artists are separated by a semicolon. The files are not changed.")
        ]
        if self._words.n_songs > 1:
            hints.insert(
                0, self.tr("Only what you type is changed, in all of these songs at once.")
            )
        return hints

    def _year_problem(self, year: str) -> str:
        """Say why a year cannot be saved; "" where it can."""
        if year and typed_year(year) is None:
            return self.tr("This is no year. Write it as in 1932, c1965 or 1980–1990, of which the "
                           "first counts.")  # fmt: skip
        found = YEARS_FROM_TO.fullmatch(year)
        if found and int(found[1]) > int(found[2]):
            text = self.tr("“{}” is the wrong way round: {} comes after {}.")
            return text.format(year, found[1], found[2])
        return ""

    def _text_of(self, word: str | int | None) -> str:
        return "" if word is None else one_line(str(word))
