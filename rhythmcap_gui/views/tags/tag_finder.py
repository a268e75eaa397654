"""Ctrl+K: judge the open song by typing a tag's name.

Enter is yes, Shift+Enter no, Alt+Enter unsure. A word that does not exist is offered as a second,
visible step; it is never made in passing.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from core.library.codebook.codebook_records import TagMatch
from rhythmcap_gui.number_format import clock_text
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.widgets.decision_keys import state_by_modifiers
from rhythmcap_gui.views.widgets.tag_picker import LINE_PX, LINES, TagPicker

CREATE_ROLE = Qt.ItemDataRole.UserRole + 1


class TagFinder(TagPicker):
    """Emits judged(tag id, State), and new_tag_requested(name) after the second step."""

    judged = Signal(int, object)
    new_tag_requested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, self.tr("Find a tag by its name"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.picked.connect(self._judge)

    def show_matches(self, matches: list[TagMatch]) -> None:
        """Show the tags found, and last, never current by itself, the line that makes a new one."""
        super().show_matches(matches)
        word = self.line.text().strip()
        if self._known.is_new(word):
            item = QListWidgetItem(self.tr("Create new tag “{word}”…").format(word=word))
            item.setData(CREATE_ROLE, word)
            item.setSizeHint(QSize(0, LINE_PX))
            self.list.addItem(item)
            self.list.setFixedHeight(LINE_PX * min(LINES, self.list.count()))
        self.hint.setText(self._hint(word, found=bool(matches)))
        self.adjustSize()

    def _hint(self, word: str, *, found: bool) -> str:
        if found or not word:
            return self.tr("Enter: yes · Shift+Enter: no · Alt+Enter: unsure")
        alike = self._session.known_words().look_alikes(word)
        if alike:
            names = ", ".join(f"“{name.tag.name}”" for name in alike[:3])
            return self.tr("There is {names}, which looks alike.").format(names=names)
        return self.tr("No such tag. Press Enter to step on the line above, again to make it.")

    def commit(self, modifiers: Qt.KeyboardModifier) -> None:
        """Judge the current tag; without one found, the first Enter only steps on “Create”."""
        item = self.list.currentItem()
        if item is None:
            last = self.list.count() - 1
            offered = last >= 0 and self.list.item(last).data(CREATE_ROLE) is not None
            self.list.setCurrentRow(last if offered else -1)
            return
        word = item.data(CREATE_ROLE)
        if word is None:
            super().commit(modifiers)
            return
        self.close()
        self.new_tag_requested.emit(word)

    def _judge(self, tag_id: int, modifiers: Qt.KeyboardModifier) -> None:
        self.judged.emit(tag_id, state_by_modifiers(modifiers))


class RegionPicker(TagPicker):
    """The same for the looped part of the song, without new tags: judged(tag id, State)."""

    judged = Signal(int, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        start, end = (clock_text(second, tenths=True) for second in session.loop or (0.0, 0.0))
        question = QCoreApplication.translate(
            "RegionPicker", "Which tag, from {start} to {end}?"
        ).format(start=start, end=end)
        super().__init__(session, question, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.hint.setText(self.tr("Enter: yes · Shift+Enter: no · Alt+Enter: unsure"))
        self.picked.connect(lambda tag, held: self.judged.emit(tag, state_by_modifiers(held)))
