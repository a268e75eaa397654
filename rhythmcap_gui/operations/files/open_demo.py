"""The demo library: composed on first use, in the background, then opened like any other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from core.paths import folders
from rhythmcap_gui.job_runner import Running
from rhythmcap_gui.operations.files.importing import Importer


def open_demo(importing: Importer, opened: Callable[[Path], object]) -> None:
    """Open the demo library through `opened`, once it is there."""
    library = folders().demo / "library.db"
    if library.exists():
        opened(library)
    else:
        importing.compose(
            QCoreApplication.translate("demo", "Composing the demo library"),
            _compose(folders().demo),
            lambda: opened(library),
        )


def _compose(folder: Path) -> Callable[[Running], None]:
    def work(job: Running) -> None:
        from core.demo import build_demo

        build_demo(folder, job)

    return work
