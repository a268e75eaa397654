"""Second judgments of a deposit: a table, what its columns mean, and what the data sheet says."""

from __future__ import annotations

from core.exchange.deposit.deposit_records import Contents
from core.exchange.deposit.described_table import write_described
from core.exchange.label_source import LabelSource
from core.exchange.tables.cell_records import blank_if_none

MEANINGS = {
    "audio_hash": "the song, by its sound; see songs.csv",
    "tag": "the tag, as it is called now",
    "annotator": "whose ear it was, both times; empty where no name was given",
    "first_state": "what was decided first: yes, no or unsure",
    "first_at": "when that was decided (UTC, ISO 8601)",
    "state": "what the same ear said when it heard the song again, not shown the first answer",
    "created_at": "when that was said (UTC, ISO 8601)",
    "guess_visible": "1 if a model's guess was on screen the second time, else 0",
    "model": "the model whose guess that was; empty where there was none",
    "codebook_version": "version of the codebook's definitions of the second time",
}
NAME = "data/repeats.csv"


def write_repeats(source: LabelSource, contents: Contents) -> tuple[str, ...]:
    """Write repeats.csv and repeats-columns.csv where songs were judged again by the same ear.

    Returns the lines of the data sheet, none where nothing was. Raises OSError.
    """
    repeats = source.library.repeats.on_songs(source.ids, all_annotators=source.all_annotators)
    if not repeats:
        return ()
    hashes = {
        song.id: song.audio_hash
        for song in map(source.library.songs.get, {repeat.song_id for repeat in repeats})
        if song is not None
    }
    rows = [
        (
            hashes[repeat.song_id], source.tags[repeat.tag_id].name,
            source.annotator_name(repeat.annotator_id), repeat.first_state.value, repeat.first_at,
            repeat.state.value, repeat.created_at, int(repeat.guess_visible),
            blank_if_none(source.models.get(repeat.model_id or 0)), repeat.codebook_version,
        )
        for repeat in repeats
    ]  # fmt: skip
    what = "songs judged again by the same ear, beside the first judgment"
    write_described(contents, NAME, what, MEANINGS, rows)
    n_alike = sum(repeat.state is repeat.first_state for repeat in repeats)
    return (
        f"* judged again by the same ear: {len(repeats)} decisions, {n_alike} of them alike"
        f" (`{NAME}`)",
    )
