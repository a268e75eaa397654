"""A full disk, or one that can only be read, leaves no part of an export, deposit or import."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import ExchangeError, LibraryError, LibraryUnwritable
from core.exchange.deposit.creator_records import Creator
from core.exchange.deposit.deposit_records import DepositOptions
from core.exchange.deposit.prepare import prepare_deposit
from core.exchange.file_errors import model_not_written
from core.exchange.format_records import ExportOptions, LabelFormat, Target
from core.exchange.format_registry import writable_formats
from core.exchange.formats.audacity import FORMAT as AUDACITY
from core.exchange.formats.long_table import CSV
from core.exchange.import_plan import plan_import
from core.exchange.importing import import_in_slices
from core.exchange.label_records import LabelFile, LabelledDecision, LabelledSong, LabelledWord
from core.exchange.label_source import LabelSource, SongLabels
from core.jobs import SILENT, JobContext
from core.library.store import Library, run_to_end
from core.paths import folders
from tests.support.learning_library import make_library
from tests.support.round_trips import decisions, write

N_WORDS = 1200
GATHERED_FIRST = ("m3u8-tags", "org")  # before a file is begun
AS_THEY_READ = [form for form in writable_formats() if form.name not in GATHERED_FIRST]
FULL = OSError(errno.ENOSPC, "No space left on device")


class FillsUp(LabelSource):
    """Songs on whose way to a file the disk gets full."""

    def songs(self, job: JobContext = SILENT) -> Iterator[SongLabels]:
        """Yield one song, then find the disk full."""
        yield next(super().songs(job))
        raise FULL


@pytest.mark.parametrize("form", AS_THEY_READ, ids=lambda form: form.name)
@pytest.mark.parametrize("had_one", [False, True])
def test_an_export_onto_a_full_disk_leaves_what_was_there(
    form: LabelFormat, had_one: bool, labelled: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "new" / "out" if form.target is Target.FOLDER else tmp_path / "out"
    if had_one or form.target is Target.FILE:
        folder.mkdir(parents=True)
    path = folder if form.target is Target.FOLDER else folder / f"out{form.suffixes[0]}"
    if had_one:
        write(form, labelled, path)
    before = contents(tmp_path)
    assert form.write is not None
    with pytest.raises(ExchangeError, match="cannot be written: the disk is full") as caught:
        form.write(FillsUp(labelled), path, ExportOptions(), SILENT)
    assert caught.value.remedy
    assert caught.value.path == path
    assert contents(tmp_path) == before


def contents(folder: Path) -> dict[Path, bytes]:
    """Return all files and folders below one, without the library and what is beside it."""
    return {
        path: path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
        if not path.name.startswith("labelled.db")
    }


def test_several_files_take_their_places_together_or_not_at_all(
    labelled: Library, tmp_path: Path
) -> None:
    table = tmp_path / "out.csv"
    table.write_text("mine")
    (tmp_path / "out-columns.csv").mkdir()
    folder = tmp_path / "labels"
    last = write(AUDACITY, labelled, folder).files[-1]
    last.unlink()
    last.mkdir()
    (folder / write_names(folder)[0]).write_text("mine")
    before = contents(tmp_path)
    for form, path in ((CSV, table), (AUDACITY, folder)):
        with pytest.raises(ExchangeError, match="cannot be written: it is a folder"):
            write(form, labelled, path)
        assert contents(tmp_path) == before


def write_names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def test_a_replacement_that_fails_half_way_is_taken_back(
    labelled: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(AUDACITY, labelled, tmp_path / "labels")
    first, *_others, last = write_names(tmp_path / "labels")
    (tmp_path / "labels" / last).write_text("mine")
    (tmp_path / "labels" / first).unlink()
    before = contents(tmp_path)
    replace, targets = os.replace, list[Path]()

    def full_at_last(source: Path, target: Path) -> None:
        targets.append(Path(target))
        if Path(target).name == last and Path(source).name == last:
            raise FULL
        replace(source, target)

    monkeypatch.setattr(os, "replace", full_at_last)
    with pytest.raises(ExchangeError, match="the disk is full"):
        write(AUDACITY, labelled, tmp_path / "labels")
    assert len(targets) > 1
    assert contents(tmp_path) == before


def test_a_deposit_onto_a_full_disk_leaves_no_folder_and_names_itself(
    labelled: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.exchange.deposit.prepare.LabelSource", FillsUp)
    options = DepositOptions("Beats", (Creator.typed("Ada Rossi"),), "CC0-1.0")
    with pytest.raises(ExchangeError, match="beats cannot be written: the disk is full") as caught:
        prepare_deposit(labelled, tmp_path / "new" / "beats", options)
    assert (caught.value.path, bool(caught.value.remedy)) == (tmp_path / "new" / "beats", True)
    assert not (tmp_path / "new").exists()


def test_a_model_that_finds_the_disk_full_is_not_called_unusable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_onto_full_disk(_model: Path, target: Path, _job: JobContext) -> None:
        raise model_not_written(target, FULL) from FULL

    make_library()
    monkeypatch.setattr("core.exchange.deposit.prepare.export_zip", write_onto_full_disk)
    with Library.open(folders().library_file) as library:
        active = library.models.active()
        assert active is not None
        made_by = (Creator.typed("Ada Rossi"),)
        options = DepositOptions("Beats", made_by, "CC0-1.0", model=active.name, weights=True)
        with pytest.raises(ExchangeError, match="beats cannot be written: the disk is full"):
            prepare_deposit(library, tmp_path / "beats", options)
    assert not (tmp_path / "beats").exists()


def many_decisions() -> LabelFile:
    """A file that brings new words, another annotator and decisions for a megabyte."""
    file = LabelFile("csv")
    song = file.add_song(LabelledSong(audio_hash=f"{1:032x}"))
    for number in range(N_WORDS):
        word = file.add_word(LabelledWord(f"word {number}", "new"))
        file.decide(LabelledDecision(song, word, annotator="Cy", note="x" * 500))
    return file


def test_an_import_into_a_full_disk_leaves_no_row(labelled: Library, tmp_path: Path) -> None:
    plan = plan_import(labelled, many_decisions(), tmp_path / "a.csv")
    before = (decisions(labelled), labelled.annotators.list(), labelled.codebook.tags(),
              labelled.undo_label())  # fmt: skip
    connection = labelled.database.connection
    n_pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {n_pages + 40}")
    with pytest.raises(LibraryUnwritable, match="no room left") as caught:
        run_to_end(import_in_slices(labelled, plan))
    assert caught.value.remedy
    now = (decisions(labelled), labelled.annotators.list(), labelled.codebook.tags(),
           labelled.undo_label())  # fmt: skip
    assert now == before
    connection.execute("PRAGMA max_page_count = 1000000")
    run_to_end(import_in_slices(labelled, plan))
    assert len(labelled.codebook.tags()) == len(before[2]) + N_WORDS


def test_an_import_into_a_library_that_is_only_read_is_told(
    labelled: Library, tmp_path: Path
) -> None:
    with Library.open(labelled.path, read_only=True, annotator="Ann") as reading:
        plan = plan_import(reading, many_decisions(), tmp_path / "a.csv")
        with pytest.raises(LibraryError, match="for reading only") as caught:
            run_to_end(import_in_slices(reading, plan))
    assert caught.value.remedy
    assert all(annotator.name != "Cy" for annotator in labelled.annotators.list())
