"""What an experiment's folder says of itself, so that its results can be read anywhere.

Names of songs and artists are not in it: songs have their audio hash, artists a number.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core import messages
from core.atomic_files import write_text
from core.audio.deformations import DEFORMATIONS, Condition
from core.errors import ExperimentError
from core.experiments.cells import cannot_write
from core.experiments.plan import Cell, Variant
from core.library.records import CELL_NOT_JUDGED, CELL_UNSURE

FILE, FORMAT, VERSION = "experiment.json", "rhythmcap-experiment", 1
_SIGNS = {1: "1", 0: "0", CELL_NOT_JUDGED: "-", CELL_UNSURE: "?"}  # of a decision
_STATES = {sign: state for state, sign in _SIGNS.items()}


@dataclass(frozen=True, slots=True)
class KnownCell:
    """A cell of an experiment, the name of its file, and the rows of the songs it is tested on."""

    cell: Cell
    digest: str
    rows: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class ExperimentRecord:
    """An experiment: its songs, and its cells, finished or not.

    states: int8 (n_songs, n_tags), as in Labels. groups: (n_songs,), a number per artist. model:
    whose embeddings were used. n_frozen: songs kept from all other learning. by_artist: whether the
    folds keep artists together. n_left_out: songs that could not be read. remarks: sentences on
    how it was done.
    """

    name: str
    model: str
    metrics: tuple[str, ...]
    audio_hashes: tuple[str, ...]
    groups: NDArray[np.int64]
    tag_names: tuple[str, ...]
    states: NDArray[np.int8]
    cells: tuple[KnownCell, ...]
    by_artist: bool = True
    n_frozen: int = 0
    n_left_out: int = 0
    remarks: tuple[str, ...] = ()


def write_record(folder: Path, record: ExperimentRecord) -> None:
    """Keep the record of an experiment. Raises ExperimentError."""
    tested, numbers = _shared_rows(record.cells)
    stored = {
        "format": FORMAT,
        "version": VERSION,
        "name": record.name,
        "model": record.model,
        "metrics": list(record.metrics),
        "by_artist": record.by_artist,
        "n_frozen": record.n_frozen,
        "n_left_out": record.n_left_out,
        "remarks": [messages.to_stored({"text": text}) for text in record.remarks],
        "tags": list(record.tag_names),
        "songs": [
            {"hash": name, "artist": int(group), "decisions": "".join(_SIGNS[int(s)] for s in row)}
            for name, group, row in zip(
                record.audio_hashes, record.groups, record.states, strict=True
            )
        ],
        "tested": tested,
        "cells": [
            _cell_json(known, number) for known, number in zip(record.cells, numbers, strict=True)
        ],
    }
    path = folder / FILE
    try:
        write_text(path, json.dumps(stored, ensure_ascii=False) + "\n")
    except OSError as error:
        raise cannot_write(path, error) from error


def read_record(folder: Path) -> ExperimentRecord:
    """Read the record of an experiment. Raises ExperimentError where there is none."""
    path = folder / FILE
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        if stored["format"] != FORMAT or int(stored["version"]) > VERSION:
            raise ValueError("of another kind or a newer version")
        return _from_json(stored)
    except FileNotFoundError as error:
        raise ExperimentError("experiments.no_results", name=folder.name, path=folder) from error
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ExperimentError(
            "experiments.damaged", name=folder.name, detail=str(error), path=path
        ) from error


def _from_json(stored: Mapping[str, Any]) -> ExperimentRecord:
    songs, tags = stored["songs"], tuple(map(str, stored["tags"]))
    states = [[_STATES[sign] for sign in song["decisions"]] for song in songs]
    tested = [np.array(rows, dtype=np.int64) for rows in stored["tested"]]
    if any(len(rows) and not 0 <= rows.min() <= rows.max() < len(songs) for rows in tested):
        raise ValueError("a row without a song")
    return ExperimentRecord(
        name=str(stored["name"]),
        model=str(stored["model"]),
        metrics=tuple(map(str, stored["metrics"])),
        audio_hashes=tuple(str(song["hash"]) for song in songs),
        groups=np.array([int(song["artist"]) for song in songs], dtype=np.int64),
        tag_names=tags,
        states=np.array(states, dtype=np.int8).reshape(len(songs), len(tags)),
        cells=tuple(_cell_from_json(cell, tested) for cell in stored["cells"]),
        by_artist=bool(stored["by_artist"]),
        n_frozen=int(stored["n_frozen"]),
        n_left_out=int(stored["n_left_out"]),
        remarks=tuple(str(messages.from_stored(text)["text"]) for text in stored["remarks"]),
    )


def _shared_rows(cells: tuple[KnownCell, ...]) -> tuple[list[list[int]], list[int]]:
    """List every set of tested songs once, and which of them every cell has."""
    tested: list[list[int]] = []
    number_of: dict[bytes, int] = {}
    numbers = []
    for known in cells:
        number = number_of.setdefault(known.rows.tobytes(), len(tested))
        if number == len(tested):
            tested.append(known.rows.tolist())
        numbers.append(number)
    return tested, numbers


def _cell_json(known: KnownCell, tested: int) -> dict[str, Any]:
    cell = known.cell
    return {
        "digest": known.digest,
        "system": cell.variant.system,
        "parameters": [list(pair) for pair in cell.variant.parameters],
        "labelled": cell.budget,
        "seed": cell.seed,
        "kind": cell.kind,
        "repetition": cell.repetition,
        "fold": cell.fold,
        "condition": None
        if cell.condition is None
        else [cell.condition.deformation, cell.condition.strength],
        "tested": tested,
    }


def _cell_from_json(stored: Mapping[str, Any], tested: list[NDArray[np.int64]]) -> KnownCell:
    parameters = tuple((str(name), value) for name, value in stored["parameters"])
    budget = stored["labelled"]
    cell = Cell(
        Variant(str(stored["system"]), parameters),
        None if budget is None else int(budget),
        int(stored["seed"]),
        str(stored["kind"]),
        int(stored["repetition"]),
        int(stored["fold"]),
        _condition(stored.get("condition")),
    )
    digest = str(stored["digest"])
    if not digest.isalnum():  # it is a file's name
        raise ValueError("a digest that is none")
    return KnownCell(cell, digest, tested[int(stored["tested"])])


def _condition(stored: Any) -> Condition | None:
    if stored is None:
        return None
    name, strength = stored
    if name not in DEFORMATIONS:
        raise ValueError(f"a deformation {name!r} that there is not")
    return Condition(str(name), float(strength))
