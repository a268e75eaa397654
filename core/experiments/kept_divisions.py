"""Divisions that are kept under a name, so that other plans test the same songs together."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from core.atomic_files import private_folder, write_text
from core.errors import ExperimentError
from core.experiments.cells import cannot_write
from core.experiments.plan import Plan
from core.experiments.protocol import Division, make_division
from core.library.evaluation_rows import TEST
from core.library.records import Labels


def find_division(
    plan: Plan, labels: Labels, sides: Mapping[str, str], folder: Path | None
) -> Division:
    """Read the division of a plan's name, or make it and keep it under this name.

    sides: of the plan's split, by audio hash. folder: of those that are kept. Raises
    ExperimentError.
    """
    if not plan.division or folder is None:
        return make_division(labels, plan, sides)
    path = folder / f"{plan.division}.json"
    try:
        kept = Division.from_json(json.loads(path.read_text(encoding="utf-8")))
        _check_kept(kept, plan, sides)
        return kept
    except FileNotFoundError:
        pass
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ExperimentError(
            "experiments.division_damaged", name=plan.division, detail=str(error), path=path
        ) from error
    division = make_division(labels, plan, sides)
    try:
        private_folder(path.parent)
        write_text(path, json.dumps(division.to_json()) + "\n")
    except OSError as error:
        raise cannot_write(path, error) from error
    return division


def _check_kept(division: Division, plan: Plan, sides: Mapping[str, str]) -> None:
    """Raise ExperimentError where a kept division would learn from the test songs of a split."""
    tests = {name for name, side in sides.items() if side == TEST}
    if plan.split and tests & set().union(*division.folds):
        raise ExperimentError(
            "experiments.division_of_others", name=plan.division, split=plan.split
        )
