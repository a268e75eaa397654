"""Scores and decisions as text, once for all views.

A score is never called a probability; how good the model is at a tag comes from songs that it
had not learned from when it scored them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from core.library.colleague_records import ColleagueDecision
from core.library.records import ModelRow, State
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.number_format import score_text as score_text

ENOUGH_SONGS = 5


def _tr(text: str) -> str:
    return QCoreApplication.translate("score_format", text)


def pair_count(auc: float) -> int:
    """Return how many of 100 pairs of a right and a wrong song are in order; 100 only if all."""
    return 100 if auc >= 1.0 else min(round(100 * max(auc, 0.0)), 99)


def state_word(state: State | None) -> str:
    """Return the state of a tag in a word."""
    words = {
        State.YES: _tr("yes"),
        State.NO: _tr("no"),
        State.UNSURE: _tr("unsure"),
        None: _tr("not judged"),
    }
    return words[state]


def metrics_of(model: ModelRow | None, word: str) -> Mapping[str, Any]:
    """Return what the songs of this library showed of one of the model's words.

    What a model's makers measured on songs of their own says little about these.
    """
    if model is None or not model.measured_here:
        return {}
    per_tag = model.metrics.get("per_tag") or {}
    known = per_tag.get(word) or {}
    return known if isinstance(known, Mapping) else {}


def skill_words(metrics: Mapping[str, Any], frequency: float | None = None) -> str:
    """Say in a few words how good the model is at one word; empty where nothing is known.

    frequency: the share, 0 to 1, of measured songs that scored alike and have the word.
    """
    auc, support = metrics.get("auc"), int(metrics.get("support") or 0)
    if auc is None:
        return ""
    if frequency is not None:
        return _tr("right in {times} of 10 like this").format(times=round(10 * frequency))
    if support < ENOUGH_SONGS:
        return _tr("too few songs to tell")
    return _tr("right in {times} of 100 pairs").format(times=round(100 * float(auc)))


def skill_sentence(word: str, metrics: Mapping[str, Any]) -> str:
    """Say the same as a full sentence, for tooltips."""
    auc, support = metrics.get("auc"), int(metrics.get("support") or 0)
    if auc is None:
        return _tr("How good this model is at “{word}” in your songs has not been tested.").format(
            word=word
        )
    if support < ENOUGH_SONGS:
        text = _tr("Tested on {songs:# song|# songs} with “{word}”: too few to say how good it is.")
        return counted(text, songs=support, word=word)
    text = _tr(
        "The model puts a song with “{word}” above one without it in {times} of 100 pairs (tested "
        "on {songs:# song|# songs} with it)."
    )
    return counted(text, word=word, times=round(100 * float(auc)), songs=support)


def chip_words(name: str, state: State | None, score: float | None) -> str:
    """Return a chip's accessible name: “female, yes, model .58”."""
    parts = [name, state_word(state)]
    if score is not None:
        parts.append(_tr("model {score}").format(score=score_text(score)))
    return ", ".join(parts)


def chip_details(share: float | None, level: int, *, noted: bool, rest: bool = False) -> list[str]:
    """Return what else belongs to it: the share of yes, the intensity, a note, the rest is no."""
    parts = [_tr("because the rest is no")] if rest else []
    if share is not None:
        parts.append(_tr("yes in {percent} % of the songs").format(percent=round(100 * share)))
    if level:
        parts.append(_tr("intensity {level} of 9").format(level=level))
    if noted:
        parts.append(_tr("with a note"))
    return parts


def colleague_words(decisions: Iterable[ColleagueDecision]) -> list[str]:
    """Say what others decided: “Bo: no”."""
    unnamed = _tr("someone without a name")
    return [f"{one.annotator or unnamed}: {state_word(one.state)}" for one in decisions]


def selection_text(count: int) -> str:
    """Return how many songs are selected."""
    return counted(_tr("{songs:# song|# songs} selected"), songs=count)
