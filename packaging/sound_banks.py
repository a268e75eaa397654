"""Play notes on the sampled instruments of General MIDI sound banks, through FluidSynth.

The banks are Debian packages and are never shipped. A Synthesizer holds one bank in memory and
renders one piece after the other, without a sound card; forked workers share its samples.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 32_000
N_FADING, MOST_FADES = 100, 50  # blocks at a time, and how often: 10 s
BLOCK = 64  # frames that FluidSynth renders at once: notes begin on such a block, 2 ms apart
N_CHANNELS = 64
DRUM_CHANNEL = 9  # of every 16
DRUM_BANK = 128
FAILED = -1
FOLDER_VARIABLE = "RHYTHMCAP_SOUND_BANKS"  # a folder to look into first
SYNTHESIZER_PACKAGE = "libfluidsynth3"
VOLUME, PAN, EXPRESSION = 7, 10, 11  # MIDI controllers

Sound = NDArray[np.float32]


class SoundBankError(RuntimeError):
    """A bank, an instrument or FluidSynth is missing; the text names the Debian package."""


@dataclass(frozen=True, slots=True)
class SoundBank:
    """A General MIDI bank. files: (path, package), the first that is there is used."""

    name: str
    files: tuple[tuple[str, str], ...]
    licence: str
    credit: str

    def path(self) -> Path:
        """Return the bank's file. Raises SoundBankError, naming the package, if there is none."""
        own = os.environ.get(FOLDER_VARIABLE, "")
        for installed, _ in self.files:
            for path in (Path(own) / Path(installed).name, Path(installed)):
                if path.is_file():
                    return path
        raise SoundBankError(
            f"The sound bank {self.name!r} is not installed. Install it with: "
            f"sudo apt install {self.files[0][1]} (or name a folder that holds "
            f"{Path(self.files[0][0]).name} in {FOLDER_VARIABLE})"
        )

    def package(self) -> str:
        """Return the Debian package that its file is from."""
        name = self.path().name
        return next(package for path, package in self.files if Path(path).name == name)

    def digest(self) -> str:
        """Return the file's SHA-256."""
        with self.path().open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


SF2, SF3, MONO = (
    f"/usr/share/{name}" for name in ("sounds/sf2", "sounds/sf3", "fluidr3mono-gm-soundfont")
)
BANKS: dict[str, SoundBank] = {
    bank.name: bank
    for bank in (
        SoundBank(
            "fluid",
            (
                (f"{SF2}/FluidR3_GM.sf2", "fluid-soundfont-gm"),
                (f"{MONO}/FluidR3Mono_GM.sf3", "fluidr3mono-gm-soundfont"),
            ),
            "MIT",
            "Frank Wen, Michael Cowgill and others",
        ),
        SoundBank(
            "musescore",
            (
                (f"{SF3}/MuseScore_General_Full.sf3", "musescore-general-soundfont"),
                (f"{SF3}/MuseScore_General_Lite.sf3", "musescore-general-soundfont-small"),
            ),
            "MIT, parts CC0-1.0 or public domain",
            "S. Christian Collins, Frank Wen, Michael Cowgill, Sam Gossner and others",
        ),
        SoundBank(
            "timgm6mb",
            ((f"{SF2}/TimGM6mb.sf2", "timgm6mb-soundfont"),),
            "GPL-2.0-only",
            "Tim Brechbill, David Bolton",
        ),
    )
}


@dataclass(frozen=True, slots=True)
class BankNote:
    """A note in seconds. pitch: MIDI number, or the drum's. velocity: 0 to 1."""

    start_s: float
    length_s: float
    pitch: int
    velocity: float


