"""The songs of a deposit, told by their sound: a table, Hugging Face's, an index, the splits."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from core.exchange.deposit.deposit_records import Contents
from core.exchange.files.output import free_file_name
from core.exchange.label_source import LabelSource, SongLabels
from core.exchange.tables.cell_records import to_cell
from core.jobs import JobContext
from core.library.colleagues import is_agreed
from core.library.records import State
from core.messages import message

SONG_COLUMNS = (
    "audio_hash", "file_name", "title", "artist", "album", "year", "duration_s", "rate_hz",
    "channels", "n_yes", "n_no", "n_unsure", "n_disagreed", "n_parts",
)  # fmt: skip
JAMS_SUFFIX = ".jams"
APART = "; "  # between the tags of a song
DISAGREED = "disagreed"
STATES = (State.YES.value, State.NO.value, State.UNSURE.value, DISAGREED)


@dataclass(slots=True)
class SongSummary:
    """What the data sheet says of the songs and of how their decisions were made.

    states, sources, annotators: how many decisions are so, or by whom. files: by audio hash, the
    name that the tables give a song's file, and where it is on this computer.
    """

    n_songs: int = 0
    n_judged: int = 0
    duration_s: float = 0.0
    artists: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    states: dict[str, int] = field(default_factory=dict)
    sources: dict[str, int] = field(default_factory=dict)
    annotators: dict[str, int] = field(default_factory=dict)
    n_with_guess: int = 0
    n_parts: int = 0
    files: dict[str, tuple[str, Path]] = field(default_factory=dict)

    @property
    def n_decisions(self) -> int:
        """Count all decisions."""
        return sum(self.states.values())

    @property
    def n_annotators(self) -> int:
        """Count who decided; what several have settled is nobody's ear."""
        return sum(not is_agreed(name) for name in self.annotators)

    def add(self, source: LabelSource, labels: SongLabels) -> None:
        """Count one song and its decisions."""
        song = labels.song
        self.n_songs += 1
        self.n_judged += bool(labels.decisions)
        self.duration_s += song.duration_s
        self.artists.update(song.artists)
        self.years.update({song.year} if song.year is not None else ())
        for decision in labels.decisions:
            name = source.annotator_name(decision.annotator_id)
            for counts, key in (
                (self.states, decision.state.value),
                (self.sources, decision.source.value),
                (self.annotators, name),
            ):
                counts[key] = counts.get(key, 0) + 1
            self.n_with_guess += decision.guess_visible
            self.n_parts += decision.start_s is not None


def write_song_files(source: LabelSource, contents: Contents, job: JobContext) -> SongSummary:
    """Write songs.csv and huggingface/metadata.csv. Raises OSError, Cancelled."""
    summary = SongSummary()
    taken: set[str] = set()
    songs_path = contents.add("data/songs.csv", "the songs: their sound's hash, names, lengths")
    face_path = contents.add(
        "huggingface/metadata.csv", "the songs' tags for Hugging Face's audiofolder"
    )
    with (
        songs_path.open("w", encoding="utf-8", newline="") as songs_file,
        face_path.open("w", encoding="utf-8", newline="") as face_file,
    ):
        songs, face = csv.writer(songs_file), csv.writer(face_file)
        songs.writerow(SONG_COLUMNS)
        face.writerow(("file_name", "audio_hash", "title", "artist", *STATES))
        for labels in source.songs(job):
            summary.add(source, labels)
            song = labels.song
            name = free_file_name(song.path.stem, song.path.suffix, taken)
            tags = _tags_by_state(source, labels)
            n_parts = sum(decision.start_s is not None for decision in labels.decisions)
            counts = (*(len(tags[state]) for state in STATES), n_parts)
            facts = (song.title, song.artist, song.album, "" if song.year is None else song.year)
            length = (round(song.duration_s, 3), song.rate_hz, song.channels)
            _write(songs, (song.audio_hash, name, *facts, *length, *counts))
            lists = (APART.join(tags[state]) for state in STATES)
            _write(face, (name, song.audio_hash, song.title, song.artist, *lists))
            summary.files[song.audio_hash] = (name, song.path)
    return summary


def write_index(
    contents: Contents, summary: SongSummary, *, with_audio: bool, job: JobContext
) -> None:
    """Write index.json as mirdata has it: files of every song with their MD5 checksums.

    with_audio: also of the sound files, as far as they are there; they are no part of the deposit.
    Raises OSError, Cancelled.
    """
    tracks: dict[str, dict[str, list[str | None]]] = {}
    for n_done, (audio_hash, (name, path)) in enumerate(summary.files.items()):
        job.check()
        job.report(n_done, len(summary.files), message("exchange.checksums"))
        checksum = md5_of(path) if with_audio and path.is_file() else None
        tracks[audio_hash] = {"audio": [name, checksum]}
    for name in contents.files:
        if name.endswith(JAMS_SUFFIX):
            audio_hash = _hash_in_jams(contents.folder / name)
            if audio_hash in tracks:
                tracks[audio_hash]["jams"] = [name, md5_of(contents.folder / name)]
    path = contents.add("index.json", "an index of the songs as mirdata has it, with checksums")
    text = json.dumps({"version": "1.0", "tracks": tracks}, indent=1, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


def md5_of(path: Path) -> str:
    """Return a file's MD5, which mirdata checks files by. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()


def write_split(contents: Contents, name: str, sides: Iterable[tuple[str, str]]) -> None:
    """Write a split: (audio hash, side) a song. Raises OSError."""
    taken = {Path(other).name for other in contents.files}
    file = free_file_name(name, ".csv", taken)
    path = contents.add(f"splits/{file}", f"the split “{name}”: a side for every song")
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("audio_hash", "side"))
        writer.writerows(sides)


def _hash_in_jams(path: Path) -> str:
    """Return the hash of the sound that a JAMS file, as it is written here, is about."""
    metadata = json.loads(path.read_text(encoding="utf-8"))["file_metadata"]
    return str(metadata["identifiers"].get("audio_hash", ""))


def _tags_by_state(source: LabelSource, labels: SongLabels) -> dict[str, list[str]]:
    """Return the tags of a whole song by what annotators say of them, each tag once.

    What was settled counts; else, where their decisions differ, a tag is among the disagreed.
    """
    states: dict[int, set[str]] = {}
    settled: dict[int, set[str]] = {}
    for decision in sorted(labels.decisions, key=lambda decision: decision.updated_at):
        if decision.start_s is not None:
            continue
        by_ear = states.setdefault(decision.tag_id, set())
        if is_agreed(source.annotator_name(decision.annotator_id)):
            settled[decision.tag_id] = {decision.state.value}  # the last word counts
        else:
            by_ear.add(decision.state.value)
    found: dict[str, list[str]] = {state: [] for state in STATES}
    for tag_id, of_tag in (states | settled).items():
        found[next(iter(of_tag)) if len(of_tag) == 1 else DISAGREED].append(
            source.tags[tag_id].name
        )
    return found


def _write(writer: csv.writer, row: Iterable[object]) -> None:  # type: ignore[valid-type]
    writer.writerow([to_cell(value) for value in row])  # type: ignore[attr-defined]
