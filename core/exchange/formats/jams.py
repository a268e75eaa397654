"""JAMS, the JSON of music information retrieval: a file a song, read as a folder or one by one.

Tags stand in the namespace tag_open, an annotation an annotator and category. JAMS knows no "no"
and no "unsure": these, and all that it has no field for, stand in the annotation's sandbox, in
`rhythmcap`; other programs see the yes. Source: E. Humphrey et al., "JAMS: a JSON annotated music
specification for reproducible MIR research", ISMIR 2014, and the schema of version 0.3.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from core.exchange.files.label_files import has_files
from core.exchange.files.output import free_file_name, output_folder
from core.exchange.format_records import ExportOptions, LabelFormat, Target, Written
from core.exchange.formats.jams_reading import read_jams
from core.exchange.formats.jams_records import (
    COMPRESSED,
    JAMS_VERSION,
    OWN,
    OWN_VERSION,
    SUFFIX,
    TAG_OPEN,
)
from core.exchange.label_source import LabelSource, SongLabels
from core.jobs import JobContext
from core.library.records import Annotation, State
from core.printable import json_text

PROGRAM = "RhythmCap"
GZIP, JSON = b"\x1f\x8b", b"{"


def write_jams(
    source: LabelSource, path: Path, _options: ExportOptions, job: JobContext
) -> Written:
    """Write a file for every song that has decisions or a note.

    Raises ExchangeError, and then none of them is there; Cancelled.
    """
    names, taken, n_rows = list[str](), set[str](), 0
    with output_folder(path) as draft:
        for labels in source.songs(job):
            if labels.decisions or labels.song.note:
                names.append(free_file_name(labels.song.path.stem, SUFFIX, taken))
                text = json_text(jams_of(source, labels)) + "\n"
                (draft / names[-1]).write_text(text, encoding="utf-8")
                n_rows += len(labels.decisions)
    return Written(tuple(path / name for name in names), n_rows)


def jams_of(source: LabelSource, labels: SongLabels) -> dict[str, Any]:
    """Return what a file says of one song, as JSON values."""
    song = labels.song
    parts: dict[tuple[int, str], list[Annotation]] = {}
    for decision in labels.decisions:
        key = decision.annotator_id, source.category_of(decision.tag_id)
        parts.setdefault(key, []).append(decision)
    own = {"version": OWN_VERSION, "year": song.year, "note": song.note}
    return {
        "annotations": [
            _annotation(source, song.duration_s, decisions) for decisions in parts.values()
        ],
        "file_metadata": {
            "title": song.title,
            "artist": song.artist,
            "release": song.album,
            "duration": song.duration_s,
            "identifiers": {"audio_hash": song.audio_hash, "file_name": song.path.name},
            "jams_version": JAMS_VERSION,
        },
        "sandbox": {OWN: _filled(own)},
    }


def _annotation(
    source: LabelSource, duration_s: float, decisions: list[Annotation]
) -> dict[str, Any]:
    """Return what one annotator says on tags of one category."""
    tags = {decision.tag_id: source.tags[decision.tag_id] for decision in decisions}
    own = {
        "version": OWN_VERSION,
        "category": source.category_of(decisions[0].tag_id),
        "definitions": {tag.name: tag.definition for tag in tags.values() if tag.definition},
        "decisions": [_decision(source, decision) for decision in decisions],
    }
    data = [
        _observation(tags[decision.tag_id].name, decision, duration_s)
        for decision in decisions
        if decision.state is State.YES
    ]
    return {
        "namespace": TAG_OPEN,
        "annotation_metadata": _metadata(source, decisions),
        "time": 0.0,
        "duration": duration_s,
        "data": sorted(data, key=lambda observation: float(observation["time"])),
        "sandbox": {OWN: _filled(own)},
    }


def _metadata(source: LabelSource, decisions: list[Annotation]) -> dict[str, Any]:
    annotator = source.annotators.get(decisions[0].annotator_id)
    curator = source.library.annotators.current
    person = {"name": annotator.name, "email": annotator.email} if annotator else {}
    return {
        "curator": {"name": curator.name, "email": curator.email},
        "annotator": _filled(person),
        "version": max(decision.updated_at for decision in decisions),
        "corpus": Path(source.library.path).stem,
        "annotation_tools": PROGRAM,
        "annotation_rules": f"{PROGRAM} codebook, version {_versions(decisions)}",
        "validation": _validation(decisions),
        "data_source": "manual",
    }


def _versions(decisions: Iterable[Annotation]) -> str:
    """Return the codebook's versions that the decisions were made under."""
    versions = sorted({decision.codebook_version for decision in decisions})
    first, last = versions[0], versions[-1]
    return str(first) if first == last else f"{first} to {last}"


def _validation(decisions: Iterable[Annotation]) -> str:
    """Say how the decisions were made, in numbers."""
    counts = Counter(decision.source.value for decision in decisions)
    n_visible = sum(decision.guess_visible for decision in decisions)
    parts = [f"{source} {n}" for source, n in sorted(counts.items())]
    return "; ".join((*parts, f"a model's guess was visible {n_visible}"))


def _observation(name: str, decision: Annotation, duration_s: float) -> dict[str, Any]:
    start_s, end_s = decision.start_s, decision.end_s
    whole = start_s is None or end_s is None
    return {
        "time": 0.0 if whole else start_s,
        "duration": duration_s if start_s is None or end_s is None else end_s - start_s,
        "value": name,
        "confidence": None,
    }


def _decision(source: LabelSource, decision: Annotation) -> dict[str, Any]:
    """Return all that is known of a decision."""
    return _filled(
        {
            "tag": source.tags[decision.tag_id].name,
            "state": decision.state.value,
            "intensity": decision.intensity,
            "start_s": decision.start_s,
            "end_s": decision.end_s,
            "source": decision.source.value,
            "guess_visible": decision.guess_visible or None,
            "model": source.models.get(decision.model_id or 0),
            "codebook_version": decision.codebook_version,
            "note": decision.note,
            "created_at": decision.created_at,
            "updated_at": decision.updated_at,
        }
    )


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    """Return what is not empty."""
    return {name: value for name, value in values.items() if value not in (None, "", {})}


def _is_jams(path: Path, head: bytes) -> bool:
    if path.is_dir():
        return has_files(path, (SUFFIX, COMPRESSED))
    return head.startswith(GZIP) or head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(JSON)


FORMAT = LabelFormat(
    "jams",
    "JAMS",
    (SUFFIX, COMPRESSED),
    read=read_jams,
    write=write_jams,
    recognises=_is_jams,
    target=Target.FOLDER,
    lost=("exchange.lost_source",),
    purpose="exchange.for_jams",
)
