"""A second pair of ears by post: requests written and opened, answers sent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.errors import RhythmCapError
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files.importing import Importer
from rhythmcap_gui.operations.library_reader import LibraryReader
from rhythmcap_gui.operations.models import predicting
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.operations.songs import navigation

if TYPE_CHECKING:
    from core.exchange.colleague.records import (
        ColleagueAnswer,
        ColleagueRequest,
        RequestOptions,
    )
    from core.exchange.colleague.songs import FoundSongs
    from core.features.cache import FeatureCache


def n_songs(context: AppContext, options: RequestOptions) -> int:
    """Count the songs that a request could be drawn from; 0 for a search that is not understood."""
    from core.exchange.colleague.request import songs_to_request

    try:
        return len(songs_to_request(context.library, options)) if options.tag_ids else 0
    except RhythmCapError:
        return 0


def write_request(context: AppContext, options: RequestOptions, path: Path) -> None:
    """Write a request in the background; the outcome is a message."""
    reader = LibraryReader.of(context)

    def work(job: Running) -> ColleagueRequest:
        from core.exchange.colleague.request import make_request
        from core.exchange.colleague.shared_file import write_request as write

        with reader.open() as library:
            request = make_request(library, options, job)
        job.check()
        write(request, path)
        return request

    def done(request: ColleagueRequest) -> None:
        text = _tr("A request about {songs:# song|# songs} and {tags:# tag|# tags} is in {file}.")
        remedy = _tr("Send it; the answer comes in by File ▸ Import decisions…")
        written = counted(text, songs=len(request.songs), tags=len(request.tags), file=path.name)
        context.session.notify(written, "good", remedy=remedy)

    listeners = Listeners(done=done, failed=context.show_error)
    context.runner.start(Lane.EXPORT, _tr("Write a request"), work, listeners)


def read_request(context: AppContext, path: Path) -> ColleagueRequest | None:
    """Read a request; None (and a message) for anything else."""
    from core.exchange.colleague.shared_file import read_request as read

    try:
        return read(path)
    except RhythmCapError as error:
        context.show_error(error)
        return None


def begin(
    context: AppContext, importer: Importer, path: Path, name: str, folder: Path | None
) -> None:
    """Open the library of a request under a name; look for its songs first, in a folder."""
    from core.exchange.colleague.answer import create_library, library_of

    request, cache = read_request(context, path), context.session.cache
    if request is None:
        return
    try:
        create_library(library_of(path), request, name)
    except RhythmCapError as error:
        context.show_error(error)
        return
    if folder is None or cache is None:
        _open(context, path, request, name, [])
        return
    found: list[FoundSongs] = []
    importer.compose(
        _tr("Looking for the songs of the request"),
        _find(request, folder, cache),
        lambda: _open(context, path, request, name, found),
        found.append,
    )


def send(context: AppContext, request_file: Path, path: Path) -> None:
    """Write what was decided on the open request as an answer; the outcome is a message."""
    reader = LibraryReader.of(context)

    def work(job: Running) -> tuple[ColleagueRequest, ColleagueAnswer]:
        from core.exchange.colleague.answer import make_answer
        from core.exchange.colleague.shared_file import read_request as read
        from core.exchange.colleague.shared_file import write_answer

        request = read(request_file)
        with reader.open() as library:
            answer = make_answer(library, request, job)
        job.check()
        write_answer(answer, path)
        return request, answer

    def done(written: tuple[ColleagueRequest, ColleagueAnswer]) -> None:
        request, answer = written
        text = _tr("{n:# decision|# decisions} by {name} {n:is|are} in {file}.")
        remedy = _tr("Send it to {name}.").format(name=request.annotator or _tr("your colleague"))
        told = counted(text, n=len(answer.decisions), name=answer.annotator, file=path.name)
        context.session.notify(told, "good", remedy=remedy)

    listeners = Listeners(done=done, failed=context.show_error)
    context.runner.start(Lane.EXPORT, _tr("Write an answer"), work, listeners)


def request_file(context: AppContext) -> Path | None:
    """Return the request that the open library answers; None where it answers none."""
    library = context.session.library
    if library is None:
        return None
    from core.exchange.colleague.records import REQUEST_SUFFIX

    file = library.path.with_suffix(REQUEST_SUFFIX)
    return file if file.is_file() else None


def _find(
    request: ColleagueRequest, folder: Path, cache: FeatureCache
) -> Callable[[Running], None]:
    def work(job: Running) -> None:
        from core.exchange.colleague.songs import find_songs

        job.deliver(find_songs(request.songs, [folder], cache, job))

    return work


def _open(
    context: AppContext, path: Path, request: ColleagueRequest, name: str, found: list[FoundSongs]
) -> None:
    """Open the library, store what was found, and say how far the request is."""
    from core.exchange.colleague.answer import add_decisions_of, library_of, progress_of
    from core.library.records import Changes
    from core.library.scan.importer import store_scanned

    preferences.change(context, annotator=name)
    library = navigation.open_library(context, library_of(path))
    if library is None or library.read_only:
        return
    for songs in found:
        store_scanned(library, songs.analyses)
    add_decisions_of(library, request, path.name)
    if request.blind:
        preferences.set_blind(context, True)
    song_ids = library.songs.all_ids().tolist()
    context.session.apply_changes(Changes(library=True, songs=frozenset(song_ids)))
    if song_ids:
        navigation.open_song(context, song_ids[0])
    predicting.predict_library(context)
    progress = progress_of(library, request)
    text = _tr("Found of the request: {found} of {n:# song|# songs}.")
    missing = ", ".join(song.name for song in progress.missing[:5])
    remedy = _tr("Not found: {}").format(missing) if missing else _how_to_send()
    context.session.notify(
        counted(text, found=progress.n_found, n=progress.n_songs),
        "warning" if missing else "good",
        remedy=remedy,
    )


def _how_to_send() -> str:
    return _tr("Judge them, then File ▸ Send answers…")


def _tr(text: str) -> str:
    return QCoreApplication.translate("colleague", text)
