"""The rule sheet packaging/i18n/STYLE.md, as far as it can be checked, in every language."""

from __future__ import annotations

import ast
import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from core.messages import catalogue
from core.paths import resource
from rhythmcap_gui import languages
from rhythmcap_gui.actions import ACTIONS

ROOT = Path(__file__).resolve().parents[2]
CODES = tuple(languages.NAMES)
GLUED = re.compile(r" s| \(.*\)|[^ ].*: ")  # stuck to what stands before or behind
CLI = "cli."  # what only the command line says

QUOTES = {
    "en": re.compile(r'"|«|»|„'),
    "de": re.compile(r'"|«|»|”'),
    "it": re.compile(r'"|“|”|„'),
    "es": re.compile(r'"|“|”|„'),
}
# Metaphors, engineers' words and second terms for a notion; see the table of the rule sheet.
BANNED = {
    "en": r"shel(?:f|ves)|docks?|mend(?:ed|ing)?|(?<!short-)chunks?|bfloat16|kept apart"
          r"|held[- ]out|flatters?|backups?|please|sorry|oops",
    "de": r"Regal\w*|Docks?|bfloat16|Interpret(?:en)?|(?<!Million )Songs?|Lied(?:er)?"
          r"|Schlagw\w+|Backups?|bitte|Punktzahl",
    "it": r"scaffale|librerie|bfloat16|canzon[ei]|etichett[ae]|backup|avete|scegliete|inserite"
          r"|giudicate (?:prima|altri)|prego|regione|riprovate|ricominciate|cercate altri",
    "es": r"estante|bfloat16|canci(?:ón|ones)|temas?|backup|tu|tus|por favor|región",
}  # fmt: skip
ALLOWED = {  # (language, text's beginning): why
    ("en", "Bring the file back from a backup of your own"): "one the user made, elsewhere",
    ("it", "Riprenda il file da un suo backup"): "one the user made, elsewhere",
}
NO_BLANK_BEFORE_UNIT = re.compile(r"(?:\d|\})(?:%|Hz\b|kHz\b|GB\b|MB\b|dB\b)")
MAKERS_OF_BUTTONS = {"QPushButton", "_button", "addButton", "FoldButton", "KeyButton"}
SMALL_BUTTONS = {"song", "here", "as the model hears it"}  # a choice inside a sentence


@cache
def texts(code: str) -> tuple[str, ...]:
    """Every text that is shown in a language: the window's, the core's, the glossary's."""
    found = [text for id, text in catalogue(code).items() if not id.startswith(CLI)]
    entries = json.loads(resource("glossary", f"{code}.json").read_text(encoding="utf-8"))
    found += [text for entry in entries.values() for text in entry.values()]
    return (*found, *window_texts(code))


def window_texts(code: str) -> Iterator[str]:
    """The window's texts; the sources stand beside their translations."""
    tree = ElementTree.parse(
        ROOT / "packaging" / "i18n" / f"rhythmcap_{code if code != languages.SOURCE else 'de'}.ts"
    )
    for message in tree.iter("message"):
        part = "source" if code == languages.SOURCE else "translation"
        yield message.findtext(part) or ""


@cache
def glossary_texts(code: str) -> frozenset[str]:
    entries = json.loads(resource("glossary", f"{code}.json").read_text(encoding="utf-8"))
    return frozenset(text for entry in entries.values() for text in entry.values())


@pytest.mark.parametrize("code", CODES)
def test_an_ellipsis_is_one_sign(code: str) -> None:
    assert [text for text in texts(code) if "..." in text] == []


@pytest.mark.parametrize("code", CODES)
def test_there_are_no_blanks_too_many(code: str) -> None:
    odd = [text for text in texts(code) if "  " in text or text != text.strip(" ")]
    assert [text for text in odd if not GLUED.fullmatch(text)] == []


def test_what_is_told_of_one_thing_has_no_plural() -> None:
    """Where a text has two forms, that for 1 holds in the whole sentence."""
    forms = re.compile(r"\{\w*:([^|}]*)\|([^}]*)\}")
    plural = re.compile(r"\b(?:these|those|are|were|do)\b|(?<!of )\bthem\b", re.IGNORECASE)
    counted = [
        text
        for text in window_texts(languages.SOURCE)
        if any(one != several for one, several in forms.findall(text))
    ]
    assert len(counted) > 80
    assert [text for text in counted if plural.search(forms.sub(r"\1", text))] == []


