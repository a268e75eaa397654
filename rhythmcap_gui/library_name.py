"""What a library is called: the demo, one's own, else by its file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from core.paths import folders
from rhythmcap_gui.local_paths import shown_path

USUAL_STEM = "library"  # says nothing: the folder's name stands before it


def library_name(path: Path) -> str:
    """Return the name of the library in a file, in the window's language."""
    if path == folders().library_file:
        return QCoreApplication.translate("library_name", "My library")
    if path == folders().demo / "library.db":
        return QCoreApplication.translate("library_name", "Demo library")
    name = f"{path.parent.name}/{path.stem}" if path.stem == USUAL_STEM else path.stem
    return shown_path(name)
