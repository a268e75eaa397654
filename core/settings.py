"""The user's preferences: one frozen record, kept as versioned JSON.

Nothing that changes what a stored number means is a setting; recipes live in the models.
"""

from __future__ import annotations

import json
import os
import unicodedata
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from core.atomic_files import private_folder, write_text
from core.errors import SettingsError
from core.printable import json_text

VERSION = 1
MAX_BYTES, MAX_CHARS = 1_000_000, 10_000
RANGES = {
    "volume": (0, 1), "learning_epochs": (1, 10_000), "workers": (0, 1024),
    "cache_limit_gb": (0, 1_000_000), "random_share": (0, 1), "again_days": (0, 36_500),
}  # fmt: skip
NAMES, LONGEST_NAME = ("annotator",), 200
OF_PATHS = ("watch_folders",)
CHOICES = {
    "theme": ("system", "dark", "light"), "learning_rates": ("thesis", "public"),
    "colour_map": ("magma", "viridis", "cividis"), "device": ("auto", "cpu", "cuda"),
    "depth": ("automatic", "classifier", "temporal", "everything"),
    "word_order": ("uncertain", "score", "strata", "list"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Settings:
    """Every preference with its default.

    theme: "system", "dark" or "light". language: "de", "en" …, "" for the system's.
    output_device: a device name, "" for the system's own.
    volume: 0 to 1. workers: decoding processes, 0 means one per core. keys: action id -> key
    sequence, only where the user changed it. details: results show measures beside plain words.
    experts: the settings for experts are unfolded. models_turned_down: files of learned models
    that are not to be offered again. model_offer_dismissed: the recommended model is
    not to be offered over the columns any more. word_order: in which songs are judged on one word.
    random_share: of the songs of a queue, drawn at random. again_days: after which a song judged
    may be asked about again; 0 for never. queue_blind: guesses show after the answer only.
    watch_folders: folder -> the library its new songs go into. cache_limit_gb: features beyond it
    are dropped. labels_folder: where a file of decisions was read or written last, as path_text
    writes it. export_format: the one chosen last. deposit: what was said of the last one, as JSON.
    file_tag_fields: category -> the field of songs' own files that its tags were written to last.
    keep_file_times: files keep their times when tags are written into them. record_listening: the
    seconds of a song that sounded before a decision are kept beside it.
    """

    theme: str = "system"
    language: str = ""
    colour_map: str = "magma"
    output_device: str = ""
    volume: float = 0.8
    annotator: str = ""
    annotator_email: str = ""
    blind: bool = False
    live_learning: bool = True
    autoplay: bool = False
    view_as_model: bool = False
    depth: str = "automatic"
    learning_epochs: int = 30
    learning_rates: str = "thesis"
    learning_lstm: bool = False
    details: bool = False
    experts: bool = False
    model_offer_dismissed: bool = False
    models_turned_down: tuple[str, ...] = ()
    word_order: str = "uncertain"
    random_share: float = 0.2
    again_days: int = 14
    queue_blind: bool = False
    device: str = "auto"
    workers: int = 0
    cache_limit_gb: float = 20.0
    labels_folder: str = ""
    export_format: str = "csv"
    deposit: str = ""
    keep_file_times: bool = False
    record_listening: bool = False
    recent_libraries: tuple[str, ...] = ()
    watch_folders: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    file_tag_fields: dict[str, str] = field(default_factory=dict)


def load_settings(path: Path) -> Settings:
    """Read preferences; an absent file gives the defaults, unknown and odd fields are ignored.

    Raises SettingsError if the file is damaged or newer than this program.
    """
    return _from_json(_read(path))[0]


def settings_or_defaults(path: Path) -> tuple[Settings, SettingsError | None]:
    """Return the preferences whatever is in the file, and what is wrong with it."""
    try:
        settings, odd = _from_json(_read(path))
    except SettingsError as error:
        return Settings(), error
    names = ", ".join(odd)
    return settings, SettingsError("settings.odd", names=names, path=path) if odd else None


def _read(path: Path) -> dict[str, Any]:
    """Read the file's fields, none where there is no file. Raises SettingsError."""
    try:
        if not os.path.lexists(path):
            return {}
        if not path.is_file() or path.stat().st_size > MAX_BYTES:  # a pipe would be waited for
            raise SettingsError("settings.unreadable", path=path)
        raw = json.loads(path.read_text(encoding="utf-8"))
        newer = int(raw.get("version", VERSION)) > VERSION if isinstance(raw, dict) else False
    except (OSError, ValueError, TypeError, RecursionError, OverflowError) as error:
        raise SettingsError("settings.unreadable", detail=str(error), path=path) from error
    if not isinstance(raw, dict):
        raise SettingsError("settings.unreadable", path=path)
    if newer:
        raise SettingsError("settings.newer", path=path)
    return raw


def _from_json(raw: dict[str, Any]) -> tuple[Settings, list[str]]:
    """Return what the known fields say, and the names of those that say nothing usable."""
    values: dict[str, Any] = {}
    odd: list[str] = []
    for item in fields(Settings):
        if item.name in raw:
            value = _usable(item.name, raw[item.name], getattr(Settings(), item.name))
            if value is None:
                odd.append(item.name)
            else:
                values[item.name] = value
    return Settings(**values), odd


def _usable(name: str, value: Any, default: Any) -> Any:
    """Return a stored value in the type of its default; None where it is of no use."""
    if isinstance(default, tuple):
        is_list = isinstance(value, list) and all(map(_is_path, value))
        return tuple(value) if is_list else None
    if isinstance(default, dict):
        is_usable = _is_path if name in OF_PATHS else is_line
        is_table = isinstance(value, dict) and all(map(is_usable, (*value, *value.values())))
        return value if is_table else None
    if isinstance(default, str):
        is_known = name not in CHOICES or value in CHOICES[name]
        is_name = name not in NAMES or _is_name(value)
        return value if is_line(value) and is_known and is_name else None
    if isinstance(default, bool) or isinstance(value, bool):
        return value if isinstance(default, bool) and isinstance(value, bool) else None
    lowest, highest = RANGES[name]
    if not isinstance(value, int | float) or not lowest <= value <= highest:  # NaN is not
        return None
    return float(value) if isinstance(default, float) else value if type(value) is int else None


def is_line(value: Any) -> bool:
    """Tell whether a value is a text that can be shown and stored."""
    is_text = isinstance(value, str) and len(value) <= MAX_CHARS
    return is_text and not any(unicodedata.category(sign) in ("Cc", "Cs") for sign in value)


def _is_path(value: Any) -> bool:
    """Tell whether a value can be a path, whose bytes that are no UTF-8 are lone surrogates."""
    if not isinstance(value, str) or len(value) > MAX_CHARS or "\0" in value:
        return False
    return not any("\ud800" <= sign < "\udc80" or "\udcff" < sign <= "\udfff" for sign in value)


def _is_name(value: Any) -> bool:
    """Tell whether a value can be an annotator's name, or is none."""
    return value == "" or (
        isinstance(value, str) and bool(value.split()) and len(value) <= LONGEST_NAME
    )


def save_settings(settings: Settings, path: Path) -> None:
    """Write preferences atomically. Raises SettingsError where the folder cannot be written."""
    try:
        private_folder(path.parent)
        text = json_text({"version": VERSION, **asdict(settings)})
        write_text(path, text + "\n")
    except OSError as error:
        raise SettingsError("settings.not_saved", detail=str(error), path=path) from error
