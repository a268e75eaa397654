"""Which sound files lie in folders: by their names, hidden ones left out; nothing is opened.

A search stays inside the folders it was given. Links that lead out of them (Wine's z:, a link to /)
are counted and passed over, unless they are to be followed; no folder is searched twice.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.audio.decode import AUDIO_SUFFIXES
from core.folding import sort_key
from core.jobs import SILENT, JobContext

# What the system makes up: a followed link to / would never come to its end there.
_SYSTEM_FOLDERS = frozenset({"/proc", "/sys", "/dev", "/run"})
_JUNCTION = 0xA0000003  # a link to a folder on Windows: its reparse tag


@dataclass(frozen=True, slots=True)
class SoundFiles:
    """Sound files, sorted, each once, and the folders searched. links: those passed over.

    closed: folders of them that cannot be looked into.
    """

    files: tuple[Path, ...]
    folders: tuple[Path, ...] = ()
    links: tuple[Path, ...] = ()
    closed: tuple[Path, ...] = ()


def find_sound_files(
    paths: Iterable[Path], *, follow_links: bool = False, job: JobContext = SILENT
) -> SoundFiles:
    """Find sound files among files and folders. Raises Cancelled.

    Folders are searched to the bottom, by suffix; a file named itself is taken whatever its name,
    and a link named itself is followed.
    """
    paths = list(paths)
    roots = [path for path in paths if path.is_dir()]
    search = _Search(roots, follow_links, job)
    named = [(path, os.path.realpath(path)) for path in paths if not path.is_dir()]
    found: dict[str, Path] = {}
    for file, real in (*named, *search.files()):
        found.setdefault(real, file)
    files = sorted(found.values(), key=lambda path: [sort_key(part) for part in path.parts])
    return SoundFiles(
        tuple(files), tuple(search.folders), tuple(search.links), tuple(search.closed)
    )


class _Search:
    """One walk through several folders. links: passed over, as they lead out of all of them."""

    def __init__(self, roots: list[Path], follow_links: bool, job: JobContext) -> None:
        self._roots = [(root, os.path.realpath(root)) for root in roots]
        self._follow_links, self._job = follow_links, job
        self._seen: set[str] = set()
        self.folders: list[Path] = []
        self.links: list[Path] = []
        self.closed: list[Path] = []

    def files(self) -> Iterator[tuple[Path, str]]:
        """Yield the sound files of the folders and of those below them, with their real paths.

        Those behind links come last, so that a file is known by its own name rather.
        """
        folders, linked_folders = self._roots[::-1], list[tuple[Path, str]]()
        linked_files = list[tuple[Path, str]]()
        while folders or linked_folders:
            folder, real = folders.pop() if folders else linked_folders.pop()
            if not self._begin(folder, real):
                continue
            for entry in reversed(self._entries(folder)):
                path, is_folder = folder / entry.name, _is_folder(entry)
                is_sound = path.suffix.lower() in AUDIO_SUFFIXES and _is_file(entry)
                if not (is_folder or is_sound):
                    continue
                if not _is_link(entry):
                    inside = (path, os.path.join(real, entry.name))
                    if is_folder:
                        folders.append(inside)
                    else:
                        yield inside
                elif (target := self._followed(path)) is not None:
                    (linked_folders if is_folder else linked_files).append((path, target))
        yield from linked_files

    def _entries(self, folder: Path) -> list[os.DirEntry[str]]:
        """Return what a folder holds, but hidden things, sorted; nothing of one that is gone."""
        try:
            with os.scandir(folder) as entries:
                shown = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            if not isinstance(error, FileNotFoundError | NotADirectoryError):
                self.closed.append(folder)
            return []
        return sorted(shown, key=lambda entry: entry.name)

    def _begin(self, folder: Path, real: str) -> bool:
        """Note a folder; False if it was searched already, by whatever name."""
        self._job.check()
        if real in self._seen or (self._follow_links and real in _SYSTEM_FOLDERS):
            return False
        self._seen.add(real)
        self.folders.append(folder)
        return True

    def _followed(self, link: Path) -> str | None:
        """Return where a link leads, if it is followed: one inside always is. Note others."""
        target = os.path.realpath(link)
        if self._follow_links or any(_is_inside(target, root) for _, root in self._roots):
            return target
        self.links.append(link)
        return None


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False


def _is_link(entry: os.DirEntry[str]) -> bool:
    if entry.is_symlink():
        return True
    status = entry.stat(follow_symlinks=False)
    return getattr(status, "st_reparse_tag", 0) == _JUNCTION


def _is_inside(path: str, root: str) -> bool:
    return path == root or path.startswith(os.path.join(root, ""))
