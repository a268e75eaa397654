"""A library of three judged tones in files, with a small model that has their word."""

from __future__ import annotations

from pathlib import Path

from core.features.analyse import identify_song
from core.features.cache import FeatureCache
from core.library.edits.edits import AddTag, JudgeMany
from core.library.records import State
from core.library.store import Library
from core.model_store.registry import add_file
from core.paths import folders
from tests.support.learning_library import tiny_model
from tests.support.small_songs import new_song, tag_id, write_tone


def fill_library(folder: Path) -> None:
    """Three judged songs and a model with the word, where the program keeps the user's own."""
    folders().data.mkdir(parents=True)
    with Library.open(folders().library_file) as library:
        details = library.codebook.find_category("details").id
        library.do(AddTag("low", details))
        for number in (1, 2, 3):
            path = write_tone(folder / f"{number}.wav", hz=200 + 300 * number, seconds=1.6)
            audio_hash = identify_song(path, FeatureCache(folders().features)).audio_hash
            song, _ = library.songs.add(new_song(number, audio_hash=audio_hash, path=path))
            state = State.NO if number == 2 else State.YES
            library.do(JudgeMany((song,), tag_id(library, "low"), state))
        library.models.set_active(add_file(library, tiny_model(folders().models)).id)
