"""Planning an import: which songs and tags a file means, and what of it would change the library.

Reads a library and writes nothing; importing.py does what a plan says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from core.exchange.import_records import (
    ImportChoices,
    ImportConflict,
    ImportCounts,
    ImportPlan,
    WordUse,
)
from core.exchange.label_records import (
    MAX_FAULTS,
    LabelFile,
    LabelledDecision,
    MissingMeans,
    RowFault,
)
from core.exchange.song_ends import within_song
from core.exchange.song_matching import SongMatcher
from core.exchange.word_proposals import propose_words
from core.jobs import SILENT, JobContext, SubJob
from core.library.edits.import_edits import (
    ImportedRow,
    OnConflict,
    Outcome,
    RowSlot,
    beside_name,
    decisions_there,
    outcome_of,
    slot_of,
)
from core.library.edits.row_changes import Values
from core.library.records import DecisionSource, State
from core.library.store import Library
from core.library.text import name_key
from core.messages import message

MAX_SHOWN = 1000  # conflicts kept for the preview
MATCHING = 0.5  # the share of the work


@dataclass(frozen=True, slots=True)
class SongRows:
    """What a file says of one song, ready to be taken in, and the rows that say it again.

    lines: of the rows, by their position. faults: rows that a later row replaces, or that reach
    beyond the song. n_twice, n_cut_off, n_behind: as in ImportCounts.
    """

    song_id: int
    rows: tuple[ImportedRow, ...]
    lines: tuple[int, ...]
    faults: tuple[RowFault, ...] = ()
    n_twice: int = 0
    n_cut_off: int = 0
    n_behind: int = 0


def plan_import(
    library: Library,
    file: LabelFile,
    path: Path,
    choices: ImportChoices | None = None,
    job: JobContext = SILENT,
) -> ImportPlan:
    """Find the songs and words of a file, and count what an import would do. Raises Cancelled."""
    matching = SubJob(job, 0.0, MATCHING)
    folder = path if path.is_dir() else path.parent
    matcher = SongMatcher(library, folder, matching)
    matches = tuple(matcher.match(file.songs, matching))
    words, faults = propose_words(library, file, matching)
    plan = ImportPlan(
        file, path.name, choices or ImportChoices(), matches, words, ImportCounts(),
        unusable=tuple(faults), me=library.annotators.current.name,
        lengths_s=matcher.lengths_s(matches),
    )  # fmt: skip
    return count_again(library, plan, SubJob(job, MATCHING, 1.0 - MATCHING))


def count_again(library: Library, plan: ImportPlan, job: JobContext = SILENT) -> ImportPlan:
    """Count what a plan with other choices would do; matches and words stay as they were found."""
    counted: Counter[str] = Counter()
    conflicts, faults = list[ImportConflict](), list[RowFault]()
    targets = preview_targets(library, plan)
    annotators = {annotator.name: annotator.id for annotator in library.annotators.list()}
    annotators[""] = annotators[library.annotators.current.name] = library.annotators.current.id
    for rows in resolve(plan, targets, job):
        there = decisions_there(library, [rows.song_id])
        faults += rows.faults[: max(0, MAX_FAULTS - len(faults))]
        counted["faults"] += len(rows.faults)
        counted["twice"] += rows.n_twice
        counted["cut off"] += rows.n_cut_off
        counted["behind"] += rows.n_behind
        for row, line in zip(rows.rows, rows.lines, strict=True):
            known = there.get(slot_of(row, annotators.get(row.annotator, 0)))
            outcome = _outcome(library, plan, row, there, annotators)
            counted[outcome] += 1
            if known is not None and known["source"] == DecisionSource.REST:
                counted["rest"] += outcome is Outcome.CHANGED
            elif known is not None and known["state"] != row.state and not row.follows:
                counted["conflicts"] += 1
                if len(conflicts) < MAX_SHOWN:
                    conflicts.append(
                        ImportConflict(
                            row.song_id, row.tag_id, row.annotator, State(known["state"]),
                            row.state, row.start_s, line,
                        )
                    )  # fmt: skip
    all_faults = (*plan.file.faults, *plan.unusable, *faults)
    return replace(
        plan, counts=_counts(library, plan, targets, counted), conflicts=tuple(conflicts),
        faults=all_faults, n_more_faults=plan.file.n_more_faults + counted["faults"] - len(faults),
    )  # fmt: skip


def _counts(
    library: Library, plan: ImportPlan, targets: Mapping[int, int], counted: Counter[str]
) -> ImportCounts:
    """Add to what was counted row by row what is counted over the whole file."""
    n_lost, n_ignored = _left_out(plan)
    choices = map(plan.choice_of, range(len(plan.file.words)))
    return ImportCounts(
        n_new=counted[Outcome.NEW],
        n_changed=counted[Outcome.CHANGED],
        n_same=counted[Outcome.SAME],
        n_conflicts=counted["conflicts"],
        n_lost=n_lost,
        n_ignored=n_ignored,
        n_twice=counted["twice"],
        n_notes=sum(1 for _ in new_notes(library, plan)),
        n_rest=counted["rest"],
        n_cut_off=counted["cut off"],
        n_behind=counted["behind"],
        n_words=len({tag_id for tag_id in targets.values() if tag_id < 0}),
        n_aliases=sum(choice.use is WordUse.ALIAS for choice in choices),
        n_sides=len(new_sides(library, plan)),
    )


def _outcome(
    library: Library,
    plan: ImportPlan,
    row: ImportedRow,
    there: Mapping[RowSlot, Values],
    annotators: Mapping[str, int],
) -> Outcome:
    """Say what becomes of a row: also whether it is kept beside the one that it contradicts."""
    rule = plan.choices.on_conflict
    outcome = outcome_of(row, there.get(slot_of(row, annotators.get(row.annotator, 0))), rule)
    if outcome is Outcome.KEPT_MINE and rule is OnConflict.BOTH:
        name = beside_name(row.annotator or library.annotators.current.name, plan.name)
        beside = there.get(slot_of(row, annotators.get(name, 0)))
        outcome = outcome_of(row, beside, OnConflict.MINE)
    return outcome


def preview_targets(library: Library, plan: ImportPlan) -> dict[int, int]:
    """Map the file's words to tags: new ones to numbers below 0, ignored ones are left out."""
    made: dict[str, int] = {}
    targets = {}
    for word in range(len(plan.file.words)):
        choice = plan.choice_of(word)
        if choice.use is WordUse.NEW:
            known = library.codebook.find(choice.name)
            number = made.setdefault(name_key(choice.name), -1 - len(made))
            targets[word] = known.id if known else number
        elif choice.use is not WordUse.IGNORE:
            targets[word] = choice.tag_id
    return targets


