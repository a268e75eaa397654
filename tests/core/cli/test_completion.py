"""Completion and the man page are made from the parser, and complete and current."""

from __future__ import annotations

import argparse
import shutil
import subprocess
from pathlib import Path

import pytest

from core.cli.completion import levels_of, script_of
from core.cli.man_page import man_page
from core.cli.parser import SHELLS, build_parser
from core.cli.song_verbs import ORDERS
from core.cli.verb_parser import HelpFormatter
from core.library.search.search import ORDER_NAMES

ROOT = Path(__file__).resolve().parents[3]


def complete_in_bash(*words: str) -> set[str]:
    """What bash offers for the last of these words."""
    program = (
        f"{script_of('bash')}\nCOMP_WORDS=({' '.join(repr(word) for word in words)})\n"
        f"COMP_CWORD={len(words) - 1}\n_rhythmcap\nprintf '%s\\n' \"${{COMPREPLY[@]}}\""
    )
    done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return set(done.stdout.split())


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_completes_verbs_options_and_choices() -> None:
    assert {"import", "undo", "models"} <= complete_in_bash("rhythmcap", "")
    assert complete_in_bash("rhythmcap", "undo", "--dr") == {"--dry-run"}
    assert complete_in_bash("rhythmcap", "-q", "models", "wo") == {"words"}
    assert complete_in_bash("rhythmcap", "models", "words", "--m") == {"--map"}
    assert complete_in_bash("rhythmcap", "train", "--depth", "te") == {"temporal"}
    assert complete_in_bash("rhythmcap", "completion", "") >= set(SHELLS)


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_reads_its_completion(shell: str, tmp_path: Path) -> None:
    script = script_of(shell)
    for level in levels_of(build_parser()):
        for option in level.options:
            long = max(option.names, key=len)
            assert (f"-l {long.removeprefix('--')}" if shell == "fish" else long) in script
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    file = tmp_path / "completion"
    file.write_text(script)
    done = subprocess.run([shell, "-n", file], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_option_has_help_that_says_its_default() -> None:
    def check(parser: argparse.ArgumentParser) -> None:
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                for verb in action.choices.values():
                    assert "examples:\n  rhythmcap " in (verb.epilog or ""), verb.prog
                    check(verb)
            else:
                text = HelpFormatter("rhythmcap")._get_help_string(action)
                assert text, (parser.prog, action.dest)
                if action.option_strings and action.dest not in ("help", "version"):
                    assert "(default: " in text, (parser.prog, action.dest)

    check(build_parser())


def test_the_orders_of_the_help_are_those_of_the_search() -> None:
    assert ORDERS.partition(", predicted:")[0].split(", ") == list(ORDER_NAMES)


def test_the_man_page_is_current_and_plain_roff() -> None:
    kept = (ROOT / "packaging" / "rhythmcap.1").read_text(encoding="utf-8")
    assert kept == man_page(), "run `python packaging/man_page.py`"
    if shutil.which("groff") is None:
        pytest.skip("groff is not installed")
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww"], input=kept, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert "--dry-run" in done.stdout
