"""The verb doctor: is everything there and in order, and what --repair does about it.

A model file that no library has registered is always named; it is adopted or removed only when
the user says so.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import platform
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from core.atomic_files import DRAFT_PREFIX
from core.cli.context import feature_cache
from core.cli.terminal import Terminal, columns, counted
from core.errors import LibraryError, LibraryUnwritable, ModelError, SettingsError
from core.library.db.file_checks import ensure_own_library, link_to_nothing
from core.library.db.write_ahead_log import can_write_beside
from core.library.loss_records import Loss, minute
from core.library.model_rows import models_folder
from core.library.records import ModelRow
from core.library.recovery.backup import list_backups, list_copies
from core.library.recovery.repair import RepairResult, find_faults, repair
from core.library.recovery.risky_folders import folder_risk, risk_remedy
from core.library.scan.relocate import check_files
from core.library.scan.scan_records import FileCheck
from core.library.store import Library
from core.model_store.orphans import Orphan, delete, find_orphans
from core.model_store.recommended import model_to_offer
from core.model_store.registry import adopt, model_path
from core.models.onnx_process import EXTRA
from core.paths import folders
from core.settings import load_settings
from core.system_libraries import (
    QT_LIBRARIES,
    SOUND_LIBRARIES,
    XCB_LIBRARIES,
    missing_packages,
)

PACKAGES = (
    "rhythmcap numpy torch sounddevice soundfile soxr PySide6_Essentials pyqtgraph "
    "sqlite-utils mutagen safetensors scikit-learn"
)
MIN_FREE_GB = 2.0
RESTORE_REMEDY = "`rhythmcap restore` lists its copies."
READ_ONLY = "It is opened for reading only: songs are heard and searched, not tagged."
REPAIR_REMEDY = "Close the window and run `rhythmcap doctor --repair`."
ORPHAN_REMEDY = "`rhythmcap doctor --repair` asks what to do; or add --strays adopt, remove."
REPAIR_TEXTS = {
    "whole": "whole, nothing to mend",
    "saved": "what could be read was saved: {songs} songs, {decisions} decisions",
    "restored": "the newest whole copy took its place: {songs} songs, {decisions} decisions",
    "lost": "nothing could be read, and there is no whole copy",
}
LOSS, WINDOW, SOUND = "loss", "window", "sound out"  # of what a finding is
WITHOUT = {
    WINDOW: "The verbs work; the window does not start until you have run `{}`.",
    SOUND: "Nothing can be heard until you have run `{}`.",
}
MARKS = {"ok": "✓", "note": "–", "problem": "✕"}
ADOPT, REMOVE, LEAVE = "adopt", "remove", "leave"


@dataclass(frozen=True, slots=True)
class Finding:
    """A row of the report. state: "ok", "note" (works, with less) or "problem"."""

    what: str
    state: str
    found: str
    remedy: str = ""


def doctor(options: argparse.Namespace, terminal: Terminal) -> int:
    """Check the machine, the packages, the library and the models. 1 if there is a problem.

    --repair: repair the library, the cache and the models first, and report what was done.
    """
    path = (options.library or folders().library_file).absolute()
    findings = [
        *(_repair_all(path, terminal, options.strays) if options.repair else ()),
        *_check_machine(),
        *_check_library(path, terminal),
    ]
    n_problems = sum(finding.state == "problem" for finding in findings)
    rows = [
        [MARKS[finding.state], finding.what, finding.found, finding.remedy] for finding in findings
    ]
    answer = {"ok": not n_problems, "findings": [asdict(finding) for finding in findings]}
    terminal.data(answer, columns(rows))
    terminal.say(_summary(n_problems, findings))
    return 1 if n_problems else 0


def _summary(n_problems: int, findings: list[Finding]) -> str:
    sentences = [f"{counted(n_problems, 'problem')}."] if n_problems else []
    if not n_problems and any(finding.what == LOSS for finding in findings):
        sentences.append("What is there is whole, but something was lost; the report says what.")
    missing = {finding.what: finding.remedy for finding in findings if finding.state == "note"}
    sentences += [
        sentence.format(missing[what]) for what, sentence in WITHOUT.items() if what in missing
    ]
    return " ".join(sentences) or "All is well."


# -- the machine ---------------------------------------------------------------------------


def _check_machine() -> Iterator[Finding]:
    from core.models.device import device_sentence

    yield Finding("system", "ok", f"{platform.system()} {platform.release()} {platform.machine()}")
    yield Finding("python", "ok", platform.python_version())
    for name in PACKAGES.split():
        try:
            yield Finding(name, "ok", version(name))
        except PackageNotFoundError:
            yield Finding(name, "problem", "not installed", "Install RhythmCap again with pip.")
    if ffmpeg := shutil.which("ffmpeg"):
        yield Finding("ffmpeg", "ok", ffmpeg)
    else:
        yield Finding("ffmpeg", "note", "not there", "Only needed for m4a, aac, wma and wv files.")
    yield from _check_libraries()
    try:
        yield Finding("onnxruntime", "ok", version("onnxruntime"))
    except PackageNotFoundError:
        remedy = f"Only needed for ONNX files: {EXTRA}"
        yield Finding("onnxruntime", "note", "not installed", remedy)
    yield Finding("device", "ok", device_sentence())
    yield from _check_folders()


def _check_libraries() -> Iterator[Finding]:
    """Check what of the system the window and the sound need; the verbs need neither."""
    is_linux = platform.system() == "Linux"
    for what, libraries, there in (
        (WINDOW, QT_LIBRARIES | XCB_LIBRARIES, "the system's libraries are there"),
        (SOUND, SOUND_LIBRARIES, "PortAudio is there"),
    ):
        if missing := missing_packages(libraries) if is_linux else []:
            yield Finding(what, "note", "not there", f"apt-get install {' '.join(missing)}")
        else:
            yield Finding(what, "ok", there)


def _check_folders() -> Iterator[Finding]:
    home = folders()
    for folder, without in (
        (home.data, "no library of your own can be made"),
        (home.backups, "no copies are made"),
        (home.models, "no model can be added or learned"),
        (home.features, "a cache is made for each command anew, which takes time"),
        (home.config, "preferences are not kept"),
    ):
        there = next(path for path in (folder, *folder.parents) if os.path.lexists(path))
        if not (there.is_dir() and os.access(there, os.W_OK)):
            fault = "cannot be written" if there.is_dir() else "is no folder"
            remedy = "Move it away, or set RHYTHMCAP_HOME to a folder that can be written."
            yield Finding("folders", "problem", f"{there} {fault}: {without}", remedy)
        elif folder == home.data:
            free_gb = shutil.disk_usage(there).free / 1e9
            state = "ok" if free_gb >= MIN_FREE_GB else "problem"
            remedy = "" if state == "ok" else "Make room: a full disk stops everything."
            yield Finding("folders", state, f"{home.data}, {free_gb:.0f} GB free", remedy)


# -- the library ---------------------------------------------------------------------------


def _check_library(path: Path, terminal: Terminal) -> list[Finding]:
    """Check the library file, its backups, its songs' files, its models and the feature cache."""
    backups = Finding("backups", "ok", counted(len(list_backups(path)), "copy"))
    try:
        ensure_own_library(path)
    except LibraryError as error:
        return [_describe_error(error), backups]
    if not path.exists():
        return [_describe_missing(path), backups]
    faults = find_faults(path)
    if faults:
        problems = [f"{path}: {' '.join(fault.split())}" for fault in faults]
        rows = [Finding("library", "problem", problem, REPAIR_REMEDY) for problem in problems]
        return [*rows, backups]
    try:
        with Library.open(path, read_only=True) as library:
            n_songs, locations = library.songs.count(), library.songs.locations()
            losses = library.losses.list()
            models = [_check_model(row) for row in library.models.list()]
            models += _check_parent(library.models.list())
            models += [
                Finding("model file", "note", _orphan_text(orphan), ORPHAN_REMEDY)
                for orphan in find_orphans(library, _other_libraries(library.path))
            ]
    except LibraryError as error:
        return [_describe_error(error), backups]
    state = "note" if losses else "ok"
    whole = Finding(
        "library", state, f"{path}: {counted(n_songs, 'song')}, whole{' now' if losses else ''}"
    )
    lost = [Finding(LOSS, "note", _loss_text(loss)) for loss in losses]
    risk = folder_risk(path)
    risks = [Finding("library", "note", risk, risk_remedy())] if risk else []
    if not (can_write_beside(path) and os.access(path, os.W_OK)):
        risks.append(Finding("library", "note", "it cannot be written where it is", READ_ONLY))
    files = _describe_files(check_files(locations))
    return [whole, *lost, *risks, backups, files, *models, _check_cache(terminal)]


