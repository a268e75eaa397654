"""Planning an import: which songs and tags a file means, and what of it would change the library.

Reads a library and writes nothing; importing.py does what a plan says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from core.errors import UnusableName
from core.exchange.import_records import (
    ImportChoices,
    ImportConflict,
    ImportCounts,
    ImportPlan,
    WordChoice,
    WordProposal,
    WordUse,
)
from core.exchange.label_records import (
    MAX_FAULTS,
    LabelFile,
    LabelledDecision,
    MissingMeans,
    RowFault,
)
from core.exchange.song_matching import SongMatcher
from core.jobs import SILENT, JobContext, SubJob
from core.library.codebook.codebook_records import TagName
from core.library.codebook.tag_match import look_alikes, plain
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
from core.library.text import clean_name, name_key
from core.messages import message

NO_CATEGORY = "Imported"  # where words go that a file gives no category
MAX_SHOWN = 1000  # conflicts kept for the preview
MATCHING = 0.5  # the share of the work


@dataclass(frozen=True, slots=True)
class SongRows:
    """What a file says of one song, ready to be taken in, and the rows that say it again.

    lines: of the rows, by their position. faults: rows that a later row replaces.
    """

    song_id: int
    rows: tuple[ImportedRow, ...]
    lines: tuple[int, ...]
    faults: tuple[RowFault, ...] = ()
    n_twice: int = 0


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
    matches = tuple(SongMatcher(library, folder, matching).match(file.songs, matching))
    words, faults = propose_words(library, file, matching)
    plan = ImportPlan(
        file, path.name, choices or ImportChoices(), matches, words, ImportCounts(),
        unusable=tuple(faults), me=library.annotators.current.name,
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
        if len(faults) < MAX_FAULTS:
            faults += rows.faults
        counted["twice"] += rows.n_twice
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
    counts = ImportCounts(
        counted[Outcome.NEW], counted[Outcome.CHANGED], counted[Outcome.SAME],
        counted["conflicts"], *_left_out(plan), counted["twice"],
        sum(1 for _ in new_notes(library, plan)), counted["rest"],
    )  # fmt: skip
    all_faults = (*plan.file.faults, *plan.unusable, *faults)
    return replace(plan, counts=counts, conflicts=tuple(conflicts), faults=all_faults)


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


def propose_words(
    library: Library, file: LabelFile, job: JobContext = SILENT
) -> tuple[tuple[WordProposal, ...], list[RowFault]]:
    """Say what each word of a file would become; words that cannot be a tag's name are faults.

    Raises Cancelled.
    """
    names = [
        TagName(tag, text)
        for tag in library.codebook.tags(include_retired=True)
        for text in (tag.name, *library.codebook.aliases(tag.id))
    ]
    proposals, faults = list[WordProposal](), list[RowFault]()
    made: dict[str, WordChoice] = {}
    for word in file.words:
        job.check()
        known = library.codebook.find(word.name)
        alike = [] if known else look_alikes(word.name, names)
        ids = tuple(dict.fromkeys(name.tag.id for name in alike))
        if known is not None:
            choice = WordChoice(WordUse.TAG, known.id)
        elif same := [name for name in alike if plain(name.text) == plain(word.name)]:
            choice = WordChoice(WordUse.ALIAS, same[0].tag.id)
        else:
            try:
                name = clean_name(word.name, "tag")
                category = clean_name(word.category or NO_CATEGORY, "category")
                choice = WordChoice(WordUse.NEW, name=name, category=category)
                choice = made.setdefault(name_key(name), choice)  # one tag, whatever its case
            except UnusableName as error:
                choice = WordChoice(WordUse.IGNORE)
                faults.append(RowFault(0, error.message, word.name))
        proposals.append(WordProposal(choice, ids))
    return tuple(proposals), faults


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
    for decision in decisions:
        if decision.word not in targets:
            continue
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
    )


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
