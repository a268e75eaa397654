"""What can go wrong, told to the musician first.

Every error a user may see is data: the id of its texts in resources/messages, their parameters,
and the file it concerns. The detail is for the log and for "Copy details".
"""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

from core.messages import REMEDY, catalogue, message, sentences


class RhythmCapError(Exception):
    """The root of all errors that are shown to the user.

    id, params: of the messages, as message() takes them. message: one sentence, the cause.
    remedy: one sentence, what to do; "" where the catalogue has none. path: the file, if any.
    """

    def __init__(
        self, id: str, /, *, detail: str = "", path: Path | None = None, **params: Any
    ) -> None:
        self.message = message(id, **params)
        self.remedy: str = message(id + REMEDY, **params) if id + REMEDY in catalogue() else ""
        super().__init__(self.message)
        self.id = id
        self.params = params
        self.detail = detail
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return _blank, (type(self), self.message), self.__dict__

    def __str__(self) -> str:
        return sentences(self.message, self.remedy)


class AudioError(RhythmCapError):
    """A sound file cannot be read, or no sound can be played."""


class SoundError(RhythmCapError):
    """A song cannot be scored: it is silent, or too short to judge."""


class LibraryError(RhythmCapError):
    """The library file cannot be opened, read or written."""


class LibraryUnwritable(LibraryError):
    """The library's file, folder or disk cannot be written; it may still be read."""


class LibraryDamaged(LibraryError):
    """The library file is there and can be opened or read only in part: it can be mended."""


class CopyDamaged(LibraryError):
    """A copy of a library, or a former file of it, is damaged: what can be read can be restored."""


class LibraryMissing(LibraryError):
    """The library file is not there, but copies or former files of it are: one can be restored."""


class LibraryReplaced(LibraryError):
    """Another program has put another file in the place of the open library."""


class LibrarySpoiled(LibraryDamaged):
    """Another program has damaged the file of the open library, or put no library in its place."""


class LibraryDeleted(LibraryError):
    """The file of the open library was deleted; as long as it stays open, nothing is lost."""


class QueryError(RhythmCapError):
    """A search line or a tag expression cannot be understood.

    position: where in the line, counted in characters from 0; None if it is about no place.
    """

    def __init__(
        self, id: str, /, position: int | None = None, *, detail: str = "", **params: Any
    ) -> None:
        super().__init__(id, detail=detail, **params)
        self.position = position


class UsageError(RhythmCapError):
    """What was typed on a command line names nothing that there is, or is not allowed there."""


class UnusableName(LibraryError, UsageError):
    """What is to be a name is empty, too long, or cannot be shown."""


class ModelError(RhythmCapError):
    """A model file is missing, damaged, of another kind or of a newer version."""


class UnknownModel(ModelError, UsageError):
    """No public model has the name that was typed."""


class SimilarityError(RhythmCapError):
    """Songs cannot be compared: nothing is known of one, or there is no such part of it."""


class TrainingError(RhythmCapError):
    """There is nothing to learn from, or learning failed."""


class BundleError(RhythmCapError):
    """A training bundle cannot be written or read, or is of a newer version."""


class GraphicsError(RhythmCapError):
    """The environment for the graphics card cannot be installed, used or removed."""


class ExperimentError(RhythmCapError):
    """A plan of an experiment cannot be understood, or its results be read or written."""


class CollectionError(RhythmCapError):
    """A collection cannot be analysed in parts: mixed or missing results, a folder that is gone."""


class ExchangeError(RhythmCapError):
    """A file of another program cannot be read or written."""


class UnusableWord(ExchangeError, UsageError):
    """A format, category or field that was typed is none, or is not allowed there."""


class SettingsError(RhythmCapError):
    """The preferences cannot be read or written."""


def is_disk_full(error: BaseException | None) -> bool:
    """Tell whether an error, or what it was raised from, says that there is no room."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            return True
        if isinstance(error, RhythmCapError) and error.id == "library.no_room":
            return True
        error = error.__cause__
    return False


def _blank(error: type[RhythmCapError], text: str) -> RhythmCapError:
    """An error that is about to get its attributes back (pickle)."""
    return error.__new__(error, text)
