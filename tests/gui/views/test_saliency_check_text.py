"""What a likeness to maps of random weights means, at its limits."""

from __future__ import annotations

import pytest

from core.models.saliency_records import SanityCheck
from rhythmcap_gui.views.listening.saliency_texts import LEARNED_BELOW, SOUND_FROM, check_text


@pytest.mark.parametrize(
    ("mean", "meaning"),
    [
        (LEARNED_BELOW - 0.01, "shows what was learned"),
        (LEARNED_BELOW, "partly what was learned"),
        (SOUND_FROM - 0.01, "partly what was learned"),
        (SOUND_FROM, "mostly where sound is"),
    ],
)
def test_the_limits_divide_what_is_said(mean: float, meaning: str) -> None:
    assert meaning in check_text(SanityCheck((mean,), 100))
