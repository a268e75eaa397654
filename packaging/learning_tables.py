"""Results of the bench of learning, and their tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from learning_baselines import CHANCE

from core.metrics.calibration import brier_score, expected_calibration_error
from core.metrics.classification import f1_score
from core.metrics.metric_records import Estimate
from core.metrics.tag_metrics import mean_of_known, wauc
from core.systems.system import Scores, States

OURS = "RhythmCap"


@dataclass(frozen=True, slots=True)
class Result:
    """One system, learned from one draw of songs, on songs of other artists.

    wauc: over all tags, those not learned counting CHANCE. f1: macro, from a score of .5 on.
    estimate, low, high: what the system itself takes its WAUC to be, with its 95 % interval;
    independent and its interval: the same on independent songs of the same kind, over the same
    tags. None where it was not asked.
    """

    part: str
    data: str
    system: str
    n_songs: int
    draw: int
    wauc: float | None
    brier: float | None = None
    ece: float | None = None
    f1: float | None = None
    f1_tuned: float | None = None
    estimate: float | None = None
    low: float | None = None
    high: float | None = None
    independent: float | None = None
    independent_low: float | None = None
    independent_high: float | None = None
    seconds: float | None = None


def score_numbers(
    states: States, scores: Scores, thresholds: Scores | None = None
) -> dict[str, float | None]:
    """Measure scores (n_songs, n_tags) of all tags: what Result takes by these names."""
    numbers = {
        "wauc": wauc(states, scores),
        "brier": brier_score(states, scores),
        "ece": expected_calibration_error(states, scores),
        "f1": _macro_f1(states, scores >= CHANCE),
    }
    if thresholds is not None:
        numbers["f1_tuned"] = _macro_f1(states, scores >= thresholds)
    return numbers


def estimate_numbers(own: Estimate, independent: Estimate) -> dict[str, float | None]:
    """Set a system's own estimate beside independent songs: what Result takes by these names."""
    return {
        "estimate": own.value, "low": own.low, "high": own.high,
        "independent": independent.value, "independent_low": independent.low,
        "independent_high": independent.high,
    }  # fmt: skip


def _macro_f1(states: States, decided: np.ndarray) -> float | None:
    values = []
    for column in range(states.shape[1]):
        judged = states[:, column] >= 0
        values.append(f1_score(states[judged, column], decided[judged, column]))
    return mean_of_known(values)


# -- tables -----------------------------------------------------------------------------------


def tables(results: Sequence[Result]) -> str:
    """Write all tables: WAUC, own estimates, calibration; one of each for every part and data."""
    blocks = []
    for part, data in dict.fromkeys((result.part, result.data) for result in results):
        chosen = [result for result in results if (result.part, result.data) == (part, data)]
        blocks.append(f"## {part}: {data}\n\nWAUC on independent songs\n\n{wauc_table(chosen)}")
        if any(result.estimate is not None for result in chosen):
            blocks.append(f"Own estimates\n\n{estimate_table(chosen)}")
        blocks.append(f"What a score means (Brier / ECE / macro F1 at .5)\n\n{score_table(chosen)}")
    return "\n\n".join(blocks) + "\n"


def wauc_table(results: Sequence[Result]) -> str:
    """Write the mean WAUC over the draws, a row a system, and what is ahead of the best other."""
    budgets = sorted({result.n_songs for result in results})
    systems = list(dict.fromkeys(result.system for result in results))
    means = {
        (system, n): mean_of(result.wauc for result in _chosen(results, system, n))
        for system in systems
        for n in budgets
    }
    rows = [[system, *(_number(means[system, n]) for n in budgets)] for system in systems]
    if OURS in systems and len(systems) > 1:
        ahead = []
        for n in budgets:
            baselines = [means[s, n] for s in systems if not s.startswith(OURS)]
            others = [mean for mean in baselines if mean is not None]
            ours = means[OURS, n]
            ahead.append(f"{ours - max(others):+.3f}" if others and ours is not None else "")
        rows.append([f"{OURS} − best other", *ahead])
    return markdown(["labelled songs", *map(str, budgets)], rows)


def estimate_table(results: Sequence[Result]) -> str:
    """Write how far our own estimates are from independent songs, and what intervals cover.

    The songs measured on are a sample, too: an interval counts as right where the difference is
    within both half-widths together, as of independent errors.
    """
    rows = []
    for n in sorted({result.n_songs for result in results}):
        known = [r for r in _chosen(results, OURS, n) if r.estimate is not None]
        errors = np.array([(r.estimate or 0.0) - (r.independent or 0.0) for r in known])
        if not len(errors):
            continue
        halves = [_half_width(r) for r in known]
        right = [abs(e) <= half for e, half in zip(errors, halves, strict=True) if half is not None]
        rows.append([
            str(n), str(len(known)), _number(mean_of(r.estimate for r in known)),
            _number(mean_of(r.independent for r in known)), f"{errors.mean():+.3f}",
            f"{np.sqrt((errors**2).mean()):.3f}",
            f"{100 * np.mean(right):.0f} % of {len(right)}" if right else "none shown",
        ])  # fmt: skip
    head = ["labelled songs", "draws", "estimate", "independent", "bias", "RMSE", "within 95 %"]
    return markdown(head, rows)


def _half_width(result: Result) -> float | None:
    """Return the half-width of the interval of estimate minus independent, None without one."""
    ends = (result.low, result.high, result.independent_low, result.independent_high)
    if None in ends:
        return None
    low, high, other_low, other_high = (end or 0.0 for end in ends)
    return float(np.hypot(high - low, other_high - other_low)) / 2.0


def score_table(results: Sequence[Result]) -> str:
    """Write Brier score, calibration error and F1 of every system."""
    budgets = sorted({result.n_songs for result in results})
    rows = []
    for system in dict.fromkeys(result.system for result in results):
        cells = []
        for n in budgets:
            chosen = _chosen(results, system, n)
            numbers = [mean_of(getattr(r, name) for r in chosen) for name in ("brier", "ece", "f1")]
            cells.append(" / ".join(map(_number, numbers)))
        rows.append([system, *cells])
        tuned = [mean_of(r.f1_tuned for r in _chosen(results, system, n)) for n in budgets]
        if any(value is not None for value in tuned):
            rows.append([f"{system}, F1 at its own thresholds", *map(_number, tuned)])
    return markdown(["labelled songs", *map(str, budgets)], rows)


def _chosen(results: Iterable[Result], system: str, n_songs: int) -> list[Result]:
    return [r for r in results if r.system == system and r.n_songs == n_songs]


def mean_of(values: Iterable[float | None]) -> float | None:
    """Average the values that are known."""
    return mean_of_known(list(values))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}".replace("0.", ".", 1)


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a table whose columns are aligned also as plain text."""
    cells = [list(head), *map(list, rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    lines = []
    for first, *others in cells:
        aligned = [text.rjust(width) for text, width in zip(others, widths[1:], strict=True)]
        lines.append("| " + " | ".join([first.ljust(widths[0]), *aligned]) + " |")
    dashes = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join([lines[0], "| " + " | ".join(dashes) + " |", *lines[1:]])
