"""Reading a PLAN.toml: what is wrong in it is told with its line and what to write instead."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from core.errors import ExperimentError
from core.experiments.plan import ALL, METRICS, N_FOLDS, N_REPETITIONS, Plan, Variant
from core.messages import message
from core.metrics.measure import WAUC
from core.paths import resource
from core.systems.catalogue import SYSTEMS, Parameter, SystemEntry, Value

SUFFIX = ".toml"
MAX_BYTES, MAX_ENTRIES, MAX_CELLS = 100_000, 200, 20_000
MAX_FOLDS, MAX_REPETITIONS, MAX_BUDGET, MAX_SEED = 20, 100, 1_000_000, 2**31
MAX_SHARE = 0.5
DEPTH = "depth"  # the parameter that "depths" is of
GRIDS, SYSTEMS_KEY, BUDGETS = "grids", "systems", "budgets"
KEYS = (
    "name", SYSTEMS_KEY, GRIDS, "depths", BUDGETS, "seeds", "folds", "repetitions", "split",
    "frozen_share", "division", "unlabelled", "by_song", "metrics",
)  # fmt: skip
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}")
_KEY = r"(?:\"[^\"]*\"|'[^']*'|[A-Za-z0-9_-]+)"
_KEYS = re.compile(rf"\s*({_KEY}(?:\s*\.\s*{_KEY})*)\s*=")
_TABLE = re.compile(rf"\s*\[\[?\s*({_KEY}(?:\s*\.\s*{_KEY})*)\s*\]")
_AT_LINE = re.compile(r"at line (\d+)")
Entry = TypeVar("Entry")


def shipped_plans() -> dict[str, Path]:
    """Return the files of the plans that come with the program, by name."""
    return {path.stem: path for path in sorted(resource("plans").glob(f"*{SUFFIX}"))}


def read_plan(path: Path, systems: Mapping[str, SystemEntry] = SYSTEMS) -> Plan:
    """Read a plan. Raises ExperimentError, which names the line and what to do."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ExperimentError("experiments.plan_too_large", name=path.name, path=path)
        raw = path.read_bytes()
    except OSError as error:
        raise ExperimentError(
            "experiments.plan_unreadable", name=path.name, detail=str(error), path=path
        ) from error
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ExperimentError(
            "experiments.plan_no_text", name=path.name, line=line, path=path
        ) from error
    return _PlanText(path, text).plan(systems)


