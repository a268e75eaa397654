"""Files that are there whole or not at all: written beside their path, then renamed over it.

What a killed process leaves behind ends in .part (or lies in a .draft- folder); whoever owns the
folder clears it away. What is written is not known here, and errors stay OSErrors.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from core.temporary_folders import PROCESS_MARK, is_gone, process_mark, temporary_folder

_OPEN_STREAMS = ("/dev", "/dev/fd", "/proc/self/fd")
PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
PARTIAL_SUFFIX = ".part"
DRAFT_MARK = rf"\.(?P<mark>{PROCESS_MARK}){re.escape(PARTIAL_SUFFIX)}"  # behind a file's name
_DRAFT = re.compile(rf"(?P<name>.+){DRAFT_MARK}")
_MAX_NAME_BYTES = 230  # of the name in a draft's: 255 fit in all
DRAFT_PREFIX = ".draft-"
FORMER_SUFFIX = "-former"  # behind a draft's name: what it takes the place of


@contextlib.contextmanager
def atomic_write(path: Path, *, synced: bool = False, shared: bool = False) -> Iterator[Path]:
    """Give a path to write to; what stands there takes the place of `path` when the block ends.

    If the block raises (a cancel too), it is deleted and `path` stays as it was. The folder must
    exist. A link stays one, and what it leads to is replaced; a device or a pipe is written into.
    synced: have the disk hold the bytes before the name does, against a power cut. shared:
    others may read it as the system's umask allows; otherwise a new file is its owner's alone. Then
    the folder is the user's, and what killed processes have left of the file there is cleared, too.
    """
    if is_stream(path):
        with temporary_folder("stream") as folder:
            finished = folder / "finished"
            yield finished
            with finished.open("rb") as source, path.open("ab", buffering=0) as target:
                shutil.copyfileobj(source, target)
        return
    if path.is_symlink():
        path = Path(os.path.realpath(path))
    if shared:
        clear_drafts([path])
    with draft_beside(path) as draft:
        if not shared:
            create_private(draft)  # before a byte is in it
        yield draft
        replace_file(draft, path, synced=synced, shared=shared)


@contextlib.contextmanager
def atomic_writes(*paths: Path) -> Iterator[list[Path]]:
    """Give a path to write to for each of several files; all take their places, or none does.

    As atomic_write() of shared files; none may be a device or a pipe.
    """
    paths = tuple(Path(os.path.realpath(path)) if path.is_symlink() else path for path in paths)
    with contextlib.ExitStack() as stack:
        drafts = [stack.enter_context(draft_beside(path)) for path in paths]
        yield drafts
        replace_files(zip(drafts, paths, strict=True))


def is_stream(path: Path) -> bool:
    """Tell whether a path is a device, a pipe or a socket, whose place no file may take.

    So is an open stream, also one that a shell has led into a file: it is written behind.
    """
    if os.path.dirname(os.path.abspath(path)) in _OPEN_STREAMS:
        return path.exists()
    return path.exists() and not (path.is_file() or path.is_dir())


@contextlib.contextmanager
def draft_beside(path: Path) -> Iterator[Path]:
    """Give a path of the same disk as `path` to write to; what is still there at the end goes."""
    draft = path.with_name(f"{_shortened(path.name)}.{process_mark()}{PARTIAL_SUFFIX}")
    try:
        yield draft
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def clear_drafts(paths: Iterable[Path]) -> int:
    """Delete the drafts beside some files that processes which are gone have left; count them.

    Also those of former processes with this one's number: it drafts a file once at a time.
    """
    names: dict[Path, set[str]] = {}
    for path in paths:
        names.setdefault(path.parent, set()).add(_shortened(path.name))
    n_cleared = 0
    for folder, wanted in names.items():
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                found = _DRAFT.fullmatch(entry.name)
                if found and found["name"] in wanted and _is_left(found["mark"]):
                    os.unlink(entry.path)
                    n_cleared += 1
    return n_cleared


def _is_left(mark: str) -> bool:
    return mark == process_mark() or is_gone(mark)


def _shortened(name: str) -> str:
    """Return as much of a file's name as leaves room for a draft's mark."""
    while len(os.fsencode(name)) > _MAX_NAME_BYTES:
        name = name[:-1]
    return name


def write_text(path: Path, text: str) -> None:
    r"""Write a UTF-8 text file, whole or not at all. Raises OSError.

    Bytes of a file name that are no UTF-8 are written \udc80 to \udcff, which JSON reads as them.
    """
    with atomic_write(path) as partial:
        partial.write_text(text, encoding="utf-8", errors="backslashreplace")


def copy_file(source: Path, path: Path, *, synced: bool = False, shared: bool = False) -> None:
    """Copy a file's bytes, all or none of them. Raises OSError."""
    with atomic_write(path, synced=synced, shared=shared) as partial:
        shutil.copyfile(source, partial)


