"""The text of a plan: what is wrong in it is told with the line where it stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import ExperimentError

_KEY = r"(?:\"[^\"]*\"|'[^']*'|[A-Za-z0-9_-]+)"
_KEYS = re.compile(rf"\s*({_KEY}(?:\s*\.\s*{_KEY})*)\s*=")
_TABLE = re.compile(rf"\s*\[\[?\s*({_KEY}(?:\s*\.\s*{_KEY})*)\s*\]")
_DIGITS = re.compile(r"\d[\d_]{4000}")
_TWICE = re.compile(r"Cannot (overwrite a value|declare .* twice)|Duplicate")  # of tomllib
_AT_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class PlanText:
    """The text of a plan, to find lines in."""

    path: Path
    text: str

    def values(self, known: tuple[str, ...]) -> dict[str, Any]:
        """Read all values. Raises ExperimentError where it is no TOML or has other keys."""
        try:
            values = tomllib.loads(self.text)
        except (ValueError, RecursionError) as error:  # int() takes no more than 4300 digits
            found = _AT_LINE.search(str(error))
            line = int(found[1]) if found else self._line_of_digits()
            id = (
                "experiments.plan_twice" if _TWICE.match(str(error)) else "experiments.plan_no_toml"
            )
            raise ExperimentError(
                id, name=self.path.name, line=line, detail=str(error), path=self.path
            ) from error
        self.check_keys((), values, known)
        return values

    def _line_of_digits(self) -> int:
        """Find the line of a number without end, or else the last one."""
        found = _DIGITS.search(self.text)
        return self.text.count("\n", 0, None if found is None else found.start()) + 1

    def check_keys(self, keys: tuple[str, ...], values: object, known: tuple[str, ...]) -> None:
        """Raise ExperimentError where a table, below some keys, has a key that is not known."""
        for key in values if isinstance(values, dict) else ():
            if key not in known:
                raise self.fault(
                    "experiments.plan_unknown_key", (*keys, key), key=key, known=listed(known)
                )

    def fault(
        self, id: str, keys: tuple[str, ...], entry: object = None, /, **params: Any
    ) -> ExperimentError:
        """Return the error of a key, or of an entry of its list, with its line."""
        line = self._line(keys, entry)
        return ExperimentError(id, name=self.path.name, line=line, path=self.path, **params)

    def _line(self, keys: tuple[str, ...], entry: object) -> int:
        """Find where a key stands, 1 for the first line, which an unknown one has."""
        for number, written in self._written_keys():
            if written[: len(keys)] == keys:  # or what stands below it, as in `a.b = 1`
                return self._line_of_entry(number, entry)
        return self._line(keys[:-1], entry) if keys else 1

    def _line_of_entry(self, first: int, entry: object) -> int:
        if entry is None:
            return first
        for number, line in enumerate(self.text.split("\n")[first - 1 :], start=first):
            if str(entry) in line:
                return number
            if number > first and (_KEYS.match(line) or _TABLE.match(line)):
                break
        return first

    def _written_keys(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Give (line, key from the root on) of every key and table."""
        table: tuple[str, ...] = ()
        for number, line in enumerate(self.text.split("\n"), start=1):
            if found := _TABLE.match(line):
                table = _parts(found[1])
                yield number, table
            elif found := _KEYS.match(line):
                yield number, (*table, *_parts(found[1]))


def listed(words: tuple[object, ...]) -> str:
    """Write words one after the other."""
    return ", ".join(map(str, words))


def shown(entry: object) -> str:
    """Write what stands in a plan, not too long."""
    return str(entry)[:80]


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_KEY, dotted))