def resolve(
    plan: ImportPlan, targets: Mapping[int, int], job: JobContext = SILENT
) -> Iterator[SongRows]:
    """Yield what the file says of every song that is found, song by song. targets: tags by word.

    Of several rows on the same the last one counts. Raises Cancelled.
    """
    decisions = plan.file.decisions
    numbers: dict[int, int] = {}  # the library's songs in the order of the file's
    number_of = np.array(
        [
            numbers.setdefault(song_id, len(numbers)) if song_id else -1
            for song_id in map(plan.song_id, range(len(plan.file.songs)))
        ],
        dtype=np.int64,
    )
    number = number_of[decisions.songs()]
    order = np.argsort(number, kind="stable")
    first = np.searchsorted(number[order], np.arange(len(numbers) + 1))
    for n_done, song_id in enumerate(numbers):
        job.check()
        job.report(n_done, len(numbers), message("exchange.comparing"))
        rows = order[first[n_done] : first[n_done + 1]].tolist()
        yield _rows_of_song(plan, targets, song_id, [decisions[row] for row in rows])


def _rows_of_song(
    plan: ImportPlan,
    targets: Mapping[int, int],
    song_id: int,
    decisions: list[LabelledDecision],
) -> SongRows:
    rows: dict[tuple[object, ...], tuple[ImportedRow, int]] = {}
    faults, n_twice = list[RowFault](), 0
    inside, n_cut_off, n_behind = _within_song(plan, targets, song_id, decisions, faults)
    for decision in inside:
        row = ImportedRow(
            song_id, targets[decision.word], plan.annotator_of(decision.annotator),
            decision.state, decision.intensity, decision.start_s, decision.end_s,
            decision.created_at, decision.note,
        )  # fmt: skip
        slot = (row.tag_id, row.annotator, row.start_s, row.end_s)
        if slot in rows:
            n_twice += 1
            former, line = rows[slot]
            if former.state is not row.state:
                word = plan.file.words[decision.word].name
                reason = message("exchange.row_replaced", name=word, line=decision.line)
                faults.append(RowFault(line, reason, plan.file.songs[decision.song].name))
        rows[slot] = (row, decision.line)
    if plan.choices.missing is MissingMeans.NO:
        _add_no(targets, song_id, rows)
    return SongRows(
        song_id,
        tuple(row for row, _ in rows.values()),
        tuple(line for _, line in rows.values()),
        tuple(faults),
        n_twice,
        n_cut_off,
        n_behind,
    )


