"""Files that cannot be read: the error that a user would be told of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import ExchangeError
from core.exchange.format_registry import format_to_read
from core.jobs import SILENT


def read(path: Path, form: str = "") -> None:
    """Read a file in a format, "" for that which it looks like."""
    read_in_form = format_to_read(path, form).read
    assert read_in_form is not None
    read_in_form(path, SILENT)


def error_of(path: Path, form: str = "") -> ExchangeError:
    """Read a file that cannot be read; return why, which names the file and has a remedy."""
    with pytest.raises(ExchangeError) as caught:
        read(path, form)
    assert path.name in caught.value.message
    assert caught.value.remedy
    return caught.value
