"""The names of a network's parts. Apart from the network, so that naming one costs no torch."""

from __future__ import annotations

from enum import StrEnum


class Section(StrEnum):
    """The parts that can be trained or kept as they are."""

    REDUCTION = "reduction"
    TEMPORAL = "temporal"
    CLASSIFIER = "classifier"
