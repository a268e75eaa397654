"""A recipe decides all numbers, and travels as plain data."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from core.errors import ModelError
from core.features.recipe import RECIPES, FeatureRecipe

THESIS = RECIPES["thesis"]


def test_a_segment_of_the_thesis_is_1366_frames() -> None:
    assert THESIS.seconds_of(1366) == 29.12


def test_the_frames_of_a_waveform_are_its_samples() -> None:
    assert RECIPES["waveform-16k"].seconds_of(59_049) == 59_049 / 16_000


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=lambda recipe: recipe.name)
def test_a_recipe_survives_the_way_through_a_model_card(recipe: FeatureRecipe) -> None:
    again = FeatureRecipe.from_json(json.loads(json.dumps(recipe.to_json())))
    assert again == recipe
    assert again.key == recipe.key


def test_keys_differ_exactly_where_numbers_differ() -> None:
    keys = {recipe.key for recipe in RECIPES.values()}
    assert len(keys) == len(RECIPES)
    assert replace(THESIS, name="another name").key == THESIS.key
    assert replace(THESIS, floor=1e-9).key != THESIS.key


def test_keys_stay_the_same_from_release_to_release() -> None:
    """Features cached by this version are found by the next; see recipe.COMPUTED_AS."""
    assert THESIS.key == "a1f56a465368"


def test_cepstra_are_made_from_what_the_thesis_stores() -> None:
    assert RECIPES["mfcc"].base is THESIS
    assert RECIPES["mfcc"].n_rows == 90


@pytest.mark.parametrize(
    "change",
    [
        {"window": "kaiser"},
        {"win_length": 400},
        {"power": 1},
        {"hop_length": 0},
        {"hop_length": 513},
        {"f_max_hz": 7000.0},
        {"n_cepstra": 97},
        {"compression": "sqrt"},
        {"octaves": 8},
        {"rate_hz": "fast"},
    ],
    ids=str,
)
def test_a_recipe_that_cannot_be_computed_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ModelError):
        FeatureRecipe.from_json({**THESIS.to_json(), **change})
