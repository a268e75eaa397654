"""A citable deposit made in the background: counted before, remembered for the next one."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from core.exchange.deposit.creator_records import Creator
from core.exchange.deposit.deposit_records import DepositOptions
from core.settings import MAX_CHARS
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.local_paths import path_text, shown_path
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files.song_scope import song_scope
from rhythmcap_gui.operations.library_reader import LibraryReader
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.session import Notice
from rhythmcap_gui.view_data import DepositScope

if TYPE_CHECKING:
    from core.exchange.deposit.deposit_records import Deposit, DepositCounts

TEXTS = ("title", "description", "version", "model")  # of one library; else of the person
SWITCHES = ("weights", "all_annotators", "audio_checksums")


def last_options(context: AppContext) -> DepositOptions:
    """Return what was said of the last deposit; of one of another library only by whom it was.

    Without one, the annotator made it.
    """
    remembered = _read(context.session.settings.deposit)
    creators = tuple(
        Creator.typed(*(_line(creator.get(key)) for key in ("name", "orcid", "affiliation")))
        for creator in _list(remembered.get("creators"))
    )
    options = DepositOptions("", tuple(creator for creator in creators if creator.name), "")
    if not options.creators and (name := context.library.annotators.current.name):
        options = replace(options, creators=(Creator.typed(_sorted_name(name)),))
    if licence := _line(remembered.get("licence")):
        options = replace(options, licence=licence)
    if remembered.get("library") != path_text(context.library.path):
        return options
    texts = {key: value for key in TEXTS if isinstance(value := remembered.get(key), str)}
    switches = {key: value for key in SWITCHES if isinstance(value := remembered.get(key), bool)}
    return replace(options, **texts, **switches)


def scope(context: AppContext) -> DepositScope:
    """Return what there is to choose from."""
    session, library = context.session, context.library
    return DepositScope(
        song_scope(context),
        len(library.annotators.list()) > 1,
        tuple((row.name, session.model_file_bytes(row)) for row in library.models.list()),
    )


def remember(context: AppContext, options: DepositOptions) -> None:
    """Store what is said of a deposit for the next one; a description that is too long is not."""
    record: dict[str, Any] = {key: getattr(options, key) for key in ("licence", *TEXTS, *SWITCHES)}
    record["library"] = path_text(context.library.path)
    record["creators"] = [
        {"name": who.sorted_name, "orcid": who.orcid, "affiliation": who.affiliation}
        for who in options.creators
    ]
    text = json.dumps(record)  # ASCII: whatever was typed can be stored
    if len(text) > MAX_CHARS:
        text = json.dumps({**record, "description": ""})
    if len(text) <= MAX_CHARS:
        preferences.change(context, deposit=text)


def count(context: AppContext, query: str, all_annotators: bool, listeners: Listeners) -> int:
    """Count what would go in: done(DepositCounts). Return the job's id."""
    reader = LibraryReader.of(context)

    def work(_job: Running) -> DepositCounts:
        from core.exchange.deposit.preview import count_deposit

        with reader.open() as library:
            return count_deposit(library, query, all_annotators=all_annotators)

    return context.runner.start(Lane.UPKEEP, _tr("Count what goes in"), work, listeners)


def prepare(
    context: AppContext, options: DepositOptions, parent: Path, listeners: Listeners
) -> int:
    """Make a deposit in a new folder; a notice tells of it, besides done(Deposit).

    Return the job's id.
    """

    def done(made: Deposit) -> None:
        text = counted(_tr("The deposit is prepared: {name}, {n:# file|# files}."),
                       name=shown_path(made.folder.name), n=len(made.files))  # fmt: skip
        remedy = _tr("Read its README.md first: it is what others will see.")
        notice = Notice(text, "good", remedy, path=made.folder, made=made.folder)
        context.session.notice.emit(notice)
        listeners.done(made)

    remember(context, options)
    work = _prepare(LibraryReader.of(context), options, parent)
    with_notice = replace(listeners, done=done)
    return context.runner.start(Lane.EXPORT, _tr("Prepare a deposit"), work, with_notice)


def _prepare(
    reader: LibraryReader, options: DepositOptions, parent: Path
) -> Callable[[Running], Deposit]:
    def work(job: Running) -> Deposit:
        from core.exchange.deposit.prepare import prepare_deposit
        from core.exchange.deposit.preview import new_folder

        today = datetime.now(UTC).date().isoformat()
        folder = new_folder(parent, options.title, options.version)
        with reader.open() as library:
            return prepare_deposit(library, folder, replace(options, published=today), job)

    return work


def _sorted_name(name: str) -> str:
    """Guess the family name of “Ada Rossi”; other forms stay as they are."""
    words = name.split()
    is_plain = len(words) == 2 and "," not in name
    return f"{words[1]}, {words[0]}" if is_plain else name


def _read(text: str) -> Mapping[str, Any]:
    """Read what was stored; nothing where it is odd."""
    try:
        record = json.loads(text) if text else {}
    except ValueError:
        return {}
    return record if isinstance(record, dict) else {}


def _list(value: object) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _line(value: object) -> str:
    return value if isinstance(value, str) else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("deposits", text)
