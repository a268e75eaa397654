"""Evidence to hear: windows at once, closer seconds in their place, and all equally loud."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from PySide6.QtTest import QTest

from core.audio.memory_sound import MemorySound
from core.features.analyse import analyse_song
from core.features.cache import MIX, FeatureCache
from core.library.edits.edits import AddTag, Judge
from core.library.records import State
from core.library.scan.importer import new_song
from core.library.store import Library
from core.model_store.registry import add_file, model_path
from core.models.checkpoint import load_checkpoint
from core.models.probe_form import keep_embedding, probe_form
from core.paths import folders
from rhythmcap_gui.app import Program
from rhythmcap_gui.evidence_state import OWN, Evidence
from rhythmcap_gui.operations.listening.clip_player import ClipPlayer
from rhythmcap_gui.operations.songs import navigation
from tests.support.kept_embeddings import n_inputs
from tests.support.learning_library import tiny_model
from tests.support.window import wait_for_jobs

RATE_HZ, SECONDS, BURST_S = 22_050, 20.0, (13.0, 14.0)
LEVELS = {1: 0.3, 2: 0.02, 3: 0.6}  # of songs, by their ids
KEYS = {Evidence.FOR: "Alt+1", Evidence.AGAINST: "Alt+2", Evidence.WITH: "Alt+3",
        Evidence.WITHOUT: "Alt+4"}  # fmt: skip


def write_song(path: Path, level: float, hz: float) -> Path:
    """Chords with a pulse, and for a second a burst of noise."""
    times = np.arange(round(SECONDS * RATE_HZ)) / RATE_HZ
    samples = level * np.sin(2 * np.pi * hz * times) * (0.6 + 0.4 * np.cos(4 * np.pi * times))
    noise = np.random.default_rng(round(hz)).normal(0, 0.3 * level, len(times))
    burst = (times >= BURST_S[0]) & (times < BURST_S[1])
    samples = np.clip(samples + np.where(burst, noise, 0.02 * noise), -1, 1)
    soundfile.write(path, samples, RATE_HZ)
    return path


@pytest.fixture
def library_file(tmp_path: Path) -> Path:
    """Three songs with files, two of them judged; a small model in use that knows “low”."""
    path, cache = tmp_path / "small.db", FeatureCache(folders().features)
    with Library.open(path) as library:
        for number, level in LEVELS.items():
            song = write_song(tmp_path / f"song {number}.wav", level, 150.0 * number)
            library.songs.add(new_song(analyse_song(song, cache)))
        library.do(AddTag("low", library.codebook.categories()[0].id))
        row = add_file(library, tiny_model(tmp_path / "stick"))
        library.models.set_active(row.id)
        tag_id = library.codebook.find("low").id
        library.do(Judge(2, tag_id, State.YES), Judge(3, tag_id, State.NO), label="two")
        model = probe_form(load_checkpoint(model_path(row)))
        for number in LEVELS:
            audio_hash = library.songs.get(number).audio_hash
            cache.put_array(audio_hash, MIX, np.array([0, -1, 0.0, 1.0]))
            numbers = np.random.default_rng(number).normal(size=n_inputs(model))
            keep_embedding(cache, audio_hash, model, numbers.astype(np.float32))
    return path


class Shown:
    """The program with the first song open, and the sounds that its second player was given."""

    def __init__(self, program: Program, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        self.program, self.qtbot = program, qtbot
        self.evidence = program.window.similarity.evidence
        self.sounds: dict[Evidence, MemorySound] = {}
        play = ClipPlayer.play

        def play_noted(player: ClipPlayer, sound: MemorySound) -> None:
            self.last = sound
            play(player, sound)

        monkeypatch.setattr(ClipPlayer, "play", play_noted)
        navigation.open_song(program.context, 1)
        wait_for_jobs(program, qtbot)

    def show(self) -> None:
        self.evidence.show(self.program.context.library.codebook.find("low").id)

    def wait(self) -> None:
        wait_for_jobs(self.program, self.qtbot)

    def press(self, kind: Evidence) -> MemorySound:
        QTest.keySequence(self.program.window, KEYS[kind])
        self.qtbot.waitUntil(lambda: self.evidence.state.playing is kind, timeout=20_000)
        return self.last

    def spans(self) -> dict[Evidence, Any]:
        return {clip.kind: clip.span_s for clip in self.evidence.state.clips if clip.kind in OWN}


@pytest.fixture
def shown(program: Program, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Shown:
    return Shown(program, qtbot, monkeypatch)


def test_windows_come_at_once_and_closer_seconds_take_their_place(shown: Shown) -> None:
    shown.show()
    first = shown.evidence.state
    assert {clip.kind for clip in first.clips} >= set(OWN)
    assert first.looking
    assert all(clip.without is None for clip in first.clips)
    shown.wait()
    state = shown.evidence.state
    assert not state.looking
    closer = [clip for clip in state.clips if clip.without is not None]
    assert closer
    for clip in closer:
        better = clip.score - clip.without
        assert better > 0 if clip.kind is Evidence.FOR else better < 0
        assert clip.span_s[1] - clip.span_s[0] <= 8.1
    tip = shown.program.window.listening.evidence_bar.buttons[closer[0].kind].toolTip()
    assert "without them" in tip
    # It is kept: shown again, nothing is looked for.
    shown.evidence.hide()
    shown.show()
    assert not shown.evidence.state.looking
    assert closer[0] in shown.evidence.state.clips
    shown.evidence.hide()
    shown.wait()


def test_what_is_heard_is_not_exchanged_in_the_middle(shown: Shown) -> None:
    shown.show()
    kind = Evidence.FOR
    sound, span_s = shown.press(kind), shown.spans()[kind]
    shown.wait()
    assert shown.evidence.state.playing is kind
    assert shown.spans()[kind] == span_s
    assert shown.last is sound
    shown.evidence.stop()
    shown.wait()
    assert any(clip.without is not None for clip in shown.evidence.state.clips)
    shown.evidence.hide()


def test_blind_nothing_is_found_however_late_it_comes(shown: Shown) -> None:
    shown.show()
    shown.program.context.session.set_blind(True)
    shown.wait()
    assert shown.evidence.state.clips == ()
    assert not shown.evidence.state.looking
    shown.evidence.hide()


def test_a_tag_that_only_live_heads_know_has_no_seconds_and_no_error(shown: Shown) -> None:
    library, session = shown.program.context.library, shown.program.context.session
    library.do(AddTag("new", library.codebook.categories()[0].id))
    new = library.codebook.find("new").id
    session.model_tags = (*session.model_tags, new)  # as live heads add them
    shown.evidence.show(new)
    shown.wait()
    assert not shown.spans()
    shown.evidence.hide()


def loudness(sound: MemorySound, folder: Path) -> float:
    """Measure integrated loudness by EBU R 128, in LUFS, with another program."""
    sound.write(folder / "heard.wav")
    command = ["ffmpeg", "-hide_banner", "-nostats", "-i", str(folder / "heard.wav"),
               "-af", "ebur128", "-f", "null", "-"]  # fmt: skip
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    return float(told.rsplit("I:", 1)[1].split("LUFS")[0])


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed")
def test_all_four_reach_the_player_equally_loud(shown: Shown, tmp_path: Path) -> None:
    shown.show()
    shown.wait()
    shown.qtbot.waitUntil(lambda: len(shown.evidence.state.clips) == 4, timeout=20_000)
    shown.wait()
    levels = {kind: loudness(shown.press(kind), tmp_path) for kind in Evidence}
    assert max(levels.values()) - min(levels.values()) <= 0.5, levels
    shown.evidence.hide()
