"""What accepted rules say of the open song: one that is broken, words that are implied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.grammar.checking import broken_rules, implied_states
from core.grammar.grammar_records import RuleHints
from core.library.records import State
from core.library.word_rule_records import RuleWords
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.tags import tagging

if TYPE_CHECKING:
    from core.library.records import Changes


class RuleWatch(QObject):
    """Follows the open song and its decisions; it decides nothing. changed(RuleHints)."""

    changed = Signal(object)

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self.hints = context, RuleHints()
        self._rules: tuple[RuleWords, ...] = ()
        self._hidden: set[RuleWords] = set()  # for the open song
        session = context.session
        session.library_changed.connect(lambda _library: self._read_rules())
        session.song_opened.connect(lambda _song: self._on_song())
        session.selection_changed.connect(lambda _ids: self._look())
        session.changed.connect(self._on_changed)
        self._read_rules()

    def accept_first(self) -> None:
        """Say yes to the first word that a rule implies."""
        if self.hints.implied:
            self.accept(self.hints.implied[0].tag_id)

    def accept(self, tag_id: int) -> None:
        """Say yes to a word that a rule implies: a decision like any other."""
        tagging.judge(self._context, tag_id, State.YES)

    def hide(self) -> None:
        """Be silent about these rules until another song is opened."""
        self._hidden |= {*self.hints.broken, *(one.words for one in self.hints.implied)}
        self._look()

    def _on_song(self) -> None:
        self._hidden = set()
        self._look()

    def _on_changed(self, changes: Changes) -> None:
        song = self._context.session.song
        if changes.codebook or changes.library:
            self._read_rules()
        elif song is not None and song.id in changes.songs:
            self._look()

    def _read_rules(self) -> None:
        library = self._context.session.library
        accepted = library.word_rules.accepted() if library is not None else []
        self._rules = tuple(rule.words for rule in accepted)
        self._look()

    def _look(self) -> None:
        session = self._context.session
        hints = RuleHints()
        if self._rules and session.song is not None and session.selection and not session.bulk:
            states = {tag_id: decision.state for tag_id, decision in session.states().items()}
            rules = [words for words in self._rules if words not in self._hidden]
            implied = [one for one in implied_states(rules, states) if one.state is State.YES]
            hints = RuleHints(tuple(broken_rules(rules, states)), tuple(implied))
        if hints != self.hints:
            self.hints = hints
            self.changed.emit(hints)
