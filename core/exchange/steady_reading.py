"""Reading a file of labels that stays as it is meanwhile: readers go through it several times.

An import takes in what was read, once; the file is not looked at again after its preview.
"""

from __future__ import annotations

from pathlib import Path

from core.errors import ExchangeError
from core.exchange.files.label_files import walk_files
from core.exchange.format_records import LabelFormat
from core.exchange.label_records import LabelFile
from core.jobs import JobContext

DATABASES = (".sqlite", ".db")  # are read as of one moment, whoever writes


def read_steadily(form: LabelFormat, path: Path, job: JobContext) -> LabelFile:
    """Read a file or a folder in a format that can be read.

    Raises ExchangeError, also where another program has changed it meanwhile; Cancelled.
    """
    assert form.read is not None
    before = _looks(form, path, job)
    try:
        file = form.read(path, job)
    except ExchangeError as error:
        if _looks(form, path, job) == before:
            raise
        raise _changed(path) from error
    if _looks(form, path, job) != before:
        raise _changed(path)
    return file


def _looks(form: LabelFormat, path: Path, job: JobContext) -> dict[Path, tuple[int, int]]:
    """Return size and time of change of a file, or of all of a folder that a format reads."""
    if path.suffix.casefold() in DATABASES:
        return {}
    looks = {}
    for file in walk_files(path, form.suffixes, job) if path.is_dir() else (path,):
        try:
            status = file.stat()
        except OSError:  # gone, which is a change
            continue
        looks[file] = (status.st_size, status.st_mtime_ns)
    return looks


def _changed(path: Path) -> ExchangeError:
    return ExchangeError("exchange.changed_meanwhile", name=path.name, path=path)
