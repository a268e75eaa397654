"""The verb ledger: where an annotator's time went. Nothing of it leaves this computer."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from core.cli.agreement import figure_text
from core.cli.context import open_library
from core.cli.terminal import Terminal, columns, counted
from core.evaluation.listened_table import listened_rows
from core.evaluation.time_ledger import time_ledger
from core.evaluation.time_ledger_records import (
    PAUSE_S,
    GuessEffect,
    Milestone,
    TimeLedger,
    Work,
    csv_rows,
)
from core.exchange.files.output import output_file
from core.exchange.tables.cell_records import csv_text
from core.printable import path_text

HEADS = ("began", "min", "decisions", "yes", "songs", "s each", "an hour", "yes an hour", "heard")
MODEL_HEADS = ("model", "WAUC (95 %)", "decisions", "min", "heard")


def ledger(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print sessions or days, learned models, and what guesses do; 1 without any decision."""
    with (
        open_library(options, terminal, allow_read_only=True) as library,
        terminal.job("Adding up") as job,
    ):
        found = time_ledger(library, job)
        listened = listened_rows(library) if options.listened is not None else []
    works = found.days if options.days else found.sessions
    terminal.data(found.to_json(), _lines(found, works, days=options.days))
    for line in _remarks(found):
        terminal.say(line)
    # Last: the answer is there, also where these files cannot be.
    for path, rows in ((options.csv, csv_rows(works)), (options.listened, listened)):
        if path is not None:
            with output_file(path) as draft:
                draft.write_text(csv_text(rows), encoding="utf-8", newline="")
            terminal.say(f"written: {path_text(path.absolute())}")
    return 0 if found.total.n_decisions else 1


def _lines(found: TimeLedger, works: Sequence[Work], *, days: bool) -> list[str]:
    if not found.total.n_decisions:
        return []
    rows = [list(HEADS), *(_row(work, work.day if days else work.began_local) for work in works)]
    rows.append(_row(found.total, "all"))
    known = slice(None if found.total.listened_s is not None else -1)
    lines = columns([row[known] for row in rows], frozenset(range(1, len(HEADS))))
    if found.milestones:
        table = [list(MODEL_HEADS), *(_model_row(one) for one in found.milestones)]
        lines += ["", *columns([row[known] for row in table], frozenset((2, 3, 4)))]
    return [*lines, "", *_guess_lines(found.guesses)]


def _row(work: Work, name: str) -> list[str]:
    return [
        name, _minutes(work.active_s), str(work.n_decisions), str(work.n_yes), str(work.n_songs),
        _number(work.median_s, 1), _number(work.decisions_an_hour), _number(work.yes_an_hour),
        _minutes(work.listened_s),
    ]  # fmt: skip


def _model_row(one: Milestone) -> list[str]:
    return [
        one.model, figure_text(one.wauc), str(one.n_decisions), _minutes(one.active_s),
        _minutes(one.listened_s),
    ]  # fmt: skip


def _guess_lines(guesses: GuessEffect) -> list[str]:
    shown = f"{figure_text(guesses.shown)} of {guesses.n_shown}"
    hidden = f"{figure_text(guesses.hidden)} of {guesses.n_hidden}"
    lines = [f"yes to what the model suggests: guess on screen {shown}, hidden {hidden}"]
    if guesses.difference.value is not None:
        lines.append(
            f"difference, equal tags at like scores: {figure_text(guesses.difference)},"
            f" {counted(guesses.n_compared, 'decision')},"
            f" {counted(guesses.n_artists, 'artist')}"
        )
        lines.append("observed: which guesses were hidden was not drawn by lot")
    return lines


def _remarks(found: TimeLedger) -> list[str]:
    total, guesses = found.total, found.guesses
    if not total.n_decisions:
        return [f"{found.annotator or 'This annotator'} has decided nothing one by one yet."]
    lines = [
        f"Gaps of more than {PAUSE_S / 60:.0f} minutes are breaks, not counted: {total.n_breaks}."
    ]
    if total.n_clock_back:
        lines.append(f"The clock was set back {counted(total.n_clock_back, 'time')}: not counted.")
    if total.n_at_once or total.n_taken_back:
        lines.append(
            f"Not among the decisions: {total.n_taken_back} undone,"
            f" {counted(total.n_at_once, 'other change')} (many at once, imports, the codebook)."
        )
    if total.listened_s is None:
        lines.append("Seconds heard are not recorded (a setting of the window, off by default).")
    if guesses.difference.reason:
        lines.append(guesses.difference.reason)
    if guesses.seems_to_lead:
        lines.append("Seeing the guess seems to lead the ear: blind decisions say yes less often.")
    if guesses.seems_to_repel:
        lines.append("Seeing the guess seems to turn the ear away: blind decisions say yes more.")
    return lines


def _minutes(seconds: float | None) -> str:
    return _number(None if seconds is None else seconds / 60.0, 1)


def _number(value: float | None, digits: int = 0) -> str:
    return "–" if value is None else f"{value:.{digits}f}"
