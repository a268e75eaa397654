"""A window on five songs and a model that scored them, for the questions asked one at a time."""

from __future__ import annotations

import numpy as np

from core.library.edits.edits import Judge
from core.library.records import ModelRow, NewModel, State
from rhythmcap_gui.app import Program
from tests.support.small_library import MODEL_WORDS

SCORES = np.array(  # female, drums, house, folk
    [
        [0.03, 0.30, 0.9, 0.2],
        [0.60, 0.95, 0.4, 0.3],
        [0.50, 0.90, 0.2, 0.4],
        [0.90, 0.52, 0.6, 0.6],
        [0.10, 0.10, 0.1, 0.7],
    ],
    np.float32,
)

MANY_SCORES = np.random.default_rng(0).random((40, 4)).astype(np.float32)  # of as many songs


def use_model(
    program: Program, name: str, scores: np.ndarray, parent: int | None = None
) -> ModelRow:
    """Put a model in use that has scored all songs, and whose file is empty."""
    library = program.context.library
    file = library.models.folder / f"{name}.safetensors"
    file.touch()
    row = library.models.add(NewModel(name, "choi_lstm", str(file), MODEL_WORDS, parent_id=parent))
    library.models.set_active(row.id)
    library.predictions.put(row.id, {n: one for n, one in enumerate(scores, start=1)})
    found = library.models.get(row.id)
    assert found is not None
    program.context.session.set_model(found)
    return found


def tag(program: Program, name: str) -> int:
    return program.context.library.codebook.find(name).id


def judge(program: Program, song_id: int, name: str, state: State) -> None:
    changes = program.context.library.do(Judge(song_id, tag(program, name), state))
    program.context.session.apply_changes(changes)


def state_of(program: Program, song_id: int, name: str) -> State | None:
    decision = program.context.library.annotations.of_song_and_tag(song_id, tag(program, name))
    return None if decision is None else decision.state


def shown(program: Program) -> str:
    strip = program.window.review_strip
    return strip.question.text() if strip.isVisibleTo(program.window) else ""
