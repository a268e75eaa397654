"""The thesis's tables beside what the plan `thesis` has found, on other songs, tags and sizes.

Sankaran 2017, tables 4.3, 4.4, 4.7 to 4.10: WAUC of 100 validation songs, 63 tags, learned from 742
songs; its source task was MagnaTagATune.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.experiments.plan import FOLDS
from core.experiments.results import ExperimentResults, SystemResult
from core.metrics.measure import WAUC
from core.metrics.metric_records import Estimate
from core.systems.catalogue import SYSTEMS, Value

PLAN = "thesis"
SUMMARIES = ("4.9", "4.10")
BOF, LSTM, CNN, CNN_BOF = "mfcc-bof", "mfcc-lstm", "source-cnn-lstm", "source-cnn-bof"


@dataclass(frozen=True, slots=True)
class ThesisRow:
    """One row. wauc: the thesis's; system, parameters: what it is here, the others by default.

    note: what is of another size here.
    """

    title: str
    wauc: float
    system: str
    parameters: Mapping[str, Value]
    note: str = ""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row of the thesis and what was found here; None where it was not tried."""

    row: ThesisRow
    found: SystemResult | None

    @property
    def estimate(self) -> Estimate:
        """WAUC here, with its range."""
        return Estimate(None) if self.found is None else self.found.means[WAUC]


@dataclass(frozen=True, slots=True)
class ThesisTable:
    """A table of the thesis beside what was found here."""

    number: str
    title: str
    rows: tuple[FoundRow, ...]

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "table": self.number,
            "title": self.title,
            "rows": [
                {
                    "system": row.row.title,
                    "wauc_of_the_thesis": row.row.wauc,
                    "wauc_here": row.estimate.to_json(),
                    "other_here": row.row.note,
                }
                for row in self.rows
            ],
        }


def thesis_tables(results: ExperimentResults) -> tuple[ThesisTable, ...]:
    """Set what was found beside the thesis's tables; none for another plan.

    Rows that the plan does not try are left out, but for those of the summaries.
    """
    if results.record.name != PLAN:
        return ()
    found = {
        _whole(row.variant.system, dict(row.variant.parameters)): row
        for row in results.systems
        if row.kind == FOLDS and row.budget is None
    }
    tables = []
    for number, title, rows in TABLES:
        beside = [FoundRow(row, found.get(_whole(row.system, row.parameters))) for row in rows]
        shown = [row for row in beside if row.found is not None or number in SUMMARIES]
        if shown:
            tables.append(ThesisTable(number, title, tuple(shown)))
    return tuple(tables)


def _whole(system: str, parameters: Mapping[str, Value]) -> tuple[object, ...]:
    """Name a system with all its parameters, those by default, too."""
    entry = SYSTEMS.get(system)
    defaults = {} if entry is None else {k: p.default for k, p in entry.parameters.items()}
    return system, *sorted({**defaults, **parameters}.items())


def _grid_4_3() -> tuple[ThesisRow, ...]:
    waucs = {512: (0.63, 0.64, 0.63), 1024: (0.64, 0.67, 0.62), 2048: (0.61, 0.61, 0.59)}
    return tuple(
        ThesisRow(f"Z = {centres}, H = {hidden}", wauc, BOF, {"centres": centres, "hidden": hidden})
        for centres, row in waucs.items()
        for hidden, wauc in zip((512, 1024, 2048), row, strict=True)
    )


def _grid_4_4() -> tuple[ThesisRow, ...]:
    waucs = {0.0: (0.66, 0.61, 0.59), 0.3: (0.68, 0.74, 0.68), 0.5: (0.67, 0.71, 0.64)}
    return tuple(
        ThesisRow(
            f"p = {dropout:g}, T = {hidden}", wauc, LSTM,
            {"dropout": dropout, "hidden": hidden // 8}, f"T = {hidden // 8}",
        )
        for dropout, row in waucs.items()
        for hidden, wauc in zip((512, 1024, 2048), row, strict=True)
    )  # fmt: skip


def _rates(early: float, late: float, wauc: float) -> ThesisRow:
    depth = {"depth": "late"} if not early else {"early": early}
    first = "frozen" if not early else f"{early:g}"
    return ThesisRow(f"layers 1, 2 {first}; 3 to 5 {late:g}", wauc, CNN, {"late": late, **depth})


TABLES = (
    ("4.3", "MFCC + bag of frames: centres Z, hidden units H", _grid_4_3()),
    ("4.4", "MFCC + LSTM: size T, dropout p", _grid_4_4()),
    (
        "4.7",
        "CNN + LSTM, layers 1 and 2 frozen: rates",
        (_rates(0.0, 1e-3, 0.63), _rates(0.0, 1e-4, 0.68)),
    ),
    (
        "4.8",
        "CNN + LSTM, all layers: rates",
        (_rates(1e-6, 1e-4, 0.64), _rates(1e-5, 1e-4, 0.71), _rates(1e-4, 1e-4, 0.68)),
    ),
    (
        "4.9",
        "Summary of the LSTM",
        (
            ThesisRow("MFCC + BoF", 0.67, BOF, {}),
            ThesisRow("MFCC + black-box LSTM", 0.65, LSTM, {"depth": "classifier"}, "T = 128"),
            ThesisRow("MFCC + fine-tuned LSTM", 0.74, LSTM, {}, "T = 128"),
        ),
    ),
    (
        "4.10",
        "Summary of CNN + LSTM",
        (
            ThesisRow("Black-box CNN + BoF", 0.67, CNN_BOF, {}, "compact"),
            ThesisRow(
                "Black-box CNN + black-box LSTM", 0.63, CNN, {"depth": "classifier"}, "compact"
            ),
            ThesisRow(
                "Black-box CNN + fine-tuned LSTM", 0.65, CNN, {"depth": "temporal"}, "compact"
            ),
            ThesisRow("Fine-tuned CNN + fine-tuned LSTM", 0.71, CNN, {}, "compact"),
        ),
    ),
)
