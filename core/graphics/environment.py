"""The environment as a folder: whole once a file says that it was tried, else only a part.

What was begun and not finished is completed or removed, never used.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from core.atomic_files import free_bytes, write_text
from core.errors import GraphicsError
from core.graphics.card import find_card, suitable_cuda
from core.graphics.child_python import is_started_by_us
from core.graphics.graphics_records import CardKind, Environment, GraphicsState, Stage
from core.graphics.installer import find_installer
from core.messages import message, sentences
from core.models.device import choose_device, device_sentence
from core.paths import folders
from core.temporary_folders import COMPUTER, PROCESS_MARK, is_gone, process_mark

TRIED = "tried.json"  # written last
IN_USE = "in-use"  # with the mark of the process that uses it
_OTHERS_USE_S = 24 * 3600.0  # so long the mark of another computer's process is believed
NOT_NEEDED = ("torch", "pyside6", "pyqtgraph", "librosa", "sounddevice", "rocrate")
TORCH = "torch<3,>=2.6"


def environment_folder() -> Path:
    """Return where the environment lies."""
    return folders().data / "graphics"


def python_of(folder: Path) -> Path:
    """Return the Python of an environment."""
    windows = folder / "python" / "Scripts" / "python.exe"
    return windows if sys.platform == "win32" else folder / "python" / "bin" / "python"


def other_requirements() -> tuple[str, ...]:
    """Return what learning needs beside torch, as pip takes it: what this program itself requires.

    Raises GraphicsError where the program does not know.
    """
    try:
        known = requires("rhythmcap") or []
    except PackageNotFoundError as error:
        raise GraphicsError("graphics.not_installed", detail=str(error)) from error
    plain = [text for text in known if ";" not in text]
    return tuple(text for text in plain if not text.casefold().startswith(NOT_NEEDED))


def requirements_digest() -> str:
    """Tell apart environments of versions of this program that need other packages."""
    return hashlib.sha256("\n".join((TORCH, *other_requirements())).encode()).hexdigest()[:16]


def mark_tried(folder: Path, facts: dict[str, str]) -> Environment:
    """Note that an environment was tried, and may be used from now on. Raises GraphicsError."""
    content = {**facts, "requirements": requirements_digest(), "n_bytes": size_bytes(folder)}
    try:
        write_text(folder / TRIED, json.dumps(content, ensure_ascii=False) + "\n")
    except OSError as error:
        raise GraphicsError(
            "graphics.no_room", folder=folder, path=folder, detail=str(error)
        ) from error
    environment = read_environment(folder)
    assert environment is not None
    return environment


def mark_untried(folder: Path) -> None:
    """Use an environment no more until it was tried again."""
    with contextlib.suppress(OSError):
        (folder / TRIED).unlink(missing_ok=True)


def read_environment(folder: Path) -> Environment | None:
    """Return the environment in a folder, if it was tried and suits this version; else None."""
    python = python_of(folder)
    try:
        content = json.loads((folder / TRIED).read_text(encoding="utf-8"))
        card, torch, cuda = (str(content[key]) for key in ("card", "torch", "cuda"))
        is_ours = content["requirements"] == requirements_digest()
        n_bytes = int(content["n_bytes"])
    except (OSError, ValueError, KeyError, TypeError, GraphicsError):
        return None
    if not is_ours or not python.exists():
        return None
    return Environment(folder, python, card, torch, cuda, n_bytes)


def card_environment(requested: str = "auto") -> Environment | None:
    """Return the environment to learn in; None where there is none, or nothing would be gained.

    So it is where the processor is wanted, where this program's own torch has a card, and in the
    environment itself.
    """
    if requested == "cpu" or is_started_by_us():
        return None
    environment = read_environment(environment_folder())
    return environment if environment and choose_device(requested) == "cpu" else None


@contextlib.contextmanager
def in_use(folder: Path, pid: int | None = None) -> Iterator[None]:
    """Keep an environment from being changed or removed meanwhile, by this program or another.

    pid: of the process that uses it, if not this one; it may outlive this one.
    """
    file = None
    with contextlib.suppress(OSError):  # a folder for reading only: nobody removes it either
        descriptor, name = tempfile.mkstemp(prefix=f"{IN_USE}-{process_mark(pid)}-", dir=folder)
        os.close(descriptor)
        file = Path(name)
    try:
        yield
    finally:
        if file is not None:
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)


def check_unused(folder: Path) -> None:
    """Raise GraphicsError where a process uses an environment; forget those that are gone."""
    for file in folder.glob(f"{IN_USE}-*-*"):
        found = re.fullmatch(rf"{IN_USE}-({PROCESS_MARK})-.+", file.name)
        with contextlib.suppress(OSError):
            if found and not _is_over(file, found[1]):
                raise GraphicsError("graphics.in_use", path=folder)
            file.unlink(missing_ok=True)


def _is_over(file: Path, mark: str) -> bool:
    """Whether the process of a mark has ended, as far as can be known. Raises OSError."""
    if mark.startswith(COMPUTER):
        return is_gone(mark)
    return time.time() - file.stat().st_mtime > _OTHERS_USE_S


def look(folder: Path | None = None) -> GraphicsState:
    """Find out all that a dialog shows: asks the driver, so never on the window's thread."""
    folder = folder or environment_folder()
    card, environment = find_card(), read_environment(folder)
    stage = Stage.READY if environment else Stage.PART if folder.exists() else Stage.ABSENT
    installer = find_installer()
    n_bytes = environment.n_bytes if environment else size_bytes(folder)
    return GraphicsState(
        card, suitable_cuda(card), stage, environment, folder,
        installer.name if installer else "", free_bytes(folder), n_bytes,
        is_used=card.kind is CardKind.NVIDIA and choose_device() == "cuda",
    )  # fmt: skip


def remove(folder: Path) -> None:
    """Remove the environment, the note that it was tried first. Raises GraphicsError."""
    check_unused(folder)
    mark_untried(folder)
    try:
        if folder.exists():
            shutil.rmtree(folder)
    except OSError as error:
        raise GraphicsError(
            "graphics.not_removed", folder=folder, path=folder, detail=str(error)
        ) from error


def size_bytes(folder: Path) -> int:
    """Sum up what lies in a folder; files may come and go meanwhile."""
    total = 0
    for root, _, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(OSError):
                total += os.lstat(os.path.join(root, name)).st_size
    return total


def work_sentence(requested: str = "auto") -> str:
    """Say where networks run and, if that is elsewhere, learn, for the status bar."""
    environment = card_environment(requested)
    here = device_sentence(requested)
    if environment is None:
        return here
    return sentences(message("graphics.learns", card=environment.card), here)
