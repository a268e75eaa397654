"""A Frictionless data package: what a table beside it holds, for programs and archives.

The fields of its schema have the types of the Table Schema (string, number, integer, boolean,
datetime); see https://specs.frictionlessdata.io.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from core.exchange.label_source import LabelSource
from core.exchange.tables.cell_records import to_cell
from core.folding import fold
from core.library.text import utc_now
from core.messages import message

NO_LICENCE = "notspecified"  # as the Open Definition's list of licences calls it


@dataclass(frozen=True, slots=True)
class TableField:
    """A column of a table. kind: its type in a Table Schema. values: all that it may hold.

    title: what it is about, where that is not its name.
    """

    name: str
    meaning: str
    kind: str = "string"
    values: tuple[str, ...] = ()
    title: str = ""


def package_of(
    source: LabelSource, file: str, fields: Sequence[TableField], delimiter: str
) -> dict[str, Any]:
    """Return the data package of a table and its dictionary of columns, as JSON. file: its name."""
    stem, suffix = PurePath(file).stem, PurePath(file).suffix.removeprefix(".").casefold() or "csv"
    title = f"Decisions of the RhythmCap library {source.library.path.name}"
    return {
        "profile": "tabular-data-package",
        "name": slug(stem),
        "title": title,
        "created": utc_now(),
        "licenses": [{"name": NO_LICENCE, "title": message("exchange.no_licence")}],
        "sources": [{"title": title}],
        "contributors": [
            {"title": name, "role": "contributor"} for name in source.annotator_names
        ],
        "resources": [
            _resource(slug(stem), file, suffix, delimiter, fields),
            _resource(
                f"{slug(stem)}-columns", f"{stem}-columns.csv", "csv", ",",
                (TableField("column", "name of a column"), TableField("meaning", "what it holds")),
            ),
        ],
    }  # fmt: skip


def slug(text: str) -> str:
    """Write a name as a package may have it: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-") or "decisions"


def _resource(
    name: str, file: str, suffix: str, delimiter: str, fields: Sequence[TableField]
) -> dict[str, Any]:
    is_csv = delimiter == ","
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": file,
        "format": suffix,
        "mediatype": "text/csv" if is_csv else "text/tab-separated-values",
        "encoding": "utf-8",
        "dialect": {"delimiter": delimiter, "header": True},
        "schema": {"fields": [_field(field) for field in fields], "missingValues": [""]},
    }


def _field(field: TableField) -> dict[str, Any]:
    label = to_cell(field.name)  # as it stands in the header
    described: dict[str, Any] = {"name": label, "type": field.kind, "description": field.meaning}
    title = field.title or field.name
    if label != title:
        described["title"] = title
    if field.kind == "boolean":
        described |= {"trueValues": ["1"], "falseValues": ["0"]}
    if field.values:
        described["constraints"] = {"enum": list(field.values)}
    return described
