"""A file that another program writes while it is read is told, and nothing of it comes in."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import ExchangeError
from core.exchange.format_registry import format_named
from core.exchange.steady_reading import read_steadily
from core.jobs import SILENT

N_ROWS = 3000  # more than are read at once
ROW = "path,tag,created_at\n" + "a.wav,kick,05/06/2021\n" * N_ROWS


class Meddler:
    """A job during which another program does something, once."""

    def __init__(self, meddle: Callable[[], object], after: int) -> None:
        self._meddle, self._left = meddle, after

    def report(self, _done: float, _total: float, _what: str = "") -> None:
        """Show nothing."""

    def check(self) -> None:
        """Count, and meddle when it is time."""
        self._left -= 1
        if self._left == 0:
            self._meddle()


def truncated(path: Path) -> None:
    os.truncate(path, len(ROW) // 2)


def replaced(path: Path) -> None:
    other = path.with_name("other")
    other.write_text(ROW.replace("kick", "snare") + "b.wav,snare,\n", encoding="utf-8")
    other.replace(path)


def extended(path: Path) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write("b.wav,snare,\n")


def turned_to_nonsense(path: Path) -> None:
    path.write_bytes(b"\0" * 9)


@pytest.mark.parametrize("meddle", [truncated, replaced, extended, turned_to_nonsense, Path.unlink])
@pytest.mark.parametrize("after", [1, 3])
def test_a_table_that_changes_between_or_in_its_readings_is_told(
    meddle: Callable[[Path], object], after: int, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(ROW, encoding="utf-8")
    with pytest.raises(ExchangeError, match=r"a\.csv was changed by another program") as caught:
        read_steadily(format_named("csv"), path, Meddler(lambda: meddle(path), after))
    assert caught.value.remedy
    assert caught.value.path == path


def test_a_folder_that_gets_another_file_is_told(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("1.0\t2.0\tkick\n", encoding="utf-8")
    late = tmp_path / "c.txt"
    job = Meddler(lambda: late.write_text("1.0\t2.0\tkick\n", encoding="utf-8"), 3)
    with pytest.raises(ExchangeError, match="was changed by another program"):
        read_steadily(format_named("audacity"), tmp_path, job)


def test_what_stays_as_it_is_is_read_and_its_own_errors_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(ROW, encoding="utf-8")
    assert len(read_steadily(format_named("csv"), path, SILENT).decisions) == N_ROWS
    path.write_text("only,words\n1,2\n", encoding="utf-8")
    with pytest.raises(ExchangeError, match="no column") as caught:
        read_steadily(format_named("csv"), path, SILENT)
    assert caught.value.id != "exchange.changed_meanwhile"
