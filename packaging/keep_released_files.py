"""Keep what this version writes: `python packaging/keep_released_files.py FOLDER` (a new one).

With --library only a library, compressed, for a migration's test: tests/data/schema_17 was made so.

A library, a model's zip, preferences and the window's state, each made by the program itself, for
tests/core/test_released_files.py and its neighbours. A later release makes a folder of its own
beside tests/data/v0_1; what an older one wrote is never made again.
"""

from __future__ import annotations

import json
import lzma
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"

import numpy as np
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QApplication
from released_library import make_library

from core.models.checkpoint import load_checkpoint
from core.paths import folders
from core.settings import Settings, save_settings
from rhythmcap_gui.app import Program, make_application
from tests.support import golden_rounds as golden
from tests.support import released_files

SETTINGS = Settings(
    theme="light", language="de", colour_map="viridis", output_device="Concert hall", volume=0.35,
    annotator=released_files.ANNOTATOR, annotator_email="ada@example.org",
    blind=True, autoplay=True,
    view_as_model=True, depth="temporal", learning_epochs=12, learning_rates="public",
    learning_lstm=True, device="cpu", workers=3, cache_limit_gb=7.5,
    recent_libraries=("/music/library.db", "/music/Üben.db"),
    watch_folders={"/music/new": "/music/library.db"},
    keys={"playback.toggle": "F8", "view.blind": "Ctrl+B"},
)  # fmt: skip


def make_scores(folder: Path, spectrograms: list[Any]) -> dict[str, Any]:
    """Collect what the zip's model predicts for the two composed songs, and its card."""
    model = model_path_of(folder)
    predictions = [golden.predict(model, spectrogram) for spectrogram in spectrograms]
    return {
        "card": released_files.card_values(load_checkpoint(model).card),
        "arithmetic": golden.arithmetic(),
        "scores": [predicted.scores.tolist() for predicted in predictions],
        "taggrams": [
            predicted.taggram.scores.tolist() for predicted in predictions if predicted.taggram
        ],
    }


def model_path_of(folder: Path) -> Path:
    """The zip's model, imported into a folder of its own."""
    from core.exchange.model_files.model_archive import import_zip

    return import_zip(folder / "model.zip", Path(tempfile.mkdtemp()))[0]


# -- the window -----------------------------------------------------------------------------


def wait_until_idle(app: QApplication, program: Program) -> None:
    """Let the window do what it has begun."""
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < 500 or program.context.runner.jobs():
        app.processEvents()


def make_window(folder: Path) -> dict[str, Any]:
    """settings.json, and window.ini as the window leaves it after things were moved in it."""
    save_settings(SETTINGS, folders().settings_file)
    shutil.copyfile(folders().settings_file, folder / "settings.json")
    shutil.copyfile(folder / "library.db", folders().library_file)
    app = make_application(["rhythmcap"])
    program = Program(app)
    program.window.show()
    program.open(folders().library_file)
    wait_until_idle(app, program)
    for move in (move_docks, move_columns, choose_columns, look_closer):
        move(program)
        wait_until_idle(app, program)
    found = window_as_it_is(program)
    program.window.close()
    shutil.copyfile(folders().window_file, folder / "window.ini")
    return found


def move_docks(program: Program) -> None:
    """Another size and place of the window; the models above, the messages at the right."""
    window = program.window
    window.resize(1120, 740)  # a small screen has room for it
    window.move(40, 30)
    dock_area = window.columns.dock_area
    dock_area.addDockWidget(Qt.DockWidgetArea.TopDockWidgetArea, window.docks["models"])
    dock_area.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, window.docks["messages"])
    window.docks["models"].show()


def move_columns(program: Program) -> None:
    """Other sizes of what lies in the window, and the tags under the table open."""
    window = program.window
    window.columns.dock_area.resizeDocks([window.docks["models"]], [205], Qt.Orientation.Vertical)
    window.columns.set_widths([255, 510, 353])
    window.table.facets.set_open(True)


def choose_columns(program: Program) -> None:
    """Other columns in another order, a search, and one of its songs open."""
    category = program.context.library.codebook.find_category("rhythm")
    assert category is not None
    header = program.window.table.header
    header.show_columns(
        [("song", 0), ("year", 61), (f"category:{category.id}", 133), ("length", 57)]
    )
    program.context.session.set_query("year:>1972")
    header.order_requested.emit("title", True)
    program.window.table.step(3)


def look_closer(program: Program) -> None:
    """A part of the song, another brightness, and more room for the spectrogram."""
    view = {"look": [20, -30], "go_along": True, "heights_px": [200, 120], "view_s": [5.0, 25.0]}
    program.window.listening.restore_view(view)


def window_as_it_is(program: Program) -> dict[str, Any]:
    """What a restored window should look like again."""
    window, session = program.window, program.context.session
    dock_area = window.columns.dock_area
    assert session.song is not None
    return {
        "geometry": list(window.geometry().getRect()),
        "columns": window.columns.widths(),
        "areas": {
            name: dock_area.dockWidgetArea(dock).value for name, dock in window.docks.items()
        },
        "shown": [name for name, dock in window.docks.items() if dock.isVisible()],
        "models_px": window.docks["models"].height(),
        "facets": window.table.facets.is_open,
        "header": window.table.header.shown(),
        "query": session.query,
        "order": [program.context.order, program.context.descending],
        "song": session.song.id,
        "view": window.listening.view_state(),
    }


# -- all of it ------------------------------------------------------------------------------


def main(folder: Path, *, only_library: bool = False) -> int:
    """Make every file, in a home of its own; never over an older version's."""
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["RHYTHMCAP_HOME"] = home
        if only_library:
            found = make_library(folder)
            (folder / "model.zip").unlink()
            write_expected(folder, found)
            compress(folder)
            return 0
        spectrograms = [golden.composed(number) for number in range(len(golden.SEEDS))]
        np.savez_compressed(folder / "songs.npz", *spectrograms)
        found = make_library(folder)
        found["model"] = make_scores(folder, spectrograms)
        found["window"] = make_window(folder)
        write_expected(folder, found)
    return 0


def write_expected(folder: Path, found: dict[str, Any]) -> None:
    """expected.json: what is in the files."""
    text = json.dumps(found, ensure_ascii=False, indent=1)
    (folder / "expected.json").write_text(text + "\n", encoding="utf-8")


def compress(folder: Path) -> None:
    """Put the files of a folder in smaller ones of their name with .xz."""
    for file in list(folder.iterdir()):
        packed = lzma.compress(file.read_bytes(), preset=9)
        file.with_name(f"{file.name}.xz").write_bytes(packed)
        file.unlink()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[-1]), only_library="--library" in sys.argv))
