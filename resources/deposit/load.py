"""Load this deposit: its songs, tags, decisions and splits. Only csv and json are needed.

    from load import load, parts_of, tags_of
    deposit = load(".")
    for song in deposit["songs"].values():
        print(song["title"], [tag for tag, state in tags_of(song).items() if state == "yes"])
        print([(d["tag"], d["start_s"], d["end_s"]) for d in parts_of(song)])

A song's "decisions" are those of all annotators, on the whole song and on parts of it. tags_of()
makes one state a tag of them; a tag that is missing there was not judged, which is no "no".

Audio is no part of a deposit. To use your own copies, match them by "audio_hash" (blake2b over the
decoded samples, as RhythmCap computes it), or by artist, title and length. index.json lists the
files of every song with their MD5 checksums, as mirdata has it; check() compares them.
"""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

NUMBERS = (
    "year", "duration_s", "rate_hz", "channels", "n_yes", "n_no", "n_unsure", "n_disagreed",
    "n_parts", "intensity", "start_s", "end_s", "guess_visible", "codebook_version", "test",
    "trial", "a_start_s", "a_end_s", "b_start_s", "b_end_s", "x_start_s", "x_end_s",
)  # fmt: skip
SETTLED = "agreed ("  # how the name begins under which several annotators settled a disagreement
FORMULA_SIGNS = tuple("=+-@\t\r\n＝＋－＠")


def load(folder: str) -> dict:
    """Read a deposit's folder.

    Returns a dict: "songs" maps audio hashes to dicts with the columns of songs.csv and a list
    "decisions" (dicts with the columns of decisions.csv); "tags" maps names to dicts with the
    columns of codebook.csv; "splits" maps names to dicts of audio hash to side; "repeats" are dicts
    with the columns of repeats.csv: what the same ear said when it heard a song again; "abx_tests"
    are dicts with the columns of abx-tests.csv: a trial of a listening test of two tags each.
    Numbers are int or float, None where a cell is empty.
    """
    root = Path(folder)
    songs = {row["audio_hash"]: {**row, "decisions": []} for row in rows(root / "data/songs.csv")}
    for row in rows(root / "data/decisions.csv"):
        songs[row["audio_hash"]]["decisions"].append(row)
    tags = {row["tag"]: row for row in rows(root / "codebook/codebook.csv")}
    splits = {
        path.stem: {row["audio_hash"]: row["side"] for row in rows(path)}
        for path in sorted((root / "splits").glob("*.csv"))
    }
    listening = {
        name: rows(path) if (path := root / file).exists() else []
        for name, file in (("repeats", "data/repeats.csv"), ("abx_tests", "data/abx-tests.csv"))
    }
    return {"songs": songs, "tags": tags, "splits": splits, **listening}


def tags_of(song: dict, annotator: str | None = None) -> dict[str, str]:
    """Return what is said of a whole song: its tags, each with "yes", "no" or "unsure".

    annotator: only this one's decisions. Of several annotators what they settled counts; without
    that, a tag of which they say different things is "disagreed".
    """
    states: dict[str, set] = {}
    settled: dict[str, set] = {}
    for decision in sorted(song["decisions"], key=lambda decision: decision["updated_at"]):
        name = decision["annotator"]
        if decision["start_s"] is not None or annotator not in (None, name):
            continue
        by_ear = states.setdefault(decision["tag"], set())
        if annotator is None and name.startswith(SETTLED) and name.endswith(")"):
            settled[decision["tag"]] = {decision["state"]}
        else:
            by_ear.add(decision["state"])
    return {tag: next(iter(of_tag)) if len(of_tag) == 1 else "disagreed"
            for tag, of_tag in (states | settled).items()}  # fmt: skip


def parts_of(song: dict) -> list[dict]:
    """Return the decisions on parts of a song, by their start."""
    parts = [decision for decision in song["decisions"] if decision["start_s"] is not None]
    return sorted(parts, key=lambda part: (part["start_s"], part["end_s"]))


def check(folder: str, audio: str = "") -> list[str]:
    """Compare the files of index.json with their checksums; return the names that differ.

    audio: a folder with your copies of the sound files, "" for none. Files without a checksum,
    and sound files that are not there, are passed over.
    """
    root, different = Path(folder), []
    index = json.loads((root / "index.json").read_text(encoding="utf-8"))
    for files in index["tracks"].values():
        for kind, (name, checksum) in files.items():
            path = (Path(audio) if kind == "audio" and audio else root) / name
            if checksum is None or (kind == "audio" and not path.is_file()):
                continue
            if not path.is_file() or md5(path) != checksum:
                different.append(name)
    return different


def rows(path: Path) -> list[dict]:
    """Read a table: numbers as numbers, texts without the quote that keeps spreadsheets quiet."""
    with path.open(encoding="utf-8", newline="") as file:
        return [{key: value_of(key, cell) for key, cell in row.items()}
                for row in csv.DictReader(file)]  # fmt: skip


def value_of(column: str, cell: str) -> object:
    """Return the value of a cell."""
    if column in NUMBERS:
        return None if cell == "" else int(cell) if cell.lstrip("-").isdigit() else float(cell)
    quoted = cell.startswith("'") and cell.lstrip("'").startswith(FORMULA_SIGNS)
    return cell[1:] if quoted else cell


def md5(path: Path) -> str:
    """Return a file's MD5 checksum."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "md5").hexdigest()
