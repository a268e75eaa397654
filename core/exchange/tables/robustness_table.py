"""A model's robustness as CSV: under each condition a row for all tags, and one for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.evaluation.robustness_records import ConditionResult, Robustness
from core.exchange.files.output import output_file
from core.exchange.tables.cell_records import blank_if_none, csv_text
from core.metrics.metric_records import Estimate

DIGITS = 6
ESTIMATES = ("undeformed", "deformed", "change")
COLUMNS = (
    "model", "deformation", "strength", "unit_or_preset", "measure", "tag", "songs", "yes",
    *(f"{name}{end}" for name in ESTIMATES for end in ("", "_low", "_high")),
    "score_change", "score_change_low", "score_change_high",
    "score_shift", "score_shift_low", "score_shift_high",
    "rank_agreement", "rank_agreement_low", "rank_agreement_high", "clipped", "failed",
)  # fmt: skip


def write_robustness(found: Robustness, path: Path) -> None:
    """Write the table, whole or not at all: WAUC of all tags (tag empty), then AUC tag by tag.

    The scores of the row of all tags are those of all the model's words, judged or not. Low and
    high are 95 % limits; empty where there are none. Raises ExchangeError.
    """
    rows = [COLUMNS, *(row for result in found.conditions for row in _rows(found.model, result))]
    with output_file(path) as draft:
        draft.write_text(csv_text(rows), encoding="utf-8", newline="")


def _rows(model: str, result: ConditionResult) -> Iterator[tuple[object, ...]]:
    condition = result.condition
    strength = round(condition.strength, DIGITS), condition.strength_text
    first = (model, condition.deformation, *strength)
    yield (
        *first, "wauc", "", result.n_songs, "",
        *_cells(result.undeformed, result.deformed, result.change),
        *_cells(result.score_change, result.score_shift, result.rank),
        _rounded(result.clipped), len(result.failed),
    )  # fmt: skip
    for name, tag in result.tags.items():
        yield (
            *first, "auc", name, tag.n, tag.support,
            *_cells(tag.undeformed, tag.deformed, tag.change),
            _rounded(tag.score_change), *[""] * 10,
        )  # fmt: skip


def _cells(*estimates: Estimate) -> tuple[object, ...]:
    return tuple(
        _rounded(value) for number in estimates for value in (number.value, number.low, number.high)
    )


def _rounded(value: float | None) -> object:
    return blank_if_none(None if value is None else round(value, DIGITS))
