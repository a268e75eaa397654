"""Where the results about a library's own tags lie: one folder a library."""

from __future__ import annotations

import hashlib
from pathlib import Path

from core.experiments.small_plan import NAME
from core.paths import folders


def results_folder(library: Path) -> Path:
    """Return the folder of a library's small plan; it need not be there yet."""
    path = str(library.absolute()).encode("utf-8", "surrogateescape")
    return folders().experiments / NAME / hashlib.blake2b(path, digest_size=8).hexdigest()
