"""Agreement of a library's annotators: every tag that two or more decided on, on whole songs.

Yes and no are compared; unsure is counted apart, and what was settled afterwards is nobody's ear.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.errors import UsageError
from core.evaluation.agreement_records import (
    AnnotatorDisagreement,
    LibraryAgreement,
    TagAgreement,
)
from core.folding import sort_key
from core.jobs import SILENT, JobContext
from core.library.colleague_records import TagDecisions
from core.library.records import CELL_UNSURE, Annotator, State
from core.library.store import Library
from core.messages import message
from core.metrics.agreement import measure_agreement

MAX_LISTED = 2000  # disagreements; all are counted
STATES = {1: State.YES, 0: State.NO, CELL_UNSURE: State.UNSURE}


def library_agreement(
    library: Library,
    names: Collection[str] = (),
    tag_ids: Collection[int] | None = None,
    *,
    song_ids: NDArray[np.int64] | None = None,
    seed: int = 0,
    job: JobContext = SILENT,
) -> LibraryAgreement:
    """Compare annotators tag by tag; the tags with the least agreement come first.

    names: of annotators, () for all who have decided anything. tag_ids, song_ids: None for all.
    Raises UsageError for a name that has decided nothing here, Cancelled.
    """
    ears = _ears(library, names)
    ids = [annotator.id for annotator in ears]
    counts = library.colleagues.n_decisions()
    wanted = library.colleagues.tags_of_several(ids)
    wanted = [tag_id for tag_id in wanted if tag_ids is None or tag_id in tag_ids]
    found = list[tuple[TagAgreement, list[AnnotatorDisagreement]]]()
    for n_done, tag_id in enumerate(wanted):
        job.check()
        job.report(n_done, len(wanted), message("agreement.comparing"))
        decisions = _only_on(library.colleagues.decisions_on(tag_id, ids), song_ids)
        if len(decisions.song_ids):
            tag = TagAgreement(
                tag_id,
                library.codebook.tag(tag_id).name,
                measure_agreement(decisions.states, seed),
                int((decisions.states == CELL_UNSURE).any(axis=0).sum()),
            )
            found.append((tag, _disagreements(library, tag_id, decisions, ears)))
    job.report(1, 1)
    found.sort(key=lambda pair: (_order(pair[0]), sort_key(pair[0].tag)))
    disagreements = [one for _, of_tag in found for one in of_tag]
    return LibraryAgreement(
        tuple((annotator.name, counts.get(annotator.id, 0)) for annotator in ears),
        tuple(tag for tag, _ in found),
        tuple(disagreements[:MAX_LISTED]),
        len(disagreements),
    )


def _only_on(decisions: TagDecisions, song_ids: NDArray[np.int64] | None) -> TagDecisions:
    """Leave out all other songs."""
    if song_ids is None:
        return decisions
    kept = np.isin(decisions.song_ids, song_ids)
    return replace(decisions, song_ids=decisions.song_ids[kept], states=decisions.states[:, kept])


def _ears(library: Library, names: Collection[str]) -> list[Annotator]:
    ears = library.colleagues.ears()
    known = {annotator.name for annotator in ears}
    for name in names:
        if name not in known:
            listed = ", ".join(sorted(name for name in known if name)) or message("cli.nobody")
            raise UsageError("cli.no_annotator", name=name, names=listed)
    return [annotator for annotator in ears if not names or annotator.name in names]


def _order(tag: TagAgreement) -> float:
    """AC1 is known of every tag that two judged; tags without any such song come last."""
    value = tag.figures.ac1.value
    return np.inf if value is None else value


def _disagreements(
    library: Library, tag_id: int, decisions: TagDecisions, ears: list[Annotator]
) -> list[AnnotatorDisagreement]:
    """List the songs of which one annotator says yes and another no."""
    states = decisions.states
    columns = np.flatnonzero((states == 1).any(axis=0) & (states == 0).any(axis=0))
    agreed = library.colleagues.agreed_on(tag_id) if len(columns) else {}
    found = []
    for column in columns.tolist():
        song_id = int(decisions.song_ids[column])
        named = tuple(
            (annotator.name, STATES[state])
            for annotator, state in zip(ears, states[:, column].tolist(), strict=True)
            if state in STATES
        )
        found.append(AnnotatorDisagreement(song_id, tag_id, named, agreed.get(song_id)))
    return found


def without_settled(agreement: LibraryAgreement) -> LibraryAgreement:
    """Leave out of the list the disagreements that were settled since; figures stay."""
    open_ones = tuple(one for one in agreement.disagreements if one.agreed is None)
    return replace(agreement, disagreements=open_ones)
