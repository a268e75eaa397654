"""Reading a PLAN.toml: what is wrong in it is told with its line and what to write instead."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from pathlib import Path

from core.audio.deformations import DEFORMATIONS, conditions_of
from core.errors import ExperimentError
from core.experiments.plan import (
    METRICS,
    N_FOLDS,
    N_REPETITIONS,
    SOURCE_SEED,
    SOURCE_SONGS,
    Plan,
    Source,
)
from core.experiments.plan_grids import DEPTHS, GRIDS, PlanGrids
from core.experiments.plan_text import PlanText, listed
from core.experiments.plan_values import BUDGETS, NAME, PlanValues
from core.messages import message
from core.metrics.measure import WAUC
from core.paths import resource
from core.systems.catalogue import SYSTEMS, SystemEntry

SUFFIX = ".toml"
MAX_BYTES, MAX_CELLS = 100_000, 20_000
MAX_FOLDS, MAX_REPETITIONS, MAX_SEED = 20, 100, 2**31
MAX_SHARE = 0.5
MIN_SOURCE_SONGS, MAX_SOURCE_SONGS = 8, 2000
SYSTEMS_KEY, SOURCE, DEFORMED, SPLIT = "systems", "source", "deformations", "split"
KEYS = (
    "name", SYSTEMS_KEY, GRIDS, DEPTHS, BUDGETS, "seeds", "folds", "repetitions", SPLIT,
    "frozen_share", "division", "unlabelled", "by_song", "metrics", SOURCE, DEFORMED,
)  # fmt: skip
SOURCE_KEYS = ("songs", "seed", "library")


def shipped_plans() -> dict[str, Path]:
    """Return the files of the plans that come with the program, by name."""
    return {path.stem: path for path in sorted(resource("plans").glob(f"*{SUFFIX}"))}


def read_plan(path: Path, systems: Mapping[str, SystemEntry] = SYSTEMS) -> Plan:
    """Read a plan. Raises ExperimentError, which names the line and what to do."""
    return _plan(_text_of(path), systems)


def unknown_split(path: Path, split: str, known: Sequence[str]) -> ExperimentError:
    """Return the error of a plan whose split the library has not. known: the splits that it has."""
    names = listed(tuple(known))
    hint = message("cli.there_are", names=names) if names else message("cli.import_data_set")
    return _text_of(path).fault("experiments.plan_no_split", (SPLIT,), split=split, hint=hint)


def _text_of(path: Path) -> PlanText:
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
    return PlanText(path, text)


def _plan(text: PlanText, systems: Mapping[str, SystemEntry]) -> Plan:
    """Read all keys."""
    read = PlanValues(text, text.values(KEYS))
    names = read.entries(SYSTEMS_KEY, read.one_of(SYSTEMS_KEY, tuple(systems)))
    if not names:
        raise text.fault("experiments.plan_lacks_key", (), key=SYSTEMS_KEY)
    grids = PlanGrids(text, read, systems)
    grids.check(names)
    variants = itertools.chain.from_iterable(grids.variants(name) for name in names)
    deformed = read.entries(DEFORMED, read.one_of(DEFORMED, tuple(DEFORMATIONS)))
    plan = Plan(
        name=read.text("name") or _name_of(text.path),
        variants=tuple(dict.fromkeys(itertools.islice(variants, MAX_CELLS + 1))),
        budgets=read.entries(BUDGETS, read.budget) or (None,),
        seeds=read.entries("seeds", read.whole("seeds", 0, MAX_SEED)) or (0,),
        n_folds=int(read.number("folds", 0, MAX_FOLDS, N_FOLDS)),
        n_repetitions=int(read.number("repetitions", 1, MAX_REPETITIONS, N_REPETITIONS)),
        split=read.text(SPLIT, any_name=True),
        frozen_share=read.number("frozen_share", 0.0, MAX_SHARE, 0.0),
        division=read.text("division"),
        unlabelled=read.flag("unlabelled", default=True),
        by_song=read.flag("by_song", default=False),
        metrics=read.entries("metrics", read.one_of("metrics", METRICS)) or (WAUC,),
        source=_source(text, read),
        conditions=conditions_of(deformed) if deformed else (),
    )
    _check(text, plan, systems)
    return plan


def _name_of(path: Path) -> str:
    return path.stem if NAME.fullmatch(path.stem) else "plan"


def _source(text: PlanText, read: PlanValues) -> Source | None:
    values = read.values.get(SOURCE)
    if values is None:
        return None
    if not isinstance(values, dict):
        raise read.wrong(SOURCE, message("experiments.want_table"))
    text.check_keys((SOURCE,), values, SOURCE_KEYS)
    below = PlanValues(text, values, (SOURCE,))
    library = below.text("library", any_name=True)
    if library and "songs" in values:
        raise text.fault("experiments.plan_two_sources", (SOURCE, "songs"))
    file = (text.path.parent / Path(library).expanduser()).absolute() if library else None
    if file is not None and not file.is_file():
        raise text.fault("experiments.plan_no_library", (SOURCE, "library"), library=library)
    return Source(
        "" if file is None else str(file),
        int(below.number("songs", MIN_SOURCE_SONGS, MAX_SOURCE_SONGS, SOURCE_SONGS)),
        int(below.number("seed", 0, MAX_SEED, SOURCE_SEED)),
    )


def _check(text: PlanText, plan: Plan, systems: Mapping[str, SystemEntry]) -> None:
    if plan.split and plan.frozen_share:
        raise text.fault("experiments.plan_two_tests", ("frozen_share",))
    if plan.n_folds == 1 or not (plan.n_folds or plan.has_frozen):
        raise text.fault("experiments.plan_no_folds", ("folds",))
    if plan.conditions and not plan.n_folds:
        raise text.fault("experiments.plan_no_folds", (DEFORMED,))
    for variant in plan.variants:
        if systems[variant.system].needs_source and plan.source is None:
            raise text.fault(
                "experiments.plan_no_source", (SYSTEMS_KEY,), variant.system, system=variant.system
            )
    if plan.n_cells > MAX_CELLS:
        raise text.fault(
            "experiments.plan_too_many", (SYSTEMS_KEY,), n=plan.n_cells, most=MAX_CELLS
        )
