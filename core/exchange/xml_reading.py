"""Reading XML of other programs element by element; nothing in it can expand or fetch anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import ExchangeError
from core.jobs import JobContext

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DEEPEST = 100  # elements within elements
ELEMENTS_PER_CHECK = 1000


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

    stack = list["Element"]()
    n_kept = 0
    try:
        for number, (event, element) in enumerate(
            iterparse(str(path), events=("start", "end"), forbid_dtd=False)
        ):
            if number % ELEMENTS_PER_CHECK == 0:
                job.check()
            if event == "start":
                if not stack and element.tag != root:
                    raise _no_xml(path, f"<{element.tag}>")
                stack.append(element)
                n_kept += element.tag in kept
                if len(stack) > DEEPEST:
                    raise _no_xml(path, f"{len(stack)} levels")
                yield event, element
                continue
            yield event, element
            stack.pop()
            n_kept -= element.tag in kept
            if n_kept == 0:
                element.clear()
                if stack:
                    stack[-1].remove(element)
    except (ParseError, DefusedXmlException, LookupError, UnicodeError) as error:
        raise _no_xml(path, str(error)) from error
    except OSError as error:
        raise ExchangeError(
            "exchange.cannot_read", name=path.name, detail=str(error), path=path
        ) from error


def _no_xml(path: Path, why: str) -> ExchangeError:
    return ExchangeError("exchange.no_xml", name=path.name, why=why, path=path)
