"""The verb robustness: what a model makes of the same songs played faster, louder, on air."""

from __future__ import annotations

import argparse
from contextlib import suppress

from core.audio.deformations import DEFORMATIONS, Condition, conditions_of
from core.cli.context import find_model, find_split, load_model, open_library
from core.cli.metric_lines import estimate_text, gained_text
from core.cli.terminal import Terminal, columns, counted
from core.errors import UsageError
from core.evaluation.robustness_records import (
    ConditionResult,
    KeptRobustness,
    Robustness,
    RobustnessRequest,
    SongScope,
)
from core.library.records import ModelRow
from core.library.store import Library
from core.library.text import utc_now
from core.printable import path_text

HEADS = (
    "deformation", "strength", "songs", "WAUC (95 %)", "change (95 %)",
    "scores (95 %)", "moved (95 %)", "order (95 %)",
)  # fmt: skip
N_NAMED = 3  # songs that a condition failed on, by name


def robustness(options: argparse.Namespace, terminal: Terminal) -> int:
    """Measure a model on deformed songs beside the same songs as they are."""
    from core.evaluation.looks import note_look
    from core.evaluation.published_split import only_test_side
    from core.evaluation.robustness import measure_robustness

    conditions = _conditions(options.deformations)
    with open_library(options, terminal, allow_read_only=True) as library:
        split = find_split(library, options.split)
        row = find_model(library, options.model)
        labels = library.annotations.labels()
        if options.split:
            labels = only_test_side(labels, split)
        request = RobustnessRequest(
            conditions=conditions,
            model_tags=library.models.tag_ids(row.id),
            most_s=options.middle,
            seed=options.seed,
            all_songs=options.all,
            unjudged=options.unjudged,
        )
        model = load_model(row, terminal)
        with terminal.job("Deforming") as job:
            found = measure_robustness(model, labels, request, job)
        if not options.all:
            note_look(library, found.test_songs, "robustness", row.id)
        if options.deformations is None and not options.split:  # what windows and reports show
            _keep(library, row, found, unjudged=options.unjudged)
    for line in robustness_remarks(found):
        terminal.say(line)
    terminal.data({**found.to_json(), "split": options.split}, robustness_lines(found))
    if options.csv is not None:  # last: the answer is there, also where this file cannot be
        from core.exchange.tables.robustness_table import write_robustness

        write_robustness(found, options.csv)
        terminal.say(f"written: {path_text(options.csv.absolute())}")
    return 0


def _keep(library: Library, row: ModelRow, found: Robustness, *, unjudged: bool) -> None:
    """Keep the result where the window and reports find it; the answer matters more than that."""
    from core.evaluation.kept_robustness import keep_robustness, kept_file

    songs = SongScope.ALL if unjudged else SongScope.JUDGED
    with suppress(OSError):
        keep_robustness(kept_file(library.path, row.file), KeptRobustness(found, utc_now(), songs))


def _conditions(names: str | None) -> tuple[Condition, ...]:
    """Read names with commas between them. Raises UsageError."""
    wanted = [name.strip() for name in (names or "").split(",") if name.strip()]
    for name in wanted:
        if name not in DEFORMATIONS:
            raise UsageError("cli.no_deformation", name=name, names=", ".join(DEFORMATIONS))
    return conditions_of(tuple(dict.fromkeys(wanted)))


def robustness_lines(found: Robustness) -> list[str]:
    """Write a row for every condition, and the undeformed songs last."""
    songs = f"{counted(found.n_songs, 'song')} by {counted(found.n_artists, 'artist')}"
    rows = [list(HEADS), *(_row(result) for result in found.conditions)]
    return [
        *columns(rows, frozenset(range(2, len(HEADS)))),
        f"undeformed: WAUC {estimate_text(found.wauc)} on {songs}",
        f"WAUC: against decisions, on {counted(found.n_judged, 'judged song')}. Scores: mean change"
        f" of the {counted(found.n_words, 'word')} it knows; moved: mean size of these changes;"
        " order: Spearman's correlation with its own scores of the songs as they are",
    ]


def _row(result: ConditionResult) -> list[str]:
    return [
        result.condition.deformation,
        result.condition.strength_text,
        str(result.n_songs),
        estimate_text(result.deformed),
        gained_text(result.change),
        gained_text(result.score_change),
        estimate_text(result.score_shift),
        estimate_text(result.rank),
    ]


def robustness_remarks(found: Robustness) -> list[str]:
    """Say what songs the numbers rest on, and what is missing."""
    lines = [f"not done: {name}, {reason}" for name, reason in found.left_out]
    if found.n_learned:
        n_songs = counted(found.n_learned, "song")
        lines.append(f"{n_songs} that it learned from count, too: its WAUC is too good, deformed "
                     "or not; look at the changes")  # fmt: skip
    if found.n_left_aside:
        n_songs = counted(found.n_left_aside, "song")
        lines.append(f"left out, as it learned from them: {n_songs} (--all: measure on them, too)")
    if found.n_shortened:
        n_songs = counted(found.n_shortened, "song")
        lines.append(f"of {n_songs} only the middle {found.most_s:g} s count, deformed or not")
    if found.wauc.reason:
        lines.append(f"no range: {found.wauc.reason}")
    lines += [line for result in found.conditions for line in _condition_remarks(result)]
    lines += [f"not heard: {path_text(path)}, {reason}" for path, reason in found.skipped]
    return lines


def _condition_remarks(result: ConditionResult) -> list[str]:
    name = f"{result.condition.deformation}, {result.condition.strength_text}"
    lines = []
    if result.clipped:
        lines.append(f"{name}: {result.clipped:.2%} of the samples are cut off at full scale")
    lines += [
        f"{name}: not scored: {path_text(path)}, {reason}"
        for path, reason in result.failed[:N_NAMED]
    ]
    if len(result.failed) > N_NAMED:
        n_more = counted(len(result.failed) - N_NAMED, "song")
        lines.append(f"{name}: not scored either: {n_more}")
    return lines