def _within_song(
    plan: ImportPlan,
    targets: Mapping[int, int],
    song_id: int,
    decisions: list[LabelledDecision],
    faults: list[RowFault],
) -> tuple[list[LabelledDecision], int, int]:
    """Return the decisions on words that count, within the song; how many were cut off and lost."""
    inside, n_cut_off, n_behind = list[LabelledDecision](), 0, 0
    length_s = plan.lengths_s.get(song_id, 0.0)
    for decision in decisions:
        if decision.word not in targets:
            continue
        if decision.start_s is None:  # most are: the names below cost time
            inside.append(decision)
            continue
        song, word = plan.file.songs[decision.song].name, plan.file.words[decision.word].name
        fitting, fault = within_song(decision, length_s, song, word)
        if fault is not None:
            faults.append(fault)
            n_cut_off += fitting is not None
            n_behind += fitting is None
        if fitting is not None:
            inside.append(fitting)
    return inside, n_cut_off, n_behind


def _add_no(
    targets: Mapping[int, int],
    song_id: int,
    rows: dict[tuple[object, ...], tuple[ImportedRow, int]],
) -> None:
    """Let every word that is not decided be no, for each annotator who judged the song.

    A song without any decision stays not judged: its row may only wait for its turn.
    """
    for annotator in {row.annotator for row, _ in rows.values()}:
        judged = {row.tag_id for row, _ in rows.values() if row.annotator == annotator}
        for tag_id in dict.fromkeys(targets.values()):
            if tag_id not in judged:
                row = ImportedRow(song_id, tag_id, annotator, State.NO, follows=True)
                rows[(tag_id, annotator, None, None)] = (row, 0)


def _left_out(plan: ImportPlan) -> tuple[int, int]:
    """Count the decisions on songs that are not found, and those on ignored words."""
    songs, words = range(len(plan.file.songs)), range(len(plan.file.words))
    is_lost = np.array([not plan.song_id(song) for song in songs], dtype=bool)
    is_ignored = np.array(
        [plan.choice_of(word).use is WordUse.IGNORE for word in words], dtype=bool
    )
    lost = is_lost[plan.file.decisions.songs()]
    ignored = ~lost & is_ignored[plan.file.decisions.words()]
    return int(lost.sum()), int(ignored.sum())


def new_notes(library: Library, plan: ImportPlan) -> Iterator[tuple[int, str]]:
    """Yield (song id, text) for the notes of one line or more that songs do not have yet."""
    notes: dict[int, str] = {}
    for song, text in plan.file.notes if plan.choices.notes else ():
        song_id = plan.song_id(song)
        known = library.songs.get(song_id) if song_id and song_id not in notes else None
        if known is not None:
            notes[song_id] = known.note
        if song_id in notes and f"\n{text}\n" not in f"\n{notes[song_id]}\n":
            notes[song_id] += f"\n{text}"
            yield song_id, text


def new_sides(library: Library, plan: ImportPlan) -> dict[int, str]:
    """Return the sides of a data set's published split, by song, that are not known yet."""
    if not plan.file.split:
        return {}
    sides = {
        song_id: song.side
        for number, song in enumerate(plan.file.songs)
        if song.side and (song_id := plan.song_id(number))
    }
    known = library.evaluation.named_split(plan.file.split)
    return {song_id: side for song_id, side in sides.items() if known.get(song_id) != side}
