"""The one table of pitched instruments, by the names that styles and artists use."""

from __future__ import annotations

from collections.abc import Callable

from numpy.random import Generator

from core.demo import struck, sustained
from core.demo.artists import Timbre
from core.demo.score import Sound

Instrument = Callable[[float, float, float, Timbre, Generator], Sound]

ORCHESTRA: dict[str, Instrument] = {
    "pluck bass": struck.pluck_bass,
    "sub bass": struck.sub_bass,
    "upright bass": struck.upright_bass,
    "acid bass": struck.acid_bass,
    "piano": struck.piano,
    "keys": struck.keys,
    "bells": struck.bells,
    "guitar": struck.guitar,
    "funk guitar": struck.funk_guitar,
    "blips": struck.blips,
    "organ": sustained.organ,
    "strings": sustained.strings,
    "pad": sustained.pad,
    "choir": sustained.choir,
    "voice": sustained.voice,
    "flute": sustained.flute,
    "horns": sustained.horns,
    "lead": sustained.lead,
}
