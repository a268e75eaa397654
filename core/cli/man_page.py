"""The man page rhythmcap(1), written from the parser in roff. packaging/man_page.py stores it."""

from __future__ import annotations

import argparse

from core.cli.parser import build_parser
from core.cli.verb_parser import HelpFormatter, VerbParser


def man_page() -> str:
    """Write the page: what it is, the options of all verbs, then verb by verb with examples."""
    parser = build_parser()
    lines = [
        '.\\" Made by packaging/man_page.py from the parser: do not edit.',
        ".TH RHYTHMCAP 1",
        ".SH NAME",
        "rhythmcap \\- listen to songs, tag them by ear, and have a network learn your words",
        ".SH SYNOPSIS",
        ".B rhythmcap",
        "[\\fB\\-\\-library\\fR \\fIFILE\\fR] [\\fB\\-\\-demo\\fR] [\\fISONG\\fR ...]",
        ".br",
        ".B rhythmcap",
        "\\fIVERB\\fR [\\fIOPTION\\fR ...] [\\fIARGUMENT\\fR ...]",
        ".SH DESCRIPTION",
        _text(parser.description or ""),
        ".SH OPTIONS",
        "These can stand before or behind every verb.",
    ]
    shared = {name for action in parser._actions for name in action.option_strings}
    for action in parser._actions:
        lines += _action(action)
    lines.append(".SH VERBS")
    for path, verb in _verbs(parser):
        lines += _verb(path, verb, shared)
    lines += [".SH NOTES", ".nf", _text(parser.epilog or ""), ".fi"]
    return "\n".join([*lines, ""])


def _verbs(parser: VerbParser, path: str = "") -> list[tuple[str, VerbParser]]:
    """List the verbs that do something, in the order of the help."""
    below = next((a for a in parser._actions if isinstance(a, argparse._SubParsersAction)), None)
    if below is None:
        return [(path, parser)]
    return [
        found
        for name, verb in below.choices.items()
        for found in _verbs(verb, f"{path} {name}".strip())
    ]


def _verb(path: str, verb: VerbParser, shared: set[str]) -> list[str]:
    words = [action for action in verb._actions if not action.option_strings]
    usage = " ".join(_usage(action) for action in words)
    lines = [f".SS {_text(path)} {usage}".rstrip(), _text(verb.description or "")]
    for action in verb._actions:
        if not shared.issuperset(action.option_strings) or not action.option_strings:
            lines += _action(action)
    return [*lines, ".PP", ".nf", _text(verb.epilog or ""), ".fi"]


def _usage(action: argparse.Action) -> str:
    name = f"\\fI{_text(_metavar(action))}\\fR"
    name = name if action.nargs != "+" else f"{name} ..."
    return f"[{name}]" if action.nargs == "?" else f"[{name} ...]" if action.nargs == "*" else name


def _action(action: argparse.Action) -> list[str]:
    if isinstance(action, argparse._SubParsersAction):
        return []
    names = ", ".join(f"\\fB{_text(name)}\\fR" for name in action.option_strings)
    value = f"\\fI{_text(_metavar(action))}\\fR" if action.nargs != 0 else ""
    meaning = HelpFormatter("rhythmcap")._get_help_string(action).replace("%%", "%")
    return [".TP", f"{names} {value}".strip(), _text(meaning)]


def _metavar(action: argparse.Action) -> str:
    if action.choices is not None:
        return "|".join(map(str, action.choices))
    return str(action.metavar or action.dest)


def _text(text: str) -> str:
    """Escape roff: hyphens that are typed, backslashes, and lines that begin like a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    text = "".join(letter if letter.isascii() else f"\\[u{ord(letter):04X}]" for letter in text)
    return "\n".join(
        f"\\&{line}" if line.startswith((".", "'")) else line for line in text.split("\n")
    )
