"""What a cut of the power may leave of a library that is being replaced, at every instant.

Run with record_calls.c preloaded: `python -m tests.support.power_cut SCENARIO FOLDER` records one
run of a scenario of killed_at_call.py, then makes the disks that a cut may leave after each call:
names that were not synchronised are there or not, bytes that were not are there, not there, or in
part. Prints a JSON object: how many calls and different disks, and the broken promises.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.killed_at_call import SCENARIOS, broken_promises

Tree = dict[str, bytes | None]  # path -> content, None: a folder
Call = tuple[str, str, str, int, bytes]  # name, path, target, offset, bytes
SHARED_INDEX = "-shm"  # memory, not a file: never synchronised, and made anew
HOW_MUCH = ("nothing", "all", "the first half", "the second half")


@dataclass(slots=True)
class File:
    """synced: what the disk holds for certain; waiting: changes (offset, bytes) since."""

    synced: bytes = b""
    waiting: list[tuple[int, bytes | None]] = field(default_factory=list)

    def after_cut(self, how_much: str) -> bytes:
        """Return what is left of it, when so many of its last changes have reached the disk."""
        half = len(self.waiting) // 2
        changes = {
            "nothing": [],
            "all": self.waiting,
            "the first half": [*self.waiting[:half], *map(_torn, self.waiting[half : half + 1])],
            "the second half": self.waiting[half:],
        }[how_much]
        data = bytearray(self.synced)
        for at, part in changes:
            if part is None:
                del data[at:]
                data.extend(bytes(max(0, at - len(data))))
            else:
                data.extend(bytes(max(0, at - len(data))))
                data[at : at + len(part)] = part
        return bytes(data)


def _torn(change: tuple[int, bytes | None]) -> tuple[int, bytes | None]:
    at, part = change
    return at, part if part is None else part[: len(part) // 2]


class Disk:
    """names: as the process sees them; synced_names: as they are after a cut for certain."""

    def __init__(self, tree: Tree) -> None:
        self.names = {
            path: None if content is None else File(content) for path, content in tree.items()
        }
        self.synced_names = dict(self.names)

    def change(self, call: Call) -> None:
        """Do what a recorded call has done."""
        name, path, target, at, data = call
        file = self.names.get(path)
        if name == "create":
            self.names[path] = File()
        elif name == "folder":
            self.names[path] = None
        elif name == "remove":
            self.names.pop(path, None)
        elif name == "rename":
            self.names[target] = self.names.pop(path)
        elif name == "sync" and file is None:
            self._sync_folder(path)
        elif name == "sync" and file is not None:
            file.synced, file.waiting = file.after_cut("all"), []
        elif file is not None:
            file.waiting.append((at, data if name == "write" else None))

    def _sync_folder(self, folder: str) -> None:
        for path in {*self.names, *self.synced_names}:
            if os.path.dirname(path) == folder:
                self.synced_names.pop(path, None)
                if path in self.names:
                    self.synced_names[path] = self.names[path]

    def after_cut(self) -> Iterator[tuple[str, Tree]]:
        """Yield what a cut may leave now, with a word for each."""
        for view, names in (("old names", self.synced_names), ("new names", self.names)):
            for how_much in HOW_MUCH:
                yield (
                    f"{view}, {how_much}",
                    {
                        path: None if file is None else file.after_cut(how_much)
                        for path, file in names.items()
                        if not path.endswith(SHARED_INDEX) and _is_reachable(path, names)
                    },
                )


def _is_reachable(path: str, names: dict[str, File | None]) -> bool:
    parent = os.path.dirname(path)
    return not parent or (parent in names and _is_reachable(parent, names))


def read_tree(folder: Path) -> Tree:
    """Read all files and folders below a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def write_tree(tree: Tree, folder: Path) -> None:
    """Make a folder of these files."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for path, content in sorted(tree.items()):
        if content is None:
            (folder / path).mkdir()
        else:
            (folder / path).write_bytes(content)


def read_calls(file: Path, folder: Path) -> Iterator[Call]:
    """Read the recorded calls, their paths relative to the folder ("" is the folder itself)."""
    with file.open("rb") as calls:
        while line := calls.readline():
            name, path, target, at, length = line.decode().rstrip("\n").split("\t")
            data = calls.read(int(length))
            yield name, _relative(path, folder), _relative(target, folder), int(at), data


def _relative(path: str, folder: Path) -> str:
    return "" if path in ("", str(folder)) else path.removeprefix(f"{folder}/")


def run(name: str, folder: Path) -> dict[str, object]:
    """Record a scenario, cut the power after each of its calls, and look at what is left."""
    scenario, pristine, tried = SCENARIOS[name], folder / "pristine", folder / "tried"
    os.environ["RHYTHMCAP_HOME"] = str(tried / "home")
    pristine.mkdir()
    scenario.prepare(pristine)
    shutil.rmtree(tried, ignore_errors=True)
    shutil.copytree(pristine, tried)
    child = os.fork()
    if child == 0:
        ctypes.CDLL(None).record(os.fsencode(tried), os.fsencode(folder / "calls"))
        scenario.act(tried)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if status:
        raise RuntimeError(f"{name} was not done: {status}")
    disk, seen = Disk(read_tree(pristine)), set[str]()
    calls, broken = list(read_calls(folder / "calls", tried)), dict[str, list[str]]()
    for number, call in enumerate(calls, start=1):
        disk.change(call)
        for what, tree in disk.after_cut():
            digest = hashlib.blake2b(repr(sorted(tree.items())).encode()).hexdigest()
            if digest in seen:
                continue
            seen.add(digest)
            write_tree(tree, tried)
            if promises := broken_promises(tried, scenario):
                broken[f"call {number} ({call[0]} {call[1]}), {what}"] = promises
    return {"scenario": name, "calls": len(calls), "disks": len(seen), "broken": broken}


if __name__ == "__main__":
    print(json.dumps(run(sys.argv[1], Path(sys.argv[2]))))  # noqa: T201
