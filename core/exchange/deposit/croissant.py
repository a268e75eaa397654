"""A deposit as Croissant 1.0 JSON-LD (MLCommons), which machine-learning tools read."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from core.exchange.deposit.deposit_records import (
    CROISSANT,
    WRITTEN_LAST,
    Contents,
    DepositOptions,
)

CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataBiases": "cr:dataBiases",
    "dataCollection": "cr:dataCollection",
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "personalSensitiveInformation": "cr:personalSensitiveInformation",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
FLOATS = frozenset(
    {"duration_s", "intensity", "start_s", "end_s", "score", "a_start_s", "a_end_s", "b_start_s",
     "b_end_s", "x_start_s", "x_end_s"}
)  # fmt: skip
INTEGERS = frozenset(
    {"year", "rate_hz", "channels", "n_yes", "n_no", "n_unsure", "n_disagreed", "n_parts", "truth",
     "guess_visible", "codebook_version", "test", "trial"}
)  # fmt: skip
TABLES = (
    "data/songs.csv", "data/decisions.csv", "data/repeats.csv", "data/abx-tests.csv",
    "codebook/codebook.csv", "codebook/examples.csv", "codebook/rules.csv", "model/scores.csv",
)  # fmt: skip


def write_croissant(contents: Contents, options: DepositOptions, digests: dict[str, str]) -> None:
    """Write croissant.json. digests: SHA-256 of the files by name. Raises OSError."""
    tables = [name for name in TABLES if name in contents.files]
    names = " and ".join(creator.name for creator in options.creators)
    content = {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": options.title,
        "description": options.description or options.title,
        "license": options.licence_page,
        "url": options.licence_page,
        "version": options.version,
        "datePublished": options.published,
        "citeAs": f"{names} ({options.published[:4]}): {options.title}.",
        "creator": [{"@type": "sc:Person", "name": c.name} for c in options.creators],
        "distribution": [_file(name, contents, digests) for name in tables],
        "recordSet": [_records(name, contents.folder / name) for name in tables],
    }
    path = contents.add(CROISSANT, WRITTEN_LAST[CROISSANT])
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _file(name: str, contents: Contents, digests: dict[str, str]) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": name,
        "name": name,
        "description": contents.files[name],
        "contentUrl": name,
        "contentSize": f"{(contents.folder / name).stat().st_size} B",
        "encodingFormat": "text/csv",
        "sha256": digests[name],
    }


def _records(name: str, path: Path) -> dict[str, Any]:
    with path.open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    record_set = Path(name).stem
    return {
        "@type": "cr:RecordSet",
        "@id": record_set,
        "name": record_set,
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{record_set}/{column}",
                "name": column,
                "dataType": _type(column),
                "source": {"fileObject": {"@id": name}, "extract": {"column": column}},
            }
            for column in columns
        ],
    }


def _type(column: str) -> str:
    if column in FLOATS:
        return "sc:Float"
    return "sc:Integer" if column in INTEGERS else "sc:Text"
