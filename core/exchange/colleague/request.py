"""Making a request to a colleague: which songs of a library, which tags, with what they mean."""

from __future__ import annotations

import random

from core.errors import ExchangeError
from core.exchange.codebook_json import codebook_content
from core.exchange.colleague.records import ColleagueRequest, RequestOptions
from core.exchange.colleague.shared_file import MAX_SONGS, MAX_TAGS, request_id
from core.exchange.label_records import LabelledDecision, LabelledSong
from core.jobs import SILENT, JobContext
from core.library.codebook.codebook_file import codebook_words
from core.library.records import Song
from core.library.store import Library
from core.library.text import utc_now
from core.messages import message

SONGS_PER_PAGE = 500


def songs_to_request(library: Library, options: RequestOptions) -> list[int]:
    """Return the ids of the songs that a request would hold, all of them before the draw.

    Those of the query; without one those that the annotator has judged on any of the tags, which
    tell of agreement, and where there are none, all. Raises QueryError.
    """
    if options.query.strip():
        found: list[int] = library.search.ids(options.query).tolist()
        return found
    judged = list(library.annotations.songs_judged_on(options.tag_ids))
    everything: list[int] = library.songs.all_ids().tolist()
    return judged or everything


def make_request(
    library: Library, options: RequestOptions, job: JobContext = SILENT
) -> ColleagueRequest:
    """Draw the songs and gather what a colleague needs; the same seed draws the same songs.

    A blind request holds none of the annotator's decisions. Raises ExchangeError without songs or
    tags, QueryError, Cancelled.
    """
    tags = [library.codebook.tag(tag_id) for tag_id in dict.fromkeys(options.tag_ids)]
    if not 0 < len(tags) <= MAX_TAGS:
        raise ExchangeError("colleague.choose_tags", most=MAX_TAGS)
    used = {tag.category_id for tag in tags}
    categories = [c for c in library.codebook.categories() if c.id in used]
    tags = [tag for category in categories for tag in tags if tag.category_id == category.id]
    songs = _drawn(library, options, job)
    if not 0 < len(songs) <= MAX_SONGS:
        raise ExchangeError("colleague.choose_songs", n=len(songs), most=MAX_SONGS)
    content = codebook_content(library.codebook, categories, tags, _codebook_name(library))
    labelled = tuple(_labelled(song) for song in songs)
    annotator = library.annotators.current.name
    numbers = {tag.id: number for number, tag in enumerate(tags)}
    return ColleagueRequest(
        id=request_id(annotator, labelled, content),
        annotator=annotator,
        songs=labelled,
        words=codebook_words(content, ""),
        content=content,
        blind=options.blind,
        decisions=() if options.blind else _decisions(library, songs, numbers),
        seed=options.seed,
        note=options.note,
        created_at=utc_now(),
    )


def _drawn(library: Library, options: RequestOptions, job: JobContext) -> list[Song]:
    """Draw songs in the order of their hashes, so that a library's numbers do not matter."""
    ids = songs_to_request(library, options)
    songs = list[Song]()
    for first in range(0, len(ids), SONGS_PER_PAGE):
        job.check()
        job.report(first, len(ids), message("exchange.decisions"))
        songs += [row.song for row in library.songs.rows(ids[first : first + SONGS_PER_PAGE])]
    songs.sort(key=lambda song: song.audio_hash)
    n_songs = min(options.n_songs or len(songs), len(songs))
    drawn = random.Random(options.seed).sample(songs, n_songs)
    return sorted(drawn, key=lambda song: song.audio_hash)


def _labelled(song: Song) -> LabelledSong:
    return LabelledSong(
        song.path.name, song.audio_hash, song.title, song.artist, song.album, song.year,
        round(song.duration_s, 3),
    )  # fmt: skip


def _decisions(
    library: Library, songs: list[Song], numbers: dict[int, int]
) -> tuple[LabelledDecision, ...]:
    """Return the annotator's own decisions on whole songs, to be seen beside the colleague's."""
    found = library.annotations.on_songs([song.id for song in songs])
    return tuple(
        LabelledDecision(
            index, numbers[decision.tag_id], decision.state, decision.intensity,
            created_at=decision.created_at,
        )
        for index, song in enumerate(songs)
        for decision in found.get(song.id, ())
        if decision.start_s is None and decision.tag_id in numbers
    )  # fmt: skip


def _codebook_name(library: Library) -> str:
    name = library.annotators.current.name
    return message("colleague.codebook_of", name=name) if name else "RhythmCap"
