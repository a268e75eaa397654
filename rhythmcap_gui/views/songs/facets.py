"""Facets: how many songs of the result have each tag; a click filters by it, Alt+click excludes it.

Counts are read tag by tag in the pauses of the window, and only while the panel is open.
"""

from __future__ import annotations

from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.library.records import Changes, Tag
from core.library.search.query_records import TagFilter
from rhythmcap_gui import theme
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.plain_text import as_heading
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.songs.pill_button import HEIGHT_PX, NamedQuery, PillButton
from rhythmcap_gui.views.songs.tagged_progress import TaggedProgress
from rhythmcap_gui.views.widgets.flow_layout import FlowLayout

PAUSE_MS = 200
NAME_PX = 76
SHARE = 0.42  # of the column's height, at most


class FacetButton(PillButton):
    """One tag with its count; behind a + the songs that have it in a part only.

    tag_requested(tag name, TagFilter).
    """

    tag_requested = Signal(str, object)

    def __init__(self, tag: Tag) -> None:
        super().__init__(NamedQuery(tag.name, tag.name))
        self.tag = tag
        self._alt = False
        self.show_regions(0)
        self.clicked.connect(self._request)

    def show_regions(self, count: int) -> None:
        """Show how many more songs have it in a part only."""
        self.show_more(f"+{count}" if count else "")
        tip = self.tr("Click: songs with it · Alt+click: songs without it")
        if count:
            more = self.tr("{count:# more has|# more have} it in a part only: right click")
            tip = f"{tip}\n{counted(more, count=count)}"
        self.setToolTip(tip)

    def show_filter(self, tag_filter: TagFilter | None) -> None:
        """Show whether the search line asks for songs with it, without it, or neither."""
        self.setChecked(tag_filter is not None)
        self.show_name(("−" if tag_filter is TagFilter.WITHOUT else "") + self.tag.name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, tag_filter in (
            (self.tr("Songs with it"), TagFilter.WITH),
            (self.tr("Songs without it"), TagFilter.WITHOUT),
            (self.tr("Songs with it in a part"), TagFilter.IN_REGION),
        ):
            menu.addAction(text, partial(self.tag_requested.emit, self.tag.name, tag_filter))
        menu.popup(event.globalPos())

    def _request(self) -> None:
        tag_filter = TagFilter.WITHOUT if self._alt else TagFilter.WITH
        self._alt = False
        self.tag_requested.emit(self.tag.name, tag_filter)


class Facets(QWidget):
    """The row “628 of 842 songs tagged · Tags”, and under it, when open, the tags.

    query_requested(query) on a click; opened(bool) when it is opened or closed.
    """

    query_requested = Signal(str)
    opened = Signal(bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ids: NDArray[np.int64] = np.empty(0, np.int64)
        self._buttons: dict[int, FacetButton] = {}
        self._rows: list[tuple[QLabel, QWidget, list[int]]] = []
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._count)
        self._lay_out()
        session.changed.connect(self._on_changed)
        session.library_changed.connect(lambda _library: self._rebuild())
        session.query_changed.connect(lambda _query: self._mark())
        theme.notifier().theme_changed.connect(self._apply_theme)
        self._apply_theme()
        self._rebuild()

    @property
    def is_open(self) -> bool:
        """Whether the tags are shown."""
        return self._toggle.isChecked()

    def set_open(self, on: bool) -> None:
        """Show or hide the tags."""
        self._toggle.setChecked(on)

    def show_result(self, ids: NDArray[np.int64]) -> None:
        """Take the songs of the table now; they are counted when the window is idle."""
        self._ids = ids
        self.progress.show_result(ids)
        if self.is_open:
            self._pause.start(0)

    def button(self, tag_id: int) -> FacetButton | None:
        """Return the button of a tag."""
        return self._buttons.get(tag_id)

    # -- making -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._toggle = QToolButton()
        self._toggle.setText(self.tr("Tags"))
        self._toggle.setToolTip(self.tr("How many of these songs have each tag"))
        self._toggle.setAccessibleName(self.tr("Tags of these songs"))
        self._toggle.setCheckable(True)
        self._toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._toggle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._toggle.toggled.connect(self._on_toggled)
        self.row = row = QHBoxLayout()
        row.setContentsMargins(12, 0, 8, 4)
        row.setSpacing(8)
        self.progress = TaggedProgress(self._session)
        row.addWidget(self.progress, 1)
        row.addWidget(self._toggle)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.hide()
        self._end = QFrame()
        self._end.setProperty("rule", True)
        self._end.setFixedHeight(1)
        self._end.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(row)
        box.addWidget(self._area)
        box.addWidget(self._end)

    def _apply_theme(self) -> None:
        self._toggle.setIcon(theme.icon("up" if self.is_open else "down", "dim"))

    def _rebuild(self) -> None:
        """Make the buttons anew, after a change of the codebook."""
        codebook = self._session.library.codebook if self._session.library else None
        tags = codebook.tags() if codebook else []
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(12, 4, 4, 8)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self._buttons, self._rows = {}, []
        for row, category in enumerate(codebook.categories() if codebook else []):
            own = [self._make(tag) for tag in tags if tag.category_id == category.id]
            name = QLabel(as_heading(category.name))
            name.setProperty("caption", True)
            name.setFixedSize(theme.scaled(NAME_PX), theme.scaled(HEIGHT_PX))
            cell = QWidget()
            flow = FlowLayout(cell)
            for button in own:
                flow.addWidget(button)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(cell, row, 1)
            self._rows.append((name, cell, [button.tag.id for button in own]))
        grid.setRowStretch(len(self._rows), 1)
        self._area.setWidget(page)
        self._mark()
        if self.is_open:
            self._pause.start(0)

    def _make(self, tag: Tag) -> FacetButton:
        button = FacetButton(tag)
        button.tag_requested.connect(self._request)
        self._buttons[tag.id] = button
        return button

    # -- what happens -----------------------------------------------------------------------

    def _request(self, name: str, tag_filter: TagFilter) -> None:
        self.query_requested.emit(self._session.query_line().toggle_tag(name, tag_filter))
        self._mark()

    def _mark(self) -> None:
        if not self._buttons:
            return
        line = self._session.query_line()
        for button in self._buttons.values():
            button.show_filter(line.tag_filter(button.tag.name))

    def _on_toggled(self, on: bool) -> None:
        self._area.setVisible(on)
        self._end.setVisible(on)
        self._apply_theme()
        if on:
            self._pause.start(0)
        self.opened.emit(on)

    def _on_changed(self, changes: Changes) -> None:
        if changes.codebook:
            self._rebuild()
        elif changes.tags and self.is_open:
            self._pause.start(PAUSE_MS)

    # -- counting ---------------------------------------------------------------------------

    def _count(self) -> None:
        """Read one more tag, or show all counts when every tag was read."""
        library = self._session.library
        uncached = library.search.uncached_tags(self._buttons) if library else []
        if uncached:
            library.search.cache_tag(uncached[0])
            self._pause.start(0)
        else:
            self._show_counts()

    def _show_counts(self) -> None:
        library = self._session.library
        counts = library.search.facets(self._ids) if library else {}
        in_parts = library.search.only_in_regions(self._ids) if library else {}
        for tag_id, button in self._buttons.items():
            found, parts = counts.get(tag_id, 0), in_parts.get(tag_id, 0)
            button.show_count(found)
            button.show_regions(parts)
            button.setVisible(bool(found or parts) or button.isChecked())
        for name, cell, tags in self._rows:
            shown = any(not self._buttons[tag_id].isHidden() for tag_id in tags)
            name.setVisible(shown)
            cell.setVisible(shown)
        self._fit()

    def _fit(self) -> None:
        """Make it as high as the tags need, within its share of the column."""
        page = self._area.widget()
        width = self._area.viewport().width()
        needed = page.layout().totalHeightForWidth(width) if page else 0
        room = round(SHARE * self.parentWidget().height()) if self.parentWidget() else needed
        self._area.setFixedHeight(max(0, min(needed, room)))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.is_open:
            self._fit()
        return super().event(event)
