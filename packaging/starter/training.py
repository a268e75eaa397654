"""Train the starter's network: first on single segments, then its LSTM and head on whole songs."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from core.models.cnn_lstm import CnnLstm
from core.models.device import half_precision
from core.models.segments import song_starts
from starter.augmenting import augment
from starter.recordings import Recordings
from starter.truth import N_TARGETS, WORDS

SILENT_VALUE = float(np.log(1e-10))
SECONDS_A_FRAME = 256 / 12_000
WEIGHT_DECAY, FINE_WEIGHT = 0.01, 0.5
SHORTENED = 0.15  # of segments are cut to 3 to 10 s
N_VARIANTS, MOST_STEPS, MOST_REPEATS = 4, 64, 12

M_TRIM_THRESHOLD, M_MMAP_MAX = -1, -4  # glibc's numbers of the options

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast. song_steps: batches of the second part."""

    epochs: int
    batch: int = 32
    rate: float = 4e-3
    song_steps: int = 1500
    song_batch: int = 32
    song_rate: float = 1e-3
    seed: int = 1


def keep_all_freed_memory() -> None:
    """Have the C library (glibc) give nothing back before the program ends.

    It asks the system anew for each tensor of more than 32 MB, and the system clears every page:
    a tenth to a quarter of an epoch.
    """
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        library.mallopt(M_MMAP_MAX, 0)
        library.mallopt(M_TRIM_THRESHOLD, -1)


def arithmetic(device: str) -> AbstractContextManager[object]:
    """Compute in 16 bits on a GPU only: processors are no faster so here, and differ in it."""
    return half_precision(device) if device == "cuda" else nullcontext()


class SegmentReader:
    """Cuts random segments of recordings, on the device.

    Recordings lie on a GPU as a whole; beside a processor they stay where they are.
    """

    def __init__(self, recordings: Recordings, n_frames: int, device: str) -> None:
        self.n_frames, self.device = n_frames, device
        self._frames = torch.from_numpy(recordings.frames).to(device)
        self._states = torch.from_numpy(recordings.states).to(device)
        self._starts = torch.from_numpy(recordings.frame_starts).to(device)
        self._seconds = torch.from_numpy(recordings.second_starts).to(device)

    def cut(self, rows: Tensor, starts: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor]:
        """Return (batch, n_mels, n_frames), silent behind `lengths`, and (batch, N_TARGETS)."""
        at = torch.arange(self.n_frames, device=self.device).unsqueeze(0)
        first, last = self._starts[rows].unsqueeze(1), self._starts[rows + 1].unsqueeze(1) - 1
        index = torch.minimum(first + starts.unsqueeze(1) + at, last)
        values = self._frames[index].float().transpose(1, 2)
        inside = (at < lengths.unsqueeze(1)).unsqueeze(1)
        values = torch.where(inside, values, torch.full_like(values, SILENT_VALUE))
        return values, self._summary(rows, starts, lengths)

    def _summary(self, rows: Tensor, starts: Tensor, lengths: Tensor) -> Tensor:
        n_seconds = int(np.ceil(self.n_frames * SECONDS_A_FRAME)) + 1
        at = torch.arange(n_seconds, device=self.device).unsqueeze(0)
        first = torch.floor(starts * SECONDS_A_FRAME + 0.3).long().unsqueeze(1)
        end = torch.ceil((starts + lengths) * SECONDS_A_FRAME - 0.3).long().unsqueeze(1)
        base, limit = self._seconds[rows].unsqueeze(1), self._seconds[rows + 1].unsqueeze(1) - 1
        inside = ((first + at) < torch.maximum(end, first + 1)).unsqueeze(2)
        states = self._states[torch.minimum(base + first + at, limit)]  # (batch, seconds, targets)
        share = ((states == 1) & inside).sum(dim=1) / inside.sum(dim=1)
        absent = ((states == 0) | ~inside).all(dim=1)
        unknown = torch.full_like(share, -1.0)
        return torch.where(share >= 0.2, 1.0, torch.where(absent, 0.0, unknown))

    def lengths(self, rows: Tensor) -> Tensor:
        """Frames of each recording."""
        return self._starts[rows + 1] - self._starts[rows]

    def draw(self, rows: Tensor, generator: torch.Generator) -> tuple[Tensor, Tensor]:
        """Cut one random segment of each recording, some of them shorter."""
        n = self.lengths(rows)
        drawn = torch.rand((3, len(rows)), generator=generator, device=self.device)
        starts = (drawn[0] * (n - self.n_frames).clamp(min=0)).long()
        lengths = torch.minimum(n - starts, torch.full_like(n, self.n_frames))
        short = (lengths * (0.3 + 0.7 * drawn[1])).long().clamp(min=100)
        lengths = torch.where(drawn[2] < SHORTENED, torch.minimum(short, lengths), lengths)
        return self.cut(rows, starts, lengths)


def masked_loss(logits: Tensor, states: Tensor) -> Tensor:
    """Mean cross-entropy over the known states: those of words, and of fine targets at half."""
    weights = (states >= 0).float()
    weights[:, len(WORDS) :] *= FINE_WEIGHT
    loss = nn.functional.binary_cross_entropy_with_logits(
        logits, states.clamp(min=0.0), weight=weights, reduction="sum"
    )
    return loss / weights.sum().clamp(min=1.0)


