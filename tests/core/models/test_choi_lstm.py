"""The house's network has the thesis's sizes, and its fast form says the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

from core.models.catalogue import ARCHITECTURES, build_network
from core.models.choi_lstm import PRESETS, STARTER, THESIS, ChoiConfig, ChoiLstm
from core.models.sections import Section

TINY = ChoiConfig(
    n_tags=3, n_mels=24, n_frames=64, channels=(4, 6, 8), pools=((2, 4), (2, 2), None),
    hidden=8, classifier_hidden=8,
)  # fmt: skip


def network(config: ChoiConfig = TINY) -> ChoiLstm:
    torch.manual_seed(0)
    return ChoiLstm(config)


def test_a_segment_passes_the_sizes_of_the_thesis() -> None:
    cnn = network(replace(THESIS, hidden=4)).eval().reduction
    sizes = []
    x = cnn.input_norm(torch.zeros(1, 96, 1366)).unsqueeze(1)
    for block in cnn.blocks:
        convolved = block.conv(x)
        x = block(x)
        sizes.append((tuple(convolved.shape[2:]), tuple(x.shape[1:])))
    assert sizes == [
        ((94, 1364), (32, 47, 341)),
        ((45, 339), (128, 22, 84)),
        ((20, 82), (128, 10, 20)),
        ((8, 18), (192, 4, 4)),
        ((2, 2), (256, 2, 2)),
    ]
    assert THESIS.n_features == 1024


def test_dropout_follows_the_first_three_pools_and_both_lstm_layers() -> None:
    thesis = network(replace(THESIS, hidden=4))
    assert [block.dropout.p for block in thesis.reduction.blocks] == [0.1, 0.1, 0.1, 0, 0]
    assert (thesis.temporal.lstm.num_layers, thesis.temporal.lstm.dropout) == (2, 0.3)
    assert thesis.temporal.dropout.p == 0.3


@pytest.mark.parametrize("axis", ["mel", "frame"])
def test_the_input_is_normalised_per_mel_bin_or_per_frame(axis: str) -> None:
    config = replace(TINY, input_norm=axis)
    standardised = network(config).train().reduction.input_norm(torch.randn(16, 24, 64) * 3 + 5)
    over = (0, 2) if axis == "mel" else (0, 1)
    assert torch.allclose(standardised.mean(dim=over), torch.zeros(1), atol=1e-4)
    assert torch.allclose(standardised.std(dim=over, unbiased=False), torch.ones(1), atol=1e-3)


@pytest.mark.parametrize("config", [TINY, replace(STARTER, input_norm="frame")])
def test_the_fast_form_of_the_cnn_gives_the_same_numbers(config: ChoiConfig) -> None:
    made = network(config).train()
    sound = torch.randn(4, config.n_mels, config.n_frames) * 4 - 8
    with torch.no_grad():
        made.reduction(sound)  # so that the running statistics are not those of birth
        plain = made.eval().reduction(sound)
        fast = made.evaluation_forms()[0](sound)
    assert torch.allclose(plain, fast, atol=1e-4)


def test_the_starter_fits_in_eight_megabytes() -> None:
    n_weights = sum(parameter.numel() for parameter in network(PRESETS["starter"]).parameters())
    assert n_weights * 2 < 8e6


def test_padding_behind_a_song_changes_nothing() -> None:
    made = network().eval()
    song = torch.randn(1, 3, TINY.n_features)
    padded = torch.cat([song, torch.randn(1, 2, TINY.n_features)], dim=1)
    with torch.no_grad():
        assert torch.allclose(
            made.song_logits(song, torch.tensor([3])), made.song_logits(padded, torch.tensor([3]))
        )


def test_the_last_prefix_is_the_song() -> None:
    made = network().eval()
    song = torch.randn(5, TINY.n_features)
    with torch.no_grad():
        prefixes = made.prefix_logits(song)
        assert torch.allclose(prefixes[-1], made.song_logits(song[None], torch.tensor([5]))[0])
        assert torch.allclose(prefixes[1], made.song_logits(song[None], torch.tensor([2]))[0])


def test_without_a_temporal_section_a_song_is_the_mean_of_its_segments() -> None:
    made = network(replace(TINY, hidden=TINY.n_features)).eval()
    made.temporal = None
    assert list(made.sections()) == [Section.REDUCTION, Section.CLASSIFIER]
    songs = torch.randn(2, 4, TINY.n_features)
    with torch.no_grad():
        values = torch.sigmoid(made.classifier(songs))
        scores = torch.sigmoid(made.song_logits(songs, torch.tensor([4, 2])))
        assert torch.allclose(scores[0], values[0].mean(dim=0), atol=1e-6)
        assert torch.allclose(scores[1], values[1, :2].mean(dim=0), atol=1e-6)
        assert torch.allclose(torch.sigmoid(made.prefix_logits(songs[0]))[-1], scores[0], atol=1e-6)


def test_every_architecture_says_what_it_is_for() -> None:
    for row in ARCHITECTURES.values():
        assert row.title
        assert row.paper or row.is_external
        assert row.good_at.count(".") >= 2
    assert isinstance(build_network("choi_lstm", {"n_tags": 2, "hidden": 4}), ChoiLstm)
