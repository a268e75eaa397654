"""Results of deformed songs, kept beside the libraries: the last of every library and model."""

from __future__ import annotations

import hashlib
import json
import logging
from pathlib import Path

from core.atomic_files import write_text
from core.evaluation.robustness_records import KeptRobustness, Robustness, SongScope
from core.paths import folders

FORMAT, VERSION = "rhythmcap-robustness", 1
DIGEST_BYTES = 12

log = logging.getLogger(__name__)


def kept_file(library: Path, model_file: str) -> Path:
    """Return where the result of a model on the songs of a library is kept."""
    return folders().robustness / f"{kept_name(library, model_file)}.json"


def kept_name(library: Path, model_file: str) -> str:
    """Return a name for what is kept of a library and a model of it."""
    name = f"{library.absolute()}\n{model_file}".encode("utf-8", "surrogateescape")
    return hashlib.blake2b(name, digest_size=DIGEST_BYTES).hexdigest()


def keep_robustness(path: Path, kept: KeptRobustness) -> None:
    """Write a result in the place of the one before. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    stored = {
        "format": FORMAT,
        "version": VERSION,
        "measured_at": kept.measured_at,
        "songs": kept.songs.value,
        "found": kept.found.to_json(),
    }
    write_text(path, json.dumps(stored, ensure_ascii=False) + "\n")


def load_robustness(path: Path) -> KeptRobustness | None:
    """Read a result; None where there is none, or one that cannot be read: it is measured anew."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        if stored["format"] != FORMAT or int(stored["version"]) > VERSION:
            return None
        found = Robustness.from_json(stored["found"])
        return KeptRobustness(found, str(stored["measured_at"]), SongScope(stored["songs"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        log.warning("%s cannot be read: %s", path, error)
        return None
