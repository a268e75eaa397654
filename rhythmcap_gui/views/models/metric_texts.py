"""Numbers of a tag in words: what was found, numbers with their ranges, and why one is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.views.widgets.score_format import pair_count, score_text

if TYPE_CHECKING:
    from core.metrics.metric_records import Estimate, MetricChange, TagMetrics

DASH = "–"
MOST_NAMES = 8  # of tags in a sentence
SHOWN_DIFFERENCE = 0.005  # a smaller one is written as 0


def _tr(text: str) -> str:
    return QCoreApplication.translate("metric_texts", text)


def decision_words(tag: TagMetrics) -> str:
    """Say in plain words what is found: “finds 4 of 5, one false alarm among 9 others”."""
    if not tag.n:
        return _tr("not tested")
    if tag.true_positives is None or tag.false_positives is None:
        return counted(_tr("{:# song|# songs} with it, of {}"), tag.support, tag.n)
    n_negative = tag.n - tag.support
    found = _tr("finds {} of {}").format(tag.true_positives, tag.support)
    if not tag.support:
        found = _tr("no song with it to find")
    if not n_negative:
        return _tr("{}, no other song to tell it from").format(found)
    if not tag.false_positives:
        return counted(_tr("{}, no false alarm among {:# other|# others}"), found, n_negative)
    text = _tr("{}, {:one false alarm|# false alarms} among {:# other|# others}")
    return counted(text, found, tag.false_positives, n_negative)


def pairs_text(auc: Estimate) -> str:
    """Format an AUC as pairs in order, of 100: "83 (76–90)"; a dash as in estimate_text."""
    if auc.value is None or auc.interval is None:
        return DASH if auc.reason or auc.value is None else str(pair_count(auc.value))
    low, high = auc.interval
    return f"{pair_count(auc.value)} ({pair_count(low)}–{pair_count(high)})"


def pairs_tip(auc: Estimate) -> str:
    """Say what the pairs mean, and their range, or why there are none."""
    if auc.value is None or auc.interval is None:
        return estimate_tip(auc)
    sentence = _tr(
        "Puts a song with the tag above one without it in {} of 100 pairs; 50 is guessing."
    )
    return f"{sentence.format(pair_count(auc.value))}\n{estimate_tip(auc)}"


def trend_text(gained: Estimate | None) -> str:
    """Say in a word or two whether a tag is done better than before, with its sign."""
    if gained is None or gained.interval is None:
        return DASH
    sign, token = difference_sign(gained)
    words = {"good": _tr("better"), "bad": _tr("worse")}
    return f"{sign} {words[token]}" if sign else _tr("no clear change")


def value_text(value: float | None) -> str:
    """Format as ".78", "−.12", or a dash where the songs allow no number."""
    if value is None:
        return DASH
    return f"−{score_text(-value)}" if value < -SHOWN_DIFFERENCE else score_text(value)


def estimate_text(number: Estimate) -> str:
    """Format as ".87 (.80–.92)"; a dash without a range, as a number without one says nothing."""
    if number.value is None or number.interval is None:
        return DASH if number.reason else value_text(number.value)
    low, high = number.interval
    dash = " … " if low < -SHOWN_DIFFERENCE else "–"
    return f"{value_text(number.value)} ({value_text(low)}{dash}{value_text(high)})"


def estimate_tip(number: Estimate, *, exact: bool = False) -> str:
    """Say what the range means, or why there is none."""
    if number.reason:
        reason = translated(number.reason)
        if number.value is None:
            return reason
        return _tr("{} Of these songs alone: {}.").format(reason, value_text(number.value))
    if number.value is None:
        return _tr("Not tested.")
    if number.interval is None:
        return _tr("Tested by an earlier RhythmCap, without a range.")
    if exact:
        return _tr("95 % range of so few songs, as if they were independent of one another.")
    return _tr("95 % range: with other artists of this kind it would mostly lie there.")


def difference_text(number: Estimate) -> str:
    """Format a change as "+.12 (+.05 … +.19)"; a dash without a range."""
    if number.value is None or number.interval is None:
        return DASH
    low, high = number.interval
    return f"{signed_text(number.value)} ({signed_text(low)} … {signed_text(high)})"


def difference_tip(number: Estimate) -> str:
    """Say what a change is worth."""
    if number.interval is None:
        return estimate_tip(number)
    if number.interval[0] > 0:
        return _tr("Better: the 95 % range of the change, on the same songs, lies above 0.")
    if number.interval[1] < 0:
        return _tr("Worse: the 95 % range of the change, on the same songs, lies below 0.")
    return _tr("Perhaps chance: the 95 % range of the change, on the same songs, holds 0.")


def difference_sign(number: Estimate | None) -> tuple[str, str]:
    """Return a sign and its colour: ▲ and ▼ only where the range holds no 0."""
    interval = None if number is None else number.interval
    if interval is None or interval[0] <= 0 <= interval[1]:
        return "", "dim"
    return ("▲", "good") if interval[0] > 0 else ("▼", "bad")


def worse_text(change: Estimate) -> str:
    """Say that a model is surely worse than the one in use."""
    text = _tr("Worse than the model in use, on the same songs: WAUC {}, and that is more than "
               "chance. It is not used unless you insist.")  # fmt: skip
    return text.format(difference_text(change))


def changed_tags_text(change: MetricChange | None) -> str:
    """Name the tags that are better or worse than their ranges allow to be chance, a few each."""
    if change is None:
        return ""
    parts = [(change.better, _tr("Better, beyond chance: {}.")),
             (change.worse, _tr("Worse, beyond chance: {}."))]  # fmt: skip
    return " ".join(text.format(", ".join(names[:MOST_NAMES])) for names, text in parts if names)


def signed_text(value: float) -> str:
    """Format as "+.12", "−.12" or "0"."""
    if abs(value) < SHOWN_DIFFERENCE:
        return "0"
    return f"+{score_text(value)}" if value > 0 else f"−{score_text(-value)}"
