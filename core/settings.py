"""The user's preferences: one frozen record, kept as versioned JSON.

Nothing that changes what a stored number means is a setting; recipes live in the models.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from core.atomic_files import write_text
from core.errors import SettingsError

VERSION = 1


@dataclass(frozen=True, slots=True)
class Settings:
    """Every preference with its default.

    theme: "system", "dark" or "light". language: "de", "en" …, "" for the system's.
    output_device: a device name, "" for the system's own.
    volume: 0 to 1. workers: decoding processes, 0 means one per core. keys: action id -> key
    sequence, only where the user changed it. model_offer_dismissed: the recommended model is not
    to be offered over the columns any more. watch_folders: folder -> the library its
    new songs go into. cache_limit_gb: features beyond it are dropped.
    """

    theme: str = "system"
    language: str = ""
    colour_map: str = "magma"
    output_device: str = ""
    volume: float = 0.8
    annotator: str = ""
    annotator_email: str = ""
    blind: bool = False
    autoplay: bool = False
    view_as_model: bool = False
    depth: str = "automatic"
    learning_epochs: int = 30
    learning_rates: str = "thesis"
    learning_lstm: bool = False
    model_offer_dismissed: bool = False
    device: str = "auto"
    workers: int = 0
    cache_limit_gb: float = 20.0
    recent_libraries: tuple[str, ...] = ()
    watch_folders: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)


def load_settings(path: Path) -> Settings:
    """Read preferences; an absent file gives the defaults, unknown fields are ignored.

    Raises SettingsError if the file is damaged or newer than this program.
    """
    try:
        raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        raise SettingsError("settings.unreadable", detail=str(error), path=path) from error
    if not isinstance(raw, dict) or int(raw.get("version", 1)) > VERSION:
        raise SettingsError("settings.newer", path=path)
    return _from_json(raw)


def _from_json(raw: dict[str, Any]) -> Settings:
    defaults = Settings()
    values: dict[str, Any] = {}
    for item in fields(Settings):
        if item.name not in raw:
            continue
        value, default = raw[item.name], getattr(defaults, item.name)
        if isinstance(default, tuple) and isinstance(value, list):
            value = tuple(str(item) for item in value)
        elif isinstance(default, float) and isinstance(value, int):
            value = float(value)
        if type(value) is type(default):
            values[item.name] = value
    return Settings(**values)


def save_settings(settings: Settings, path: Path) -> None:
    """Write preferences atomically. Raises SettingsError where the folder cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"version": VERSION, **asdict(settings)}, indent=2, ensure_ascii=False)
        write_text(path, text + "\n")
    except OSError as error:
        raise SettingsError("settings.not_saved", detail=str(error), path=path) from error
