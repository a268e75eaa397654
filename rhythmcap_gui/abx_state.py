"""How far an ABX test of two words is: a plain record, between the operation and its view."""

from __future__ import annotations

from dataclasses import dataclass

A, B, X = "a", "b", "x"


@dataclass(frozen=True, slots=True)
class AbxState:
    """trial: from 0 on, n_trials when all are answered. sounds: which of A, B, X is heard, "" none.

    ready: the sounds of this trial are there. x_played: X was played in it. result: the outcome in
    words, range: how sure that is; "" before the end. kept: the library has it. problem: why it
    cannot go on.
    """

    first: str
    second: str
    n_trials: int
    trial: int = 0
    sounds: str = ""
    ready: bool = False
    x_played: bool = False
    result: str = ""
    range: str = ""
    kept: bool = False
    problem: str = ""

    @property
    def is_over(self) -> bool:
        """Whether all is answered, or it cannot go on."""
        return bool(self.result or self.problem)

    @property
    def can_answer(self) -> bool:
        """Whether an answer counts: one who has not heard X guesses."""
        return self.ready and self.x_played and not self.is_over
