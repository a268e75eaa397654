"""The verb completion: what bash, zsh and fish need to complete verbs, options and choices.

All of it is read from the parser, so that it cannot be out of date.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.cli.parser import build_parser
from core.cli.terminal import Terminal
from core.cli.verb_parser import VerbParser, file_path


@dataclass(frozen=True, slots=True)
class Choice:
    """A word that can be typed, and what it is."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Option:
    """An option: its spellings; what can be its value: choices, a file, or free text.

    takes_value: another word follows. is_file: that word names a file.
    """

    names: tuple[str, ...]
    meaning: str
    takes_value: bool
    choices: tuple[str, ...]
    is_file: bool


@dataclass(frozen=True, slots=True)
class Level:
    """What can follow after some verbs. path: these verbs, "" at the beginning."""

    path: str
    verbs: tuple[Choice, ...]
    options: tuple[Option, ...]
    choices: tuple[str, ...]


def completion(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print the script of a shell."""
    script = script_of(options.shell)
    terminal.data({"shell": options.shell, "script": script}, script.rstrip("\n").split("\n"))
    return 0


def script_of(shell: str) -> str:
    """Write the completion for "bash", "zsh" or "fish"."""
    levels = list(levels_of(build_parser()))
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](levels)


def levels_of(parser: VerbParser, path: str = "") -> Iterator[Level]:
    """List what can be typed, verb by verb."""
    below = next((a for a in parser._actions if isinstance(a, argparse._SubParsersAction)), None)
    verbs = below._choices_actions if below else []
    words = [action for action in parser._actions if not action.option_strings]
    yield Level(
        path,
        tuple(Choice(verb.dest, verb.help or "") for verb in verbs),
        tuple(_option(action) for action in parser._actions if action.option_strings),
        tuple(str(c) for action in words if action is not below for c in action.choices or ()),
    )
    for name, verb in (below.choices if below else {}).items():
        yield from levels_of(verb, f"{path} {name}".strip())


def _option(action: argparse.Action) -> Option:
    return Option(
        tuple(action.option_strings),
        action.help or "",
        takes_value=action.nargs != 0,
        choices=tuple(str(choice) for choice in action.choices or ()),
        is_file=action.type is file_path,
    )


# -- bash ----------------------------------------------------------------------------------

_BASH = """# bash completion of rhythmcap, made by `rhythmcap completion bash`
_rhythmcap() {{
    local word="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}"
    local path="" known="" i
    for ((i = 1; i < COMP_CWORD; i++)); do
        case "$path ${{COMP_WORDS[i]}}" in
{paths}
        esac
    done
    case "$path $before" in
{values}
    esac
    case "$path" in
{words}
    esac
    COMPREPLY=($(compgen -W "$known" -- "$word"))
}}
complete -o default -F _rhythmcap rhythmcap
"""


def _bash(levels: list[Level]) -> str:
    paths = [f'            " {level.path}") path=" {level.path}" ;;' for level in levels
             if level.path and " " not in level.path]  # fmt: skip
    paths += [
        f'            " {level.path}") path=" {level.path}" ;;'
        for level in levels
        if " " in level.path
    ]
    values = []
    for level in levels:
        prefix = f" {level.path}" if level.path else ""
        for option in level.options:
            if option.takes_value:
                pattern = "|".join(f'"{prefix} {name}"' for name in option.names)
                reply = f'COMPREPLY=($(compgen -W "{" ".join(option.choices)}" -- "$word"))'
                done = f"{reply}; return" if option.choices else "return"
                values.append(f"        {pattern}) {done} ;;")
    words = []
    for level in levels:
        prefix = f" {level.path}" if level.path else ""
        known = [verb.word for verb in level.verbs] + list(level.choices)
        known += [name for option in level.options for name in option.names]
        words.append(f'        "{prefix}") known="{" ".join(known)}" ;;')
    return _BASH.format(paths="\n".join(paths), values="\n".join(values), words="\n".join(words))


# -- zsh -----------------------------------------------------------------------------------


def _zsh(levels: list[Level]) -> str:
    lines = [
        "#compdef rhythmcap",
        "# zsh completion of rhythmcap, made by `rhythmcap completion zsh`",
    ]
    for level in levels:
        lines += ["", f"{_zsh_name(level.path)}() {{"]
        lines += ["    local state line", "    local -a verbs"] if level.verbs else []
        lines += ["    _arguments -C \\"] if level.verbs else ["    _arguments \\"]
        lines += [f"        {_zsh_option(option)} \\" for option in level.options]
        if level.verbs:
            lines += ["        '1: :->verb' \\", "        '*:: :->rest'"]
            lines += _zsh_verbs(level)
        elif level.choices:
            lines.append(f"        '*:word:({' '.join(level.choices)})'")
        else:
            lines.append("        '*:file:_files'")
        lines.append("}")
    return "\n".join([*lines, "", '_rhythmcap "$@"', ""])


def _zsh_verbs(level: Level) -> list[str]:
    lines = ["    case $state in", "        verb)", "            verbs=("]
    lines += [
        f"                {_single(f'{_zsh_plain(verb.word)}:{verb.meaning}')}"
        for verb in level.verbs
    ]
    lines += ["            )", "            _describe verb verbs ;;", "        rest)"]
    lines.append("            case $line[1] in")
    for verb in level.verbs:
        name = _zsh_name(f"{level.path} {verb.word}".strip())
        lines.append(f"                {verb.word}) {name} ;;")
    return [*lines, "            esac ;;", "    esac"]


def _zsh_name(path: str) -> str:
    return "_".join(["_rhythmcap", *path.split()])


def _zsh_option(option: Option) -> str:
    meaning = re.sub(r"([\[\]:\\])", r"\\\1", option.meaning)
    value = ""
    if option.takes_value:
        kind = f"({' '.join(option.choices)})" if option.choices else " "
        value = ":value:_files" if option.is_file else f":value:{kind}"
    alike = " ".join(option.names)
    return " ".join(_single(f"({alike}){name}[{meaning}]{value}") for name in option.names)


def _zsh_plain(text: str) -> str:
    return text.replace(":", r"\:")


def _single(text: str) -> str:
    quoted = text.replace("'", "'\\''")
    return f"'{quoted}'"


# -- fish ----------------------------------------------------------------------------------


def _fish(levels: list[Level]) -> str:
    lines = [
        "# fish completion of rhythmcap, made by `rhythmcap completion fish`",
        "function __rhythmcap_path",
        "    set -l path",
        "    for word in (commandline -opc)[2..-1]",
        '        switch "$path $word"',
        *(
            f"            case {_fish_quoted(f' {level.path}')}\n"
            f"                set path {_fish_quoted(f' {level.path}')}"
            for level in levels
            if level.path
        ),
        "        end",
        "    end",
        '    test "$path" = "$argv[1]"',
        "end",
    ]
    for level in levels:
        prefix = f" {level.path}" if level.path else ""
        where = (
            f"complete -c rhythmcap -n {_fish_quoted(f'__rhythmcap_path {_fish_quoted(prefix)}')}"
        )
        for verb in level.verbs:
            lines.append(f"{where} -f -a {verb.word} -d {_fish_quoted(verb.meaning)}")
        lines += [f"{where} -f -a {choice}" for choice in level.choices]
        lines += [f"{where} {_fish_option(option)}" for option in level.options]
    return "\n".join([*lines, ""])


def _fish_option(option: Option) -> str:
    parts = [
        f"-l {name.removeprefix('--')}" if name.startswith("--") else f"-s {name.removeprefix('-')}"
        for name in option.names
    ]
    if option.takes_value:
        parts.append("-r -F" if option.is_file else "-x")
    if option.choices:
        parts.append(f"-a {_fish_quoted(' '.join(option.choices))}")
    return " ".join([*parts, "-d", _fish_quoted(option.meaning)])


def _fish_quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
