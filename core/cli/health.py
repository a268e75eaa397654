"""What doctor finds out about a library, its cache and its models, and what --repair does."""

from __future__ import annotations

import shutil
from pathlib import Path

from core.atomic_files import DRAFT_PREFIX
from core.cli.context import feature_cache
from core.cli.finding import Finding
from core.cli.stray_models import settle_strays, stray_findings
from core.cli.terminal import Terminal
from core.errors import ModelError, RhythmCapError
from core.library.recovery.backup import list_backups
from core.library.recovery.repair import RepairResult, find_faults, repair
from core.library.recovery.risky_folders import REMEDY, folder_risk
from core.library.scan.relocate import check_files
from core.library.scan.scan_records import FileCheck
from core.library.store import Library
from core.model_store.registry import model_path
from core.paths import folders

MEND = "Close the window and run `rhythmcap doctor --repair`."
SAID = {
    "whole": "whole, nothing to mend",
    "saved": "what could be read was saved: {songs} songs, {decisions} decisions",
    "restored": "the newest whole copy took its place: {songs} songs, {decisions} decisions",
    "lost": "nothing could be read, and there is no whole copy",
}


def library_findings(path: Path, terminal: Terminal) -> list[Finding]:
    """The library file, its copies, its files, its models, and the feature cache."""
    copies = Finding("backups", "ok", f"{len(list_backups(path))} copies")
    if not path.exists():
        state = "problem" if list_backups(path) else "note"
        remedy = MEND if state == "problem" else "It is made on first use."
        return [Finding("library", state, f"{path} is not there", remedy), copies]
    wrong = [Finding("library", "problem", f"{path}: {fault}", MEND) for fault in find_faults(path)]
    if wrong:
        return [*wrong, copies]
    try:
        with Library.open(path, read_only=True) as library:
            n_songs, places = library.songs.count(), library.songs.locations()
            models = [_model(library, row.id) for row in library.models.list()]
            models += stray_findings(library)
    except RhythmCapError as error:
        return [Finding("library", "problem", error.message, error.remedy), copies]
    whole = Finding("library", "ok", f"{path}: {n_songs} songs, whole")
    risk = folder_risk(path)
    place = [Finding("library", "note", risk, REMEDY)] if risk else []
    return [whole, *place, copies, _files(check_files(places)), *models, _cache(terminal)]


def repairs(path: Path, terminal: Terminal, strays: str = "") -> list[Finding]:
    """Mend what can be mended; what was done. Raises LibraryBusy while the library is open.

    strays: "adopt", "remove" or "leave" model files that are on no shelf; "" asks.
    """
    done = [_said(repair(path))] if path.exists() or list_backups(path) else []
    damaged, _ = feature_cache().damaged()
    for each in damaged:
        each.unlink(missing_ok=True)
    if damaged:
        done.append(Finding("repair: cache", "ok", f"{len(damaged)} damaged files deleted"))
    for draft in folders().models.glob(f"{DRAFT_PREFIX}*"):
        shutil.rmtree(draft, ignore_errors=True)
        done.append(Finding("repair: models", "ok", f"unfinished {draft.name} deleted"))
    if path.exists() and not find_faults(path):
        with Library.open(path) as library:
            done += settle_strays(library, strays, terminal)
            done += _mend_shelf(library)
    terminal.say("Mended what could be mended.")
    return done


def _said(made: RepairResult) -> Finding:
    text = SAID[made.outcome].format(songs=made.n_songs, decisions=made.n_decisions)
    if made.restored_from:
        text += f" ({made.restored_from.name})"
    if made.damaged_path:
        text += f"; the damaged file is {made.damaged_path}"
    state = "problem" if made.outcome == "lost" else "ok"
    return Finding("repair: library", state, text)


def _mend_shelf(library: Library) -> list[Finding]:
    """Models whose files are gone leave the shelf; decisions go on naming them."""
    gone = [row for row in library.models.list() if _model(library, row.id).state == "problem"]
    kept = [row for row in library.models.list() if row not in gone]
    if gone and not kept:
        remedy = "Bring a model's file back, or import or fetch a model."
        return [Finding("repair: models", "problem", "no model has its file", remedy)]
    done = []
    for row in gone:
        if row.active:
            library.models.set_active(kept[-1].id)
        library.models.remove(row.id)
        done.append(Finding("repair: models", "ok", f"{row.name} has no file: off the shelf"))
    return done


def _model(library: Library, model_id: int) -> Finding:
    row = library.models.get(model_id)
    if row is None:
        return Finding("model", "problem", "gone")
    try:
        return Finding(f"model {row.name}", "ok", str(model_path(row)))
    except ModelError as error:
        return Finding(f"model {row.name}", "problem", error.message, error.remedy)


def _files(check: FileCheck) -> Finding:
    n_away = sum(len(ids) for _, ids in check.unmounted)
    if not (check.missing or n_away):
        return Finding("files", "ok", f"all {len(check.present)} are there")
    text = f"{len(check.missing)} missing"
    if n_away:
        places = ", ".join(str(folder) for folder, _ in check.unmounted)
        text += f", {n_away} on drives or in folders that are not there ({places})"
    return Finding("files", "note", text, "`rhythmcap rescan FOLDER` or `rhythmcap relocate`.")


def _cache(terminal: Terminal) -> Finding:
    with terminal.job("Reading the cache") as job:
        damaged, n_files = feature_cache().damaged(job)
    if damaged:
        text = f"{len(damaged)} of {n_files} files cannot be read"
        return Finding("cache", "note", text, "They are made again when needed.")
    return Finding("cache", "ok", f"{n_files} files, all readable")
