"""A data set to learn a source task from: its words, its clips, and the sides of its split.

Labels come from any file of labels that core/exchange reads, or from a library. The protocol is the
published one: of MagnaTagATune and the Million Song Dataset the 50 most frequent words, a word that
is not listed means no, clips without any of the words are left out.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import TrainingError
from core.exchange.format_registry import format_to_read
from core.exchange.formats import lastfm, magnatagatune, mtg_jamendo
from core.exchange.label_records import CODE_OF_STATE, LabelFile
from core.exchange.named_files import match_named_files
from core.exchange.steady_reading import read_steadily
from core.jobs import JobContext
from core.library.evaluation_rows import TEST, TRAIN, VALID
from core.library.records import Labels
from core.library.store import Library
from core.messages import message
from core.pretraining.split_lists import drawn_validation, listed_sides
from core.training.folds import artist_numbers
from core.training.labels import judged_songs
from core.training.split import extend_split, kept_mask, validation_rows

SIDES = (TRAIN, VALID, TEST)
ALL_WORDS = 0
PUBLISHED_WORDS = {magnatagatune.NAME: 50, lastfm.NAME: 50}
CLOSED_BY_PROTOCOL = (lastfm.NAME,)  # whose readers cannot know that
# As far as known: of the labels and of what may be done with what is learned from the sound.
LICENCES = {
    magnatagatune.NAME: "MagnaTagATune: CC BY-NC-SA 1.0 (music of Magnatune)",
    mtg_jamendo.NAME: "MTG-Jamendo: labels CC BY-NC-SA 4.0, music under the licence of each track",
    lastfm.NAME: "Last.fm tags of the Million Song Dataset: research only, not commercial",
}


@dataclass(frozen=True, slots=True)
class DataSetRequest:
    """Which data set. path: file or folder of labels, or a library. audio: folder of its clips.

    split: a folder of lists, or the name of a library's split; "" for the data set's own. n_words:
    the most frequent ones; ALL_WORDS, or None for as many as the protocol says. seed: of a split
    that is drawn.
    """

    path: Path
    audio: Path | None = None
    split: str = ""
    n_words: int | None = None
    seed: int = 0


@dataclass(frozen=True, slots=True)
class DataSet:
    """Clips with their words. songs: as the data set names them. files: None where one is missing.

    format: of its file, "" of a library. states: int8 (n_clips, n_words), 1 yes, 0 no, below 0 not
    judged. remarks: sentences on what was read as what.
    """

    name: str
    format: str
    split: str
    words: tuple[str, ...]
    songs: tuple[str, ...]
    files: tuple[Path | None, ...]
    sides: tuple[str, ...]
    states: NDArray[np.int8]
    remarks: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """The same for the same clips, sides, words and labels, wherever their files lie."""
        digest = hashlib.blake2b(digest_size=12)
        for text in (*self.songs, "", *self.sides, "", *self.words):
            digest.update(text.encode("utf-8", "surrogateescape") + b"\0")
        digest.update(np.ascontiguousarray(self.states).tobytes())
        return digest.hexdigest()

    @property
    def licence(self) -> str:
        """What is known of how it may be used; "" for nothing."""
        return LICENCES.get(self.format, "")

    @property
    def missing(self) -> tuple[str, ...]:
        """The clips that have no file."""
        pairs = zip(self.songs, self.files, strict=True)
        return tuple(song for song, file in pairs if file is None)

    def rows(self, side: str) -> NDArray[np.int64]:
        """Return the clips of a side."""
        return np.array([row for row, own in enumerate(self.sides) if own == side], dtype=np.int64)

    def select(self, rows: NDArray[np.int64]) -> DataSet:
        """Return some clips only."""
        return replace(
            self,
            songs=tuple(self.songs[row] for row in rows),
            files=tuple(self.files[row] for row in rows),
            sides=tuple(self.sides[row] for row in rows),
            states=self.states[rows],
        )


def read_data_set(request: DataSetRequest, job: JobContext) -> DataSet:
    """Read a data set with its split, and find its clips.

    Raises ExchangeError, LibraryError, Cancelled, and TrainingError where there is no such split,
    nothing to learn, or no clip at all.
    """
    read = _read_library if _is_library(request.path) else _read_label_file
    data_set = _with_split_words(read(request, job), request)
    if not any(data_set.files):
        folder = request.audio or request.path
        first = data_set.songs[0] if data_set.songs else ""
        raise TrainingError("pretraining.no_clip", folder=folder, song=first, path=folder)
    return data_set


def _is_library(path: Path) -> bool:
    """Tell a library from the other SQLite file that is a data set, the Last.fm tags."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(1 << 16)
    return head.startswith(lastfm.SQLITE_HEAD) and not lastfm.recognises(path, head)


# -- files of labels ------------------------------------------------------------------------------


