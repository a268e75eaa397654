"""The plan of a collection: made once, by the first part, and held to by all others."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from core.collection.collection_folder import CollectionFolder
from core.collection.collection_records import Identity, Plan, PlannedModel, ShardRecord
from core.errors import CollectionError
from core.exchange.model_files.model_archive import copy_in
from core.messages import Message, message
from core.models.card import card_path, code_version, read_card
from core.models.probe_form import side_recipes


@dataclass(frozen=True, slots=True)
class Storage:
    """What is kept where. cache: a folder of its own for features and embeddings."""

    cache: Path | None = None
    keeps_features: bool = True


BESIDE_THE_PLAN = Storage()


def make_plan(
    folder: CollectionFolder,
    songs: Sequence[Path],
    models: Iterable[Path],
    source: Path,
    storage: Storage = BESIDE_THE_PLAN,
) -> Plan:
    """Copy the models beside a new plan and store it; return another process's if it was quicker.

    Raises CollectionError, ModelError.
    """
    return folder.add_plan(
        Plan(
            version=code_version(),
            source=str(source),
            root=_common_folder(songs),
            cache=storage.cache.absolute() if storage.cache else None,
            keeps_features=storage.keeps_features,
            models=tuple(_planned(folder, path) for path in models),
            songs=tuple(songs),
        )
    )


def _common_folder(songs: Sequence[Path]) -> Path:
    """Return the deepest folder that all songs lie below."""
    try:
        return Path(os.path.commonpath([path.parent for path in songs]))
    except ValueError:  # on several drives
        return Path(songs[0].anchor)


def _planned(folder: CollectionFolder, path: Path) -> PlannedModel:
    digest = read_card(path).weights_digest
    there = folder.models.glob("*.safetensors")
    kept = next((file for file in there if _has_digest(file, digest)), None)
    copy = kept or copy_in(path, folder.models)
    card = read_card(copy)
    recipes = tuple(recipe.key for recipe in (card.recipe, *side_recipes(card)))
    return PlannedModel(card.name, digest, str(copy.relative_to(folder.path)), recipes)


def _has_digest(file: Path, digest: str) -> bool:
    return card_path(file).exists() and read_card(file).weights_digest == digest


def ensure_same_request(
    folder: CollectionFolder,
    plan: Plan,
    source: Path | None,
    digests: Sequence[str],
    storage: Storage = BESIDE_THE_PLAN,
) -> None:
    """Raise CollectionError where a plan was made otherwise than is asked.

    source, digests (of models), storage: empty where nothing of it was asked.
    """
    if source is not None and str(source) != plan.source:
        raise CollectionError(
            "collection.other_source", name=plan.source, wanted=source, path=folder.plan_file
        )
    cache = storage.cache and storage.cache.absolute()
    if (cache and cache != plan.cache) or (plan.keeps_features and not storage.keeps_features):
        raise CollectionError(
            "collection.mixed", name=folder.plan_file.name, what=message("collection.what_storage"),
            found=_storage_text(plan.cache, plan.keeps_features),
            wanted=_storage_text(cache, storage.keeps_features), path=folder.plan_file,
        )  # fmt: skip
    if digests:
        wanted = replace(plan.identity, models=tuple(digests))
        _ensure_equal(folder.plan_file, plan.identity, wanted)


def ensure_unmixed(
    folder: CollectionFolder, plan: Plan, of: int, version: str = ""
) -> tuple[ShardRecord, ...]:
    """Return the records of all parts that have begun.

    of: how many parts there are to be; 0: as many as the first record says. version: the
    program's, where it is to go on. Raises CollectionError where anything was made otherwise.
    """
    if version and plan.version != version:
        wanted = replace(plan.identity, version=version)
        _ensure_equal(folder.plan_file, plan.identity, wanted)
    records = []
    for file, record in folder.shards():
        of = of or record.shard.of
        _ensure_equal(file, record.identity, replace(plan.identity, of=of))
        records.append(record)
    return tuple(records)


def _ensure_equal(file: Path, found: Identity, wanted: Identity) -> None:
    """Raise CollectionError that says what differs in a file."""
    for field in Identity.__slots__:
        one, other = getattr(found, field), getattr(wanted, field)
        if one != other:
            raise CollectionError(
                "collection.mixed", name=file.name, what=_noun(field), found=_text(one),
                wanted=_text(other), path=file,
            )  # fmt: skip


def _noun(field: str) -> Message:
    nouns = {
        "version": message("collection.what_version"),
        "models": message("collection.what_models"),
        "recipes": message("collection.what_recipes"),
        "songs": message("collection.what_songs"),
        "of": message("collection.what_parts"),
    }
    return nouns[field]


def _storage_text(cache: Path | None, keeps_features: bool) -> str:
    words = [f"--cache {cache}"] if cache else []
    return ", ".join(words if keeps_features else [*words, "--no-features"]) or "–"


def _text(value: object) -> str:
    return ", ".join(value) or "–" if isinstance(value, tuple) else str(value)
