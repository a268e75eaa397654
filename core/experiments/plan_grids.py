"""The parameters that a plan sets of its systems: lists that are crossed."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from core.experiments.plan import Variant
from core.experiments.plan_text import PlanText, listed, shown
from core.experiments.plan_values import PlanValues
from core.messages import message
from core.systems.catalogue import Parameter, SystemEntry, Value

DEPTH, DEPTHS = "depth", "depths"  # the parameter that the key is of
GRIDS = "grids"


@dataclass(frozen=True, slots=True)
class PlanGrids:
    """The parameters that a plan sets: lists that are crossed."""

    text_of: PlanText
    read: PlanValues
    systems: Mapping[str, SystemEntry]

    def variants(self, name: str) -> Iterator[Variant]:
        """Give a system with every combination of its parameters; of all its tables, if several."""
        for grid in self._grids_of(name):
            yield from self._crossed(name, grid)

    def _grids_of(self, name: str) -> list[dict[str, Any]]:
        value = self._table(GRIDS).get(name, {})
        return [dict(grid) for grid in (value if isinstance(value, list) else [value])]

    def _crossed(self, name: str, grid: dict[str, Any]) -> Iterator[Variant]:
        entry, depths = self.systems[name], self._depths_of(name)
        if depths is not None:
            grid.setdefault(DEPTH, depths)
        lists = []
        for key, values in sorted(grid.items()):
            keys = (DEPTHS,) if values is depths else (GRIDS, name, key)
            if key not in entry.parameters:
                known = listed(tuple(entry.parameters)) or message("experiments.no_parameter")
                raise self.text_of.fault(
                    "experiments.plan_unknown_parameter", keys, system=name, key=key, known=known
                )
            read = self._value_of(keys, entry.parameters[key])
            lists.append([(key, value) for value in self.read.list_of(keys, values, read)])
        for combination in itertools.product(*lists):
            yield Variant(name, combination)

    def _depths_of(self, name: str) -> Any:
        """Return the depths of the plan that a system knows, or all that are wrong for all."""
        depths, own = self.read.values.get(DEPTHS), self.systems[name].parameters.get(DEPTH)
        if depths is None or own is None or not isinstance(depths, list):
            return None if own is None else depths
        all_known = {
            choice
            for entry in self.systems.values()
            if DEPTH in entry.parameters
            for choice in entry.parameters[DEPTH].choices
        }
        wrong = [depth for depth in depths if depth not in all_known]
        return wrong or [depth for depth in depths if depth in own.choices] or depths

    def check(self, names: tuple[str, ...]) -> None:
        """Raise ExperimentError where a parameter is set of a system that is not tried."""
        for system, grid in self._table(GRIDS).items():
            if system not in names:
                raise self.text_of.fault(
                    "experiments.plan_idle_grid", (GRIDS, system), system=system
                )
            grids = grid if isinstance(grid, list) else [grid]
            if not grids or not all(isinstance(one, dict) for one in grids):
                raise self.text_of.fault(
                    "experiments.plan_wrong", (GRIDS, system),
                    key=system, wanted=message("experiments.want_table"),
                )  # fmt: skip
        has_depth = any(DEPTH in self.systems[name].parameters for name in names)
        if DEPTHS in self.read.values and not has_depth:
            raise self.text_of.fault("experiments.plan_no_depth", (DEPTHS,))

    def _table(self, key: str) -> dict[str, Any]:
        value = self.read.values.get(key, {})
        if not isinstance(value, dict):
            raise self.text_of.fault(
                "experiments.plan_wrong", (key,), key=key, wanted=message("experiments.want_table")
            )
        return value

    def _value_of(self, keys: tuple[str, ...], parameter: Parameter) -> Callable[[object], Value]:
        def read(entry: object) -> Value:
            if isinstance(entry, bool | int | float | str) and parameter.takes(entry):
                return entry
            known = listed(parameter.choices) or f"{parameter.least:g}–{parameter.most:g}"
            if isinstance(parameter.default, str) and not parameter.choices:
                known = str(parameter.default)
            raise self.text_of.fault(
                "experiments.plan_unknown_entry", keys, entry,
                key=keys[-1], entry=shown(entry), known=known,
            )  # fmt: skip

        return read
