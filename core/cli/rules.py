"""The verb rules: which words go together in one's decisions, and what is made of that."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from core.cli.context import open_library, rehearsed
from core.cli.terminal import Terminal, columns, counted, metric_text
from core.errors import UsageError
from core.grammar.grammar_records import Grammar, GrammarRule, MiningOptions
from core.grammar.library_grammar import implied_songs, library_grammar, rule_edits, songs_of
from core.library.edits.edits import AcceptRule, DismissRule, Edit, JudgeMany, RemoveRule, WriteRule
from core.library.edits.rule_edits import rule_text
from core.library.store import Library
from core.library.word_rule_records import RuleKind, RuleState, RuleWords
from core.messages import message

HEADS = ("rule", "songs", "follow", "share (95 %)", "by chance", "artists", "exceptions", "")
DECISIONS: dict[str, Callable[[RuleWords], Edit]] = {
    "accept": AcceptRule, "dismiss": DismissRule, "write": WriteRule, "forget": RemoveRule,
}  # fmt: skip


def rules(options: argparse.Namespace, terminal: Terminal) -> int:
    """List the rules, decide on one, or run those that were accepted over songs."""
    decision = next((name for name in DECISIONS if getattr(options, name)), "")
    if decision and options.apply is not None:
        raise UsageError("cli.rules_one_step")
    if decision:
        return _decide(options, decision, terminal)
    if options.apply is not None:
        return _run(options, terminal)
    return _list(options, terminal)


def parse_words(library: Library, texts: list[str]) -> RuleWords:
    """Read a rule: a tag, what it does to the other one, the other tag. Raises UsageError."""
    kinds = {kind.value: kind for kind in RuleKind}
    name, kind, other = texts
    if kind not in kinds:
        raise UsageError("cli.no_rule_kind", text=kind, kinds=", ".join(kinds))
    found = [library.codebook.find(text) for text in (name, other)]
    for text, tag in zip((name, other), found, strict=True):
        if tag is None:
            raise UsageError("cli.no_tag_of_name", name=text)
    first, second = (tag.id for tag in found if tag is not None)
    if first == second:
        raise UsageError("rule.one_word")
    return RuleWords(kinds[kind], first, second).in_order()


def _decide(options: argparse.Namespace, decision: str, terminal: Terminal) -> int:
    with open_library(options, terminal) as library, rehearsed(library, options):
        words = parse_words(library, getattr(options, decision))
        if decision == "forget" and library.word_rules.find(words) is None:
            raise UsageError("cli.no_such_rule", rule=rule_text(library, words))
        edit = DECISIONS[decision](words)
        title = edit.title(library)
        library.do(edit)
    terminal.data({"done": title, "dry_run": options.dry_run}, [title])
    return 0


def _run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Say what accepted rules imply for the songs of a search, and do it unless it is a try."""
    with open_library(options, terminal, allow_read_only=options.dry_run) as library:
        accepted = [rule.words for rule in library.word_rules.accepted()]
        song_ids = library.search.ids(options.apply).tolist()
        found = implied_songs(library, accepted, song_ids)
        edits = rule_edits(found)
        names = {tag.id: tag.name for tag in library.codebook.tags()}
        if edits and not options.dry_run:
            library.do(*edits, label=message("edit.run_rules", n=n_decisions(edits)))
    answer = [
        {"tag": names[edit.tag_id], "state": _state(edit), "songs": list(edit.song_ids)}
        for edit in edits
    ]
    lines = [
        f"{names[edit.tag_id]}: {_state(edit)} in {counted(len(edit.song_ids), 'song')}"
        for edit in edits
    ]
    terminal.data({"decisions": answer, "dry_run": options.dry_run}, lines)
    if not accepted:
        terminal.say("No rule is accepted: see rhythmcap rules --accept.")
    elif not edits:
        terminal.say("The rules imply nothing that is not judged.")
    elif options.dry_run:
        terminal.say("Nothing was changed: this is what would be.")
    return 0 if edits else 1


