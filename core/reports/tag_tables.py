"""Every tag, by category: how well scores order the songs, and how well yes and no are decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from core.folding import sort_key
from core.messages import message
from core.metrics.metric_records import TagMetrics
from core.reports.figures import strip, strip_axis
from core.reports.markup import Node, element, name_of, names_of
from core.reports.number_texts import DASH, metric_text, share_text
from core.reports.overview import CHANCE, UNIT, UNIT_TICKS
from core.reports.report_records import ReportData
from core.reports.tables import Cell, Column, Group, Notes, table

Rows = Iterator[Group | Sequence[Cell]]
EXACT = "*"


def tags(data: ReportData) -> list[Node]:
    """Return both tables, and the tags without a number."""
    return [*_ranking(data), *_decisions(data), *_missing(data)]


def ordered(data: ReportData) -> list[tuple[str, list[str]]]:
    """Return categories in the codebook's order with their measured tags by name."""
    known = set(data.evaluation.per_tag)
    groups: dict[str, list[str]] = {}
    for name, category in data.categories.items():
        if name in known:
            groups.setdefault(category, []).append(name)
    rest = known - set(data.categories)
    if rest:
        groups.setdefault("", []).extend(rest)
    return [(category, sorted(names, key=sort_key)) for category, names in groups.items()]


def _rows(data: ReportData, row_of: Callable[[str, TagMetrics], Sequence[Cell]]) -> Rows:
    groups = ordered(data)
    for category, names in groups:
        if len(groups) > 1:
            yield Group(name_of(category))
        for name in names:
            yield row_of(name, data.evaluation.per_tag[name])


def _ranking(data: ReportData) -> list[Node]:
    notes = Notes()

    def row(name: str, tag: TagMetrics) -> Sequence[Cell]:
        auc = tag.estimate("auc")
        return (
            name_of(name),
            str(tag.support),
            str(tag.n - tag.support),
            str(tag.n_artists),
            strip(auc, UNIT, CHANCE),
            notes.number(auc),
            notes.number(tag.estimate("ap")),
        )

    columns = (
        Column(message("report.tag"), "name"),
        Column(message("report.yes")),
        Column(message("report.no")),
        Column(message("report.artists")),
        Column(strip_axis(UNIT, UNIT_TICKS), "plot"),
        Column("AUC"),
        Column("AP"),
    )
    return [table(message("report.cap_ranking"), columns, _rows(data, row)), *notes.below()]


def _decisions(data: ReportData) -> list[Node]:
    notes = Notes()

    def row(name: str, tag: TagMetrics) -> Sequence[Cell]:
        own = "†" if name in data.evaluation.own_thresholds else ""
        known = tag.true_positives is not None and tag.false_positives is not None
        return (
            name_of(name),
            f"{metric_text(tag.decision_threshold)}{own}",
            share_text(tag.true_positives or 0, tag.support) if known else DASH,
            share_text(tag.false_positives or 0, tag.n - tag.support) if known else DASH,
            _share(tag, "recall", notes),
            _share(tag, "precision", notes),
            notes.number(tag.estimate("f1")),
            notes.number(tag.estimate("mcc")),
        )

    columns = (
        Column(message("report.tag"), "name"),
        Column(message("report.threshold")),
        Column(message("report.found")),
        Column(message("report.false_alarms")),
        Column(message("report.recall")),
        Column(message("report.precision")),
        Column("F1"),
        Column("MCC"),
    )
    return [table(message("report.cap_decisions"), columns, _rows(data, row)), *notes.below()]


def _share(tag: TagMetrics, metric: str, notes: Notes) -> Cell:
    cell = notes.number(tag.estimate(metric))
    return f"{cell}{EXACT}" if isinstance(cell, str) and metric in tag.exact else cell


def _missing(data: ReportData) -> list[Node]:
    """Name the tags of which there can be no AUC, and those that the model has no word for."""
    one_sided = [name for name, tag in data.evaluation.per_tag.items() if tag.auc is None]
    lists = (
        (message("report.one_sided", n=len(one_sided)), one_sided),
        (message("report.no_word", n=len(data.evaluation.unknown)), data.evaluation.unknown),
    )
    return [
        element("p", text, " ", names_of(sorted(names, key=sort_key)), ".")
        for text, names in lists
        if names
    ]
