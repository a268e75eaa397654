"""The thesis's tables on the terminal, beside what was found here."""

from __future__ import annotations

from collections.abc import Sequence

from core.cli.metric_lines import estimate_text
from core.cli.terminal import columns, counted, metric_text
from core.experiments.source_record import SourceResult
from core.experiments.thesis_tables import SUMMARIES, ThesisTable

CAUTION = (
    "The thesis: 742 songs learned from, 100 tested, 63 tags, MagnaTagATune as source task."
    " Here: other songs, tags, source task and sizes, so compare the order, not the numbers."
)


def thesis_lines(tables: Sequence[ThesisTable], source: Sequence[SourceResult] = ()) -> list[str]:
    """Write the tables, those that sum up last; and what came of the source task."""
    if not tables:
        return []
    lines: list[str] = []
    for table in sorted(tables, key=lambda table: table.number in SUMMARIES):
        rows = [["", "here, WAUC (95 %)", "the thesis", ""]]
        for row in table.rows:
            here = "–" if row.found is None else estimate_text(row.estimate)
            rows.append([row.row.title, here, f"{row.row.wauc:.2f}", row.row.note])
        lines += ["", f"Table {table.number} of the thesis. {table.title}"]
        lines += columns(rows, frozenset({1, 2}))
    if source:
        lines += ["", "Source task, as tables 4.5 and 4.6: songs that also decided when to stop"]
        lines += columns(
            [
                [
                    "–" if row.wauc is None else metric_text(row.wauc),
                    counted(row.n_validation, "song"),
                    f"{row.seconds:.0f} s",
                    row.title,
                ]
                for row in source
            ],
            frozenset({0}),
        )
    return [*lines, "", CAUTION]
