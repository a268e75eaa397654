"""Getting one file from the web: progress, cancel, checksum, and nothing half-written.

pooch does the transfer (it honours proxy settings) into a temporary file beside the target and
moves it into place only when the checksum is right. What the file means is not known here.
"""

from __future__ import annotations

from pathlib import Path

from core.errors import ModelError
from core.jobs import SILENT, JobContext

TIMEOUT_S = 30.0
CHUNK_BYTES = 1 << 16


class _Progress:
    """What pooch calls for each chunk; hands it on to the job, and so lets a cancel through."""

    def __init__(self, name: str, job: JobContext) -> None:
        self.total = 0
        self._name = name
        self._job = job
        self._done = 0

    def update(self, n_bytes: int) -> None:
        self._job.check()
        self._done = min(self._done + n_bytes, self.total or self._done + n_bytes)
        self._job.report(self._done, self.total or self._done, self._name)

    def reset(self) -> None:
        self._done = 0

    def close(self) -> None:
        self._job.report(1, 1, self._name)


def download(url: str, target: Path, sha256: str | None, job: JobContext = SILENT) -> Path:
    """Bring a file to target; a file with the right checksum already there is not fetched again.

    sha256: hex digits, or None when nobody knows it. Returns target.
    Raises ModelError (unreachable, absent, cut off, wrong checksum, no room) and Cancelled; in
    each case nothing is left at target.
    """
    import pooch
    import requests

    downloader = pooch.HTTPDownloader(
        progressbar=_Progress(target.name, job), timeout=TIMEOUT_S, chunk_size=CHUNK_BYTES
    )
    pooch.get_logger().setLevel("WARNING")
    known = f"sha256:{sha256}" if sha256 else None
    job.check()
    try:
        pooch.retrieve(url, known, target.name, target.parent, downloader=downloader)
    except requests.exceptions.HTTPError as error:
        raise _refused(url, error) from error
    except requests.exceptions.RequestException as error:
        raise ModelError(
            "download.broke_off", name=target.name, detail=f"{url}: {error}"
        ) from error
    except ValueError as error:
        raise ModelError(
            "download.other_file", name=target.name, detail=f"{url}: {error}"
        ) from error
    except OSError as error:
        raise ModelError(
            "download.cannot_write",
            name=target.name,
            folder=target.parent,
            detail=str(error),
            path=target,
        ) from error
    return target


def _refused(url: str, error: Exception) -> ModelError:
    response = getattr(error, "response", None)
    status = getattr(response, "status_code", 0)
    return ModelError(
        "download.no_file" if status == 404 else "download.refused",
        status=status,
        detail=f"{url}: {error}",
    )
