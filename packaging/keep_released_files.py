"""Keep what this version writes: `python packaging/keep_released_files.py FOLDER` (a new one).

With --library only a library, compressed, for a migration's test: tests/data/schema_16 was made so.

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

from core.audio.hashing import AudioHasher
from core.demo import short_song
from core.demo.score import RATE_HZ
from core.exchange.model_files.model_archive import export_zip
from core.features.cache import FeatureCache
from core.features.spectrogram import LogMel, log_mel
from core.library.edits.edits import (
    AddAlias,
    AddCategory,
    AddTag,
    JoinSongs,
    Judge,
    JudgeMany,
    JudgeRegion,
    MergeTags,
    MoveRegion,
    MoveSearch,
    MoveTag,
    RenameTag,
    RetireTag,
    SaveSearch,
    SetCategory,
    SetDecisionNote,
    SetDefinition,
    SetIntensity,
    SetIntensityMany,
    SetNote,
    SetTagLook,
    SplitTag,
    TellApart,
    WriteNotes,
)
from core.library.records import DecisionContext, DecisionSource, ModelRow, NewSong, State
from core.library.store import Library
from core.model_store.registry import ensure_starter, model_path, register
from core.models.checkpoint import load_checkpoint
from core.models.predict import predict_song
from core.paths import folders
from core.settings import Settings, save_settings
from core.training.config import FinetuneRequest
from core.training.finetune import finetune
from rhythmcap_gui.app import Program, make_application
from tests.support import golden_rounds as golden
from tests.support import released_files
from tests.support.synthetic_songs import BRISK, RECIPE

YES, NO, UNSURE = State.YES, State.NO, State.UNSURE
STYLES = (
    "house", "waltz", "techno", "disco", "electro", "bossa", "swing", "folk", "tribal", "breaks",
    "drift", "house",
)  # fmt: skip
ARTISTS = ("The Tones", "Núria Vidal", "Jonas Beck", "Zoë & Co.", "Øre", "Kite")
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


# -- the library ----------------------------------------------------------------------------


def add_songs(library: Library, cache: FeatureCache) -> None:
    """Add twelve composed songs, cached but without files; one is missing, one file failed."""
    for number, style in enumerate(STYLES, start=1):
        sound = short_song(number, style, 6.0)
        hasher = AudioHasher(RATE_HZ, 2)
        hasher.update(sound)
        audio_hash = hasher.hexdigest()
        cache.put(LogMel(log_mel(sound.mean(axis=1), RATE_HZ, RECIPE), RECIPE, audio_hash))
        library.songs.add(
            NewSong(
                audio_hash=audio_hash, path=Path(f"/music/{style} {number}.flac"),
                size_bytes=1000 + number, mtime_s=1.7e9 + number / 4,
                title=f"{style.capitalize()} Nº {number}", artist=ARTISTS[number % len(ARTISTS)],
                album="" if number % 3 else "Yesterday", duration_s=60.0 + number,
                year=None if number == 4 else 1970 + number, rate_hz=RATE_HZ, channels=2,
            )
        )  # fmt: skip
    library.songs.mark_missing(7)
    failure = (Path("/music/broken.mp3"), "Its beginning is damaged.", "Convert it to FLAC.")
    library.songs.record_failures([failure])


def tag(library: Library, name: str) -> int:
    """The id of a tag."""
    found = library.codebook.find(name)
    assert found is not None, name
    return found.id


def change_codebook(library: Library) -> None:
    """A category and tags of one's own; other names, places, meanings; one retired."""
    library.do(AddCategory("Ear", key="e", colour="#123456"))
    category = library.codebook.find_category("Ear")
    assert category is not None
    library.do(
        AddTag("dusty", category.id, "d", "#654321", "As from an old record.", "Crackle.", "Hiss.")
    )
    dusty = tag(library, "dusty")
    library.do(AddAlias(dusty, "staubig"))
    library.do(SetDefinition(dusty, definition="As if from an old record.", not_when="Tape hiss."))
    library.do(SetTagLook(dusty, key="u", colour="#abcdef"))
    library.do(SetCategory(category.id, name="By ear", colour="#224466"))
    library.do(RenameTag(tag(library, "silly"), "foolish"))
    library.do(MoveTag(tag(library, "warm"), category.id, 0))
    library.do(RetireTag(tag(library, "gay")))


