"""A prototypical network: an embedding learned so that the mean song of a tag stands for it.

Snell et al. 2017, "Prototypical networks for few-shot learning"; for sound Pons et al. 2019,
"Training neural audio classifiers with few data", whose embedding is a VGG with ten outputs. A tag
is a question of two classes here, yes and no; a cell without a decision is in neither.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.errors import TrainingError
from core.jobs import SILENT, JobContext, SubJob
from core.library.records import Labels
from core.metrics.log_odds import sigmoid
from core.models.segments import Layout, repeated, song_starts
from core.systems.frames import MelScale, Patches, drawn_patches
from core.systems.song_views import RECIPE, SongFile, SongViews, song_files
from core.systems.system import FittedSystem, Scores, States, learnable_tags
from core.systems.vector_system import song_vectors
from core.training.config import LearningRate
from core.training.labels import judged_songs, sorted_songs
from core.training.optim import RatedAdam

MIN_SONGS = 4  # two to make prototypes of and two to be judged by them
PATCH_FRAMES = 128  # 2.7 s
N_SHOTS = 5  # songs of an answer that make its prototype, and as many that are judged
N_EPISODES = 300
N_EMBEDDING = 10  # Pons et al. 2019
WIDTHS = (16, 32, 32, 32)
POOLS = ((2, 4), (2, 4), (2, 4), (2, 2))  # mel bins × frames: 96 × 128 becomes 6 × 1
MAX_SONG_PIECES = 32
RATE = LearningRate(1e-3, 200)

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class PrototypicalNetwork:
    """A System: a small VGG trained in episodes, and prototypes of every tag's yes and no.

    episodes: how many it learns from.
    """

    name: str = "prototypical"
    episodes: int = N_EPISODES

    def fit(
        self, songs: Labels, views: SongViews, seed: int, job: JobContext = SILENT
    ) -> FittedSystem:
        """See System. Fewer than MIN_SONGS judged songs are too few."""
        songs = judged_songs(sorted_songs(songs))
        if len(songs.paths) < MIN_SONGS:
            raise TrainingError("systems.too_few_songs", n=len(songs.paths), needed=MIN_SONGS)
        patches = drawn_patches(songs, views, PATCH_FRAMES, seed, SubJob(job, 0.0, 0.1))
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            embedder = _Embedder(Vgg().eval(), MelScale.of(patches), views)
        rng = np.random.default_rng([seed, self.episodes])
        episodes = Episodes(patches, songs.states, rng)
        columns = learnable_tags(songs.states)
        if len(columns):
            learn(embedder, episodes, columns, self.episodes, SubJob(job, 0.1, 0.7))
        vectors = song_vectors(embedder.vector, songs, SubJob(job, 0.8, 0.2))
        n_tags = songs.states.shape[1]
        yes, no = (
            _means(vectors, songs.states[:, columns] == state, len(columns)) for state in (1, 0)
        )
        return _FittedPrototypes(embedder, yes, no, columns, n_tags)


def _means(
    vectors: NDArray[np.floating], chosen: NDArray[np.bool_], n_tags: int
) -> NDArray[np.float64]:
    """Average the vectors that are chosen for each tag: (n_tags, N_EMBEDDING)."""
    means = np.zeros((n_tags, N_EMBEDDING))
    for tag in range(n_tags):
        means[tag] = vectors[chosen[:, tag]].mean(axis=0)
    return means


@dataclass(frozen=True, slots=True)
class _FittedPrototypes:
    embedder: _Embedder
    yes: NDArray[np.float64]
    no: NDArray[np.float64]
    columns: Rows
    n_tags: int

    def scores(self, songs: Labels, job: JobContext = SILENT) -> Scores:
        scores = np.full((len(songs.paths), self.n_tags), np.nan)
        for song in song_files(songs):
            job.check()
            job.report(song.row, len(songs.paths), song.path.name)
            vector = self.embedder.vector(song)
            far_yes, far_no = (np.square(vector - mean).sum(axis=1) for mean in (self.yes, self.no))
            margins = np.clip(far_no - far_yes, -50.0, 50.0)
            scores[song.row, self.columns] = sigmoid(margins)
        return scores


class Vgg(nn.Module):
    """Four layers of 3 × 3 filters, and ten numbers: (n, n_mels, PATCH_FRAMES) -> (n, 10)."""

    def __init__(self) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        for n_in, n_out, pool in zip((1, *WIDTHS[:-1]), WIDTHS, POOLS, strict=True):
            layers += [nn.Conv2d(n_in, n_out, 3, padding=1), nn.MaxPool2d(pool)]
            layers += [nn.BatchNorm2d(n_out), nn.ELU()]  # behind the pooling: an eighth to do
        n_rows = RECIPE.n_mels // int(np.prod([rows for rows, _ in POOLS]))
        n_steps = PATCH_FRAMES // int(np.prod([steps for _, steps in POOLS]))
        self.layers = nn.Sequential(*layers, nn.Flatten())
        self.output = nn.Linear(WIDTHS[-1] * n_rows * n_steps, N_EMBEDDING)

    def forward(self, log_mel: Tensor) -> Tensor:
        """See the class."""
        embedding: Tensor = self.output(self.layers(log_mel.unsqueeze(1)))
        return embedding


@dataclass(frozen=True, slots=True)
class _Embedder:
    """The network with all that it needs to read a song."""

    network: Vgg
    scale: MelScale
    views: SongViews

    def vector(self, song: SongFile) -> NDArray[np.float64]:
        """Average the embeddings of the pieces of a song: (N_EMBEDDING,).

        They cover it where it is shorter than 87 s, and are evenly spread where it is longer.
        """
        log_mel = repeated(self.views.log_mel(song), PATCH_FRAMES, RECIPE)
        starts = song_starts(log_mel.shape[1], PATCH_FRAMES, Layout.EVEN)
        if len(starts) > MAX_SONG_PIECES:
            starts = np.linspace(0, starts[-1], MAX_SONG_PIECES).astype(np.int64)
        pieces = np.stack([log_mel[:, start : start + PATCH_FRAMES] for start in starts])
        with torch.inference_mode():
            embedded = self.network(torch.from_numpy(self.scale.apply(pieces)))
            return np.asarray(embedded.double().mean(dim=0).numpy())


# -- episodes ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Episodes:
    """Pieces of songs (n_songs, n_patches, n_mels, n_frames), their decisions, and the luck."""

    patches: Patches
    states: States
    rng: np.random.Generator

    def draw(self, column: int) -> tuple[Rows, Rows]:
        """Draw the songs of an episode about one tag: those of the prototypes, those judged.

        N_SHOTS of both answers in both, fewer where there are fewer. The only song of an answer is
        in both, with another piece of it.
        """
        support, query = [], []
        for state in (1, 0):
            rows = self.rng.permutation(np.flatnonzero(self.states[:, column] == state))
            rows = rows[: 2 * N_SHOTS]
            half = (len(rows) + 1) // 2
            support.append(rows[:half])
            query.append(rows[half:] if len(rows) > 1 else rows)
        return np.concatenate(support), np.concatenate(query)

    def pieces(self, rows: Rows) -> Patches:
        """Draw a piece of each of some songs: (n_rows, n_mels, n_frames)."""
        return self.patches[rows, self.rng.integers(0, self.patches.shape[1], len(rows))]


def learn(
    embedder: _Embedder, episodes: Episodes, columns: Rows, n_episodes: int, job: JobContext
) -> list[float]:
    """Train the embedding (Snell et al. 2017, algorithm 1); return the loss of each episode.

    columns: tags that have a yes and a no. Raises Cancelled between episodes.
    """
    network = embedder.network.train()
    adam = RatedAdam((parameter, RATE) for parameter in network.parameters())
    losses = []
    with torch.enable_grad():
        for episode in range(n_episodes):
            job.check()
            job.report(episode, n_episodes)
            support, query = episodes.draw(int(episodes.rng.choice(columns)))
            pieces = episodes.pieces(np.concatenate([support, query]))
            embedded = network(torch.from_numpy(embedder.scale.apply(pieces)))
            states = torch.from_numpy(episodes.states[:, columns])
            loss = episode_loss(embedded, states[support], states[query])
            loss.backward()  # type: ignore[no-untyped-call]
            adam.step()
            losses.append(float(loss.detach()))
    network.eval()
    return losses


def episode_loss(embedded: Tensor, support: Tensor, query: Tensor) -> Tensor:
    """Return the mean cross-entropy of all judged cells of an episode (equations 1 and 2 there).

    embedded: (n_support + n_query, N_EMBEDDING). support, query: states (n, n_tags), as in Labels.
    Tags of which the support has no yes or no no are left out. A softmax over two negative squared
    distances is a sigmoid of their difference.
    """
    known, judged = embedded[: len(support)], embedded[len(support) :]
    far = []
    for state in (1, 0):
        chosen = (support == state).float()
        prototypes = chosen.T @ known / chosen.sum(dim=0).clamp(min=1.0).unsqueeze(1)
        far.append((judged.unsqueeze(1) - prototypes.unsqueeze(0)).square().sum(dim=2))
    has_both = (support == 1).any(dim=0) & (support == 0).any(dim=0)
    counted = (query >= 0) & has_both
    margins = far[1] - far[0]  # (n_query, n_tags)
    return nn.functional.binary_cross_entropy_with_logits(
        margins[counted], (query == 1).float()[counted]
    )
