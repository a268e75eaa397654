"""Which rows of a table may be lost: those that no whole page, and no count, says are not there.

A row that is missing where everything can be read was deleted, and must not come back.
"""

from __future__ import annotations

import bisect
import functools
from collections.abc import Collection, Mapping

from core.library.db.row_digests import TABLE as DIGESTS
from core.library.db.row_digests import block_of
from core.library.recovery.page_owner import OwnedPages


class Gaps:
    """Of one table. counts: how many rows each block of ids had, where that is known."""

    def __init__(
        self, pages: OwnedPages, table: str, found: Collection[int], counts: Mapping[int, int]
    ) -> None:
        self._pages, self._table = pages, table
        found_in: dict[int, int] = {}
        for row_id in found:
            found_in[block_of(row_id)] = found_in.get(block_of(row_id), 0) + 1
        self._complete = {block: found_in.get(block, 0) >= n for block, n in counts.items()}
        self._found = found
        # Where all counts can be read and none is short, no page need be searched for lost rows.
        counted = bool(counts) and DIGESTS not in pages.damaged
        self.are_none = counted and all(self._complete.values())

    def may_hold(self, row_id: int) -> bool:
        """Return whether a row of this id, which was not found, can have been lost."""
        if row_id in self._found:
            return False
        if (complete := self._complete.get(block_of(row_id))) is not None:
            return not complete
        at = bisect.bisect_right(self._ranges, row_id, key=lambda pair: pair[0]) - 1
        return at < 0 or row_id > self._ranges[at][1]

    @functools.cached_property
    def _ranges(self) -> list[tuple[int, int]]:
        """Read all pages of the table, where it is not counted what is lost."""
        return sorted(self._pages.whole_ranges(self._table))
