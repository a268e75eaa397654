"""Write tags into copies of real music while the process is killed: count what is lost.

`python packaging/killed_writing.py MUSIC FOLDER [FILES [KILLS]]` cuts pieces of 20 s of the music
files in MUSIC into a new FOLDER, in eight kinds of files (six formats), each with tags and a
picture, and writes tags into them and takes that back in turns, each time killed (SIGKILL) at a
random moment. Prints a table.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from core.audio.decode import AudioReader
from core.errors import AudioError
from core.exchange.file_tags.drafts import sound_of
from core.exchange.file_tags.tag_codec import UnreadableTags, values_of, without_fields
from core.exchange.file_tags.tag_layouts import TagLayout, read_layout
from core.jobs import SILENT
from core.library.edits.edits import Judge
from core.library.records import State
from core.library.store import Library
from tests.support.small_songs import tag_id
from tests.support.tagged_files import OPTIONS, add_song, tag_song

SECONDS = 20
LONGEST_S = 9.0  # after the first file that is done
FIELDS = ("GENRE", "COMMENT")
TURNS = ("write", "write", "revert", "revert")
ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Former:
    """A file as it was: its bytes, its sound, and its entries that are none of the fields."""

    kind: str
    data: bytes
    audio_hash: str
    others: tuple[bytes, ...]


def cut(music: Path, folder: Path, n_files: int) -> dict[Path, Former]:
    """Make the copies, each of another song, or of another part of one."""
    sources = sorted(path for path in music.rglob("*") if path.suffix in (".ogg", ".mp3", ".flac"))
    sources = [path for path in sources if path.stat().st_size > 300_000]
    random.Random(1).shuffle(sources)
    made = dict[Path, Former]()
    for number in range(4 * n_files):
        if len(made) == n_files:
            break
        turn, at = divmod(number, len(sources))
        source, start_s = sources[at], 10 + SECONDS * turn
        kind = list(OPTIONS)[number % len(OPTIONS)]
        suffix, options = OPTIONS[kind]
        path = folder / f"{number:03} {kind}{suffix}"
        command = [
            "ffmpeg", "-nostdin", "-v", "error", "-ss", str(start_s), "-t", str(SECONDS),
            "-i", str(source), "-map", "0:a:0", "-map_metadata", "-1", *options, str(path),
        ]  # fmt: skip
        if subprocess.run(command, check=False).returncode == 0 and is_long(path):
            tag_song(path, kind)
            layout = layout_of(path)
            others = tuple(without_fields(layout.codec, layout.entries, FIELDS))
            made[path] = Former(kind, path.read_bytes(), sound_of(path, SILENT), others)
    return made


def is_long(path: Path) -> bool:
    """Whether a piece is not the end of a song, or behind it."""
    try:
        with AudioReader(path) as reader:
            n_frames = sum(len(block) for block in reader.blocks())
            return n_frames > reader.info.rate_hz * SECONDS / 2
    except AudioError:
        return False


def layout_of(path: Path) -> TagLayout:
    """Read a file's layout. Raises UnreadableTags."""
    with path.open("rb") as file:
        return read_layout(file, path.stat().st_size, path.suffix)


def fill(path: Path, songs: dict[Path, Former]) -> None:
    """Make the library, with a yes to two tags of every song."""
    with Library.open(path) as library:
        for song in songs:
            song_id = add_song(library, song)
            for name in ("kick", "piano"):
                library.do(Judge(song_id, tag_id(library, name), State.YES))


def killed_once(verb: str, library: Path, delay_s: float) -> int:
    """Start writing or taking back, and kill it; return how many files it had reported."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.killed_tag_writer", verb, str(library)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(delay_s)
    os.kill(process.pid, signal.SIGKILL)
    rest = process.stdout.read().splitlines()
    process.wait()
    return bool(first) + len(rest)


def losses(library: Path, songs: dict[Path, Former]) -> Counter[str]:
    """Count old and new files, and what is lost: files that are neither, or have no way back."""
    with Library.open(library, read_only=True) as opened:
        noted = opened.frames.written_hashes()
    found = Counter[str]()
    for path, former in songs.items():
        if not path.exists():
            found["lost: not there"] += 1
        elif path.read_bytes() == former.data:
            found["old"] += 1
        elif not is_new(path, former):
            found["lost: neither old nor new"] += 1
        elif former.audio_hash not in noted:
            found["lost: no way back"] += 1
        else:
            found["new"] += 1
    return found


def is_new(path: Path, former: Former) -> bool:
    """Whether a file is as it should be after writing."""
    try:
        layout = layout_of(path)
    except UnreadableTags:
        return False
    kept = tuple(without_fields(layout.codec, layout.entries, FIELDS))
    genre = values_of(layout.codec, layout.entries, "GENRE")
    return (
        kept == former.others and genre == ("kick",) and sound_of(path, SILENT) == former.audio_hash
    )


def once(verb: str, library: Path) -> None:
    """Write or take back to the end."""
    subprocess.run(
        [sys.executable, "-m", "tests.support.killed_tag_writer", verb, str(library)],
        cwd=ROOT, stdout=subprocess.DEVNULL, check=True,
    )  # fmt: skip


def main(music: Path, folder: Path, n_files: int, n_kills: int) -> int:
    """Kill, look, and at the end write and take back to the end; 0 where nothing was lost."""
    folder.mkdir(parents=True)
    os.environ["RHYTHMCAP_HOME"] = tempfile.mkdtemp()
    songs = cut(music, folder, n_files)
    library, draw = folder / "library.db", random.Random(2)
    fill(library, songs)
    kinds = Counter(former.kind for former in songs.values())
    lost, n_drafts = Counter[str](), 0
    for number in range(n_kills):
        verb = TURNS[number % len(TURNS)]
        n_done = killed_once(verb, library, draw.uniform(0.0, LONGEST_S))
        found = losses(library, songs)
        lost += Counter({name: n for name, n in found.items() if name.startswith("lost")})
        drafts = sum(path.suffix == ".part" for path in folder.iterdir())
        n_drafts += drafts
        row = {"kill": number + 1, "at": verb, "done": n_done, "drafts": drafts, **found}
        print(json.dumps(row), flush=True)  # noqa: T201
    once("write", library)
    written = losses(library, songs)
    once("revert", library)
    end = losses(library, songs)
    left = [path.name for path in folder.iterdir() if path.suffix == ".part"]
    total = {
        "files": dict(kinds), "kills": n_kills, "drafts": n_drafts,
        "lost": dict(lost), "written at the end": written, "taken back": end, "left behind": left,
    }  # fmt: skip
    print(json.dumps(total, indent=1))  # noqa: T201
    return 0 if not lost and end == Counter(old=len(songs)) and not left else 1


if __name__ == "__main__":
    numbers = [int(text) for text in sys.argv[3:5]]
    n_files, n_kills = [*numbers, *(100, 50)[len(numbers) :]]
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), n_files, n_kills))
