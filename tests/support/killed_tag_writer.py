"""Writes tags into songs' files, dying at every call that changes a file, or when it is killed.

Run with kill_at_call.c preloaded: `python -m tests.support.killed_tag_writer calls FOLDER STEP`
prints a JSON object: how many calls it died at, and the broken promises. Without it, `... write
LIBRARY` and `... revert LIBRARY` do it once and report what is done, to be killed from outside.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import mutagen.flac
import mutagen.mp3  # noqa: F401
import soundfile
import soxr  # noqa: F401
import sqlite_utils  # noqa: F401

from core.exchange.file_tags.drafts import sound_of
from core.exchange.file_tags.library_records import (
    LibraryRecords,
    settle_interrupted,
    writes_to_take_back,
)
from core.exchange.file_tags.planning import compare, wanted_tags
from core.exchange.file_tags.tag_records import FileDiff, WriteOptions, WrittenFile
from core.exchange.file_tags.taking_back import take_back
from core.exchange.file_tags.writing import write_file
from core.jobs import SILENT
from core.library.edits.edits import Judge
from core.library.records import State
from core.library.store import Library
from tests.support.small_songs import tag_id
from tests.support.tagged_files import add_song, id3_tag

MAPPING = (("rhythm", "GENRE"), ("instruments", "COMMENT"))
SUFFIXES = (".wav", ".flac")
Report = Callable[[str], None]


def write_all(path: Path, report: Report = print) -> None:
    """Write all that is not written yet; report each song that is."""
    with Library.open(path) as library:
        ids = library.songs.all_ids().tolist()
        settle_interrupted(library, ids)
        records = LibraryRecords(library)
        for wanted in wanted_tags(library, ids, MAPPING):
            diff = compare(wanted)
            if not isinstance(diff, FileDiff):
                report(f"{wanted.location.song_id} {diff}")
                continue
            report(f"{diff.location.song_id} {write_file(diff, WriteOptions(), records)}")


def revert_all(path: Path, report: Report = print) -> None:
    """Take back all that was written; report each song that is."""
    with Library.open(path) as library:
        ids = library.songs.all_ids().tolist()
        settle_interrupted(library, ids)
        records = LibraryRecords(library)
        for row, location in writes_to_take_back(library, ids):
            outcome = take_back(row, location)
            if isinstance(outcome, WrittenFile):
                records.settle_back(row, outcome)
            report(f"{location.song_id} {outcome}")


def make_songs(folder: Path) -> None:
    """Make a library with a WAV and an MP3, whose sound need not be known, with tags on them."""
    songs = [folder / "one.wav", folder / "two.flac"]
    for number, song in enumerate(songs):
        tone = [[0.1 * number, -0.1]] * 3000
        soundfile.write(song, tone, 8000)
    wav, tag = songs[0].read_bytes(), id3_tag(4)
    chunk = b"id3 " + len(tag).to_bytes(4, "little") + tag + b"\0" * (len(tag) % 2)
    size = len(wav) - 8 + len(chunk)
    songs[0].write_bytes(wav[:4] + size.to_bytes(4, "little") + wav[8:] + chunk)
    with Library.open(folder / "library.db") as library:
        for song in songs:
            song_id = add_song(library, song)
            for name in ("kick", "piano"):
                library.do(Judge(song_id, tag_id(library, name), State.YES))


def broken_promises(folder: Path, former: dict[str, bytes]) -> list[str]:
    """Look at what a killed process has left, write to the end, take all back; look each time."""
    broken, library_file = list[str](), folder / "library.db"
    with Library.open(library_file) as library:
        noted = library.frames.written_hashes()
        hashes = {found.path.name: found.audio_hash for found in library.songs.locations()}
    for name, data in former.items():
        path = folder / name
        if path.read_bytes() == data:
            continue
        if b"kick" not in path.read_bytes() or sound_of(path, SILENT) != hashes[name]:
            broken.append(f"{name} is neither old nor new")
        if hashes[name] not in noted:
            broken.append(f"{name} is new, and nothing knows the way back")
    write_all(library_file, lambda _text: None)
    broken += [
        f"{name} is not written" for name in former if b"kick" not in (folder / name).read_bytes()
    ]
    broken += [f"left behind: {path.name}" for path in folder.iterdir() if path.suffix == ".part"]
    revert_all(library_file, lambda _text: None)
    broken += [
        f"{name} is not as it was" for name, data in former.items()
        if (folder / name).read_bytes() != data
    ]  # fmt: skip
    return broken


def die_at_calls(folder: Path, step: int) -> dict[str, object]:
    """Die at the first call, then `step` calls later ... until it is done before it dies."""
    pristine, tried = folder / "pristine", folder / "tried"
    os.environ["RHYTHMCAP_HOME"] = str(folder / "home")
    tried.mkdir()
    make_songs(tried)
    former = {path.name: path.read_bytes() for path in tried.iterdir() if path.suffix in SUFFIXES}
    shutil.move(tried, pristine)
    program = ctypes.CDLL(None)
    broken, n_kills = dict[str, list[str]](), {"write": 0, "revert": 0}
    for verb, act in (("write", write_all), ("revert", revert_all)):
        for at in range(1, 100_000, step):
            shutil.rmtree(tried, ignore_errors=True)
            shutil.copytree(pristine, tried)
            if verb == "revert":
                write_all(tried / "library.db", lambda _text: None)
            child = os.fork()
            if child == 0:
                program.arm(os.fsencode(tried), ctypes.c_long(at), 0)
                act(tried / "library.db", lambda _text: None)
                os._exit(0)
            _, status = os.waitpid(child, 0)
            if os.WIFEXITED(status):
                break
            n_kills[verb] += 1
            if promises := broken_promises(tried, former):
                broken[f"{verb}, call {at}"] = promises
    return {**n_kills, "broken": broken}


if __name__ == "__main__":
    verb, target = sys.argv[1], Path(sys.argv[2])
    if verb == "calls":
        print(json.dumps(die_at_calls(target, int(sys.argv[3]))))  # noqa: T201
    else:
        act = write_all if verb == "write" else revert_all
        act(target, lambda text: print(text, flush=True))  # noqa: T201
