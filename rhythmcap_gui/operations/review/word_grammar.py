"""Rules between words: found beside the window, decided on, and what they imply for many songs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.library.word_rule_records import RuleWords
from core.messages import message
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext

if TYPE_CHECKING:
    from core.grammar.grammar_records import Grammar, ImpliedSongs


def mine(context: AppContext, listeners: Listeners) -> int:
    """Look for rules in the annotator's decisions; return the job's id.

    The job reads through a connection of its own: the open library belongs to the main thread.
    """
    path, annotator = context.library.path, context.library.annotators.current.name
    return context.runner.start(
        Lane.EXPORT, _tr("Look for rules between tags"), _mine(path, annotator), listeners
    )


def accept(context: AppContext, words: RuleWords) -> None:
    """Go by a rule: it warns and offers from now on."""
    from core.library.edits.edits import AcceptRule

    edit_runner.apply(context, AcceptRule(words))


def dismiss(context: AppContext, words: RuleWords) -> None:
    """Do not offer a rule again."""
    from core.library.edits.edits import DismissRule

    edit_runner.apply(context, DismissRule(words))


def write(context: AppContext, words: RuleWords) -> None:
    """Go by a rule of one's own."""
    from core.library.edits.edits import WriteRule

    edit_runner.apply(context, WriteRule(words))


def take_back(context: AppContext, words: RuleWords) -> None:
    """Forget what was decided on a rule."""
    from core.library.edits.edits import RemoveRule

    edit_runner.apply(context, RemoveRule(words))


def list_exceptions(context: AppContext, words: RuleWords) -> None:
    """List the songs that break a rule, in the song list."""
    from core.grammar.library_grammar import exception_query

    context.session.set_query(exception_query(context.library, words))


def songs_in_question(context: AppContext) -> tuple[int, ...]:
    """Return the selected songs where they are several, else all of the list."""
    session = context.session
    if session.bulk:
        return session.selection
    return tuple(context.library.search.ids(session.query).tolist())


def implied(context: AppContext, listeners: Listeners) -> int:
    """Work out what accepted rules imply for the songs in question; return the job's id."""
    path, annotator = context.library.path, context.library.annotators.current.name
    songs = songs_in_question(context)
    return context.runner.start(
        Lane.EXPORT, _tr("Look what rules imply"), _implied(path, annotator, songs), listeners
    )


def apply_implied(context: AppContext, implied: Sequence[ImpliedSongs]) -> None:
    """Decide what was looked through: one undo."""
    from core.grammar.library_grammar import rule_edits
    from core.library.edits.bulk_edits import sliced

    n = sum(len(one.song_ids) for one in implied)
    slices = [part for edit in rule_edits(implied) for part in sliced(edit)]
    label = message("edit.run_rules", n=n)

    def then() -> None:
        text = _tr("Rules applied: {n:# decision|# decisions}. Undo takes all of them back.")
        context.session.notify(counted(text, n=n))

    edit_runner.apply_slices(context, slices, len(slices), label, then)


def _mine(path: Path, annotator: str) -> Callable[[Running], Grammar]:
    def work(job: Running) -> Grammar:
        from core.grammar.library_grammar import library_grammar
        from core.library.store import Library

        with Library.open(path, read_only=True, annotator=annotator) as library:
            return library_grammar(library, job=job)

    return work


def _implied(
    path: Path, annotator: str, songs: Sequence[int]
) -> Callable[[Running], list[ImpliedSongs]]:
    def work(_job: Running) -> list[ImpliedSongs]:
        from core.grammar.library_grammar import implied_songs
        from core.library.store import Library

        with Library.open(path, read_only=True, annotator=annotator) as library:
            rules = [rule.words for rule in library.word_rules.accepted()]
            return implied_songs(library, rules, songs)

    return work


def _tr(text: str) -> str:
    return QCoreApplication.translate("word_grammar", text)
