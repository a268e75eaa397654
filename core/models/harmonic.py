"""Harmonic CNN: triangular filters that sit on a tone and its overtones, stacked as channels.

Won, Chun, Nieto, Serra 2020, "Data-driven harmonic filters for audio representation learning".
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from core.models.chunk_blocks import ConvPool2d, Residual2d
from core.models.chunk_tagger import Backbone

RATE_HZ, N_FFT, HOP = 16_000, 512, 256
N_HARMONICS, N_BANDS = 6, 128
FIRST_MIDI, LAST_MIDI = 24, 88  # C1 up to, not including, E6, in half semitones
BANDWIDTH_SLOPE, BANDWIDTH_HZ = 0.1079, 24.7  # the ear's bandwidth as the paper gives it
FLOOR = 1e-10


def centres_hz() -> Tensor:
    """Return centre frequencies, harmonic by harmonic: (768,)."""
    step = (LAST_MIDI - FIRST_MIDI) / N_BANDS
    midi = FIRST_MIDI + step * torch.arange(N_BANDS, dtype=torch.float64)
    tones_hz = 440.0 * 2.0 ** ((midi - 69.0) / 12.0)
    return torch.cat([tones_hz * n for n in range(1, N_HARMONICS + 1)]).float()


class HarmonicFilters(nn.Module):
    """Waveform to the dB of each band of each harmonic; the bands' sharpness Q is learned."""

    def __init__(self) -> None:
        super().__init__()
        self.bw_Q = nn.Parameter(torch.ones(1))
        self.register_buffer("window", torch.hann_window(N_FFT), persistent=False)
        self.register_buffer("centres", centres_hz(), persistent=False)
        bins_hz = torch.linspace(0.0, RATE_HZ / 2, N_FFT // 2 + 1).unsqueeze(1)
        self.register_buffer("bins_hz", bins_hz, persistent=False)

    def bank(self) -> Tensor:
        """Return triangles on the FFT bins: (257, 768)."""
        centres = self.get_buffer("centres")
        width_hz = (BANDWIDTH_SLOPE * centres + BANDWIDTH_HZ) / self.bw_Q
        away = 2.0 * (self.get_buffer("bins_hz") - centres) / width_hz
        return torch.relu(torch.minimum(1.0 + away, 1.0 - away))

    def forward(self, samples: Tensor) -> Tensor:
        """(batch, samples) -> (batch, 6, 128, frames), dB."""
        power = self._power(samples)  # (batch, 257, frames)
        bands = power.transpose(1, 2) @ self.bank()
        batch, frames, _ = bands.shape
        stacked = bands.view(batch, frames, N_HARMONICS, N_BANDS).permute(0, 2, 3, 1)
        return 10.0 * torch.log10(torch.clamp(stacked, min=FLOOR))

    def _power(self, samples: Tensor) -> Tensor:
        window = self.get_buffer("window")
        if torch.onnx.is_in_onnx_export():  # ONNX knows no complex numbers
            pairs = torch.stft(samples, N_FFT, HOP, window=window, return_complex=False)
            return pairs.square().sum(dim=-1)
        spectrum = torch.stft(samples, N_FFT, HOP, window=window, return_complex=True)
        return spectrum.abs().square()


class Harmonic(Backbone):
    """5 s of waveform; the harmonics of a tone meet at one place of the picture."""

    n_features = 256

    def __init__(self) -> None:
        super().__init__()
        self.hstft = HarmonicFilters()
        self.hstft_bn = nn.BatchNorm2d(N_HARMONICS)
        self.layer1 = ConvPool2d(N_HARMONICS, 128, 2)
        self.layer2 = Residual2d(128, 128, pool=2)
        self.layer3 = Residual2d(128, 128, pool=2)
        self.layer4 = Residual2d(128, 128, pool=2)
        self.layer5 = ConvPool2d(128, 256, 2)
        self.layer6 = Residual2d(256, 256, pool=(2, 3))
        self.layer7 = Residual2d(256, 256, pool=(2, 3))

    def forward(self, chunks: Tensor) -> Tensor:
        """(batch, 80000) -> (batch, 256)."""
        x = self.hstft_bn(self.hstft(chunks))
        for index in range(1, 8):
            x = getattr(self, f"layer{index}")(x)
        strongest: Tensor = x.squeeze(2).amax(dim=2)
        return strongest
