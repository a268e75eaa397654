"""The public taggers as networks of our three sections: a backbone, a head, and maybe an LSTM.

A backbone reduces one chunk to a vector; the head names it. Public files name the head's parts at
the top level and have no sections: own_state() translates.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from core.models.blocks import LstmStack, Perceptron
from core.models.network import TaggingNetwork
from core.models.segments import Layout

LSTM_DROPOUT = 0.3  # as in the thesis
TENSORFLOW_EPSILON = 1e-3  # of its batch norms
HEAD_PARTS = ("dense.", "dense1.", "bn.", "dense2.")


class Backbone(nn.Module):
    """The reduction of a public tagger. n_features: width of the vector it gives."""

    n_features: int


class NarrowHead(nn.Module):
    """Dropout → Linear, as in the FCN and the CRNN."""

    def __init__(self, n_features: int, n_tags: int) -> None:
        super().__init__()
        self.dropout = nn.Dropout(0.5)
        self.dense = nn.Linear(n_features, n_tags)

    def forward(self, features: Tensor) -> Tensor:
        """(batch, n_features) -> (batch, n_tags), logits."""
        logits: Tensor = self.dense(self.dropout(features))
        return logits


class WideHead(nn.Module):
    """Linear → batch norm → ReLU → dropout → Linear, as in Musicnn and the short-chunk CNNs.

    direct: the features also go straight to the logits, past the hidden units, which know only
    what the tags they were trained for needed.
    """

    def __init__(
        self, n_features: int, n_hidden: int, n_tags: int, *, direct: bool = False
    ) -> None:
        super().__init__()
        self.dense1 = nn.Linear(n_features, n_hidden)
        self.bn = nn.BatchNorm1d(n_hidden)
        self.dropout = nn.Dropout(0.5)
        self.direct = nn.Linear(n_features, n_tags, bias=False) if direct else None
        self.dense2 = nn.Linear(n_hidden, n_tags)

    def hidden_units(self, features: Tensor) -> Tensor:
        """(batch, n_features) -> (batch, n_hidden)."""
        units: Tensor = torch.relu(self.bn(self.dense1(features)))
        return units

    def forward(self, features: Tensor) -> Tensor:
        """(batch, n_features) -> (batch, n_tags), logits."""
        logits: Tensor = self.dense2(self.dropout(self.hidden_units(features)))
        return logits if self.direct is None else logits + self.direct(features)


class ReluFirstHead(WideHead):
    """Dropout → Linear → ReLU → batch norm → dropout → Linear, as in MusiCNN of 2019."""

    def __init__(
        self, n_features: int, n_hidden: int, n_tags: int, *, direct: bool = False
    ) -> None:
        super().__init__(n_features, n_hidden, n_tags, direct=direct)
        self.bn.eps = TENSORFLOW_EPSILON

    def hidden_units(self, features: Tensor) -> Tensor:
        """(batch, n_features) -> (batch, n_hidden)."""
        units: Tensor = self.bn(torch.relu(self.dense1(self.dropout(features))))
        return units


class ChunkTagger(TaggingNetwork):
    """A public tagger: chunks are scored one by one, a song's score is their mean."""

    layout = Layout.EVEN

    def __init__(self, backbone: Backbone, head: nn.Module, segment_frames: int) -> None:
        super().__init__()
        self.n_features = backbone.n_features
        self.segment_frames = segment_frames
        self.reduction = backbone
        self.temporal = None
        self.classifier = head


class ChunkLstm(TaggingNetwork):
    """A public backbone over chunks, then the thesis's LSTM and perceptron over the song.

    direct: the mean of the chunks also goes straight to the logits.
    """

    layout = Layout.EVEN

    def __init__(
        self,
        backbone: Backbone,
        n_tags: int,
        segment_frames: int,
        *,
        hidden: int,
        direct: bool = False,
    ) -> None:
        super().__init__()
        self.n_features = backbone.n_features
        self.segment_frames = segment_frames
        self.reduction = backbone
        width = backbone.n_features
        self.temporal = LstmStack(
            width, hidden, layers=2, dropout=LSTM_DROPOUT, appends_mean=direct
        )
        self.classifier = Perceptron(hidden, hidden, n_tags, width if direct else 0)


def own_state(public: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return a public state dict with our sections put in front of the names."""
    return {_own_name(name): value for name, value in public.items()}


def _own_name(name: str) -> str:
    section = "classifier" if name.startswith(HEAD_PARTS) else "reduction"
    return f"{section}.{name}"
