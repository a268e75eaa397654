"""The verbs about songs that sound alike: similar, map."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

from core.cli.changed_files import settle_files, song_in_file
from core.cli.context import feature_cache, find_model, load_model, open_library
from core.cli.song_names import find_song
from core.cli.song_words import shown_words_json
from core.cli.terminal import Terminal, columns, counted, expand_stdin
from core.errors import RhythmCapError, SimilarityError, UsageError
from core.jobs import JobContext
from core.library.records import ModelRow, Song, SongRow
from core.library.store import Library
from core.paths import folders, library_digest
from core.printable import path_text
from core.similarity.shared_tags import shared_tags
from core.similarity.similarity_records import Basis, MapMethod, Neighbours

if TYPE_CHECKING:
    from core.features.prefetch import KnownSong
    from core.library.location_records import SongLocation
    from core.models.checkpoint import TaggingModel
    from core.similarity.embedding_index import EmbeddingIndex

PAGE = 500
MAX_NAMED = 5
DIGITS = 6


def similar(options: argparse.Namespace, terminal: Terminal) -> int:
    """List the songs most like the named ones, with the tags that they share."""
    names = expand_stdin(options.songs)
    if options.region is not None and len(names) > 1:
        raise UsageError("cli.region_of_one", n_songs=len(names))
    with open_library(options, terminal, allow_read_only=True) as library:
        more = _find_songs(library, names, terminal)
        less = _find_songs(library, expand_stdin(options.less), terminal)
        _check_examples(more, less)
        row, model = _model(options, library, terminal)
        for song in (*more, *less):
            _ensure_embedded(library, model, song, terminal)
        index = song_index(library, model, Basis(options.by), terminal)
        found = _nearest(options, model, index, (more, less), terminal)
        wanted = library.songs.rows([song.id for song in more])
        rows = library.songs.rows(found.song_ids)
        names_of = {tag.id: tag.name for tag in library.codebook.tags()}
        tags = {
            song_id: [names_of[tag_id] for tag_id in shared if tag_id in names_of]
            for song_id, shared in shared_tags(wanted, rows).items()
        }
        answer: dict[str, Any] = {
            "like": [song.id for song in more],
            "less": [song.id for song in less],
            "region_s": options.region,
            "model": row.name,
            "by": str(options.by),
            "songs": _songs_json(rows, found, tags),
            **_left_out_json(index),
        }
        terminal.data(answer, columns(_lines(answer["songs"]), frozenset({0, 1})))
        _say_left_out(library, index, terminal)
    return 0


def _find_songs(library: Library, names: list[str], terminal: Terminal) -> list[Song]:
    """Find the songs that are named; one that is named twice counts once."""
    songs = [find_song(library, name, terminal) for name in names]
    return list({song.id: song for song in songs}.values())


def _check_examples(more: list[Song], less: list[Song]) -> None:
    """Raise UsageError where nothing is wanted, or a song is both wanted and unwanted."""
    if not more:
        raise UsageError("cli.no_example")
    unwanted = {song.id for song in less}
    both = [song for song in more if song.id in unwanted]
    if both:
        raise UsageError("cli.more_and_less", title=both[0].display_title)


def map_of_songs(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print where each song lies in two dimensions; what these hide is said beside it."""
    from core.similarity.song_map import map_songs

    with open_library(options, terminal, allow_read_only=True) as library:
        row, model = _model(options, library, terminal)
        index = song_index(library, model, Basis(options.by), terminal)
        with terminal.job("Laying out") as job:
            songs = map_songs(index, MapMethod(options.method), options.seed, job)
        titles = list[dict[str, Any]]()
        for first in range(0, len(songs.song_ids), PAGE):
            page = library.songs.rows(songs.song_ids[first : first + PAGE])
            titles += [shown_words_json(found.song) for found in page]
        placed = [
            {**words, "x": round(float(x), DIGITS), "y": round(float(y), DIGITS)}
            for words, (x, y) in zip(titles, songs.positions, strict=True)
        ]
        quality = songs.quality
        answer = {
            "method": str(songs.method),
            "model": row.name,
            "by": str(options.by),
            "variance_kept": quality.variance_kept,
            "neighbours_kept": quality.neighbours_kept,
            "n_neighbours": quality.n_neighbours,
            "chance": quality.chance,
            "n_placed": songs.n_placed,
            "songs": placed,
            **_left_out_json(index),
        }
        lines = [[str(song["id"]), f"{song['x']:.4f}", f"{song['y']:.4f}", song["title"]]
                 for song in placed]  # fmt: skip
        terminal.data(answer, columns(lines, frozenset({0, 1, 2})))
        if songs.remark:
            terminal.say(songs.remark)
        _say_left_out(library, index, terminal)
    return 0


def _model(
    options: argparse.Namespace, library: Library, terminal: Terminal
) -> tuple[ModelRow, TaggingModel]:
    """Load the model that is asked for, in probe form; with --listen it hears all songs."""
    from core.models.probe_form import probe_form

    row = find_model(library, options.model)
    model = probe_form(load_model(row, terminal))
    if options.listen:
        _listen(library, row, model, terminal)
    return row, model