def n_decisions(edits: list[JudgeMany]) -> int:
    """Count the decisions that edits make."""
    return sum(len(edit.song_ids) for edit in edits)


def _state(edit: JudgeMany) -> str:
    return edit.state.value if edit.state is not None else ""


def _list(options: argparse.Namespace, terminal: Terminal) -> int:
    wanted = MiningOptions(options.least_songs, options.least_artists, options.least_share)
    with (
        open_library(options, terminal, allow_read_only=True) as library,
        terminal.job("Comparing") as job,
    ):
        grammar = library_grammar(library, wanted, job)
        shown = [
            one for one in grammar.rules if options.all or one.state is not RuleState.DISMISSED
        ]
        answer = {
            "n_songs": grammar.n_songs, "n_tags": grammar.n_tags, "n_tests": grammar.n_tests,
            "rules": [_rule_json(library, rule) for rule in shown],
        }  # fmt: skip
        rows = [_row(library, rule) for rule in shown]
        lines = columns([list(HEADS), *rows], frozenset((1, 2, 5, 6))) if rows else []
        if options.songs:
            lines += _song_lines(library, shown)
    terminal.data(answer, lines)
    _say(grammar, wanted, terminal)
    return 0 if shown else 1


def _row(library: Library, rule: GrammarRule) -> list[str]:
    figures = rule.figures
    share = "–"
    if figures.share is not None:
        low, high = metric_text(figures.low), metric_text(figures.high)
        share = f"{metric_text(figures.share)} ({low}–{high})"
    return [
        rule_text(library, rule.words), str(figures.n), str(figures.n_follow), share,
        metric_text(figures.chance), str(figures.n_artists), str(figures.n_exceptions),
        _state_words(rule),
    ]  # fmt: skip


def _state_words(rule: GrammarRule) -> str:
    words = ["written"] if rule.is_written else []
    words += [rule.state.value] if rule.state is not None else []
    words += [] if rule.is_found else ["not found in the decisions"]
    return ", ".join(words)


def _rule_json(library: Library, rule: GrammarRule) -> dict[str, Any]:
    figures, words = rule.figures, rule.words
    return {
        "kind": words.kind.value,
        "tag": library.codebook.tag(words.tag_id).name,
        "other_tag": library.codebook.tag(words.other_tag_id).name,
        "n": figures.n, "n_follow": figures.n_follow, "share": figures.share,
        "low": figures.low, "high": figures.high, "chance": figures.chance,
        "n_artists": figures.n_artists,
        "state": rule.state.value if rule.state is not None else None,
        "written": rule.is_written, "found": rule.is_found,
        "exceptions": list(songs_of(library, words).breaking) if figures.n_exceptions else [],
    }  # fmt: skip


def _song_lines(library: Library, rules: list[GrammarRule]) -> list[str]:
    lines = []
    for rule in rules:
        if not rule.figures.n_exceptions:
            continue
        lines += ["", f"exceptions to: {rule_text(library, rule.words)}"]
        for row in library.songs.rows(songs_of(library, rule.words).breaking):
            names = (row.song.display_artist, row.song.display_title)
            lines.append(f"  {row.song.id}  {' – '.join(name for name in names if name)}")
    return lines


def _say(grammar: Grammar, options: MiningOptions, terminal: Terminal) -> None:
    n_found = sum(rule.is_found for rule in grammar.rules)
    terminal.say(
        f"{counted(grammar.n_tests, 'possible rule')} looked at in"
        f" {counted(grammar.n_songs, 'song')} with {counted(grammar.n_tags, 'tag')}; {n_found}"
        f" found. Of those, about {options.most_by_chance:.0%} at most are there by chance."
    )
    if not n_found:
        terminal.say(
            f"A rule needs {options.least_songs} songs of {options.least_artists} artists that"
            f" follow it, and is told where at least {options.least_share:.0%} do for certain."
        )
