"""What a map of what speaks for a word is, and is not, in sentences."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.models.saliency_records import Method
from rhythmcap_gui.number_format import decimal_text, number_text, score_text
from rhythmcap_gui.saliency_state import MaskedState, SaliencyState, Sound

if TYPE_CHECKING:
    from core.models.saliency_records import Saliency, SanityCheck

# Maps of two networks with random weights correlate by .20 to .32 (the starter's network, three
# songs, two words): so much comes of the sound alone, and a map that is no more like them than they
# are like one another shows none of it. .7 is half of the ranks' variance in common (.7² = .49).
LEARNED_BELOW, SOUND_FROM = 0.3, 0.7


def explanation(state: SaliencyState, found: Saliency) -> str:
    """Say what the map shows, of which score, and what it is not."""
    score = score_text(1.0 / (1.0 + exp(-max(-40.0, min(40.0, found.logit)))))
    if found.method == Method.OCCLUSION:
        text = _tr(
            "Orange: without it “{word}” ({score} by {model}) loses score, blue: it gains. "
            "Measured by covering {seconds} s of {bands} bands at a time; it says what this model "
            "goes by, not what the music is."
        )
    elif found.is_over_time_only:
        text = _tr(
            "The strip below: orange, where the sound raises “{word}” ({score} by {model}), blue, "
            "where it lowers it. This model takes the waveform, which has no frequencies to draw "
            "over. A straight-line estimate of what it goes by, not of what the music is."
        )
    else:
        text = _tr(
            "Orange: sound there raises “{word}” ({score} by {model}), blue: it lowers it. A "
            "straight-line estimate of what this model goes by, not of what the music is."
        )
    bands, seconds = found.patch
    return text.format(
        word=found.word, score=score, model=state.model, bands=bands,
        seconds=decimal_text(seconds, 1 if seconds >= 1 else 2),
    )  # fmt: skip


def check_text(check: SanityCheck | None) -> str:
    """Say how like the map is to maps of random weights, and on what that rests."""
    if check is None:
        return ""
    text = _tr(
        "Random weights give maps like this one by {mean} ({low} to {high}, rank correlation of "
        "{n} points, {networks} networks): {meaning}"
    )
    low, high = min(check.correlations), max(check.correlations)
    if check.mean < LEARNED_BELOW:
        meaning = _tr("it shows what was learned.")
    elif check.mean < SOUND_FROM:
        meaning = _tr("it shows partly what was learned, partly only where sound is.")
    else:
        meaning = _tr("it shows mostly where sound is, hardly what was learned.")
    return text.format(
        mean=_signed(check.mean), low=_signed(low), high=_signed(high),
        n=number_text(check.n_points), networks=len(check.correlations), meaning=meaning,
    )  # fmt: skip


def listening_text(masked: MaskedState) -> str:
    """Say what is played, where that is not the file, or that it cannot be heard."""
    if masked.is_silent and masked.sound is not Sound.FILE:
        return _tr("Nothing can be heard: there is no sound output.")
    return {
        Sound.FILE: "",
        Sound.MASKED: _tr("You hear only what mattered."),
        Sound.ORIGINAL: _tr("You hear the original, as loud as what mattered."),
    }[masked.sound]


def share_text(share: float) -> str:
    """Say how much of what speaks for the word is played."""
    return _tr("the strongest {percent} %").format(percent=round(100 * share))


def _signed(value: float) -> str:
    return ("−" if value < 0 else "") + decimal_text(abs(value), 2)


def _tr(text: str) -> str:
    return QCoreApplication.translate("saliency_texts", text)
