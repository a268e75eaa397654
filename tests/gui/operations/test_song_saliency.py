"""What speaks for a word lies over the picture, follows song and model, and can be heard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from PySide6.QtTest import QTest

from core.features.analyse import analyse_song
from core.features.cache import FeatureCache
from core.library.edits.edits import AddTag
from core.library.scan.importer import new_song
from core.library.store import Library
from core.model_store.registry import add_file
from core.models.saliency_records import Method
from core.paths import folders
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.listening import playback
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.saliency_state import Scope, Sound
from tests.support.learning_library import tiny_model
from tests.support.window import wait_for_jobs

RATE_HZ, SECONDS = 16_000, 3.0


def write_song(path: Path, hz: float) -> Path:
    times = np.arange(round(SECONDS * RATE_HZ)) / RATE_HZ
    noise = np.random.default_rng(int(hz)).normal(0, 0.05, len(times))
    soundfile.write(path, 0.3 * np.sin(2 * np.pi * hz * times) + noise, RATE_HZ)
    return path


@pytest.fixture
def library_file(tmp_path: Path) -> Path:
    """Two songs with files, a small model in use that knows “low”, and another tag."""
    path = tmp_path / "small.db"
    songs = [write_song(tmp_path / f"song {hz}.wav", hz) for hz in (220.0, 1760.0)]
    cache = FeatureCache(folders().features)
    with Library.open(path) as library:
        for song in songs:
            library.songs.add(new_song(analyse_song(song, cache)))
        for name in ("low", "unheard of"):
            library.do(AddTag(name, library.codebook.categories()[0].id))
        model = add_file(library, tiny_model(tmp_path / "stick"))
        library.models.set_active(model.id)
    return path


class Seen:
    """The program with its map, and what is done with it."""

    def __init__(self, program: Program, qtbot: Any) -> None:
        self.program, self.qtbot = program, qtbot
        self.controller = program.window.saliency_controller
        self.bar, self.pane = (
            program.window.listening.saliency_bar,
            program.window.listening.song_panes.spectrogram,
        )
        self.low = program.context.library.codebook.find("low").id
        self.open(1)

    @property
    def state(self) -> Any:
        return self.controller.saliency.state

    def wait(self) -> None:
        wait_for_jobs(self.program, self.qtbot)

    def open(self, song_id: int) -> None:
        navigation.open_song(self.program.context, song_id)
        self.wait()

    def press(self, key: str) -> None:
        QTest.keySequence(self.program.window, key)
        self.wait()


@pytest.fixture
def seen(program: Program, qtbot: Any) -> Seen:
    return Seen(program, qtbot)


def test_a_key_shows_the_map_and_takes_it_away_and_escape_does_too(seen: Seen) -> None:
    before = seen.pane.grab().toImage()
    seen.press("Ctrl+W")
    assert seen.state.tag == "low"
    assert seen.state.map is not None
    after = seen.pane.grab().toImage()
    assert before != after
    assert seen.pane.saliency is seen.state.map
    assert "“low”" in seen.bar.sentence.text()
    assert "not of what the music is" in seen.bar.sentence.text()
    stronger = seen.bar.strength
    stronger.setValue(stronger.maximum())
    assert seen.pane.grab().toImage() != after
    box = seen.pane.picture_rect()
    QTest.mouseMove(seen.pane, box.center())
    assert "the word" in seen.pane.readout.text()
    seen.press("Ctrl+W")
    assert seen.pane.saliency is None
    assert seen.bar.isHidden()
    seen.press("Ctrl+W")
    seen.press("Esc")
    assert not seen.state.is_open


def test_a_map_is_kept_follows_the_song_and_is_made_in_another_way(seen: Seen) -> None:
    seen.controller.show(seen.low)
    seen.wait()
    first = seen.state.map
    seen.open(2)
    assert seen.state.map is not None
    assert seen.state.map is not first
    seen.open(1)
    assert seen.state.map is first, "not computed twice"
    seen.bar.method.setCurrentIndex(1)
    seen.wait()
    assert seen.state.map.saliency.method == Method.OCCLUSION
    assert "covering" in seen.bar.sentence.text()
    playback.set_loop(seen.program.context, (0.5, 2.0))
    seen.bar.scope.setCurrentIndex(1)
    seen.wait()
    assert seen.state.map.saliency.span_s == (0.5, 2.0)
    playback.set_loop(seen.program.context, None)
    seen.wait()
    assert (seen.state.scope, seen.state.map.saliency.span_s) == (Scope.SONG, None)


def test_blind_mode_covers_the_map_and_a_word_not_learned_says_so(seen: Seen) -> None:
    seen.controller.show(seen.low)
    seen.wait()
    seen.program.context.session.set_blind(True)
    assert seen.pane.saliency is None
    assert seen.bar.isHidden()
    seen.program.context.session.reveal()
    seen.wait()
    assert seen.pane.saliency is not None
    # A word that the model does not know says so.
    seen.controller.show(seen.program.context.library.codebook.find("unheard of").id)
    seen.wait()
    assert seen.state.map is None
    assert "has not learned “unheard of”" in seen.bar.work.message.text()


def test_the_map_is_checked_played_and_saved(seen: Seen, tmp_path: Path) -> None:
    seen.controller.show(seen.low)
    seen.wait()
    seen.bar.check.click()
    seen.wait()
    assert len(seen.state.check.correlations) == 3
    assert "rank correlation of" in seen.bar.sentence.text()
    assert seen.bar.check.isHidden()
    masked, player = seen.controller.masked, seen.program.context.player
    seen.press("Ctrl+Shift+W")
    assert masked.state.sound is Sound.MASKED
    session = seen.program.context.session
    session.set_playback(replace(player.state, problem=""))  # whatever machine this is
    assert "only what mattered" in seen.bar.sentence.text()
    seen.press("Ctrl+Shift+W")
    assert masked.state.sound is Sound.ORIGINAL
    session.set_playback(replace(player.state, problem="There is no sound output."))
    assert "Nothing can be heard" in seen.bar.sentence.text()
    session.set_playback(replace(player.state, problem=""))
    assert "Nothing can be heard" not in seen.bar.sentence.text()
    seen.bar.share.setValue(80)
    seen.qtbot.waitUntil(lambda: masked.state.sound is Sound.MASKED, timeout=10_000)
    assert masked.state.share == 0.8
    seen.bar.stop.click()
    assert masked.state.sound is Sound.FILE
    assert player.state.loaded
    player.pause()
    seen.controller.masked.export(tmp_path / "low.wav")
    seen.wait()
    samples, rate_hz = soundfile.read(tmp_path / "low.wav")
    assert (rate_hz, len(samples)) == (RATE_HZ, round(SECONDS * RATE_HZ))
    seen.controller.masked.export(tmp_path / "nowhere" / "low.wav")
    seen.wait()
    errors = [card.notice.text for card in seen.program.window.notices.cards]
    assert any("low.wav could not be written" in text for text in errors)
