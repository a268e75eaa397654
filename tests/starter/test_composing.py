"""Pieces of the starter: one seed, one piece; many lengths; words read off the score."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
import torch
from starter.augmenting import augment, mixed_states
from starter.composing import compose
from starter.pieces import Piece, PieceHit, PieceNote, PiecePart
from starter.programs import BY_NAME, BY_PROGRAM, DRUM_NOTES, DRUM_WORDS, OF_DEMO, SYNTHESISED
from starter.recordings import summarise
from starter.styles import DEMO_WEIGHTS, STYLES
from starter.truth import COLUMN, N_TARGETS, NO, UNKNOWN, UNTAUGHT, WORDS, YES, activity

from core.demo.mixing import INSTRUMENTS as DEMO_INSTRUMENTS
from core.demo.percussion import PIECES
from core.models.card import read_card
from core.paths import resource

SEED = 11


@pytest.fixture(scope="module")
def pieces() -> list[Piece]:
    """The first pieces of a seed."""
    return [compose(SEED, number) for number in range(150)]


def test_the_same_seed_gives_the_same_piece(pieces: list[Piece]) -> None:
    assert compose(SEED, 3) == pieces[3]
    assert compose(SEED + 1, 3) != pieces[3]


def test_every_style_is_composed_and_lengths_run_from_seconds_to_minutes(
    pieces: list[Piece],
) -> None:
    styles = Counter(piece.style for piece in pieces)
    assert set(styles) >= {style.name for style in STYLES if style.weight >= 1.5}
    assert set(styles) <= {style.name for style in STYLES} | set(DEMO_WEIGHTS)
    durations = [piece.duration_s for piece in pieces]
    assert min(durations) < 9
    assert max(durations) > 60


def test_players_stay_in_their_range_and_within_the_piece(pieces: list[Piece]) -> None:
    for piece in pieces:
        assert piece.parts
        assert any(note.start_s < piece.duration_s for note in piece.notes())
        for part in piece.parts:
            item = BY_NAME[part.instrument]
            assert part.program in item.programs
            assert all(item.low <= note.pitch <= item.high for note in part.notes)


def test_every_instrument_and_drum_has_its_words() -> None:
    named = {word for item in BY_NAME.values() for word in (*item.words, *item.doubtful)}
    assert {program for item in BY_NAME.values() for program in item.programs} == set(BY_PROGRAM)
    assert named - set(WORDS) <= {"effects", "percussion"}
    assert set(OF_DEMO) == set(SYNTHESISED) == set(DEMO_INSTRUMENTS)
    assert set(DRUM_NOTES) == set(DRUM_WORDS) == set(PIECES)


def test_the_starter_knows_these_words() -> None:
    card = read_card(resource("starter.json"))
    assert card.words == WORDS
    assert not set(UNTAUGHT) & set(WORDS)


def test_words_of_moments_follow_the_score() -> None:
    flute = PiecePart("lead", "flute", 73, (PieceNote(0.0, 1.0, 76, 0.8),))
    cello = PiecePart("bass", "cello", 42, (PieceNote(2.0, 1.5, 45, 0.8),))
    piece = Piece(
        "chamber", 1, 5.0, (flute, cello), (PieceHit(4.1, "snare", 0.9),), 0, 100.0,
        {"slow": False},
    )  # fmt: skip
    states = activity(piece, 5)
    assert states.shape == (N_TARGETS, 5)
    assert states[COLUMN["flute"]].tolist() == [YES, NO, NO, NO, NO]
    assert states[COLUMN["strings"]].tolist() == [NO, NO, YES, YES, NO]
    assert states[COLUMN["bass"]].tolist() == [NO, NO, YES, YES, NO]
    assert states[COLUMN["snare"]].tolist() == [NO, NO, NO, NO, YES]
    assert states[COLUMN["slow"]].tolist() == [NO] * 5
    assert states[COLUMN["happy"]].tolist() == [UNKNOWN] * 5
    summary = summarise(states.T)
    assert summary[COLUMN["flute"]] == YES
    assert summary[COLUMN["oboe"]] == NO


def test_a_doubtful_word_is_neither_true_nor_false() -> None:
    note = (PieceNote(0.0, 1.0, 64, 0.8),)
    sax = PiecePart("lead", "saxophone", 65, note)
    states = activity(Piece("solo", 1, 1.0, (sax,), (), 0, 100.0), 1)
    assert states[COLUMN["saxophone"], 0] == YES
    assert states[COLUMN["clarinet"], 0] == UNKNOWN
    assert states[COLUMN["oboe"], 0] == NO


def test_a_mixture_has_the_instruments_of_both() -> None:
    one, other = torch.zeros(1, N_TARGETS), torch.zeros(1, N_TARGETS)
    one[0, COLUMN["flute"]], other[0, COLUMN["harp"]] = YES, YES
    one[0, COLUMN["slow"]] = YES
    one[0, COLUMN["solo"]] = other[0, COLUMN["solo"]] = YES
    mixed = mixed_states(one, other)[0]
    words = {word: int(mixed[COLUMN[word]]) for word in ("flute", "harp", "oboe", "slow", "solo")}
    assert words == {"flute": YES, "harp": YES, "oboe": NO, "slow": UNKNOWN, "solo": NO}


def test_augmenting_keeps_silence_silent_and_numbers_finite() -> None:
    generator = torch.Generator().manual_seed(1)
    values = torch.randn(16, 96, 470) * 3 - 5
    values[:, :, 300:] = float(np.log(1e-10))
    states = torch.zeros(16, N_TARGETS)
    altered, same = augment(values, states, generator, mixes=False)
    assert torch.isfinite(altered).all()
    assert torch.equal(altered[:, :, 300:], values[:, :, 300:])
    assert torch.equal(same, states)
    assert not torch.equal(augment(values, states, generator)[0], values)