def replace_file(finished: Path, path: Path, *, synced: bool = False, shared: bool = False) -> None:
    """Rename a finished file of the same disk to `path`, over an old one. Raises OSError.

    Who may read it stays as it was; a new file is its owner's alone, unless it is shared.
    """
    if path.exists():
        finished.chmod(stat.S_IMODE(path.stat().st_mode))
    elif not shared:
        finished.chmod(PRIVATE_FILE)
    if synced:
        sync_file(finished)
    os.replace(finished, path)
    if synced:
        sync_folder(path.parent)


def replace_files(moves: Iterable[tuple[Path, Path]]) -> None:
    """Rename finished files, each over its path on the same disk, all of them or none.

    New ones are shared, see atomic_write(). Raises OSError.
    """
    moves, replaced = list(moves), list[tuple[Path, Path]]()
    try:
        for finished, path in moves:
            _keep(path, _former(finished))
        for finished, path in moves:
            replace_file(finished, path, shared=True)
            replaced.append((finished, path))
    except BaseException:
        for finished, path in replaced:
            with contextlib.suppress(OSError):
                former = _former(finished)
                former.replace(path) if former.exists() else path.unlink()
        raise
    finally:
        for finished, _path in moves:
            with contextlib.suppress(OSError):
                _former(finished).unlink(missing_ok=True)


def _former(finished: Path) -> Path:
    return finished.with_name(finished.name + FORMER_SUFFIX)


def _keep(path: Path, former: Path) -> None:
    """Give a file that is to be replaced another name, too."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists():
        try:
            os.link(path, former)
        except OSError:  # a disk without links
            shutil.copy2(path, former)


@contextlib.contextmanager
def made_folder(folder: Path) -> Iterator[None]:
    """Make a folder and those above it; where the block raises, those are gone that were made.

    What they hold by then stays. Raises OSError.
    """
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for path in missing:
            with contextlib.suppress(OSError):
                path.rmdir()
        raise


def private_folder(folder: Path) -> None:
    """Make a folder and those above it for their owner alone; what is there stays as it is.

    Raises OSError.
    """
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        path.chmod(PRIVATE_FOLDER)  # whatever the umask left of it
    folder.mkdir(exist_ok=True)  # an error, where a file has its name


def existing_parent(folder: Path) -> Path:
    """Return a folder, or the nearest one above it that is there."""
    return next((parent for parent in (folder, *folder.parents) if parent.exists()), folder)


def free_bytes(folder: Path) -> int:
    """Return the room on the disk of a folder that need not exist yet; 0 if nobody knows."""
    try:
        return shutil.disk_usage(existing_parent(folder)).free
    except OSError:
        return 0


def create_private(path: Path) -> None:
    """Make an empty file for its owner alone; one that is there stays as it is. Raises OSError."""
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, PRIVATE_FILE))
        path.chmod(PRIVATE_FILE)  # whatever the umask left of it


def sync_file(path: Path) -> None:
    """Have the disk hold all bytes of a file. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have the disk hold the names in a folder; nothing where folders cannot be synchronised."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def draft_folder(folder: Path) -> Iterator[Path]:
    """A folder inside `folder` (made if need be) to prepare files in; gone when the block ends."""
    private_folder(folder)
    draft = Path(tempfile.mkdtemp(prefix=DRAFT_PREFIX, dir=folder))
    try:
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def partials_of(path: Path) -> list[Path]:
    """What unfinished writes of `path` have left, with the journals SQLite keeps beside them."""
    draft = rf"{re.escape(_shortened(path.name))}{DRAFT_MARK}"
    plain = re.escape(path.name + PARTIAL_SUFFIX)
    name = re.compile(rf"({draft}|{plain})(-\w+)?")
    return [file for file in path.parent.iterdir() if name.fullmatch(file.name)]


class PartialFile:
    """A binary file that grows before its path is known: end it by close_as or discard."""

    def __init__(self, folder: Path) -> None:
        private_folder(folder)
        descriptor, name = tempfile.mkstemp(suffix=PARTIAL_SUFFIX, dir=folder)
        self.file: BinaryIO = os.fdopen(descriptor, "wb")
        self._path = Path(name)

    def close_as(self, path: Path) -> None:
        """Close the file and move it to `path`, whose folder is made. Raises OSError."""
        self.file.close()
        private_folder(path.parent)
        replace_file(self._path, path)

    def close_as_new(self, path: Path) -> None:
        """Close the file and move it to `path`; one that is there already stays. Raises OSError."""
        self.file.close()
        private_folder(path.parent)
        try:
            os.link(self._path, path)  # no other process can come between
        except FileExistsError:
            return
        except OSError:  # a disk without links
            if not path.exists():
                replace_file(self._path, path)

    def discard(self) -> None:
        """Close and delete the file; nothing happens where it has its path already."""
        with contextlib.suppress(OSError):
            self.file.close()
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
