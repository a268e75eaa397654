"""The word grammar in the window: its view beside the main one, and rules applied to many songs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from rhythmcap_gui.controllers.dialogs import (
    LatestJob,
    brought_forward,
    listeners_of,
    show_beside,
    show_dialog,
)
from rhythmcap_gui.controllers.review_controller import Updates
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.review import word_grammar

if TYPE_CHECKING:
    from core.library.records import Changes
    from rhythmcap_gui.views.review.apply_rules_dialog import ApplyRulesDialog
    from rhythmcap_gui.views.review.grammar_dialog import GrammarDialog


class GrammarController(QObject):
    """Shows the one view there is at a time."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self.dialog: GrammarDialog | None = None
        self.applying: ApplyRulesDialog | None = None
        context.session.changed.connect(self._follow)

    def show(self) -> None:
        """Show which words go together; the window can be used meanwhile."""
        if brought_forward(self.dialog):
            return
        from rhythmcap_gui.views.review.grammar_dialog import GrammarDialog

        context = self._context
        dialog = self.dialog = GrammarDialog(context.session, self._window)
        looking = Updates(context, dialog, partial(word_grammar.mine, context), dialog.show_grammar)
        looking.title = self.tr("Looking for rules")
        for signal, call in (
            (dialog.accepted_rule, word_grammar.accept),
            (dialog.dismissed_rule, word_grammar.dismiss),
            (dialog.written, word_grammar.write),
            (dialog.taken_back, word_grammar.take_back),
            (dialog.listed, word_grammar.list_exceptions),
        ):
            signal.connect(partial(call, context))
        dialog.apply_requested.connect(self._apply)
        looking.start()
        show_beside(dialog, context.session)

    def _follow(self, changes: Changes) -> None:
        """Show what was decided on rules, or undone, at once."""
        library = self._context.session.library
        if changes.codebook and library is not None and self.dialog and isValid(self.dialog):
            self.dialog.restate(library.word_rules.all())

    def _apply(self) -> None:
        """Work out what accepted rules imply, and show it before it is decided."""
        from rhythmcap_gui.views.review.apply_rules_dialog import ApplyRulesDialog

        context = self._context
        n_songs = len(word_grammar.songs_in_question(context))
        dialog = self.applying = ApplyRulesDialog(context.session, n_songs, self.dialog)
        job = LatestJob(context, dialog)
        dialog.go_requested.connect(partial(word_grammar.apply_implied, context))
        dialog.begin(self.tr("Looking what the rules imply"))
        job.id = word_grammar.implied(context, listeners_of(dialog, dialog.show_implied))
        show_dialog(dialog)
