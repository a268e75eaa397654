"""Edits of rules between words: accepted, dismissed, written by hand, removed. None decides."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import LibraryError
from core.library.edits.edit_context import EditContext
from core.library.edits.journal import Ledger, stale_edit_error
from core.library.text import utc_now
from core.library.word_rule_records import RuleKind, RuleOrigin, RuleState, RuleWords
from core.messages import message


@dataclass(frozen=True, slots=True)
class AcceptRule:
    """A rule that was found, or dismissed before, is to warn and to offer from now on."""

    words: RuleWords

    def title(self, library: EditContext) -> str:
        return message("edit.accept_rule", rule=rule_text(library, self.words))

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        _decide(library, ledger, self.words, RuleState.ACCEPTED, RuleOrigin.FOUND)


@dataclass(frozen=True, slots=True)
class DismissRule:
    """A rule does not hold: it is not offered again."""

    words: RuleWords

    def title(self, library: EditContext) -> str:
        return message("edit.dismiss_rule", rule=rule_text(library, self.words))

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        _decide(library, ledger, self.words, RuleState.DISMISSED, RuleOrigin.FOUND)


@dataclass(frozen=True, slots=True)
class WriteRule:
    """A rule written by hand; it is in force at once."""

    words: RuleWords

    def title(self, library: EditContext) -> str:
        return message("edit.write_rule", rule=rule_text(library, self.words))

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        _decide(library, ledger, self.words, RuleState.ACCEPTED, RuleOrigin.WRITTEN)


@dataclass(frozen=True, slots=True)
class RemoveRule:
    """Nothing is decided on a rule any more; one that is found again is offered again."""

    words: RuleWords

    def title(self, library: EditContext) -> str:
        return message("edit.remove_rule", rule=rule_text(library, self.words))

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        known = library.word_rules.find(self.words)
        if known is None:
            raise stale_edit_error(library.database)
        ledger.delete("word_rules", known.id)


def rule_text(library: EditContext, words: RuleWords) -> str:
    """Say a rule: “waltz implies 3/4”."""
    names = (library.codebook.tag(tag_id).name for tag_id in (words.tag_id, words.other_tag_id))
    name, other = names
    if words.kind is RuleKind.IMPLIES:
        return message("rule.implies", name=name, other=other)
    if words.kind is RuleKind.EXCLUDES:
        return message("rule.excludes", name=name, other=other)
    return message("rule.together", name=name, other=other)


def merge_rules(library: EditContext, ledger: Ledger, tag_id: int, into_id: int) -> None:
    """Let rules of a tag that goes be of the one that takes its decisions, whose own stand."""
    for rule in library.word_rules.of_tag(tag_id):
        ends = (into_id if end == tag_id else end for end in _ends(rule.words))
        moved = RuleWords(rule.words.kind, *ends).in_order()
        ledger.delete("word_rules", rule.id)
        if moved.tag_id == moved.other_tag_id or library.word_rules.find(moved) is not None:
            continue
        insert_rule(ledger, moved, rule.origin, rule.state, (rule.annotator_id, rule.created_at))


def remove_rules_of(library: EditContext, ledger: Ledger, tag_id: int) -> None:
    """Take away the rules that name a tag which goes."""
    for rule in library.word_rules.of_tag(tag_id):
        ledger.delete("word_rules", rule.id)


def insert_rule(
    ledger: Ledger, words: RuleWords, origin: RuleOrigin, state: RuleState, made: tuple[int, str]
) -> None:
    """Store a rule that is not there yet, its words in order. made: by which annotator, when."""
    ledger.insert(
        "word_rules",
        kind=words.kind.value,
        tag_id=words.tag_id,
        other_tag_id=words.other_tag_id,
        origin=origin.value,
        state=state.value,
        annotator_id=made[0],
        created_at=made[1],
    )


def _ends(words: RuleWords) -> tuple[int, int]:
    return words.tag_id, words.other_tag_id


def _decide(
    library: EditContext, ledger: Ledger, words: RuleWords, state: RuleState, origin: RuleOrigin
) -> None:
    for tag_id in _ends(words):
        library.codebook.tag(tag_id)
    if words.tag_id == words.other_tag_id:
        raise LibraryError("rule.one_word")
    stored, known = words.in_order(), library.word_rules.find(words)
    if known is None:
        insert_rule(ledger, stored, origin, state, (library.annotators.current.id, utc_now()))
        return
    if origin is RuleOrigin.FOUND:
        origin = known.origin  # a written rule stays one
    if (known.state, known.origin) == (state, origin):
        return
    ledger.update(
        "word_rules",
        known.id,
        state=state.value,
        origin=origin.value,
        annotator_id=library.annotators.current.id,
        created_at=utc_now(),
    )