@pytest.mark.parametrize("code", CODES)
def test_quotation_marks_are_those_of_the_language(code: str) -> None:
    quoted = re.compile(r"`[^`]*`|\{\{.*\}\}")  # commands and files, as they are typed
    plain = ((text, quoted.sub("", text)) for text in texts(code))
    assert [text for text, rest in plain if QUOTES[code].search(rest)] == []


@pytest.mark.parametrize("code", CODES)
def test_the_apostrophe_is_straight(code: str) -> None:
    assert [text for text in texts(code) if "’" in text or "‘" in text] == []


@pytest.mark.parametrize("code", CODES)
def test_nobody_shouts(code: str) -> None:
    assert [text for text in texts(code) if re.search(r"(?<!!)!(?!!)", text)] == []


@pytest.mark.parametrize("code", CODES)
def test_a_blank_stands_before_a_unit(code: str) -> None:
    assert [text for text in texts(code) if NO_BLANK_BEFORE_UNIT.search(text)] == []


@pytest.mark.parametrize("code", CODES)
def test_no_metaphor_no_engineers_word_and_no_second_term(code: str) -> None:
    banned = re.compile(rf"\b(?:{BANNED[code]})\b", re.IGNORECASE if code != "de" else 0)
    fine = tuple(beginning for language, beginning in ALLOWED if language == code)
    found = [
        text
        for text in texts(code)
        if banned.search(text)
        and text not in glossary_texts(code)
        and not text.startswith(fine or "\0")
    ]
    assert found == []


@pytest.mark.parametrize("code", CODES)
def test_two_sentences_end_with_a_full_stop(code: str) -> None:
    """So does a tooltip; but what a key does ("Again: not judged") is no sentence."""
    inside = re.compile(r"[a-zà-ÿß)»“]\. [A-ZÀ-Ý„«“✎]")
    ends = (".", "?", "…", ":", "}", ")", "”", "“", "»")
    several = [text for text in texts(code) if inside.search(text)]
    assert [
        text for text in several if not text.endswith(ends) and ": " not in text.split(". ")[-1]
    ] == []


@pytest.mark.parametrize("code", ["de", "it", "es"])
def test_the_formal_address_is_kept_small_in_italian_and_capital_in_german(code: str) -> None:
    informal = {
        "de": r"\b(?:[Dd]u|[Dd]ich|[Dd]ein\w*|[Ee]uch|[Ee]ure\w*)\b",
        "it": r"(?<=[a-z,;:] )(?:Lei|Suo|Sua|Suoi|Sue)\b|\b(?:tuo|tua|tuoi|tue|vostr[aeio])\b",
        "es": r"\b(?:vosotros|vuestr\w+|tuy[ao]s?)\b",
    }
    assert [text for text in texts(code) if re.search(informal[code], text)] == []


def test_an_action_begins_with_a_capital_and_has_no_full_stop() -> None:
    names = [action.text for action in ACTIONS]
    assert [name for name in names if not name[:1].isupper() or name.endswith(".")] == []


def test_a_button_begins_with_a_capital_and_has_no_full_stop() -> None:
    odd = [
        (where, text)
        for where, text in button_texts()
        if text not in SMALL_BUTTONS and text[:1].isalpha()
        and (not text[:1].isupper() or text.endswith("."))
    ]  # fmt: skip
    assert odd == []
    assert len(list(button_texts())) > 60


def button_texts() -> Iterator[tuple[str, str]]:
    """(file, text) of what is written on buttons, as far as the source says it plainly."""
    for path in sorted((ROOT / "rhythmcap_gui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = ast.unparse(node.func).split(".")[-1]
            for argument in node.args if name in MAKERS_OF_BUTTONS else ():
                if (
                    isinstance(argument, ast.Call)
                    and ast.unparse(argument.func) == "self.tr"
                    and isinstance(argument.args[0], ast.Constant)
                ):
                    yield path.name, str(argument.args[0].value)
                    break


def test_the_rule_sheet_has_a_term_in_every_language() -> None:
    sheet = (ROOT / "packaging" / "i18n" / "STYLE.md").read_text(encoding="utf-8")
    rows = [line.strip("|").split("|") for line in sheet.splitlines() if line.startswith("| ")]
    assert len(rows) > 25
    assert [row for row in rows if len(row) != 6 or not all(map(str.strip, row[:5]))] == []
