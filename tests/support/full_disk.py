"""Work on a disk of a few megabytes that gets full and then read-only; run in a mount namespace of
its own by test_disk_faults.py. Each line printed is a promise that was kept.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np

from core.cli import main
from core.errors import LibraryError, RhythmCapError
from core.exchange.colleague.records import RequestOptions
from core.exchange.colleague.request import make_request
from core.exchange.colleague.shared_file import write_request
from core.exchange.deposit.creator_records import Creator
from core.exchange.deposit.deposit_records import DepositOptions
from core.exchange.deposit.prepare import prepare_deposit
from core.exchange.format_records import ExportOptions
from core.exchange.format_registry import writable_formats
from core.exchange.import_plan import plan_import
from core.exchange.importing import import_in_slices
from core.exchange.label_records import LabelFile, LabelledDecision, LabelledSong, LabelledWord
from core.exchange.label_source import LabelSource
from core.features.cache import CacheError, FeatureCache
from core.jobs import SILENT
from core.library.edits.edits import Judge
from core.library.records import State
from core.library.recovery.backup import backup_beside
from core.library.recovery.repair import find_faults
from core.library.scan.importer import import_songs
from core.library.store import Library, LibraryBusy, run_to_end
from core.models.checkpoint import save_checkpoint
from core.settings import Settings, save_settings
from tests.support.small_collection import planned, run
from tests.support.small_songs import library_with, new_song, tag_id, write_tone

DISK = Path(sys.argv[1])
FILLER = DISK / "filler"


def keep(promise: str, kept: bool) -> None:
    """Say that a promise was kept, or end."""
    if not kept:
        raise SystemExit(f"not kept: {promise}")
    os.write(1, f"{promise}\n".encode())


def refused(function: object, *values: object) -> RhythmCapError | None:
    """The error a user would be told; any other is a fault of ours and ends this process."""
    try:
        function(*values)  # type: ignore[operator]
    except RhythmCapError as error:
        return error
    return None


def fill_up() -> None:
    """Leave no byte."""
    with FILLER.open("wb", buffering=0) as file:
        for size in (1 << 16, 1 << 12, 512):
            try:
                while file.write(bytes(size)) == size:
                    pass
            except OSError:
                continue


def decisions_on_a_full_disk(path: Path) -> None:
    with library_with(path, 5) as library:
        kick = tag_id(library, "kick")
        fill_up()
        done, error = list[int](), None
        while error is None:
            number = 100 + len(done)
            error = refused(library.songs.add, new_song(number, title="x" * 2000))
            done += [] if error else [number]
        keep("no room is said", "no room" in error.message and bool(error.remedy))
        keep("what was stored is there", library.songs.count() == 5 + len(done))
        error = refused(backup_beside, path, "copy")
        keep("a copy without room is said", isinstance(error, LibraryError))
        keep("no half copy stays", not list(DISK.rglob("*.part")))
        FILLER.unlink()
        library.do(Judge(1, kick, State.YES))
    keep("with room again it goes on", find_faults(path) == [])


def verbs_on_a_full_disk(path: Path) -> None:
    fill_up()
    with Library.open(path, read_only=True) as reader:
        keep("it can be read without room", reader.songs.count() >= 5)
    for promise, code, words in (
        ("songs are listed", 0, ["songs", "--library", str(path)]),
        ("own words are refused", 1, ["words", "1", "--title", "x", "--library", str(path)]),
        ("a decision is refused", 1, ["tag", "4", "+kick", "--library", str(path)]),
        ("a table is refused", 1, ["export", str(DISK / "t.csv"), "--library", str(path)]),
        ("a demo is refused", 1, ["demo", str(DISK / "demo")]),
    ):
        keep(f"{promise} without room", main(words) == code)
    FILLER.unlink()


def bridges_on_a_full_disk(path: Path) -> None:
    made = DepositOptions("Beats", (Creator.typed("Ada Rossi"),), "CC0-1.0")
    options = ExportOptions()
    with Library.open(path, annotator="Ann") as library:
        kick = tag_id(library, "kick")
        library.do(Judge(1, kick, State.YES), Judge(2, kick, State.UNSURE))
        source, request = LabelSource(library), make_request(library, RequestOptions((kick,)))
        plan, before = plan_import(library, _many_words(), path), _files()
        fill_up()
        for form in writable_formats():
            out = DISK / f"out-{form.name}"
            error = refused(form.write, source, out, options, SILENT)
            keep(f"{form.name} without room is said", is_full(error))
        error = refused(prepare_deposit, library, DISK / "deposit", made)
        keep("a deposit without room is said", is_full(error))
        error = refused(write_request, request, DISK / "a.rhythmcap-ask")
        keep("a request without room is said", is_full(error))
        keep("nothing half-made stays", _files() == before)
        error = refused(run_to_end, import_in_slices(library, plan))
        keep("decisions without room are said", error is not None and bool(error.remedy))
        keep("no word stays of them", library.codebook.find("word 1") is None)
        FILLER.unlink()
        run_to_end(import_in_slices(library, plan))
        keep("with room they come in", library.codebook.find("word 1") is not None)


def is_full(error: RhythmCapError | None) -> bool:
    """Whether an error names the cause and a remedy."""
    return error is not None and "the disk is full" in error.message and bool(error.remedy)


def _many_words() -> LabelFile:
    file = LabelFile("csv")
    for number in range(300):
        file.add_word(LabelledWord(f"word {number}", "new", "x" * 500))
        file.decide(LabelledDecision(file.add_song(LabelledSong(title="1")), number))
    return file


def _files() -> set[Path]:
    beside = ("library.db-", FILLER.name)
    return {file for file in DISK.rglob("*") if not file.name.startswith(beside)}


def work_on_a_full_disk(path: Path) -> None:
    from tests.support.synthetic_songs import RECIPE, TINY, ChoiLstm, ModelCard, asdict

    song = write_tone(DISK.parent / "song.wav", seconds=20.0)
    cache, library = FeatureCache(DISK / "cache"), Library.open(path)
    fill_up()
    try:
        import_songs(library, [song], cache)
        keep("an import without room is said", False)
    except CacheError as error:
        keep("an import without room is said", bool(error.remedy))
    keep("nothing half-made stays in the cache", cache.size_bytes() == 0)
    folder = planned(DISK.parent / "run", song)
    (folder.path / "songs").symlink_to(DISK)  # the one part of it that has no room
    try:
        run(folder)
        keep("a part of a collection without room is said", False)
    except CacheError as error:
        keep("a part of a collection without room is said", "no room" in error.message)
    card = ModelCard("m", "choi_lstm", asdict(TINY), RECIPE, ("low", "brass"), licence="CC0")
    error = refused(save_checkpoint, DISK / "models", card, ChoiLstm(TINY))
    keep("a model without room is said", error is not None)
    keep("no half model stays", not list(DISK.rglob("*.safetensors")))
    settings_path = DISK / "settings.json"
    error = refused(save_settings, Settings(), settings_path)
    keep("settings without room are said or whole", (error is None) == settings_path.exists())
    FILLER.unlink()
    keep("the part goes on with room", run(folder).n_done == 1)
    keep("the import succeeds with room", len(import_songs(library, [song], cache).added) == 1)
    library.close()


def a_disk_that_becomes_read_only(path: Path) -> None:
    library = Library.open(path)
    kick = tag_id(library, "kick")
    library.do(Judge(2, kick, State.NO))
    library.close()
    subprocess.run(["mount", "-o", "remount,ro", str(DISK)], check=True)
    error = refused(Library.open, path)
    keep("a read-only disk is said", error is not None and not isinstance(error, LibraryBusy))
    with Library.open(path, read_only=True) as reader:
        keep("it can be read", reader.annotations.of_song(2)[kick].state is State.NO)
        error = refused(reader.do, Judge(2, kick, State.YES))
        keep("a decision on it is refused", error is not None)
    cache = FeatureCache(DISK / "cache")
    error = refused(cache.put_array, "ab", "x", np.arange(9))
    keep("a read-only cache is said", isinstance(error, CacheError))


if __name__ == "__main__":
    os.environ["RHYTHMCAP_HOME"] = str(DISK / "home")
    decisions_on_a_full_disk(DISK / "library.db")
    verbs_on_a_full_disk(DISK / "library.db")
    bridges_on_a_full_disk(DISK / "library.db")
    work_on_a_full_disk(DISK / "library.db")
    a_disk_that_becomes_read_only(DISK / "library.db")
    keep("all", True)