def _read_label_file(request: DataSetRequest, job: JobContext) -> DataSet:
    form = format_to_read(request.path)
    file = read_steadily(form, request.path, job)
    remarks = list(file.remarks)
    sides = [song.side for song in file.songs]
    split = file.split
    if request.split:
        lists = Path(request.split)
        sides = listed_sides([song.path for song in file.songs], lists)
        split = lists.name
    if TRAIN in sides and VALID not in sides:
        sides = drawn_validation(sides, request.seed)
        remarks.append(message("pretraining.validation_drawn", n=sides.count(VALID)))
    folder = request.audio or (request.path if request.path.is_dir() else request.path.parent)
    return DataSet(
        name=form.label,
        format=file.format,
        split=split,
        words=tuple(word.name for word in file.words),
        songs=tuple(song.path or song.name for song in file.songs),
        files=tuple(match_named_files([s.path for s in file.songs], folder, job, any_suffix=True)),
        sides=tuple(sides),
        states=_states(file),
        remarks=tuple(remarks),
    )


def _states(file: LabelFile) -> NDArray[np.int8]:
    """Return the decisions on whole songs; what is not listed is no where the list is closed."""
    is_closed = file.closed or file.format in CLOSED_BY_PROTOCOL
    states = np.full((len(file.songs), len(file.words)), 0 if is_closed else -1, dtype=np.int8)
    for decision in file.decisions:
        if decision.start_s is None:
            states[decision.song, decision.word] = CODE_OF_STATE[decision.state]
    return states


# -- a library ------------------------------------------------------------------------------------


def _read_library(request: DataSetRequest, job: JobContext) -> DataSet:
    job.check()
    with Library.open(request.path, read_only=True) as library:
        labels = judged_songs(library.annotations.labels())
        names = library.evaluation.named_splits()
        name = request.split or (next(iter(names)) if len(names) == 1 else "")
        by_song = library.evaluation.named_split(name) if name else {}
        stored = library.evaluation.split_sides()
    if name and not by_song:
        known = ", ".join(names) or message("cli.nobody")
        raise TrainingError("pretraining.no_split", name=name, known=known)
    if by_song:
        sides = [by_song.get(int(song_id), "") for song_id in labels.song_ids]
        if TRAIN in sides and VALID not in sides:
            sides = drawn_validation(sides, request.seed)
    else:
        sides = _sides_by_artist(labels, stored, request.seed)
    return DataSet(
        name=request.path.stem,
        format="",
        split=name or message("pretraining.by_artist"),
        words=labels.tag_names,
        songs=tuple(map(str, labels.paths)),
        files=tuple(path if path.is_file() else None for path in labels.paths),
        sides=tuple(sides),
        states=labels.states,
    )


def _sides_by_artist(labels: Labels, stored: dict[str, str], seed: int) -> list[str]:
    """Take the sides that the library keeps, drawn where it has none; some to validate on."""
    kept = kept_mask(labels, {**stored, **extend_split(labels, stored, seed)})
    validation = set(validation_rows(artist_numbers(labels), np.flatnonzero(~kept)).tolist())
    return [
        TEST if kept[row] else VALID if row in validation else TRAIN for row in range(len(kept))
    ]


# -- words ----------------------------------------------------------------------------------------


def _with_split_words(data_set: DataSet, request: DataSetRequest) -> DataSet:
    """Keep the clips of the split and the words to learn. Raises TrainingError for none."""
    if not data_set.songs:
        raise TrainingError("pretraining.empty", name=data_set.name, path=request.path)
    in_split = np.array([side in SIDES for side in data_set.sides], dtype=np.bool_)
    for side in (TRAIN, VALID):
        if side not in data_set.sides:
            raise TrainingError("pretraining.no_side", name=data_set.name, path=request.path)
    data_set = data_set.select(np.flatnonzero(in_split))
    columns = _words_to_learn(data_set, request)
    states = data_set.states[:, columns]
    words = tuple(data_set.words[column] for column in columns)
    # As published; elsewhere a clip without any of the words tells as much as one with them.
    least = 1 if data_set.format in LICENCES else 0
    kept = np.flatnonzero((states >= least).any(axis=1))
    left_out = len(states) - len(kept)
    remarks = data_set.remarks
    if left_out:
        remarks += (message("pretraining.without_words", n=left_out),)
    kept_set = replace(data_set, states=states, words=words, remarks=remarks).select(kept)
    if not len(_learnable(kept_set)):
        raise TrainingError("training.nothing_to_learn", detail=data_set.name)
    if VALID not in kept_set.sides:
        raise TrainingError("pretraining.no_validation", name=data_set.name, path=request.path)
    return kept_set


def _learnable(data_set: DataSet) -> NDArray[np.int64]:
    """Return the columns with a yes and a no to learn from."""
    train = data_set.states[data_set.rows(TRAIN)]
    return np.flatnonzero((train == 1).any(axis=0) & (train == 0).any(axis=0))


def _words_to_learn(data_set: DataSet, request: DataSetRequest) -> NDArray[np.int64]:
    """Choose the columns with a yes and a no to learn from, the most frequent if not all."""
    learnable = _learnable(data_set)
    published = PUBLISHED_WORDS.get(data_set.format, ALL_WORDS)
    n_words = published if request.n_words is None else request.n_words
    if n_words == ALL_WORDS:
        return learnable
    n_yes = (data_set.states[:, learnable] == 1).sum(axis=0)
    most = np.argsort(-n_yes, kind="stable")[:n_words]
    return np.sort(learnable[most])
