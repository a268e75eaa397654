"""The verb evaluate: how well a model knows my words, as lines, as JSON, and as a report."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli.context import feature_cache, find_model, find_split, load_model, open_library
from core.cli.learning import explain_labels
from core.cli.metric_lines import estimate_text, metric_lines, reason_lines
from core.cli.terminal import Terminal, counted
from core.library.records import ModelRow
from core.library.store import Library
from core.paths import folders
from core.printable import path_text

if TYPE_CHECKING:
    from core.evaluation.evaluation_records import Evaluation
    from core.evaluation.report import ScoredSongs
    from core.reports.report_records import ReportData


def evaluate(options: argparse.Namespace, terminal: Terminal) -> int:
    """Compare a model with the user's decisions; songs it learned from count out of fold."""
    from core.evaluation.looks import note_look

    with open_library(options, terminal, allow_read_only=True) as library:
        row = find_model(library, options.model)
        scored, found = _measure(options, library, row, terminal)
        n_looks = 0 if options.all else note_look(library, found.test_songs, "evaluate", row.id)
        report = None
        if options.report is not None:
            report = _gather(options, library, (row, scored, found, n_looks), terminal)
    judged = {name: tag for name, tag in found.per_tag.items() if tag.n}
    reasons = reason_lines(judged, found.measurement.means["wauc"])
    for line in (*_evaluation_remarks(found, n_looks), *reasons):
        terminal.say(line)
    wauc = estimate_text(found.measurement.means["wauc"])
    n_artists = counted(found.measurement.n_artists, "artist")
    songs = f"{counted(found.summary.n_songs, 'song')} by {n_artists}"
    terminal.data(
        {**found.to_json(), "model": row.name, "n_looks": n_looks, "split": options.split},
        [*metric_lines(judged), f"WAUC {wauc} on {songs}"],
    )
    if report is not None:  # last: the answer is there, also where this file cannot be
        _write(report, options.report, terminal)
    return 0


def _measure(
    options: argparse.Namespace, library: Library, row: ModelRow, terminal: Terminal
) -> tuple[ScoredSongs, Evaluation]:
    from core.evaluation.published_split import only_test_side
    from core.evaluation.report import evaluate_scores, score_songs

    split = find_split(library, options.split)
    labels, tag_ids = library.annotations.labels(), library.models.tag_ids(row.id)
    if options.split:
        labels = only_test_side(labels, split)
    model = load_model(row, terminal)
    explain_labels(labels, terminal)
    with terminal.job("Listening") as job:
        scored = score_songs(
            model, labels, feature_cache(), job, all_songs=options.all, model_tags=tag_ids
        )
    terminal.explain(
        f"scores of {len(scored.labels.paths)} songs; of {int(scored.learned.sum())} of them,"
        " which it learned from, those of models without their artists"
    )
    own = library.evaluation.thresholds(row.id)
    names = dict(zip(labels.tag_ids.tolist(), labels.tag_names, strict=True))
    categories = {category.id: category.name for category in library.codebook.categories()}
    found = evaluate_scores(
        scored,
        tag_ids,
        {names[tag]: score for tag, score in own.items() if tag in names},
        {tag.name: categories[tag.category_id] for tag in library.codebook.tags()},
    )
    return scored, found


def _gather(
    options: argparse.Namespace,
    library: Library,
    measured: tuple[ModelRow, ScoredSongs, Evaluation, int],
    terminal: Terminal,
) -> ReportData:
    from core.reports.gather import Measured, gather_report
    from core.reports.report_records import ReportOptions

    date = options.date or datetime.now(UTC).date().isoformat()
    wanted = ReportOptions(date, options.title, options.author, options.scores)
    with terminal.job("Gathering") as job:
        return gather_report(
            library, Measured(*measured, options.split or ""), wanted, folders().experiments, job
        )


def _write(report: ReportData, path: Path, terminal: Terminal) -> None:
    from core.reports.report_files import write_report

    with terminal.job("Writing") as job:
        files = write_report(report, path, job=job)
    for file in files:
        terminal.say(f"written: {path_text(file.absolute())}")


def _evaluation_remarks(report: Evaluation, n_looks: int) -> list[str]:
    """Say what songs the numbers rest on."""
    lines = []
    if not report.held_out_only:
        lines.append("songs that it learned from count, too, so it looks better than it is")
    elif report.n_out_of_fold:
        lines.append(f"it learned from {report.n_out_of_fold} of these songs: they count by the "
                     "scores that models without their artist gave them")  # fmt: skip
    if report.n_without_artist:
        n_songs = counted(report.n_without_artist, "song")
        lines.append(f"{n_songs} without an artist: each counts as one of its own")
    if report.n_unmeasured:
        n_out = counted(report.n_unmeasured, "song")
        lines.append(f"left out, as no such scores are kept: {n_out} that it learned from")
    n_silent = sum(not tag.n for tag in report.per_tag.values())
    if n_silent:
        n_words = counted(n_silent, "word")
        lines.append(f"{n_words} of the model judged on none of these songs: not listed")
    if report.unknown:
        lines.append(f"no word for: {', '.join(report.unknown)}")
    if n_looks > 1:
        n_songs = counted(len(report.test_songs), "song")
        lines.append(f"results of the {n_songs} that it has not learned from were looked at "
                     f"{n_looks} times: a model chosen by them again and again looks better than "
                     "it is")  # fmt: skip
    return lines