@dataclass(frozen=True, slots=True)
class BankPart:
    """The notes of one instrument. program: 0 to 127; of the drum kit where is_drums.

    volume: 0 to 1. pan: -1 (left) to 1. generators: (number, offset) of SoundFont 2.04,
    8.1.3, added to what the bank says: other copies of the instrument, in a way.
    """

    program: int
    notes: tuple[BankNote, ...]
    is_drums: bool = False
    volume: float = 0.8
    pan: float = 0.0
    generators: tuple[tuple[int, float], ...] = ()


WARM_UP = (BankPart(0, (BankNote(0.0, 0.05, 60, 0.5),)),)


@lru_cache(maxsize=1)
def _library() -> Any:
    found = ctypes.util.find_library("fluidsynth")
    for name in ("libfluidsynth.so.3", found):
        try:
            library = ctypes.CDLL(name) if name else None
        except OSError:
            continue
        if library is not None:
            break
    else:
        library = None
    if library is None:
        raise SoundBankError(
            f"FluidSynth is missing. Install it with: sudo apt install {SYNTHESIZER_PACKAGE}"
        )
    pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
    library.new_fluid_settings.restype = library.new_fluid_synth.restype = pointer
    library.new_fluid_synth.argtypes = [pointer]
    library.delete_fluid_synth.argtypes = library.delete_fluid_settings.argtypes = [pointer]
    library.fluid_settings_setint.argtypes = [pointer, text, number]
    library.fluid_settings_setnum.argtypes = [pointer, text, ctypes.c_double]
    library.fluid_synth_sfload.argtypes = [pointer, text, number]
    library.fluid_synth_program_select.argtypes = [pointer] + [number] * 4
    library.fluid_synth_cc.argtypes = library.fluid_synth_noteon.argtypes = [pointer] + [number] * 3
    library.fluid_synth_noteoff.argtypes = [pointer, number, number]
    library.fluid_synth_set_gen.argtypes = [pointer, number, number, ctypes.c_float]
    library.fluid_synth_system_reset.argtypes = [pointer]
    library.fluid_synth_write_float.argtypes = [
        pointer, number, pointer, number, number, pointer, number, number
    ]  # fmt: skip
    # Its warnings (of values out of range in a bank, say) are nobody's business here.
    library.fluid_set_log_function.argtypes = [number, pointer, pointer]
    for level in range(1, 5):
        library.fluid_set_log_function(level, None, None)
    return library


