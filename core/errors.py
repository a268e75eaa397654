"""What can go wrong, said to the musician first.

Every error a user may see carries a cause, the file it concerns, and what to do about it.
The detail is for the log and for "Copy details".
"""

from __future__ import annotations

from pathlib import Path


class RhythmCapError(Exception):
    """The root of all errors that are shown to the user.

    message: one sentence, the cause. remedy: one sentence, what to do. path: the file, if any.
    """

    def __init__(
        self, message: str, *, remedy: str = "", detail: str = "", path: Path | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.detail = detail
        self.path = path

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class AudioError(RhythmCapError):
    """A sound file cannot be read, or no sound can be played."""


class LibraryError(RhythmCapError):
    """The library file cannot be opened, read or written."""


class LibraryUnwritable(LibraryError):
    """The library's file, folder or disk cannot be written; it may still be read."""


class LibraryDamaged(LibraryError):
    """The library file is there and can be opened or read only in part: it can be mended."""


class QueryError(RhythmCapError):
    """A search line or a tag expression cannot be understood.

    position: where in the line, counted in characters from 0; None if it is about no place.
    """

    def __init__(
        self, message: str, position: int | None = None, *, remedy: str = "", detail: str = ""
    ) -> None:
        super().__init__(message, remedy=remedy, detail=detail)
        self.position = position


class ModelError(RhythmCapError):
    """A model file is missing, damaged, of another kind or of a newer version."""


class TrainingError(RhythmCapError):
    """There is nothing to learn from, or learning failed."""


class ExchangeError(RhythmCapError):
    """A file of another program cannot be read or written."""


class SettingsError(RhythmCapError):
    """The preferences cannot be read or written."""
