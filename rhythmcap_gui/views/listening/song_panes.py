"""The pictures of one song under each other: overview, spectrogram, ruler, taggram, playhead.

It lays them out so that all share the edges of one time axis; it knows no session.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QToolButton, QVBoxLayout, QWidget

from rhythmcap_gui import key_names, theme
from rhythmcap_gui.views.listening.overview_bar import OverviewBar
from rhythmcap_gui.views.listening.playhead import Playhead
from rhythmcap_gui.views.listening.spectrogram_pane import SpectrogramPane
from rhythmcap_gui.views.listening.taggram_pane import TaggramPane
from rhythmcap_gui.views.listening.time_axis import TimeAxis
from rhythmcap_gui.views.listening.time_pane import TimePane
from rhythmcap_gui.views.listening.time_ruler import TimeRuler

GUTTER_PX = 48  # for frequencies, the taggram's scale and the zoom buttons
GAP_PX = 8
BUTTON_PX = 20
ICON_PX = 12
FIRST_SHARES = (68, 32)  # percent of the height for spectrogram and taggram
PICTURE_PX = 180  # a spectrogram that is lower says little: before that the taggram gives way


class SongPanes(QWidget):
    """Panes of one axis, and the overlay with the playhead over them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.axis = TimeAxis(self)
        self.overview = OverviewBar(self.axis, self)
        self.spectrogram = SpectrogramPane(self.axis)
        self.ruler = TimeRuler(self.axis)
        self.taggram = TaggramPane(self.axis)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._heights_px: list[int] = []  # before the taggram was hidden
        self._lay_out()
        self.zoom_out_button = _gutter_button(self.overview, "zoom-out", 0)
        self.zoom_in_button = _gutter_button(self.overview, "zoom-in", 1)
        self.fit_button = _gutter_button(self.ruler, "fit", 0)
        self.colours_button = _gutter_button(self.ruler, "contrast", 1)
        self._name_buttons()
        self.playhead = Playhead(self.axis, self.overview, list(self.panes))
        for pane in (self.spectrogram, self.taggram):
            pane.readout.raise_onto(self)
        for pane in self.panes:
            pane.loop_drawn.connect(self.spectrogram.show_span)
            pane.loop_drawn.connect(self.playhead.set_drawing)
        self.splitter.splitterMoved.connect(self.playhead.refresh)
        theme.notifier().theme_changed.connect(self._apply_theme)
        self._apply_theme()

    @property
    def panes(self) -> tuple[TimePane, ...]:
        """The panes that show the view, from the top down."""
        return (self.spectrogram, self.ruler, self.taggram)

    def state(self) -> dict[str, Any]:
        """Return what a restored session needs: the view in seconds, and heights."""
        view_s = [self.axis.start_s, self.axis.end_s]
        heights_px = self._heights_px if self.taggram.isHidden() else self.splitter.sizes()
        return {"view_s": view_s, "heights_px": heights_px}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Restore what state gave; the view only where there is a song."""
        if len(heights := state.get("heights_px", ())) == 2:
            self.splitter.setSizes([int(height) for height in heights])
        if len(view := state.get("view_s", ())) == 2 and self.axis.duration_s:
            self.axis.show(float(view[0]), float(view[1]))

    @property
    def is_held(self) -> bool:
        """Whether something is being dragged: the view does not turn its page meanwhile."""
        return self.overview.is_held or any(pane.is_held for pane in self.panes)

    def sizeHint(self) -> QSize:
        return QSize(720, 560)

    def minimumSizeHint(self) -> QSize:
        """What overview and spectrogram need: the taggram gives way in a low window."""
        return QSize(super().minimumSizeHint().width(), self._least_px())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = self._has_room_for_taggram()
        if self.taggram.isHidden() is has_room:
            if not has_room:
                self._heights_px = self.splitter.sizes()
            self.taggram.setVisible(has_room)
        QTimer.singleShot(0, self, self._keep_picture)  # the splitter's sizes are known then
        self.axis.set_edges(theme.scaled(GUTTER_PX), self.width())
        self.playhead.setGeometry(self.rect())
        self.playhead.raise_()
        self.playhead.refresh()

    def _has_room_for_taggram(self) -> bool:
        """Whether it leaves the spectrogram a height at which it can be read."""
        others = self.overview.height() + 2 * GAP_PX + self.taggram.minimumHeight()
        return self.height() >= others + self._picture_px()

    def _keep_picture(self) -> None:
        """Take from the taggram what the spectrogram lacks."""
        sizes = [] if self.taggram.isHidden() else self.splitter.sizes()
        if len(sizes) == 2 and 0 < sizes[0] < (least := self._picture_px()):
            self.splitter.setSizes([least, sum(sizes) - least])

    def _picture_px(self) -> int:
        return theme.scaled(PICTURE_PX) + self.ruler.sizeHint().height()

    def _least_px(self) -> int:
        upper = self.splitter.widget(0)
        return self.overview.height() + GAP_PX + upper.minimumSizeHint().height()

    def _lay_out(self) -> None:
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.spectrogram, 1)
        column.addWidget(self.ruler)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(self.taggram)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(GAP_PX)
        for index, share in enumerate(FIRST_SHARES):
            self.splitter.setStretchFactor(index, share)
        self.splitter.setSizes([10 * share for share in FIRST_SHARES])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP_PX)
        whole.addWidget(self.overview)
        whole.addWidget(self.splitter, 1)

    @property
    def buttons(self) -> tuple[QToolButton, ...]:
        """The small buttons in the gutter."""
        return (self.zoom_out_button, self.zoom_in_button, self.fit_button, self.colours_button)

    def _name_buttons(self) -> None:
        texts = (
            (self.zoom_out_button, self.tr("Zoom out"), "view.zoom_out"),
            (self.zoom_in_button, self.tr("Zoom in"), "view.zoom_in"),
            (self.fit_button, self.tr("Show the whole song"), "view.fit"),
            (self.colours_button, self.tr("Colours, brightness and contrast"), ""),
        )
        for button, text, action in texts:
            button.setAccessibleName(text)
            key_names.tip(button, action, text)

    def _apply_theme(self) -> None:
        self.splitter.setStyleSheet(
            f"QSplitter::handle:vertical {{ background: {theme.tokens()['ground']};"
            f" height: {GAP_PX}px; }}"
        )
        for button in self.buttons:
            button.setIcon(theme.icon(button.property("icon_name"), "dim"))
        for pane in (self.overview, *self.panes, self.playhead):
            pane.update()


def _gutter_button(pane: QWidget, icon: str, slot: int) -> QToolButton:
    """Make a small button left of a pane's picture; slot 0 or 1 from the left."""
    button = QToolButton(pane)
    button.setProperty("icon_name", icon)
    button.setFixedSize(BUTTON_PX, BUTTON_PX)
    button.setIconSize(QSize(ICON_PX, ICON_PX))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setStyleSheet("padding: 0px;")
    button.move(slot * (BUTTON_PX + 1), (pane.height() - BUTTON_PX) // 2)
    return button
