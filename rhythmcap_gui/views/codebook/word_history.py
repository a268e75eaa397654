"""What became of a word: each change of it, newest first, with what stood there before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from html import escape

from PySide6.QtCore import QCoreApplication

from core.library.codebook.codebook_records import CodebookVersion
from rhythmcap_gui import theme
from rhythmcap_gui.number_format import day_text

TEXTS = ("name", "definition", "use_when", "not_when")


def history_html(versions: Iterable[CodebookVersion], annotators: Mapping[int, str]) -> str:
    """Return the changes as paragraphs; what was taken out is struck through, what is new bold."""
    parts = []
    for version in versions:
        who = annotators.get(version.annotator_id or 0, "")
        head = [day_text(version.created_at), escape(who), escape(_change_text(version.change))]
        lines = [f'<span style="color:{theme.tokens()["dim"]}">{" · ".join(filter(None, head))}'
                 "</span>"]  # fmt: skip
        if version.change != "add":
            lines += _differences(version)
        parts.append(f'<p style="margin-bottom:8px">{"<br>".join(lines)}</p>')
    return "".join(parts)


def changed_words(before: str, after: str) -> str:
    """Return HTML of a text in which removed words are struck through and new ones bold."""
    old, new = before.split(), after.split()
    bad, good = theme.tokens()["bad"], theme.tokens()["good"]
    found = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = escape(" ".join(old[i1:i2])), escape(" ".join(new[j1:j2]))
        if kind == "equal":
            found.append(come)
            continue
        if gone:
            found.append(f'<s style="color:{bad}">{gone}</s>')
        if come:
            found.append(f'<b style="color:{good}">{come}</b>')
    return " ".join(found)


def _differences(version: CodebookVersion) -> list[str]:
    labels = {
        "name": "",
        "definition": "",
        "use_when": _tr("Use when") + ": ",
        "not_when": _tr("Not when") + ": ",
    }
    lines = []
    for name in TEXTS:
        before, after = str(version.before.get(name) or ""), str(version.after.get(name) or "")
        if before != after and name in version.after:
            lines.append(escape(labels[name]) + changed_words(before, after))
    return lines


def _change_text(change: str) -> str:
    texts = {
        "add": _tr("made"),
        "define": _tr("meaning changed"),
        "rename": _tr("renamed"),
        "merge": _tr("another word was merged into it"),
        "split": _tr("split"),
        "retire": _tr("retired"),
        "restore": _tr("used again"),
        "remove": _tr("deleted"),
    }
    return texts.get(change, change)


def _tr(text: str) -> str:
    return QCoreApplication.translate("word_history", text)
