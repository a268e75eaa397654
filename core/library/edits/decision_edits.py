"""Edits of decisions: on whole songs, on parts of songs, their intensity, their note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from core.durations import clock_text
from core.errors import LibraryError
from core.library.edits.decision_facts import forget_facts, write_listened, write_prior
from core.library.edits.edit_context import EditContext
from core.library.edits.journal import Ledger, stale_edit_error
from core.library.records import BY_EAR, Annotation, DecisionContext, State
from core.library.text import utc_now
from core.messages import message


@dataclass(frozen=True, slots=True)
class Judge:
    """The ear's decision on one tag of a whole song; state None means not judged.

    The facts of its context are kept where nothing was decided before: a prediction is of the
    first answer only.
    """

    song_id: int
    tag_id: int
    state: State | None
    context: DecisionContext = BY_EAR

    def title(self, library: EditContext) -> str:
        return _title(library, self.tag_id, self.state)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        known = library.annotations.of_song_and_tag(self.song_id, self.tag_id)
        if known is not None and self.state is None:
            ledger.delete("annotations", known.id)
            forget_facts(library, ledger, (self.song_id,), self.tag_id)
        elif known is not None:
            _change(library, ledger, known, self)
        elif self.state is not None:
            _insert(library, ledger, self)


@dataclass(frozen=True, slots=True)
class JudgeRegion:
    """A decision on one tag of a part of a song, in seconds; the same part twice is one."""

    song_id: int
    tag_id: int
    start_s: float
    end_s: float
    state: State = State.YES
    context: DecisionContext = BY_EAR

    def title(self, library: EditContext) -> str:
        name, state = tag_name_and_state(library, self.tag_id, self.state)
        start, end = _clock(self.start_s), _clock(self.end_s)
        return message("edit.judge_part", name=name, state=state, start=start, end=end)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        _check_span(self.start_s, self.end_s)
        span = (self.start_s, self.end_s)
        judged = Judge(self.song_id, self.tag_id, self.state, self.context)
        for known in library.annotations.regions_of_song(self.song_id):
            if (known.tag_id, known.start_s, known.end_s) == (self.tag_id, *span):
                _change(library, ledger, known, judged)
                return
        _insert(library, ledger, judged, start_s=self.start_s, end_s=self.end_s)


@dataclass(frozen=True, slots=True)
class MoveRegion:
    """Another start or end, in seconds, of a decision on a part of a song."""

    annotation_id: int
    start_s: float
    end_s: float

    def title(self, library: EditContext) -> str:
        name = _tag_name(library, self.annotation_id)
        start, end = _clock(self.start_s), _clock(self.end_s)
        return message("edit.move_part", name=name, start=start, end=end)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        _check_span(self.start_s, self.end_s)
        known = _region(library, self.annotation_id)
        region = (known.tag_id, self.start_s, self.end_s)
        for other in library.annotations.regions_of_song(known.song_id):
            if other.id != known.id and (other.tag_id, other.start_s, other.end_s) == region:
                raise LibraryError(
                    "annotation.same_part", title=_tag_name(library, self.annotation_id)
                )
        ledger.update(
            "annotations",
            self.annotation_id,
            start_s=self.start_s,
            end_s=self.end_s,
            updated_at=utc_now(),
        )


@dataclass(frozen=True, slots=True)
class RemoveRegion:
    """Take back a decision on a part of a song."""

    annotation_id: int

    def title(self, library: EditContext) -> str:
        return message("edit.remove_part", name=_tag_name(library, self.annotation_id))

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        _region(library, self.annotation_id)
        ledger.delete("annotations", self.annotation_id)


@dataclass(frozen=True, slots=True)
class SetIntensity:
    """How strongly a decision holds, 0 to 1, or None. The tag must be judged."""

    song_id: int
    tag_id: int
    intensity: float | None

    def title(self, library: EditContext) -> str:
        return intensity_title(library, self.tag_id, self.intensity)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        check_intensity(self.intensity)
        known = library.annotations.of_song(self.song_id).get(self.tag_id)
        if known is None:
            raise LibraryError("annotation.no_decision")
        if known.intensity != self.intensity:
            ledger.update("annotations", known.id, intensity=self.intensity, updated_at=utc_now())


@dataclass(frozen=True, slots=True)
class SetDecisionNote:
    """A note on one decision."""

    annotation_id: int
    note: str

    def title(self, library: EditContext) -> str:
        return message("edit.decision_note", name=_tag_name(library, self.annotation_id))

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        known = library.annotations.get(self.annotation_id)
        if known is not None and known.note == self.note:
            return
        ledger.update("annotations", self.annotation_id, note=self.note, updated_at=utc_now())


def decision_columns(
    library: EditContext, state: State | None, context: DecisionContext
) -> dict[str, Any]:
    """Return the columns of a decision that do not say what it is about."""
    return {
        "state": str(state),
        "source": str(context.source),
        "guess_visible": int(context.guess_visible),
        "model_id": context.model_id,
        "codebook_version": library.codebook.version(),
    }


def _insert(library: EditContext, ledger: Ledger, judged: Judge, **span: float) -> None:
    time, facts = utc_now(), judged.context.facts
    slot = {
        "song_id": judged.song_id,
        "tag_id": judged.tag_id,
        "annotator_id": library.annotators.current.id,
        "created_at": time,
    }
    columns = decision_columns(library, judged.state, judged.context)
    ledger.insert("annotations", **slot, **columns, **span, updated_at=time)
    if facts is None or span or judged.state is None:
        return
    if facts.prior is not None:
        write_prior(ledger, slot, facts.prior, judged.state, judged.context)
    if facts.listened is not None:
        write_listened(ledger, slot, facts.listened)


def _change(library: EditContext, ledger: Ledger, known: Annotation, judged: Judge) -> None:
    """Replace a decision, unless it is the same in the same context: that leaves no trace.

    An intensity belongs to the decision it was given for.
    """
    columns = decision_columns(library, judged.state, judged.context)
    if is_repeated(asdict(known), columns, library.codebook.last_change(known.tag_id)):
        return
    intensity = known.intensity if known.state == judged.state else None
    ledger.update("annotations", known.id, **columns, intensity=intensity, updated_at=utc_now())


def is_repeated(known: Mapping[str, Any], columns: Mapping[str, Any], last_change: int) -> bool:
    """Tell whether a decision is made again as it stands, so that undo would take nothing back.

    A later version of the codebook makes it another one only where the tag's own meaning was
    changed by it: last_change is the version that did so last.
    """
    version = "codebook_version"
    return known[version] >= last_change and all(
        known[name] == value for name, value in columns.items() if name != version
    )


def check_intensity(intensity: float | None) -> None:
    """Raise LibraryError for an intensity out of range."""
    if intensity is not None and not 0 <= intensity <= 1:
        raise LibraryError("annotation.intensity_range")


def _check_span(start_s: float, end_s: float) -> None:
    if not 0 <= start_s < end_s:
        raise LibraryError("annotation.part_backwards")


def _region(library: EditContext, annotation_id: int) -> Annotation:
    known = library.annotations.get(annotation_id)
    if known is None or known.start_s is None:
        raise stale_edit_error(library.database)
    return known


def tag_name_and_state(library: EditContext, tag_id: int, decided: State | None) -> tuple[str, str]:
    """Return the tag's name, and the decision as a word."""
    state = message(f"state.{decided.value}") if decided else message("state.not_judged")
    return library.codebook.tag(tag_id).name, state


def intensity_title(library: EditContext, tag_id: int, intensity: float | None) -> str:
    """Name giving or taking back an intensity, for undo."""
    name = library.codebook.tag(tag_id).name
    if intensity is None:
        return message("edit.no_intensity", name=name)
    return message("edit.intensity", name=name, intensity=intensity)


def _title(library: EditContext, tag_id: int, decided: State | None) -> str:
    name, state = tag_name_and_state(library, tag_id, decided)
    return message("edit.judge", name=name, state=state)


def _tag_name(library: EditContext, annotation_id: int) -> str:
    known = library.annotations.get(annotation_id)
    return library.codebook.tag(known.tag_id).name if known else ""


def _clock(second: float) -> str:
    return clock_text(second, hours=False)
