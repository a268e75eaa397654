"""How models learned: their history in this library, and what experiments found."""

from __future__ import annotations

from collections.abc import Sequence

from core.experiments.plan import FOLDS, Variant, budget_text
from core.experiments.results import ExperimentResults, SystemResult
from core.messages import message
from core.metrics.measure import WAUC
from core.metrics.metric_records import Estimate
from core.reports.figures import MAX_SERIES, Axis, Curve, Point, curves, strip, strip_axis
from core.reports.markup import Node, element, name_of
from core.reports.number_texts import DASH, metric_text, tick_text
from core.reports.overview import CHANCE, UNIT, UNIT_TICKS
from core.reports.report_records import ModelVersion, ReportData
from core.reports.tables import Cell, Column, Notes, figure, table

DAY = 10  # letters of an ISO 8601 date
STEP = 0.1  # of an axis of WAUC
LEAST_BUDGETS = 2  # one point is no curve


def learning(data: ReportData) -> list[Node]:
    """Return the models learned here, and the curves of experiments."""
    parts: list[Node] = []
    if data.versions:
        parts += _versions(data)
    for results in data.experiments:
        parts += _experiment(results)
    if not data.experiments:
        parts.append(element("p", message("report.no_experiments")))
    parts += [element("p", message("report.damaged", name=name)) for name in data.damaged]
    return parts


def _versions(data: ReportData) -> list[Node]:
    notes = Notes()
    rows = [_version(version, data.row.name, notes) for version in data.versions]
    columns = (
        Column(message("report.model"), "name"),
        Column(message("report.made_on")),
        Column(message("report.parent"), "text"),
        Column(message("report.n_learned")),
        Column(message("report.n_tested")),
        Column(strip_axis(UNIT, UNIT_TICKS), "plot"),
        Column("WAUC"),
        Column(message("report.gained")),
    )
    return [table(message("report.cap_versions"), columns, rows), *notes.below()]


def _version(version: ModelVersion, shown: str, notes: Notes) -> Sequence[Cell]:
    own = version.name == shown
    return (
        [name_of(version.name), " ◂"] if own else name_of(version.name),
        message("report.day", day=version.made[:DAY]),
        name_of(version.parent) if version.parent else DASH,
        DASH if version.n_learned is None else str(version.n_learned),
        DASH if version.n_measured is None else str(version.n_measured),
        strip(version.wauc, UNIT, CHANCE),
        notes.number(version.wauc),
        notes.change(version.change),
    )


def _experiment(results: ExperimentResults) -> list[Node]:
    record = results.record
    curves_of = {variant: results.curve(variant) for variant in _variants(results)}
    known = [variant for variant, rows in curves_of.items() if any(map(_has_value, rows))]
    how = message(
        "report.experiment",
        n_songs=len(record.audio_hashes),
        n_tags=len(record.tag_names),
        model=record.model,
        n=results.n_finished,
        n_cells=results.n_cells,
    )
    parts: list[Node] = [
        element("h3", message("report.experiment_name", name=record.name)),
        element("p", how),
        *(element("p", remark) for remark in record.remarks),
    ]
    if not record.by_artist:
        parts.append(element("p", message("experiments.artists_apart")))
    budgets = list(dict.fromkeys(row.budget for rows in curves_of.values() for row in rows))
    budgets.sort(key=lambda budget: (budget is None, budget or 0))
    if len(budgets) >= LEAST_BUDGETS and known:
        parts.append(_figure(results, known, budgets))
    return [*parts, *_systems(results)] if known else parts


def _variants(results: ExperimentResults) -> list[Variant]:
    return list(dict.fromkeys(row.variant for row in results.systems if row.kind == FOLDS))


def _has_value(row: SystemResult) -> bool:
    return row.means[WAUC].value is not None


def _value(row: SystemResult) -> float:
    return row.means[WAUC].value or 0.0


def _figure(
    results: ExperimentResults, variants: Sequence[Variant], budgets: Sequence[int | None]
) -> Node:
    """Draw the best systems, as many as can be told apart."""
    best = sorted(
        variants, key=lambda variant: (-_value(results.curve(variant)[-1]), variant.label)
    )
    drawn = best[:MAX_SERIES]
    series = [
        Curve(
            variant.label,
            tuple(
                Point(budgets.index(row.budget), number.value, number.low, number.high)
                for row in results.curve(variant)
                if (number := row.means[WAUC]).value is not None
            ),
        )
        for variant in drawn
    ]
    ticks = tuple((float(at), budget_text(budget)) for at, budget in enumerate(budgets))
    across = Axis(message("report.labelled"), -0.4, len(budgets) - 0.6, ticks)
    lowest = min(
        (end for curve in series for point in curve.points for end in (point.value, point.low)
         if end is not None), default=0.0,
    )  # fmt: skip
    first = max(int(lowest / STEP), 0)
    marks = tuple((step * STEP, tick_text(round(step * STEP, 1))) for step in range(first, 11))
    up = Axis("WAUC", first * STEP, 1.0, marks)
    caption = message(
        "report.fig_curves", name=results.record.name, n=len(drawn), n_systems=len(variants)
    )
    return figure(caption, curves(series, across, up, caption))


def _systems(results: ExperimentResults) -> list[Node]:
    notes = Notes()
    rows = [
        (
            row.variant.label,
            budget_text(row.budget),
            str(row.n_songs) if row.n_songs else DASH,
            f"{row.n_learned:.3g}" if row.n_songs else DASH,
            notes.number(_with_reason(row)),
            DASH if row.spread.get(WAUC) is None else metric_text(row.spread[WAUC]),
            notes.change(row.differences[WAUC]) if WAUC in row.differences else DASH,
        )
        for row in results.systems
        if row.kind == FOLDS
    ]
    columns = (
        Column(message("report.system"), "name"),
        Column(message("report.labelled")),
        Column(message("report.n_tested")),
        Column(message("report.n_tags_learned")),
        Column("WAUC"),
        Column(message("report.spread")),
        Column(message("report.difference", name=results.compared)),
    )
    caption = message("report.cap_systems", name=results.record.name)
    return [table(caption, columns, rows), *notes.below()]


def _with_reason(row: SystemResult) -> Estimate:
    number = row.means[WAUC]
    if number.value is None and row.reason:
        return Estimate(None, reason=row.reason)
    return number
