"""Reading XML of other programs element by element; nothing in it can expand or fetch anything.

It may be packed with bzip2, as the sessions of Sonic Visualiser are, and then has a limit.
"""

from __future__ import annotations

import bz2
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from core.errors import ExchangeError
from core.exchange.file_errors import cannot_read, reason_of
from core.jobs import JobContext
from core.messages import message

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DEEPEST = 100  # elements within elements
ELEMENTS_PER_CHECK = 1000
MAX_UNPACKED = 1 << 28  # bytes
MAX_BETWEEN = 1 << 22  # bytes from one begin or end of an element to the next
_BZIP2 = b"BZh"


def elements(
    path: Path, root: str, kept: frozenset[str], job: JobContext
) -> Iterator[tuple[str, Element]]:
    """Yield ("start" or "end", element) in the order of the file; forget what is not kept.

    root: the name of the outermost element. kept: names of elements that stay with what they hold
    until their end was yielded; others have no children left at their end. Raises ExchangeError for
    what is no such XML, or declares entities; Cancelled.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    try:
        with _opened(path) as opened:
            file = _Limited(opened, path)
            events = iterparse(file, events=("start", "end"), forbid_dtd=False)
            yield from _walk(file, events, root, kept, job)
    except (ParseError, DefusedXmlException, LookupError, UnicodeError, EOFError) as error:
        raise _no_xml(path, _reason(error)) from error
    except OSError as error:
        raise cannot_read(path, error) from error


def _walk(
    file: _Limited,
    events: Iterator[tuple[str, Element]],
    root: str,
    kept: frozenset[str],
    job: JobContext,
) -> Iterator[tuple[str, Element]]:
    stack = list["Element"]()
    n_kept = 0
    for number, (event, element) in enumerate(events):
        file.n_between = 0
        if number % ELEMENTS_PER_CHECK == 0:
            job.check()
        if event == "start":
            if not stack and element.tag != root:
                raise _no_xml(
                    file.path, message("exchange.why_root", found=element.tag, wanted=root)
                )
            stack.append(element)
            n_kept += element.tag in kept
            if len(stack) > DEEPEST:
                raise _no_xml(file.path, message("exchange.why_deep"))
            yield event, element
            continue
        yield event, element
        stack.pop()
        n_kept -= element.tag in kept
        if n_kept == 0:
            element.clear()
            if stack:
                stack[-1].remove(element)


class _Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes:
        """Read the next bytes."""


class _Limited:
    """A file that may unpack to so much, and no more, and whose elements begin and end.

    A begin that never ends would be looked at again with every piece that is read. n_between: bytes
    since the last begin or end; the reader of elements sets it back.
    """

    def __init__(self, opened: tuple[_Readable, bool], path: Path) -> None:
        """Opened: the file, and whether it was packed."""
        self._file, self._is_packed = opened
        self.path = path
        self.n_between = 0
        self._n_read = 0

    def read(self, size: int = -1, /) -> bytes:
        """Read the next bytes. Raises ExchangeError beyond a limit."""
        content = self._file.read(size)
        self._n_read += len(content)
        self.n_between += len(content)
        if self._is_packed and self._n_read > MAX_UNPACKED:
            why = message("exchange.larger_than", megabytes=MAX_UNPACKED >> 20)
            raise _no_xml(self.path, why)
        if self.n_between > MAX_BETWEEN:
            why = message("exchange.no_element_end", megabytes=MAX_BETWEEN >> 20)
            raise _no_xml(self.path, why)
        return content


@contextmanager
def _opened(path: Path) -> Iterator[tuple[_Readable, bool]]:
    """Open a file, and unpack it if it is packed; say whether it was."""
    with path.open("rb") as file:
        is_packed = file.read(len(_BZIP2)) == _BZIP2
        file.seek(0)
        if is_packed:
            with bz2.open(file) as unpacked:
                yield unpacked, True
        else:
            yield file, False


def _reason(error: Exception) -> str:
    """Say why a file is no XML that is read."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException

    if isinstance(error, DefusedXmlException):
        return message("exchange.why_entities")
    if isinstance(error, ParseError):
        line, column = error.position
        return message("exchange.why_xml", line=line, column=column + 1)
    return reason_of(error)


def _no_xml(path: Path, why: str) -> ExchangeError:
    return ExchangeError("exchange.no_xml", name=path.name, why=why, path=path)
