"""The verb deposit: all that an archive needs of a library, in one folder."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from core.cli.context import open_library
from core.cli.terminal import Terminal, counted
from core.errors import UsageError
from core.exchange.deposit.creator_records import Creator, plain_orcid
from core.exchange.deposit.deposit_records import DepositOptions
from core.exchange.deposit.prepare import prepare_deposit
from core.printable import path_text


def deposit(options: argparse.Namespace, terminal: Terminal) -> int:
    """Prepare a deposit and say what is in it."""
    wanted = DepositOptions(
        title=options.title,
        creators=tuple(read_creator(text) for text in options.creator),
        published=datetime.now(UTC).date().isoformat(),
        description=options.description,
        licence=options.licence,
        version=options.edition,
        query=options.query,
        model=options.model,
        weights=options.weights,
        all_annotators=not options.only_mine,
        audio_checksums=options.audio_checksums,
    )
    with (
        open_library(options, terminal, allow_read_only=True) as library,
        terminal.job("Preparing") as job,
    ):
        made = prepare_deposit(library, options.folder, wanted, job)
    terminal.data(
        {"folder": str(made.folder), "files": list(made.files), "headline": made.headline},
        [path_text(made.folder)],
    )
    terminal.say(
        f"{counted(len(made.files), 'file')}; README.md says what they are, and"
        " `python reproduce.py` works its numbers out again."
    )
    return 0


def read_creator(text: str) -> Creator:
    """Read “family, given; ORCID; affiliation”. Raises UsageError for an ORCID that is none."""
    name, *more = (part.strip() for part in text.split(";"))
    orcid = more[0] if more else ""
    if orcid and plain_orcid(orcid) is None:
        raise UsageError("cli.bad_orcid", orcid=orcid)
    return Creator.typed(name, orcid, "; ".join(more[1:]))
