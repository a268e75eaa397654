"""What most verbs begin with: the library, its model and its features."""

from __future__ import annotations

import argparse
import functools
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli.terminal import Terminal, counted
from core.errors import (
    LibraryError,
    LibraryUnwritable,
    ModelError,
    UsageError,
)
from core.evaluation.held_out import use_held_out_scores
from core.features.cache import FeatureCache, open_cache
from core.library.db.file_checks import ensure_library_path
from core.library.db.lock import LibraryBusy
from core.library.records import ModelRow
from core.library.recovery.backup import daily_backup, list_copies
from core.library.recovery.closing_notes import take_notes
from core.library.store import Library
from core.messages import message
from core.model_store.registry import ensure_starter, model_path
from core.paths import folders
from core.printable import path_text
from core.settings import Settings, settings_or_defaults

if TYPE_CHECKING:
    from core.models.checkpoint import TaggingModel


def open_library(
    options: argparse.Namespace, terminal: Terminal, *, allow_read_only: bool = False
) -> Library:
    """Open the library of --library, or the user's own, with the starter model registered.

    The annotator is that of --annotator, or of the window's settings. allow_read_only: open it
    for reading where the window has it open. Raises LibraryError, UsageError.
    """
    library = _open(options, terminal, allow_read_only)
    _, problem = settings_or_defaults(folders().settings_file)
    if problem is not None:
        terminal.say(f"{path_text(folders().settings_file)}: {problem}")
    try:
        _choose_annotator(library, options)
    except BaseException:
        library.close()
        raise
    library.search.use_language(_language())
    use_held_out_scores(library)
    name = library.annotators.current.name
    terminal.explain(f"library {library.path}" + (f", annotator {name}" if name else ""))
    return library


def _open(options: argparse.Namespace, terminal: Terminal, allow_read_only: bool) -> Library:
    path = options.library or folders().library_file
    ensure_library_path(path)
    for text in take_notes(path):
        terminal.warn(text)
    is_new = allow_read_only and options.library and not os.path.lexists(path)
    if is_new and not list_copies(path):  # a misspelt name makes none
        raise LibraryError("cli.no_library", file=path, path=path)
    try:
        library = Library.open(path)
    except (LibraryBusy, LibraryUnwritable) as error:
        if not (allow_read_only and path.exists()):
            raise
        terminal.say(f"{error.message} It is read only.")
        library = Library.open(path, read_only=True)
    for remark in library.database.remarks:
        terminal.say(remark)
    if library.losses.new:
        terminal.warn(" ".join((f"{path_text(path)}:", *library.losses.new.sentences())))
        terminal.say("  `rhythmcap restore` lists its copies, `rhythmcap doctor` what is known.")
    if feature_cache().folder != folders().features:
        terminal.say(message("features.cache_substituted", folder=folders().features))
    for work in (lambda: ensure_starter(library), lambda: library.read_only or daily_backup(path)):
        try:
            work()
        except (ModelError, LibraryError) as error:  # no reason not to read, tag and search
            terminal.say(f"{error.message} {error.remedy}")
    return library


def _choose_annotator(library: Library, options: argparse.Namespace) -> None:
    """Use the annotator that is wanted; only decisions make a new one (see use_new_annotator)."""
    known = {annotator.name for annotator in library.annotators.list()}
    wanted = options.annotator
    if wanted is None:
        wanted = annotator_of_settings()
        if wanted in known:
            library.annotators.use(wanted)
    elif wanted in known:
        library.annotators.use(wanted)
    elif not getattr(options, "new_annotator", False):
        names = ", ".join(sorted(name for name in known if name)) or message("cli.nobody")
        raise UsageError("cli.no_annotator", name=wanted, names=names)


def annotator_of_settings() -> str:
    """Return the name of the window's settings, "" where there is none."""
    return _settings().annotator


def _language() -> str:
    """Return the code of the language that lists are ordered by: the window's, or the system's."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_COLLATE", "LANG"))
    return _settings().language or next((name for name in named if name), "")[:2]


def _settings() -> Settings:
    return settings_or_defaults(folders().settings_file)[0]  # open_library says what is wrong


def use_new_annotator(library: Library, options: argparse.Namespace, terminal: Terminal) -> None:
    """Have a name that has decided nothing here yet decide from now on. Raises LibraryError.

    One of --annotator comes beside those there; the name of the settings takes over what its
    owner decided without a name, as in the window.
    """
    current = library.annotators.current.name
    if options.annotator is None:
        library.annotators.use(annotator_of_settings())
    elif options.annotator != current:
        library.annotators.add(options.annotator)
        terminal.say(f"{options.annotator} is a new annotator here.")


@contextmanager
def rehearsed(library: Library, options: argparse.Namespace) -> Iterator[None]:
    """With --dry-run take all back at the end of the block; else let it be written."""
    if not options.dry_run:
        yield
        return
    with suppress(_TakenBack), library.database.transaction():
        yield
        raise _TakenBack


class _TakenBack(Exception):
    """Ends the transaction of a rehearsal."""


@functools.cache
def _cache_in(folder: Path) -> FeatureCache:
    return open_cache(folder)


def feature_cache() -> FeatureCache:
    """Return the cache of features, pictures and embeddings on disk; see open_cache()."""
    return _cache_in(folders().features)


def find_model(library: Library, name: str | None) -> ModelRow:
    """Find the model of that name, or the one in use. Raises ModelError."""
    row = library.models.get(name) if name else library.models.active()
    if row is None:
        names = ", ".join(model.name for model in library.models.list())
        hint = message("cli.there_are", names=names) if names else message("cli.import_first")
        if name:
            raise UsageError("cli.no_model", name=name, hint=hint)
        raise ModelError("cli.no_model_in_use", hint=hint)
    return row


def find_split(library: Library, name: str | None) -> dict[int, str]:
    """Map songs to their sides of a published split; none for None. Raises UsageError."""
    split = library.evaluation.named_split(name) if name else {}
    if name and not split:
        names = ", ".join(library.evaluation.named_splits())
        hint = message("cli.there_are", names=names) if names else message("cli.import_data_set")
        raise UsageError("cli.no_split", name=name, hint=hint)
    return split


def load_model(row: ModelRow, terminal: Terminal, device: str = "auto") -> TaggingModel:
    """Load a model, ready to predict. device: see choose_device(). Raises ModelError."""
    from core.models.checkpoint import load_checkpoint
    from core.models.device import choose_device

    model = load_checkpoint(model_path(row), choose_device(device))
    terminal.explain(
        f"model {row.name}: {row.architecture}, {counted(len(row.words), 'word')},"
        f" on {model.device}, {path_text(model_path(row))}"
    )
    return replace(model, card=replace(model.card, name=row.name))  # as it is called here
