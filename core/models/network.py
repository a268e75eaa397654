"""What every tagging network has in common: three named sections and how they make a song's score.

reduction: one segment -> features. temporal: a song's sequence of features -> one vector (absent
in networks that tag chunks). classifier: a vector -> one logit a tag. No sizes stand here.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from core.models.folded_blocks import evaluation_form
from core.models.sections import Section
from core.models.segments import Layout

TINY = 1e-6


class TaggingNetwork(nn.Module):
    """A network of three sections; subclasses make the sections and nothing else.

    reduction: (n, n_mels, n_frames) -> (n, n_features).
    temporal: (batch, steps, n_features) -> (batch, steps, n_vector), causal: step k has seen
    steps 0 to k; None where a song's score is the mean of its segments' scores.
    classifier: (n, n_vector) -> (n, n_tags), logits. segment_frames: length of a segment.
    """

    reduction: nn.Module
    temporal: nn.Module | None
    classifier: nn.Module
    n_features: int
    segment_frames: int
    hop_frames: int = 0  # from one segment of a song to the next; 0: a whole one
    layout: Layout = Layout.END_ALIGNED

    def sections(self) -> dict[Section, nn.Module]:
        """Return the sections this network has, in the order of the signal."""
        temporal = {} if self.temporal is None else {Section.TEMPORAL: self.temporal}
        return {
            Section.REDUCTION: self.reduction,
            **temporal,
            Section.CLASSIFIER: self.classifier,
        }

    @property
    def output(self) -> nn.Linear:
        """The last layer, one row a tag: what is widened when new tags are learned."""
        layers = [module for module in self.classifier.modules() if isinstance(module, nn.Linear)]
        return layers[-1]

    def early_reduction(self) -> tuple[nn.Module, ...]:
        """Return the first layers of the reduction, which learn at a lower rate (default: none)."""
        return ()

    def evaluation_forms(self) -> tuple[nn.Module, ...]:
        """Return copies of the reductions that give the same numbers in evaluate mode, faster.

        The network's own is the first. Later training does not reach them.
        """
        return (evaluation_form(self.reduction),)

    def vectors(self, sequences: Tensor, lengths: Tensor) -> Tensor:
        """Return the temporal section's state of each song after its last step.

        sequences: (batch, steps, n_features), padded after `lengths` steps -> (batch, n_vector).
        """
        if self.temporal is None:
            raise ValueError("this network has no temporal section")
        states: Tensor = self.temporal(sequences)
        return states[torch.arange(len(states), device=states.device), lengths - 1]

    def song_logits(self, sequences: Tensor, lengths: Tensor) -> Tensor:
        """Return logits of whole songs: (batch, steps, n_features), (batch,) -> (batch, n_tags)."""
        if self.temporal is not None:
            logits: Tensor = self.classifier(self.vectors(sequences, lengths))
            return logits
        steps = torch.arange(sequences.shape[1], device=sequences.device)
        inside = steps[None, :] < lengths[:, None]  # a head's batch norm must not see the padding
        scores = torch.sigmoid(self.classifier(sequences[inside]))
        songs = torch.split(scores, lengths.tolist())
        return torch.logit(torch.stack([song.mean(dim=0) for song in songs]), eps=TINY)

    def prefix_logits(self, sequence: Tensor) -> Tensor:
        """Return the logits after each further step.

        (steps, n_features) -> (steps, n_tags), logits.
        """
        if self.temporal is not None:
            prefixes: Tensor = self.classifier(self.temporal(sequence.unsqueeze(0))[0])
            return prefixes
        scores = torch.sigmoid(self.classifier(sequence))
        n_steps = torch.arange(1, len(scores) + 1, device=scores.device).unsqueeze(1)
        return torch.logit(scores.cumsum(dim=0) / n_steps, eps=TINY)

    def forward(self, segments: Tensor) -> Tensor:
        """One song's segments to its logits: (steps, n_mels, n_frames) -> (n_tags,)."""
        features = self.reduction(segments).unsqueeze(0)
        lengths = torch.tensor([features.shape[1]], device=features.device)
        return self.song_logits(features, lengths)[0]
