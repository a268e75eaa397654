"""Learning on the graphics card from the command line, where the window would learn on it, too."""

from __future__ import annotations

from functools import partial

from core.cli.terminal import Terminal
from core.graphics.environment import card_environment
from core.graphics.learning import Task, learn_there
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
