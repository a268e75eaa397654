"""One's own ear: how far a second judgment of the same songs, long after, equals the first one.

What an ear does not agree on with itself, no model can learn: the second hearing, scored as if it
were a system, is the ceiling of the model's numbers on the same songs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.evaluation.agreement_records import TagAgreement
from core.evaluation.ceiling import Ceiling, compare_decisions
from core.evaluation.evaluation_records import Evaluation, OwnEar, ScoredCells
from core.folding import sort_key
from core.library.records import CELL_NOT_JUDGED, CELL_UNSURE, State
from core.library.review_records import Repeat
from core.library.store import Library
from core.messages import message
from core.metrics.agreement import measure_agreement
from core.metrics.bootstrap import resample_groups
from core.training.folds import artist_numbers

_CODES = {State.YES: 1, State.NO: 0, State.UNSURE: CELL_UNSURE}
_NOBODY = CELL_NOT_JUDGED


@dataclass(frozen=True, slots=True)
class OwnTag:
    """A tag judged twice by the same ear. n_shown: second judgments with a guess on screen."""

    agreement: TagAgreement
    n_shown: int

    def sentence(self) -> str:
        """Say it in plain words."""
        figures = self.agreement.figures
        if not figures.n_songs:
            return message("agreement.own_unsure")
        return message("agreement.own", n=figures.n_songs, agreed=figures.n_agreed)

    def to_json(self) -> dict[str, Any]:
        """Plain numbers by name."""
        return {
            **self.agreement.to_json(),
            "in_words": self.sentence(),
            "n_guess_visible": self.n_shown,
        }


def own_agreement(
    library: Library, tag_ids: Sequence[int] | None = None, seed: int = 0
) -> tuple[OwnTag, ...]:
    """Compare the first and the second judgments of the current annotator, tag by tag.

    The least agreement comes first; ranges are of resampled artists. Of several second judgments
    of a song the first one counts. tag_ids: only these; None for all.
    """
    if not library.repeats.counts_by_tag():
        return ()
    artist_of, found = _artists(library), []
    for tag in library.codebook.tags():
        repeats = _firsts(library, tag.id) if tag_ids is None or tag.id in tag_ids else []
        repeats = [one for one in repeats if one.song_id in artist_of]
        if not repeats:
            continue
        states = np.array(
            [[_CODES[one.first_state], _CODES[one.state]] for one in repeats], np.int8
        ).T
        groups = np.array([artist_of[one.song_id] for one in repeats], np.int64)
        figures = measure_agreement(states, seed, groups)
        n_unsure = int((states == CELL_UNSURE).any(axis=0).sum())
        agreement = TagAgreement(tag.id, tag.name, figures, n_unsure)
        found.append(OwnTag(agreement, sum(one.guess_visible for one in repeats)))
    found.sort(key=lambda one: (_order(one), sort_key(one.agreement.tag)))
    return tuple(found)


def own_ceilings(
    library: Library, names: Sequence[str], cells: ScoredCells
) -> tuple[Ceiling | None, dict[str, Ceiling]]:
    """Score the second hearing as a system, beside the model on the same songs: of all, by tag.

    The first judgments are the truth of both. names: of the cells' tags. None, and nothing of a
    tag, without second judgments.
    """
    if not library.repeats.counts_by_tag():
        return None, {}
    tags = [library.codebook.find(name) for name in names]
    tag_ids = [None if tag is None else tag.id for tag in tags]
    first, second = judged_twice(library, tag_ids, cells.song_ids)
    usable = (first >= 0) & (second >= 0) & (cells.states >= 0)
    artist_of = _artists(library)
    groups = np.array([artist_of.get(int(one), -int(one)) for one in cells.song_ids], np.int64)
    resamples, title = resample_groups(groups, 1), message("report.own_second_hearing")

    def compare(mask: NDArray[np.bool_]) -> Ceiling | None:
        rows, columns = np.nonzero(mask)
        if not len(rows):
            return None
        decided = (second[rows, columns] == 1, cells.decided[rows, columns])
        return compare_decisions(title, first[rows, columns] == 1, decided, rows, resamples)

    by_tag = {}
    for column, name in enumerate(names):
        mask = np.zeros_like(usable)
        mask[:, column] = usable[:, column]
        if (ceiling := compare(mask)) is not None:
            by_tag[name] = ceiling
    return compare(usable), by_tag


def own_ears(library: Library, evaluation: Evaluation) -> dict[str, OwnEar]:
    """Return the second hearing beside the model of every tag of an evaluation that has one."""
    ceilings = own_ceilings(library, list(evaluation.per_tag), evaluation.cells)[1]
    return {
        tag: OwnEar(one.n_songs, one.annotator_f1, one.model_f1) for tag, one in ceilings.items()
    }


def judged_twice(
    library: Library, tag_ids: Sequence[int | None], song_ids: NDArray[np.int64]
) -> NDArray[np.int8]:
    """Return first and second judgments, (2, n_songs, n_tags): 1 yes, 0 no, below 0 neither."""
    states = np.full((2, len(song_ids), len(tag_ids)), _NOBODY, np.int8)
    row_of = {int(song_id): row for row, song_id in enumerate(song_ids.tolist())}
    for column, tag_id in enumerate(tag_ids):
        for one in _firsts(library, tag_id) if tag_id is not None else []:
            if (row := row_of.get(one.song_id)) is not None:
                states[:, row, column] = _CODES[one.first_state], _CODES[one.state]
    return states


def _artists(library: Library) -> dict[int, int]:
    """Return a number per artist, by song id."""
    labels = library.annotations.labels()
    return dict(zip(labels.song_ids.tolist(), artist_numbers(labels).tolist(), strict=True))


def _firsts(library: Library, tag_id: int) -> list[Repeat]:
    """Return the first second judgment of every song."""
    found: dict[int, Repeat] = {}
    for one in library.repeats.of_tag(tag_id):
        found.setdefault(one.song_id, one)
    return list(found.values())


def _order(one: OwnTag) -> float:
    value = one.agreement.figures.ac1.value
    return np.inf if value is None else value
