"""What was kept of a library as it was closed and nobody could be told: told as it is opened next.

The notes stand beside its copies, or where these cannot be written in a fallback folder.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from core.atomic_files import private_folder, write_text
from core.library.recovery.backup import copy_stem
from core.library.text import utc_now
from core.messages import Message, message
from core.paths import folders


def note_kept(library: Path, kept: Path) -> None:
    """Remember that a library was kept in a file as it was closed; nothing where nothing can."""
    for file in _note_files(library):
        with contextlib.suppress(OSError):
            private_folder(file.parent)
            notes = [*_read(file), [utc_now(), str(kept)]]
            write_text(file, json.dumps(notes))
            return


def take_notes(library: Path) -> list[Message]:
    """Return what is to be told of a library's last closing, once: the notes are deleted."""
    found = list[Message]()
    for file in _note_files(library):
        found += [kept_message(library, Path(kept), at) for at, kept in _read(file)]
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)
    return found


def kept_message(library: Path, kept: Path, at: str = "") -> Message:
    """Say where it is what a library held whose file another program has changed."""
    id = "library.put_back" if kept == library else "library.kept_elsewhere"
    return message(id, name=library.name, file=kept, at=(at or utc_now())[:10])


def _note_files(library: Path) -> list[Path]:
    copy_folders = (folders().backups, *folders().fallback_backups)
    return [folder / f"{copy_stem(library)}-kept.json" for folder in copy_folders]


def _read(file: Path) -> list[tuple[str, str]]:
    try:
        notes = json.loads(file.read_text(encoding="utf-8"))
        return [(str(at), str(kept)) for at, kept in notes]
    except (OSError, ValueError, TypeError):
        return []
