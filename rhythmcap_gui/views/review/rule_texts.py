"""Rules between words, in words: what they say, how sure that is, what was decided on them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from core.grammar.grammar_records import Grammar, GrammarRule
from core.library.word_rule_records import RuleKind, RuleState
from rhythmcap_gui.number_format import counted, number_text

Names = Mapping[int, str]


def _tr(text: str) -> str:
    return QCoreApplication.translate("rule_texts", text)


def kind_text(kind: RuleKind) -> str:
    """Say what a rule says, between its two words."""
    return {
        RuleKind.IMPLIES: _tr("implies"),
        RuleKind.EXCLUDES: _tr("excludes"),
        RuleKind.TOGETHER: _tr("goes together with"),
    }[kind]


def support_text(rule: GrammarRule, names: Names) -> str:
    """Say of which songs it speaks and how many follow it: “27 of 27 songs with house”."""
    figures = rule.figures
    if not figures.n:
        return _tr("no song to go by")
    given = names.get(figures.given_id or 0, "")
    text = _tr("{follow} of {n:# song|# songs} with {tag}")
    if not given:
        text = _tr("{follow} of {n:# song|# songs} with either")
    return counted(text, follow=number_text(figures.n_follow), n=figures.n, tag=given)


def share_text(rule: GrammarRule) -> str:
    """Write the share with its range: “96 % (82–99)”."""
    figures = rule.figures
    if figures.share is None:
        return "–"
    low, high = round(100 * figures.low), round(100 * figures.high)
    return f"{_percent(figures.share)} ({low}–{high})"


def state_text(rule: GrammarRule) -> str:
    """Say what was decided on it, and whether the decisions still speak for it."""
    states = {RuleState.ACCEPTED: _tr("accepted"), RuleState.DISMISSED: _tr("dismissed")}
    words = [_tr("written by hand")] if rule.is_written else []
    if rule.state is not None and not (rule.is_written and rule.state is RuleState.ACCEPTED):
        words.append(states[rule.state])
    return ", ".join(words)


def rule_tip(rule: GrammarRule, names: Names) -> str:
    """Say all of a rule in sentences."""
    figures = rule.figures
    lines = [
        f"{names[rule.words.tag_id]} {kind_text(rule.kind)} {names[rule.words.other_tag_id]}",
        support_text(rule, names),
    ]
    if figures.n:
        chance = _tr("By chance it would be {share}. Followed in songs by {n:# artist|# artists}.")
        lines.append(
            counted(chance.replace("{share}", _percent(figures.chance)), n=figures.n_artists)
        )
    if not rule.is_found:
        lines.append(_tr("The decisions alone do not speak for it with certainty."))
    return "\n".join(lines)


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"


def summary_text(grammar: Grammar) -> str:
    """Say what was looked at, and how much of what is listed may be chance."""
    n_found = sum(rule.is_found for rule in grammar.rules)
    if not grammar.n_songs:
        return _tr("No song is judged yet: rules are found in your own decisions.")
    if not n_found:
        return counted(
            _tr("No rule is certain enough in {songs:# song|# songs}, of {n:# rule|# rules} that"
                " could be. A rule needs five songs of three artists that follow it, and holds"
                " for at least four in five songs with certainty."),
            songs=grammar.n_songs, n=grammar.n_tests,
        )  # fmt: skip
    return counted(
        _tr("{found:# rule|# rules} found in {songs:# song|# songs}; {n:# rule|# rules} looked for"
            " in all. Of what is found, about one in twenty at most is there by chance."),
        found=n_found, songs=grammar.n_songs, n=grammar.n_tests,
    )  # fmt: skip
