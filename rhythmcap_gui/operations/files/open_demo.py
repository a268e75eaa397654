"""The demo library: composed on first use, in the background; opened like any other.

What is composed already can be heard meanwhile, unless a song of a library is open.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from core.paths import folders
from rhythmcap_gui.job_runner import Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files.importing import Importer
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.view_data import ImportState, PreviewState

if TYPE_CHECKING:
    from core.demo import DemoSong

OpenLibrary = Callable[[Path], object]


def open_demo(importer: Importer, open_library: OpenLibrary, preview: DemoPreview) -> None:
    """Open the demo library through `open_library`, once it exists."""
    library = folders().demo / "library.db"
    if os.path.exists(library):
        open_library(library)
    else:
        importer.compose(
            QCoreApplication.translate("demo", "Composing the demo library"),
            _compose(folders().demo),
            lambda: preview.go_on_in(library, open_library),
            preview.add,
        )


class DemoPreview(QObject):
    """The composed songs one after another; whichever sounds at the end sounds on."""

    changed = Signal(object)  # PreviewState | None

    def __init__(self, context: AppContext, importer: Importer, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._songs: list[DemoSong] = []
        self._index = 0
        self._loaded = False
        self._left_off: tuple[Path, float] | None = None
        importer.changed.connect(self._follow_import)
        context.session.playback_changed.connect(self._follow_sound)

    def add(self, song: DemoSong) -> None:
        """Take a song that has just been composed."""
        self._songs.append(song)
        self._publish()

    def toggle(self) -> None:
        """Play or pause."""
        player = self._context.player
        if not self._is_possible():
            return
        if not self._loaded:
            self._load(self._index)
        elif player.state.playing:
            player.pause()
        else:
            player.play()
        self._context.player_changed()

    def skip(self) -> None:
        """Play the next song; behind the newest one, the first again."""
        if self._is_possible():
            self._load((self._index + 1) % len(self._songs))
            self._context.player_changed()

    def go_on_in(self, library: Path, open_library: OpenLibrary) -> None:
        """Open the finished library; a song that was playing plays on from there."""
        left_off, self._left_off = self._left_off, None
        open_library(library)
        session = self._context.session
        if left_off is None or session.library is None or session.library.path != library:
            return
        song = session.library.songs.by_path(left_off[0])
        if song is not None:
            navigation.open_song(self._context, song.id, play=True)
            self._context.player.seek(left_off[1])
            self._context.player_changed()

    def _is_possible(self) -> bool:
        return bool(self._songs) and self._context.session.song is None

    def _load(self, index: int) -> None:
        self._index, self._loaded = index, True
        self._context.player.load(self._songs[index].path)
        self._context.player.play()
        self._publish()

    def _follow_sound(self, _state: object) -> None:
        """Show whether it plays; at a song's end go on to the next, if that is there."""
        if not self._loaded:
            return
        state = self._context.player.state
        is_over = state.duration_s > 0 and state.position_s >= state.duration_s - 0.1
        has_ended = is_over and not state.playing and not state.opening
        if has_ended and self._index + 1 < len(self._songs):
            self.skip()
        else:
            self._publish()

    def _follow_import(self, state: ImportState) -> None:
        """When the work is over, fall silent; remember what was playing."""
        if state.running or not self._songs:
            return
        player_state, self._left_off = self._context.player.state, None
        if self._loaded and self._context.session.song is None:
            if player_state.playing:
                self._left_off = (self._songs[self._index].path, player_state.position_s)
            self._context.player.unload()
            self._context.player_changed()
        self._songs, self._index, self._loaded = [], 0, False
        self._publish()

    def _publish(self) -> None:
        state = None
        if self._is_possible():
            song = self._songs[self._index]
            playing = self._loaded and self._context.player.state.playing
            state = PreviewState(song.title, song.artist, playing, len(self._songs))
        self.changed.emit(state)


def _compose(folder: Path) -> Callable[[Running], None]:
    def work(job: Running) -> None:
        from core.demo import build_demo

        build_demo(folder, job, job.deliver)

    return work
