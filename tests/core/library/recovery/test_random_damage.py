"""Whatever happens to a library file: decisions are saved, and what is lost is told."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from core.library.recovery.backup import list_backups
from tests.support.random_damage import (
    KINDS,
    N_DECISIONS,
    Outcome,
    build_library,
    damage_and_repair,
)


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    return build_library(tmp_path)


def table_of(outcomes: list[Outcome]) -> str:
    """Lines of kind: damages, decisions saved and lost, damages that changed something and told."""
    kinds = Counter(outcome.kind for outcome in outcomes)
    rows = []
    for kind, n in kinds.items():
        of_kind = [outcome for outcome in outcomes if outcome.kind == kind]
        saved, lost = (sum(getattr(o, name) for o in of_kind) for name in ("n_saved", "n_lost"))
        changed = [o for o in of_kind if o.n_lost or o.n_changed]
        told = sum(bool(o.told) for o in changed)
        rows.append(
            f"{kind:24} {n:4} damages {saved:8} saved {lost:6} lost"
            f" {len(changed):4} not as it was, {told:4} of them told"
        )
    return "\n".join(rows)


def check(whole: Path, n_runs: int, *, with_copy: bool) -> None:
    path = whole.parent.parent / "library.db"
    if not with_copy:
        for backup in list_backups(path):
            backup.path.unlink()
    outcomes = [
        damage_and_repair(whole, path, kind, number) for kind in KINDS for number in range(n_runs)
    ]
    print(f"\n{table_of(outcomes)}")  # noqa: T201
    silent = [o for o in outcomes if (o.n_lost or o.n_changed) and not o.told]
    assert silent == []
    # A cut log takes all it had; elsewhere a decision is kept by its page, indexes and journal.
    kept = [o for o in outcomes if o.kind in ("bits flipped", "pages zeroed", "page garbled")]
    assert sum(o.n_saved for o in kept) > 0.999 * N_DECISIONS * len(kept)


def test_what_is_lost_is_little_and_told(whole: Path) -> None:
    check(whole, 1, with_copy=False)


@pytest.mark.slow
@pytest.mark.parametrize("with_copy", [False, True])
def test_what_two_hundred_damages_take_is_told(whole: Path, with_copy: bool) -> None:
    check(whole, 34, with_copy=with_copy)
