"""Songs' files outside the program: their folders, the system's player, their paths as text."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from rhythmcap_gui.local_paths import path_text, shown_path
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.operations.context import AppContext

MAX_OPENED = 8  # folders or files at once: each is a window of another program


def paths_of(context: AppContext, song_ids: Sequence[int]) -> list[Path]:
    """Return where these songs were last seen, in their order."""
    by_id = {
        location.song_id: location.path for location in context.library.songs.locations_of(song_ids)
    }
    return [by_id[song_id] for song_id in song_ids if song_id in by_id]


def show_in_folder(context: AppContext, song_ids: Sequence[int]) -> None:
    """Open the folders of songs in the file manager."""
    paths = paths_of(context, song_ids)
    _open(context, list(dict.fromkeys(path.parent for path in paths)))
    first = paths[0] if paths else None
    if first is not None and os.path.isdir(first.parent) and not os.path.exists(first):
        text = _tr("{} is no longer in its folder.")
        context.session.notify(text.format(shown_path(first.name)))


def show_made(context: AppContext, path: Path) -> None:
    """Open the folder of a file that was written, or a folder that was, in the file manager."""
    _open(context, [path if os.path.isdir(path) else path.parent])


def open_elsewhere(context: AppContext, song_ids: Sequence[int]) -> None:
    """Open songs in the program that the system has for them; the sound here pauses."""
    context.player.pause()
    context.player_changed()
    _open(context, paths_of(context, song_ids))


def copy_paths(context: AppContext, song_ids: Sequence[int]) -> None:
    """Put the paths of songs on the clipboard, one a line."""
    paths = paths_of(context, song_ids)
    QApplication.clipboard().setText("\n".join(path_text(path) for path in paths))
    text = _tr("Copied: {paths:the path|# paths}.")
    context.session.notify(counted(text, paths=len(paths)))


def _open(context: AppContext, paths: list[Path]) -> None:
    for path in paths[:MAX_OPENED]:
        if not os.path.exists(path):
            context.session.notify(_tr("{} is not there now.").format(shown_path(path)))
        elif not QDesktopServices.openUrl(url_of(path)):
            text = _tr("The system has no program for {}.").format(shown_path(path))
            context.session.notify(text, "warning")
    if len(paths) > MAX_OPENED:
        text = _tr("The first {opened} of {found} were opened.")
        context.session.notify(text.format(opened=MAX_OPENED, found=len(paths)))


def url_of(path: Path) -> QUrl:
    """Return the address of a file or folder, to the byte."""
    return QUrl.fromEncoded(path.as_uri().encode())


def _tr(text: str) -> str:
    return QCoreApplication.translate("song_paths", text)
