"""Parts that a file says of a song and that lie beyond its end: cut off there, or left out.

A little more only was measured otherwise: samples at another rate, a length in an old tag.
"""

from __future__ import annotations

from dataclasses import replace

from core.exchange.label_records import LabelledDecision, RowFault
from core.messages import message

TOLERANCE_S = 2.0  # that a part may be too long before it is told


def within_song(
    decision: LabelledDecision, length_s: float, song: str, word: str
) -> tuple[LabelledDecision | None, RowFault | None]:
    """Return a decision within its song, None for one behind its end; and what is to be told.

    length_s: of the song, 0 where it is not known, and then nothing is done. song, word: as the
    file names them.
    """
    start_s, end_s = decision.start_s, decision.end_s
    if start_s is None or end_s is None or length_s <= 0.0 or end_s <= length_s:
        return decision, None
    if start_s >= length_s:
        reason = message("exchange.part_behind_end", name=word, start_s=start_s, length_s=length_s)
        return None, RowFault(decision.line, reason, song)
    cut_off = replace(decision, end_s=length_s)
    if end_s <= length_s + TOLERANCE_S:
        return cut_off, None
    reason = message("exchange.part_cut_off", name=word, end_s=end_s, length_s=length_s)
    return cut_off, RowFault(decision.line, reason, song)
