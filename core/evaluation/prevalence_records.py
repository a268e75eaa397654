"""How common tags are in a library, as records: for the window, the terminal and a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from core.metrics.metric_records import Estimate, decimal_cell

NOTHING = Estimate(None)
HEADS = (
    "tag", "by", "group", "songs", "judged_at_random", "yes_among_them",
    "predicted_share_do_not_cite", "share_ppi", "share_ppi_low", "share_ppi_high",
    "share_adjusted_count", "share_adjusted_count_low", "share_adjusted_count_high", "remark",
)  # fmt: skip


class GroupBy(StrEnum):
    """Into which groups the songs are divided."""

    DECADE = "decade"
    YEAR = "year"
    ARTIST = "artist"
    ALBUM = "album"


@dataclass(frozen=True, slots=True)
class GroupShare:
    """How common a tag is in a group of songs; group: "" for all, or where it is not known.

    order: the year that a decade begins with, or the year. n_songs: that could be counted. Where
    is_counted, every song is judged, and the shares are counts.
    n_random: drawn at random and judged yes or no, n_yes of them yes. predicted: what share the
    model calls a yes, which is not to be cited. powered: PPI++; adjusted: the adjusted count.
    """

    group: str
    order: int | None
    n_songs: int
    n_random: int
    n_yes: int
    predicted: float | None
    powered: Estimate
    adjusted: Estimate
    is_counted: bool = False


@dataclass(frozen=True, slots=True)
class StrataYield:
    """What songs judged by tenths of the score tell: n_songs of them, n_yes with the word.

    share: of the songs that the tenths were made of. auc: of the scores that made them.
    """

    n_songs: int
    n_yes: int
    share: Estimate
    auc: Estimate


@dataclass(frozen=True, slots=True)
class TagPrevalence:
    """How common a tag is in all songs and in groups of them, and what that rests on.

    model: its name, "" without one. n_known: songs judged before the draws, counted as they are.
    n_unsure: drawn songs left undecided; n_left_out: drawn songs judged on other tags, but not on
    this one (where they are many, powered is a reason without a value); n_guess_visible: judged
    with the model's guess on screen; n_without_score: songs left out, as the model has no score of
    them that did not learn from them.
    by_strata: share and AUC from songs judged by tenths of the score; n_strata of them.
    """

    tag_id: int
    tag: str
    model: str
    by: GroupBy
    whole: GroupShare
    groups: tuple[GroupShare, ...]
    n_known: int = 0
    n_unsure: int = 0
    n_left_out: int = 0
    n_guess_visible: int = 0
    n_without_score: int = 0
    n_strata: int = 0
    by_strata: tuple[Estimate, Estimate] = (NOTHING, NOTHING)

    def to_json(self) -> dict[str, Any]:
        """Plain numbers by name."""
        return {
            "tag": self.tag,
            "model": self.model,
            "by": self.by.value,
            "all": _share_json(self.whole),
            "groups": [_share_json(group) for group in self.groups],
            "n_known": self.n_known,
            "n_unsure": self.n_unsure,
            "n_left_out": self.n_left_out,
            "n_guess_visible": self.n_guess_visible,
            "n_without_score": self.n_without_score,
            "n_by_strata": self.n_strata,
            "share_by_strata": self.by_strata[0].to_json(),
            "auc_by_strata": self.by_strata[1].to_json(),
        }


def csv_rows(found: Sequence[TagPrevalence]) -> list[tuple[str, ...]]:
    """Return all tags and groups as a table, heads first; all songs are the group "all songs"."""
    rows: list[tuple[str, ...]] = [HEADS]
    for tag in found:
        rows.append(_cells(tag, tag.whole, "all songs"))
        rows += [_cells(tag, group, group.group or "not known") for group in tag.groups]
    return rows


def _share_json(share: GroupShare) -> dict[str, Any]:
    return {
        "group": share.group,
        "n_songs": share.n_songs,
        "n_random": share.n_random,
        "n_yes": share.n_yes,
        "predicted_do_not_cite": share.predicted,
        "powered": share.powered.to_json(),
        "adjusted": share.adjusted.to_json(),
    }


def _cells(tag: TagPrevalence, share: GroupShare, name: str) -> tuple[str, ...]:
    remark = share.powered.reason or share.adjusted.reason or ""
    return (
        tag.tag, tag.by.value, name, str(share.n_songs), str(share.n_random), str(share.n_yes),
        decimal_cell(share.predicted), *share.powered.cells(), *share.adjusted.cells(), remark,
    )  # fmt: skip
