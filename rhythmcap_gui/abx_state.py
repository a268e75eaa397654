"""How far an ABX test of two words is: a plain record, between the operation and its view."""

from __future__ import annotations

from dataclasses import dataclass

A, B, X = "a", "b", "x"


@dataclass(frozen=True, slots=True)
class AbxState:
    """trial: from 0 on, n_trials when all are answered. sounds: which of A, B, X is heard, "" none.

    ready: the sounds of this trial are there. result: the outcome in words, range: how sure that
    is; "" before the end. kept: the library has it. problem: why it cannot go on.
    """

    first: str
    second: str
    n_trials: int
    trial: int = 0
    sounds: str = ""
    ready: bool = False
    result: str = ""
    range: str = ""
    kept: bool = False
    problem: str = ""
