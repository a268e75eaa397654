"""What a deposit would hold, counted before it is made; what its folder would be called."""

from __future__ import annotations

from pathlib import Path

from core.exchange.deposit.deposit_records import DepositCounts
from core.exchange.files.output import free_file_name
from core.library.colleagues import is_agreed
from core.library.store import Library


def count_deposit(
    library: Library, query: str = "", *, all_annotators: bool = True
) -> DepositCounts:
    """Count what goes in. Raises LibraryError, UsageError for a search that cannot be read."""
    song_ids = library.search.ids(query).tolist() if query else None
    counts = library.annotations.counts_by_annotator(song_ids)
    if not all_annotators:
        mine = library.annotators.current.id
        counts = {mine: counts[mine]} if mine in counts else {}
    settled = {who.id for who in library.annotators.list() if is_agreed(who.name)}
    n_songs = library.songs.count() if song_ids is None else len(song_ids)
    return DepositCounts(n_songs, sum(counts.values()), len(counts.keys() - settled))


def new_folder(parent: Path, title: str, version: str) -> Path:
    """Return a folder for a deposit, like its title and version, that is not there yet."""
    taken = set[str]()
    while True:
        path = parent / free_file_name(f"{title} {version}".strip(), "", taken)
        if not path.exists():
            return path
