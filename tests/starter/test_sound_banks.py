"""Sound banks play notes, and say what to install where something is missing.

Banks are no part of the program: what needs one is skipped where it is not installed.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sound_banks import (
    BANKS,
    FOLDER_VARIABLE,
    RATE_HZ,
    BankNote,
    BankPart,
    SoundBank,
    SoundBankError,
    Synthesizer,
    _library,
)

SMALLEST = BANKS["timgm6mb"]
NOTE = BankNote(0.25, 0.5, 69, 0.8)


def needs_synthesizer() -> None:
    try:
        _library()
    except SoundBankError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def synthesizer() -> Synthesizer:
    """FluidSynth with the smallest bank, if both are installed."""
    needs_synthesizer()
    try:
        return Synthesizer(SMALLEST)
    except SoundBankError as error:
        pytest.skip(str(error))


def test_a_missing_bank_names_its_package() -> None:
    absent = SoundBank("absent", (("/nowhere/absent.sf2", "absent-soundfont"),), "MIT", "")
    with pytest.raises(SoundBankError, match="apt install absent-soundfont"):
        absent.path()


def test_a_bank_may_lie_in_a_folder_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "absent.sf2"
    file.write_bytes(b"RIFF")
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    bank = SoundBank("absent", (("/nowhere/absent.sf2", "absent-soundfont"),), "MIT", "")
    assert (bank.path(), bank.package()) == (file, "absent-soundfont")


def test_an_unreadable_bank_names_its_package(tmp_path: Path) -> None:
    needs_synthesizer()
    file = tmp_path / "damaged.sf2"
    file.write_bytes(b"RIFF\x10\x00\x00\x00sfbkLIST")
    with pytest.raises(SoundBankError, match=r"cannot be read.*--reinstall damaged-soundfont"):
        Synthesizer(SoundBank("damaged", ((str(file), "damaged-soundfont"),), "MIT", ""))


def test_a_bank_without_an_instrument_names_both(synthesizer: Synthesizer) -> None:
    kit = BankPart(3, (NOTE,), is_drums=True)
    assert not synthesizer.has_program(3, is_drums=True)
    with pytest.raises(SoundBankError, match=r"no drum kit 3.*timgm6mb-soundfont"):
        synthesizer.render([kit], 1.0)


def test_a_note_begins_and_sounds_where_it_is_written(synthesizer: Synthesizer) -> None:
    assert synthesizer.has_program(73)
    flute = BankPart(73, (NOTE,), pan=-1.0)
    sound = synthesizer.render([flute], 1.0)
    assert (sound.shape, sound.dtype) == ((2, RATE_HZ), np.float32)
    assert np.abs(sound[:, : RATE_HZ // 5]).max() < 1e-4
    assert np.abs(sound[0]).max() > 0.01
    assert np.abs(sound[0]).max() > 3 * np.abs(sound[1]).max()
    peak = np.argmax(np.abs(np.fft.rfft(sound[0][RATE_HZ // 4 : 3 * RATE_HZ // 4])))
    assert abs(peak * 2 / 440 - round(peak * 2 / 440)) < 0.03  # a multiple of A4


def test_a_piece_sounds_the_same_after_another(synthesizer: Synthesizer) -> None:
    piano = BankPart(0, (NOTE, replace(NOTE, pitch=60)))
    first = synthesizer.render([piano], 1.0)
    synthesizer.render([BankPart(80, (replace(NOTE, length_s=5.0),))], 1.0)
    assert np.abs(synthesizer.render([piano], 1.0) - first).max() < 1e-3
