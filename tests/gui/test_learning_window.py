"""Learn from my tags, through the window: epochs, the choice at the end, refreshed predictions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel
from core.library.edits.edits import AddTag, JudgeMany
from core.library.records import NewSong, State
from core.library.store import Library
from core.model_store.registry import add_file
from core.paths import folders
from rhythmcap_gui.app import Program

TAGS = ("low", "high")
N_SONGS = 32


def spectrogram(number: int, states: np.ndarray) -> np.ndarray:
    """A picture of about 150 frames that has the bands its tags say."""
    values = np.random.default_rng(number).normal(-12, 1, (96, 140 + number % 20))
    values[5:25] += 6 * states[0]
    values[60:80] += 6 * states[1]
    return values.astype(np.float32)


def tiny_model(folder: Path) -> Path:
    """A small network that knows one of the two words, badly."""
    import torch

    from core.models.card import ModelCard
    from core.models.checkpoint import save_checkpoint
    from core.models.choi_lstm import ChoiConfig, ChoiLstm

    torch.manual_seed(1)
    config = ChoiConfig(n_tags=1, n_mels=96, n_frames=64, channels=(6, 8),
                        pools=((4, 4), (4, 2)), hidden=16, classifier_hidden=16)  # fmt: skip
    card = ModelCard("starter", "choi_lstm", asdict(config), RECIPES["thesis"], ("low",))
    return save_checkpoint(folder, card, ChoiLstm(config))


def fill(library: Library) -> None:
    """Songs of 16 artists, all judged; their features lie in the cache, as after an import."""
    cache = FeatureCache(folders().features)
    states = np.random.default_rng(7).integers(0, 2, (N_SONGS, len(TAGS)))
    for number in range(N_SONGS):
        audio_hash = f"{number:032x}"
        cache.put(LogMel(spectrogram(number, states[number]), RECIPES["thesis"], audio_hash))
        library.songs.add(
            NewSong(audio_hash, Path(f"/music/{number}.flac"), 1000, 0.0, f"Song {number}",
                    f"Artist {number // 2}", "", None, 6.0, 44_100, 2)
        )  # fmt: skip
    details = library.codebook.find_category("details").id
    ids = library.songs.all_ids()
    for column, name in enumerate(TAGS):
        library.do(AddTag(name, details))
        tag = library.codebook.find(name).id
        for value, state in ((1, State.YES), (0, State.NO)):
            chosen = tuple(ids[states[:, column] == value].tolist())
            library.do(JudgeMany(chosen, tag, state))
    library.models.set_active(add_file(library, tiny_model(folders().models)).id)


@pytest.fixture
def program(qapp: QApplication, qtbot: Any) -> Iterator[Program]:
    folders().data.mkdir(parents=True)
    with Library.open(folders().library_file) as library:
        fill(library)
    made = Program(qapp)
    made.window.show()
    made.open(None)
    qtbot.waitUntil(lambda: not made.context.runner.jobs(), timeout=60_000)
    yield made
    made.close()
    made.window.deleteLater()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def learned(program: Program, qtbot: Any) -> None:
    program.window.actions_of_table["model.learn"].trigger()
    assert program.learning.state.running
    qtbot.waitUntil(lambda: not program.learning.state.running, timeout=120_000)


def test_the_active_model_hears_all_songs_in_the_background(program: Program) -> None:
    model, library = program.context.session.model, program.context.library
    assert len(library.predictions.missing_ids(model.id)) == 0
    ids, scores = library.predictions.matrix(model.id)
    assert scores.shape == (N_SONGS, 1)
    assert len(ids) == N_SONGS


def test_learning_shows_epochs_and_then_a_choice(program: Program, qtbot: Any) -> None:
    before = program.context.session.model
    learned(program, qtbot)
    state, view = program.learning.state, program.window.training
    assert state.problem == ""
    assert len(state.reports) >= 1
    assert set(state.outcome.after) == set(TAGS)
    assert program.context.session.model.id == before.id
    assert view.use_new.isVisibleTo(program.window)
    assert view.results.rowCount() == len(TAGS)
    assert program.window.docks["learn"].isVisible()


def test_the_new_model_is_used_and_the_old_one_is_one_click_away(
    program: Program, qtbot: Any
) -> None:
    old = program.context.session.model
    learned(program, qtbot)
    program.window.training.use_new.click()
    new = program.context.session.model
    assert new.id != old.id
    assert new.parent_id == old.id
    qtbot.waitUntil(lambda: not program.context.runner.jobs(), timeout=60_000)
    assert len(program.context.library.predictions.missing_ids(new.id)) == 0
    assert {each.word for each in program.context.session.top_words([1])[1]} == set(TAGS)
    program.window.models.use_requested.emit(old.id)
    assert program.context.library.models.active().id == old.id


def test_keeping_the_old_model_changes_nothing(program: Program, qtbot: Any) -> None:
    old = program.context.session.model
    learned(program, qtbot)
    program.window.training.keep_old.click()
    assert program.context.session.model.id == old.id
    assert program.learning.state.decided
    assert len(program.context.library.models.list()) == 2


def test_a_cancelled_round_leaves_the_shelf_as_it_was(program: Program, qtbot: Any) -> None:
    program.window.actions_of_table["model.learn"].trigger()
    with qtbot.waitSignal(program.context.runner.ended, timeout=200):
        program.window.training.cancel.click()
    assert program.learning.state.cancelled
    qtbot.waitUntil(lambda: not program.context.runner.jobs(), timeout=30_000)
    assert len(program.context.library.models.list()) == 1


def test_closing_while_it_learns_waits_and_loses_nothing(program: Program) -> None:
    program.window.actions_of_table["model.learn"].trigger()
    program.window.close()
    with Library.open(folders().library_file) as library:
        assert library.annotations.progress().n_decisions == N_SONGS * len(TAGS)


def test_learning_without_any_tag_says_why(program: Program, qtbot: Any) -> None:
    library = program.context.library
    for name in TAGS:
        ids = tuple(library.songs.all_ids().tolist())
        library.do(JudgeMany(ids, library.codebook.find(name).id, None))
    program.window.actions_of_table["model.learn"].trigger()
    qtbot.waitUntil(lambda: not program.learning.state.running, timeout=30_000)
    assert program.window.messages.cards[0].message.level == "error"
    assert program.window.messages.cards[0].message.remedy