@dataclass(frozen=True, slots=True)
class _PlanText:
    """The text of a plan, to find lines in."""

    path: Path
    text: str

    def plan(self, systems: Mapping[str, SystemEntry]) -> Plan:
        """Read all keys."""
        values = self._values()
        read = _Values(self, values)
        names = read.entries(SYSTEMS_KEY, read.one_of(SYSTEMS_KEY, tuple(systems)))
        if not names:
            raise self.fault("experiments.plan_lacks_key", (), key=SYSTEMS_KEY)
        grids = _Grids(self, read, systems)
        grids.check(names)
        variants = itertools.chain.from_iterable(grids.variants(name) for name in names)
        share = read.number("frozen_share", 0.0, MAX_SHARE, 0.0)
        plan = Plan(
            name=read.text("name") or self._name_of_file(),
            variants=tuple(itertools.islice(variants, MAX_CELLS + 1)),
            budgets=read.entries(BUDGETS, read.budget) or (None,),
            seeds=read.entries("seeds", read.whole("seeds", 0, MAX_SEED)) or (0,),
            n_folds=int(read.number("folds", 0, MAX_FOLDS, N_FOLDS)),
            n_repetitions=int(read.number("repetitions", 1, MAX_REPETITIONS, N_REPETITIONS)),
            split=read.text("split", any_name=True),
            frozen_share=share,
            division=read.text("division"),
            unlabelled=read.flag("unlabelled", default=True),
            by_song=read.flag("by_song", default=False),
            metrics=read.entries("metrics", read.one_of("metrics", METRICS)) or (WAUC,),
        )
        self._check(plan)
        return plan

    def _name_of_file(self) -> str:
        return self.path.stem if _NAME.fullmatch(self.path.stem) else "plan"

    def _values(self) -> dict[str, Any]:
        try:
            values = tomllib.loads(self.text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            found = _AT_LINE.search(str(error))
            line = int(found[1]) if found else self.text.count("\n") + 1
            raise ExperimentError(
                "experiments.plan_no_toml",
                name=self.path.name, line=line, detail=str(error), path=self.path,
            ) from error  # fmt: skip
        for key in values:
            if key not in KEYS:
                raise self.fault(
                    "experiments.plan_unknown_key", (key,), key=key, known=_listed(KEYS)
                )
        return values

    def _check(self, plan: Plan) -> None:
        if plan.split and plan.frozen_share:
            raise self.fault("experiments.plan_two_tests", ("frozen_share",))
        if plan.n_folds == 1 or not (plan.n_folds or plan.has_frozen):
            raise self.fault("experiments.plan_no_folds", ("folds",))
        if plan.n_cells > MAX_CELLS:
            raise self.fault(
                "experiments.plan_too_many", (SYSTEMS_KEY,), n=plan.n_cells, most=MAX_CELLS
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
            if written == keys:
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


@dataclass(frozen=True, slots=True)
class _Values:
    """The values of a plan, of the kinds they must have."""

    text_of: _PlanText
    values: Mapping[str, Any]

    def text(self, key: str, *, any_name: bool = False) -> str:
        """Read a name: "" where there is none. any_name: others gave it."""
        value = self.values.get(key)
        if value is None:
            return ""
        is_name = isinstance(value, str) and bool(
            value.strip() if any_name else _NAME.fullmatch(value)
        )
        if not is_name:
            raise self._wrong(key, message("experiments.want_name"))
        return str(value)

    def flag(self, key: str, *, default: bool) -> bool:
        """Read true or false."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self._wrong(key, message("experiments.want_flag"))
        return value

    def number(self, key: str, least: float, most: float, default: float) -> float:
        """Read a number of a range, a whole one where the default is one."""
        value = self.values.get(key, default)
        kinds = (int,) if isinstance(default, int) else (int, float)
        if isinstance(value, bool) or not isinstance(value, kinds) or not least <= value <= most:
            raise self._wrong(key, message("experiments.want_number", least=least, most=most))
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
                    key=key, entry=_shown(entry), known=_listed(known),
                )  # fmt: skip
            return entry

        return read

    def whole(self, key: str, least: int, most: int) -> Callable[[object], int]:
        """Make what reads a whole number of a range."""

        def read(entry: object) -> int:
            is_whole = isinstance(entry, int) and not isinstance(entry, bool)
            if not isinstance(entry, int) or not is_whole or not least <= entry <= most:
                wanted = message("experiments.want_numbers", least=least, most=most)
                raise self._wrong(key, wanted, entry)
            return entry

        return read

    def budget(self, entry: object) -> int | None:
        """Read a number of songs, or "all"."""
        if entry == ALL:
            return None
        if isinstance(entry, bool) or not isinstance(entry, int) or not 0 < entry <= MAX_BUDGET:
            raise self._wrong(BUDGETS, message("experiments.want_budgets", most=MAX_BUDGET), entry)
        return entry

    def _wrong(self, key: str, wanted: str, entry: object = None) -> ExperimentError:
        return self.text_of.fault("experiments.plan_wrong", (key,), entry, key=key, wanted=wanted)


@dataclass(frozen=True, slots=True)
class _Grids:
    """The parameters that a plan sets: lists that are crossed."""

    text_of: _PlanText
    read: _Values
    systems: Mapping[str, SystemEntry]

    def variants(self, name: str) -> Iterator[Variant]:
        """Give a system with every combination of its parameters."""
        entry, grid = self.systems[name], dict(self._table(GRIDS).get(name, {}))
        if DEPTH in entry.parameters and "depths" in self.read.values:
            grid.setdefault(DEPTH, self.read.values["depths"])
        lists = []
        for key, values in sorted(grid.items()):
            keys = ("depths",) if values is self.read.values.get("depths") else (GRIDS, name, key)
            if key not in entry.parameters:
                known = _listed(tuple(entry.parameters)) or message("experiments.no_parameter")
                raise self.text_of.fault(
                    "experiments.plan_unknown_parameter", keys, system=name, key=key, known=known
                )
            read = self._value_of(keys, entry.parameters[key])
            lists.append([(key, value) for value in self.read.list_of(keys, values, read)])
        for combination in itertools.product(*lists):
            yield Variant(name, combination)

    def check(self, names: tuple[str, ...]) -> None:
        """Raise ExperimentError where a parameter is set of a system that is not tried."""
        for system, grid in self._table(GRIDS).items():
            if system not in names:
                raise self.text_of.fault(
                    "experiments.plan_idle_grid", (GRIDS, system), system=system
                )
            if not isinstance(grid, dict):
                raise self.text_of.fault(
                    "experiments.plan_wrong", (GRIDS, system),
                    key=system, wanted=message("experiments.want_table"),
                )  # fmt: skip
        has_depth = any(DEPTH in self.systems[name].parameters for name in names)
        if "depths" in self.read.values and not has_depth:
            raise self.text_of.fault("experiments.plan_no_depth", ("depths",))

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
            known = _listed(parameter.choices) or f"{parameter.least:g}–{parameter.most:g}"
            if isinstance(parameter.default, str) and not parameter.choices:
                known = str(parameter.default)
            raise self.text_of.fault(
                "experiments.plan_unknown_entry", keys, entry,
                key=keys[-1], entry=_shown(entry), known=known,
            )  # fmt: skip

        return read


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_KEY, dotted))


def _listed(words: tuple[object, ...]) -> str:
    return ", ".join(map(str, words))


def _shown(entry: object) -> str:
    return str(entry)[:80]
