"""Why a file cannot be read or written: what the system, a decoder or a parser says of it."""

from __future__ import annotations

import errno
import json
import sqlite3
import zlib
from pathlib import Path

from core.errors import ExchangeError, ModelError
from core.messages import Message, message

_OF_SYSTEM = {
    errno.ENOENT: "exchange.why_absent",
    errno.ENOTDIR: "exchange.why_absent",
    errno.EACCES: "exchange.why_forbidden",
    errno.EPERM: "exchange.why_forbidden",
    errno.EISDIR: "exchange.why_folder",
    errno.ENOSPC: "exchange.why_full",
    errno.EDQUOT: "exchange.why_full",
    errno.EROFS: "exchange.why_read_only",
    errno.EIO: "exchange.why_disk",
    errno.ENAMETOOLONG: "exchange.why_long_name",
}
_OF_SQLITE = {
    "is not a database": "exchange.why_no_database",
    "malformed": "exchange.why_damaged",
    "disk image": "exchange.why_damaged",
    "locked": "exchange.why_in_use",
    "unable to open": "exchange.why_forbidden",
}
_OF_KIND: tuple[tuple[type[Exception], str], ...] = (
    (RecursionError, "exchange.why_deep"),
    (EOFError, "exchange.why_cut_off"),
    (zlib.error, "exchange.why_damaged"),
    (OSError, "exchange.why_damaged"),  # gzip and bz2 tell of their bytes without a number
    (TypeError, "exchange.why_other_form"),
    (AttributeError, "exchange.why_other_form"),
    (ValueError, "exchange.why_other_form"),
)
CANNOT_WRITE = "exchange.cannot_write"
MODEL_NOT_WRITTEN = "exchange.not_written"
_LACKING = ("no such table: ", "no such column: ")


def cannot_read(path: Path, error: Exception) -> ExchangeError:
    """Return the error that a file cannot be read, with the reason that another error tells."""
    return ExchangeError(
        "exchange.cannot_read", name=path.name, why=reason_of(error), detail=str(error), path=path
    )


def cannot_write(path: Path, error: Exception) -> ExchangeError:
    """Return the error that a file or folder cannot be written, with the reason."""
    return ExchangeError(
        CANNOT_WRITE, name=path.name, why=reason_of(error), detail=str(error), path=path
    )


def model_not_written(path: Path, error: Exception) -> ModelError:
    """Return the error that a model cannot be written to a file or folder, with the reason."""
    return ModelError(
        MODEL_NOT_WRITTEN, name=path.name, why=reason_of(error), detail=str(error), path=path
    )


def reason_of(error: BaseException) -> str:
    """Say why reading or writing failed, as far as an error of Python tells."""
    if isinstance(error, UnicodeDecodeError):
        encoding = error.encoding.upper()
        return message("exchange.why_encoding", encoding=encoding, n_byte=error.start + 1)
    if isinstance(error, json.JSONDecodeError):
        return message("exchange.why_json", line=error.lineno, column=error.colno)
    if isinstance(error, sqlite3.Error):
        return _of_sqlite(str(error))
    if isinstance(error, KeyError):
        return message("exchange.why_lacks_field", name=str(error.args[0]))
    if isinstance(error, OSError) and error.errno is not None:
        text = error.strerror or type(error).__name__
        return message(_OF_SYSTEM.get(error.errno, "exchange.why_system"), text=text)
    if isinstance(error, ValueError) and error.args and isinstance(error.args[0], Message):
        return error.args[0]
    found = next((id for kind, id in _OF_KIND if isinstance(error, kind)), "exchange.why_system")
    return message(found, text=str(error) or type(error).__name__)


def _of_sqlite(text: str) -> str:
    for begin in _LACKING:
        if text.startswith(begin):
            return message("exchange.why_lacks_table", name=text.removeprefix(begin))
    found = next((id for part, id in _OF_SQLITE.items() if part in text), "exchange.why_system")
    return message(found, text=text)
