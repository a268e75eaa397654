"""What the folder of a collection holds, as records: its plan, its parts, its songs' failures."""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self

from core.errors import UsageError
from core.library.scan.scan_records import Failure


@dataclass(frozen=True, slots=True)
class Shard:
    """Part number `number`, from 1, of `of` parts."""

    number: int
    of: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "2/8". Raises UsageError for what is no part."""
        found = re.fullmatch(r"([0-9]{1,6})/([0-9]{1,6})", text.strip())
        number, of = map(int, found.groups()) if found else (0, 0)
        if not 1 <= number <= of:
            raise UsageError("collection.no_shard", text=text)
        return cls(number, of)

    def holds(self, path: Path) -> bool:
        """Tell whether a song belongs to it: always the same, whatever other songs there are."""
        digest = hashlib.blake2b(os.fsencode(path), digest_size=8).digest()
        return int.from_bytes(digest, "big") % self.of == self.number - 1

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"


ALL = Shard(1, 1)


@dataclass(frozen=True, slots=True)
class PlannedModel:
    """A model of a plan. digest: of its weights; file: beside the plan; recipes: their keys."""

    name: str
    digest: str
    file: str
    recipes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """What must be equal wherever results lie in one folder. of: number of parts, 0 for a plan."""

    version: str
    models: tuple[str, ...]
    recipes: tuple[str, ...]
    songs: str
    of: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """The songs and models of a collection, the same for all of its parts.

    source: what it was made from. root: the folder that all songs lie below. cache: of features;
    None for the one beside the plan. keeps_features: not only embeddings and scores.
    """

    version: str
    source: str
    root: Path
    cache: Path | None
    keeps_features: bool
    models: tuple[PlannedModel, ...]
    songs: tuple[Path, ...]

    @property
    def identity(self) -> Identity:
        """What all parts must have in common."""
        text = b"\0".join(map(os.fsencode, self.songs))
        recipes = sorted({key for model in self.models for key in model.recipes})
        return Identity(
            self.version,
            tuple(model.digest for model in self.models),
            tuple(recipes),
            hashlib.blake2b(text, digest_size=8).hexdigest(),
        )

    def to_json(self) -> dict[str, Any]:
        """Return what its file holds."""
        return {
            "version": self.version,
            "source": self.source,
            "root": str(self.root),
            "cache": str(self.cache) if self.cache else None,
            "keeps_features": self.keeps_features,
            "models": [asdict(model) for model in self.models],
            "songs": [str(path) for path in self.songs],
        }

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> Self:
        """Read what to_json wrote. Raises KeyError, TypeError, ValueError where it is odd."""
        cache = raw["cache"]
        return cls(
            raw["version"],
            raw["source"],
            Path(raw["root"]),
            Path(cache) if cache else None,
            bool(raw["keeps_features"]),
            tuple(
                PlannedModel(**{**model, "recipes": tuple(model["recipes"])})
                for model in raw["models"]
            ),
            tuple(map(Path, raw["songs"])),
        )


@dataclass(frozen=True, slots=True)
class SongFailure:
    """A song that could not be analysed. cause: the id of the error, by which they are counted."""

    path: Path
    reason: str
    remedy: str = ""
    cause: str = ""

    @classmethod
    def of(cls, failure: Failure) -> Self:
        """Keep what a scan says of a file."""
        return cls(failure.path, str(failure.reason), str(failure.remedy), failure.cause)


@dataclass(frozen=True, slots=True)
class ShardRecord:
    """How far one part is. n_done: songs whose file is there, failures: those that have none.

    seconds, n_analysed, audio_s: of all runs so far, for the throughput. updated_s: since 1970.
    arithmetics: of the machines; the last digits of a score may differ between them.
    """

    identity: Identity
    shard: Shard
    n_songs: int
    n_done: int = 0
    failures: tuple[SongFailure, ...] = ()
    seconds: float = 0.0
    n_analysed: int = 0
    audio_s: float = 0.0
    arithmetics: tuple[str, ...] = ()
    updated_s: float = 0.0
    is_finished: bool = False

    @property
    def n_waiting(self) -> int:
        """Songs that were neither analysed nor failed yet."""
        return max(self.n_songs - self.n_done - len(self.failures), 0)

    @property
    def songs_per_minute(self) -> float | None:
        """Songs that it analysed in a minute; None where there was none yet."""
        known = self.n_analysed and self.seconds > 0
        return 60.0 * self.n_analysed / self.seconds if known else None

    def to_json(self) -> dict[str, Any]:
        """Return what its file holds."""
        failures = [{**asdict(failed), "path": str(failed.path)} for failed in self.failures]
        return {**asdict(self), "failures": failures, "songs_per_minute": self.songs_per_minute}

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> Self:
        """Read what to_json wrote. Raises KeyError, TypeError, ValueError where it is odd."""
        known = {name: raw[name] for name in cls.__dataclass_fields__}
        identity: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in known["identity"].items()
        }
        failures = (
            SongFailure(**{**failed, "path": Path(failed["path"])}) for failed in known["failures"]
        )
        known |= {"identity": Identity(**identity), "shard": Shard(**known["shard"])}
        arithmetics = tuple(map(str, known["arithmetics"]))
        return cls(**{**known, "failures": tuple(failures), "arithmetics": arithmetics})


@dataclass(frozen=True, slots=True)
class CollectionStatus:
    """How far all parts are. records: of those that have begun; missing: those that have not.

    alive: numbers of the parts that gave a sign of life lately. seconds_left: None where no part
    is at work, or nothing is known.
    """

    plan: Plan
    records: tuple[ShardRecord, ...]
    missing: tuple[int, ...] = ()
    alive: frozenset[int] = frozenset()
    seconds_left: float | None = None
    causes: dict[str, list[SongFailure]] = field(default_factory=dict)

    @property
    def n_done(self) -> int:
        """Songs of all parts that were analysed."""
        return sum(record.n_done for record in self.records)

    @property
    def failures(self) -> tuple[SongFailure, ...]:
        """Songs of all parts that failed."""
        return tuple(failed for record in self.records for failed in record.failures)

    @property
    def arithmetics(self) -> tuple[str, ...]:
        """How the machines of all parts compute, each once."""
        return arithmetics(self.records)


def arithmetics(records: Iterable[ShardRecord]) -> tuple[str, ...]:
    """Return how the machines of some parts compute, each once."""
    return tuple(sorted({name for record in records for name in record.arithmetics}))


def by_cause(failures: Sequence[SongFailure]) -> dict[str, list[SongFailure]]:
    """Group failures by what went wrong, the most frequent first."""
    counts = Counter(failed.cause for failed in failures)
    groups: dict[str, list[SongFailure]] = {cause: [] for cause, _ in counts.most_common()}
    for failed in failures:
        groups[failed.cause].append(failed)
    return groups