class Synthesizer:
    """FluidSynth with one bank loaded. Not to be shared by threads."""

    def __init__(self, bank: SoundBank, *, gain: float = 0.3) -> None:
        self.bank = bank
        self._library = _library()
        self._settings = self._library.new_fluid_settings()
        for name, value in (
            (b"synth.midi-channels", N_CHANNELS),
            (b"synth.polyphony", 192),
            (b"synth.chorus.active", 0),  # both would go on from one piece into the next
            (b"synth.reverb.active", 0),
        ):
            self._library.fluid_settings_setint(self._settings, name, value)
        for name, level in ((b"synth.sample-rate", float(RATE_HZ)), (b"synth.gain", gain)):
            self._library.fluid_settings_setnum(self._settings, name, level)
        self._synth = self._library.new_fluid_synth(self._settings)
        path = bank.path()
        self._bank_id = self._library.fluid_synth_sfload(self._synth, str(path).encode(), 0)
        if self._bank_id == FAILED:
            self.close()
            raise SoundBankError(
                f"The sound bank {path} cannot be read. Install it again with: "
                f"sudo apt install --reinstall {bank.package()}"
            )

        self.render(WARM_UP, 0.1)  # the first piece differs a little from all others

    def close(self) -> None:
        """Free the bank's memory."""
        if self._synth:
            self._library.delete_fluid_synth(self._synth)
            self._library.delete_fluid_settings(self._settings)
        self._synth = self._settings = None

    def has_program(self, program: int, *, is_drums: bool = False) -> bool:
        """Return whether the bank has an instrument."""
        channel = DRUM_CHANNEL if is_drums else 0
        return self._select(channel, program, is_drums)

    def _select(self, channel: int, program: int, is_drums: bool) -> bool:
        bank = DRUM_BANK if is_drums else 0
        done = self._library.fluid_synth_program_select(
            self._synth, channel, self._bank_id, bank, program
        )
        return bool(done != FAILED)

    def render(self, parts: Sequence[BankPart], duration_s: float) -> Sound:
        """Play the parts together: float32, (2, n), at RATE_HZ.

        Raises SoundBankError where the bank lacks an instrument.
        """
        self._silence()
        channels = _channels(parts)
        for part, channel in zip(parts, channels, strict=True):
            self._set_up(part, channel)
        n_blocks = max(1, round(duration_s * RATE_HZ / BLOCK))
        sound = np.zeros((2, n_blocks * BLOCK), dtype=np.float32)
        at = 0
        for block, is_on, channel, pitch, velocity in _events(parts, channels, n_blocks):
            if block > at:
                self._write(sound, at, block)
                at = block
            if is_on:
                self._library.fluid_synth_noteon(self._synth, channel, pitch, velocity)
            else:
                self._library.fluid_synth_noteoff(self._synth, channel, pitch)
        self._write(sound, at, n_blocks)
        return sound

    def _silence(self) -> None:
        """Stop what still sounds; voices fade out in the blocks that follow."""
        self._library.fluid_synth_system_reset(self._synth)
        rest = np.ones((2, N_FADING * BLOCK), dtype=np.float32)
        for _ in range(MOST_FADES):
            self._write(rest, 0, N_FADING)
            if not rest.any():
                return

    def _set_up(self, part: BankPart, channel: int) -> None:
        if not self._select(channel, part.program, part.is_drums):
            kind = "drum kit" if part.is_drums else "instrument"
            raise SoundBankError(
                f"The sound bank {self.bank.name!r} ({self.bank.path()}) has no {kind} "
                f"{part.program}. Install a whole one with: "
                f"sudo apt install --reinstall {self.bank.package()}"
            )
        for controller, share in (
            (VOLUME, part.volume),
            (PAN, (part.pan + 1.0) / 2.0),
            (EXPRESSION, 1.0),
        ):
            value = round(127 * min(max(share, 0.0), 1.0))
            self._library.fluid_synth_cc(self._synth, channel, controller, value)
        for generator, offset in part.generators:
            self._library.fluid_synth_set_gen(self._synth, channel, generator, offset)

    def _write(self, sound: Sound, first: int, last: int) -> None:
        if last <= first:
            return
        left, right = (side[first * BLOCK :].ctypes.data for side in sound)
        n_frames = (last - first) * BLOCK
        self._library.fluid_synth_write_float(self._synth, n_frames, left, 0, 1, right, 0, 1)


def _channels(parts: Sequence[BankPart]) -> list[int]:
    """Give every part a channel of its own: drums those that are theirs."""
    drums = iter(range(DRUM_CHANNEL, N_CHANNELS, 16))
    tuned = iter(channel for channel in range(N_CHANNELS) if channel % 16 != DRUM_CHANNEL)
    return [next(drums) if part.is_drums else next(tuned) for part in parts]


def _events(
    parts: Sequence[BankPart], channels: Sequence[int], n_blocks: int
) -> Iterable[tuple[int, bool, int, int, int]]:
    """Return (block, is_on, channel, pitch, velocity) in order; ends come before beginnings."""
    found = []
    for part, channel in zip(parts, channels, strict=True):
        for note in part.notes:
            first = round(note.start_s * RATE_HZ / BLOCK)
            last = max(first + 1, round((note.start_s + note.length_s) * RATE_HZ / BLOCK))
            if not 0 <= first < n_blocks:
                continue
            velocity = min(max(round(127 * note.velocity), 1), 127)
            found.append((first, True, channel, note.pitch, velocity))
            found.append((last, False, channel, note.pitch, 0))
    return sorted(event for event in found if event[0] < n_blocks)
