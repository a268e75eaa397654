"""What is written to files of labels: songs with all their decisions, page by page, read only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from core.jobs import SILENT, JobContext
from core.library.records import Annotation, Category, Song, Tag
from core.library.store import Library
from core.messages import message

SONGS_PER_PAGE = 500


@dataclass(frozen=True, slots=True)
class SongLabels:
    """A song and its decisions: of whole songs first, then of parts by their start."""

    song: Song
    decisions: tuple[Annotation, ...]


class LabelSource:
    """Songs of a search and their decisions, with the names of all that these name by number.

    query: a search as in the window, "" for all songs. song_ids: these instead.
    all_annotators: everybody's decisions; else those of the library's current annotator.
    n_decisions: how many songs() has yielded, so far.
    """

    def __init__(
        self,
        library: Library,
        query: str = "",
        *,
        all_annotators: bool = False,
        song_ids: Sequence[int] | None = None,
    ) -> None:
        self.library = library
        self.query = query
        self.all_annotators = all_annotators
        self.n_decisions = 0
        if song_ids is not None:
            self.ids = np.asarray(song_ids, dtype=np.int64)
        else:
            self.ids = library.search.ids(query) if query else library.songs.all_ids()
        self.tags: dict[int, Tag] = {
            tag.id: tag for tag in library.codebook.tags(include_retired=True)
        }
        self.categories: dict[int, Category] = {
            category.id: category for category in library.codebook.categories()
        }
        self.models = {row.id: row.name for row in library.models.list()}
        self.annotators = {annotator.id: annotator for annotator in library.annotators.list()}

    def songs(self, job: JobContext = SILENT) -> Iterator[SongLabels]:
        """Yield all songs of the search, judged or not, in its order. Raises Cancelled."""
        self.n_decisions = 0
        for first in range(0, len(self.ids), SONGS_PER_PAGE):
            job.check()
            job.report(first, len(self.ids), message("exchange.decisions"))
            page = self.ids[first : first + SONGS_PER_PAGE]
            decisions = self.library.annotations.on_songs(
                page.tolist(), all_annotators=self.all_annotators
            )
            self.n_decisions += sum(map(len, decisions.values()))
            for row in self.library.songs.rows(page):
                job.check()  # a song may have hundreds of decisions
                yield SongLabels(row.song, tuple(decisions.get(row.song.id, ())))
        job.report(1, 1)

    def category_of(self, tag_id: int) -> str:
        """Return the name of a tag's category, "" where it has none."""
        category = self.categories.get(self.tags[tag_id].category_id)
        return category.name if category else ""

    @property
    def annotator_names(self) -> list[str]:
        """Return the names of those whose decisions these are, without the nameless."""
        if self.all_annotators:
            return [annotator.name for annotator in self.annotators.values() if annotator.name]
        return [name] if (name := self.library.annotators.current.name) else []

    def annotator_name(self, annotator_id: int) -> str:
        """Return an annotator's name, "" where none was given."""
        annotator = self.annotators.get(annotator_id)
        return annotator.name if annotator else ""
