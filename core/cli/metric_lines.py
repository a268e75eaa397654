"""Numbers of tags as lines of a terminal: what was found, AUC, AP and F1 with their ranges."""

from __future__ import annotations

from collections.abc import Mapping

from core.cli.terminal import columns, metric_text
from core.folding import sort_key
from core.metrics.metric_records import Estimate, MetricChange, TagMetrics

HEADS = ("tag", "found", "false alarms", "AUC (95 %)", "AP (95 %)", "F1 (95 %)")
GAINED = "AUC gained (95 %)"


def metric_lines(tags: Mapping[str, TagMetrics], change: MetricChange | None = None) -> list[str]:
    """Write a table of tags, by name; change: with what the AUC of every tag gained."""
    heads = [*HEADS, GAINED] if change is not None else list(HEADS)
    rows = [heads]
    for name, tag in sorted(tags.items(), key=lambda item: sort_key(item[0])):
        row = [name, *_found(tag)]
        row += [estimate_text(tag.estimate(metric)) for metric in ("auc", "ap", "f1")]
        if change is not None:
            row.append(gained_text(change.tags.get(name, {}).get("auc", Estimate(None))))
        rows.append(row)
    return columns(rows, frozenset(range(1, len(heads))))


def reason_lines(tags: Mapping[str, TagMetrics], wauc: Estimate) -> list[str]:
    """Write why tags and their WAUC have no range, once for a reason."""
    numbers = [(name, tags[name].estimate("auc")) for name in sorted(tags, key=sort_key)]
    names_by_reason: dict[str, list[str]] = {}
    for name, number in (*numbers, ("WAUC", wauc)):
        if number.reason:
            names_by_reason.setdefault(number.reason, []).append(name)
    return [f"no range: {', '.join(names)}: {why}" for why, names in names_by_reason.items()]


def estimate_text(number: Estimate) -> str:
    """Write as ".870 (.801–.921)"; a dash where there is no range, as reason_lines says."""
    if number.value is None or number.interval is None:
        return "–" if number.reason else metric_text(number.value)
    low, high = number.interval
    return f"{metric_text(number.value)} ({metric_text(low)}–{metric_text(high)})"


def gained_text(number: Estimate) -> str:
    """Write as "+.120 (+.051 … +.190)"; a dash where there is no range."""
    if number.value is None or number.interval is None:
        return "–"
    low, high = number.interval
    return f"{_signed(number.value)} ({_signed(low)} … {_signed(high)})"


def _signed(value: float) -> str:
    return f"{value:+.3f}".replace("0.", ".", 1)


def _found(tag: TagMetrics) -> tuple[str, str]:
    if tag.true_positives is None or tag.false_positives is None:
        return f"of {tag.support}", "–"
    n_negative = tag.n - tag.support
    return f"{tag.true_positives} of {tag.support}", f"{tag.false_positives} of {n_negative}"
