"""Work the headline numbers of this deposit out again, from its tables alone.

Needs Python 3.11 and pandas, nothing else:

    python reproduce.py

Prints every number with what it should be, and ends with 1 if one differs by more than 1e-6.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pandas as pd

TOLERANCE = 1e-6


def counts(folder: Path) -> dict[str, float]:
    """Count songs, decisions and annotators."""
    songs = pd.read_csv(folder / "data" / "songs.csv", dtype={"audio_hash": str})
    decisions = pd.read_csv(folder / "data" / "decisions.csv", dtype=str, keep_default_na=False)
    numbers: dict[str, float] = {
        "songs": len(songs),
        "songs_judged": decisions["audio_hash"].nunique(),
        "decisions": len(decisions),
        "decisions_on_parts": int((decisions["start_s"] != "").sum()),
        "annotators": decisions.loc[~is_settled(decisions), "annotator"].nunique(),
    }
    for state, n in decisions["state"].value_counts().items():
        numbers[f"decisions_{state}"] = int(n)
    return numbers


def is_settled(decisions: pd.DataFrame) -> pd.Series:
    """Tell which decisions several annotators have settled together; they are nobody's ear."""
    names = decisions["annotator"]
    return names.str.startswith("agreed (") & names.str.endswith(")")


def agreement(folder: Path) -> dict[str, float]:
    """Count the tags of whole songs that several judged yes or no, and those all judged alike."""
    decisions = pd.read_csv(folder / "data" / "decisions.csv", dtype=str, keep_default_na=False)
    of_songs = (decisions["start_s"] == "") & decisions["state"].isin(["yes", "no"])
    judged = decisions[of_songs & ~is_settled(decisions)].groupby(["audio_hash", "tag"])
    counts = judged.agg({"annotator": "nunique", "state": "nunique"})
    several = counts[counts["annotator"] > 1]
    return {
        "judged_by_several": len(several),
        "judged_alike": int((several["state"] == 1).sum()),
    }


def area_under_roc(truth: pd.Series, score: pd.Series) -> float:
    """Chance that a song with the tag scores above one without; ties count half."""
    n_yes = int(truth.sum())
    ranks = score.rank(method="average")
    above = ranks[truth == 1].sum() - n_yes * (n_yes + 1) / 2
    return above / (n_yes * (len(truth) - n_yes))


def average_precision(truth: pd.Series, score: pd.Series) -> float:
    """Precision averaged over the recall gained at each distinct score."""
    at_score = pd.DataFrame({"truth": truth, "score": score}).groupby("score")["truth"]
    falling = at_score.agg(["sum", "size"]).sort_index(ascending=False)
    n_true, n_predicted = falling["sum"].cumsum(), falling["size"].cumsum()
    return float((falling["sum"] / truth.sum() * n_true / n_predicted).sum())


def measures(folder: Path) -> dict[str, float]:
    """Measure the model on scores of songs that it had not learned from."""
    path = folder / "model" / "scores.csv"
    if not path.is_file():
        return {}
    scores = pd.read_csv(path, dtype={"audio_hash": str, "tag": str}, keep_default_na=False)
    rows = []
    for _, tag in scores.groupby("tag", sort=False):
        if tag["truth"].nunique() == 2:
            truth, score = tag["truth"], tag["score"]
            measured = area_under_roc(truth, score), average_precision(truth, score)
            rows.append((*measured, int(truth.sum())))
    table = pd.DataFrame(rows, columns=["auc", "ap", "n_yes"])
    numbers: dict[str, float] = {"model_scores": len(scores)}
    if len(table):
        weights = table["n_yes"] / table["n_yes"].sum()
        numbers["model_wauc"] = float((table["auc"] * weights).sum())
        numbers["model_macro_auc"] = float(table["auc"].mean())
        numbers["model_mean_ap"] = float(table["ap"].mean())
    return numbers


def main() -> int:
    """Compare all numbers; return the exit code."""
    folder = Path(__file__).parent
    expected = json.loads((folder / "headline.json").read_text(encoding="utf-8"))
    found = counts(folder) | agreement(folder) | measures(folder)
    n_different = 0
    for name, value in expected.items():
        same = name in found and abs(found[name] - value) <= TOLERANCE
        n_different += not same
        sys.stdout.write(
            f"{name:24} {found.get(name, float('nan')):14.6f} {value:14.6f}"
            f" {'ok' if same else 'DIFFERS'}\n"
        )
    return 1 if n_different else 0


if __name__ == "__main__":
    sys.exit(main())
