"""What the tests of queues and of the rows beside decisions begin with."""

from __future__ import annotations

from core.library.fact_records import DecisionFacts, ListenedBefore, PriorScore
from core.library.queue_records import NewItem, Reason
from core.library.records import DecisionContext, State

YES, NO, UNSURE = State.YES, State.NO, State.UNSURE
WALTZ, FAST, SLOW = 1, 2, 3  # tags
PREDICTED = DecisionContext(
    facts=DecisionFacts(PriorScore(0.75, 12), ListenedBefore(((0.0, 1.5),), 1.5))
)
ITEMS = [
    NewItem(2, Reason.UNSURE, 0.5),
    NewItem(4, Reason.RANDOM),
    NewItem(1, Reason.AGAIN),
    NewItem(3, Reason.STRATUM, 0.9, stratum=9),
]
