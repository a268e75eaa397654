"""Learning on the graphics card from the command line, where the window would learn on it, too."""

from __future__ import annotations

import argparse
import os
import subprocess
from functools import partial

from core.cli.terminal import Terminal
from core.errors import GraphicsError
from core.graphics import child_python
from core.graphics.environment import card_environment, in_use
from core.graphics.graphics_records import Environment
from core.graphics.learning import Task, learn_there
from core.graphics.trial import try_environment
from core.messages import message


def learner(there: Task, here: Task, requested: str, terminal: Terminal) -> Task:
    """Return what learns in the environment with the graphics card, or here without one; say so.

    requested: "auto", "cuda" or "cpu". Where a card was asked for and there is none, that is said.
    """
    from core.models.device import choose_device

    environment = card_environment(requested)
    if environment is not None:
        terminal.say(message("graphics.learns", card=environment.card))
        return partial(learn_there, environment, there, here)
    if requested == "cuda" and choose_device(requested) == "cpu":
        terminal.warn(message("device.no_gpu"))
    return here


def run_verb_there(options: argparse.Namespace, terminal: Terminal) -> int | None:
    """Run a whole verb in the environment with the graphics card; return its exit code.

    None where it is to be run here: there is no environment, or its trial fails, which is said.
    Raises GraphicsError where it fails and the card was asked for, or the verb was killed there;
    Cancelled, KeyboardInterrupt.
    """
    environment = card_environment(options.device)
    if environment is None:
        return None
    try:
        with in_use(environment.folder), terminal.job("Graphics card") as job:
            try_environment(environment.python, "cuda", job)
    except GraphicsError as error:
        if options.device == "cuda":
            raise
        terminal.error(error)
        terminal.warn(message("graphics.learns_here"))
        return None
    terminal.say(message("graphics.learns", card=environment.card))
    code = _run(environment, options.typed)
    if code < 0:
        raise GraphicsError("graphics.killed", code=-code)
    return code


def _run(environment: Environment, typed: list[str]) -> int:
    """Run the verb that was typed, its output passed through; the second Ctrl+C kills it."""
    with (
        child_python.start(
            environment.python, "core.cli.graphics_child", *typed, stdin=subprocess.PIPE
        ) as child,
        in_use(environment.folder, child.pid),
    ):
        assert child.stdin is not None
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                if os.name == "nt":  # there it has got it from the console as well
                    continue
                if child.stdin.closed:
                    child.kill()
                    raise
                child.stdin.close()
