"""The one table of architectures: what each network is called, where it is from, what it is for.

Sizes come from a model's card; the network itself is imported only when it is built.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.errors import ModelError

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


ARCHITECTURES: dict[str, Architecture] = {
    row.name: row
    for row in (
        Architecture(
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
        ),
    )
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
    except (ValueError, TypeError, RuntimeError, OverflowError) as error:
        raise ModelError(
            f"The sizes given for {row.title} make no network.",
            remedy="The model's card was damaged or changed by hand; copy the model again.",
            detail=str(error),
        ) from error
