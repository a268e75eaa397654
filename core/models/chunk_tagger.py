"""What the public taggers have in common: one chunk of sound in, one vector, one score a tag.

embed() is the reduction of the thesis' terms, classify() the classifier; there is no temporal
section. The head sits at the top level because the public checkpoints name it so.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn


class ChunkTagger(nn.Module):
    """A network that tags chunks of a fixed length.

    n_embedding: width of the vector that embed() gives. head: names of the classifier's parts.
    """

    n_embedding: int
    head: tuple[str, ...]

    def embed(self, chunks: Tensor) -> Tensor:
        """(batch, mels, frames) or (batch, samples) -> (batch, n_embedding)."""
        raise NotImplementedError

    def classify(self, embedding: Tensor) -> Tensor:
        """(batch, n_embedding) -> (batch, n_tags), logits."""
        raise NotImplementedError

    def forward(self, chunks: Tensor) -> Tensor:
        """Logits of each chunk: (batch, …) -> (batch, n_tags)."""
        return self.classify(self.embed(chunks))


class NarrowHeadTagger(ChunkTagger):
    """Dropout → Linear, as in the FCN and the CRNN."""

    head = ("dense",)

    def __init__(self, n_embedding: int, n_tags: int) -> None:
        super().__init__()
        self.n_embedding = n_embedding
        self.dropout = nn.Dropout(0.5)
        self.dense = nn.Linear(n_embedding, n_tags)

    def classify(self, embedding: Tensor) -> Tensor:
        """(batch, n_embedding) -> (batch, n_tags), logits."""
        logits: Tensor = self.dense(self.dropout(embedding))
        return logits


class WideHeadTagger(ChunkTagger):
    """Linear → batch norm → ReLU → dropout → Linear, as in Musicnn and the short-chunk CNNs."""

    head = ("dense1", "bn", "dense2")

    def __init__(self, n_embedding: int, n_hidden: int, n_tags: int) -> None:
        super().__init__()
        self.n_embedding = n_embedding
        self.dense1 = nn.Linear(n_embedding, n_hidden)
        self.bn = nn.BatchNorm1d(n_hidden)
        self.dropout = nn.Dropout(0.5)
        self.dense2 = nn.Linear(n_hidden, n_tags)

    def classify(self, embedding: Tensor) -> Tensor:
        """(batch, n_embedding) -> (batch, n_tags), logits."""
        hidden = self.dropout(torch.relu(self.bn(self.dense1(embedding))))
        logits: Tensor = self.dense2(hidden)
        return logits
