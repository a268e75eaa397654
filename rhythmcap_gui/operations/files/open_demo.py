"""The demo library: composed on first use, in the background; opened like any other."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from core.paths import folders
from rhythmcap_gui.job_runner import Running
from rhythmcap_gui.operations.files.importing import Importer


def open_demo(importer: Importer, open_library: Callable[[Path], object]) -> None:
    """Open the demo library through `open_library`, once it exists."""
    library = folders().demo / "library.db"
    if os.path.exists(library):
        open_library(library)
    else:
        importer.compose(
            QCoreApplication.translate("demo", "Composing the demo library"),
            _compose(folders().demo),
            lambda: open_library(library),
        )


def _compose(folder: Path) -> Callable[[Running], None]:
    def work(job: Running) -> None:
        from core.demo import build_demo

        build_demo(folder, job)

    return work
