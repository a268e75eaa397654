"""What keys say of a decision: its state by Shift and Alt, its intensity by the digits.

An intensity has nine levels and is kept as a number of 0 to 1.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from core.library.records import State

LEVELS = 9
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def level_of(intensity: float | None) -> int:
    """Return the level 1..9 of an intensity of 0..1; 0 where there is none."""
    return 0 if intensity is None else max(1, round(intensity * LEVELS))


def intensity_of(level: int) -> float | None:
    """Return the intensity of a level: 1 is .11, 9 is 1; None for 0."""
    return round(level / LEVELS, 2) if level else None


def level_pressed(event: QKeyEvent) -> int | None:
    """Return the digit of a key, by what it types: on some keyboards digits need Shift."""
    typed = event.text()
    is_digit = len(typed) == 1 and typed in "0123456789"
    return int(typed) if is_digit and not event.modifiers() & _COMMANDS else None


def state_by_modifiers(modifiers: Qt.KeyboardModifier) -> State:
    """Return the state of a click or Enter: no with Shift, unsure with Alt, yes with neither."""
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        return State.NO
    return State.UNSURE if modifiers & Qt.KeyboardModifier.AltModifier else State.YES
