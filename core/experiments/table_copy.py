"""A table of results that was kept, and what explains its columns, copied to where it is wanted."""

from __future__ import annotations

from pathlib import Path

from core.atomic_files import copy_file, is_stream
from core.experiments.cells import table_not_written


def columns_file(table: Path) -> Path:
    """Return the file beside a table that explains its columns."""
    return table.with_name(f"{table.stem}-columns.csv")


def copy_table(table: Path, path: Path) -> tuple[Path, ...]:
    """Copy a table and what explains it; return the new files. Raises ExperimentError."""
    pairs = [(table, path)]
    if not is_stream(path):
        pairs.append((columns_file(table), columns_file(path)))
    for source, target in pairs:
        try:
            copy_file(source, target, shared=True)
        except OSError as error:
            raise table_not_written(target, error) from error
    return tuple(target for _, target in pairs)
