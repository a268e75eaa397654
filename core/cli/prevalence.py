"""The verb prevalence: how common tags are, estimated, with what must not be cited beside it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from core.cli.agreement import figure_text, tag_ids
from core.cli.context import open_library
from core.cli.terminal import Terminal, columns, counted, metric_text
from core.evaluation.held_out import use_held_out_scores
from core.evaluation.prevalence_records import GroupBy, GroupShare, TagPrevalence, csv_rows
from core.evaluation.prevalence_report import library_prevalence, tags_drawn_at_random
from core.exchange.files.output import output_file
from core.exchange.tables.cell_records import csv_text
from core.printable import path_text

HEADS = ("songs", "judged", "yes", "share (95 %)", "adjusted count (95 %)", "(predicted)")


def prevalence(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print the shares of tags; 1 where no song drawn at random is judged on any of them."""
    with (
        open_library(options, terminal, allow_read_only=True) as library,
        terminal.job("Estimating") as job,
    ):
        use_held_out_scores(library)
        wanted = tag_ids(library, options.tags)
        if wanted is None or options.all:
            wanted = tags_drawn_at_random(library)
        songs = library.search.ids(options.songs) if options.songs else None
        found = library_prevalence(library, wanted, GroupBy(options.by), songs, job)
    terminal.data({"tags": [tag.to_json() for tag in found]}, _lines(found))
    for line in _remarks(found):
        terminal.say(line)
    if options.csv is not None:  # last: the answer is there, also where this file cannot be
        with output_file(options.csv) as draft:
            draft.write_text(csv_text(csv_rows(found)), encoding="utf-8", newline="")
        terminal.say(f"written: {path_text(options.csv.absolute())}")
    return 0 if any(tag.whole.n_random for tag in found) else 1


def _lines(found: Sequence[TagPrevalence]) -> list[str]:
    rows = list[list[str]]()
    for tag in found:
        rows += [[tag.tag, *HEADS], _row("all songs", tag.whole)]
        rows += [_row(f"  {group.group or 'not known'}", group) for group in tag.groups]
    return columns(rows, frozenset(range(1, len(HEADS) + 1))) if rows else []


def _row(name: str, share: GroupShare) -> list[str]:
    predicted = "" if share.predicted is None else f"({metric_text(share.predicted)})"
    return [
        name, str(share.n_songs), str(share.n_random), str(share.n_yes),
        figure_text(share.powered), figure_text(share.adjusted), predicted,
    ]  # fmt: skip


def _remarks(found: Sequence[TagPrevalence]) -> list[str]:
    if not found:
        return ["No song drawn at random is judged yet: a queue draws some of its songs at random."]
    lines = [
        "share: prediction-powered (PPI++); adjusted count: mended by how often the model errs.",
        "(predicted) is what the model calls a yes: not an estimate, not to be cited.",
    ]
    for tag in found:
        lines += [f"{tag.tag}: {text}" for text in _remarks_on(tag)]
    return lines


def _remarks_on(tag: TagPrevalence) -> list[str]:
    lines = [text for text in (tag.whole.powered.reason, tag.whole.adjusted.reason) if text]
    if tag.n_known:
        lines.append(f"{counted(tag.n_known, 'song')} judged before the draw, counted as judged")
    if tag.n_unsure:
        lines.append(f"{counted(tag.n_unsure, 'drawn song')} left unsure, not counted")
    if tag.n_left_out:
        lines.append(f"{counted(tag.n_left_out, 'drawn song')} judged on other tags, not on it")
    if tag.n_guess_visible:
        lines.append(f"{counted(tag.n_guess_visible, 'decision')} with the model's guess on screen")
    if tag.n_without_score:
        lines.append(f"{counted(tag.n_without_score, 'song')} without a score left out")
    if tag.n_strata:
        share, auc = (figure_text(number) for number in tag.by_strata)
        lines.append(
            f"by tenths of the score ({counted(tag.n_strata, 'song')}): share {share}, AUC {auc}"
        )
    return lines
