"""The filter pills over the song table: what is left to do, and the user's own saved searches.

The counts are asked for one at a time when the window is idle; a decision never waits for them.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QInputDialog,
    QMenu,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from core.errors import QueryError
from core.library.records import Changes
from rhythmcap_gui import theme
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.flow_layout import FlowLayout
from rhythmcap_gui.views.score_words import number_text

IDLE_MS = 300
GAP_PX = 5
FONT_PX = 12
HEIGHT_PX = 26  # twice the style sheet's corner, and a bit


@dataclass(frozen=True, slots=True)
class Pill:
    """A search under a name. own: the user saved it and may remove it."""

    name: str
    query: str
    own: bool = False


class PillButton(QPushButton):
    """“Not tagged 214”: the name quiet, the count strong."""

    def __init__(self, pill: Pill) -> None:
        super().__init__(pill.name)
        self.pill = pill
        self.count: int | None = None
        self.setCheckable(True)
        self.setProperty("pill", True)
        self.setFont(theme.font(FONT_PX))
        self.setFixedHeight(HEIGHT_PX)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(pill.query or self.tr("Every song"))
        self.setAccessibleName(pill.name)

    def show_count(self, count: int) -> None:
        """How many songs it finds."""
        if count != self.count:
            self.count = count
            self.setAccessibleName(f"{self.pill.name}, {count}")
            self.updateGeometry()
            self.update()

    def _count_text(self) -> str:
        return "" if self.count is None else number_text(self.count)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self.count is None:
            return hint
        return QSize(hint.width() + GAP_PX + self._count_px(), hint.height())

    def _count_px(self) -> int:
        return QFontMetrics(theme.font(FONT_PX, bold=True)).horizontalAdvance(self._count_text())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        name_px = self.fontMetrics().horizontalAdvance(self.text())
        whole = name_px + (GAP_PX + self._count_px() if self.count is not None else 0)
        left = (self.width() - whole) / 2
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(self.font())
        painter.setPen(theme.colour("text" if self.isChecked() else "dim"))
        painter.drawText(QRectF(left, 0, name_px + 2, self.height()), flags, self.text())
        if self.count is not None:
            painter.setFont(theme.font(FONT_PX, bold=True))
            painter.setPen(theme.colour("text"))
            box = QRectF(left + name_px + GAP_PX, 0, self._count_px() + 2, self.height())
            painter.drawText(box, flags, self._count_text())


class SavedSearches(QWidget):
    """query_wanted(query) on a click; search_saved(name, query) and search_removed(name)."""

    query_wanted = Signal(str)
    search_saved = Signal(str, str)
    search_removed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._buttons: list[PillButton] = []
        self._waiting: list[PillButton] = []
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(8, 8, 4, 8)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._count_next)
        session.changed.connect(self._on_changed)
        session.library_changed.connect(lambda _library: self.rebuild())
        session.query_changed.connect(lambda _query: self._mark())
        session.scores_changed.connect(self.count_soon)
        self.rebuild()

    def _built_in(self) -> list[Pill]:
        return [
            Pill(self.tr("All"), ""),
            Pill(self.tr("Not tagged"), "untagged"),
            Pill(self.tr("To review"), "review"),
            Pill(self.tr("Unsure"), "unsure"),
            Pill(self.tr("Recent"), "recent"),
        ]

    def rebuild(self) -> None:
        """Make the pills anew, after a search was saved or removed."""
        while (item := self._flow.takeAt(0)) is not None:
            item.widget().deleteLater()
        library = self._session.library
        saved = library.search.saved() if library else []
        pills = self._built_in() + [Pill(each.name, each.query, own=True) for each in saved]
        self._buttons = [self._make(pill) for pill in pills]
        add = QPushButton("+")
        add.setProperty("pill", True)
        add.setFixedHeight(HEIGHT_PX)
        add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        add.setAccessibleName(self.tr("Keep this search"))
        add.setToolTip(self.tr("Keep what the search line says as a search of your own"))
        add.clicked.connect(self._ask_name)
        self._flow.addWidget(add)
        self._mark()
        self.count_soon()

    def _make(self, pill: Pill) -> PillButton:
        button = PillButton(pill)
        button.clicked.connect(lambda: self._on_clicked(pill))
        if pill.own:
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            button.customContextMenuRequested.connect(
                lambda at: self._show_menu(pill, button.mapToGlobal(at))
            )
        self._flow.addWidget(button)
        return button

    def _on_clicked(self, pill: Pill) -> None:
        self.query_wanted.emit(pill.query)
        self._mark()

    def _mark(self) -> None:
        for button in self._buttons:
            button.setChecked(button.pill.query == self._session.query.strip())

    def _ask_name(self) -> None:
        query = self._session.query.strip()
        name, said = QInputDialog.getText(
            self, self.tr("Keep this search"), self.tr("Name of the search “{}”").format(query)
        )
        if said and name.strip():
            self.search_saved.emit(name.strip(), query)
            self.rebuild()

    def _show_menu(self, pill: Pill, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Forget this search"), lambda: self._forget(pill))
        menu.popup(at)

    def _forget(self, pill: Pill) -> None:
        self.search_removed.emit(pill.name)
        self.rebuild()

    # -- counts -----------------------------------------------------------------------------

    def _on_changed(self, changes: Changes) -> None:
        if changes.songs or changes.library or changes.codebook:
            self.count_soon()

    def count_soon(self) -> None:
        """Count again when nothing else has happened for a moment."""
        self._waiting = list(self._buttons)
        self._idle.start(IDLE_MS)

    def _count(self, query: str) -> int:
        library = self._session.library
        if library is None:
            return 0
        return len(library.search.ids(query)) if query else library.songs.count()

    def _count_next(self) -> None:
        """Count one pill, then give the window its turn."""
        if not self._waiting or self._session.library is None:
            return
        button = self._waiting.pop(0)
        try:
            button.show_count(self._count(button.pill.query))
            button.show()
        except QueryError:
            button.hide()  # a saved search whose tag has gone
        if self._waiting:
            self._idle.start(0)
