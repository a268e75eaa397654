"""The saved state of the window: geometry, docks, columns; per library song, query and order."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from typing import Any

from PySide6.QtCore import QByteArray, QRect, QSettings, Qt

from core.atomic_files import create_private, private_folder
from core.paths import folders
from rhythmcap_gui.app_style import FRAME
from rhythmcap_gui.main_window import MainWindow
from rhythmcap_gui.operations.listening import playback
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.views.shell.columns import widths_of_state

CODEBOOK = "codebook_controller"
FIRST_ORDER = "title"  # songs come in as they are read, which is no order to find them in


class WindowState:
    """Reads and writes folders().window_file; a missing or broken one gives the defaults."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._has_geometry = False
        window.made.connect(self._restore_part)

    def restore_window(self) -> None:
        """Restore geometry, docks and columns."""
        saved, columns = self._file(), self._window.columns
        dock_sizes = _sizes(saved.value("window/dock_sizes", ""))
        for key, restore in (
            ("window/geometry", self._restore_geometry),
            ("window/docks", lambda value: columns.dock_area.restore(value, dock_sizes)),
            ("window/columns", lambda value: columns.restore(widths_of_state(value), are_own=None)),
        ):
            value = saved.value(key)
            if isinstance(value, QByteArray):
                restore(value)
        own = saved.value("window/widths_are_own", "false") in ("true", True)
        columns.restore(_numbers(saved.value("window/widths", "")), are_own=own)
        self._window.table.facets.set_open(saved.value("window/facets") in ("true", True))
        if self._window.is_made(CODEBOOK):
            self._restore_part(CODEBOOK, self._window.codebook_controller)

    def _restore_part(self, name: str, part: Any) -> None:
        """A part that is made late comes back as it was left."""
        if name == CODEBOOK:
            saved = self._file()
            saved.beginGroup("codebook")
            part.restore({key: saved.value(key) for key in saved.childKeys()})

    def _restore_geometry(self, value: QByteArray) -> None:
        """Do so; Qt does not where a maximized window was on a screen of quite another width."""
        self._has_geometry = self._window.restoreGeometry(value)

    def fit_screen(self, available: QRect) -> None:
        """Before a window without saved geometry is shown: fill a screen without room for it."""
        room = available.size() - FRAME
        window = self._window
        if not self._has_geometry and window.size() != window.size().boundedTo(room):
            window.resize(window.size().boundedTo(room))
            window.setWindowState(Qt.WindowState.WindowMaximized)

    def restore_library(self) -> None:
        """Restore the open library's last query, order, song and position."""
        saved, context = self._file(), self._window.context
        saved.beginGroup(self._group())
        context.order = str(saved.value("order", FIRST_ORDER))
        context.descending = saved.value("descending", "false") in ("true", True)
        context.session.set_query(str(saved.value("query", "")))
        self._window.table.set_order(context.order, context.descending)
        song_id = int(saved.value("song", 0) or 0)
        song = context.library.songs.get(song_id) if song_id else None
        if song is None:
            ids = context.library.search.ids(
                context.session.query, context.order, context.descending
            )
            song_id = int(ids[0]) if len(ids) else 0
        if song_id:
            navigation.open_song(context, song_id, play=False)
            playback.seek(context, float(saved.value("position", 0.0) or 0.0) if song else 0.0)

        view = saved.value("view", "")
        if song is not None and view:
            self._window.listening.restore_view(json.loads(str(view)))
        folded = _numbers(saved.value("folded", ""))
        self._window.editor.sections.restore_folded(folded)
        self._window.editor.restore_recent(_numbers(saved.value("recent_tags", "")))
        self._window.similarity.restore(str(saved.value("similar", "")))
        columns = _columns(saved.value("columns", ""))
        if columns:
            self._window.table.header.show_columns(columns)

    def save(self) -> None:
        """Save all of it."""
        saved = self._file()
        saved.setValue("window/geometry", self._window.saveGeometry())
        columns = self._window.columns
        saved.setValue("window/docks", columns.dock_area.state())
        saved.setValue("window/dock_sizes", json.dumps(columns.dock_area.sizes()))
        saved.setValue("window/widths", json.dumps(columns.widths()))
        saved.setValue("window/widths_are_own", columns.are_own)
        saved.setValue("window/facets", self._window.table.facets.is_open)
        if self._window.is_made(CODEBOOK):
            for name, value in self._window.codebook_controller.state().items():
                saved.setValue(f"codebook/{name}", value)
        saved.sync()
        self.save_library()

    def save_library(self) -> None:
        """Save what is shown of the open library, for when it is opened again."""
        context = self._window.context
        session = context.session
        if session.library is None:
            return
        saved = self._file()
        saved.beginGroup(self._group())
        saved.setValue("song", session.song.id if session.song else 0)
        saved.setValue("position", round(session.position_s, 2))
        saved.setValue("query", session.query)
        saved.setValue("order", context.order)
        saved.setValue("descending", context.descending)
        saved.setValue("view", json.dumps(self._window.listening.view_state()))
        saved.setValue("folded", json.dumps(self._window.editor.sections.folded()))
        saved.setValue("recent_tags", json.dumps(self._window.editor.recent_tags()))
        saved.setValue("similar", self._window.similarity.saved())
        saved.setValue("columns", json.dumps(self._window.table.header.shown()))
        saved.endGroup()
        saved.sync()

    def _group(self) -> str:
        path = str(self._window.context.library.path)
        return f"library-{hashlib.blake2b(os.fsencode(path), digest_size=6).hexdigest()}"

    @staticmethod
    def _file() -> QSettings:
        path = folders().window_file
        if not path.exists():
            with contextlib.suppress(OSError):  # it is only how the window was left
                private_folder(path.parent)
                create_private(path)
        return QSettings(str(path), QSettings.Format.IniFormat)


def _sizes(value: object) -> dict[str, int]:
    """Parse the sizes of docks; none where the file holds something else."""
    try:
        return {str(name): int(size) for name, size in json.loads(str(value)).items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def _numbers(value: object) -> list[int]:
    """Parse widths or ids; none where the file holds something else."""
    try:
        return [int(number) for number in json.loads(str(value))]
    except (ValueError, TypeError):
        return []


def _columns(value: object) -> list[tuple[str, int]]:
    """Parse key and width of the columns; none where the file holds something else."""
    try:
        return [(str(key), int(width)) for key, width in json.loads(str(value))]
    except (ValueError, TypeError):
        return []
