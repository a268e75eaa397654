"""What is worked on, with the docks under it; the column of tags stands beside, at full height.

Docks share one place as tabs unless they are moved. They never make the window larger than it is:
where they and what is above them do not fit, the dock covers it until it is closed.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDockWidget, QFrame, QMainWindow, QScrollArea, QTabBar, QWidget

from rhythmcap_gui import theme

LEAST_PX, FIRST_PX = 124, 220  # a dock's content: at least, and when it is first opened
BARS_PX = 56  # the dock's title, and the tabs of several
LEAST_WIDTH_PX = 240
VERSION = 1  # of the stored state
EMPTY_AT_START = ("import", "messages", "learn", "deform")
BESIDE = (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea)


class DockArea(QMainWindow):
    """docks: name -> dock, all of them hidden and empty at first. titles: name -> title.

    content_wanted(name): an empty dock is shown.
    """

    content_wanted = Signal(str)

    def __init__(self, centre: QWidget, titles: Mapping[str, str]) -> None:
        super().__init__(None, Qt.WindowType.Widget)
        self._centre = centre
        self.setDockNestingEnabled(True)
        self.setDocumentMode(True)
        self.setCentralWidget(centre)
        self.docks: dict[str, QDockWidget] = {}
        self._pending: tuple[QByteArray, Mapping[str, int]] | None = None
        self._scrolls: dict[str, _DockScroll] = {}
        for name, title in titles.items():
            self._add(name, title)

    def fill(self, name: str, content: QWidget) -> None:
        """Put its content into a dock."""
        self._scrolls[name].setWidget(_Shrinking(content))

    def _add(self, name: str, title: str) -> None:
        dock = QDockWidget(title, self)
        dock.setObjectName(f"dock.{name}")
        scroll = self._scrolls[name] = _DockScroll()
        scroll.shown_empty.connect(lambda: self.content_wanted.emit(name))
        scroll.setAccessibleName(title)
        dock.setWidget(scroll)
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        if self.docks:
            self.tabifyDockWidget(next(reversed(self.docks.values())), dock)
        self.docks[name] = dock
        dock.hide()
        dock.visibilityChanged.connect(lambda _shown: self._fit_later())
        dock.topLevelChanged.connect(lambda _floating: self._fit_later())
        dock.dockLocationChanged.connect(lambda _area: self._fit_later())

    def show_dock(self, name: str) -> None:
        """Bring a dock to the front."""
        self.docks[name].show()
        self.docks[name].raise_()
        self._fit_later()

    def uncover(self) -> None:
        """Close the docks that cover what is above them."""
        if self._centre.isHidden():
            for dock in self.docks.values():
                if self._is_docked(dock):
                    dock.hide()
            self.fit()

    def restore(self, state: QByteArray, sizes: Mapping[str, int]) -> None:
        """Restore the docks as state() and sizes() gave them, as soon as the area is shown."""
        self._pending = (state, sizes)
        if self.isVisible():
            self._restore_pending()

    def state(self) -> QByteArray:
        """Return how the docks lie, and which are shown."""
        return self._pending[0] if self._pending else self.saveState(VERSION)

    def sizes(self) -> dict[str, int]:
        """Return how high (beside the centre: how wide) the shown docks are, in pixels."""
        if self._pending:
            return dict(self._pending[1])
        return {name: dock.width() if self._is_beside(dock) else dock.height()
                for name, dock in self.docks.items() if self._is_docked(dock)}  # fmt: skip

    def _restore_pending(self) -> None:
        if self._pending is None:
            return
        (state, sizes), self._pending = self._pending, None
        self.restoreState(state, VERSION)
        for name in EMPTY_AT_START:
            self.docks[name].hide()
        QTimer.singleShot(0, self, lambda: self._set_sizes(sizes))

    def _set_sizes(self, sizes: Mapping[str, int]) -> None:
        """Qt's own sizes are of an area as large as it was before it was laid out."""
        for name, dock in self.docks.items():
            if self._is_docked(dock):
                beside = self._is_beside(dock)
                size = sizes.get(name, LEAST_WIDTH_PX if beside else theme.scaled(FIRST_PX))
                way = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
                self.resizeDocks([dock], [size], way)

    def minimumSizeHint(self) -> QSize:
        """What the centre needs: docks never push the window beyond the screen."""
        return self._centre.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._restore_pending()
        self.fit()

    def fit(self) -> None:
        """Show the centre where it has room beside the docks; hide Qt's empty bars of tabs."""
        has_room = self._has_room()
        if self._centre.isHidden() is has_room:
            self._centre.setVisible(has_room)
        for bar in self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if sum(dock.isVisibleTo(self) for dock in self.docks.values()) < 2:
                bar.hide()  # Qt leaves the bar of docks that are hidden in a corner

    def _fit_later(self) -> None:
        """As soon as Qt has laid the docks out."""
        QTimer.singleShot(0, self, self.fit)

    def _has_room(self) -> bool:
        needed = self._centre.minimumSizeHint()
        for dock in self.docks.values():
            if self._is_docked(dock):
                if self._is_beside(dock):
                    needed.setWidth(self._centre.minimumSizeHint().width() + LEAST_WIDTH_PX)
                else:
                    height = self._centre.minimumSizeHint().height()
                    needed.setHeight(height + theme.scaled(LEAST_PX) + BARS_PX)
        room = self.size() if self.isVisible() else needed
        return room.width() >= needed.width() and room.height() >= needed.height()

    def _is_docked(self, dock: QDockWidget) -> bool:
        return dock.isVisibleTo(self) and not dock.isFloating()

    def _is_beside(self, dock: QDockWidget) -> bool:
        return self.dockWidgetArea(dock) in BESIDE


class _DockScroll(QScrollArea):
    """A dock's content, which scrolls where it has less room than it needs."""

    shown_empty = Signal()

    def __init__(self) -> None:
        super().__init__(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def showEvent(self, event: QShowEvent) -> None:
        if self.widget() is None:
            self.shown_empty.emit()
        super().showEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH_PX, theme.scaled(LEAST_PX))

    def sizeHint(self) -> QSize:
        return QSize(640, theme.scaled(FIRST_PX))


class _Shrinking(QWidget):
    """Lets its content become as low as it can: Qt would scroll what has not the height it likes.

    That is only so of content with texts or buttons that are broken into lines.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        content.setParent(self)

    def minimumSizeHint(self) -> QSize:
        least, layout = self._content.minimumSizeHint(), self._content.layout()
        if layout is not None and layout.hasHeightForWidth():
            height = layout.minimumHeightForWidth(max(self.width(), least.width()))
            least.setHeight(max(least.height(), height))
        return least.expandedTo(self._content.minimumSize())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._content.setGeometry(self.rect())
