"""How far the annotators of a deposit agree: a table, and what the data sheet says of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.evaluation.agreement import library_agreement
from core.evaluation.agreement_records import TagAgreement
from core.exchange.deposit.deposit_records import Contents
from core.exchange.deposit.markdown_text import one_line
from core.exchange.tables.cell_records import csv_text
from core.jobs import JobContext
from core.library.store import Library
from core.metrics.metric_records import Estimate

Ids = NDArray[np.int64]
FIGURES = ("raw", "kappa", "alpha", "ac1")
COLUMNS = (
    "tag", "songs", *(f"{name}{end}" for name in FIGURES for end in ("", "_low", "_high")),
)  # fmt: skip
SHOWN = 12  # tags in the data sheet; all are in the table


def write_agreement(
    library: Library, contents: Contents, song_ids: Ids, job: JobContext
) -> tuple[dict[str, float], tuple[str, ...]]:
    """Write agreement.csv where several annotators judged the same of these songs.

    Returns what it adds to the headline, and the lines of the data sheet; nothing where there is
    nothing to compare. Raises OSError, Cancelled.
    """
    found = library_agreement(library, song_ids=song_ids, job=job)
    if not found.tags:
        return {}, ()
    rows = [_row(tag) for tag in found.tags]
    path = contents.add(
        "agreement/agreement.csv",
        "agreement of the annotators a tag: raw, Cohen's kappa, Krippendorff's alpha, Gwet's AC1,"
        " each with a 95 % bootstrap interval over songs",
    )
    path.write_text(csv_text([COLUMNS, *rows]), encoding="utf-8")
    more = len(found.tags) - SHOWN
    numbers: dict[str, float] = {
        "judged_by_several": found.n_songs,
        "judged_alike": found.n_agreed,
    }
    return numbers, (
        "| tag, least agreement first | songs | raw | alpha | AC1 |",
        "|---|---|---|---|---|",
        *(
            f"| {one_line(tag.tag)} | {tag.figures.n_songs} | {_text(tag.figures.raw)} |"
            f" {_text(tag.figures.alpha)} | {_text(tag.figures.ac1)} |"
            for tag in found.tags[:SHOWN]
        ),
        *([f"\nAnd {more} more tags in `agreement/agreement.csv`."] if more > 0 else []),
    )


def _row(tag: TagAgreement) -> tuple[object, ...]:
    cells: list[object] = [tag.tag, tag.figures.n_songs]
    for name in FIGURES:
        estimate: Estimate = getattr(tag.figures, name)
        cells += [_blank(estimate.value), _blank(estimate.low), _blank(estimate.high)]
    return tuple(cells)


def _text(estimate: Estimate) -> str:
    if estimate.value is None:
        return "–"
    span = estimate.interval
    return f"{estimate.value:.2f}" + (f" ({span[0]:.2f} to {span[1]:.2f})" if span else "")


def _blank(value: float | None) -> object:
    return "" if value is None else round(value, 6)