def train_segments(
    network: CnnLstm, recordings: Recordings, plan: Plan, device: str, report: Report
) -> None:
    """Train all sections on single segments; fine targets have a layer of their own meanwhile."""
    network.to(device).train()
    fine = nn.Linear(network.n_features, N_TARGETS - len(WORDS)).to(device)
    reader = SegmentReader(recordings, network.segment_frames, device)
    parameters = [*network.parameters(), *fine.parameters()]
    optimizer = torch.optim.AdamW(parameters, lr=plan.rate, weight_decay=WEIGHT_DECAY)
    n_batches = max(1, len(recordings) // plan.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, plan.rate, total_steps=plan.epochs * n_batches, pct_start=0.25
    )
    generator = torch.Generator(device).manual_seed(plan.seed)
    for epoch in range(1, plan.epochs + 1):
        order = torch.randperm(len(recordings), generator=generator, device=device)
        total = torch.zeros((), device=device)
        for rows in order[: n_batches * plan.batch].split(plan.batch):
            values, states = augment(*reader.draw(rows, generator), generator)
            with arithmetic(device):
                features = network.reduction(values)
            features = features.float()
            vectors = network.temporal(features.unsqueeze(1))[:, 0]
            loss = masked_loss(torch.cat([network.classifier(vectors), fine(features)], 1), states)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(parameters, 1.0)
            optimizer.step()
            schedule.step()
            total += loss.detach()
        report(f"epoch {epoch} of {plan.epochs}: loss {float(total) / n_batches:.4f}")
    network.eval()


@torch.no_grad()
def song_features(
    network: CnnLstm, recordings: Recordings, device: str, generator: torch.Generator | None
) -> list[Tensor]:
    """Reduce every recording, altered where there is a generator: (steps, n_features) each."""
    network.eval()
    reader = SegmentReader(recordings, network.segment_frames, device)
    length, rows, starts, counts = network.segment_frames, [], [], []
    for row in range(len(recordings)):
        n = int(recordings.frame_starts[row + 1] - recordings.frame_starts[row])
        found = song_starts(n, length, network.layout)
        rows += [row] * len(found)
        starts += found.tolist()
        counts.append(len(found))
    row_of, start_of = torch.tensor(rows, device=device), torch.tensor(starts, device=device)
    reduced = []
    for part in torch.arange(len(rows), device=device).split(256):
        n = torch.minimum(reader.lengths(row_of[part]) - start_of[part],
                          torch.full_like(part, length))  # fmt: skip
        values, states = reader.cut(row_of[part], start_of[part], n)
        if generator is not None:
            values = _alter(values, states, generator)
        with arithmetic(device):
            reduced.append(network.reduction(values).float())
    return list(torch.cat(reduced).split(counts))


def _alter(values: Tensor, states: Tensor, generator: torch.Generator) -> Tensor:
    """Augment without mixing: a segment mixed with one of another song would not fit its states."""
    return augment(values, states, generator, mixes=False)[0]


def train_songs(
    network: CnnLstm, recordings: Recordings, plan: Plan, device: str, report: Report
) -> None:
    """Train LSTM and head on songs of many lengths: parts of them, and one again and again."""
    generator = torch.Generator(device).manual_seed(plan.seed + 1)
    rng = np.random.default_rng(plan.seed)
    variants = [song_features(network, recordings, device, None)]
    variants += [song_features(network, recordings, device, generator) for _ in range(N_VARIANTS)]
    states = torch.from_numpy(recordings.all_song_states()).float().to(device)
    trained = [*network.temporal.parameters(), *network.classifier.parameters()]
    optimizer = torch.optim.AdamW(trained, lr=plan.song_rate, weight_decay=WEIGHT_DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, plan.song_rate, total_steps=plan.song_steps, pct_start=0.1
    )
    total = 0.0
    network.train()
    network.reduction.eval()
    for step in range(1, plan.song_steps + 1):
        rows = rng.integers(0, len(recordings), plan.song_batch)
        songs = [_longer(variants[int(rng.integers(len(variants)))][row], rng) for row in rows]
        lengths = torch.tensor([len(song) for song in songs], device=device)
        padded = nn.utils.rnn.pad_sequence(songs, batch_first=True)
        logits = network.classifier(network.vectors(padded, lengths))
        loss = masked_loss(logits, states[torch.from_numpy(rows).to(device)])
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        schedule.step()
        total += loss.item()
        if step % 300 == 0:
            report(f"songs: step {step} of {plan.song_steps}, loss {total / 300:.4f}")
            total = 0.0
    network.eval()


def _longer(song: Tensor, rng: np.random.Generator) -> Tensor:
    """Repeat a song, as it is or in another order, up to ten minutes."""
    if rng.random() < 0.4:
        repeats = int(np.exp(rng.uniform(0.0, np.log(MOST_REPEATS))))
        song = song.repeat(repeats, 1)[:MOST_STEPS]
    return song
