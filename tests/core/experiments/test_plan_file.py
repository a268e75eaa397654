"""Plans: what they ask for, and what is told of those that ask for what there is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import ExperimentError
from core.experiments.plan import Source, Variant
from core.experiments.plan_file import read_plan, shipped_plans
from core.systems.catalogue import SYSTEMS, Parameter

OWN = 'systems = ["rhythmcap"]\n'
BAD = {
    "a key that there is not": (OWN + "\nbudget = [5]", 3, "budget"),
    "a system that there is not": ('systems = [\n  "rhythmcap",\n  "nonsense",\n]', 3, "nonsense"),
    "no system": ("seeds = [1]", 1, "systems"),
    "an empty list": (OWN + "budgets = []", 2, "budgets"),
    "no list": ('systems = "rhythmcap"', 1, "systems"),
    "a text for a number": (OWN + 'folds = "five"', 2, "folds"),
    "a flag for a number": (OWN + "folds = true", 2, "folds"),
    "a fraction": (OWN + "repetitions = 1.5", 2, "repetitions"),
    "a budget of none": (OWN + "budgets = [5, 0]", 2, "budgets"),
    "a word for a budget": (OWN + 'budgets = ["many"]', 2, "budgets"),
    "a seed below 0": (OWN + "seeds = [\n1,\n-2]", 4, "seeds"),
    "a flag that is none": (OWN + 'by_song = "yes"', 2, "by_song"),
    "a metric that there is not": (OWN + 'metrics = ["accuracy"]', 2, "accuracy"),
    "a name for a path": (OWN + 'division = "../up"', 2, "division"),
    "a share above a half": (OWN + "frozen_share = 0.9", 2, "frozen_share"),
    "a share of no number": (OWN + "frozen_share = nan", 2, "frozen_share"),
    "two test sets": (OWN + 'split = "a"\nfrozen_share = 0.2', 3, "frozen"),
    "nothing tested": (OWN + "folds = 0", 2, "folds"),
    "one fold": (OWN + "folds = 1", 2, "folds"),
    "no TOML": (OWN + "seeds = [1", 2, "TOML"),
    "a number without end": (OWN + "folds = " + "1" * 5000 + "\nseeds = [1]", 2, "TOML"),
    "a key twice": (OWN + "folds = 5\n\nfolds = 3\nseeds = [1]", 4, "before"),
    "a table twice": (OWN + "[source]\n[source]\nsongs = 9", 3, "before"),
    "a key twice in a table": (OWN + "source = {songs = 9, songs = 10}\n", 2, "before"),
    "an unknown key with parts": (OWN + "\nno.such.key = 1", 3, "no"),
    "a source that is not there": (OWN + '[source]\n\nlibrary = "gone.db"', 4, "gone.db"),
    "a source that is a folder": (OWN + '[source]\nlibrary = "."', 3, "library"),
    "a key without a value": (OWN + "\n\nseeds =\n", 4, "TOML"),
    "a grid of nothing": (OWN + "[grids]\n[grids.embedding-elm]\nunits = [5]", 3, "embedding-elm"),
    "a grid that is a number": (OWN + "[grids]\nrhythmcap = 5", 3, "rhythmcap"),
    "grids that are a number": (OWN + "grids = 5", 2, "grids"),
    "a parameter that there is not": (OWN + "[grids.rhythmcap]\n\nunits = [5]", 4, "units"),
    "a value that there is not": (
        'systems = ["embedding-elm"]\n[grids.embedding-elm]\nunits = [5, -3]', 3, "-3",
    ),
    "a value of another kind": (
        'systems = ["embedding-elm"]\ngrids.embedding-elm.units = ["many"]', 2, "many",
    ),
    "an empty grid": (
        'systems = ["embedding-elm"]\n[grids."embedding-elm"]\nunits = []', 3, "units",
    ),
    "depths of nothing": (OWN + 'depths = ["temporal"]', 2, "depth"),
    "a system without its source task": (
        OWN.replace("]", ',\n"mfcc-lstm"]'), 2, "mfcc-lstm",
    ),
    "a source that is no table": (OWN + "source = 5", 2, "source"),
    "a key of a source that there is not": (OWN + "[source]\nsong = 5", 3, "song"),
    "a source of too few songs": (OWN + "[source]\n\nsongs = 2", 4, "songs"),
    "two sources": (OWN + '[source]\nlibrary = "a.db"\nsongs = 9', 4, "library"),
    "a deformation that there is not": (OWN + 'deformations = ["rain"]', 2, "rain"),
    "deformations without folds": (
        OWN + 'frozen_share = 0.2\nfolds = 0\ndeformations = ["noise"]', 4, "folds",
    ),
    "a depth of no system": (
        'systems = ["cnn-lstm"]\ndepths = ["temporal", "deeper"]', 2, "deeper",
    ),
    "a grid in a list that is no table": (
        'systems = ["embedding-elm"]\ngrids.embedding-elm = [5]', 2, "embedding-elm",
    ),
    "too much": (OWN + f"repetitions = 100\nfolds = 20\nseeds = {list(range(200))}", 1, "cells"),
    "a long list": (OWN + f"seeds = {list(range(300))}", 2, "300"),
}  # fmt: skip


def written(folder: Path, text: str) -> Path:
    path = folder / "my plan.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("text", "line", "word"), BAD.values(), ids=BAD)
def test_a_bad_plan_is_told_with_its_line(tmp_path: Path, text: str, line: int, word: str) -> None:
    with pytest.raises(ExperimentError) as told:
        read_plan(written(tmp_path, text))
    error = told.value
    assert error.message.startswith(f"my plan.toml, line {line}: ")
    assert word in str(error)
    assert error.remedy
    assert error.path is not None


def test_what_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes(b'systems = ["rhythmcap"]\nname = "\xe9"')
    with pytest.raises(ExperimentError, match="line 2"):
        read_plan(path)
    path.write_bytes(b"#" * 200_000)
    with pytest.raises(ExperimentError, match="too large"):
        read_plan(path)
    with pytest.raises(ExperimentError, match="cannot be read"):
        read_plan(tmp_path / "absent.toml")


def test_what_a_plan_does_not_say_is_usual(tmp_path: Path) -> None:
    plan = read_plan(written(tmp_path, OWN))
    assert (plan.name, plan.variants) == ("my plan", (Variant("rhythmcap"),))
    assert (plan.budgets, plan.seeds, plan.metrics) == ((None,), (0,), ("wauc",))
    assert plan.n_cells == 15 == len(list(plan.cells(plan.n_folds, plan.n_repetitions)))


def test_parameters_and_depths_are_crossed(tmp_path: Path) -> None:
    deep = {"depth": Parameter("head", ("head", "all")), "units": Parameter(5, least=1, most=9)}
    systems = {**SYSTEMS, "deep": replace(SYSTEMS["embedding-elm"], parameters=deep)}
    text = (
        'systems = ["deep", "rhythmcap"]\ndepths = ["head", "all"]\n[grids.deep]\nunits = [1, 2, 1]'
    )
    plan = read_plan(written(tmp_path, text), systems)
    assert [variant.label for variant in plan.variants] == [
        "deep depth=head units=1", "deep depth=head units=2",
        "deep depth=all units=1", "deep depth=all units=2", "rhythmcap",
    ]  # fmt: skip


def test_several_tables_of_a_system_are_not_crossed(tmp_path: Path) -> None:
    text = (
        'systems = ["source-cnn-lstm"]\n[source]\n'
        '[[grids.source-cnn-lstm]]\ndepth = ["classifier", "late"]\n'
        "[[grids.source-cnn-lstm]]\nearly = [1e-4, 1e-6]\nlate = [1e-3]\n"
        '[[grids.source-cnn-lstm]]\ndepth = ["late"]\n'
    )
    plan = read_plan(written(tmp_path, text))
    assert [variant.parameter_text for variant in plan.variants] == [
        "depth=classifier", "depth=late", "early=0.0001 late=0.001", "early=1e-06 late=0.001",
    ]  # fmt: skip
    assert plan.source == Source()


def test_depths_go_to_the_systems_that_know_them(tmp_path: Path) -> None:
    text = (
        'systems = ["mfcc-lstm", "source-cnn-lstm", "rhythmcap"]\n'
        'depths = ["classifier", "late"]\n[source]\nsongs = 20\nseed = 3'
    )
    plan = read_plan(written(tmp_path, text))
    assert [variant.label for variant in plan.variants] == [
        "mfcc-lstm depth=classifier", "source-cnn-lstm depth=classifier",
        "source-cnn-lstm depth=late", "rhythmcap",
    ]  # fmt: skip
    assert plan.source == Source("", 20, 3)


def test_the_library_of_a_source_is_found_from_the_plan_on(tmp_path: Path) -> None:
    (tmp_path / "other.db").touch()
    plan = read_plan(written(tmp_path, OWN + '[source]\nlibrary = "other.db"'))
    assert plan.source == Source(str(tmp_path / "other.db"))


def test_deformed_songs_make_cells_right_behind_those_that_are_not(tmp_path: Path) -> None:
    text = OWN + 'deformations = ["mono", "noise"]\nfolds = 2\nrepetitions = 1\nby_song = true'
    plan = read_plan(written(tmp_path, text))
    cells = list(plan.cells(2, 1))
    assert plan.n_cells == len(cells) == 2 * (1 + 1 + 4) + 2
    assert [cell.condition and cell.condition.strength for cell in cells[:6]] == [
        None, 1.0, 0.1, 0.2, 0.3, 0.4,
    ]  # fmt: skip
    assert {cell.undeformed for cell in cells[:6]} == {cells[0]}
    assert cells[1].label == "rhythmcap (mono 1 channel)"


def test_the_cells_of_a_plan_are_counted_without_listing_them(tmp_path: Path) -> None:
    text = OWN + 'budgets = [5, "all", 5]\nseeds = [0, 1]\nfrozen_share = 0.2\nby_song = true'
    plan = read_plan(written(tmp_path, text))
    assert plan.budgets == (5, None)
    assert plan.n_cells == len(list(plan.cells(5, 3))) == 15 * 4 + 4 + 5


def test_the_plans_that_come_along_can_be_read() -> None:
    plans = {name: read_plan(path) for name, path in shipped_plans().items()}
    assert {"few-labels", "robustness", "thesis", "zoo"} <= set(plans)
    assert plans["thesis"].source is not None
    assert plans["robustness"].conditions
    assert all(plan.name == name for name, plan in plans.items())
    assert len(plans["few-labels"].variants) >= 8
    assert plans["few-labels"].budgets == (5, 10, 20, 50, 100, None)
