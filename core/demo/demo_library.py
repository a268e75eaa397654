"""The demo library: composed songs, imported like any others, three quarters of them tagged.

It appears under its name only when it is whole; a build that was stopped goes on from the songs
that are already composed.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from core.atomic_files import replace_file
from core.demo.compose import DEMO_SEED, DEMO_SONGS, DemoSong, OnSong, compose_demo
from core.errors import LibraryError
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext, SubJob
from core.library.edits.edits import AddTag, JudgeMany
from core.library.records import DecisionContext, DecisionSource, State
from core.library.scan.importer import import_songs
from core.library.store import Library
from core.messages import message
from core.paths import folders

LIBRARY_FILE = "library.db"
UNFINISHED_FILE = "unfinished.db"
COMPOSING_SHARE = 0.4
OWN_TAGS = {  # name -> (category of the default codebook, definition)
    "organ": ("instruments", "An organ is heard."),
    "bells": ("instruments", "Bells, or a bell-like sound, are heard."),
    "guitar": ("instruments", "A plucked guitar is heard."),
    "waltz": ("genre", "Three beats to the bar, danced."),
    "breaks": ("genre", "A broken drum pattern instead of a straight one."),
}
COMPOSED = DecisionContext(source=DecisionSource.IMPORT)


def build_demo(
    folder: Path,
    job: JobContext = SILENT,
    seed: int = DEMO_SEED,
    n_songs: int = DEMO_SONGS,
    on_song: OnSong = lambda _song: None,
    *,
    tag_all: bool = False,
) -> Path:
    """Make folder/songs/*.flac and folder/library.db; return the library's path.

    on_song: is called with each song as soon as it is composed. tag_all: all songs are tagged.

    An existing library is used as it is, with whatever was done to it since. The decisions are
    imported, of no annotator yet. Raises Cancelled, LibraryError, CacheError, OSError.
    """
    library = folder / LIBRARY_FILE
    if library.exists():
        return library
    composing = SubJob(job, 0.0, COMPOSING_SHARE)
    songs = compose_demo(folder / "songs", seed, n_songs, composing, on_song)
    unfinished = folder / UNFINISHED_FILE
    _remove(unfinished)
    tagged = [song for song in songs if song.tagged or tag_all]
    _fill(unfinished, songs, tagged, SubJob(job, COMPOSING_SHARE, 1.0 - COMPOSING_SHARE))
    replace_file(unfinished, library)
    _remove(unfinished)
    return library


def _remove(file: Path) -> None:
    for path in file.parent.glob(f"{file.name}*"):  # with its journal and its lock
        path.unlink()


def _fill(
    file: Path, songs: Sequence[DemoSong], tagged: Sequence[DemoSong], job: JobContext
) -> None:
    with Library.open(file) as library:
        cache = FeatureCache(folders().features)
        result = import_songs(library, [song.path for song in songs], cache, job=job)
        if result.failed:
            first = result.failed[0]
            raise LibraryError(
                "demo.unreadable", name=first.path.name, reason=first.reason, path=first.path
            )
        _add_own_tags(library)
        _tag(library, tagged)
        library.journal.clear_undo()


def _add_own_tags(library: Library) -> None:
    edits = []
    for name, (category, definition) in OWN_TAGS.items():
        found = library.codebook.find_category(category)
        if found is not None and library.codebook.find(name) is None:
            edits.append(AddTag(name, found.id, definition=definition))
    if edits:
        library.do(*edits, label=message("edit.demo_tags"))


def _tag(library: Library, songs: Sequence[DemoSong]) -> None:
    """What is true of the songs, one edit a tag and state, all in one transaction."""
    ids: dict[tuple[str, State], list[int]] = {}
    for song in songs:
        known = library.songs.by_path(song.path)
        if known is None:
            continue
        for state, words in ((State.YES, song.yes), (State.NO, song.no)):
            for word in words:
                ids.setdefault((word, state), []).append(known.id)
    edits = []
    for (word, state), song_ids in ids.items():
        tag = library.codebook.find(word)
        if tag is not None:
            edits.append(JudgeMany(tuple(song_ids), tag.id, state, COMPOSED))
    library.do(*edits, label=message("edit.demo_truth"))
