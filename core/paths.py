"""The only file that joins folders: where settings, libraries, models, cache and logs live.

RHYTHMCAP_HOME moves every folder below one root. Nothing is created on import.
"""

from __future__ import annotations

import functools
import hashlib
import os
import tempfile
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import platformdirs

APP_NAME = "RhythmCap"
HOME_VARIABLE = "RHYTHMCAP_HOME"


@dataclass(frozen=True, slots=True)
class Folders:
    """Every folder RhythmCap writes to."""

    config: Path
    data: Path
    cache: Path
    logs: Path

    @property
    def settings_file(self) -> Path:
        """The preferences, JSON."""
        return self.config / "settings.json"

    @property
    def window_file(self) -> Path:
        """How the window was left: geometry, docks, last song."""
        return self.config / "window.ini"

    @property
    def library_file(self) -> Path:
        """The user's own library, unless another one is opened."""
        return self.data / "library.db"

    @property
    def demo(self) -> Path:
        """The demo library's folder (songs/ and library.db)."""
        return self.data / "demo"

    @property
    def models(self) -> Path:
        """Model files: a .safetensors file and its .json card."""
        return self.data / "models"

    @property
    def backups(self) -> Path:
        """Copies of libraries, made before migrations and from time to time."""
        return self.data / "backups"

    @property
    def fallback_backups(self) -> tuple[Path, ...]:
        """Where a library is copied to as its window has to close and nothing else can be written.

        The last one is this user's own in the folder that all users share.
        """
        user = getattr(os, "getuid", lambda: "")()
        try:
            shared = Path(tempfile.gettempdir())
        except OSError:
            return (self.logs / "copies",)
        return (self.logs / "copies", shared / f"rhythmcap-{user}".rstrip("-"))

    @property
    def experiments(self) -> Path:
        """What experiments found: a folder for the results of every plan."""
        return self.data / "experiments"

    @property
    def source_songs(self) -> Path:
        """Songs composed for experiments to learn from first: a library a seed."""
        return self.data / "source-songs"

    @property
    def pretraining(self) -> Path:
        """Source training that goes on: a checkpoint a run."""
        return self.data / "pretraining"

    @property
    def spectrograms(self) -> Path:
        """The spectrograms of whole data sets, a folder each, for source training."""
        return self.cache / "spectrograms"

    @property
    def divisions(self) -> Path:
        """Divisions of songs into folds, kept under a name to be used again."""
        return self.data / "divisions"

    @property
    def robustness(self) -> Path:
        """What models make of deformed songs: a file for every library and model."""
        return self.data / "robustness"

    @property
    def forecasts(self) -> Path:
        """How many more songs tags need: a file for every library and model."""
        return self.data / "forecasts"

    @property
    def features(self) -> Path:
        """Cached log-mel spectrograms, pyramids and embeddings; may be deleted at any time."""
        return self.cache / "features"

    @property
    def similar(self) -> Path:
        """Which songs sound alike: a folder for every library; may be deleted at any time."""
        return self.cache / "similar"

    @property
    def log_file(self) -> Path:
        """The rotating log."""
        return self.logs / "rhythmcap.log"


def folders() -> Folders:
    """The folders in force now, from RHYTHMCAP_HOME or the system's conventions."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        root = Path(home).expanduser().absolute()
        return Folders(root / "config", root / "data", root / "cache", root / "logs")
    return Folders(
        Path(platformdirs.user_config_dir(APP_NAME, False)),
        Path(platformdirs.user_data_dir(APP_NAME, False)),
        Path(platformdirs.user_cache_dir(APP_NAME, False)),
        Path(platformdirs.user_log_dir(APP_NAME, False)),
    )


def library_digest(library: Path) -> str:
    """Return a name for a library, by where it lies, for its own folder among those of others."""
    return hashlib.blake2b(os.fsencode(library.absolute()), digest_size=8).hexdigest()


def resource(*parts: str) -> Path:
    """Return a data file shipped with the program, such as resource("icons", "play.svg")."""
    return _resources().joinpath(*parts)


@functools.cache
def _resources() -> Path:
    """The folder of resources: a package without __init__ tells only where its files are."""
    return Path(str(files("resources").joinpath("style.qss"))).parent
