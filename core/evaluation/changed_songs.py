"""Songs of which a model says something else than a former one: tags gained and lost, by surprise.

The surprise of a change is how improbable the former model held it, in bits: −log2 of its score for
a tag gained, of 1 minus its score for a tag lost (Shannon 1948); a song's is the sum.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from core.errors import ModelError, TrainingError
from core.evaluation.changed_records import ChangedTag, ChangedTags
from core.evaluation.flips import changed_mind
from core.evaluation.promotion import compare_kept, metric_change_from_parent
from core.library.records import ModelRow
from core.library.review_records import Flip
from core.library.store import Library
from core.metrics.metric_records import MetricChange

LEAST = 1e-3  # scores are stored coarsely: nearer to 0 they tell nothing more


@dataclass(slots=True)
class ChangedSong:
    """One song. gained, lost: the tags that are not judged, the greatest surprise first."""

    song_id: int
    gained: list[int] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)
    surprise_bits: float = 0.0


def surprise_bits(flip: Flip) -> float:
    """Return how surprising a change is to the former model, in bits."""
    share = flip.before if flip.claims else 1.0 - flip.before
    return -math.log2(min(max(share, LEAST), 1.0))


def changed_songs(flips: Iterable[Flip]) -> list[ChangedSong]:
    """Gather changes by song, the most surprising song first."""
    songs: dict[int, ChangedSong] = {}
    for flip in sorted(flips, key=surprise_bits, reverse=True):
        song = songs.setdefault(flip.song_id, ChangedSong(flip.song_id))
        (song.gained if flip.claims else song.lost).append(flip.tag_id)
        song.surprise_bits += surprise_bits(flip)
    return sorted(songs.values(), key=lambda song: -song.surprise_bits)


def changed_tags(library: Library, before: ModelRow, now: ModelRow) -> ChangedTags:
    """Compare two models: tags of songs by surprise, and which tags are better or worse for it."""
    found = changed_mind(library, before, now)
    ids = sorted({flip.song_id for flip in found.flips})
    songs = {row.song.id: row.song for row in library.songs.rows(ids)}
    names = {tag.id: tag.name for tag in library.codebook.tags(include_retired=True)}
    tags = []
    for flip in sorted(found.flips, key=surprise_bits, reverse=True):
        song = songs.get(flip.song_id)
        words = () if song is None else (song.display_artist, song.display_title)
        text = " – ".join(word for word in words if word)
        tags.append(ChangedTag(flip, text, names.get(flip.tag_id, ""), surprise_bits(flip)))
    change, reason = _change(library, before, now)
    return ChangedTags(
        now.name, before.name, tuple(tags), found.n_flips, found.n_judged, found.n_agreeing,
        change, reason,
    )  # fmt: skip


def _change(library: Library, before: ModelRow, now: ModelRow) -> tuple[MetricChange | None, str]:
    whole = library.models.get(now.id) or now  # lists leave changes out
    known = metric_change_from_parent(whole, before)
    if known is not None:
        return known, ""
    tags = (library.models.tag_ids(now.id), library.models.tag_ids(before.id))
    try:
        return compare_kept(whole, before, library.annotations.labels(), tags), ""
    except (ModelError, TrainingError) as error:
        return None, error.message
