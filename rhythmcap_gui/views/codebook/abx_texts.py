"""What listening tests of two words showed, in words: short for a table, and as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from core.library.abx_records import AbxTestRow
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import age_text, number_text


def ear_text(test: AbxTestRow) -> str:
    """Say it shortly: “tells them apart: 14 of 16, p = .002 · 2 days ago”."""
    verdicts = {
        "separate": _tr("tells them apart: {result}"),
        "open": _tr("not clear: {result}"),
        "same": _tr("does not tell them apart: {result}"),
    }
    result = test.result
    text = verdicts[result.separation.value].replace("{result}", answers_text(test))
    return f"{text} · {age_text(test.created_at)}"


def answers_text(test: AbxTestRow) -> str:
    """Say how many answers were right, and the chance of guessing as well."""
    text = _tr("{right} of {n}, p {p}")
    values = (number_text(test.n_correct), number_text(test.n_trials), test.result.p_text)
    for name, value in zip(("right", "n", "p"), values, strict=True):
        text = text.replace(f"{{{name}}}", value)
    return text


def tests_text(tests: Sequence[AbxTestRow], redefined: int) -> str:
    """Say what the newest of a pair's tests showed, and which there were before.

    tests: the oldest first, one at least. redefined: version of the codebook in which the meaning
    of one of the words was changed last.
    """
    last, former = tests[-1], tests[-2::-1]
    whole = f"{translated(last.result.sentence())} {translated(last.result.range_sentence())}"
    age = age_text(last.created_at)
    if last.codebook_version < redefined:
        age = _tr("{age}, before a meaning was changed").replace("{age}", age)
    before = ", ".join(f"{answers_text(test)} ({age_text(test.created_at)})" for test in former)
    if before:
        age = f"{age} · {_tr('before: {tests}').replace('{tests}', before)}"
    return f"{whole}\n{age}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("abx_texts", text)
