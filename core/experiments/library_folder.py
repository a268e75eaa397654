"""Where the results about a library's own tags lie: one folder a library."""

from __future__ import annotations

from pathlib import Path

from core.experiments.small_plan import NAME
from core.paths import folders, library_digest


def results_folder(library: Path) -> Path:
    """Return the folder of a library's small plan; it need not be there yet."""
    return folders().experiments / NAME / library_digest(library)
