"""The numbers of a deposit: a model's scores of songs it had not learned from, and the headline.

The headline is worked out here from the very rows that are written, so that the script in the
deposit, which has nothing else, arrives at the same.
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass

import numpy as np

from core.exchange.deposit.deposit_records import Contents
from core.exchange.deposit.model_sheet import model_sheet
from core.exchange.deposit.song_files import SongSummary
from core.exchange.tables.cell_records import blank_if_none, csv_text, to_cell
from core.library.records import ModelRow
from core.metrics.ranking import average_precision_score, roc_auc_score
from core.metrics.tag_metrics import mean_of_known, weighted_mean
from core.models.card import ModelCard
from core.training.snapshot import read_out_of_fold, read_states

SCORE_COLUMNS = ("audio_hash", "tag", "truth", "score")
METRIC_COLUMNS = (
    "tag", "songs", "yes", "auc", "auc_low", "auc_high", "ap", "f1", "precision", "recall", "mcc",
    "threshold",
)  # fmt: skip
DIGITS = 6  # of a score in the table


@dataclass(frozen=True, slots=True)
class ModelMeasures:
    """A model in words and numbers: its card, and rows of scores. note: why there are none."""

    card: ModelCard
    n_scores: int
    note: str = ""


def counts_headline(summary: SongSummary) -> dict[str, float]:
    """Return the numbers that rest on the decisions alone."""
    return {
        "songs": summary.n_songs,
        "songs_judged": summary.n_judged,
        "decisions": summary.n_decisions,
        **{f"decisions_{state}": n for state, n in sorted(summary.states.items())},
        "decisions_on_parts": summary.n_parts,
        "annotators": summary.n_annotators,
    }


def write_measures(
    contents: Contents, card: ModelCard, row: ModelRow, kept: frozenset[str], licence: str
) -> tuple[dict[str, float], ModelMeasures]:
    """Write a model's card to read, scores.csv and metrics.csv.

    kept: hashes of the deposit's songs. licence: of the deposit.

    Returns what the scores add to the headline. Raises OSError.
    """
    metrics = [_metric_row(name, tag) for name, tag in _dict(row.metrics, "per_tag").items()]
    path = contents.add("model/card.md", "the model's card to read: what it knows, and its limits")
    path.write_text(model_sheet(card, row.metrics, licence), encoding="utf-8")
    path = contents.add("model/metrics.csv", "the model's numbers a tag, with 95 % intervals")
    path.write_text(csv_text([METRIC_COLUMNS, *metrics]), encoding="utf-8")
    rows = _score_rows(card, kept)
    if not rows:
        return {}, ModelMeasures(card, 0, "the model keeps no scores of songs of its own")
    path = contents.add(
        "model/scores.csv",
        "scores of songs by models that had not learned from their artists, and the truth",
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(SCORE_COLUMNS)
        writer.writerows([to_cell(cell) for cell in row] for row in rows)
    return scores_headline(rows), ModelMeasures(card, len(rows))


def scores_headline(rows: list[tuple[str, str, int, float]]) -> dict[str, float]:
    """Return WAUC, macro AUC and mean AP over tags, of (audio hash, tag, truth, score) rows."""
    by_tag: dict[str, list[tuple[int, float]]] = {}
    for _, tag, truth, score in rows:
        by_tag.setdefault(tag, []).append((truth, score))
    measured = []
    for pairs in by_tag.values():
        truths, scores = np.array(pairs, np.float64).T
        auc, ap = roc_auc_score(truths, scores), average_precision_score(truths, scores)
        measured.append((auc, int(truths.sum()), ap if auc is not None else None))
    numbers = {
        "model_wauc": weighted_mean([(auc, n_yes) for auc, n_yes, _ in measured]),
        "model_macro_auc": mean_of_known([auc for auc, _, _ in measured]),
        "model_mean_ap": mean_of_known([ap for _, _, ap in measured]),
    }
    known = {name: value for name, value in numbers.items() if value is not None}
    return {"model_scores": float(len(rows)), **known}


def write_headline(contents: Contents, headline: dict[str, float]) -> None:
    """Write headline.json. Raises OSError."""
    path = contents.add("headline.json", "the numbers that reproduce.py works out again")
    path.write_text(json.dumps(headline, indent=1) + "\n", encoding="utf-8")


def _score_rows(card: ModelCard, kept: frozenset[str]) -> list[tuple[str, str, int, float]]:
    """Return the out-of-fold scores of songs that were decided, by hash, tag, truth, score."""
    scores = read_out_of_fold(card)
    if scores is None:
        return []
    states, tags = read_states(card.labels), list(card.labels["tags"])
    column_of = {name: column for column, name in enumerate(tags)}
    rows = list[tuple[str, str, int, float]]()
    for song, audio_hash in enumerate(card.labels["audio_hashes"]):
        if audio_hash not in kept:
            continue
        for word_number, word in enumerate(card.words):
            column, score = column_of.get(word), float(scores[song, word_number])
            if column is None or not np.isfinite(score) or states[song, column] not in (0, 1):
                continue
            rows.append((audio_hash, word, int(states[song, column]), round(score, DIGITS)))
    return rows


def _metric_row(name: str, tag: object) -> tuple[object, ...]:
    known = tag if isinstance(tag, dict) else {}
    interval = _dict(known, "intervals").get("auc")
    low, high = interval if isinstance(interval, list | tuple) else ("", "")
    names = ("n", "support", "auc"), ("ap", "f1", "precision", "recall", "mcc", "threshold")
    first, last = ([blank_if_none(known.get(key)) for key in keys] for keys in names)
    return (name, *first, low, high, *last)


def _dict(values: object, key: str) -> dict[str, object]:
    found = values.get(key) if isinstance(values, dict) else None
    return found if isinstance(found, dict) else {}
