"""The files of a collection's folder: each whole or not at all, safe with many processes at once.

plan.json; shards/0002-of-0008.json; songs/ab/…json, one a song; models/; cache/. Written under
names that no two machines share, then renamed: no locks and no database, so any network drive
will do.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from core.atomic_files import PartialFile
from core.collection.collection_records import Plan, Shard, ShardRecord
from core.errors import CollectionError, is_disk_full
from core.features.cache import FeatureCache, remove_stale_partials
from core.printable import json_text

FORMAT, FORMAT_VERSION = "rhythmcap-collection", 1
PLAN = "plan.json"
T = TypeVar("T")


class CollectionFolder:
    """One collection's folder. Reading and writing raises CollectionError."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()

    @property
    def plan_file(self) -> Path:
        """The songs and models of the collection."""
        return self.path / PLAN

    @property
    def models(self) -> Path:
        """The model files that all parts use."""
        return self.path / "models"

    def cache(self, plan: Plan) -> FeatureCache:
        """Return the cache that all parts share."""
        return FeatureCache(plan.cache or self.path / "cache")

    def remove_stale(self, plan: Plan) -> None:
        """Delete what killed processes left unfinished an hour ago or before."""
        self.cache(plan).remove_stale()
        for folder in (self.path, self.path / "shards", *(self.path / "songs").glob("*")):
            remove_stale_partials(folder)

    # -- the plan ------------------------------------------------------------------------------

    def has_plan(self) -> bool:
        """Tell whether the collection was planned."""
        return self.plan_file.is_file()

    def read_plan(self) -> Plan:
        """Read the plan."""
        if not self.path.is_dir():
            raise CollectionError("collection.folder_gone", folder=self.path, path=self.path)
        if not self.has_plan():
            raise CollectionError("collection.no_plan", folder=self.path, path=self.plan_file)
        return _read(self.plan_file, Plan.from_json)

    def add_plan(self, plan: Plan) -> Plan:
        """Store a plan, unless another process was quicker: then return that one's."""
        _write(self.plan_file, plan.to_json(), only_new=True)
        return self.read_plan()

    # -- songs ---------------------------------------------------------------------------------

    def song_file(self, path: Path) -> Path:
        """Return the file that a song has once it was analysed."""
        name = hashlib.blake2b(os.fsencode(path), digest_size=16).hexdigest()
        return self.path / "songs" / name[:2] / f"{name}.json"

    def has_song(self, path: Path) -> bool:
        """Tell whether a song was analysed."""
        return self.song_file(path).is_file()

    def write_song(self, path: Path, content: dict[str, Any]) -> None:
        """Store what was found out about a song."""
        _write(self.song_file(path), content)

    def read_song(self, path: Path, make: Callable[[dict[str, Any]], T]) -> T | None:
        """Read what was found out about a song; None where it has not been analysed."""
        file = self.song_file(path)
        return _read(file, make) if file.is_file() else None

    # -- parts ---------------------------------------------------------------------------------

    def shard_file(self, shard: Shard) -> Path:
        """Return the file of a part's record."""
        return self.path / "shards" / f"{shard.number:04d}-of-{shard.of:04d}.json"

    def write_shard(self, record: ShardRecord) -> None:
        """Store how far a part is."""
        _write(self.shard_file(record.shard), record.to_json())

    def shards(self) -> Iterator[tuple[Path, ShardRecord]]:
        """Yield the record of each part that has begun, with its file, in order."""
        for file in sorted((self.path / "shards").glob("*-of-*.json")):
            yield file, _read(file, ShardRecord.from_json)


def _write(path: Path, content: dict[str, Any], *, only_new: bool = False) -> None:
    """Write a JSON file, whole or not at all. only_new: what is there already stays."""
    head = {"format": FORMAT, "format_version": FORMAT_VERSION}
    data = json_text({**head, **content}).encode() + b"\n"
    try:
        partial = PartialFile(path.parent)
        try:
            partial.file.write(data)
            (partial.close_as_new if only_new else partial.close_as)(path)
        finally:
            partial.discard()
    except OSError as error:
        id = "collection.no_room" if is_disk_full(error) else "collection.not_written"
        raise CollectionError(id, name=path.name, detail=str(error), path=path) from error


def _read(path: Path, make: Callable[[dict[str, Any]], T]) -> T:
    with contextlib.suppress(ValueError, TypeError, KeyError, AttributeError):
        try:
            raw = json.loads(path.read_bytes())
        except OSError as error:
            raise CollectionError(
                "collection.unreadable", name=path.name, detail=str(error), path=path
            ) from error
        if raw["format"] == FORMAT and raw["format_version"] == FORMAT_VERSION:
            return make(raw)
    raise CollectionError("collection.unreadable", name=path.name, path=path)
