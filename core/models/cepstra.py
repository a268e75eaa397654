"""Statistics of the cepstra of a spectrogram: what a song sounds like, whatever is played.

Twenty mel-frequency cepstral coefficients, their slopes and the slopes of these (Davis and
Mermelstein 1980; Furui 1986), as librosa.feature.mfcc and librosa.feature.delta give them.
"""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.features.mfcc import dct_matrix

N_CEPSTRA = 20
N_MOMENTS = 3 * N_CEPSTRA  # of the cepstra, their first and their second differences
DELTA_WIDTH = 9  # frames


class CepstralStatistics(nn.Module):
    """Mean and standard deviation over the frames of cepstra, Δ and ΔΔ.

    (n, n_mels, n_frames) -> (n, 2 * N_MOMENTS): all means, then all deviations, in the units of
    the spectrogram. Nothing in it is trained, and its constants are in no file.
    """

    def __init__(self, n_mels: int) -> None:
        super().__init__()
        self.dct: Tensor
        self.deltas: Tensor
        self.register_buffer(
            "dct", torch.from_numpy(dct_matrix(N_CEPSTRA, n_mels)).float(), persistent=False
        )
        self.register_buffer("deltas", torch.from_numpy(delta_kernels()), persistent=False)

    def forward(self, log_mel: Tensor) -> Tensor:
        """See the class."""
        with torch.autocast(log_mel.device.type, enabled=False):
            cepstra = self.dct @ log_mel.float()  # (n, N_CEPSTRA, n_frames)
            rows = cepstra.flatten(0, 1).unsqueeze(1)
            margin = DELTA_WIDTH // 2
            rows = nn.functional.pad(rows, (margin, margin), mode="replicate")
            slopes = nn.functional.conv1d(rows, self.deltas)  # (n · N_CEPSTRA, 2, n_frames)
            slopes = slopes.reshape(*cepstra.shape[:2], 2, -1).transpose(1, 2).flatten(1, 2)
            moments = torch.cat([cepstra, slopes], dim=1)  # (n, N_MOMENTS, n_frames)
            means = moments.mean(dim=2)
            variances = (moments - means.unsqueeze(2)).square().mean(dim=2)
            return torch.cat([means, variances.sqrt()], dim=1)


def delta_kernels() -> NDArray[np.float32]:
    """Make the kernels of first and second differences: (2, 1, DELTA_WIDTH).

    Slope and curvature of the parabola fitted to DELTA_WIDTH frames (Savitzky and Golay 1964).
    """
    offsets = np.arange(DELTA_WIDTH) - DELTA_WIDTH // 2
    fit = np.linalg.pinv(np.vander(offsets.astype(float), 3, increasing=True))
    return np.stack([fit[1], 2.0 * fit[2]])[:, None].astype(np.float32)
