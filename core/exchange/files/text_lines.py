"""Lines of a text file, numbered, whatever its encoding and its line ends; one at a time."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from core.errors import ExchangeError
from core.exchange.file_errors import cannot_read
from core.exchange.files.text_encoding import UTF_8, encoding_of
from core.jobs import SILENT, JobContext

LONGEST_LINE = 1 << 20  # bytes; a longer one is no text
LINES_PER_REPORT = 2000
WIDE = ("utf-16", "utf-32")


def numbered_lines(path: Path, job: JobContext = SILENT) -> Iterator[tuple[int, str]]:
    """Yield (number from 1, line without its end). Raises ExchangeError, Cancelled.

    A line that is not in the encoding of the others is read as Western (cp1252); in UTF-16 and
    UTF-32 it is an error.
    """
    encoding = _encoding_of(path)
    read_lines = _wide_lines if encoding.startswith(WIDE) else _lines
    number = 0
    try:
        size = max(path.stat().st_size, 1)
        with path.open("rb") as file:
            for number, line in enumerate(read_lines(file, encoding), start=1):
                if number % LINES_PER_REPORT == 1:
                    job.check()
                    job.report(file.tell(), size, path.name)
                if "\0" in line or len(line) >= LONGEST_LINE:
                    raise ExchangeError("exchange.no_text", name=path.name, line=number, path=path)
                yield number, line.rstrip("\r\n")
    except UnicodeError as error:
        raise ExchangeError(
            "exchange.no_text", name=path.name, line=number + 1, path=path
        ) from error
    except OSError as error:
        raise cannot_read(path, error) from error


def first_line(head: bytes) -> str:
    """Return the first line with anything in it, from the first bytes of a file."""
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = head.decode("utf-16" if wide else "utf-8-sig", "replace")
    return next((line for line in text.splitlines() if line.strip()), "")


def _encoding_of(path: Path) -> str:
    """Return a file's encoding; UTF-8 for one that is no text, which its lines will tell."""
    try:
        return encoding_of(path)
    except ExchangeError as error:
        if error.id != "exchange.not_text":
            raise
        return UTF_8


def _lines(file: BinaryIO, encoding: str) -> Iterator[str]:
    while line := file.readline(LONGEST_LINE):
        try:
            yield line.decode(encoding)
        except UnicodeDecodeError:
            yield line.decode("cp1252", "replace")


def _wide_lines(file: BinaryIO, encoding: str) -> Iterator[str]:
    text = io.TextIOWrapper(file, encoding=encoding)
    try:
        while line := text.readline(LONGEST_LINE):
            yield line
    finally:
        text.detach()
