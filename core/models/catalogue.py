"""The one table of architectures: what each network is called, where it is from, what it is for.

Sizes come from a model's card; the network itself is imported only when it is built.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.errors import ModelError
from core.models.public_taggers import LSTM_SUFFIX, PUBLIC_TAGGERS, PublicTagger

if TYPE_CHECKING:
    from core.models.network import TaggingNetwork


@dataclass(frozen=True, slots=True)
class Architecture:
    """A row of the catalogue.

    recipe: name of what it hears, unless a card says otherwise. good_at: two sentences for a
    musician. build: sizes (as a card holds them) -> a network with fresh weights; raises
    ValueError or TypeError for sizes that make none.
    """

    name: str
    title: str
    paper: str
    year: int
    recipe: str
    good_at: str
    build: Callable[[Mapping[str, Any]], TaggingNetwork]


def _choi_lstm(sizes: Mapping[str, Any]) -> TaggingNetwork:
    from core.models.choi_lstm import ChoiLstm, config_from

    return ChoiLstm(config_from(sizes))


_CHOI_LSTM = Architecture(
    name="choi_lstm",
    title="Choi CNN + LSTM",
    paper="Sankaran 2017, after Choi, Fazekas and Sandler 2016",
    year=2017,
    recipe="thesis",
    good_at=(
        "Hears half-minute stretches and follows how they succeed one another. "
        "The house's own network: learns your words from few songs."
    ),
    build=_choi_lstm,
)


def _alone(row: PublicTagger) -> Architecture:
    return Architecture(
        row.name, row.title, row.paper, row.year, row.recipe, row.good_at, row.build
    )


def _with_lstm(row: PublicTagger) -> Architecture:
    return Architecture(
        row.name + LSTM_SUFFIX,
        f"{row.title} + LSTM",
        f"{row.paper}; Sankaran 2017 for the LSTM",
        row.year,
        row.recipe,
        f"{row.title} hears the chunks, an LSTM follows how they succeed one another. "
        "Learns how a song unfolds, from your tags alone.",
        row.build_with_lstm,
    )


ARCHITECTURES: dict[str, Architecture] = {
    row.name: row
    for row in (_CHOI_LSTM, *map(_alone, PUBLIC_TAGGERS), *map(_with_lstm, PUBLIC_TAGGERS))
}


def build_network(architecture: str, sizes: Mapping[str, Any]) -> TaggingNetwork:
    """A network with fresh weights. Raises ModelError for unknown names and impossible sizes."""
    row = ARCHITECTURES.get(architecture)
    if row is None:
        raise ModelError(
            f"The architecture “{architecture}” is unknown.",
            remedy=f"Known are: {', '.join(sorted(ARCHITECTURES))}. Is RhythmCap up to date?",
        )
    try:
        return row.build(sizes)
    except (KeyError, ValueError, TypeError, RuntimeError, OverflowError) as error:
        raise ModelError(
            f"The sizes given for {row.title} make no network.",
            remedy="The model's card was damaged or changed by hand; copy the model again.",
            detail=str(error),
        ) from error
