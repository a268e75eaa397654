"""What cells of a table mean: yes, no, unsure; numbers with a point or a comma; seconds.

In the four languages of the window and as spreadsheets, R and pandas write them.
"""

from __future__ import annotations

import math

from core.folding import fold
from core.library.records import State

STATES = {
    State.YES: "yes y true t x 1 + ✓ ✔ ja j wahr si vero verdadero s oui vrai present",
    State.NO: "no n false f 0 nein falsch falso non faux absent",
    State.UNSURE: "? unsure maybe perhaps unsicher vielleicht incerto incerta forse inseguro"
    " insegura quiza quizas dudoso dudosa 0.5",
}
STATE_OF_WORD = {word: state for state, words in STATES.items() for word in words.split()}
NOTHING = frozenset({"", "na", "n/a", "#n/a", "<na>", "nan", "nat", "null"})  # as R and pandas say
MARKS = frozenset("x✓✔+")  # of a list that only ticks what holds


class NotAValue(ValueError):
    """A cell holds neither nothing nor what its column should hold."""


def state_of(cell: str) -> State | None:
    """Return the decision that a cell means; None: not judged. Raises NotAValue."""
    word = fold(cell.strip())
    if word in NOTHING:
        return None
    state = STATE_OF_WORD.get(word)
    if state is not None:
        return state
    try:
        number = number_of(word)
    except NotAValue:
        raise NotAValue(cell) from None
    state = STATE_OF_WORD.get(f"{number:g}" if number is not None else "")
    if state is None:
        raise NotAValue(cell)
    return state


def is_state(cell: str) -> bool:
    """Whether a cell means yes, no, unsure or nothing."""
    try:
        state_of(cell)
    except NotAValue:
        return False
    return True


def is_filled(cell: str) -> bool:
    """Whether a cell holds anything, also what cannot be read."""
    return fold(cell.strip()) not in NOTHING


def number_of(cell: str) -> float | None:
    """Return the number of a cell; None for an empty or missing one. Raises NotAValue.

    Of a point and a comma the last one begins the decimals; one alone does, too.
    """
    text = cell.strip().replace(" ", "").replace("\xa0", "").replace("\u202f", "")
    if text.casefold() in NOTHING:
        return None
    comma, point = text.rfind(","), text.rfind(".")
    if comma > point:
        text = text.replace(".", "").replace(",", ".")
    elif comma >= 0:
        text = text.replace(",", "")
    try:
        number = float(text)
    except ValueError:
        raise NotAValue(cell) from None
    if not math.isfinite(number) or "_" in text:
        raise NotAValue(cell)
    return number


def share_of(cell: str) -> float | None:
    """Return the share of a cell, a number or so many percent. Raises NotAValue."""
    text = cell.strip()
    number = number_of(text.removesuffix("%"))
    return number / 100 if number is not None and text.endswith("%") else number


def seconds_of(cell: str) -> float | None:
    """Return the seconds of a cell: a number, or m:ss, or h:mm:ss. Raises NotAValue."""
    total = 0.0
    for part in cell.strip().split(":"):
        number = number_of(part)
        if number is None or number < 0:
            if ":" not in cell and number is None:
                return None
            raise NotAValue(cell)
        total = total * 60 + number
    return total
