"""Other rooms, devices and ensembles for log-mel segments, drawn anew each time they are seen."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from core.models.cnn_lstm import SILENCE
from starter.truth import COLUMN, LOCAL, N_OCTAVES, N_PROGRAMS, N_TARGETS, NO, UNKNOWN, WORDS, YES

N_KNOTS, KNOT_DEVIATION = 6, 0.5  # of the equaliser, in ln
MIXED, FLOORED, MASKED, NARROWED = 0.35, 0.4, 0.5, 0.15  # shares of segments
UNIFIED = torch.tensor(
    [word in LOCAL for word in WORDS] + [True] * (N_PROGRAMS + N_OCTAVES)
)  # targets of which a mixture has those of both


def augment(
    values: Tensor, states: Tensor, generator: torch.Generator, *, mixes: bool = True
) -> tuple[Tensor, Tensor]:
    """Return segments (batch, n_mels, n_frames), ln, and states (batch, N_TARGETS), altered."""
    mixed, states = _mix(values, states, generator) if mixes else (values, states)
    sounding = mixed.amax(dim=1, keepdim=True) > SILENCE
    level = mixed.amax(dim=(1, 2), keepdim=True)
    altered = mixed + _equaliser(mixed, generator)
    altered = _narrow(altered, generator)
    floor = level - _uniform(mixed, generator, 4.0, 14.0)
    floored = torch.logaddexp(altered, floor + 0.5 * _noise(mixed, generator))
    altered = torch.where(_chosen(mixed, generator, FLOORED), floored, altered)
    altered = _mask(altered, level, generator)
    return torch.where(sounding, altered, mixed), states


def _shape(values: Tensor) -> tuple[int, int, int]:
    return (len(values), 1, 1)


def _uniform(values: Tensor, generator: torch.Generator, low: float, high: float) -> Tensor:
    drawn = torch.rand(_shape(values), generator=generator, device=values.device)
    return low + (high - low) * drawn


def _chosen(values: Tensor, generator: torch.Generator, share: float) -> Tensor:
    return torch.rand(_shape(values), generator=generator, device=values.device) < share


def _noise(values: Tensor, generator: torch.Generator) -> Tensor:
    return torch.randn(values.shape, generator=generator, device=values.device)


def _equaliser(values: Tensor, generator: torch.Generator) -> Tensor:
    knots = torch.randn((len(values), 1, N_KNOTS), generator=generator, device=values.device)
    curve = nn.functional.interpolate(
        knots * KNOT_DEVIATION, values.shape[1], mode="linear", align_corners=True
    )
    return curve.transpose(1, 2)


def _narrow(values: Tensor, generator: torch.Generator) -> Tensor:
    """Let some lose their treble above a random band."""
    bands = torch.arange(values.shape[1], device=values.device).view(1, -1, 1)
    edge = _uniform(values, generator, 0.4, 1.0) * values.shape[1]
    lost = torch.clamp(bands - edge, min=0.0) * 0.6
    return values - torch.where(_chosen(values, generator, NARROWED), lost, torch.zeros_like(lost))


def _mask(values: Tensor, level: Tensor, generator: torch.Generator) -> Tensor:
    bands = torch.arange(values.shape[1], device=values.device).view(1, -1, 1)
    for _ in range(2):
        first = _uniform(values, generator, 0.0, float(values.shape[1]))
        width = _uniform(values, generator, 0.0, 12.0)
        inside = (bands >= first) & (bands < first + width)
        masked = torch.where(inside, torch.minimum(values, level - 12.0), values)
        values = torch.where(_chosen(values, generator, MASKED), masked, values)
    return values


def _mix(values: Tensor, states: Tensor, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Add another segment of the batch to some, in energy; they have the words of both."""
    order = torch.randperm(len(values), generator=generator, device=values.device)
    levels = values.amax(dim=(1, 2), keepdim=True)
    gain = levels - levels[order] + _uniform(values, generator, -5.0, 0.0) * 0.5
    chosen = _chosen(values, generator, MIXED) & (levels[order] > SILENCE) & (levels > SILENCE)
    mixed = torch.where(chosen, torch.logaddexp(values, values[order] + gain), values)
    return mixed, torch.where(chosen[:, :, 0], mixed_states(states, states[order]), states)


def mixed_states(one: Tensor, other: Tensor) -> Tensor:
    """Return what holds of two segments together: (batch, N_TARGETS)."""
    unknown = torch.full_like(one, UNKNOWN)
    either = torch.where((one == YES) | (other == YES), torch.full_like(one, YES), unknown)
    either = torch.where((one == NO) & (other == NO), torch.full_like(one, NO), either)
    alike = torch.where(one == other, one, unknown)
    mixed = torch.where(UNIFIED.to(one.device)[:N_TARGETS], either, alike)
    mixed[:, COLUMN["solo"]] = NO
    mixed[:, [COLUMN["sparse"], COLUMN["ensemble"]]] = UNKNOWN
    return mixed
