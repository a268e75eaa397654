"""A file's successor beside it: made of pieces, with its owner and rights, checked, then renamed.

Nothing here changes a file that is there but replace(), which does it at once and as a whole.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from core.atomic_files import draft_beside, sync_file, sync_folder
from core.audio.decode import AudioReader
from core.audio.file_stats import FileStats
from core.audio.hashing import AudioHasher
from core.errors import AudioError
from core.exchange.file_tags.tag_codec import UnreadableTags
from core.exchange.file_tags.tag_pieces import Piece, write_pieces
from core.jobs import JobContext


@contextlib.contextmanager
def draft_of(path: Path, pieces: Sequence[Piece]) -> Iterator[Path]:
    """Give the successor of a file, synchronised with the disk; gone when the block ends.

    Raises UnreadableTags where it cannot have the same owner, rights and attributes; OSError.
    """
    with draft_beside(path) as draft:
        try:
            with path.open("rb") as source, draft.open("xb") as target:
                write_pieces(pieces, source, target)
        except EOFError as error:
            raise UnreadableTags("exchange.tags_file_changed") from error
        now = draft.stat()
        shutil.copystat(path, draft)
        _keep_owner(path, draft)
        _keep_attributes(path, draft)
        os.utime(draft, ns=(now.st_atime_ns, now.st_mtime_ns))
        sync_file_of(draft)
        yield draft


def sync_file_of(draft: Path) -> None:
    """Have the disk hold a draft, which may be for reading only. Raises OSError."""
    try:
        sync_file(draft)
    except PermissionError:
        if os.name == "nt":  # which lets nobody replace a file for reading only either
            raise
        descriptor = os.open(draft, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def replace(draft: Path, path: Path, stats: FileStats) -> FileStats:
    """Put a draft in a file's place, if that is as it looked; return how it looks now.

    Raises UnreadableTags where it has changed, OSError.
    """
    if FileStats.read(path) != stats:
        raise UnreadableTags("exchange.tags_file_changed")
    os.replace(draft, path)
    sync_folder(path.parent)
    now = FileStats.read(path)
    if now is None:
        raise UnreadableTags("exchange.tags_file_changed")
    return now


def sound_of(path: Path, job: JobContext) -> str:
    """Return the audio hash of a file, decoded in full; "" where it cannot be. Raises Cancelled."""
    try:
        with AudioReader(path) as reader:
            hasher = AudioHasher(reader.info.rate_hz, reader.info.channels)
            for block in reader.blocks():
                job.check()
                hasher.update(block)
    except AudioError:
        return ""
    return hasher.hexdigest()


def _keep_owner(path: Path, draft: Path) -> None:
    if not hasattr(os, "chown"):
        return
    old, new = path.stat(), draft.stat()
    if (old.st_uid, old.st_gid) == (new.st_uid, new.st_gid):
        return
    try:
        os.chown(draft, old.st_uid, old.st_gid)
        draft.chmod(old.st_mode & 0o7777)  # a change of the owner may take some of it away
    except OSError as error:
        raise UnreadableTags("exchange.tags_owner") from error


def _keep_attributes(path: Path, draft: Path) -> None:
    """See that the draft has all extended attributes. Raises UnreadableTags."""
    if sys.platform == "linux":
        try:
            names = os.listxattr(path)
        except OSError:  # a file system without any
            return
        for name in names:
            value = os.getxattr(path, name)
            try:
                if name not in os.listxattr(draft) or os.getxattr(draft, name) != value:
                    os.setxattr(draft, name, value)
            except OSError as error:
                raise UnreadableTags("exchange.tags_attributes") from error
