"""The values of a plan: each is of the kind that it must have, or its line is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from core.errors import ExperimentError
from core.experiments.plan import ALL
from core.experiments.plan_text import PlanText, listed, shown
from core.messages import message

MAX_ENTRIES, MAX_BUDGET = 200, 1_000_000
BUDGETS = "budgets"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}")
Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class PlanValues:
    """The values of a plan, or of a table of it, which stands below some keys."""

    text_of: PlanText
    values: Mapping[str, Any]
    below: tuple[str, ...] = ()

    def text(self, key: str, *, any_name: bool = False) -> str:
        """Read a name: "" where there is none. any_name: others gave it."""
        value = self.values.get(key)
        if value is None:
            return ""
        is_name = isinstance(value, str) and bool(
            value.strip() if any_name else NAME.fullmatch(value)
        )
        if not is_name:
            raise self.wrong(key, message("experiments.want_name"))
        return str(value)

    def flag(self, key: str, *, default: bool) -> bool:
        """Read true or false."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key, message("experiments.want_flag"))
        return value

    def number(self, key: str, least: float, most: float, default: float) -> float:
        """Read a number of a range, a whole one where the default is one."""
        value = self.values.get(key, default)
        kinds = (int,) if isinstance(default, int) else (int, float)
        if isinstance(value, bool) or not isinstance(value, kinds) or not least <= value <= most:
            raise self.wrong(key, message("experiments.want_number", least=least, most=most))
        return value

    def entries(self, key: str, read: Callable[[object], Entry]) -> tuple[Entry, ...]:
        """Read a list whose entries are of one kind, once what stands twice; () without the key."""
        if key not in self.values:
            return ()
        return self.list_of((key,), self.values[key], read)

    def list_of(
        self, keys: tuple[str, ...], value: object, read: Callable[[object], Entry]
    ) -> tuple[Entry, ...]:
        """Read a list that stands under these keys."""
        if not isinstance(value, list):
            raise self.text_of.fault(
                "experiments.plan_wrong",
                keys,
                key=keys[-1],
                wanted=message("experiments.want_list"),
            )
        if not value:
            raise self.text_of.fault("experiments.plan_empty_list", keys, key=keys[-1])
        if len(value) > MAX_ENTRIES:
            raise self.text_of.fault(
                "experiments.plan_long_list", keys, key=keys[-1], n=len(value), most=MAX_ENTRIES
            )
        return tuple(dict.fromkeys(read(entry) for entry in value))

    def one_of(self, key: str, known: tuple[str, ...]) -> Callable[[object], str]:
        """Make what reads one of some words."""

        def read(entry: object) -> str:
            if not isinstance(entry, str) or entry not in known:
                raise self.text_of.fault(
                    "experiments.plan_unknown_entry", (key,), entry,
                    key=key, entry=shown(entry), known=listed(known),
                )  # fmt: skip
            return entry

        return read

    def whole(self, key: str, least: int, most: int) -> Callable[[object], int]:
        """Make what reads a whole number of a range."""

        def read(entry: object) -> int:
            is_whole = isinstance(entry, int) and not isinstance(entry, bool)
            if not isinstance(entry, int) or not is_whole or not least <= entry <= most:
                wanted = message("experiments.want_numbers", least=least, most=most)
                raise self.wrong(key, wanted, entry)
            return entry

        return read

    def budget(self, entry: object) -> int | None:
        """Read a number of songs, or "all"."""
        if entry == ALL:
            return None
        if isinstance(entry, bool) or not isinstance(entry, int) or not 0 < entry <= MAX_BUDGET:
            raise self.wrong(BUDGETS, message("experiments.want_budgets", most=MAX_BUDGET), entry)
        return entry

    def wrong(self, key: str, wanted: str, entry: object = None) -> ExperimentError:
        """Return the error of a value that is of another kind than it must be."""
        keys = (*self.below, key)
        return self.text_of.fault("experiments.plan_wrong", keys, entry, key=key, wanted=wanted)
