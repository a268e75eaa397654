"""An autoencoder of log-mel pieces: learned from the sounds of all songs, tagged or not.

The semi-supervised answer to few decisions: a code from which a spectrogram can be drawn again
(Hinton and Salakhutdinov 2006), whose mean and spread over a song are its vector. Convolutions run
over time only, the mel bins being channels, as in Dieleman and Schrauwen 2014.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.jobs import SILENT, JobContext, SubJob
from core.library.records import Labels
from core.models.segments import repeated
from core.systems.frames import MelScale, Patches, drawn_patches
from core.systems.song_views import RECIPE, SongFile, SongViews
from core.systems.vector_system import Vectorizer
from core.training.config import LearningRate
from core.training.optim import RatedAdam

PATCH_FRAMES = 64  # 1.4 s
N_HIDDEN, N_CODES = 64, 64
KERNEL, STRIDE = 4, 2  # every layer halves the frames
N_STEPS, BATCH = 400, 64
RATE = LearningRate(1e-3, 300)


@dataclass(frozen=True, slots=True)
class AutoencoderVectors:
    """Mean and spread over the song of what an autoencoder writes for every 85 ms.

    steps: of Adam, with BATCH pieces each. codes: numbers of a code.
    """

    steps: int = N_STEPS
    codes: int = N_CODES

    def fit(
        self, songs: Labels, views: SongViews, seed: int, job: JobContext = SILENT
    ) -> Vectorizer:
        """See Representation. The vectorizer gives float32 (2 · codes,): all means first."""
        patches = drawn_patches(songs, views, PATCH_FRAMES, seed, SubJob(job, 0.0, 0.3))
        scale = MelScale.of(patches)
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            network = Autoencoder(self.codes)
        rng = np.random.default_rng([seed, self.steps])
        train(network, patches, scale, (rng, self.steps), SubJob(job, 0.3, 0.7))
        return lambda song: _vector(network, scale, song, views)


class Autoencoder(nn.Module):
    """Two layers down to a code for four frames, and two up again.

    (n, n_mels, n_frames) -> the same, n_frames a multiple of 4.
    """

    def __init__(self, codes: int) -> None:
        super().__init__()
        n_mels = RECIPE.n_mels
        self.encoder = nn.Sequential(
            nn.Conv1d(n_mels, N_HIDDEN, KERNEL, STRIDE, padding=1),
            nn.ELU(),
            nn.Conv1d(N_HIDDEN, codes, KERNEL, STRIDE, padding=1),
        )
        self.decoder = nn.Sequential(
            nn.ELU(),
            nn.ConvTranspose1d(codes, N_HIDDEN, KERNEL, STRIDE, padding=1),
            nn.ELU(),
            nn.ConvTranspose1d(N_HIDDEN, n_mels, KERNEL, STRIDE, padding=1),
        )

    def forward(self, log_mel: Tensor) -> Tensor:
        """See the class."""
        drawn_again: Tensor = self.decoder(self.encoder(log_mel))
        return drawn_again


def train(
    network: Autoencoder,
    patches: Patches,
    scale: MelScale,
    drawing: tuple[np.random.Generator, int],
    job: JobContext = SILENT,
) -> list[float]:
    """Lower the mean squared error of pieces that are drawn at random; return it step by step.

    patches: (n_songs, n_patches, n_mels, n_frames). drawing: the generator and the number of
    steps. Raises Cancelled between steps.
    """
    rng, n_steps = drawing
    pieces = patches.reshape(-1, *patches.shape[2:])
    adam = RatedAdam((parameter, RATE) for parameter in network.parameters())
    losses = []
    with torch.enable_grad():
        for step in range(n_steps):
            job.check()
            job.report(step, n_steps)
            batch = torch.from_numpy(scale.apply(pieces[rng.integers(0, len(pieces), BATCH)]))
            loss = nn.functional.mse_loss(network(batch), batch)
            loss.backward()  # type: ignore[no-untyped-call]
            adam.step()
            losses.append(float(loss.detach()))
    return losses


def _vector(
    network: Autoencoder, scale: MelScale, song: SongFile, views: SongViews
) -> NDArray[np.float32]:
    log_mel = scale.apply(repeated(views.log_mel(song), PATCH_FRAMES, RECIPE))
    with torch.inference_mode():
        codes = network.encoder(torch.from_numpy(log_mel).unsqueeze(0))[0]  # (codes, n_frames / 4)
        vector = torch.cat([codes.mean(dim=1), codes.std(dim=1, correction=0)])
    return np.asarray(vector.numpy())
