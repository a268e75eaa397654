"""Doctor on model files that are on no shelf: always named, adopted or removed only when told."""

from __future__ import annotations

import sys
from pathlib import Path

from core.cli.finding import Finding
from core.cli.terminal import Terminal
from core.errors import SettingsError
from core.library.store import Library
from core.model_store.orphans import Orphan, delete, find_orphans
from core.model_store.registry import adopt
from core.paths import folders
from core.settings import load_settings

ADOPT, REMOVE, LEAVE = "adopt", "remove", "leave"
REMEDY = "`rhythmcap doctor --repair` asks what to do; or add --strays adopt, remove."


def stray_findings(library: Library) -> list[Finding]:
    """Each model file that no library known here has on its shelf."""
    return [
        Finding("model file", "note", _words(each), REMEDY)
        for each in find_orphans(library, _other_libraries(library.path))
    ]


def settle_strays(library: Library, choice: str, terminal: Terminal) -> list[Finding]:
    """Adopt, remove or leave them; without a choice the user is asked, where there is one."""
    done = []
    for each in find_orphans(library, _other_libraries(library.path)):
        wanted = choice or _ask(each, terminal)
        if wanted == ADOPT and not each.problem:
            row = adopt(library, each.path)
            done.append(Finding("repair: models", "ok", f"{each.path.name} adopted as {row.name}"))
        elif wanted == REMOVE:
            delete(each)
            done.append(Finding("repair: models", "ok", f"{each.path.name} removed"))
    return done


def _words(stray: Orphan) -> str:
    if stray.problem:
        return f"{stray.path} is on no shelf and no use: {stray.problem.rstrip('.')}"
    return f"{stray.path} (“{stray.name}”) is on no shelf"


def _ask(stray: Orphan, terminal: Terminal) -> str:
    if terminal.as_json or not sys.stdin.isatty():
        return LEAVE
    offered = [LEAVE, REMOVE] if stray.problem else [LEAVE, ADOPT, REMOVE]
    terminal.ask(f"{_words(stray)}.\n  {', '.join(offered)} [{LEAVE}]? ")
    answer = sys.stdin.readline().strip().lower()
    fits = [each for each in offered if answer and each.startswith(answer)]
    return fits[0] if fits else LEAVE


def _other_libraries(own: Path) -> list[Path]:
    """Libraries that were opened here: their models lie in the same folder."""
    try:
        recent = [Path(each) for each in load_settings(folders().settings_file).recent_libraries]
    except SettingsError:
        recent = []
    known = dict.fromkeys([folders().library_file, folders().demo / "library.db", *recent])
    return [each for each in known if each.exists() and not _same(each, own)]


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
