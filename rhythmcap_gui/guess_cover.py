"""What covers the model's guesses: blind mode, and closed listening, which covers the picture, too.

The part of the session that says so; what a guess is, it does not know.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class GuessCover(QObject):
    """Blind mode is a preference; closed listening lasts until it is ended, and no longer."""

    blind_changed = Signal(bool)
    closed_changed = Signal(bool)  # closed listening began or ended

    def __init__(self, blind: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._blind = blind
        self.closed = False
        self.revealed = False  # blind mode: the open song's guesses were uncovered

    @property
    def blind(self) -> bool:
        """Whether guesses are covered: in blind mode, and in closed listening."""
        return self._blind or self.closed

    @property
    def guesses_visible(self) -> bool:
        """Whether the open song's guesses may be on screen: not where they are covered."""
        return not self.blind or (self.revealed and not self.closed)

    def set_blind(self, blind: bool) -> None:
        """Switch blind mode; on covers the open song's guesses again."""
        self._blind, self.revealed = blind, False
        self.blind_changed.emit(self.blind)

    def reveal(self) -> None:
        """Uncover the open song's guesses in blind mode."""
        self.revealed = True
        self.blind_changed.emit(self.blind)

    def set_closed(self, closed: bool) -> None:
        """Begin or end closed listening: no picture, no guess, not even of decided tags."""
        if closed != self.closed:
            self.closed, self.revealed = closed, False
            self.closed_changed.emit(closed)
            self.blind_changed.emit(self.blind)
