"""What a model says otherwise than a former one, as records: tags that songs gained and lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.library.review_records import Flip
from core.metrics.metric_records import MetricChange

HEADS = ("song_id", "song", "tag", "change", "score_before", "score_now", "surprise_bits")


@dataclass(frozen=True, slots=True)
class ChangedTag:
    """A tag that a song gained or lost. song: its artist and title. tag: the name.

    surprise_bits: how improbable the former model held it (changed_songs.surprise_bits).
    """

    flip: Flip
    song: str
    tag: str
    surprise_bits: float


@dataclass(frozen=True, slots=True)
class ChangedTags:
    """All of them, the most surprising first; of the greatest changes, where there are very many.

    now, before: the models' names. n_changed: also those not listed. n_agreeing: of n_judged tags
    that were judged and changed, too, those that agree with the decisions now. change: of the
    models' numbers on the same songs; None with the reason why not.
    """

    now: str
    before: str
    tags: tuple[ChangedTag, ...] = ()
    n_changed: int = 0
    n_judged: int = 0
    n_agreeing: int = 0
    change: MetricChange | None = None
    reason: str = ""


def csv_rows(tags: Iterable[ChangedTag]) -> list[tuple[str, ...]]:
    """Return them as a table, heads first."""
    rows: list[tuple[str, ...]] = [HEADS]
    for one in tags:
        flip = one.flip
        figures = (f"{flip.before:.4f}", f"{flip.now:.4f}", f"{one.surprise_bits:.3f}")
        kind = "gained" if flip.claims else "lost"
        rows.append((str(flip.song_id), one.song, one.tag, kind, *figures))
    return rows