def _listen(library: Library, row: ModelRow, model: TaggingModel, terminal: Terminal) -> None:
    """Embed the songs of which no embedding is kept; say which could not be heard.

    Of a song whose file is missing: what is cached of it.
    """
    from core.features.prefetch import KnownSong
    from core.models.predict import predict_songs
    from core.models.probe_form import embedding_key

    cache, key, recipe = feature_cache(), embedding_key(model), model.card.recipe

    def not_embedded() -> list[SongLocation]:
        return [
            location
            for location in library.songs.locations()
            if not cache.has(location.audio_hash, key)
        ]

    settle_files(library, not_embedded(), terminal)
    locations = [
        location
        for location in not_embedded()
        if not location.missing or cache.has(location.audio_hash, recipe)
    ]
    songs = [
        KnownSong(location.path, location.audio_hash, location.file.stats) for location in locations
    ]
    scores = {}
    with (
        terminal.job("Listening") as job,
        closing(predict_songs(model, _reported(songs, job), cache, job)) as results,
    ):
        for location, result in zip(locations, results, strict=True):
            if isinstance(result, RhythmCapError):
                terminal.say(f"{path_text(location.path)}: {result.message}")
            elif row.words:
                scores[location.song_id] = result
    if not library.read_only:
        library.predictions.put(row.id, scores)


def _reported(songs: Sequence[KnownSong], job: JobContext) -> Iterator[KnownSong]:
    for n_done, song in enumerate(songs):
        job.report(n_done, len(songs), song.path.name)
        yield song


def _ensure_embedded(library: Library, model: TaggingModel, song: Song, terminal: Terminal) -> None:
    """Embed a named song where that is not kept. Raises SimilarityError where its sound is gone."""
    from core.models.predict import song_embedding
    from core.models.probe_form import cached_embedding

    cache = feature_cache()
    if cached_embedding(cache, song.audio_hash, model) is not None:
        return
    in_file = song_in_file(library, song, terminal) if song.path.is_file() else song
    if in_file is None or in_file.id != song.id:
        raise SimilarityError("similarity.not_in_index", n=1)
    with terminal.job("Listening") as job:
        song_embedding(model, song.path, song.audio_hash, cache, job)
        job.report(1, 1)


def song_index(
    library: Library, model: TaggingModel, basis: Basis, terminal: Terminal
) -> EmbeddingIndex:
    """Read where the songs of a library sound alike. Raises SimilarityError."""
    from core.similarity.index_store import IndexStore

    store = IndexStore(folders().similar / library_digest(library.path), feature_cache())
    songs = {location.song_id: location.audio_hash for location in library.songs.locations()}
    with terminal.job("Reading") as job:
        index = store.get(model, songs, basis, job)
        job.report(1, 1)
    return index


def _nearest(
    options: argparse.Namespace,
    model: TaggingModel,
    index: EmbeddingIndex,
    examples: tuple[list[Song], list[Song]],
    terminal: Terminal,
) -> Neighbours:
    """Find songs by examples, or by a region of the one that is wanted."""
    from core.similarity.embedding_index import example_vector
    from core.similarity.region import region_embedding

    more, less = ([song.id for song in songs] for songs in examples)
    if options.region is None:
        return index.like(more, less, options.count)
    (song,) = examples[0]
    with terminal.job("Listening") as job:
        source = song.path, song.audio_hash
        embedding = region_embedding(model, source, options.region, feature_cache(), job)
    wanted = index.space.vectors(embedding[None])
    return index.nearest(
        example_vector(wanted, index.vectors_of(less)), options.count, {*more, *less}
    )


def _songs_json(
    rows: list[SongRow], found: Neighbours, tags: dict[int, list[str]]
) -> list[dict[str, Any]]:
    return [
        {
            **shown_words_json(row.song),
            "similarity": round(float(similarity), DIGITS),
            "shared_tags": tags[row.song.id],
        }
        for row, similarity in zip(rows, found.similarities, strict=True)
    ]


def _lines(songs: list[dict[str, Any]]) -> list[list[str]]:
    return [
        [str(song["id"]), f"{song['similarity']:.2f}".replace("0.", "."), song["title"],
         song["artist"], ", ".join(song["shared_tags"])]
        for song in songs
    ]  # fmt: skip


def _left_out_json(index: EmbeddingIndex) -> dict[str, Any]:
    return {
        "n_compared": len(index.song_ids),
        "not_heard": list(index.not_kept),
        "no_number": list(index.not_finite),
    }


def _say_left_out(library: Library, index: EmbeddingIndex, terminal: Terminal) -> None:
    terminal.say(f"{counted(len(index.song_ids), 'song')} compared.")
    for ids, why in (
        (index.not_kept, "the model has not listened yet (--listen)"),
        (index.not_finite, "what the network makes of it is not a number"),
    ):
        if ids:
            rows = library.songs.rows(ids[:MAX_NAMED])
            titles = ", ".join(row.song.display_title for row in rows)
            more = " …" if len(ids) > MAX_NAMED else ""
            terminal.say(f"{counted(len(ids), 'song')} left out, {why}: {titles}{more}")
