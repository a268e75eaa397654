"""All tagged parts of the open song as bars over the spectrogram.

Bars that overlap stand under each other. They emit requests and store nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from core.library.records import Changes
from rhythmcap_gui import theme
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.listening.region_bar import Region, RegionBar
from rhythmcap_gui.views.listening.time_pane import Span, TimePane

LANES = 6  # more of them would cover the picture; the rest share the last


class RegionBars(QObject):
    """All bars of the open song on one pane.

    moved(annotation id, start_s, end_s), removed(annotation id), loop_requested(span).
    """

    moved = Signal(int, float, float)
    removed = Signal(int)
    loop_requested = Signal(object)

    def __init__(self, session: Session, pane: TimePane) -> None:
        super().__init__(pane)
        self._session, self._pane = session, pane
        self.bars: list[RegionBar] = []
        session.song_opened.connect(lambda _song: self.refresh())
        session.changed.connect(self._on_changed)
        session.loop_changed.connect(lambda _loop: self._tell_loop())
        pane.axis.changed.connect(self.reposition)
        theme.notifier().theme_changed.connect(self._repaint)
        self.refresh()

    def refresh(self) -> None:
        """Read the open song's parts again."""
        for bar in self.bars:
            bar.hide()
            bar.deleteLater()
        self.bars = [self._make(region) for region in regions_of(self._session)]
        lanes = lanes_of([bar.span for bar in self.bars])
        for bar, lane in zip(self.bars, lanes, strict=True):
            bar.lane = lane
        self._tell_loop()
        self.reposition()

    def reposition(self) -> None:
        """Follow a change of the view."""
        for bar in self.bars:
            bar.reposition()

    def _make(self, region: Region) -> RegionBar:
        bar = RegionBar(region, self._pane.axis, self._pane)
        number = region.annotation.id
        bar.moved.connect(lambda span: self.moved.emit(number, *span))
        bar.removed.connect(lambda: self.removed.emit(number))
        bar.looped.connect(lambda: self.loop_requested.emit(bar.span))
        bar.fitted.connect(lambda: self.moved.emit(number, *(self._session.loop or bar.span)))
        return bar

    def _on_changed(self, changes: Changes) -> None:
        song = self._session.song
        if changes.codebook or (song is not None and song.id in changes.songs):
            self.refresh()

    def _tell_loop(self) -> None:
        for bar in self.bars:
            bar.can_fit = self._session.loop is not None

    def _repaint(self) -> None:
        for bar in self.bars:
            bar.update()


def regions_of(session: Session) -> list[Region]:
    """Return the decisions on parts of the open song, of tags in use, by their start."""
    library, song = session.library, session.song
    if library is None or song is None:
        return []
    hues = {category.id: category.colour for category in library.codebook.categories()}
    tags = {tag.id: tag for tag in library.codebook.tags()}
    return [
        Region(annotation, tag.name, tag.colour or hues.get(tag.category_id, ""))
        for annotation in library.annotations.regions_of_song(song.id)
        if (tag := tags.get(annotation.tag_id)) is not None and tag.id not in session.covered_here
    ]


def lanes_of(spans: Sequence[Span]) -> list[int]:
    """Return a lane for each span, given by their starts: the highest that is free."""
    ends: list[float] = []
    lanes = []
    for start, end in spans:
        free = next((lane for lane, until in enumerate(ends) if until <= start), len(ends))
        free = min(free, LANES - 1)
        ends[free : free + 1] = [max(end, ends[free])] if free < len(ends) else [end]
        lanes.append(free)
    return lanes
