"""Every dialog of the window by its name, opened as the menus do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog

from rhythmcap_gui.app import Program
from rhythmcap_gui.views.shell.crash_dialog import CrashDialog
from rhythmcap_gui.views.tags.tag_dialog import TagDialog

DIALOGS = ["settings", "keys", "tag", "crash", "get a model", "import a model", "card", "words",
           "missing files", "same recording", "restore", "glossary", "codebook",
           "add words", "import decisions", "export", "deposit", "file tags"]  # fmt: skip


def open_dialog(program: Program, name: str) -> QDialog:
    """Ask the window for a dialog, as the menus do; the one that came."""
    window = program.window
    models = [row for row in program.context.library.models.list() if row.name == "starter"]
    ways: dict[str, Callable[[], object]] = {
        "settings": window.shell_controller.show_settings,
        "keys": window.shell_controller.show_keys,
        "tag": TagDialog(program.context.session, parent=window).open,
        "crash": CrashDialog("What happened", "The report", Path("rhythmcap.log"), window).open,
        "get a model": window.models_controller.get_model,
        "import a model": window.models_controller.import_model,
        "card": lambda: window.models_controller.show_card(models[0].id),
        "words": lambda: window.models_controller.map_words(models[0].id),
        "missing files": window.files_controller.find_missing,
        "same recording": window.files_controller.show_duplicates,
        "restore": window.files_controller.restore_library,
        "codebook": window.codebook_controller.show_codebook,
        "add words": window.codebook_controller.add_words,
        "import decisions": lambda: window.labels_controller.import_decisions(_playlist(program)),
        "export": window.labels_controller.export_decisions,
        "deposit": window.labels_controller.prepare_deposit,
        "file tags": window.songs_controller.write_file_tags,
        "glossary": window.shell_controller.show_glossary,
    }
    ways[name]()
    return next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())


def _playlist(program: Program) -> Path:
    """Write a list of two songs beside the library, of which one is there."""
    song = program.context.library.songs.after(0, 1)[0]
    path = program.context.library.path.with_name("night-1975.m3u8")
    path.write_text(f"#EXTM3U\n{song.path}\n/gone/nothing.flac\n", encoding="utf-8")
    return path
