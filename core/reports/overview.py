"""The head of the page, and the numbers of all tags together."""

from __future__ import annotations

from collections.abc import Iterator

from core.folding import sort_key
from core.messages import Message, message
from core.metrics.metric_records import Estimate
from core.reports.figures import strip, strip_axis
from core.reports.markup import Element, Node, element, name_of
from core.reports.number_texts import estimate_text, share_text
from core.reports.report_records import ReportData
from core.reports.tables import Column, Notes, table

UNIT, UNIT_TICKS, CHANCE = (0.0, 1.0), (0.0, 0.5, 1.0), 0.5
MEANS = {
    "wauc": "report.mean_wauc",
    "auc": "report.mean_auc",
    "ap": "report.mean_ap",
    "f1": "report.mean_f1",
    "mcc": "report.mean_mcc",
    "precision": "report.mean_precision",
    "recall": "report.mean_recall",
}


def report_title(data: ReportData) -> str:
    """Return the title: the user's, or one after the model."""
    return data.options.title or message("report.title", name=data.row.name)


def heading(data: ReportData) -> Element:
    """Return title, author, day, library and program."""
    sheet = data.data_sheet
    made = message(
        "report.made", day=data.options.date, version=data.programs[0][1], library=sheet.library
    )
    author = [element("p", name_of(data.options.author), class_="author")]
    return element(
        "header",
        element("h1", report_title(data)),
        author if data.options.author else [],
        element("p", made, class_="dim"),
    )


def summary(data: ReportData) -> list[Node]:
    """Return the sentence that matters, what it rests on, and all means with their ranges."""
    measured = data.evaluation.measurement
    wauc = measured.means["wauc"]
    if wauc.interval is None:
        first = message("report.no_wauc", reason=wauc.reason or message("metrics.no_tag"))
    else:
        first = message(
            "report.wauc",
            n_songs=measured.n_songs,
            n_artists=measured.n_artists,
            n_tags=sum(tag.auc is not None for tag in measured.tags.values()),
            wauc=estimate_text(wauc),
        )
    return [
        element("p", first, class_="lead"),
        element("ul", [element("li", remark) for remark in remarks(data)]),
        _means(data),
        *_categories(data),
    ]


def remarks(data: ReportData) -> Iterator[Message]:
    """Yield what has to be known of the songs that the numbers rest on."""
    found = data.evaluation
    if data.split:
        yield message("report.of_split", split=data.split)
    if not found.held_out_only:
        yield message("report.learned_count")
    elif found.n_out_of_fold:
        yield message("report.out_of_fold", n=found.n_out_of_fold)
    if found.n_unmeasured:
        yield message("report.unmeasured", n=found.n_unmeasured)
    if found.n_without_artist:
        yield message("report.without_artist", n=found.n_without_artist)
    if data.data_sheet.n_artists == 1:
        yield message("readiness.one_artist")
    if found.skipped:
        yield message("report.skipped", n=len(found.skipped))
    if data.n_looks:
        yield message("report.looks", n_songs=len(found.test_songs), n=data.n_looks)
    elif found.held_out_only:
        yield message("report.no_looks")


def _means(data: ReportData) -> Element:
    notes, means = Notes(), data.evaluation.measurement.means
    rows = [
        (message(title), strip(_drawn(name, means[name]), UNIT, CHANCE if name in ("wauc", "auc")
                               else 0.0), notes.number(means[name]))
        for name, title in MEANS.items()
    ]  # fmt: skip
    columns = (
        Column(message("report.measure"), "name"),
        Column(strip_axis(UNIT, UNIT_TICKS), "plot"),
        Column(message("report.value")),
    )
    return element("div", table(message("report.cap_means"), columns, rows), notes.below())


def _drawn(name: str, number: Estimate) -> Estimate:
    """A correlation below 0 cannot be drawn on the others' scale: its range is cut off there."""
    if name != "mcc" or number.low is None or number.value is None:
        return number
    return Estimate(max(number.value, 0.0), max(number.low, 0.0), number.high)


def _categories(data: ReportData) -> list[Node]:
    measured = data.evaluation.measurement
    if len(measured.categories) < 2:
        return []
    notes = Notes()
    rows = []
    for category, means in sorted(measured.categories.items(), key=lambda one: sort_key(one[0])):
        tags = [tag for name, tag in measured.tags.items()
                if data.categories.get(name, "") == category]  # fmt: skip
        known = sum(tag.auc is not None for tag in tags)
        rows.append(
            (
                name_of(category),
                share_text(known, len(tags)),
                strip(means["wauc"], UNIT, CHANCE),
                *(notes.number(means[name]) for name in ("wauc", "ap", "f1")),
            )
        )
    columns = (
        Column(message("report.category"), "name"),
        Column(message("report.tags_measured")),
        Column(strip_axis(UNIT, UNIT_TICKS), "plot"),
        Column("WAUC"),
        Column("AP"),
        Column("F1"),
    )
    return [table(message("report.cap_categories"), columns, rows), *notes.below()]