def decide(library: Library) -> None:
    """Decisions of every state, with strengths, notes and parts, by two annotators."""
    library.annotators.use(released_files.OTHER_ANNOTATOR)
    library.do(Judge(1, tag(library, "dark"), NO))
    library.do(JudgeRegion(2, tag(library, "piano"), 1.5, 4.25, UNSURE))
    library.annotators.use(released_files.ANNOTATOR, "ada@example.org")
    states = np.random.default_rng(3).integers(0, 2, (12, 4))
    for column, name in enumerate(("dark", "house", "energy", "dusty")):
        for state, code in ((YES, 1), (NO, 0)):
            ids = np.flatnonzero(states[:, column] == code) + 1
            library.do(JudgeMany(tuple(ids.tolist()), tag(library, name), state))
    soft, mellow = tag(library, "soft"), tag(library, "mellow")
    library.do(Judge(3, soft, UNSURE), Judge(3, mellow, YES), label="Soft or mellow")
    library.do(Judge(5, soft, YES), SetIntensity(5, soft, 0.25), label="Soft, a little")
    library.do(Judge(6, soft, NO))
    library.do(Judge(6, soft, None))
    library.do(MergeTags(mellow, soft))
    library.do(SplitTag(tag(library, "energy"), "drive", (1, 2, 3), "It pulls."))
    library.do(JudgeRegion(4, tag(library, "piano"), 10.0, 20.5))
    part = library.annotations.regions_of_song(4)[0]
    library.do(MoveRegion(part.id, 10.25, 21.0))
    library.do(SetDecisionNote(part.id, "left hand only"))
    library.do(SetIntensityMany((1, 2, 3, 5), tag(library, "dark"), 0.75))
    library.do(SetNote(8, "Heard at Béla's; ask him. 🎵"))
    library.do(WriteNotes((8, 9), "twice", added=True))
    library.do(JoinSongs(1, 12))
    library.do(TellApart(2, 11))


def train_model(library: Library, cache: FeatureCache) -> ModelRow:
    """Learn from these decisions, use the new model, and accept or reject what it predicts."""
    starter = ensure_starter(library)
    assert starter is not None
    with golden.one_thread():
        parent, labels = load_checkpoint(model_path(starter)), library.annotations.labels()
        request = FinetuneRequest(
            name="Ada's ear · 1", parent_name=starter.name, depth="temporal", epochs=4, seed=2,
            models_folder=folders().models, parent_tags=library.models.tag_ids(starter.id),
            schedule=BRISK,
        )  # fmt: skip
        outcome = finetune(request, labels, parent, cache)
    learned = register(library, outcome.card, outcome.model_path, outcome.tag_ids)
    library.models.set_active(learned.id)
    for row in (starter, learned):
        model, scores = load_checkpoint(model_path(row)), {}
        for song_id in library.songs.all_ids().tolist()[:10]:
            song = library.songs.get(song_id)
            sound = cache.get(song.audio_hash, RECIPE) if song else None
            assert sound is not None
            scores[song_id] = predict_song(model, sound, taggram=False).scores
        library.predictions.put(row.id, scores)
    library.models.map_word("disco", tag(library, "upbeat"))
    library.models.map_word("tztz", 0)
    library.do(
        Judge(
            9,
            tag(library, "techno"),
            YES,
            DecisionContext(DecisionSource.ACCEPTED, True, learned.id),
        )
    )
    library.do(
        Judge(
            9, tag(library, "piano"), NO, DecisionContext(DecisionSource.REJECTED, True, learned.id)
        )
    )
    return learned


def make_library(folder: Path) -> dict[str, Any]:
    """library.db and model.zip; what is in them."""
    cache = FeatureCache(folders().features)
    path = folders().library_file
    with Library.open(path, annotator=released_files.ANNOTATOR) as library:
        add_songs(library, cache)
        change_codebook(library)
        decide(library)
        learned = train_model(library, cache)
        library.do(SaveSearch("Dark house", "tag:dark tag:house"))
        library.do(SaveSearch("To hear again", 'year:>1972 ?"soft"'))
        library.do(MoveSearch("To hear again", -1))
        library.do(Judge(2, tag(library, "piano"), YES))
        library.do(JudgeMany((2, 4, 6, 8), tag(library, "fast"), YES), label="Fast ones")
        library.undo()
        library.undo()
        export_zip(model_path(learned), folder / "model.zip")
    shutil.copyfile(path, folder / "library.db")
    assert not path.with_name("library.db-wal").exists()
    with Library.open(path, annotator=released_files.ANNOTATOR) as library:
        columns = released_files.columns_of(library)
        found = {
            "columns": columns,
            "portrait": released_files.library_values(library),
            "digest": released_files.digest_of(library, columns),
            "on_first": released_files.redo_all(library, columns),
            "back": released_files.undo_all(library, columns),
            "on": released_files.redo_all(library, columns),
        }
    assert len(found["on_first"]) == 2
    assert found["on"][-1] == found["on_first"][-1]
    return found


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
