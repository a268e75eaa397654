"""A small format of labels for tests of the frame: `path|word|state|annotator`, a row a decision.

Lines that begin with # are remarks, those that begin with ! notes on a song.
"""

from __future__ import annotations

from pathlib import Path

from core.atomic_files import write_text
from core.errors import ExchangeError
from core.exchange.file_errors import cannot_write
from core.exchange.format_records import ExportOptions, LabelFormat, Written
from core.exchange.label_records import LabelFile, LabelledDecision, LabelledSong, LabelledWord
from core.exchange.label_source import LabelSource
from core.jobs import JobContext
from core.library.records import State
from core.messages import message

HEAD = "#plain"


def read_plain(path: Path, job: JobContext) -> LabelFile:
    """Read a file; a row with too few fields is a fault."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if lines[:1] != [HEAD]:
        raise ExchangeError("exchange.no_format", name=path.name, path=path)
    file = LabelFile("plain")
    for number, line in enumerate(lines[1:], start=2):
        job.check()
        job.report(number, len(lines))
        if line.startswith("#"):
            file.remarks.append(line.lstrip("# "))
        elif line.startswith("!"):
            song, text = line[1:].split("|")
            file.notes.append((file.add_song(LabelledSong(song, line=number)), text))
        elif line.count("|") != 3:
            reason = message("exchange.row_replaced", name=line, line=number)
            file.fault(number, reason, line)
        else:
            song, word, state, annotator = line.split("|")
            file.decide(LabelledDecision(
                file.add_song(LabelledSong(song, line=number)), file.add_word(LabelledWord(word)),
                State(state), annotator=annotator, line=number,
            ))  # fmt: skip
    return file


def write_plain(
    source: LabelSource, path: Path, options: ExportOptions, job: JobContext
) -> Written:
    """Write a row a decision. Raises ExchangeError."""
    rows = [HEAD]
    for labels in source.songs(job):
        song = labels.song.path
        name = song.name if options.relative else song
        rows += [
            f"{name}|{source.tags[decision.tag_id].name}|{decision.state}|"
            f"{source.annotator_name(decision.annotator_id)}"
            for decision in labels.decisions
        ]
    try:
        write_text(path, "\n".join(rows) + "\n")
    except OSError as error:
        raise cannot_write(path, error) from error
    return Written((path,), len(rows) - 1)


PLAIN = LabelFormat(
    "plain",
    "Plain rows",
    (".labels",),
    read_plain,
    write_plain,
    recognises=lambda _path, head: head.startswith(HEAD.encode()),
    lost=("exchange.no_licence",),
    purpose="exchange.decisions",
)
