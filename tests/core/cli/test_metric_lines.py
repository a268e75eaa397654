"""Numbers of too few songs are dashes with the reason, in every verb that writes them."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from core.cli.learning import result_lines
from core.cli.metric_lines import reason_lines
from core.cli.models import _wauc
from core.library.records import ModelRow
from core.messages import message
from core.metrics.metric_records import Estimate, TagMetrics

FEW = message("metrics.few_artists", n=1, needed=5)


def tag(reason: str | None) -> TagMetrics:
    return TagMetrics(9, 0.9, 0.9, 0.9, 20, reasons={} if reason is None else {"auc": reason})


def model(**metrics: Any) -> ModelRow:
    return ModelRow(1, "my ear", "cnn_lstm", 7, "", (), {}, metrics, {}, True, "", Path())


def test_a_reason_is_written_once_with_all_that_it_is_of() -> None:
    tags = {
        "organ": tag(FEW),
        "bass": tag(FEW),
        "choir": tag("Songs with it: 3"),
        "kick": tag(None),
    }
    assert reason_lines(tags, Estimate(0.9, reason=FEW)) == [
        f"no range: bass, organ, WAUC: {FEW}",
        "no range: choir: Songs with it: 3",
    ]
    assert reason_lines({"kick": tag(None)}, Estimate(0.9, 0.8, 0.95)) == []


def test_before_learning_is_no_number_where_after_learning_is_none() -> None:
    known: dict[str, Any] = {"after": {}, "change": None, "n_measured": 24, "wauc_before": 0.931}
    few = SimpleNamespace(**known, wauc_after=0.88, means={"wauc": Estimate(0.88, reason=FEW)})
    assert result_lines("ear", cast(Any, few))[-1] == "ear: WAUC – before, – now, on 24 songs"
    enough = SimpleNamespace(**known, wauc_after=0.88, means={"wauc": Estimate(0.88, 0.7, 0.9)})
    last = result_lines("ear", cast(Any, enough))[-1]
    assert last == "ear: WAUC .931 before, .880 (.700–.900) now, on 24 songs"


def test_a_list_shows_no_number_of_too_few_songs() -> None:
    few = Estimate(0.88, reason=FEW).to_json()
    assert _wauc(model(wauc=0.88, means={"wauc": few}, n_held_out=24)) == "WAUC – on 24 songs"
    enough = model(wauc=0.88, means={"wauc": Estimate(0.88, 0.7, 0.9).to_json()}, n_held_out=24)
    assert _wauc(enough) == "WAUC 0.880 on 24 songs"
    assert _wauc(model(wauc=0.88, n_held_out=24)) == "WAUC 0.880 on 24 songs"  # an older card
    assert _wauc(model()) == ""