def _describe_error(error: LibraryError) -> Finding:
    return Finding("library", "problem", f"{error.path}: {error.message}", error.remedy)


def _describe_missing(path: Path) -> Finding:
    """Say that a library is not there: no fault where there never was one."""
    if list_copies(path):
        return Finding("library", "problem", f"{path} is not there", RESTORE_REMEDY)
    if (error := link_to_nothing(path)) is not None:
        return _describe_error(error)
    return Finding("library", "note", f"{path} is not there", "It is made on first use.")


def _check_model(row: ModelRow) -> Finding:
    try:
        return Finding(f"model {row.name}", "ok", str(model_path(row)))
    except ModelError as error:
        return Finding(f"model {row.name}", "problem", error.message, error.remedy)


def _check_parent(rows: list[ModelRow]) -> list[Finding]:
    """Say where there is no other model to learn from than the starter."""
    offered = model_to_offer(rows)
    if offered is None:
        return []
    remedy = f"`rhythmcap models fetch {offered.name}` gets one that knows recordings."
    return [Finding("models", "note", "none to learn from but the starter", remedy)]


def _describe_files(check: FileCheck) -> Finding:
    n_unmounted = sum(len(ids) for _, ids in check.unmounted)
    if not (check.missing or n_unmounted):
        return Finding("files", "ok", f"all {len(check.present)} are there")
    text = f"{len(check.missing)} missing"
    if n_unmounted:
        names = ", ".join(str(folder) for folder, _ in check.unmounted)
        text += f", {n_unmounted} on drives or in folders that are not there ({names})"
    return Finding("files", "note", text, "`rhythmcap rescan FOLDER` or `rhythmcap relocate`.")


