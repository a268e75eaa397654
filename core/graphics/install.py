"""The environment is installed: room, folder, torch with CUDA, the other packages, a trial.

What ends early (a cancel, no network, a full disk, a kill) leaves a part that the next try goes on
from; it is used only after the trial at the end.
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.atomic_files import free_bytes, private_folder
from core.child_signals import no_ctrl_c_for_children
from core.errors import GraphicsError
from core.graphics.environment import (
    TORCH,
    check_unused,
    in_use,
    mark_tried,
    mark_untried,
    other_requirements,
    python_of,
    remove,
    size_bytes,
)
from core.graphics.graphics_records import DOWNLOAD_BYTES, INSTALLED_BYTES, Environment
from core.graphics.installer import Installer, find_installer
from core.graphics.trial import try_environment
from core.jobs import SILENT, JobContext, SubJob
from core.messages import message

INDEX = "https://download.pytorch.org/whl/"
NEEDED_BYTES = DOWNLOAD_BYTES + INSTALLED_BYTES
POLL_S, COUNT_EVERY_S = 0.2, 2.0
DETAIL_CHARS = 4000
DOWNLOADS, UNPACKED = "downloads", "unpacked"
MAKE_SHARE, INSTALL_SHARE = 0.01, 0.95
NO_NETWORK = (
    *("name resolution", "getaddrinfo", "dns error", "failed to fetch", "connection", "timed out"),
    *("network is unreachable", "max retries", "proxyerror", "ssl", "error sending request"),
)
NO_ROOM = ("no space left", "errno 28", "disk quota", "not enough space", "os error 112")
NO_WHEEL = ("no matching distribution", "no solution found", "from versions: none", "no wheels")


@dataclass(frozen=True, slots=True)
class Source:
    """Where packages come from. torch: options for torch; others: for the rest; device: to try.

    expected_bytes: what lies in the folder at the end, with the downloads.
    """

    torch: tuple[str, ...]
    others: tuple[str, ...] = ()
    device: str = "cuda"
    needed_bytes: int = NEEDED_BYTES


def public_source(cuda: str) -> Source:
    """Return the public index of PyTorch for wheels such as "cu126", and PyPI for the rest."""
    return Source((f"--index-url={INDEX}{cuda}", TORCH), other_requirements())


def install(folder: Path, source: Source, job: JobContext = SILENT) -> Environment:
    """Install an environment into a folder, or complete what is there, and try it.

    Raises GraphicsError with what to do, and Cancelled; then what is there is never used.
    """
    installer = find_installer()
    if installer is None:
        raise GraphicsError("graphics.no_python")
    check_unused(folder)
    mark_untried(folder)
    missing = source.needed_bytes - size_bytes(folder)
    if (free := free_bytes(folder)) < missing:
        raise GraphicsError(
            "graphics.too_full", folder=folder, path=folder, needed=missing / 1e9, free=free / 1e9
        )
    try:
        _forget(folder, UNPACKED)  # of a try that was killed
        private_folder(folder / UNPACKED)
    except OSError as error:
        raise GraphicsError(
            "graphics.no_room", folder=folder, path=folder, detail=str(error)
        ) from error
    with in_use(folder):
        _install(installer, folder, source, job)
        job.report(MAKE_SHARE + INSTALL_SHARE, 1.0, message("graphics.trying"))
        facts = try_environment(python_of(folder), source.device, job)
        _forget(folder, DOWNLOADS, UNPACKED)
        return mark_tried(folder, facts)


def _install(installer: Installer, folder: Path, source: Source, job: JobContext) -> None:
    """Make the environment and put the packages into it."""
    python, downloads = python_of(folder), folder / DOWNLOADS
    job.report(0.0, 1.0, message("graphics.making"))
    if not _answers(installer.ask(python)):  # the half of one, or its Python is gone
        _forget(folder, "python")
        _run(installer.make(folder / "python"), folder, SubJob(job, 0.0, MAKE_SHARE), 0)
    fetch = SubJob(job, MAKE_SHARE, INSTALL_SHARE)
    for options in (source.torch, source.others):
        if options:
            command = installer.install(python, downloads, options)
            _run(command, folder, fetch, source.needed_bytes)


def _answers(command: Sequence[str]) -> bool:
    """Tell whether a command of an environment's Python succeeds."""
    try:
        return not subprocess.run(command, capture_output=True, timeout=60, check=False).returncode
    except (OSError, subprocess.SubprocessError):
        return False


def _run(command: Sequence[str], folder: Path, job: JobContext, total_bytes: int) -> None:
    """Run a command until it ends or the job is cancelled; what it says is the error's detail."""
    with tempfile.TemporaryFile() as output:
        try:
            with no_ctrl_c_for_children():
                child = subprocess.Popen(
                    command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                    cwd=folder, env=_clean_environment(folder),
                )  # fmt: skip
        except OSError as error:
            raise GraphicsError("graphics.no_python", detail=str(error)) from error
        try:
            with in_use(folder, child.pid):  # it may outlive this one, if that is killed
                _watch(child, folder, job, total_bytes)
        finally:
            child.kill()
            child.wait()
        if child.returncode:
            output.seek(0)
            text = output.read().decode("utf-8", "replace")[-DETAIL_CHARS:]
            raise _explained(folder, text)


def _watch(child: subprocess.Popen[bytes], folder: Path, job: JobContext, total_bytes: int) -> None:
    next_count_s = 0.0
    while child.poll() is None:
        job.check()
        if total_bytes and time.monotonic() >= next_count_s:
            arrived = size_bytes(folder)
            next_count_s = time.monotonic() + COUNT_EVERY_S
            job.report(
                min(arrived, total_bytes), total_bytes,
                message("graphics.installing", gigabytes=arrived / 1e9),
            )  # fmt: skip
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(POLL_S)


def _clean_environment(folder: Path) -> Mapping[str, str]:
    """Return the environment variables without those that lead to another Python's packages.

    What is unpacked on the way lies on the disk whose room was asked for.
    """
    away = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PIP_TARGET", "PIP_PREFIX")
    kept = {name: value for name, value in os.environ.items() if name not in away}
    return kept | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder / UNPACKED))


def _explained(folder: Path, text: str) -> GraphicsError:
    """Return what went wrong in words, by what the installer printed."""
    lower = text.casefold()
    if any(words in lower for words in NO_ROOM):
        return GraphicsError("graphics.no_room", folder=folder, path=folder, detail=text)
    if any(words in lower for words in NO_WHEEL) and not any(w in lower for w in NO_NETWORK):
        return GraphicsError("graphics.no_wheel", host=_host(text), path=folder, detail=text)
    if any(words in lower for words in NO_NETWORK):
        return GraphicsError("graphics.no_network", host=_host(text), path=folder, detail=text)
    return GraphicsError("graphics.install_failed", path=folder, detail=text)


def _host(text: str) -> str:
    """Return whose packages were asked for, by the last address that was named."""
    hosts = re.findall(r"https?://([A-Za-z0-9.-]+)", text) or re.findall(r"host='([^']+)'", text)
    return hosts[-1] if hosts else "download.pytorch.org"


def _forget(folder: Path, *names: str) -> None:
    for name in names:
        with contextlib.suppress(GraphicsError):
            remove(folder / name)
