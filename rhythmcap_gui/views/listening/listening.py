"""The centre column: one song seen and heard. Follows the session, emits requests.

Drawing is the panes' business, sound the player's; this file only joins them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QSize, QTimer, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from core.models.model_records import song_score
from core.models.prediction_records import SONG
from rhythmcap_gui.views.listening import listening_placeholder
from rhythmcap_gui.views.listening.caption_line import CaptionLine
from rhythmcap_gui.views.listening.evidence_bar import EvidenceBar
from rhythmcap_gui.views.listening.missing_strip import MissingStrip
from rhythmcap_gui.views.listening.picture_menu import PictureMenu
from rhythmcap_gui.views.listening.region_bars import RegionBars
from rhythmcap_gui.views.listening.saliency_bar import SaliencyBar
from rhythmcap_gui.views.listening.saliency_image import strength_factor
from rhythmcap_gui.views.listening.song_heading import SongHeading
from rhythmcap_gui.views.listening.song_panes import SongPanes
from rhythmcap_gui.views.listening.taggram_rows import TagRow, mean_scores, rows_of
from rhythmcap_gui.views.listening.transport import Transport
from rhythmcap_gui.views.widgets.live_source import seconds_source
from rhythmcap_gui.views.widgets.placeholder import Placeholder, PlaceholderPage

if TYPE_CHECKING:
    from core.audio.playback_records import OutputDevice
    from core.features.picture_records import PartialPicture, SongPicture
    from core.models.prediction_records import Taggram
    from core.settings import Settings
    from rhythmcap_gui.session import Notice, Session

PLACEHOLDER_DELAY_MS = 180  # a cached song is there sooner; only then "Analysing…" is shown
ZOOM_STEP = 1.6
LOOP_MARGIN = 0.06


class Listening(QFrame):
    """Heading, pictures, transport."""

    seek_requested = Signal(float)
    loop_requested = Signal(object)  # (start_s, end_s) | None
    play_requested = Signal()
    speed_chosen = Signal(float)
    volume_changed = Signal(float)
    device_chosen = Signal(str)
    view_as_model_changed = Signal(bool)
    colour_map_chosen = Signal(str)

    def __init__(
        self,
        session: Session,
        devices: Callable[[], Iterable[OutputDevice]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.heading = SongHeading(session)
        self.caption = CaptionLine()
        self.missing = MissingStrip(session)
        self.saliency_bar, self.evidence_bar = SaliencyBar(), EvidenceBar()
        self.song_panes = SongPanes()
        self.regions = RegionBars(session, self.song_panes.spectrogram)
        self.transport = Transport(session, devices)
        self.axis = self.song_panes.axis
        self.menu = PictureMenu(self)
        self._empty = PlaceholderPage(listening_placeholder.words_without_song())
        self._closed = PlaceholderPage(listening_placeholder.closed_words(), "panel")
        self._pages = QStackedWidget()
        self._problem: Notice | None = None
        self._partial_taggram: Taggram | None = None
        self._placeholder_delay = QTimer(self, singleShot=True, interval=PLACEHOLDER_DELAY_MS)
        self.setProperty("ground", True)
        self._lay_out()
        self._connect_session()
        self._connect_parts()
        self._open_song()
        self._show_settings(session.settings)

    # -- what actions call ------------------------------------------------------------------

    def zoom(self, factor: float) -> None:
        """Show `factor` times as much detail around the playhead, or the middle of the view."""
        now = self.session.position_s
        self.axis.zoom(1 / factor, now if self.axis.contains(now) else None)

    def zoom_in(self) -> None:
        """Zoom in by one step."""
        self.zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Zoom out by one step."""
        self.zoom(1 / ZOOM_STEP)

    def fit(self) -> None:
        """Show the whole song."""
        self.axis.fit()

    def zoom_to_loop(self) -> None:
        """Show the loop and a little around it; without a loop do nothing."""
        if self.session.loop is not None:
            start, end = self.session.loop
            margin = (end - start) * LOOP_MARGIN
            self.axis.show(start - margin, end + margin)

    def scroll(self, by_views: float) -> None:
        """Move the view by a part of itself, back with a negative number."""
        self.axis.scroll(by_views * self.axis.length_s)

    def clear_loop(self) -> None:
        """Cancel a loop that is being dragged; else end the loop."""
        if not any(pane.cancel_drag() for pane in self.song_panes.panes):
            self.loop_requested.emit(None)

    def show_progress(self, share: float) -> None:
        """Show how far the open song's analysis is, 0 to 1."""
        if self.session.picture is None:
            placeholder = listening_placeholder.words_without_picture(self.session, self._problem)
            self.song_panes.spectrogram.set_placeholder(
                Placeholder(placeholder.title, placeholder.detail, share)
            )

    def show_problem(self, problem: Notice) -> None:
        """Show why the open song has no picture."""
        self._problem = problem
        self._show_words()

    def show_saliency(self) -> None:
        """Lay the map that the bar steers over the picture, or none."""
        bar = self.saliency_bar
        found = bar.state.map if bar.state.is_open else None
        factor = strength_factor(bar.strength.value())
        self.song_panes.spectrogram.set_saliency(found, factor)

    def view_state(self) -> dict[str, Any]:
        """Return what a restored session needs: view in seconds, heights, brightness, contrast."""
        return self.song_panes.state() | self.menu.state()

    def restore_view(self, state: dict[str, Any]) -> None:
        """Restore what view_state gave, after the song was opened."""
        self.menu.restore(state)
        self.song_panes.restore(state)

    def sizeHint(self) -> QSize:
        return QSize(760, 680)

    def minimumSizeHint(self) -> QSize:
        """With the strip as high as its words are in this width."""
        least = super().minimumSizeHint()
        if self.missing.isVisibleTo(self):
            margins = self.layout().contentsMargins()
            width = max(self.width(), least.width()) - margins.left() - margins.right()
            more = self.missing.heightForWidth(width) - self.missing.minimumSizeHint().height()
            least.setHeight(least.height() + max(0, more))
        return least

    # -- building ---------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.song_panes)
        self._pages.addWidget(self._closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 10)
        column.setSpacing(8)
        head = QVBoxLayout()
        head.setSpacing(0)  # the caption gives way where the window is low
        head.addWidget(self.heading)
        head.addWidget(self.caption)
        column.addLayout(head)
        column.addWidget(self.missing)
        column.addWidget(self.saliency_bar)
        column.addWidget(self.evidence_bar)
        column.addWidget(self._pages, 1)
        column.addWidget(self.transport)

    def _connect_session(self) -> None:
        session = self.session
        session.song_opened.connect(self._open_song)
        session.picture_ready.connect(self._show_picture)
        session.picture_grew.connect(self._show_partial_picture)
        session.taggram_grew.connect(self._show_partial_taggram)
        session.predictions_ready.connect(self._show_predictions)
        for signal in (session.along_changed, session.live_changed, session.blind_changed):
            signal.connect(self._show_taggram)
        session.model_changed.connect(self._hold_placeholders)
        session.closed_changed.connect(self._show_page)
        session.changed.connect(self._note_changes)
        session.position_changed.connect(self._follow)
        session.loop_changed.connect(self._show_loop)
        session.settings_changed.connect(self._show_settings)
        session.notice.connect(self._show_if_of_song)
        self._placeholder_delay.timeout.connect(self._show_words)
        self._placeholder_delay.timeout.connect(self._show_taggram)

    def _connect_parts(self) -> None:
        stage, transport, menu = self.song_panes, self.transport, self.menu
        for pane in stage.panes:
            pane.seek_requested.connect(self.seek_requested)
            pane.loop_requested.connect(self._request_loop)
        self.regions.loop_requested.connect(self._request_loop)
        stage.overview.seek_requested.connect(self.seek_requested)
        stage.zoom_in_button.clicked.connect(self.zoom_in)
        stage.zoom_out_button.clicked.connect(self.zoom_out)
        stage.fit_button.clicked.connect(self.fit)
        stage.colours_button.clicked.connect(self._open_menu_below)
        stage.spectrogram.menu_requested.connect(self._open_menu)
        menu.to_loop.triggered.connect(self.zoom_to_loop)
        menu.fit.triggered.connect(self.fit)
        menu.adjustment_changed.connect(self._show_colours)
        menu.colour_map_chosen.connect(self._choose_colour_map)
        transport.play_requested.connect(self.play_requested)
        transport.loop_requested.connect(self._request_loop)
        transport.speed_chosen.connect(self.speed_chosen)
        transport.volume_changed.connect(self.volume_changed)
        transport.device_chosen.connect(self.device_chosen)
        transport.view_as_model_changed.connect(self.view_as_model_changed)

    # -- session signals -------------------------------------------------------------------

    def _open_song(self) -> None:
        self._problem = None
        self._show_page()
        self.axis.set_duration(self.session.duration_s)
        self.heading.refresh()
        self.transport.show_song()
        self._show_loop(self.session.loop)
        self._show_picture(self.session.picture)
        self._hold_placeholders()

    def _show_page(self, *_change: object) -> None:
        """Show the pictures, or what stands for them: without a song, or in closed listening."""
        if self.session.song is None:
            self._pages.setCurrentWidget(self._empty)
        elif self.session.closed:
            self._closed.set_words(listening_placeholder.closed_words())
            self._pages.setCurrentWidget(self._closed)
        else:
            self._pages.setCurrentWidget(self.song_panes)

    def _hold_placeholders(self) -> None:
        """Show no text for a moment: what is cached appears at once."""
        for pane in (self.song_panes.spectrogram, self.song_panes.taggram):
            pane.set_placeholder(Placeholder())
        self._show_partial_taggram(None)
        self._placeholder_delay.start()

    def _show_picture(self, picture: SongPicture | None) -> None:
        if picture is not None and not self.axis.duration_s:
            self.axis.set_duration(picture.display.duration_s)
        self.song_panes.spectrogram.set_display(picture.display if picture else None)
        self.song_panes.overview.set_data(picture.overview if picture else None)
        self.heading.refresh()

    def _show_partial_picture(self, part: PartialPicture) -> None:
        """Show as much of the picture as is analysed."""
        self.song_panes.spectrogram.set_display(part.picture.display)
        self.song_panes.overview.set_data(part.picture.overview, part.fine_s)

    def _show_partial_taggram(self, so_far: Taggram | None) -> None:
        """Show as much of the taggram as is predicted."""
        self._partial_taggram = so_far
        self._show_taggram()

    def _show_predictions(self, _predictions: object) -> None:
        self.heading.refresh()
        self._show_taggram()

    def _show_taggram(self, _what: object = None) -> None:
        session, rule, predictions = self.session, None, self.session.predictions
        taggram, rows = _taggram_rows(session, self._partial_taggram)
        if predictions is not None and session.model is not None:
            rule = song_score(session.model.architecture, session.model.metrics)
        placeholder = listening_placeholder.words_without_taggram(session)
        waiting = self._placeholder_delay.isActive() and session.model is not None
        self.song_panes.taggram.set_placeholder(
            Placeholder() if waiting and predictions is None else placeholder
        )
        self.song_panes.taggram.set_data(taggram, rows, rule, seconds_source(session))

    def _show_words(self) -> None:
        if self.session.song is not None and self.session.picture is None:
            placeholder = listening_placeholder.words_without_picture(self.session, self._problem)
            self.song_panes.spectrogram.set_placeholder(placeholder)

    def _note_changes(self, _changes: object) -> None:
        self.heading.refresh()
        self._show_words()
        if self.session.blind:
            self._show_taggram()

    def _show_if_of_song(self, notice: Notice) -> None:
        song = self.session.song
        about = song is not None and notice.path is not None and notice.path == song.path
        if about and notice.level == "error" and self.session.picture is None:
            self.show_problem(notice)

    def _follow(self, second: float) -> None:
        playhead = self.song_panes.playhead
        along = self.menu.is_along and self.session.playing
        follow = self.axis.scroll_along if along else self.axis.follow
        if not self.song_panes.is_held:
            follow(playhead.position_s, second)
        playhead.set_position(second)

    def _show_loop(self, loop: tuple[float, float] | None) -> None:
        self.song_panes.playhead.set_loop(loop)
        for pane in self.song_panes.panes:
            pane.set_loop(loop)

    def _show_settings(self, settings: Settings) -> None:
        self.menu.set_colour_map(settings.colour_map)
        self._show_colours(*self.menu.adjustment())

    def _show_colours(self, brightness: float, contrast: float) -> None:
        self.song_panes.spectrogram.set_colours(
            self.session.settings.colour_map, brightness, contrast
        )

    # -- requests---------------------------------------------------------------------------

    def _request_loop(self, span: tuple[float, float] | None) -> None:
        self.loop_requested.emit(span)
        if span is not None and not span[0] <= self.session.position_s < span[1]:
            self.seek_requested.emit(span[0])

    def _choose_colour_map(self, name: str) -> None:
        self.song_panes.spectrogram.set_colours(name, *self.menu.adjustment())
        self.colour_map_chosen.emit(name)

    def _open_menu_below(self) -> None:
        button = self.song_panes.colours_button
        self._open_menu(button.mapToGlobal(QPoint(0, button.height())))

    def _open_menu(self, position: QPoint) -> None:
        self.menu.to_loop.setEnabled(self.session.loop is not None)
        self.menu.fit.setEnabled(not self.axis.is_fit)
        self.menu.popup(position)


def _taggram_rows(session: Session, taggram: Taggram | None) -> tuple[Taggram | None, list[TagRow]]:
    """Return the taggram to show, complete or as far as it is computed, and its rows."""
    predictions, known, scores = session.shown_predictions, (), None
    if taggram is not None and session.model is not None:
        known, scores = session.model.words, mean_scores(taggram)
    if predictions is not None:
        taggram, known, scores = predictions.taggram, predictions.words, session.word_scores(SONG)
    if taggram is None or scores is None:
        return None, []
    return taggram, rows_of(known, scores, session.model_tags, session.guess_visible)