def _check_cache(terminal: Terminal) -> Finding:
    with terminal.job("Reading the cache") as job:
        damaged, n_files = feature_cache().damaged(job)
    if damaged:
        text = f"{len(damaged)} of {counted(n_files, 'file')} cannot be read"
        return Finding("cache", "note", text, "They are made again when needed.")
    return Finding("cache", "ok", f"{counted(n_files, 'file')}, all readable")


# -- repair --------------------------------------------------------------------------------


def _repair_all(path: Path, terminal: Terminal, orphan_choice: str) -> list[Finding]:
    """Repair what can be repaired; report what was done.

    orphan_choice: ADOPT, REMOVE or LEAVE the orphans; "" asks. Raises LibraryBusy while the
    library is open.
    """
    done = _repair_library(path)
    damaged, _ = feature_cache().damaged()
    for file in damaged:
        file.unlink(missing_ok=True)
    if damaged:
        done.append(Finding("repair: cache", "ok", f"{len(damaged)} damaged files deleted"))
    with contextlib.suppress(PermissionError):  # the check of the library says so
        for draft in models_folder(path).glob(f"{DRAFT_PREFIX}*"):
            shutil.rmtree(draft, ignore_errors=True)
            done.append(Finding("repair: models", "ok", f"unfinished {draft.name} deleted"))
    if os.path.exists(path) and can_write_beside(path) and not find_faults(path):
        with Library.open(path) as library:
            done += _settle_orphans(library, orphan_choice, terminal)
            done += _remove_missing_models(library)
    terminal.say("Mended what could be mended.")
    return done


