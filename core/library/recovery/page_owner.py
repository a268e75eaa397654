"""Which table or index every page of a damaged library belongs to.

From the roots down where the schema and the pages above can be read; by the shape of its records
where they cannot, as the recovery of the sqlite3 program does.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from core.library.db.page_file import PageFile
from core.library.recovery.record_reader import (
    INDEX_INTERIOR,
    INDEX_LEAF,
    TABLE_INTERIOR,
    Record,
    SpoiledText,
    Value,
    children,
    n_cells,
    page_type,
    records,
)
from core.library.recovery.shapes import Column, Shape, shapes_of

_SCHEMA = Shape(
    "sqlite_schema",
    "sqlite_schema",
    (
        Column("type", "TEXT", may_be_null=False),
        Column("name", "TEXT", may_be_null=False),
        Column("tbl_name", "TEXT", may_be_null=False),
        Column("rootpage", "INTEGER", may_be_null=False),
        Column("sql", "TEXT", may_be_null=True),
    ),
    False,
    1,
)
_SCHEMA_TYPES = ("table", "index", "trigger", "view")
RECORDS_LOOKED_AT = 20  # of a page, to find whose it is


class OwnedPages:
    """The records of a damaged library, table by table and index by index.

    damaged: tables and indexes of which a page is lost, or may be. version: the library's.
    """

    def __init__(self, file: PageFile) -> None:
        self._file = file
        self.version = file.version()
        self.shapes = shapes_of(self.version)
        self._pages: dict[str, list[int]] = {name: [] for name in self.shapes}
        self._seen = {1}
        self.damaged = set[str]()
        self._walk_from_roots(self._roots())
        self._seen |= file.free_pages()  # what can be reached is in use, whatever their list says
        self._assign_unreached()

    def records(self, name: str) -> Iterator[Record]:
        """Yield the records of a table or index, those found from its root first."""
        shape = self.shapes[name]
        for number in self._pages[name]:
            for record in records(self._file, number):
                if shape.fits(record):
                    yield record

    def whole_ranges(self, table: str) -> Iterator[tuple[int, int]]:
        """Yield (first, last) row id of every page of a table of which no record is lost."""
        shape = self.shapes[table]
        for number in self._pages[table]:
            page = self._file.page(number)
            found = [record for record in records(self._file, number) if is_whole(record, shape)]
            ids = [record.row_id for record in found if record.row_id is not None]
            if page is not None and ids and len(ids) == n_cells(page, number):
                yield min(ids), max(ids)

    def _roots(self) -> dict[str, int]:
        """Map names to root pages, as the schema says; a new library's where it does not."""
        known: dict[str, int] = {}
        for number in (*self._below(1), *self._unreached_schema_pages()):
            for record in records(self._file, number):
                if _is_schema(record):
                    _, name, _, root, _ = record.values
                    known.setdefault(str(name), _page_number(root))
        return {
            name: known[name] if name in known else self._usual_root(shape, set(known.values()))
            for name, shape in self.shapes.items()
        }

    def _unreached_schema_pages(self) -> list[int]:
        found = []
        for number in range(2, self._file.n_pages + 1):
            if number in self._seen or page_type(self._file.page(number), number) != 0x0D:
                continue
            first = next(records(self._file, number), None)
            if first is not None and _is_schema(first):
                self._seen.add(number)
                found.append(number)
        return found

    def _usual_root(self, shape: Shape, taken: set[int]) -> int:
        """Return the root that this table has in a new library, if its records stand there."""
        if shape.root in taken or shape.root in self._seen:
            return 0
        first = next(records(self._file, shape.root), None)
        return shape.root if first is not None and shape.fits(first) else 0

    def _walk_from_roots(self, roots: dict[str, int]) -> None:
        for name, root in roots.items():
            if not root or not page_type(self._file.page(root), root):
                self.damaged.add(name)
                continue
            self._pages[name] += self._below(root, name)

    def _below(self, root: int, name: str = "") -> list[int]:
        """Return the pages with records at and below a page, in the order of their keys."""
        found, ahead = [], [root]
        while ahead:
            number = ahead.pop()
            page = self._file.page(number)
            kind = page_type(page, number)
            if number != 1 and number in self._seen:
                continue
            if page is None or not kind or (name and not self._can_own(name, number, kind)):
                self.damaged.add(name)
                continue
            self._seen.add(number)
            if kind in (TABLE_INTERIOR, INDEX_INTERIOR):
                ahead += reversed(children(page, number))
            if kind != TABLE_INTERIOR:
                found.append(number)
        return found

    def _can_own(self, name: str, number: int, kind: int) -> bool:
        """Return whether a page holds records of this table, or can lead to some, or is empty."""
        shape = self.shapes[name]
        if shape.in_index != (kind in (INDEX_INTERIOR, INDEX_LEAF)):
            return False
        sample = islice(records(self._file, number), RECORDS_LOOKED_AT)
        first = next(sample, None)
        return first is None or shape.fits(first) or any(map(shape.fits, sample))

    def _assign_unreached(self) -> None:
        """Give pages without a known way to them to the table their records fit."""
        for number in range(2, self._file.n_pages + 1):
            if number not in self._seen and page_type(self._file.page(number), number):
                owner = self._owner_by_shape(number)
                if owner:
                    self._pages[owner].append(number)

    def _owner_by_shape(self, number: int) -> str:
        sample = list(islice(records(self._file, number), RECORDS_LOOKED_AT))
        if not sample:
            return ""
        fitting = [name for name, shape in self.shapes.items() if all(map(shape.fits, sample))]
        lost = [name for name in fitting if name in self.damaged]
        fullest = [
            name
            for name in lost or fitting
            if len(self.shapes[name].columns) == len(sample[0].values)
        ]
        candidates = fullest or lost or fitting
        return candidates[0] if len(candidates) == 1 else ""


def is_whole(record: Record, shape: Shape) -> bool:
    """Return whether a record fits, and all of its texts can be read."""
    return shape.fits(record) and not any(type(value) is SpoiledText for value in record.values)


def _is_schema(record: Record) -> bool:
    return _SCHEMA.fits(record) and record.values[0] in _SCHEMA_TYPES


def _page_number(value: Value) -> int:
    return value if isinstance(value, int) else 0
