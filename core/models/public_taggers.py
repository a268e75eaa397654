"""The public architectures as rows for the catalogue: each alone, and each with an LSTM behind it.

Sizes a card may hold: n_tags; width (musicnn, musicnn_2019); head (hidden units of a wide head);
standardise (Choi's MSD weights); lstm (units, in the forms that end in +lstm); direct (features
also go straight to the logits, where anything lies between).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core.models.chunk_tagger import Backbone
    from core.models.network import TaggingNetwork

LSTM_UNITS = 256
Sizes = Mapping[str, Any]

_WON = "Won, Ferraro, Bogdanov and Serra 2020"
_CHOI_16 = "Choi, Fazekas and Sandler 2016"
_CHOI_17 = "Choi, Fazekas, Sandler and Cho 2017"


@dataclass(frozen=True, slots=True)
class PublicTagger:
    """A public architecture. head: hidden units of its wide head, 0 for a narrow one.

    segment_frames: length of a chunk in frames of the recipe (samples where it takes those).
    relu_first: the wide head's ReLU comes before its batch norm.
    """

    name: str
    title: str
    paper: str
    year: int
    recipe: str
    segment_frames: int
    head: int
    backbone: Callable[[Sizes], Backbone]
    relu_first: bool = False

    def build(self, sizes: Sizes) -> TaggingNetwork:
        """Build a network with fresh weights; chunks are scored one by one."""
        from core.models.chunk_tagger import ChunkTagger, NarrowHead, ReluFirstHead, WideHead

        backbone = self.backbone(sizes)
        n_tags, hidden = int(sizes["n_tags"]), int(sizes.get("head", self.head))
        width = backbone.n_features
        direct = bool(sizes.get("direct", False))
        if not hidden:
            return ChunkTagger(backbone, NarrowHead(width, n_tags), self.segment_frames)
        wide_head = ReluFirstHead if self.relu_first else WideHead
        head = wide_head(width, hidden, n_tags, direct=direct)
        return ChunkTagger(backbone, head, self.segment_frames)

    def build_with_lstm(self, sizes: Sizes) -> TaggingNetwork:
        """Build a network with fresh weights; an LSTM follows the song from chunk to chunk."""
        from core.models.chunk_tagger import ChunkLstm

        units = int(sizes.get("lstm", LSTM_UNITS))
        n_tags, direct = int(sizes["n_tags"]), bool(sizes.get("direct", False))
        backbone = self.backbone(sizes)
        return ChunkLstm(backbone, n_tags, self.segment_frames, hidden=units, direct=direct)


def _fcn(_: Sizes) -> Backbone:
    from core.models.fcn import Fcn

    return Fcn()


def _crnn(_: Sizes) -> Backbone:
    from core.models.fcn import Crnn

    return Crnn()


def _musicnn(sizes: Sizes) -> Backbone:
    from core.models.musicnn import Musicnn

    return Musicnn(int(sizes.get("width", 64)))


def _musicnn_wide(sizes: Sizes) -> Backbone:
    from core.models.musicnn import Musicnn

    return Musicnn(int(sizes.get("width", 512)))


def _musicnn_2019(sizes: Sizes) -> Backbone:
    from core.models.musicnn_2019 import Musicnn2019

    return Musicnn2019(int(sizes.get("width", 64)))


def _vgg_2019(_: Sizes) -> Backbone:
    from core.models.musicnn_2019 import Vgg2019

    return Vgg2019()


def _sample(_: Sizes) -> Backbone:
    from core.models.sample_level import SampleLevel

    return SampleLevel()


def _sample_se(_: Sizes) -> Backbone:
    from core.models.sample_level import SampleLevelExcitation

    return SampleLevelExcitation()


def _short_chunk(_: Sizes) -> Backbone:
    from core.models.short_chunk import ShortChunk

    return ShortChunk()


def _short_chunk_res(_: Sizes) -> Backbone:
    from core.models.short_chunk import ShortChunk

    return ShortChunk(residual=True)


def _self_attention(_: Sizes) -> Backbone:
    from core.models.self_attention import SelfAttention

    return SelfAttention()


def _harmonic(_: Sizes) -> Backbone:
    from core.models.harmonic import Harmonic

    return Harmonic()


def _choi_cnn(sizes: Sizes) -> Backbone:
    from core.models.choi_msd import ChoiMsdCnn

    return ChoiMsdCnn(standardise=bool(sizes.get("standardise", True)))


def _choi_crnn(sizes: Sizes) -> Backbone:
    from core.models.choi_msd import ChoiMsdCrnn

    return ChoiMsdCrnn(standardise=bool(sizes.get("standardise", True)))


PUBLIC_TAGGERS: tuple[PublicTagger, ...] = (
    PublicTagger(
        "fcn", "FCN", _CHOI_16, 2016, "mel96-16k", 1813, 0, _fcn,
    ),
    PublicTagger(
        "crnn", "CRNN", _CHOI_17, 2017, "mel96-16k", 1813, 0, _crnn,
    ),
    PublicTagger(
        "musicnn", "MusiCNN", "Pons et al. 2018; Pons and Serra 2019", 2018, "mel96-16k", 188, 200,
        _musicnn,
    ),
    PublicTagger(
        "musicnn_wide", "MusiCNN, wide", "Pons et al. 2018; Pons and Serra 2019", 2018,
        "mel96-16k", 188, 500, _musicnn_wide,
    ),
    PublicTagger(
        "musicnn_2019", "MusiCNN (2019)", "Pons and Serra 2019", 2019, "musicnn-2019", 187, 200,
        _musicnn_2019, relu_first=True,
    ),
    PublicTagger(
        "vgg_2019", "VGG (2019)", "Pons and Serra 2019", 2019, "musicnn-2019", 187, 0, _vgg_2019,
    ),
    PublicTagger(
        "sample", "Sample-level CNN", "Lee, Park, Kim and Nam 2017", 2017, "waveform-16k", 59_049,
        0, _sample,
    ),
    PublicTagger(
        "sample_se", "Sample-level CNN + SE", "Kim, Lee and Nam 2019", 2019, "waveform-16k",
        59_049, 512, _sample_se,
    ),
    PublicTagger(
        "short_chunk", "Short-chunk CNN", _WON, 2020, "mel128-16k", 231, 512, _short_chunk,
    ),
    PublicTagger(
        "short_chunk_res", "Short-chunk CNN + residual", _WON, 2020, "mel128-16k", 231, 512,
        _short_chunk_res,
    ),
    PublicTagger(
        "self_attention", "Self-attention", "Won, Chun and Serra 2019", 2019, "mel128-16k", 938,
        0, _self_attention,
    ),
    PublicTagger(
        "harmonic", "Harmonic CNN", "Won, Chun, Nieto and Serra 2020", 2020, "waveform-16k",
        80_000, 256, _harmonic,
    ),
    PublicTagger(
        "choi_msd_cnn", "Choi CNN (MSD)", _CHOI_16, 2016, "choi-msd", 1366, 0, _choi_cnn,
    ),
    PublicTagger(
        "choi_msd_crnn", "Choi CRNN (MSD)", _CHOI_17, 2017, "choi-msd", 1366, 0, _choi_crnn,
    ),
)  # fmt: skip
