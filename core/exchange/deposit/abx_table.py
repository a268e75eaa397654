"""Listening tests of a deposit: whether annotators' ears tell two tags apart, trial by trial."""

from __future__ import annotations

from collections.abc import Collection

from core.exchange.deposit.deposit_records import Contents
from core.exchange.deposit.described_table import write_described
from core.exchange.label_source import LabelSource
from core.exchange.tables.cell_records import blank_if_none
from core.library.abx_records import AbxTestRow, PlayedClip

MEANINGS = {
    "test": "number of the test",
    "created_at": "when it was done (UTC, ISO 8601)",
    "annotator": "whose ear it was; empty where no name was given",
    "a_tag": "the tag of A, as it is called now",
    "b_tag": "the tag of B, as it is called now",
    "trial": "number of the trial within the test",
    "a_audio_hash": "the song heard as A, by its sound; empty where it is not in this deposit",
    "a_start_s": "first second that was heard of it; empty: its middle",
    "a_end_s": "last second that was heard of it; empty: its middle",
    "b_audio_hash": "the song heard as B",
    "b_start_s": "see a_start_s",
    "b_end_s": "see a_end_s",
    "x_audio_hash": "the song heard as X, which has one of the two tags",
    "x_start_s": "see a_start_s",
    "x_end_s": "see a_end_s",
    "x_is": "a or b: whose tag X has",
    "answer": "a or b: what the annotator said",
    "codebook_version": "version of the codebook's definitions at that time",
}
NAME = "data/abx-tests.csv"


def write_abx_tests(
    source: LabelSource, contents: Contents, kept: Collection[str]
) -> tuple[str, ...]:
    """Write abx-tests.csv and abx-tests-columns.csv where an ear was tested.

    kept: the audio hashes of the deposit's songs. Returns the lines of the data sheet, none where
    there was no test. Raises OSError.
    """
    tests = source.library.abx_tests.all(all_annotators=source.all_annotators)
    if not tests:
        return ()
    rows = [
        row for number, test in enumerate(tests, 1) for row in _rows(source, number, test, kept)
    ]
    what = "listening tests (ABX): whether an ear tells two tags apart"
    write_described(contents, NAME, what, MEANINGS, rows)
    return (
        f"* listening tests of two tags (ABX): {len(tests)} (`{NAME}`)",
        *(_line(source, test) for test in tests),
    )


def _rows(
    source: LabelSource, number: int, test: AbxTestRow, kept: Collection[str]
) -> list[tuple[object, ...]]:
    names = (source.tags[test.tag_id].name, source.tags[test.other_tag_id].name)
    begin = (number, test.created_at, source.annotator_name(test.annotator_id), *names)
    return [
        (
            *begin, trial_number, *_cells(trial.a, kept), *_cells(trial.b, kept),
            *_cells(trial.x, kept), "a" if trial.x_is_a else "b",
            "a" if trial.answered_a else "b", test.codebook_version,
        )
        for trial_number, trial in enumerate(test.trials, 1)
    ]  # fmt: skip


def _cells(clip: PlayedClip, kept: Collection[str]) -> tuple[object, ...]:
    audio_hash = clip.audio_hash if clip.audio_hash in kept else ""
    return (audio_hash, blank_if_none(clip.start_s), blank_if_none(clip.end_s))


def _line(source: LabelSource, test: AbxTestRow) -> str:
    names = " and ".join(source.tags[tag_id].name for tag_id in (test.tag_id, test.other_tag_id))
    low, high = test.result.interval
    return (
        f"  * {names}: {test.n_correct} of {test.n_trials} right, p {test.result.p_text},"
        f" share right {test.n_correct / test.n_trials:.2f} (95 %, exact: {low:.2f} to {high:.2f})"
    )
