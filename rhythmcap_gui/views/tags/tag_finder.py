"""Ctrl+K: judge the selected songs by typing tags' names, one after another, until Esc.

Enter is yes, Shift+Enter no, Alt+Enter unsure; a sign before the name says it, too, and a category
and a colon before it leave out all other categories. A digit behind the letters says how strongly
the tag holds. A word that does not exist is offered as a
second, visible step; it is never made in passing.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QListWidgetItem, QWidget

from core.library.codebook.codebook_records import TagMatch, TypedTag
from core.library.records import State
from rhythmcap_gui import theme
from rhythmcap_gui.number_format import clock_text
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.widgets.decision_keys import intensity_of, level_of, state_by_modifiers
from rhythmcap_gui.views.widgets.score_format import state_word
from rhythmcap_gui.views.widgets.tag_picker import LINE_PX, LINES, MOST, TagPicker

CREATE_ROLE = Qt.ItemDataRole.UserRole + 1
HOLDING = (State.YES, State.UNSURE)  # the states that have an intensity
MOST_DONE = 8  # tags that are told of


class TagFinder(TagPicker):
    """Emits judged(tag id, State or None); after it intensity_requested(tag id, 0..1), where a
    digit was typed and the tag holds; undo_requested() on Ctrl+Z with nothing typed;
    new_tag_requested(name, category id or None) after the second step.
    """

    judged = Signal(int, object)
    intensity_requested = Signal(int, float)
    undo_requested = Signal()
    new_tag_requested = Signal(str, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._typed = TypedTag("")
        self._done: dict[int, State | None] = {}  # tag id -> as decided, in the order of typing
        super().__init__(session, self.tr("Find a tag by its name"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.done = QLabel(wordWrap=True)
        self.done.setTextFormat(Qt.TextFormat.PlainText)
        self.done.hide()
        self.layout().insertWidget(1, self.done)
        session.changed.connect(self._show_done)

    def matches(self, typed: str) -> list[TagMatch]:
        """Return the tags that what was typed may mean, a sign and a category before them."""
        self._typed = self._known.read(typed)
        return self._known.find_typed(self._typed, MOST)

    def show_matches(self, matches: list[TagMatch], *, has_letters: bool) -> None:
        """Show the tags found, and last, never current by itself, the line that makes a new one."""
        word = self._typed.word
        super().show_matches(matches, has_letters=has_letters and bool(word))
        if self._known.is_new(word):
            item = QListWidgetItem(self.tr("Create new tag “{word}”…").format(word=word))
            item.setData(CREATE_ROLE, word)
            item.setSizeHint(QSize(0, theme.scaled(LINE_PX)))
            self.list.addItem(item)
            self.list.setFixedHeight(theme.scaled(LINE_PX) * min(LINES, self.list.count()))
        self.hint.setText(self._hint(word, found=bool(matches)))
        self.fit()

    def _hint(self, word: str, *, found: bool) -> str:
        if not word:
            return self.tr(
                "Enter: yes · Shift+Enter: no · Alt+Enter: unsure\n"
                "-tag: no · ?tag: unsure · =tag: not judged · category: tag · Esc: done"
            )
        if found and self._typed.level and self._typed.state(State.YES) in HOLDING:
            holds = state_word(self._typed.state(State.YES))
            text = self.tr("Enter: {state}, intensity {level} of 9")
            return text.format(state=holds, level=self._typed.level)
        if found:
            words = (self._typed.state(state) for state in (State.YES, State.NO, State.UNSURE))
            if self._typed.sign:
                return self.tr("Enter: {state}").format(state=state_word(next(words)))
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
        word, match = item.data(CREATE_ROLE), self.current_match()
        if match is not None:
            self._judge(match.name.tag.id, self._typed.state(state_by_modifiers(modifiers)))
            return
        ids = self._typed.category_ids
        self.close()
        self.new_tag_requested.emit(word, next(iter(ids)) if len(ids) == 1 else None)

    def _judge(self, tag_id: int, state: State | None) -> None:
        self._done.pop(tag_id, None)
        self._done[tag_id] = state
        level = self._typed.level if state in HOLDING else 0
        self.judged.emit(tag_id, state)
        if level and self.isVisible():  # it is closed where a question comes first
            self.intensity_requested.emit(tag_id, intensity_of(level))
        self._show_done()
        self.line.clear()

    def _show_done(self, *_changes: object) -> None:
        """Tell what was judged since it was opened, as it is now, the latest last."""
        library = self._session.library
        if library is None or not self._done:
            return
        states = self._session.states()
        parts = []
        known = [pair for pair in self._done.items() if library.codebook.has_tag(pair[0])]
        for tag_id, decided in known[-MOST_DONE:]:
            decision = states.get(tag_id)
            now = decision.state if decision is not None else None
            word = state_word(decided if self._session.bulk else now)
            level = level_of(decision.intensity) if decision is not None else 0
            parts.append(f"{library.codebook.tag(tag_id).name}: {word} {level or ''}".rstrip())
        self.done.setText(" · ".join(parts))
        self.done.show()
        self.list.viewport().update()
        self.fit()

    def _on_key(self, event: QKeyEvent) -> bool:
        if self.line.text() or not event.matches(QKeySequence.StandardKey.Undo):
            return super()._on_key(event)
        event.accept()
        if event.type() == QKeyEvent.Type.KeyPress:
            self.undo_requested.emit()
        return True


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


class ExamplePicker(TagPicker):
    """Which tag a part of a song is an example of: marked(tag id, State)."""

    marked = Signal(int, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        question = QCoreApplication.translate("ExamplePicker", "An example of which tag?")
        super().__init__(session, question, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.hint.setText(self.tr("Enter: it is one · Shift+Enter: it is not"))
        self.picked.connect(self._mark)

    def _mark(self, tag_id: int, held: Qt.KeyboardModifier) -> None:
        is_not = bool(held & Qt.KeyboardModifier.ShiftModifier)
        self.marked.emit(tag_id, State.NO if is_not else State.YES)
