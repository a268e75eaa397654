"""Many recordings in parallel, kept in files: a run that was stopped goes on where it was."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sound_banks import BANKS, Synthesizer

from starter.composing import compose
from starter.rendering import program_levels, record
from starter.truth import WORDS

PIECES_A_FILE = 50
TRAINED_BANKS, UNSEEN_BANK = ("fluid", "musescore"), "timgm6mb"

_loaded: dict[str, tuple[Synthesizer, NDArray[np.float32]]] = {}  # shared with forked workers


@dataclass(frozen=True, slots=True)
class Batch:
    """Pieces first to last (without it) of a seed, and the file they are kept in."""

    seed: int
    first: int
    last: int
    banks: tuple[str, ...]
    path: Path


@dataclass(frozen=True, slots=True)
class Recordings:
    """All recordings of a set, end to end.

    frames: float16, (n_all_frames, n_mels). states: int8, (n_all_seconds, N_TARGETS).
    frame_starts, second_starts: (n + 1,), where each begins. styles, banks: of each.
    """

    frames: NDArray[np.float16]
    states: NDArray[np.int8]
    frame_starts: NDArray[np.int64]
    second_starts: NDArray[np.int64]
    styles: NDArray[np.str_]
    banks: NDArray[np.str_]

    def __len__(self) -> int:
        """How many recordings."""
        return len(self.styles)

    def log_mel(self, row: int) -> NDArray[np.float16]:
        """Return one recording: (n_mels, n_frames)."""
        return self.frames[self.frame_starts[row] : self.frame_starts[row + 1]].T

    def all_song_states(self) -> NDArray[np.int8]:
        """Return the states of the words for whole recordings: (n, n_words)."""
        words = self.states[:, : len(WORDS)]
        spans = zip(self.second_starts[:-1], self.second_starts[1:], strict=True)
        return np.stack([summarise(words[first:last]) for first, last in spans])


def summarise(seconds: NDArray[np.int8]) -> NDArray[np.int8]:
    """Reduce (n_seconds, n) to (n,): yes from a fifth of the time on, no if never, or unknown."""
    share = (seconds == 1).mean(axis=0)
    summary = np.where(share >= 0.2, 1, np.where((seconds == 0).all(axis=0), 0, -1))
    return summary.astype(np.int8)


def load_banks(names: Sequence[str]) -> None:
    """Load banks before workers are forked. Raises SoundBankError."""
    for name in names:
        if name not in _loaded:
            synthesizer = Synthesizer(BANKS[name])
            _loaded[name] = (synthesizer, program_levels(synthesizer))


def make_recordings(
    folder: Path, seed: int, n_pieces: int, banks: tuple[str, ...],
    report: Callable[[int, int], None],
) -> Recordings:  # fmt: skip
    """Compose and render the first pieces of a seed on all cores, or read what is there.

    Raises SoundBankError.
    """
    load_banks(banks)
    folder.mkdir(parents=True, exist_ok=True)
    batches = []
    for first in range(0, n_pieces, PIECES_A_FILE):
        last = min(first + PIECES_A_FILE, n_pieces)
        path = folder / f"{seed}-{'-'.join(banks)}-{first}-{last}.npz"
        batches.append(Batch(seed, first, last, banks, path))
    todo = [batch for batch in batches if not batch.path.exists()]
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("fork")) as pool:
        for done, _ in enumerate(pool.map(_make_batch, todo), len(batches) - len(todo) + 1):
            report(done, len(batches))
    return read_recordings([batch.path for batch in batches])


def _make_batch(batch: Batch) -> None:
    made = []
    for number in range(batch.first, batch.last):
        bank = batch.banks[number % len(batch.banks)]
        made.append(record(compose(batch.seed, number), number, *_loaded[bank]))
    unfinished = batch.path.with_suffix(".part.npz")
    np.savez(
        unfinished,
        frames=np.concatenate([recording.log_mel.T for recording in made]),
        states=np.concatenate([recording.states.T for recording in made]),
        n_frames=[recording.log_mel.shape[1] for recording in made],
        n_seconds=[recording.states.shape[1] for recording in made],
        styles=[recording.style for recording in made],
        banks=[recording.bank for recording in made],
    )
    unfinished.replace(batch.path)


def read_recordings(paths: Sequence[Path]) -> Recordings:
    """Read the files of a set."""
    parts: dict[str, list[NDArray[np.generic]]] = {}
    for path in paths:
        with np.load(path) as file:
            for name in file.files:
                parts.setdefault(name, []).append(file[name])
    joined = {name: np.concatenate(arrays) for name, arrays in parts.items()}
    starts = [np.concatenate([[0], np.cumsum(joined[name])]) for name in ("n_frames", "n_seconds")]
    return Recordings(
        joined["frames"], joined["states"], starts[0], starts[1], joined["styles"], joined["banks"]
    )