def _repair_library(path: Path) -> list[Finding]:
    try:
        ensure_own_library(path)
    except LibraryError:  # nothing can be repaired; the check says why
        return []
    if not (path.exists() or list_backups(path)):
        return []
    try:
        return [_describe_repair(repair(path))]
    except LibraryUnwritable as error:
        return [Finding("repair: library", "problem", error.message, error.remedy)]


def _loss_text(loss: Loss) -> str:
    return " ".join([f"noticed on {minute(loss.found_at)}:", *loss.sentences()])


def _describe_repair(result: RepairResult) -> Finding:
    text = REPAIR_TEXTS[result.outcome].format(songs=result.n_songs, decisions=result.n_decisions)
    if result.restored_from:
        text += f" ({result.restored_from.name})"
    if result.damaged_path:
        text += f"; the damaged file is {result.damaged_path}"
    state = "problem" if result.outcome == "lost" else "note" if result.loss else "ok"
    if result.n_from_copy:
        text += f"; {result.n_from_copy} decisions are from the newest copy"
    text = " ".join([f"{text}.", *result.loss.sentences()]) if result.loss else text
    return Finding("repair: library", state, text)


def _remove_missing_models(library: Library) -> list[Finding]:
    """Remove models without files from the library; decisions go on naming them."""
    rows = library.models.list()
    missing = [row for row in rows if _check_model(row).state == "problem"]
    kept = [row for row in rows if row not in missing]
    if missing and not kept:
        remedy = "Bring a model's file back, or import or fetch a model."
        return [Finding("repair: models", "problem", "no model has its file", remedy)]
    done = []
    for row in missing:
        if row.active:
            library.models.set_active(kept[-1].id)
        library.models.remove(row.id)
        done.append(
            Finding("repair: models", "ok", f"{row.name} has no file: removed from the library")
        )
    return done


# -- model files that no library has registered ----------------------------------------------


def _settle_orphans(library: Library, choice: str, terminal: Terminal) -> list[Finding]:
    """Adopt, remove or leave orphans; without a choice ask the user, on a terminal."""
    done = []
    for orphan in find_orphans(library, _other_libraries(library.path)):
        answer = choice or _prompt_for_choice(orphan, terminal)
        name = orphan.path.name
        if answer == ADOPT and not orphan.problem:
            row = adopt(library, orphan.path)
            done.append(Finding("repair: models", "ok", f"{name} adopted as {row.name}"))
        elif answer == REMOVE:
            delete(orphan)
            done.append(Finding("repair: models", "ok", f"{name} removed"))
    return done


def _orphan_text(orphan: Orphan) -> str:
    if orphan.problem:
        return f"{orphan.path} is in no library and of no use: {orphan.problem.rstrip('.')}"
    return f"{orphan.path} (“{orphan.name}”) is in no library"


def _prompt_for_choice(orphan: Orphan, terminal: Terminal) -> str:
    choices = [LEAVE, REMOVE] if orphan.problem else [LEAVE, ADOPT, REMOVE]
    question = f"{_orphan_text(orphan)}.\n  {', '.join(choices)} [{LEAVE}]? "
    answer = terminal.ask(question).lower()
    fitting = [choice for choice in choices if answer and choice.startswith(answer)]
    return fitting[0] if fitting else LEAVE


def _other_libraries(path: Path) -> list[Path]:
    """List the libraries opened here before: their models are in the same folder."""
    try:
        recent = [Path(file) for file in load_settings(folders().settings_file).recent_libraries]
    except SettingsError:
        recent = []
    known = dict.fromkeys([folders().library_file, folders().demo / "library.db", *recent])
    return [file for file in known if os.path.exists(file) and not _is_same_file(file, path)]


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
